#pragma once

#include <QString>

#include <yaml-cpp/yaml.h>

#include <set>
#include <stdexcept>
#include <string>

namespace lepto {

/// What is wrong in a rule file and where; thrown while reading, caught at its border. Lines from 1.
struct RuleFault : std::runtime_error {
    RuleFault(int at, const QString &reason)
        : std::runtime_error(reason.toStdString())
        , line(at)
    { }
    int line;
};

/// Strict reading of one YAML map: every field is known and there once.
class RuleFields {
public:
    RuleFields(const YAML::Node &map, const std::set<std::string> &known);

    bool has(const char *name) const { return bool(m_map[name]); }
    YAML::Node node(const char *name) const { return m_map[name]; }
    /// A scalar, not longer than `longest` characters; refused where it is missing and has to be there, or empty.
    QString text(const char *name, int longest) const;
    QString textOr(const char *name, int longest, const QString &otherwise = {}) const;
    int line() const { return lineOf(m_map); }
    int line(const char *name) const { return lineOf(m_map[name]); }

    static int lineOf(const YAML::Node &node) { return node.Mark().line + 1; }

private:
    const YAML::Node m_map;
};

} // namespace lepto
