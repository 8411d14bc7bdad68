#pragma once

#include <QString>
#include <QVariant>

#include <span>

namespace lepto {

/// One line of the settings table: key in the file, value when the file is silent, allowed range, meaning.
/// T is bool, int, double or const char * (a text; `choices` separated by '|' where only some are allowed).
template <typename T>
struct Setting {
    const char *key;
    T fallback;
    T min;
    T max;
    const char *doc;
    const char *choices = "";
};

/// Everything that can be set. A new setting is one line here and one in setting_table.cpp.
namespace setting {

inline constexpr Setting<const char *> theme { "ui.theme", "system", "", "", "Colours of the console", "system|dark|light" };
inline constexpr Setting<const char *> language { "ui.language", "", "", "", "Language; empty follows the system", "|en|zh_CN" };
inline constexpr Setting<const char *> density { "ui.density", "regular", "", "", "Row height and text size", "compact|regular|comfortable" };
inline constexpr Setting<int> fontSize { "ui.fontSize", 0, 0, 32, "Text size in pixels; 0 follows the density" };
inline constexpr Setting<bool> reducedMotion { "ui.reducedMotion", false, false, true, "No animation" };
inline constexpr Setting<const char *> environment { "ui.environment", "", "", "", "Name of what is watched, shown at the top of the window" };
inline constexpr Setting<bool> production { "ui.production", true, false, true, "Mark the window as production" };
inline constexpr Setting<const char *> keys { "keys.custom", "", "", "", "Keys that differ from the usual ones, e.g. palette=Ctrl+P; empty: none" };
inline constexpr Setting<const char *> timeZone { "ui.timeZone", "", "", "", "Time zone of the screens; empty is this machine's" };

inline constexpr Setting<bool> notifyDesktop { "notify.desktop", false, false, true, "Messages on the desktop too, outside the window" };
inline constexpr Setting<const char *> notifySeverity { "notify.severity", "critical", "", "", "On the desktop from this severity on", "critical|warning|info" };
inline constexpr Setting<const char *> notifyQuietHours { "notify.quietHours", "", "", "", "No messages on the desktop in these hours, e.g. 22:00-07:00; empty: none are quiet" };

inline constexpr Setting<int> retentionDays { "store.retentionDays", 30, 1, 3650, "Samples older than this are removed" };
inline constexpr Setting<int> rawDays { "store.rawDays", 14, 1, 3650, "Older samples become buckets of five minutes" };
inline constexpr Setting<int> diskBudgetMiB { "store.diskBudgetMiB", 8192, 64, 1'048'576, "The oldest days of the history are removed past this size" };
inline constexpr Setting<int> maxSeries { "store.maxSeries", 200'000, 1000, 10'000'000, "New series are refused past this number" };

inline constexpr Setting<int> logRetentionDays { "logs.retentionDays", 14, 1, 3650, "Lines of logs older than this are removed" };
inline constexpr Setting<int> logBudgetMiB { "logs.diskBudgetMiB", 4096, 16, 1'048'576, "The oldest lines of logs are removed past this size" };
inline constexpr Setting<const char *> opsDatabase { "ops.database", "", "", "", "Team database for incidents, labels, runs and audit, e.g. postgresql://user@host/leptoscope; empty is a file of this console" };

inline constexpr Setting<int> seriesPerSource { "sources.maxSeries", 20'000, 100, 1'000'000, "Series mirrored from one server" };
inline constexpr Setting<int> answerMiB { "sources.maxAnswerMiB", 256, 1, 2048, "Answers larger than this are refused" };
inline constexpr Setting<int> staleAfterIntervals { "sources.staleAfterIntervals", 3, 2, 100, "Missed intervals before a source is called stale" };
inline constexpr Setting<double> clockLimitSeconds { "sources.clockLimitSeconds", 5.0, 0.1, 3600.0, "Clock difference that is worth a warning" };
inline constexpr Setting<bool> fillGaps { "sources.fillGaps", true, false, true, "After a stop, fetch what was missed from the servers" };
inline constexpr Setting<int> fillGapsHours { "sources.fillGapsHours", 72, 1, 8760, "How far back missed history is fetched, in hours" };

inline constexpr Setting<int> healthIntervalMs { "health.intervalMs", 5000, 500, 600'000, "How often the rules are evaluated" };
inline constexpr Setting<double> incidentGapMinutes { "incidents.gapMinutes", 5.0, 0.5, 240.0, "Anomalies closer than this may be one incident" };
inline constexpr Setting<int> approvalMinutes { "remediate.approvalMinutes", 30, 1, 1440, "How long an approval stays valid" };
inline constexpr Setting<int> armedMinutes { "remediate.armedMinutes", 30, 1, 480, "How long write mode stays on" };
inline constexpr Setting<bool> twoPeople { "remediate.twoPeople", true, false, true, "Approver and requester must differ" };
inline constexpr Setting<const char *> workerCommand { "worker.command", "", "", "", "Worker program or ssh command; empty is the one beside the console" };

inline constexpr Setting<const char *> changesPath { "changes.path", "", "", "", "File or folder of changes to follow (JSON lines or CSV); empty: none" };
inline constexpr Setting<bool> changesWebhook { "changes.webhook", false, false, true, "Take changes over HTTP on 127.0.0.1" };
inline constexpr Setting<int> changesWebhookPort { "changes.webhookPort", 9465, 0, 65535, "Port of the webhook for changes; 0 picks a free one" };

inline constexpr Setting<bool> telemetryOn { "telemetry.enabled", true, false, true, "Offer the console's own metrics on 127.0.0.1" };
inline constexpr Setting<int> telemetryPort { "telemetry.port", 9464, 0, 65535, "Port of the console's own metrics; 0 picks a free one" };

} // namespace setting

/// A table line without its type, for listings, checks and the settings page.
struct SettingInfo {
    enum class Type { Flag, Integer, Number, Text };
    QString key;
    Type type = Type::Text;
    QVariant fallback, min, max;
    QStringList choices;
    const char *doc = "";          ///< English; pass through QCoreApplication::translate("Setting", doc)
};

std::span<const SettingInfo> settingTable();
/// nullptr for a key that is not in the table.
const SettingInfo *findSetting(const QString &key);

} // namespace lepto
