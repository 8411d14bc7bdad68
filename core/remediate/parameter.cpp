#include "core/remediate/parameter.h"

#include "core/base/text.h"
#include "core/remediate/yaml_fields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lepto {

namespace {

constexpr qsizetype kMaxValue = 1024;
constexpr std::array kTypes { "int", "number", "duration", "enum", "host", "path", "k8s_name", "unit", "regex" };

QString tr(const char *text)
{
    return QCoreApplication::translate("Parameter", text);
}

bool matches(const char *pattern, const QString &value)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(value).hasMatch();
}

bool isPrintable(const QString &value)
{
    return std::none_of(value.begin(), value.end(), [](QChar c) {
        const auto category = c.category();
        return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
    });
}

template <typename Number>
QString canonicalNumber(const QString &value, double min, double max)
{
    const std::string text = utf8(value);
    Number number {};
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size() || !(double(number) >= min && double(number) <= max))
        return {};
    std::array<char, 40> buffer {};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return QString::fromLatin1(buffer.data(), written.ptr - buffer.data());
}

bool isPath(const QString &value)
{
    const QStringList parts = value.split(u'/');
    return value.startsWith(u'/') && !parts.contains(QStringLiteral("..")) && !parts.contains(QStringLiteral("."));
}

} // namespace

Result<Parameter::Type> Parameter::typeOf(const QString &name)
{
    for (std::size_t i = 0; i < kTypes.size(); ++i)
        if (name == QLatin1String(kTypes[i]))
            return Type(i);
    QStringList known;
    for (const char *type : kTypes)
        known += QLatin1String(type);
    return Error { ErrorCode::BadInput, utf8(oneLine(name, 60)),
        utf8(tr("the type must be one of: %1").arg(known.join(QStringLiteral(", ")))) };
}

bool Parameter::mayLookLikeAnOption() const
{
    switch (type) {
    case Type::Int:
    case Type::Number:
        return min < 0;
    case Type::Enum:
        return std::any_of(values.begin(), values.end(), [](const QString &value) { return value.startsWith(u'-'); });
    case Type::Regex:
        return true;
    default:
        return false;
    }
}

Result<QString> Parameter::accept(const QString &value) const
{
    const auto refuse = [this](const QString &why) {
        return Error { ErrorCode::BadInput, utf8(tr("parameter \"%1\"").arg(oneLine(name, 60))), utf8(why) };
    };
    if (value.isEmpty() || value.size() > kMaxValue || !isPrintable(value))
        return refuse(tr("the value is empty, too long or contains control characters"));
    QString canonical;
    switch (type) {
    case Type::Int:
        canonical = canonicalNumber<qint64>(value, min, max);
        break;
    case Type::Number:
        canonical = canonicalNumber<double>(value, min, max);
        break;
    case Type::Duration:
        canonical = YamlFields::durationOf(value) ? value : QString();
        break;
    case Type::Enum:
        canonical = values.contains(value) ? value : QString();
        break;
    case Type::Host:
        canonical = matches("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*|[0-9a-"
                            "fA-F:]{2,39}",
                        value)
                && value.size() <= 253
            ? value
            : QString();
        break;
    case Type::Path:
        canonical = isPath(value) ? value : QString();
        break;
    case Type::K8sName:
        canonical = matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", value) ? value : QString();
        break;
    case Type::Unit:
        canonical = matches("[A-Za-z0-9_][A-Za-z0-9:_.@\\\\-]{0,200}\\.(service|socket|timer|target)", value) ? value : QString();
        break;
    case Type::Regex:
        canonical = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch() ? value : QString();
        break;
    }
    if (!canonical.isEmpty())
        return canonical;
    if (isNumeric())
        return refuse(tr("\"%1\" is not a number from %2 to %3").arg(oneLine(value, 60)).arg(min).arg(max));
    return refuse(tr("\"%1\" is not a valid %2").arg(oneLine(value, 60), QLatin1String(kTypes[std::size_t(type)])));
}

QString Parameter::valueFrom(const Incident &incident) const
{
    if (from == QStringLiteral("service"))
        return qstr(incident.service);
    if (from == QStringLiteral("incident"))
        return QString::number(incident.id);
    for (const Anomaly &anomaly : incident.anomalies) {
        const std::string value
            = from == QStringLiteral("signal") ? anomaly.signal : std::string(anomaly.series.get(utf8(from.mid(6))));
        if (!value.empty())
            return qstr(value);
    }
    return {};
}

Result<ParameterValues> resolveParameters(
    const std::vector<Parameter> &parameters, const ParameterValues &given, const Incident *incident)
{
    ParameterValues resolved;
    for (const Parameter &parameter : parameters) {
        QString value;
        if (const auto it = given.find(parameter.name); it != given.end())
            value = it->second;
        else if (incident != nullptr && !parameter.from.isEmpty())
            value = parameter.valueFrom(*incident);
        if (value.isEmpty())
            value = parameter.fallback;
        if (value.isEmpty())
            return Error { ErrorCode::BadInput, utf8(tr("parameter \"%1\"").arg(parameter.name)), utf8(tr("a value is needed")) };
        const auto accepted = parameter.accept(value);
        if (!accepted)
            return accepted.error();
        resolved[parameter.name] = *accepted;
    }
    for (const auto &[name, value] : given)
        if (!resolved.contains(name))
            return Error { ErrorCode::BadInput, utf8(tr("parameter \"%1\"").arg(oneLine(name, 60))),
                utf8(tr("the runbook has no such parameter")) };
    return resolved;
}

} // namespace lepto
