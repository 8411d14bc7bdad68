#include "core/health/rule_fields.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace lepto {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleFile", text);
}

} // namespace

RuleFields::RuleFields(const YAML::Node &map, const std::set<std::string> &known)
    : m_map(map)
{
    if (!map.IsMap())
        throw RuleFault(lineOf(map), tr("a list of fields is expected here"));
    std::set<std::string> seen;
    for (const auto &entry : map) { // yaml-cpp keeps repeated keys apart
        const int line = lineOf(entry.first);
        if (!entry.first.IsScalar())
            throw RuleFault(line, tr("a field name is expected here"));
        const std::string name = entry.first.Scalar();
        const QString shown = oneLine(qstr(name), 60);
        if (!known.contains(name))
            throw RuleFault(line, tr("unknown field \"%1\"").arg(shown));
        if (!seen.insert(name).second)
            throw RuleFault(line, tr("field \"%1\" is given twice").arg(shown));
    }
}

QString RuleFields::text(const char *name, int longest) const
{
    if (!has(name))
        throw RuleFault(line(), tr("field \"%1\" is missing").arg(QLatin1String(name)));
    const YAML::Node value = m_map[name];
    if (!value.IsScalar() || value.Scalar().empty())
        throw RuleFault(lineOf(value), tr("field \"%1\" must be a text").arg(QLatin1String(name)));
    const QString text = qstr(value.Scalar());
    if (text.size() > longest)
        throw RuleFault(lineOf(value), tr("field \"%1\" is longer than %2 characters").arg(QLatin1String(name)).arg(longest));
    return text;
}

QString RuleFields::textOr(const char *name, int longest, const QString &otherwise) const
{
    return has(name) ? text(name, longest) : otherwise;
}

} // namespace lepto
