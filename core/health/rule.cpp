#include "core/health/rule.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace lepto {

namespace {

constexpr double kMargin = 0.05;

struct KindName {
    SignalKind kind;
    std::string_view text;
};
constexpr KindName kKinds[] = { { SignalKind::Latency, "latency" }, { SignalKind::Traffic, "traffic" },
    { SignalKind::Errors, "errors" }, { SignalKind::Saturation, "saturation" }, { SignalKind::Other, "other" } };

struct OpName {
    Threshold::Op op;
    std::string_view text;
};
// Longer ones first.
constexpr OpName kOps[] = { { Threshold::Op::GreaterEqual, ">=" }, { Threshold::Op::LessEqual, "<=" },
    { Threshold::Op::Greater, ">" }, { Threshold::Op::Less, "<" } };

} // namespace

Result<Threshold> Threshold::parse(const QString &text)
{
    const std::string trimmed = utf8(text.trimmed());
    for (const OpName &name : kOps) {
        if (!trimmed.starts_with(name.text))
            continue;
        const std::string number = utf8(qstr(std::string_view(trimmed).substr(name.text.size())).trimmed());
        Threshold threshold { name.op, 0 };
        const auto result = std::from_chars(number.data(), number.data() + number.size(), threshold.limit);
        if (result.ec == std::errc() && result.ptr == number.data() + number.size() && std::isfinite(threshold.limit))
            return threshold;
        break;
    }
    return Error { ErrorCode::BadInput, utf8(oneLine(text, 40)),
        utf8(QCoreApplication::translate("Rule", "is not a limit such as \"> 0.5\"")) };
}

bool Threshold::crossed(double value) const
{
    switch (op) {
    case Op::Greater:
        return value > limit;
    case Op::GreaterEqual:
        return value >= limit;
    case Op::Less:
        return value < limit;
    case Op::LessEqual:
        return value <= limit;
    }
    return false;
}

bool Threshold::cleared(double value) const
{
    const double margin = std::abs(limit) * kMargin;
    const Threshold inner { op, above() ? limit - margin : limit + margin };
    return !std::isnan(value) && !inner.crossed(value);
}

QString Threshold::text() const
{
    for (const OpName &name : kOps) {
        if (name.op == op)
            return qstr(name.text) + u' ' + QString::number(limit, 'g', 6);
    }
    return {};
}

std::string_view kindText(SignalKind kind)
{
    for (const KindName &name : kKinds) {
        if (name.kind == kind)
            return name.text;
    }
    return "other";
}

std::optional<SignalKind> kindOf(std::string_view text)
{
    for (const KindName &name : kKinds) {
        if (name.text == text)
            return name.kind;
    }
    return std::nullopt;
}

} // namespace lepto
