#pragma once

#include "core/alerts/alert_history.h"
#include "core/alerts/alert_poller.h"
#include "core/alerts/silence_writer.h"
#include "core/settings/secret_store.h"

#include <QTimer>

#include <map>
#include <memory>

namespace lepto {

/// The alerts of all sources: asks every Alertmanager and the rules of every Prometheus of the settings, puts them into one snapshot, keeps
/// their history, and changes silences. What happens to one source never touches another; one that fails keeps what it showed, marked stale.
/// Lives in the engine's thread; requests return at once, answers come through its event loop and die with their context.
class AlertService : public QObject {
    Q_OBJECT
public:
    struct Parts {
        AuditLog &audit;
        const Clock &clock;
        SecretStore *secrets = nullptr;            ///< may be null; sources with a secretRef fail then
        std::function<Result<void>()> mayWrite;
        QString user;
        AlertHistory *history = nullptr;           ///< null: nothing is kept (a look from the command line)
        qint64 maxBytes = 64LL << 20;              ///< of one answer
        int shortestIntervalMs = 5000;             ///< sources of samples may be asked more often than alerts are worth
        TimeMs keepMs = 90LL * 86'400'000;         ///< of the history
    };
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    explicit AlertService(Parts parts, QObject *parent = nullptr);
    ~AlertService() override;

    /// Kinds that have no alerts are left out; what is unchanged runs on.
    void setSources(const std::vector<SourceConfig> &configs);
    void start();                                  ///< twice is once
    void stop();
    /// Builds this one anew, e.g. after its secret changed.
    void restart(const QString &name);
    /// Asks again now; empty: all.
    void refresh(const QString &source = {});

    const AlertSnapshot &snapshot() const { return m_snapshot; }
    bool isSettled() const;                        ///< every source has answered or failed since start()
    QStringList alertmanagers() const;             ///< names of the sources where silences can be made

    /// What these matchers would silence now, of the alerts of `source` (empty: of all Alertmanagers).
    Result<SilencePreview> preview(const std::vector<SilenceMatcher> &matchers, const QString &source = {}) const;

    /// Errors: NotFound (no such Alertmanager), the secret's, and those of SilenceWriter. Afterwards the source is asked anew.
    void createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer);
    void editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer);
    void expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer);
    void silence(const QString &source, const QString &id, QObject *context, Answer<Silence> answer);

Q_SIGNALS:
    void changed(const lepto::AlertSnapshot &snapshot);
    void alertFired(const lepto::Alert &alert);            ///< only with a history
    void alertResolved(const lepto::AlertEpisode &episode);
    void problem(const lepto::Error &error);               ///< the history could not be written

private:
    struct Entry {
        SourceConfig config;
        std::unique_ptr<AlertPoller> poller;
        SourceState state;
        AlertSet nothing;                          ///< shown until there is a poller
        quint64 generation = 0;                    ///< tells a late secret that its source was exchanged
    };
    using Client = std::shared_ptr<AlertmanagerClient>;
    void begin(Entry &entry);
    void end(Entry &entry);
    void build(Entry &entry, const QString &secret);
    void failEntry(Entry &entry, const Error &error);
    void withSecret(const SourceConfig &config, Answer<QString> answer);
    void withClient(const QString &source, QObject *context, Answer<Client> answer);
    SilenceWriter::Answer thenAsk(const QString &source, Answer<SilenceWritten> answer);
    void renew();
    void keep();

    Parts m_parts;
    SilenceWriter m_writer;
    std::vector<SourceConfig> m_configs;
    std::map<QString, Entry> m_entries;
    AlertSnapshot m_snapshot;
    QTimer m_renew, m_hour;
    bool m_running = false;
    quint64 m_generation = 0;
};

} // namespace lepto
