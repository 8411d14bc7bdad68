#pragma once

#include "ml/base/line_reader.h"
#include "ml/base/protocol.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QSet>
#include <QTimer>

namespace lepto {

/// One leptoscope-worker: starts it, sends requests, reports answers. The command is a program and its arguments, never a shell line, so
/// that {"ssh", "gpu-host", "leptoscope-worker"} is a worker too. A worker that ends, or that does not answer a heartbeat while requests are
/// open, is reported once by `died`; each open request fails with Unavailable before that. Lives in one thread with an event loop.
class WorkerClient : public QObject {
    Q_OBJECT
public:
    explicit WorkerClient(QStringList command, QObject *parent = nullptr);
    ~WorkerClient() override;

    /// The program beside this one. Errors: NotFound.
    static Result<QString> localProgram();

    /// Twice is once.
    void start();
    /// Closes the worker's input, which ends it; kills it after `graceMs`. Open requests fail with Cancelled; nothing is sent afterwards.
    void stop(int graceMs = 3000);
    bool running() const { return m_process.state() != QProcess::NotRunning; }

    using Wish = decltype(ml::Request::what);
    /// Starts the worker where it does not run. The id names the request in the signals.
    QString request(const Wish &wish);
    void cancel(const QString &id);

    void setHeartbeat(int everyMs, int deadAfterMs);

Q_SIGNALS:
    void ready(const QJsonObject &hello);                             ///< {"version","protocol","device"}
    void progressed(const QString &id, const QJsonObject &body);
    void finished(const QString &id, const QJsonObject &body);
    void failed(const QString &id, const lepto::Error &error);
    void logged(const QString &text);                                 ///< plain text, one line
    void died(const lepto::Error &error);

private:
    void readAnswers();
    void take(std::string_view line);
    void beat();
    void ended();
    void send(const QString &id, const Wish &wish);
    void failOpen(const Error &error);
    QString subject() const;

    static constexpr std::size_t answerLimit = 16u << 20;
    QStringList m_command;
    QProcess m_process;
    ml::LineReader m_lines{answerLimit};
    QSet<QString> m_open;
    QString m_hello;                  ///< id of the unanswered heartbeat; empty: none
    QTimer m_heartbeat;
    int m_deadAfterMs = 30'000, m_silentMs = 0;
    int m_next = 1;
    bool m_greeted = false, m_stopping = false;
    QByteArray m_lastWords;           ///< end of stderr
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Error)
