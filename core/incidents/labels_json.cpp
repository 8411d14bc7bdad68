#include "core/incidents/labels_json.h"

#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lepto {

QString labelsToJson(const Labels &labels)
{
    QJsonObject object;
    for (const auto &[name, value] : labels.pairs())
        object.insert(qstr(name), qstr(value));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Labels labelsFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    std::vector<Labels::Pair> pairs;
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
    return Labels(std::move(pairs));
}

} // namespace lepto
