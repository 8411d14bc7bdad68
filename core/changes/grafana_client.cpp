#include "core/changes/grafana_client.h"

#include "core/base/text.h"
#include "core/changes/change_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Grafana)
};

Error bad(const QUrl &url, const QString &reason)
{
    return { ErrorCode::BadInput, utf8(authorityOf(url)), utf8(reason) };
}

/// Grafana says what is wrong in `message`; ours says what to do where the status is enough.
Error refusal(const QUrl &url, const HttpAnswer &answer)
{
    const QString said = QJsonDocument::fromJson(answer.body)[u"message"].toString();
    HttpAnswer plain = answer;
    if (!said.isEmpty())
        plain.body = said.toUtf8();
    Error error = statusError(url, plain);
    if (answer.status == 401)
        error.reason = utf8(Words::tr("Grafana does not accept the token or password (401)"));
    else if (answer.status == 403)
        error.reason = utf8(Words::tr("the token's role may not do this in Grafana (403)"));
    else if (answer.status == 404)
        error.reason = utf8(Words::tr("Grafana knows no such thing (404); check the path of the address"));
    else
        return error;
    if (!said.isEmpty())
        error.reason += ": " + utf8(oneLine(said, 200));
    return error;
}

std::vector<Labels::Pair> labelsOfTags(const QStringList &tags)
{
    std::vector<Labels::Pair> out;
    for (const QString &tag : tags) {
        const qsizetype at = std::max(tag.indexOf(u':'), tag.indexOf(u'='));
        if (at > 0 && at + 1 < tag.size())
            out.emplace_back(utf8(tag.left(at).trimmed()), utf8(tag.mid(at + 1).trimmed()));
    }
    return out;
}

} // namespace

QJsonObject AnnotationBody::toJson() const
{
    QJsonObject out { { QStringLiteral("time"), qint64(from) }, { QStringLiteral("tags"), QJsonArray::fromStringList(tags) }, { QStringLiteral("text"), text } };
    if (to > from)
        out.insert(QStringLiteral("timeEnd"), qint64(to));
    return out;
}

Result<Change> changeOfAnnotation(const QJsonObject &annotation, const QUrl &base)
{
    const qint64 id = annotation[u"id"].toInteger();
    const auto from = changeTime(annotation[u"time"]);
    if (id <= 0 || !from)
        return bad(base, Words::tr("an annotation has no number or no time"));
    Change change;
    change.externalId = QString::number(id);
    change.from = *from;
    change.to = annotation[u"timeEnd"].toInteger();
    change.text = annotation[u"text"].toString();
    change.title = change.text.trimmed().section(u'\n', 0, 0);
    for (const QJsonValue &tag : annotation[u"tags"].toArray())
        change.tags.append(tag.toString());
    if (change.title.isEmpty())
        change.title = change.tags.isEmpty() ? Words::tr("annotation %1").arg(id) : change.tags.join(u' ');
    change.labels = Labels(labelsOfTags(change.tags));
    change.author = annotation[u"login"].toString();
    if (const QString uid = annotation[u"dashboardUID"].toString(); !uid.isEmpty()) {
        QUrl page(base);
        page.setPath(base.path() + QStringLiteral("/d/") + uid);
        change.url = page.toString(QUrl::FullyEncoded);
    }
    trimChange(change);
    return change;
}

GrafanaClient::GrafanaClient(const SourceConfig &config, const QString &secret, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_http(config, secret)
{ }

HttpRequest GrafanaClient::request(const QByteArray &method, const QString &path) const
{
    HttpRequest out;
    out.method = method;
    out.url = urlOf(path);
    out.accept = "application/json";
    out.contentType = method == "GET" ? QByteArray() : QByteArray("application/json");
    out.timeoutMs = m_config.timeoutMs;
    out.maxBytes = maxBytes;
    out.once = method != "GET";
    return out;
}

void GrafanaClient::json(const HttpRequest &request, QObject *context, Answer<QJsonDocument> answer)
{
    m_http.send(request, context, [url = request.url, answer = std::move(answer)](Result<HttpAnswer> got) {
        if (!got)
            return answer(got.error());
        if (!got->isGood())
            return answer(refusal(url, *got));
        QJsonParseError wrong;
        const QJsonDocument document = QJsonDocument::fromJson(got->body, &wrong);
        if (document.isNull())
            return answer(bad(url, Words::tr("the answer is no JSON, this is not Grafana's API; check the path of the address")));
        answer(document);
    });
}

void GrafanaClient::annotations(const AnnotationQuery &query, QObject *context, Answer<std::pair<std::vector<Change>, bool>> answer)
{
    HttpRequest out = request("GET", QStringLiteral("/api/annotations"));
    HttpForm form { { QStringLiteral("from"), QString::number(query.from) }, { QStringLiteral("to"), QString::number(query.to) },
        { QStringLiteral("type"), QStringLiteral("annotation") }, { QStringLiteral("limit"), QString::number(query.limit) } };
    for (const QString &tag : query.tags)
        form.append({ QStringLiteral("tags"), tag });
    out.url = m_http.urlOf(QStringLiteral("/api/annotations"), form);
    json(out, context, [base = urlOf({}), limit = query.limit, answer = std::move(answer)](Result<QJsonDocument> got) {
        if (!got)
            return answer(got.error());
        if (!got->isArray())
            return answer(bad(base, Words::tr("the answer is no list of annotations")));
        const QJsonArray list = got->array();
        std::vector<Change> changes;
        for (const QJsonValue &value : list) {
            auto change = changeOfAnnotation(value.toObject(), base);
            if (!change)
                return answer(change.error());
            if (!change->tags.contains(ownAnnotationTag))
                changes.push_back(*std::move(change));
        }
        answer(std::pair(std::move(changes), list.size() >= limit));
    });
}

void GrafanaClient::find(const QStringList &tags, QObject *context, Answer<std::vector<qint64>> answer)
{
    HttpRequest out = request("GET", QStringLiteral("/api/annotations"));
    HttpForm form { { QStringLiteral("limit"), QStringLiteral("100") } };
    for (const QString &tag : tags)
        form.append({ QStringLiteral("tags"), tag });
    out.url = m_http.urlOf(QStringLiteral("/api/annotations"), form);
    json(out, context, [base = urlOf({}), answer = std::move(answer)](Result<QJsonDocument> got) {
        if (!got)
            return answer(got.error());
        if (!got->isArray())
            return answer(bad(base, Words::tr("the answer is no list of annotations")));
        std::vector<qint64> ids;
        for (const QJsonValue &value : got->array())
            ids.push_back(value[u"id"].toInteger());
        answer(std::move(ids));
    });
}

void GrafanaClient::create(const AnnotationBody &body, QObject *context, Answer<qint64> answer)
{
    HttpRequest out = request("POST", QStringLiteral("/api/annotations"));
    out.body = QJsonDocument(body.toJson()).toJson(QJsonDocument::Compact);
    json(out, context, [base = urlOf({}), answer = std::move(answer)](Result<QJsonDocument> got) {
        if (!got)
            return answer(got.error());
        const qint64 id = (*got)[u"id"].toInteger();
        if (id <= 0)
            return answer(bad(base, Words::tr("the answer names no annotation")));
        answer(id);
    });
}

void GrafanaClient::change(qint64 id, const AnnotationBody &body, QObject *context, Answer<bool> answer)
{
    HttpRequest out = request("PATCH", QStringLiteral("/api/annotations/%1").arg(id));
    out.body = QJsonDocument(body.toJson()).toJson(QJsonDocument::Compact);
    json(out, context, [answer = std::move(answer)](Result<QJsonDocument> got) { answer(got ? Result<bool>(true) : Result<bool>(got.error())); });
}

void GrafanaClient::dashboard(const QString &uid, QObject *context, Answer<QJsonObject> answer)
{
    json(request("GET", QStringLiteral("/api/dashboards/uid/") + QString::fromLatin1(QUrl::toPercentEncoding(uid))), context,
        [base = urlOf({}), answer = std::move(answer)](Result<QJsonDocument> got) {
            if (!got)
                return answer(got.error());
            if (!got->object()[u"dashboard"].isObject())
                return answer(bad(base, Words::tr("the answer holds no dashboard")));
            answer(got->object());
        });
}

} // namespace lepto
