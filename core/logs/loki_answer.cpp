#include "core/logs/loki_answer.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lepto {

namespace {

Error bad(const char *reason)
{
    return { ErrorCode::BadInput, {}, utf8(QCoreApplication::translate("Logs", reason)) };
}

Labels labelsOf(const QJsonObject &object, std::vector<Labels::Pair> pairs = {})
{
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
    return Labels(std::move(pairs));
}

/// [ "NANOSECONDS", "LINE" ] or with a third element of metadata.
bool addEntry(const QJsonArray &value, const Labels &stream, LokiAnswer &answer)
{
    bool good = false;
    LokiEntry entry;
    entry.ns = value[0].toString().toLongLong(&good);
    if (!good || !value[1].isString())
        return false;
    entry.stream = stream;
    entry.line = utf8(value[1].toString());
    const QJsonObject extra = value[2].toObject();
    entry.metadata = labelsOf(extra[u"parsed"].toObject(), labelsOf(extra[u"structuredMetadata"].toObject()).pairs());
    answer.entries.push_back(std::move(entry));
    return true;
}

Result<void> addStreams(const QJsonArray &streams, LokiAnswer &answer)
{
    for (const QJsonValue &item : streams) {
        const QJsonObject object = item.toObject();
        const Labels stream = labelsOf(object[u"stream"].toObject());
        for (const QJsonValue &value : object[u"values"].toArray()) {
            if (!addEntry(value.toArray(), stream, answer))
                return bad(QT_TRANSLATE_NOOP("Logs", "a line of the answer has no time"));
        }
    }
    return {};
}

LokiPattern patternOf(const QJsonObject &object)
{
    LokiPattern pattern { utf8(object[u"pattern"].toString()), utf8(object[u"level"].toString()), {} };
    for (const QJsonValue &sample : object[u"samples"].toArray())
        pattern.samples.emplace_back(sample[0].toInteger(), sample[1].toInteger());
    return pattern;
}

void addList(const QJsonArray &list, LokiAnswer &answer)
{
    for (const QJsonValue &item : list) {
        const QJsonObject object = item.toObject();
        if (item.isString())
            answer.names += item.toString();
        else if (object.contains(u"pattern"))
            answer.patterns.push_back(patternOf(object));
        else if (item.isObject())
            answer.series.push_back(labelsOf(object));
    }
}

} // namespace

Result<LokiAnswer> parseLokiAnswer(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return bad(QT_TRANSLATE_NOOP("Logs", "the answer is no JSON of Loki"));
    const QJsonObject root = document.object();
    LokiAnswer answer;
    for (const QJsonValue &warning : root[u"warnings"].toArray())
        answer.warnings += oneLine(warning.toString());
    if (root.contains(u"streams")) {
        answer.dropped = root[u"dropped_entries"].toArray().size();
        const auto added = addStreams(root[u"streams"].toArray(), answer);
        return added ? Result<LokiAnswer>(std::move(answer)) : added.error();
    }
    if (root[u"status"].toString() != QLatin1String("success"))
        return bad(QT_TRANSLATE_NOOP("Logs", "the answer does not say success"));
    const QJsonValue data = root[u"data"];
    if (data.isObject()) {
        if (data[u"resultType"].toString() != QLatin1String("streams"))
            return bad(QT_TRANSLATE_NOOP("Logs", "the query asks for numbers, not for lines; a selector such as {app=\"shop\"} is needed"));
        const auto added = addStreams(data[u"result"].toArray(), answer);
        return added ? Result<LokiAnswer>(std::move(answer)) : added.error();
    }
    addList(data.toArray(), answer);
    return answer;
}

} // namespace lepto
