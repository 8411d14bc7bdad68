#include "core/alerts/alertmanager_json.h"

#include "core/alerts/fingerprint.h"
#include "core/base/text.h"
#include "core/sources/prometheus_json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace lepto {

namespace {

constexpr int kLongestText = 4000;

QStringList textList(const QJsonValue &array)
{
    QStringList out;
    for (const QJsonValue &value : array.toArray())
        out += oneLine(value.toString(), 200);
    return out;
}

bool isFingerprint(const QString &text)
{
    return text.size() == 16 && std::all_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"0123456789abcdef").contains(c); });
}

AlertState stateFrom(const QString &text)
{
    return text == QLatin1String("suppressed") ? AlertState::Suppressed : text == QLatin1String("unprocessed") ? AlertState::Unprocessed : AlertState::Active;
}

SilenceState silenceStateFrom(const QString &text)
{
    return text == QLatin1String("expired") ? SilenceState::Expired : text == QLatin1String("pending") ? SilenceState::Pending : SilenceState::Active;
}

} // namespace

TimeMs timeFrom(const QString &text)
{
    // Up to nine digits of a second; Qt reads three.
    const qsizetype dot = text.indexOf(u'.');
    qsizetype end = dot < 0 ? -1 : dot + 1;
    while (end > 0 && end < text.size() && text[end].isDigit())
        ++end;
    const QString shortened = dot < 0 ? text : text.left(std::min(end, dot + 4)) + text.mid(end);
    const QDateTime time = QDateTime::fromString(shortened, Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toMSecsSinceEpoch() : 0;
}

QString timeText(TimeMs t)
{
    return QDateTime::fromMSecsSinceEpoch(t, Qt::UTC).toString(Qt::ISODateWithMs);
}

QMap<QString, QString> textsFrom(const QJsonObject &object)
{
    QMap<QString, QString> out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = it.value().toString();
        out.insert(it.key(), text.size() > kLongestText ? text.left(kLongestText) + QChar(0x2026) : text);
    }
    return out;
}

std::optional<Alert> alertFrom(const QJsonObject &object)
{
    Alert alert;
    alert.labels = labelsFrom(object[u"labels"].toObject());
    if (alert.labels.empty())
        return std::nullopt;
    const QJsonObject status = object[u"status"].toObject();
    alert.fingerprint = object[u"fingerprint"].toString();
    if (!isFingerprint(alert.fingerprint))
        alert.fingerprint = alertFingerprint(alert.labels);
    alert.annotations = textsFrom(object[u"annotations"].toObject());
    alert.state = stateFrom(status[u"state"].toString());
    alert.since = timeFrom(object[u"startsAt"].toString());
    alert.updatedAt = timeFrom(object[u"updatedAt"].toString());
    alert.generatorUrl = object[u"generatorURL"].toString().left(kLongestText);
    alert.receivers = namesFrom(object[u"receivers"]);
    alert.silencedBy = textList(status[u"silencedBy"]);
    alert.inhibitedBy = textList(status[u"inhibitedBy"]);
    return alert;
}

AlertGroup groupFrom(const QJsonObject &object)
{
    AlertGroup group;
    group.receiver = oneLine(object[u"receiver"][u"name"].toString(), 200);
    group.labels = labelsFrom(object[u"labels"].toObject());
    for (const QJsonValue &value : object[u"alerts"].toArray()) {
        if (const auto alert = alertFrom(value.toObject()))
            group.fingerprints += alert->fingerprint;
    }
    return group;
}

std::optional<Silence> silenceFrom(const QJsonObject &object)
{
    Silence silence;
    silence.id = oneLine(object[u"id"].toString(), 100);
    silence.state = silenceStateFrom(object[u"status"][u"state"].toString());
    for (const QJsonValue &value : object[u"matchers"].toArray())
        silence.matchers.push_back({value[u"name"].toString(), value[u"value"].toString(), value[u"isRegex"].toBool(), value[u"isEqual"].toBool(true)});
    silence.startsAt = timeFrom(object[u"startsAt"].toString());
    silence.endsAt = timeFrom(object[u"endsAt"].toString());
    silence.updatedAt = timeFrom(object[u"updatedAt"].toString());
    silence.createdBy = object[u"createdBy"].toString().left(kLongestText);
    silence.comment = object[u"comment"].toString().left(kLongestText);
    if (silence.id.isEmpty() || silence.matchers.empty())
        return std::nullopt;
    return silence;
}

AlertmanagerStatus statusFrom(const QJsonObject &object)
{
    const QJsonObject cluster = object[u"cluster"].toObject();
    return {oneLine(object[u"versionInfo"][u"version"].toString(), 60), oneLine(cluster[u"status"].toString(), 60), namesFrom(cluster[u"peers"]),
            timeFrom(object[u"uptime"].toString())};
}

QStringList namesFrom(const QJsonValue &array)
{
    QStringList out;
    for (const QJsonValue &value : array.toArray())
        out += oneLine(value[u"name"].toString(), 200);
    return out;
}

QJsonArray toJson(const std::vector<SilenceMatcher> &matchers)
{
    QJsonArray out;
    for (const SilenceMatcher &m : matchers)
        out.append(QJsonObject{{QStringLiteral("name"), m.name}, {QStringLiteral("value"), m.value}, {QStringLiteral("isRegex"), m.isRegex}, {QStringLiteral("isEqual"), m.isEqual}});
    return out;
}

QJsonObject labelsObject(const Labels &labels)
{
    QJsonObject out;
    for (const auto &[name, value] : labels.pairs())
        out.insert(qstr(name), qstr(value));
    return out;
}

QJsonObject textsObject(const QMap<QString, QString> &texts)
{
    QJsonObject out;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

Result<QJsonValue> alertmanagerAnswer(const QUrl &url, const HttpAnswer &answer)
{
    // Qt reads only objects and arrays; a bare text is read as the one element of an array.
    QJsonParseError parse{0, QJsonParseError::NoError};
    const QJsonValue value = QJsonDocument::fromJson('[' + answer.body + ']', &parse)[0];
    const bool json = parse.error == QJsonParseError::NoError;
    if (answer.isGood()) {
        if (answer.body.trimmed().isEmpty())
            return QJsonValue();
        if (json)
            return value;
        if (answer.body.trimmed().startsWith('<') || answer.contentType.startsWith("text/html"))
            return Error{ErrorCode::BadInput, utf8(authorityOf(url)),
                         utf8(QCoreApplication::translate("Alertmanager", "the answer is a web page instead of JSON; check the path of the address"))};
        return Error{ErrorCode::BadInput, utf8(authorityOf(url)),
                     utf8(QCoreApplication::translate("Alertmanager", "the answer is broken JSON at byte %1").arg(std::clamp<qsizetype>(parse.offset - 1, 0, answer.body.size())))};
    }
    Error error = statusError(url, answer);
    const QString said = value.isString() ? value.toString() : value[u"message"].toString();
    if (!json || said.isEmpty() || answer.status == 401 || answer.status == 403)
        return error;
    error.reason = utf8(QCoreApplication::translate("Alertmanager", "Alertmanager refuses this: %1").arg(oneLine(said, 300)));
    return error;
}

} // namespace lepto
