#pragma once

#include "core/changes/posted_changes.h"
#include "core/changes/request_reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <map>
#include <optional>

class QTcpSocket;

namespace lepto {

/// So many at once, then one each `refillMs`.
class TokenBucket {
public:
    TokenBucket(int burst, int refillMs) : m_burst(burst), m_refillMs(refillMs), m_left(burst) { m_clock.start(); }
    bool take();

private:
    int m_burst, m_refillMs, m_left;
    qint64 m_filledAt = 0;
    QElapsedTimer m_clock;
};

/// Takes changes over HTTP on 127.0.0.1: `POST /v1/changes` with a JSON body (see posted_changes.h) and one of
///     Authorization: Bearer TOKEN
///     X-Gitlab-Token: TOKEN                       what GitLab sends
///     X-Hub-Signature-256: sha256=HMAC            what GitHub sends, keyed with the token
/// Answers 200 with `{"added":…,"updated":…,"known":…}`, else a status and one sentence as plain text. A name in Host that is not this
/// machine's loopback (DNS rebinding) and requests of web pages (Origin) are refused. One request a connection, 16 connections, 5 seconds
/// each; 60 requests at once, then 2 a second; wrong tokens 10, then one each 5 seconds. Lives in one thread with an event loop.
class WebhookServer : public QObject {
    Q_OBJECT
public:
    struct Counts {
        int added = 0, updated = 0, known = 0;
    };
    /// Stores what was posted; an error of it is answered with 503.
    using Take = std::function<Result<Counts>(const PostedChanges &posted)>;

    /// `token` has at least 16 characters.
    WebhookServer(QString token, Take take, QObject *parent = nullptr);
    ~WebhookServer() override;

    /// Port 0 picks a free one. Errors: Conflict (the port is in use), Refused (token too short), Unavailable.
    Result<void> listen(int port);
    void close();
    int port() const { return m_server.serverPort(); }

private:
    struct Answer {
        int status = 200;
        QByteArray body, type = "text/plain; charset=utf-8";
    };
    void accept();
    void read(QTcpSocket *socket);
    std::optional<Answer> objection(const WebRequest &head);
    bool isAuthorized(const WebRequest &request) const;
    Answer take(const WebRequest &request);
    void answer(QTcpSocket *socket, const Answer &answer);

    QByteArray m_token;
    Take m_take;
    TokenBucket m_requests { 60, 500 }, m_wrongTokens { 10, 5000 };
    std::map<QTcpSocket *, QByteArray> m_received;
    QTcpServer m_server; ///< last: its sockets say goodbye to what was received
};

} // namespace lepto
