#pragma once

#include "core/health/health.h"
#include "core/promql/parser.h"

#include <QString>

#include <optional>
#include <string>

namespace lepto {

/// A limit such as "> 0.5". Equality only with >= and <=.
struct Threshold {
    enum class Op { Greater, GreaterEqual, Less, LessEqual };
    Op op = Op::Greater;
    double limit = 0;

    /// Errors: BadInput with the text as subject.
    static Result<Threshold> parse(const QString &text);
    bool above() const { return op == Op::Greater || op == Op::GreaterEqual; }
    /// NaN crosses nothing.
    bool crossed(double value) const;
    /// Back on the good side by at least a twentieth of the limit, so that a value at the limit does not flap.
    bool cleared(double value) const;
    QString text() const; ///< "> 0.5"
};

/// How one golden signal is measured and judged: one entry of a rule file. A value; safe to share between threads.
struct Rule {
    std::string id; ///< the signal's name, e.g. "latency_p99"
    std::string serviceLabel; ///< each value of this label is a service; empty: `service` is the one
    std::string service;
    std::string tier;
    QString title, titleZh;
    SignalKind kind = SignalKind::Other;
    QString unit;
    std::optional<promql::Expr> expr; ///< always there in a rule that was read
    std::optional<Threshold> warning, critical;
    TimeMs holdFor = 0; ///< how long a limit must be crossed, or cleared, to count
};

/// "latency", "traffic", "errors", "saturation", "other": the words of rule files and of the label `kind`.
std::string_view kindText(SignalKind kind);
std::optional<SignalKind> kindOf(std::string_view text);

} // namespace lepto
