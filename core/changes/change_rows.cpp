#include "core/changes/change_rows.h"

#include "core/base/text.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lepto {

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString labelsText(const Labels &labels)
{
    QJsonObject object;
    for (const auto &[name, value] : labels.pairs())
        object.insert(qstr(name), qstr(value));
    return compact(QJsonDocument(object));
}

Labels labelsOf(const QString &text)
{
    std::vector<Labels::Pair> pairs;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toString()));
    return Labels(std::move(pairs));
}

QStringList tagsOf(const QString &text)
{
    QStringList out;
    for (const QJsonValue &tag : QJsonDocument::fromJson(text.toUtf8()).array())
        out.append(tag.toString());
    return out;
}

// A null text would be stored as NULL.
QString held(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

const QString changeColumns
    = QStringLiteral("id, from_ms, to_ms, title, body, tags, labels, source, external_id, url, author, taken_ms");

Change changeOf(const QSqlQuery &row)
{
    Change c;
    c.id = row.value(0).toLongLong();
    c.from = row.value(1).toLongLong();
    c.to = row.value(2).toLongLong();
    c.title = row.value(3).toString();
    c.text = row.value(4).toString();
    c.tags = tagsOf(row.value(5).toString());
    c.labels = labelsOf(row.value(6).toString());
    c.source = row.value(7).toString();
    c.externalId = row.value(8).toString();
    c.url = row.value(9).toString();
    c.author = row.value(10).toString();
    c.takenAt = row.value(11).toLongLong();
    return c;
}

QVariantList changeValues(const Change &c)
{
    return { c.id, qint64(c.from), qint64(c.to), held(c.title), held(c.text), compact(QJsonDocument(QJsonArray::fromStringList(c.tags))),
        labelsText(c.labels), held(c.source), held(c.externalId), held(c.url), held(c.author), qint64(c.takenAt) };
}

QString contentId(const Change &c)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : { QString::number(c.from), c.title, c.text, labelsText(c.labels) }) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArray(1, '\0'));
    }
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.result().toHex().left(32));
}

} // namespace lepto
