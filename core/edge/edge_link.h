#pragma once

#include "core/edge/edge_messages.h"
#include "ml/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace lepto {

/// The console's end of one connection to an edge: a program (ssh, and behind it the relay) whose standard streams speak the protocol.
/// `down` comes exactly once for each `open`, unless it is closed before. Lives in one thread with an event loop, which it never blocks.
class EdgeLink : public QObject {
    Q_OBJECT
public:
    /// `heartbeatMs`: how often the edge is asked; four without any answer and the link is given up.
    EdgeLink(QStringList command, RecordReader::Relabel relabel, int heartbeatMs, QObject *parent = nullptr);
    ~EdgeLink() override;

    void open();                         ///< once
    void close();                        ///< nothing is sent afterwards; the program gets two seconds to leave
    void acknowledge(std::uint64_t seq); ///< everything up to it is stored
    /// Before `open`, to take samples; without it the edge is only asked how it is.
    void setConsole(const std::string &console) { m_console = console; }

Q_SIGNALS:
    void greeted(const lepto::EdgeHello &hello);
    void received(const lepto::EdgeRecord &record);
    void statusCame(const lepto::EdgeStatus &status, lepto::TimeMs sent); ///< `sent`: console's clock of the question; 0: unasked
    void down(const lepto::Error &error);

private:
    void read();
    void take(const Frame &frame);
    void greet(const Frame &frame);
    void beat();
    void ended();
    void giveUp(const QString &reason);
    QString exitReason() const;
    void write(const Bytes &bytes);

    QStringList m_command;
    std::string m_console;
    std::unique_ptr<QProcess> m_process;
    FrameReader m_frames{edgeProtocol};
    RecordReader m_records;
    QTimer m_heartbeat;
    QElapsedTimer m_heard;
    QByteArray m_lastWords;              ///< end of stderr
    QString m_refusal;
    bool m_greeted = false;
};

} // namespace lepto
