#pragma once

#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <utility>

namespace lepto::test {

/// A tiny HTTP/1.1 server for hostile answers. Lives in the thread of the test and needs its event loop.
class HttpFixture : public QObject {
    Q_OBJECT
public:
    struct Request {
        QByteArray method, target;                ///< target with its query
        QMap<QByteArray, QByteArray> headers;     ///< names in lower case
        QByteArray body = {};
        QByteArray path() const { return target.split('?').value(0); }
    };
    struct Reply {
        int status = 200;
        QByteArray contentType = "application/json";
        QByteArray body = {};
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        int delayMs = 0;                          ///< before the first byte; negative: never
        bool endless = false;                     ///< the body never ends
        bool cut = false;                         ///< promises the whole body, sends half, closes
        QByteArray raw = {};                      ///< sent as it is instead of all above
    };
    using Handler = std::function<Reply(const Request &)>;

    explicit HttpFixture(Handler handler, QObject *parent = nullptr);
    /// Answers the same to everything.
    explicit HttpFixture(Reply reply, QObject *parent = nullptr);

    quint16 port() const { return m_server.serverPort(); }
    QString url(const QString &path = {}) const { return QStringLiteral("http://127.0.0.1:%1").arg(port()) + path; }
    const QList<Request> &requests() const { return m_requests; }
    void setHandler(Handler handler) { m_handler = std::move(handler); }

private:
    void accept();
    void read(QTcpSocket *socket);
    bool takeRequest(QByteArray &buffer, Request &request) const;
    void answer(QTcpSocket *socket, const Reply &reply);
    void stream(QTcpSocket *socket);

    Handler m_handler;
    QMap<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    QTcpServer m_server; ///< last: its sockets say goodbye to the buffers
};

} // namespace lepto::test
