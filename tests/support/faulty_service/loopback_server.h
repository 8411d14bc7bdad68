#pragma once

#include "tests/support/faulty_service/worker_pool.h"

#include <QElapsedTimer>
#include <QTcpServer>

class QTcpSocket;

namespace lepto::demo {

/// The pool behind HTTP on 127.0.0.1: GET /metrics, GET /workers, POST /workers with the new number as body. One request a
/// connection, at most 8 KiB. The simulation catches up with the clock whenever somebody asks. Lives in one thread with an event
/// loop.
class LoopbackServer : public QObject {
    Q_OBJECT

public:
    /// `timeScale`: seconds of the service in a second of the clock.
    LoopbackServer(const WorkerPool::Settings &settings, double timeScale, QObject *parent = nullptr);

    /// Port 0 takes a free one. False: errorString() says why.
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }

private:
    void serve(QTcpSocket *socket);
    QByteArray answer(const QByteArray &head, const QByteArray &body);

    WorkerPool m_pool;
    double m_timeScale;
    QElapsedTimer m_clock;
    QTcpServer m_server;
};

} // namespace lepto::demo
