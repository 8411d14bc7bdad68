#include "core/changes/webhook_server.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QTimer>

namespace lepto {

namespace {

constexpr int kMostConnections = 16, kShortestToken = 16, kPatienceMs = 5000, kLingerMs = 100;

QByteArray phrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Error";
    }
}

/// In a time that does not tell how much is right.
bool same(const QByteArray &a, const QByteArray &b)
{
    unsigned different = a.size() != b.size();
    for (qsizetype i = 0; i < a.size() && !b.isEmpty(); ++i)
        different |= unsigned(quint8(a[i])) ^ unsigned(quint8(b[i % b.size()]));
    return different == 0;
}

bool isLoopbackName(const QByteArray &host)
{
    const qsizetype colon = host.indexOf(':');
    const QByteArray name = (colon < 0 ? host : host.left(colon)).toLower(), port = colon < 0 ? QByteArray("0") : host.mid(colon + 1);
    bool number = false;
    port.toUShort(&number);
    return number && (name == "127.0.0.1" || name == "localhost");
}

bool isJson(const QByteArray &type)
{
    const QByteArray media = type.split(';').value(0).trimmed().toLower();
    return media == "application/json" || (media.startsWith("application/") && media.endsWith("+json"));
}

} // namespace

bool TokenBucket::take()
{
    const qint64 now = m_clock.elapsed(), refills = (now - m_filledAt) / m_refillMs;
    m_left = int(std::min<qint64>(m_burst, m_left + refills));
    m_filledAt += refills * m_refillMs;
    if (m_left == 0)
        return false;
    --m_left;
    return true;
}

WebhookServer::WebhookServer(QString token, Take take, QObject *parent)
    : QObject(parent)
    , m_token(token.toUtf8())
    , m_take(std::move(take))
{
    m_server.setMaxPendingConnections(kMostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &WebhookServer::accept);
}

WebhookServer::~WebhookServer()
{
    close();
}

Result<void> WebhookServer::listen(int port)
{
    const std::string subject = utf8(QStringLiteral("127.0.0.1:%1").arg(port));
    if (m_token.size() < kShortestToken)
        return Error { ErrorCode::Refused, subject, utf8(tr("the token of the webhook is shorter than %1 characters").arg(kShortestToken)) };
    if (m_server.listen(QHostAddress::LocalHost, quint16(port)))
        return {};
    if (m_server.serverError() == QAbstractSocket::AddressInUseError)
        return Error { ErrorCode::Conflict, subject, utf8(tr("the port of the webhook is in use by another program")) };
    return Error { ErrorCode::Unavailable, subject, utf8(tr("the webhook cannot listen: %1").arg(m_server.errorString())) };
}

void WebhookServer::close()
{
    m_server.close();
    for (const auto &[socket, bytes] : std::exchange(m_received, {})) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void WebhookServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_received[socket];
        socket->setReadBufferSize(web_limit::head + web_limit::body + 4);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.erase(socket);
            socket->deleteLater();
        });
        QTimer::singleShot(kPatienceMs, socket, [this, socket] { answer(socket, { 408, tr("the request did not arrive in time").toUtf8() }); });
        QTimer::singleShot(2 * kPatienceMs, socket, [socket] { socket->abort(); });
        if (int(m_received.size()) > kMostConnections)
            answer(socket, { 503, tr("too many connections at once").toUtf8() });
    }
}

void WebhookServer::read(QTcpSocket *socket)
{
    const auto it = m_received.find(socket);
    if (it == m_received.end()) { // answered already
        socket->skip(socket->bytesAvailable());
        return;
    }
    it->second += socket->read(web_limit::head + web_limit::body + 4 - it->second.size());
    const WebReading reading = readWebRequest(it->second);
    if (reading.state == WebReading::State::Bad)
        return answer(socket, { reading.status, reading.reason.toUtf8() });
    if (reading.state == WebReading::State::More)
        return;
    if (const auto refused = objection(reading.request))
        return answer(socket, *refused);
    if (reading.state == WebReading::State::Done)
        answer(socket, take(reading.request));
}

std::optional<WebhookServer::Answer> WebhookServer::objection(const WebRequest &head)
{
    const auto refuse = [](int status, const QString &reason) { return Answer { status, reason.toUtf8() }; };
    if (!isLoopbackName(head.header("host")))
        return refuse(421, tr("this webhook answers only to the names 127.0.0.1 and localhost"));
    if (head.count("origin") > 0)
        return refuse(403, tr("web pages may not send changes"));
    if (head.target != "/v1/changes")
        return refuse(404, tr("changes are posted to /v1/changes"));
    if (head.method != "POST")
        return refuse(405, tr("changes are sent with POST"));
    const bool hasToken = head.count("authorization") + head.count("x-gitlab-token") + head.count("x-hub-signature-256") > 0;
    if (!hasToken)
        return refuse(401, tr("the token is missing"));
    if (!isJson(head.header("content-type")))
        return refuse(415, tr("the body must be application/json"));
    return std::nullopt;
}

bool WebhookServer::isAuthorized(const WebRequest &request) const
{
    const QByteArray authorization = request.header("authorization"), signature = request.header("x-hub-signature-256");
    if (authorization.left(7).toLower() == "bearer ")
        return same(authorization.mid(7).trimmed(), m_token);
    if (request.count("x-gitlab-token") == 1)
        return same(request.header("x-gitlab-token"), m_token);
    if (signature.startsWith("sha256="))
        return same(signature.mid(7).toLower(), QMessageAuthenticationCode::hash(request.body, m_token, QCryptographicHash::Sha256).toHex());
    return false;
}

WebhookServer::Answer WebhookServer::take(const WebRequest &request)
{
    if (!isAuthorized(request)) {
        const bool patient = m_wrongTokens.take();
        return { patient ? 401 : 429, (patient ? tr("the token is wrong") : tr("too many wrong tokens; wait")).toUtf8() };
    }
    if (!m_requests.take())
        return { 429, tr("too many requests; wait a second").toUtf8() };
    const auto posted = readPostedChanges(request.body, QDateTime::currentMSecsSinceEpoch());
    if (!posted)
        return { 400, oneLine(qstr(posted.error())).toUtf8() };
    const auto counts = m_take(*posted);
    if (!counts)
        return { 503, oneLine(qstr(counts.error())).toUtf8() };
    const QJsonObject body { { QStringLiteral("added"), counts->added }, { QStringLiteral("updated"), counts->updated }, { QStringLiteral("known"), counts->known } };
    return { 200, QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json" };
}

void WebhookServer::answer(QTcpSocket *socket, const Answer &answer)
{
    if (m_received.erase(socket) == 0)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + phrase(answer.status) + "\r\nContent-Type: " + answer.type
        + "\r\nContent-Length: " + QByteArray::number(answer.body.size() + 1) + "\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n";
    if (answer.status == 401)
        head += "WWW-Authenticate: Bearer\r\n";
    if (answer.status == 405)
        head += "Allow: POST\r\n";
    if (answer.status == 429)
        head += "Retry-After: 5\r\n";
    socket->write(head + "\r\n" + answer.body + '\n');
    // Closed while the sender still writes, the connection would be reset and the answer lost with it.
    QTimer::singleShot(answer.status == 200 ? 0 : kLingerMs, socket, &QTcpSocket::disconnectFromHost);
}

} // namespace lepto
