#pragma once

#include "core/alerts/alert_filter.h"

namespace lepto {

/// The text of a filter field: matchers (`severity="critical", instance=~"db.*"`) where it holds one of = and !~, else words that must
/// all stand somewhere in labels or annotations.
class AlertSieve {
public:
    AlertSieve() = default;                        ///< lets everything through
    /// Errors: those of parseMatchers.
    static Result<AlertSieve> parse(const QString &text);
    bool passes(const Labels &labels, const QMap<QString, QString> &annotations) const;
    bool isOpen() const { return m_open; }         ///< lets everything through

private:
    AlertFilter m_filter;
    QStringList m_words;
    bool m_open = true;
};

} // namespace lepto
