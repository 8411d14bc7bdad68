#pragma once

#include "core/changes/change_store.h"
#include "core/settings/secret_store.h"
#include "core/settings/settings.h"
#include "core/sources/source.h"

#include <map>
#include <memory>

namespace lepto {

class ChangeFollower;
class GrafanaSource;
class WebhookServer;

/// Everything that brings changes into the store, as the settings say: the Grafana sources, the followed file or folder
/// (`changes.path`), the webhook (`changes.webhook`, its token in the secret store under webhookSecret). Follows the settings while it
/// runs. Lives in the thread of the store; all references outlive it.
class ChangeIntake : public QObject {
    Q_OBJECT
public:
    static inline const QString webhookSecret = QStringLiteral("changes-webhook");

    ChangeIntake(ChangeStore &store, Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    ~ChangeIntake() override;

    void start();                     ///< twice is once
    void stop();
    /// Asks this source anew, e.g. after its secret changed.
    void restart(const QString &name);
    /// Tries again what could not start, such as a webhook whose port was in use.
    void retry();

    std::vector<SourceState> states() const; ///< of the Grafana sources, in the order of the settings
    int webhookPort() const;                 ///< 0: it does not listen
    const QString &webhookProblem() const { return m_webhookProblem; }

Q_SIGNALS:
    void stateChanged(const lepto::SourceState &state);
    void problem(const QString &sentence); ///< once for each

private:
    struct Entry {
        SourceConfig config;
        std::unique_ptr<GrafanaSource> source;
        SourceState state;
    };

    void reloadSources();
    void begin(Entry &entry);
    void build(const QString &name, const QString &secret);
    void failEntry(Entry &entry, const Error &error);
    void end(Entry &entry);
    void reloadFollower();
    void reloadWebhook();
    void openWebhook(const QString &token);
    void setWebhookProblem(const Error &error);
    void take(const QString &source, const std::vector<Change> &changes);

    ChangeStore &m_store;
    Settings &m_settings;
    SecretStore &m_secrets;
    std::map<QString, Entry> m_entries;
    std::unique_ptr<ChangeFollower> m_follower;
    std::unique_ptr<WebhookServer> m_webhook;
    QString m_webhookProblem, m_storeProblem;
    bool m_running = false;
};

} // namespace lepto
