#pragma once

#include "tests/support/story_alerts.h"
#include "ui/console.h"

#include <QStringList>

#include <optional>

namespace lepto {

/// A console without an engine: one small, believable morning in a shop (a cache restarted with too little memory), for tests of
/// pages and for looking at them. Answers come in the next turn of the event loop. GUI thread.
class StoryConsole : public Console {
    Q_OBJECT
public:
    explicit StoryConsole(QObject *parent = nullptr);
    static constexpr TimeMs storyNow = 1'794'303'724'000;   ///< Tue 10 Nov 2026 09:42:04 UTC
    static constexpr TimeMs onset = storyNow - 24 * 60'000;

    /// Test switches.
    void clear();                                ///< a first start: no sources, nothing known
    void failNext(const Error &error) { m_failure = error; }
    void holdAnswers(bool hold) { m_hold = hold; } ///< requests stay unanswered, as with a slow engine
    void goOffline(const QString &bundle);
    void advanceTraining(int epochs);
    void worsen(const std::string &service);     ///< makes a healthy service critical
    QualityDesk *theQuality = nullptr;     ///< of the test, which outlives the window
    SelfDesk *theSelf = nullptr;
    QStringList calls;                           ///< what was asked, e.g. "approve plan-7 reason"

    ConsoleState theState;
    HealthSnapshot theHealth;
    std::vector<Incident> theIncidents;
    std::vector<Run> theRuns;
    std::vector<ModelVersion> theModels;
    std::vector<TrainingJob> theJobs;
    std::vector<SourceConfig> theSources;
    std::vector<AuditEntry> theAudit;            ///< newest first
    std::vector<SeriesInfo> theSeries;
    std::vector<LabelRegion> theLabels;
    StoryAlertDesk theAlerts { storyNow };

    QualityDesk *quality() override { return theQuality; }
    SelfDesk *self() override { return theSelf; }
    const ConsoleState &state() const override { return theState; }
    const HealthSnapshot &health() const override { return theHealth; }
    const std::vector<Incident> &incidents() const override { return theIncidents; }
    const std::vector<Run> &runs() const override { return theRuns; }
    const std::vector<ModelVersion> &models() const override { return theModels; }
    const std::vector<TrainingJob> &jobs() const override { return theJobs; }
    const std::vector<SourceConfig> &sources() const override { return theSources; }

    void chart(const ChartRequest &request, QObject *context, Answer<ChartAnswer> answer) override;
    void findSeries(const QString &text, int limit, QObject *context, Answer<std::vector<SeriesInfo>> answer) override;
    void query(const QString &expr, TimeMs from, TimeMs to, int columns, QObject *context,
               Answer<std::vector<std::pair<Labels, Columns>>> answer) override;
    void audit(qint64 before, int limit, QObject *context, Answer<std::vector<AuditEntry>> answer) override;

    void saveSource(const SourceConfig &config, const QString &secret, QObject *context, Answer<bool> answer) override;
    void removeSource(const QString &name, QObject *context, Answer<bool> answer) override;
    void testSource(const SourceConfig &config, const QString &secret, QObject *context,
                    std::function<void(QString, bool, qint64, QString)> step, Answer<bool> answer) override;

    void acknowledge(qint64 incident) override;
    void setVerdict(qint64 incident, Verdict verdict) override;
    void addNote(qint64 incident, const QString &text) override;
    void resolve(qint64 incident) override;
    void addLabel(const LabelRegion &label, QObject *context, Answer<LabelRegion> answer) override;
    void removeLabel(qint64 id) override;

    void train(const TrainingRequest &request, QObject *context, Answer<QString> answer) override;
    void cancelTraining(const QString &job) override;
    void promote(const QString &name, int version, QObject *context, Answer<bool> answer) override;
    void rollBack(const QString &name, QObject *context, Answer<bool> answer) override;

    void armWrites(int minutes, const QString &reason) override;
    void stopAll(bool stop) override;
    void dryRun(const QString &plan, QObject *context, Answer<bool> answer) override;
    void approve(const QString &plan, const QString &hash, const QString &reason, QObject *context, Answer<bool> answer) override;
    void reject(const QString &plan, const QString &reason) override;
    void execute(const QString &plan, QObject *context, Answer<bool> answer) override;
    void rollBackRun(const QString &plan, QObject *context, Answer<bool> answer) override;

    void verifyAudit(QObject *context, Answer<AuditVerdict> answer) override;
    void saveBundle(const QString &file, TimeMs from, TimeMs to, QObject *context, Answer<bool> answer) override;
    void openBundle(const QString &file, QObject *context, Answer<bool> answer) override;
    void closeBundle() override;
    AlertDesk *alerts() override { return &theAlerts; }
    void lookAround(QObject *context, Answer<std::vector<SourceConfig>> answer) override;
    QString sampleBundle() const override { return QStringLiteral("sample-incident.lepto"); }

private:
    template <typename T>
    void reply(QObject *context, Answer<T> answer, T value);
    Incident *incident(qint64 id);
    Run *run(const QString &plan);
    void audited(const QString &type, const QString &subject, const QJsonObject &detail = {});

    std::optional<Error> m_failure;
    bool m_hold = false;
};

/// The parts of the story, for StoryConsole's constructor.
namespace story {
HealthSnapshot health();
std::vector<Incident> incidents(const HealthSnapshot &health);
std::vector<Run> runs();
std::vector<ModelVersion> models();
std::vector<TrainingJob> jobs();
std::vector<SourceConfig> sources();
std::vector<SourceState> sourceStates();
std::vector<AuditEntry> audit();
std::vector<SeriesInfo> series(const HealthSnapshot &health);
/// What a series looks like in the range; the same at every call.
Columns columns(const Labels &labels, TimeMs from, TimeMs to, int count);
ChartAnswer chart(const Labels &labels, const ChartRequest &request);
}

} // namespace lepto
