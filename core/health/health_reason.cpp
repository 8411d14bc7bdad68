#include "core/health/health_evaluator.h"

#include <QCoreApplication>

#include <cmath>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HealthReason", text);
}

QString number(double value)
{
    return QString::number(value, 'g', 3);
}

QString quantity(double value, const QString &unit)
{
    if (unit == QLatin1String("ratio"))
        return number(value * 100) + QStringLiteral(" %");
    if (unit == QLatin1String("seconds"))
        return value != 0 && std::abs(value) < 1 ? number(value * 1000) + QStringLiteral(" ms")
                                                 : number(value) + QStringLiteral(" s");
    return unit.isEmpty() ? number(value) : number(value) + u' ' + unit;
}

QString ageText(TimeMs age)
{
    const TimeMs seconds = age / 1000;
    return seconds < 120 ? tr("%1 s").arg(seconds) : tr("%1 min").arg(seconds / 60);
}

} // namespace

QString reasonOf(const SignalState &state, TimeMs now)
{
    if (state.severity == Severity::Stale)
        return tr("%1: no data for %2").arg(state.title, ageText(now - state.at));
    if (state.severity == Severity::NoData || std::isnan(state.value))
        return tr("%1: no data").arg(state.title);
    const auto limit = state.severity == Severity::Critical ? state.critical : state.warning;
    const QString value = quantity(state.value, state.unit);
    return limit ? tr("%1 %2, limit %3").arg(state.title, value, quantity(*limit, state.unit))
                 : tr("%1 %2").arg(state.title, value);
}

} // namespace lepto
