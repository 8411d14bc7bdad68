#include "ui/models/alert_sieve.h"

#include "core/base/text.h"

#include <algorithm>

namespace lepto {

namespace {

bool holds(const QString &word, const Labels &labels, const QMap<QString, QString> &annotations)
{
    for (const auto &[name, value] : labels.pairs()) {
        if (qstr(value).contains(word, Qt::CaseInsensitive) || qstr(name).contains(word, Qt::CaseInsensitive))
            return true;
    }
    return std::any_of(annotations.begin(), annotations.end(), [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

Result<AlertSieve> AlertSieve::parse(const QString &text)
{
    AlertSieve sieve;
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return sieve;
    sieve.m_open = false;
    if (typed.contains(QLatin1Char('=')) || typed.contains(QLatin1String("!~"))) {
        auto filter = AlertFilter::parse(typed);
        if (!filter)
            return filter.error();
        sieve.m_filter = *std::move(filter);
    } else {
        sieve.m_words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    return sieve;
}

bool AlertSieve::passes(const Labels &labels, const QMap<QString, QString> &annotations) const
{
    return m_open
        || (m_filter.matches(labels) && std::ranges::all_of(m_words, [&](const QString &word) { return holds(word, labels, annotations); }));
}

} // namespace lepto
