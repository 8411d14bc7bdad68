#pragma once

#include "core/audit/audit_entry.h"
#include "core/health/health.h"
#include "core/incidents/incident.h"
#include "core/models/model.h"
#include "core/remediate/run.h"
#include "core/sources/source.h"
#include "core/store/store.h"
#include "ml/base/forecaster.h"
#include "ml/base/result.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace lepto {

class AlertDesk;
class EventDesk;
class ImportDesk;
class LayoutDesk;
class QualityDesk;
class QueryDesk;
class SelfDesk;

/// What one chart wants to draw.
struct ChartRequest {
    SeriesId series = 0;
    TimeMs from = 0, to = 0;          ///< `to` may lie in the future
    int columns = 800;                ///< half-pixel columns
    bool forecast = false;            ///< with band up to `to`
    bool expected = false;            ///< with the detector's expected band and the anomalies in the range
    Labels labels;                    ///< names the series while `series` is 0: the one with exactly these labels
};

struct BandPoint {
    TimeMs t = 0;
    double lower = 0, mid = 0, upper = 0;
};

struct ChartAnswer {
    Columns data;
    std::vector<BandPoint> expected;  ///< past: what the detector expected
    std::vector<BandPoint> forecast;  ///< future; empty with `withheld` set when it is no better than seasonal naive
    QString forecastMethod;
    double forecastMase = 0, forecastHeld = 0;
    bool withheld = false;
    std::vector<Anomaly> anomalies;
    std::vector<LabelRegion> labels;
};

/// Everything the status bar sums up.
struct ConsoleState {
    bool offline = false;             ///< a bundle is open: no sources, clock stands at `now`
    QString bundle;                   ///< its name
    TimeMs now = 0;
    std::vector<SourceState> sources;
    StoreStats store;
    double samplesPerSecond = 0, scoringLagMs = 0;
    qint64 writeArmedUntil = 0;       ///< 0: read-only
    bool stopped = false;             ///< STOP ALL is on
    QString device;                   ///< "CPU" or the GPU's name
    AuditVerdict audit;
    qint64 auditEntries = 0;          ///< in the record now, of which `audit` may have checked fewer
    QString user;
    QString problem;                  ///< one sentence when something of the console itself is wrong (disk full, ...)
};

struct TrainingRequest {
    QString name;
    std::vector<SeriesId> series;
    TimeMs from = 0, to = 0;
    int epochs = 30;
};

/// What the pages see and what they ask: the border between ui and the engine behind it.
/// Lives in the GUI thread. Snapshots are values, always present, replaced before their signal is sent. Requests return at once; the
/// answer comes as a call in the GUI thread and is dropped when `context` has died. Nothing here ever blocks.
class Console : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual const ConsoleState &state() const = 0;
    virtual const HealthSnapshot &health() const = 0;
    virtual const std::vector<Incident> &incidents() const = 0;      ///< newest first
    virtual const std::vector<Run> &runs() const = 0;                ///< suggestions and runs, newest first
    virtual const std::vector<ModelVersion> &models() const = 0;
    virtual const std::vector<TrainingJob> &jobs() const = 0;
    virtual const std::vector<SourceConfig> &sources() const = 0;

    virtual void chart(const ChartRequest &request, QObject *context, Answer<ChartAnswer> answer) = 0;
    virtual void findSeries(const QString &text, int limit, QObject *context, Answer<std::vector<SeriesInfo>> answer) = 0;
    virtual void query(const QString &expr, TimeMs from, TimeMs to, int columns, QObject *context,
                       Answer<std::vector<std::pair<Labels, Columns>>> answer) = 0;
    virtual void audit(qint64 before, int limit, QObject *context, Answer<std::vector<AuditEntry>> answer) = 0;

    virtual void saveSource(const SourceConfig &config, const QString &secret, QObject *context, Answer<bool> answer) = 0;
    virtual void removeSource(const QString &name, QObject *context, Answer<bool> answer) = 0;
    /// Steps of a connection test as they finish: name code, good, milliseconds, words; `answer` after the last.
    virtual void testSource(const SourceConfig &config, const QString &secret, QObject *context,
                            std::function<void(QString step, bool good, qint64 ms, QString words)> step, Answer<bool> answer) = 0;

    virtual void acknowledge(qint64 incident) = 0;
    virtual void setVerdict(qint64 incident, Verdict verdict) = 0;
    virtual void addNote(qint64 incident, const QString &text) = 0;
    virtual void resolve(qint64 incident) = 0;
    virtual void addLabel(const LabelRegion &label, QObject *context, Answer<LabelRegion> answer) = 0;
    virtual void removeLabel(qint64 id) = 0;

    virtual void train(const TrainingRequest &request, QObject *context, Answer<QString> answer) = 0; ///< job id
    virtual void cancelTraining(const QString &job) = 0;
    virtual void promote(const QString &name, int version, QObject *context, Answer<bool> answer) = 0;
    virtual void rollBack(const QString &name, QObject *context, Answer<bool> answer) = 0;

    virtual void armWrites(int minutes, const QString &reason) = 0;   ///< 0 disarms
    virtual void stopAll(bool stop) = 0;
    virtual void dryRun(const QString &plan, QObject *context, Answer<bool> answer) = 0;
    virtual void approve(const QString &plan, const QString &hash, const QString &reason, QObject *context, Answer<bool> answer) = 0;
    virtual void reject(const QString &plan, const QString &reason) = 0;
    virtual void execute(const QString &plan, QObject *context, Answer<bool> answer) = 0;
    virtual void rollBackRun(const QString &plan, QObject *context, Answer<bool> answer) = 0;

    virtual void verifyAudit(QObject *context, Answer<AuditVerdict> answer) = 0;
    virtual void saveBundle(const QString &file, TimeMs from, TimeMs to, QObject *context, Answer<bool> answer) = 0;
    virtual void openBundle(const QString &file, QObject *context, Answer<bool> answer) = 0; ///< replaces the live view until closed
    virtual void closeBundle() = 0;

    virtual QualityDesk *quality() { return nullptr; }   ///< null: this console has no history to judge
    virtual SelfDesk *self() { return nullptr; }         ///< null: it says nothing about itself
    virtual AlertDesk *alerts() { return nullptr; }       ///< null: this console has none

    /// What the start and settings pages show of this machine. Defaults: nothing found, nothing shown.
    virtual void lookAround(QObject *, Answer<std::vector<SourceConfig>>) {} ///< servers that answer on loopback, ready to save
    virtual QString sampleBundle() const { return {}; }   ///< file of the recorded sample incident
    virtual QString rulesFolder() const { return {}; }
    virtual QString runbooksFolder() const { return {}; }
    virtual EventDesk *events() { return nullptr; }       ///< null: this console has none
    /// The desks of a console that has them; null: it has none.
    virtual QueryDesk *queries() { return nullptr; }
    virtual LayoutDesk *layouts() { return nullptr; }
    virtual ImportDesk *imports() { return nullptr; }
    /// The record with its signed head as a file. Default: refused.
    virtual void exportAudit(const QString &file, QObject *, Answer<bool> answer)
    {
        answer(Error { ErrorCode::Refused, file.toStdString(), "this console cannot export its record" });
    }

Q_SIGNALS:
    void stateChanged();
    void healthChanged();
    void incidentsChanged();
    void runsChanged();
    void modelsChanged();
    void jobsChanged();
    void samplesArrived();            ///< at most 4 a second
    void message(lepto::Severity severity, const QString &what, const QString &why); ///< one per change of state
};

} // namespace lepto
