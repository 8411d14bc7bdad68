#include "tests/support/http_fixture.h"

#include <QPointer>
#include <QTimer>

namespace lepto::test {

HttpFixture::HttpFixture(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpFixture::accept);
    m_server.listen(QHostAddress::LocalHost, 0);
}

HttpFixture::HttpFixture(Reply reply, QObject *parent)
    : HttpFixture(Handler([reply](const Request &) { return reply; }), parent)
{
}

void HttpFixture::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

bool HttpFixture::takeRequest(QByteArray &buffer, Request &request) const
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return true;
}

void HttpFixture::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    if (buffer.startsWith('\x16')) { // a TLS hello; real servers answer it in plain words
        Reply plain;
        plain.raw = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request";
        answer(socket, plain);
        return;
    }
    Request request;
    while (takeRequest(buffer, request)) {
        m_requests += request;
        const Reply reply = m_handler(request);
        if (reply.delayMs < 0)
            return;
        QPointer<QTcpSocket> alive(socket);
        QTimer::singleShot(reply.delayMs, this, [this, alive, reply] {
            if (alive)
                answer(alive, reply);
        });
        request = Request();
    }
}

void HttpFixture::answer(QTcpSocket *socket, const Reply &reply)
{
    if (!reply.raw.isEmpty()) {
        socket->write(reply.raw);
        socket->disconnectFromHost();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Fixture\r\nContent-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (!reply.endless)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    socket->write(head + "\r\n" + (reply.cut ? reply.body.left(reply.body.size() / 2) : reply.body));
    if (reply.cut)
        socket->disconnectFromHost();
    if (reply.endless)
        stream(socket);
}

void HttpFixture::stream(QTcpSocket *socket)
{
    const auto more = [socket] {
        if (socket->bytesToWrite() < (1 << 20))
            socket->write(QByteArray(1 << 18, ' '));
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

} // namespace lepto::test
