#pragma once

#include "core/audit/audit_entry.h"
#include "core/incidents/incident.h"
#include "core/models/model.h"
#include "core/remediate/run.h"
#include "core/sources/source.h"
#include "ml/base/result.h"

#include <QString>

/// Codes and numbers of the core as words in the user's language. Pure but for the language; GUI thread.
namespace lepto::text {

QString of(Severity severity);
QString of(Verdict verdict);
QString of(IncidentState state);
QString of(TimelineEntry::Kind kind);
QString of(LabelRegion::Class cls);
QString of(SourceConfig::Kind kind);
QString of(SourceState::Code code);
QString of(RunState state);
QString of(StepRecord::State state);
QString of(Effect effect);
QString of(ModelStage stage);
QString of(TrainingJob::State state);
QString of(const AuditVerdict &verdict);      ///< one sentence
QString auditType(const QString &type);       ///< "run.approve" -> "Approve"; an unknown type as it is
QString testStep(const QString &step);        ///< name code of a connection test's step
QString risk(const QString &risk);
QString device(const QString &device);        ///< "cpu" -> "CPU"
QString incident(qint64 id);                  ///< "INC-214"

struct Quantity {
    QString number, unit;
    QString text() const;                     ///< with a no-break space between
};
/// Three significant digits in the unit that suits: seconds -> "412 ms", ratio -> "3.8 %", bytes -> "8.1 GiB", 1/s -> "1.56 k/s".
Quantity quantity(double value, const QString &unit);
QString value(double value, const QString &unit = {});
QString number(double value, int digits = 3); ///< plain, true minus
QString count(qint64 n);                      ///< "12,430"
QString compact(double n);                    ///< "12.4 k"
QString bytes(qint64 n);                      ///< "4.7 GiB"
QString duration(TimeMs ms);                  ///< "3 s", "4 min 12 s", "2 h 05 min", "3 d"
QString age(TimeMs at, TimeMs now);           ///< duration since; "never" for 0

QString time(TimeMs at, bool utc = true);     ///< "14:05:20"
QString minute(TimeMs at, bool utc = true);   ///< "14:05"
QString day(TimeMs at, bool utc = true);      ///< "18 Nov"
QString date(TimeMs at, bool utc = true);     ///< "18 Nov 2026"
QString dateTime(TimeMs at, bool utc = true); ///< "18 Nov 14:05"
/// The time alone when both fall on one day, else with the date.
QString when(TimeMs at, TimeMs now, bool utc = true);

QString shortHash(const QString &hex);        ///< "7d1e 90b3 … 04bc"
QString shortHash(const QByteArray &bytes);
QString of(const Error &error);               ///< one sentence with a full stop

} // namespace lepto::text
