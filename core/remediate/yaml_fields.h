#pragma once

#include "core/remediate/yaml_tree.h"

#include <QStringList>

#include <optional>
#include <set>
#include <stdexcept>

namespace lepto {

/// What a schema finds wrong, with the line; thrown inside a parser and caught at its border.
struct FieldError : std::runtime_error {
    FieldError(int at, const QString &what);
    int line;
};

/// Reads the fields of one YAML map by name and type, and knows which nobody asked for.
/// Every reader throws FieldError. `node` outlives it.
class YamlFields {
public:
    explicit YamlFields(const YamlNode &node);

    const YamlNode *find(const char *name);
    const YamlNode &need(const char *name);

    QString text(const char *name);                              ///< must be there, not empty
    QString text(const char *name, const QString &otherwise);
    QString choice(
        const char *name, const QStringList &allowed, const QString &otherwise = {}); ///< must be there without `otherwise`
    qint64 integer(const char *name, qint64 min, qint64 max, std::optional<qint64> otherwise = {});
    double number(const char *name, double min, double max, double otherwise);
    bool flag(const char *name, bool otherwise);
    /// "500ms", "60s", "10m", "4h", "2d" as milliseconds.
    int duration(const char *name, int otherwise);
    QStringList list(const char *name);                          ///< of texts; empty where absent

    int line() const { return m_node.line; }
    void finish() const;                                         ///< throws for the first unknown field

    static QString textOf(const YamlNode &node);
    static const std::vector<YamlNode> &itemsOf(const YamlNode &node);
    static std::optional<int> durationOf(const QString &text);

private:
    const YamlNode &m_node;
    std::set<std::string> m_read;
};

} // namespace lepto
