#include "core/remediate/yaml_fields.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <charconv>
#include <cmath>
#include <limits>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("YamlFields", text);
}

template <typename Number>
Number numberOf(const YamlNode &node, const char *name, Number min, Number max)
{
    Number value {};
    const char *end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    if (node.kind != YamlNode::Kind::Scalar || error != std::errc() || stop != end || !(value >= min && value <= max))
        throw FieldError(node.line, tr("\"%1\" must be a number from %2 to %3").arg(QLatin1String(name)).arg(min).arg(max));
    return value;
}

} // namespace

FieldError::FieldError(int at, const QString &what)
    : std::runtime_error(utf8(what))
    , line(at)
{ }

YamlFields::YamlFields(const YamlNode &node)
    : m_node(node)
{
    if (node.kind != YamlNode::Kind::Map)
        throw FieldError(node.line, tr("a map of fields is expected"));
}

const YamlNode *YamlFields::find(const char *name)
{
    m_read.insert(name);
    for (const auto &[key, node] : m_node.fields)
        if (key == name)
            return &node;
    return nullptr;
}

const YamlNode &YamlFields::need(const char *name)
{
    if (const YamlNode *node = find(name))
        return *node;
    throw FieldError(m_node.line, tr("the field \"%1\" is missing").arg(QLatin1String(name)));
}

QString YamlFields::textOf(const YamlNode &node)
{
    if (node.kind != YamlNode::Kind::Scalar || node.text.empty())
        throw FieldError(node.line, tr("a text is expected"));
    return qstr(node.text);
}

const std::vector<YamlNode> &YamlFields::itemsOf(const YamlNode &node)
{
    if (node.kind != YamlNode::Kind::Sequence)
        throw FieldError(node.line, tr("a list is expected"));
    return node.items;
}

QString YamlFields::text(const char *name)
{
    return textOf(need(name));
}

QString YamlFields::text(const char *name, const QString &otherwise)
{
    const YamlNode *node = find(name);
    return node != nullptr ? textOf(*node) : otherwise;
}

QString YamlFields::choice(const char *name, const QStringList &allowed, const QString &otherwise)
{
    const QString value = otherwise.isEmpty() ? text(name) : text(name, otherwise);
    if (!allowed.contains(value))
        throw FieldError(
            need(name).line, tr("\"%1\" must be one of: %2").arg(QLatin1String(name), allowed.join(QStringLiteral(", "))));
    return value;
}

qint64 YamlFields::integer(const char *name, qint64 min, qint64 max, std::optional<qint64> otherwise)
{
    const YamlNode *node = otherwise ? find(name) : &need(name);
    return node != nullptr ? numberOf(*node, name, min, max) : *otherwise;
}

double YamlFields::number(const char *name, double min, double max, double otherwise)
{
    const YamlNode *node = find(name);
    return node != nullptr ? numberOf(*node, name, min, max) : otherwise;
}

bool YamlFields::flag(const char *name, bool otherwise)
{
    return choice(name, { QStringLiteral("true"), QStringLiteral("false") },
               otherwise ? QStringLiteral("true") : QStringLiteral("false"))
        == QStringLiteral("true");
}

std::optional<int> YamlFields::durationOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,9})(ms|s|m|h|d)\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const qint64 scale = unit == QStringLiteral("ms") ? 1
        : unit == QStringLiteral("s")                 ? 1000
        : unit == QStringLiteral("m")                 ? 60'000
        : unit == QStringLiteral("h")                 ? 3'600'000
                                                      : 86'400'000;
    const qint64 value = match.captured(1).toLongLong() * scale;
    return value <= std::numeric_limits<int>::max() ? std::optional(int(value)) : std::nullopt;
}

int YamlFields::duration(const char *name, int otherwise)
{
    const YamlNode *node = find(name);
    if (node == nullptr)
        return otherwise;
    const auto value = durationOf(textOf(*node));
    if (!value)
        throw FieldError(node->line, tr("\"%1\" must be a duration like 30s, 10m or 4h").arg(QLatin1String(name)));
    return *value;
}

QStringList YamlFields::list(const char *name)
{
    QStringList values;
    if (const YamlNode *node = find(name))
        for (const YamlNode &item : itemsOf(*node))
            values += textOf(item);
    return values;
}

void YamlFields::finish() const
{
    for (const auto &[key, node] : m_node.fields)
        if (!m_read.contains(key))
            throw FieldError(node.line, tr("the field \"%1\" is unknown").arg(oneLine(qstr(key), 60)));
}

} // namespace lepto
