#pragma once

#include "ml/base/result.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace lepto {

/// A node of a strict YAML file. Scalars stay text: the schema types them, so `no` and `010` mean what they say.
struct YamlField;
struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Map };
    Kind kind = Kind::Null;
    std::string text;
    std::vector<YamlNode> items;
    std::vector<YamlField> fields;  ///< in file order, names are unique
    int line = 0;                                         ///< from 1; of the key for a field
};

struct YamlField {
    std::string name;
    YamlNode value;
};

/// One YAML document without anchors, aliases, tags, duplicate or compound keys: at most 256 KiB of UTF-8, 32 levels, 20,000
/// nodes. Errors: BadInput with `name` and the line.
Result<YamlNode> parseStrictYaml(const QByteArray &bytes, const QString &name);

} // namespace lepto
