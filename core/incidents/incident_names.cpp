#include "core/incidents/incident_names.h"

#include <array>

namespace lepto {

namespace {

// In the order of the enumerators.
constexpr std::array kStates { "open", "acknowledged", "mitigating", "resolved", "closed" };
constexpr std::array kVerdicts { "none", "true", "false", "expected", "wrong-scope", "missed", "duplicate" };
constexpr std::array kKinds { "anomaly", "health", "opened", "acknowledged", "verdict", "note", "label", "suggested", "planned",
    "approved", "step", "verified", "rolled-back", "state" };
constexpr std::array kClasses { "incident", "normal", "maintenance", "deploy", "bad-data" };
constexpr std::array kSeverities { "ok", "maintenance", "no-data", "stale", "info", "warning", "critical" };

template <typename Enum, std::size_t N>
QString nameIn(const std::array<const char *, N> &names, Enum value)
{
    return QString::fromLatin1(names.at(std::size_t(value)));
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<const char *, N> &names, const QString &name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QString nameOf(IncidentState state)
{
    return nameIn(kStates, state);
}
QString nameOf(Verdict verdict)
{
    return nameIn(kVerdicts, verdict);
}
QString nameOf(TimelineEntry::Kind kind)
{
    return nameIn(kKinds, kind);
}
QString nameOf(LabelRegion::Class cls)
{
    return nameIn(kClasses, cls);
}
QString nameOf(Severity severity)
{
    return nameIn(kSeverities, severity);
}

std::optional<IncidentState> incidentStateOf(const QString &name)
{
    return valueIn<IncidentState>(kStates, name);
}
std::optional<Verdict> verdictOf(const QString &name)
{
    return valueIn<Verdict>(kVerdicts, name);
}
std::optional<TimelineEntry::Kind> timelineKindOf(const QString &name)
{
    return valueIn<TimelineEntry::Kind>(kKinds, name);
}
std::optional<LabelRegion::Class> labelClassOf(const QString &name)
{
    return valueIn<LabelRegion::Class>(kClasses, name);
}
std::optional<Severity> severityOf(const QString &name)
{
    return valueIn<Severity>(kSeverities, name);
}

} // namespace lepto
