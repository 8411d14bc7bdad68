#include "core/changes/change_json.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

#include <cmath>

namespace lepto {

namespace {

// Milliseconds of the years 1970 to 9999: what a chart can show and what arithmetic on times cannot overflow.
constexpr double kLatest = 253'402'300'799'000.0;
constexpr double kSecondsBelow = 1e11;

Error bad(const QString &field, const QString &reason)
{
    return { ErrorCode::BadInput, utf8(oneLine(field, 60)), utf8(reason) };
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList out;
    for (const QJsonValue &item : value.toArray())
        out.append(item.toVariant().toString());
    return out;
}

Labels labelsOf(const QJsonObject &object)
{
    std::vector<Labels::Pair> pairs;
    const QJsonObject labels = object[QStringLiteral("labels")].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        pairs.emplace_back(utf8(it.key()), utf8(it.value().toVariant().toString()));
    for (const char *name : { "service", "environment" }) {
        if (const QString value = object[QLatin1String(name)].toString(); !value.isEmpty())
            pairs.emplace_back(name, utf8(value));
    }
    return Labels(std::move(pairs));
}

Result<TimeMs> timeOr(const QJsonObject &object, const char *key, TimeMs absent)
{
    const QJsonValue value = object[QLatin1String(key)];
    if (value.isUndefined() || value.isNull())
        return absent;
    const auto time = changeTime(value);
    return time ? time : Result<TimeMs>(Error { ErrorCode::BadInput, key, time.error().reason });
}

QString cutText(QString text, int limit)
{
    text.remove(QChar(0));
    return text.size() > limit ? text.left(limit - 1) + u'…' : text;
}

} // namespace

Result<TimeMs> changeTime(const QString &text)
{
    bool number = false;
    const double value = QLocale::c().toDouble(text, &number);
    if (number)
        return changeTime(QJsonValue(value));
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return bad(text, Words::tr("is not a time; milliseconds, seconds or RFC 3339 are"));
    const qint64 ms = (time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), Qt::UTC) : time).toMSecsSinceEpoch();
    return changeTime(QJsonValue(std::abs(double(ms)) < kSecondsBelow ? double(ms) / 1000 : double(ms)));
}

Result<TimeMs> changeTime(const QJsonValue &value)
{
    if (value.isString())
        return changeTime(value.toString());
    if (!value.isDouble())
        return bad(QStringLiteral("time"), Words::tr("is not a time; milliseconds, seconds or RFC 3339 are"));
    const double ms = value.toDouble() < kSecondsBelow ? value.toDouble() * 1000 : value.toDouble();
    if (!std::isfinite(ms) || ms <= 0 || ms > kLatest)
        return bad(QStringLiteral("time"), Words::tr("lies outside the years 1970 to 9999"));
    return TimeMs(std::llround(ms));
}

void trimChange(Change &c)
{
    using namespace change_limit;
    c.title = oneLine(c.title.trimmed(), title);
    c.text = cutText(c.text.trimmed(), text);
    QStringList tags;
    for (const QString &tag : c.tags) {
        if (const QString clean = oneLine(tag.trimmed(), change_limit::tag); !clean.isEmpty() && !tags.contains(clean) && tags.size() < change_limit::tags)
            tags.append(clean);
    }
    c.tags = tags;
    std::vector<Labels::Pair> pairs;
    for (const auto &[name, value] : c.labels.pairs()) {
        if (int(pairs.size()) < labels)
            pairs.emplace_back(utf8(oneLine(qstr(name), tag)), utf8(oneLine(qstr(value), title)));
    }
    c.labels = Labels(std::move(pairs));
    const QUrl address(c.url, QUrl::StrictMode);
    const bool web = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!web || c.url.size() > url || address.host().isEmpty())
        c.url.clear();
    c.externalId = oneLine(c.externalId, externalId);
    c.author = oneLine(c.author, tag);
    if (c.to <= c.from)
        c.to = 0;
}

QJsonObject toJson(const Change &c)
{
    QJsonObject labels;
    for (const auto &[name, value] : c.labels.pairs())
        labels.insert(qstr(name), qstr(value));
    QJsonObject out { { QStringLiteral("id"), c.id }, { QStringLiteral("time"), qint64(c.from) }, { QStringLiteral("title"), c.title },
        { QStringLiteral("text"), c.text }, { QStringLiteral("tags"), QJsonArray::fromStringList(c.tags) },
        { QStringLiteral("labels"), labels }, { QStringLiteral("source"), c.source }, { QStringLiteral("externalId"), c.externalId },
        { QStringLiteral("url"), c.url }, { QStringLiteral("author"), c.author }, { QStringLiteral("taken"), qint64(c.takenAt) } };
    if (c.to)
        out.insert(QStringLiteral("timeEnd"), qint64(c.to));
    return out;
}

Result<Change> changeFromJson(const QJsonObject &object, TimeMs now)
{
    Change change;
    const auto from = timeOr(object, "time", now);
    const auto to = timeOr(object, "timeEnd", 0);
    if (!from || !to)
        return !from ? from.error() : to.error();
    change.id = object[QStringLiteral("id")].toInteger();
    change.from = *from;
    change.to = *to;
    change.title = object[QStringLiteral("title")].toString();
    change.text = object[QStringLiteral("text")].toString();
    if (change.title.trimmed().isEmpty())
        change.title = change.text.section(u'\n', 0, 0);
    change.tags = textsOf(object[QStringLiteral("tags")]);
    change.labels = labelsOf(object);
    change.source = oneLine(object[QStringLiteral("source")].toString(), 100);
    change.externalId = object[QStringLiteral("externalId")].toVariant().toString();
    change.url = object[QStringLiteral("url")].toString();
    change.author = object[QStringLiteral("author")].toString();
    change.takenAt = object[QStringLiteral("taken")].toInteger();
    trimChange(change);
    if (change.title.isEmpty())
        return bad(QStringLiteral("title"), Words::tr("is missing"));
    return change;
}

} // namespace lepto
