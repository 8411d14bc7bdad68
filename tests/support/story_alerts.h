#pragma once

#include "ui/desks/alert_desk.h"

#include <QStringList>

#include <optional>

namespace lepto {

/// A desk without an engine: one Alertmanager with the alerts of the story's morning. Answers come in the next turn of the event loop; a
/// silence that is made or ended shows at once. GUI thread.
class StoryAlertDesk : public AlertDesk {
    Q_OBJECT
public:
    explicit StoryAlertDesk(TimeMs now, QObject *parent = nullptr);

    /// Test switches.
    void failNext(const Error &error) { m_failure = error; }
    void die(const QString &reason);               ///< the Alertmanager stops answering, what it said stays, stale
    Alert &add(const QString &name, const QString &severity, const QString &instance); ///< in a group of its own name
    QStringList calls;
    AlertSnapshot theSnapshot;
    std::vector<AlertEpisode> theEpisodes;
    static constexpr const char *manager = "am";

    const AlertSnapshot &snapshot() const override { return theSnapshot; }
    void refresh() override { calls += QStringLiteral("refresh"); }
    void episodes(TimeMs from, TimeMs to, int limit, QObject *context, Answer<std::vector<AlertEpisode>> answer) override;
    void createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer) override;
    void editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer) override;
    void expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer) override;

private:
    void reply(QObject *context, Answer<SilenceWritten> answer, const QString &id, bool replaced = false);
    void apply(const Silence &silence);

    TimeMs m_now;
    std::optional<Error> m_failure;
    int m_made = 0;
};

} // namespace lepto
