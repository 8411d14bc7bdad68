#pragma once

#include "app/gui/alert_desk.h"
#include "app/gui/engine.h"
#include "app/gui/event_desk.h"
#include "app/gui/history_reader.h"
#include "app/gui/import_desk.h"
#include "app/gui/layout_desk.h"
#include "app/gui/quality_desk.h"
#include "app/gui/query_desk.h"
#include "app/gui/self_desk.h"
#include "ui/console.h"

#include <QTimer>

namespace lepto {

/// ui/console.h over the engine thread. Holds the latest snapshots in the window's thread; while a bundle is open they are the
/// bundle's, the live engine collects on, and everything that would change something is refused with one sentence.
class EngineConsole final : public Console {
    Q_OBJECT
public:
    /// `language` is for the titles of a bundle's signals.
    EngineConsole(Engine &engine, QString user, QString language = {}, QObject *parent = nullptr);
    ~EngineConsole() override;        ///< stops the engine

    /// To be called once the engine is open: connects it and takes the first snapshots. `collect` starts the sources.
    void connectEngine(bool collect);

    void framePainted(double seconds);   ///< for the console's own metrics
    void stalled(double seconds);        ///< the same

    const ConsoleState &state() const override { return m_state; }
    const HealthSnapshot &health() const override { return m_view.health; }
    const std::vector<Incident> &incidents() const override { return m_view.incidents; }
    const std::vector<Run> &runs() const override { return m_view.runs; }
    const std::vector<ModelVersion> &models() const override { return m_view.models; }
    const std::vector<TrainingJob> &jobs() const override { return m_view.jobs; }
    const std::vector<SourceConfig> &sources() const override { return m_sources; }

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

    QualityDesk *quality() override { return &m_quality; }
    SelfDesk *self() override { return &m_self; }

    void lookAround(QObject *context, Answer<std::vector<SourceConfig>> answer) override;
    QString sampleBundle() const override;
    QString rulesFolder() const override { return m_rulesFolder; }
    QString runbooksFolder() const override { return m_runbooksFolder; }
    EventDesk *events() override { return &m_events; }
    void exportAudit(const QString &file, QObject *context, Answer<bool> answer) override;
    AlertDesk *alerts() override { return &m_alertDesk; }
    QueryDesk *queries() override { return &m_queryDesk; }
    LayoutDesk *layouts() override { return &m_layoutDesk; }
    ImportDesk *imports() override { return &m_importDesk; }

private:
    /// What the pages look at; one for the live engine, one for an open bundle.
    struct View {
        HealthSnapshot health;
        std::vector<Incident> incidents;
        std::vector<LabelRegion> labels;
        std::vector<Run> runs;
        std::vector<ModelVersion> models;
        std::vector<TrainingJob> jobs;
        std::vector<AuditEntry> audit;
    };

    template <typename Value>
    void publish(Value View::*part, Value value, void (Console::*changed)());
    void wireSnapshots(Services &services);
    void wireState(Services &services);
    void askDevice(Services &services);
    void sendPlaces(Services &services);
    void sendState(Services &services);
    void change(std::function<Result<void>(Services &)> work);
    void ask(std::function<Result<void>(Services &)> work, QObject *context, Answer<bool> answer);
    void checkAudit(QObject *context, Answer<AuditVerdict> answer);
    void showAll();
    void showBundle();
    bool offline() const { return m_bundle != nullptr; }
    static Error readOnly();

    Engine &m_engine;
    EngineEventDesk m_events{m_engine};
    QString m_language;
    ConsoleState m_state, m_liveState;
    View m_view, m_live;
    std::vector<SourceConfig> m_sources;
    std::shared_ptr<OpenBundle> m_bundle;
    EngineQualityDesk m_quality { m_engine, [this] { return m_bundle; }, this };
    EngineSelfDesk m_self { m_engine, this };
    QString m_rulesFolder, m_runbooksFolder;
    JobRunner m_readers{2};
    EngineAlertDesk m_alertDesk{m_engine, *this};
    HistoryReader m_reader{m_engine, m_readers, m_bundle};
    EngineQueryDesk m_queryDesk{m_engine, m_reader, this};
    EngineLayoutDesk m_layoutDesk{m_engine, this};
    EngineImportDesk m_importDesk{m_engine, m_reader, this};
    QTimer m_clock, m_samples, m_auditTimer;
    QString m_opsFile, m_anchorFile;
    QByteArray m_publicKey;
    bool m_samplesArrived = false;
};

} // namespace lepto
