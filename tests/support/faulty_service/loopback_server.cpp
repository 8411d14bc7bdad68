#include "tests/support/faulty_service/loopback_server.h"

#include "tests/support/faulty_service/metrics_page.h"

#include <QTcpSocket>

namespace lepto::demo {

namespace {

constexpr qsizetype maxRequest = 8192;

QByteArray response(const char *status, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status
        + "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

qsizetype contentLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n'))
        if (line.toLower().startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    return 0;
}

} // namespace

LoopbackServer::LoopbackServer(const WorkerPool::Settings &settings, double timeScale, QObject *parent)
    : QObject(parent)
    , m_pool(settings)
    , m_timeScale(timeScale)
{
    m_clock.start();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        }
    });
}

bool LoopbackServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void LoopbackServer::serve(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(maxRequest + 1);
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (request.size() > maxRequest) {
        socket->write(response("413 Content Too Large", "at most 8 KiB\n"));
    } else if (end < 0 || request.size() - end - 4 < contentLength(request.left(end))) {
        return;
    } else {
        m_pool.advanceTo(static_cast<double>(m_clock.nsecsElapsed()) * 1e-9 * m_timeScale);
        socket->write(answer(request.left(end), request.mid(end + 4)));
    }
    socket->readAll();
    socket->disconnectFromHost();
}

QByteArray LoopbackServer::answer(const QByteArray &head, const QByteArray &body)
{
    if (head.startsWith("GET /metrics "))
        return response("200 OK", metricsPage(m_pool));
    if (head.startsWith("GET /workers "))
        return response("200 OK", QByteArray::number(m_pool.workers()) + '\n');
    if (!head.startsWith("POST /workers "))
        return response("404 Not Found", "only /metrics and /workers\n");
    bool good = false;
    const int workers = body.trimmed().toInt(&good);
    if (!good || workers < 0 || workers > 1000)
        return response("400 Bad Request", "the body is a number from 0 to 1000\n");
    m_pool.setWorkers(workers);
    return response("200 OK", QByteArray::number(workers) + '\n');
}

} // namespace lepto::demo
