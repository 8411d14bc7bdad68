#pragma once

#include "ml/base/result.h"

#include <QRegularExpression>
#include <QString>

namespace lepto {

/// A label's regular expression as Alertmanager reads it: Go's syntax (RE2), anchored at both ends, the dot stops at a line end. What Go
/// does not know (back references, look-around, possessive repeats, ...) is refused here as it is there.
/// Source of the rules: the documentation of Go's regexp/syntax. Immutable.
class GoPattern {
public:
    /// Errors: BadInput, reason in one sentence.
    static Result<GoPattern> compile(const QString &pattern);
    /// False too where the match takes more than a bounded effort.
    bool matches(const QString &text) const;

private:
    QRegularExpression m_regex;
};

/// The same language in the syntax of QRegularExpression, without the anchors. Errors: as compile.
Result<QString> translatedFromGo(const QString &pattern);

} // namespace lepto
