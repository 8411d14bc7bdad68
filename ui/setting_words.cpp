#include "ui/setting_words.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace lepto::text {

namespace {

// The table lives in the core, which has no words in other languages; its sentences are marked for translation here.
[[maybe_unused]] constexpr const char *marked[] = {
    QT_TRANSLATE_NOOP("Setting", "Colours of the console"),
    QT_TRANSLATE_NOOP("Setting", "Language; empty follows the system"),
    QT_TRANSLATE_NOOP("Setting", "Row height and text size"),
    QT_TRANSLATE_NOOP("Setting", "Text size in pixels; 0 follows the density"),
    QT_TRANSLATE_NOOP("Setting", "No animation"),
    QT_TRANSLATE_NOOP("Setting", "Name of what is watched, shown at the top of the window"),
    QT_TRANSLATE_NOOP("Setting", "Mark the window as production"),
    QT_TRANSLATE_NOOP("Setting", "Keys that differ from the usual ones, e.g. palette=Ctrl+P; empty: none"),
    QT_TRANSLATE_NOOP("Setting", "Time zone of the screens; empty is this machine's"),
    QT_TRANSLATE_NOOP("Setting", "Messages on the desktop too, outside the window"),
    QT_TRANSLATE_NOOP("Setting", "On the desktop from this severity on"),
    QT_TRANSLATE_NOOP("Setting", "No messages on the desktop in these hours, e.g. 22:00-07:00; empty: none are quiet"),
    QT_TRANSLATE_NOOP("Setting", "Samples older than this are removed"),
    QT_TRANSLATE_NOOP("Setting", "Older samples become buckets of five minutes"),
    QT_TRANSLATE_NOOP("Setting", "The oldest days of the history are removed past this size"),
    QT_TRANSLATE_NOOP("Setting", "Lines of logs older than this are removed"),
    QT_TRANSLATE_NOOP("Setting", "The oldest lines of logs are removed past this size"),
    QT_TRANSLATE_NOOP("Setting", "Team database for incidents, labels, runs and audit, e.g. postgresql://user@host/leptoscope; empty is a file of this console"),
    QT_TRANSLATE_NOOP("Setting", "After a stop, fetch what was missed from the servers"),
    QT_TRANSLATE_NOOP("Setting", "How far back missed history is fetched, in hours"),
    QT_TRANSLATE_NOOP("Setting", "File or folder of changes to follow (JSON lines or CSV); empty: none"),
    QT_TRANSLATE_NOOP("Setting", "Take changes over HTTP on 127.0.0.1"),
    QT_TRANSLATE_NOOP("Setting", "Port of the webhook for changes; 0 picks a free one"),
    QT_TRANSLATE_NOOP("Setting", "New series are refused past this number"),
    QT_TRANSLATE_NOOP("Setting", "Series mirrored from one server"),
    QT_TRANSLATE_NOOP("Setting", "Answers larger than this are refused"),
    QT_TRANSLATE_NOOP("Setting", "Missed intervals before a source is called stale"),
    QT_TRANSLATE_NOOP("Setting", "Clock difference that is worth a warning"),
    QT_TRANSLATE_NOOP("Setting", "How often the rules are evaluated"),
    QT_TRANSLATE_NOOP("Setting", "Anomalies closer than this may be one incident"),
    QT_TRANSLATE_NOOP("Setting", "How long an approval stays valid"),
    QT_TRANSLATE_NOOP("Setting", "How long write mode stays on"),
    QT_TRANSLATE_NOOP("Setting", "Approver and requester must differ"),
    QT_TRANSLATE_NOOP("Setting", "Worker program or ssh command; empty is the one beside the console"),
    QT_TRANSLATE_NOOP("Setting", "Offer the console's own metrics on 127.0.0.1"),
    QT_TRANSLATE_NOOP("Setting", "Port of the console's own metrics; 0 picks a free one"),
};

struct Unit {
    const char *key, *words;
};
constexpr Unit units[] = {
    { "ui.fontSize", QT_TRANSLATE_NOOP("Setting", "px") },
    { "store.retentionDays", QT_TRANSLATE_NOOP("Setting", "days") },
    { "store.rawDays", QT_TRANSLATE_NOOP("Setting", "days") },
    { "store.diskBudgetMiB", "MiB" },
    { "store.maxSeries", QT_TRANSLATE_NOOP("Setting", "series") },
    { "logs.retentionDays", QT_TRANSLATE_NOOP("Setting", "days") },
    { "logs.diskBudgetMiB", "MiB" },
    { "sources.maxSeries", QT_TRANSLATE_NOOP("Setting", "series") },
    { "sources.maxAnswerMiB", "MiB" },
    { "sources.staleAfterIntervals", QT_TRANSLATE_NOOP("Setting", "intervals") },
    { "sources.clockLimitSeconds", QT_TRANSLATE_NOOP("Setting", "s") },
    { "sources.fillGapsHours", QT_TRANSLATE_NOOP("Setting", "h") },
    { "health.intervalMs", QT_TRANSLATE_NOOP("Setting", "ms") },
    { "incidents.gapMinutes", QT_TRANSLATE_NOOP("Setting", "min") },
    { "remediate.approvalMinutes", QT_TRANSLATE_NOOP("Setting", "min") },
    { "remediate.armedMinutes", QT_TRANSLATE_NOOP("Setting", "min") },
};

struct Choice {
    const char *code, *words;
};
constexpr Choice choices[] = {
    { "", QT_TRANSLATE_NOOP("Setting", "Follow the system") },
    { "system", QT_TRANSLATE_NOOP("Setting", "Follow the system") },
    { "dark", QT_TRANSLATE_NOOP("Setting", "Dark") },
    { "light", QT_TRANSLATE_NOOP("Setting", "Light") },
    { "compact", QT_TRANSLATE_NOOP("Setting", "Compact") },
    { "regular", QT_TRANSLATE_NOOP("Setting", "Regular") },
    { "comfortable", QT_TRANSLATE_NOOP("Setting", "Comfortable") },
    { "critical", QT_TRANSLATE_NOOP("Setting", "Critical") },
    { "warning", QT_TRANSLATE_NOOP("Setting", "Warning") },
    { "info", QT_TRANSLATE_NOOP("Setting", "Info") },
    { "en", "English" },
    { "zh_CN", "简体中文" },
};

} // namespace

QString settingDoc(const SettingInfo &setting)
{
    return QCoreApplication::translate("Setting", setting.doc);
}

QString settingUnit(const QString &key)
{
    for (const Unit &unit : units) {
        if (key == QLatin1String(unit.key))
            return QCoreApplication::translate("Setting", unit.words);
    }
    return {};
}

QString settingValue(const SettingInfo &setting, const QVariant &value)
{
    if (setting.type == SettingInfo::Type::Flag)
        return value.toBool() ? QCoreApplication::translate("Setting", "on") : QCoreApplication::translate("Setting", "off");
    if (!setting.choices.isEmpty())
        return settingChoice(value.toString());
    if (setting.type == SettingInfo::Type::Text)
        return value.toString().isEmpty() ? QCoreApplication::translate("Setting", "empty") : value.toString();
    const QString number = setting.type == SettingInfo::Type::Integer ? count(value.toLongLong()) : text::number(value.toDouble());
    const QString unit = settingUnit(setting.key);
    return unit.isEmpty() ? number : number + QChar(0xa0) + unit;
}

QString settingRange(const SettingInfo &setting)
{
    const QString fallback = QCoreApplication::translate("Setting", "default %1").arg(settingValue(setting, setting.fallback));
    if (setting.type != SettingInfo::Type::Integer && setting.type != SettingInfo::Type::Number)
        return fallback;
    return QCoreApplication::translate("Setting", "%1 to %2, %3").arg(setting.type == SettingInfo::Type::Integer ? count(setting.min.toLongLong()) : text::number(setting.min.toDouble()),
        settingValue(setting, setting.max), fallback);
}

QString settingChoice(const QString &choice)
{
    for (const Choice &known : choices) {
        if (choice == QLatin1String(known.code))
            return QCoreApplication::translate("Setting", known.words);
    }
    return choice;
}

} // namespace lepto::text
