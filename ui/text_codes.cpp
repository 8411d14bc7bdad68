#include "ui/text.h"

#include <QCoreApplication>

namespace lepto::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(Severity severity)
{
    switch (severity) {
    case Severity::Ok: return Words::tr("Healthy");
    case Severity::Maintenance: return Words::tr("Maintenance");
    case Severity::NoData: return Words::tr("No data");
    case Severity::Stale: return Words::tr("Stale");
    case Severity::Info: return Words::tr("Info");
    case Severity::Warning: return Words::tr("Warning");
    case Severity::Critical: return Words::tr("Critical");
    }
    return {};
}

QString of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None: return Words::tr("No verdict");
    case Verdict::True: return Words::tr("True", "verdict");
    case Verdict::False: return Words::tr("False", "verdict");
    case Verdict::Expected: return Words::tr("Expected", "verdict");
    case Verdict::WrongScope: return Words::tr("Wrong scope");
    case Verdict::Missed: return Words::tr("Missed");
    case Verdict::Duplicate: return Words::tr("Duplicate");
    }
    return {};
}

QString of(IncidentState state)
{
    switch (state) {
    case IncidentState::Open: return Words::tr("Open", "incident state");
    case IncidentState::Acknowledged: return Words::tr("Acknowledged");
    case IncidentState::Mitigating: return Words::tr("Mitigating");
    case IncidentState::Resolved: return Words::tr("Resolved");
    case IncidentState::Closed: return Words::tr("Closed");
    }
    return {};
}

QString of(TimelineEntry::Kind kind)
{
    using Kind = TimelineEntry::Kind;
    switch (kind) {
    case Kind::Anomaly: return Words::tr("Anomaly");
    case Kind::Health: return Words::tr("Health");
    case Kind::Opened: return Words::tr("Opened");
    case Kind::Acknowledged: return Words::tr("Acknowledged");
    case Kind::Verdict: return Words::tr("Verdict");
    case Kind::Note: return Words::tr("Note");
    case Kind::Label: return Words::tr("Label");
    case Kind::Suggested: return Words::tr("Suggested");
    case Kind::Planned: return Words::tr("Planned");
    case Kind::Approved: return Words::tr("Approved");
    case Kind::Step: return Words::tr("Step");
    case Kind::Verified: return Words::tr("Verified");
    case Kind::RolledBack: return Words::tr("Rolled back");
    case Kind::State: return Words::tr("State");
    }
    return {};
}

QString of(LabelRegion::Class cls)
{
    using Class = LabelRegion::Class;
    switch (cls) {
    case Class::Incident: return Words::tr("Incident");
    case Class::Normal: return Words::tr("Normal");
    case Class::Maintenance: return Words::tr("Maintenance");
    case Class::Deploy: return Words::tr("Deploy");
    case Class::BadData: return Words::tr("Bad data");
    }
    return {};
}

QString of(SourceConfig::Kind kind)
{
    switch (kind) {
    case SourceConfig::Kind::Host: return Words::tr("This computer");
    case SourceConfig::Kind::Prometheus: return Words::tr("Prometheus");
    case SourceConfig::Kind::Exporter: return Words::tr("Exporter scrape");
    case SourceConfig::Kind::Edge: return Words::tr("Edge over ssh");
    case SourceConfig::Kind::Loki: return Words::tr("Grafana Loki");
    case SourceConfig::Kind::Journal: return Words::tr("System journal");
    case SourceConfig::Kind::LogFile: return Words::tr("Log files");
    case SourceConfig::Kind::Alertmanager: return Words::tr("Alertmanager");
    case SourceConfig::Kind::Grafana: return Words::tr("Grafana");
    }
    return {};
}

QString of(SourceState::Code code)
{
    using Code = SourceState::Code;
    switch (code) {
    case Code::Starting: return Words::tr("Starting");
    case Code::Live: return Words::tr("Live");
    case Code::Partial: return Words::tr("Partial");
    case Code::Stale: return Words::tr("Stale");
    case Code::Failed: return Words::tr("Failed");
    case Code::Stopped: return Words::tr("Stopped");
    }
    return {};
}

QString of(StepRecord::State state)
{
    using State = StepRecord::State;
    switch (state) {
    case State::Pending: return Words::tr("Waiting");
    case State::Intent: return Words::tr("Running");
    case State::Done: return Words::tr("Done");
    case State::Failed: return Words::tr("Failed");
    case State::TimedOut: return Words::tr("Timed out");
    case State::Unknown: return Words::tr("Unknown");
    }
    return {};
}

QString of(Effect effect)
{
    switch (effect) {
    case Effect::Read: return Words::tr("reads only");
    case Effect::Idempotent: return Words::tr("safe to repeat");
    case Effect::AtMostOnce: return Words::tr("at most once");
    }
    return {};
}

QString of(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Candidate: return Words::tr("Candidate");
    case ModelStage::Active: return Words::tr("Active");
    case ModelStage::Retired: return Words::tr("Retired");
    case ModelStage::Refused: return Words::tr("Refused to load");
    }
    return {};
}

QString of(TrainingJob::State state)
{
    using State = TrainingJob::State;
    switch (state) {
    case State::Queued: return Words::tr("Queued");
    case State::Exporting: return Words::tr("Collecting data");
    case State::Running: return Words::tr("Running");
    case State::Evaluating: return Words::tr("Evaluating");
    case State::Done: return Words::tr("Done");
    case State::Failed: return Words::tr("Failed");
    case State::Cancelled: return Words::tr("Cancelled");
    case State::Interrupted: return Words::tr("Interrupted");
    }
    return {};
}

QString of(const AuditVerdict &verdict)
{
    switch (verdict.code) {
    case AuditVerdict::Code::Verified: return Words::tr("Record intact: %Ln entries", nullptr, int(verdict.entries));
    case AuditVerdict::Code::Unverified:
        return Words::tr("Not confirmed from outside: %Ln entries agree with each other", nullptr, int(verdict.entries));
    case AuditVerdict::Code::Broken:
        return verdict.firstBad >= 0 && verdict.entries > 0 ? Words::tr("Entry %1 does not match its hash").arg(count(verdict.firstBad))
                                     : Words::tr("The record does not match its signed head");
    }
    return {};
}

QString risk(const QString &risk)
{
    if (risk == QLatin1String("low"))
        return Words::tr("Low risk");
    if (risk == QLatin1String("medium"))
        return Words::tr("Medium risk");
    if (risk == QLatin1String("high"))
        return Words::tr("High risk");
    return risk;
}

QString device(const QString &device)
{
    if (device.isEmpty() || device.compare(QLatin1String("cpu"), Qt::CaseInsensitive) == 0)
        return Words::tr("CPU");
    return device;
}

QString incident(qint64 id)
{
    return QStringLiteral("INC-%1").arg(id);
}

QString of(const Error &error)
{
    const QString sentence = QString::fromStdString(error.text());
    return sentence.endsWith(QLatin1Char('.')) ? sentence : sentence + QLatin1Char('.');
}

} // namespace lepto::text
