#include "tests/support/fake_loki.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <zlib.h>

#include <algorithm>

namespace lepto::test {

namespace {

HttpFixture::Reply plain(int status, const QByteArray &text)
{
    HttpFixture::Reply reply;
    reply.status = status;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = text;
    return reply;
}

QByteArray packed(const QByteArray &body)
{
    z_stream stream {};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(body.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

FakeLoki::FakeLoki()
    : m_server([this](const HttpFixture::Request &request) { return answer(request); })
{
}

void FakeLoki::push(const std::map<QString, QString> &stream, qint64 ns, const QString &line)
{
    m_entries.push_back({ stream, ns, line });
}

void FakeLoki::failWith(int status, const QByteArray &text)
{
    m_status = status;
    m_failure = text;
}

HttpFixture::Reply FakeLoki::answer(const HttpFixture::Request &request) const
{
    if (m_status)
        return plain(m_status, m_failure);
    if (!m_tenant.isEmpty() && request.headers.value("x-scope-orgid") != m_tenant)
        return plain(401, "no org id\n");
    HttpFixture::Reply reply;
    if (request.path() == "/loki/api/v1/labels")
        reply.body = R"({"status":"success","data":["app","pod"]})";
    else if (request.path() == "/loki/api/v1/query_range")
        reply = queryRange(request);
    else
        return plain(404, "404 page not found\n");
    if (reply.status == 200 && request.headers.value("accept-encoding").contains("gzip")) {
        reply.body = packed(reply.body);
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    return reply;
}

std::vector<FakeLoki::Entry> FakeLoki::select(const QString &query, QByteArray &error) const
{
    static const QRegularExpression shape(QStringLiteral("^\\{\\s*(.*?)\\s*\\}\\s*(?:\\|=\\s*\"([^\"]*)\")?\\s*$"));
    static const QRegularExpression matcher(QStringLiteral("(\\w+)\\s*=\\s*\"([^\"]*)\""));
    const auto match = shape.match(query);
    std::vector<Entry> found;
    if (!match.hasMatch()) {
        error = "parse error at line 1, col 1: syntax error: unexpected IDENTIFIER";
        return found;
    }
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found), [&](const Entry &entry) {
        for (auto it = matcher.globalMatch(match.captured(1)); it.hasNext();) {
            const auto pair = it.next();
            const auto label = entry.stream.find(pair.captured(1));
            if (label == entry.stream.end() || label->second != pair.captured(2))
                return false;
        }
        return entry.line.contains(match.captured(2));
    });
    return found;
}

HttpFixture::Reply FakeLoki::queryRange(const HttpFixture::Request &request) const
{
    const QUrlQuery form(QUrl::fromEncoded(request.target).query(QUrl::FullyEncoded));
    const auto value = [&form](const char *name) { return form.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded); };
    const qint64 from = value("start").toLongLong(), to = value("end").toLongLong();
    const int limit = value("limit").isEmpty() ? 100 : value("limit").toInt();
    if (limit > 5000)
        return plain(400, "max entries limit per query exceeded, limit > max_entries_limit_per_query (" + QByteArray::number(limit) + " > 5000)\n");
    if (to <= from)
        return plain(400, "end timestamp must not be before or equal to start time\n");
    QByteArray error;
    std::vector<Entry> found = select(value("query"), error);
    if (!error.isEmpty())
        return plain(400, error);
    std::erase_if(found, [&](const Entry &entry) { return entry.ns < from || entry.ns >= to; });
    const bool forward = value("direction") == QStringLiteral("forward");
    std::stable_sort(found.begin(), found.end(), [forward](const Entry &a, const Entry &b) { return forward ? a.ns < b.ns : a.ns > b.ns; });
    found.resize(std::min(found.size(), std::size_t(limit)));
    std::map<std::map<QString, QString>, QJsonArray> streams;
    for (const Entry &entry : found)
        streams[entry.stream].append(QJsonArray { QString::number(entry.ns), entry.line });
    QJsonArray result;
    for (const auto &[labels, values] : streams) {
        QJsonObject stream;
        for (const auto &[name, text] : labels)
            stream.insert(name, text);
        result.append(QJsonObject { { QStringLiteral("stream"), stream }, { QStringLiteral("values"), values } });
    }
    HttpFixture::Reply reply;
    reply.body = QJsonDocument(QJsonObject { { QStringLiteral("status"), QStringLiteral("success") },
        { QStringLiteral("data"), QJsonObject { { QStringLiteral("resultType"), QStringLiteral("streams") }, { QStringLiteral("result"), result }, { QStringLiteral("stats"), QJsonObject() } } } })
                     .toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace lepto::test
