#include "tests/support/fake_grafana.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace lepto::test {

namespace {

HttpFixture::Reply json(int status, const QJsonObject &body)
{
    HttpFixture::Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return reply;
}

HttpFixture::Reply message(int status, const char *text)
{
    return json(status, { { QStringLiteral("message"), QLatin1String(text) } });
}

} // namespace

FakeGrafana::FakeGrafana() : m_fixture(HttpFixture::Handler([this](const HttpFixture::Request &request) { return handle(request); })) {}

int FakeGrafana::count(const QByteArray &method) const
{
    return int(std::count_if(requests().begin(), requests().end(), [&](const HttpFixture::Request &r) { return r.method == method; }));
}

void FakeGrafana::setFault(HttpFixture::Reply reply, bool afterwards)
{
    m_fault = std::move(reply);
    m_afterwards = afterwards;
}

qint64 FakeGrafana::add(const QJsonObject &annotation)
{
    QJsonObject kept = annotation;
    kept.insert(QStringLiteral("id"), m_next);
    if (!kept[u"timeEnd"].isDouble())
        kept.insert(QStringLiteral("timeEnd"), kept[u"time"]);
    if (!kept.contains(QStringLiteral("login")))
        kept.insert(QStringLiteral("login"), QStringLiteral("admin"));
    m_annotations[m_next] = kept;
    return m_next++;
}

HttpFixture::Reply FakeGrafana::handle(const HttpFixture::Request &request)
{
    if (m_fault && !m_afterwards)
        return *m_fault;
    const HttpFixture::Reply reply = serve(request);
    return m_fault ? *m_fault : reply;
}

HttpFixture::Reply FakeGrafana::serve(const HttpFixture::Request &request)
{
    const QByteArray authorization = request.headers.value("authorization");
    const bool editor = authorization == QByteArray("Bearer ") + token || authorization == "Basic " + QByteArray("admin:admin").toBase64();
    if (!editor && authorization != QByteArray("Bearer ") + readOnlyToken)
        return message(401, "Invalid API key");
    if (!request.path().startsWith("/grafana/api/"))
        return message(404, "Not found");
    const QByteArray path = request.path().mid(8);
    if (request.method != "GET" && !editor)
        return message(403, "You'll need additional permissions to perform this action. Permissions needed: annotations:write");
    if (path.startsWith("/api/annotations"))
        return request.method == "GET" ? list(request) : change(request, path);
    if (path.startsWith("/api/dashboards/uid/")) {
        const auto it = m_dashboards.find(QString::fromUtf8(QByteArray::fromPercentEncoding(path.mid(20))));
        return it == m_dashboards.end() ? message(404, "Dashboard not found")
                                        : json(200, { { QStringLiteral("dashboard"), it->second }, { QStringLiteral("meta"), QJsonObject() } });
    }
    return message(404, "Not found");
}

HttpFixture::Reply FakeGrafana::list(const HttpFixture::Request &request) const
{
    const QUrlQuery query(QUrl::fromEncoded(request.target).query(QUrl::FullyEncoded));
    const auto value = [&](const char *key) { return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded); };
    const QStringList tags = query.allQueryItemValues(QStringLiteral("tags"), QUrl::FullyDecoded);
    const qint64 from = value("from").toLongLong(), to = value("to").isEmpty() ? INT64_MAX : value("to").toLongLong();
    const int limit = value("limit").isEmpty() ? 100 : value("limit").toInt();
    QJsonArray out;
    for (auto it = m_annotations.rbegin(); it != m_annotations.rend() && out.size() < limit; ++it) {
        const QVariantList own = it->second[u"tags"].toArray().toVariantList();
        const bool tagged = std::all_of(tags.begin(), tags.end(), [&](const QString &tag) { return own.contains(tag); });
        if (tagged && it->second[u"time"].toInteger() <= to && it->second[u"timeEnd"].toInteger() >= from)
            out.append(it->second);
    }
    HttpFixture::Reply reply;
    reply.body = QJsonDocument(out).toJson(QJsonDocument::Compact);
    return reply;
}

HttpFixture::Reply FakeGrafana::change(const HttpFixture::Request &request, const QByteArray &path)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "POST") {
        if (body[u"text"].toString().isEmpty())
            return message(400, "Failed to save annotation");
        return json(200, { { QStringLiteral("message"), QStringLiteral("Annotation added") }, { QStringLiteral("id"), add(body) } });
    }
    const auto it = m_annotations.find(path.mid(17).toLongLong());
    if (it == m_annotations.end())
        return message(404, "Could not find annotation to update");
    if (request.method == "DELETE") {
        m_annotations.erase(it);
        return message(200, "Annotation deleted");
    }
    for (auto field = body.begin(); field != body.end(); ++field)
        it->second.insert(field.key(), field.value());
    return message(200, "Annotation patched");
}

} // namespace lepto::test
