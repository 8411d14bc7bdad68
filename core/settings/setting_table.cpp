#include "core/settings/setting_table.h"

#include <algorithm>
#include <vector>

namespace lepto {

namespace {

SettingInfo info(const Setting<bool> &s)
{
    return { QLatin1String(s.key), SettingInfo::Type::Flag, s.fallback, s.min, s.max, {}, s.doc };
}

SettingInfo info(const Setting<int> &s)
{
    return { QLatin1String(s.key), SettingInfo::Type::Integer, s.fallback, s.min, s.max, {}, s.doc };
}

SettingInfo info(const Setting<double> &s)
{
    return { QLatin1String(s.key), SettingInfo::Type::Number, s.fallback, s.min, s.max, {}, s.doc };
}

SettingInfo info(const Setting<const char *> &s)
{
    const QString choices = QLatin1String(s.choices);
    return { QLatin1String(s.key), SettingInfo::Type::Text, QString::fromUtf8(s.fallback), {}, {},
        choices.isEmpty() ? QStringList() : choices.split(u'|'), s.doc };
}

template <typename... S>
std::vector<SettingInfo> table(const S &...settings)
{
    return { info(settings)... };
}

} // namespace

std::span<const SettingInfo> settingTable()
{
    using namespace setting;
    static const std::vector<SettingInfo> all = table(theme, language, density, fontSize, reducedMotion, environment, production, keys, timeZone, notifyDesktop, notifySeverity,
        notifyQuietHours, retentionDays,
        rawDays, diskBudgetMiB, maxSeries, logRetentionDays, logBudgetMiB, opsDatabase, seriesPerSource, answerMiB, staleAfterIntervals, clockLimitSeconds, fillGaps, fillGapsHours, healthIntervalMs,
        incidentGapMinutes, approvalMinutes, armedMinutes, twoPeople, workerCommand, changesPath, changesWebhook, changesWebhookPort, telemetryOn, telemetryPort);
    return all;
}

const SettingInfo *findSetting(const QString &key)
{
    const auto all = settingTable();
    const auto it = std::find_if(all.begin(), all.end(), [&](const SettingInfo &line) { return line.key == key; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace lepto
