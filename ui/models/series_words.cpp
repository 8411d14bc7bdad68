#include "ui/models/series_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace lepto {

namespace {

constexpr int nameLimit = 60;

bool isSignal(const Labels &labels)
{
    return labels.name() == "leptoscope:signal";
}

QString plain(std::string_view text)
{
    return oneLine(qstr(text), nameLimit);
}

} // namespace

QString seriesUnit(const Labels &labels)
{
    if (labels.has("unit"))
        return plain(labels.get("unit"));
    const std::string_view name = labels.name();
    if (name.ends_with("_seconds") || name.ends_with("_seconds_sum"))
        return QStringLiteral("seconds");
    if (name.ends_with("_bytes"))
        return QStringLiteral("bytes");
    if (name.ends_with("_ratio"))
        return QStringLiteral("ratio");
    return {};
}

QString seriesTitle(const Labels &labels)
{
    if (isSignal(labels))
        return plain(labels.get("service")) + QLatin1String(", ") + plain(labels.get("signal"));
    const Labels rest = labels.with("__name__", "");
    if (rest.empty())
        return plain(labels.name());
    const QString braces = oneLine(qstr(rest.text()), 3 * nameLimit);
    return labels.name().empty() ? braces : plain(labels.name()) + QLatin1Char(' ') + braces;
}

QStringList distinctNames(const std::vector<Labels> &series)
{
    if (series.size() == 1)
        return { seriesTitle(series.front()) };
    std::set<std::string> names;
    for (const Labels &labels : series) {
        for (const auto &[name, value] : labels.pairs())
            names.insert(name);
    }
    std::erase_if(names, [&](const std::string &name) {
        return std::all_of(
            series.begin(), series.end(), [&](const Labels &l) { return l.get(name) == series.front().get(name); });
    });
    QStringList out;
    for (const Labels &labels : series) {
        QStringList parts;
        for (const std::string &name : names) {
            if (labels.has(name))
                parts.append(plain(labels.get(name)));
        }
        out.append(parts.isEmpty() ? seriesTitle(labels) : parts.join(QLatin1Char(' ')));
    }
    return out;
}

bool isCounter(const QString &metric)
{
    static constexpr std::array endings = { "_total", "_count", "_sum", "_bucket" };
    return std::any_of(
        endings.begin(), endings.end(), [&](const char *ending) { return metric.endsWith(QLatin1String(ending)); });
}

} // namespace lepto
