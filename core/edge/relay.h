#pragma once

#include "core/edge/edge_messages.h"
#include "core/edge/process_lock.h"
#include "core/edge/spool_folder.h"
#include "core/edge/spool_reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

class QSocketNotifier;

namespace lepto {

struct RelayOptions {
    int in = 0, out = 1;          ///< pipes or sockets; made non-blocking, not closed
    std::string program;          ///< name and version
    std::uint64_t spoolLimit = 0; ///< for the status
    int pollMs = 200;             ///< how often the spool is looked at
    int statusMs = 2000;
    int silentMs = 20'000;        ///< a console that says nothing for so long is gone
};

/// The edge's end of the link: sends the spool's records from the first that the console has not acknowledged, removes what it has, and
/// says how the edge is doing. At most a window is on the way, so that neither side's memory grows. One relay serves a spool: a second
/// console is refused with a sentence, while a newer connection of the same console ends the older one. Lives in one thread with an event loop.
class Relay : public QObject {
    Q_OBJECT
public:
    Relay(SpoolFolder folder, RelayOptions options, QObject *parent = nullptr);
    ~Relay() override;

    void start();
    /// The spool has grown: saves the wait until the next look.
    void wake();
    /// This process writes the spool too; its own lock does not show.
    void setCollecting(bool on) { m_collectsItself = on; }

Q_SIGNALS:
    /// Once, at the end. `reason` is empty when the console has closed the link.
    void finished(const QString &reason);

private:
    struct Sent {
        EdgePosition before, end;
        SpoolReader::Place place;
        std::size_t bytes = 0;
    };

    void readInput();
    void take(const Frame &frame);
    void greet(const EdgeGreeting &greeting);
    void claim();
    void begin();
    void acknowledge(std::uint64_t seq);
    void pump();
    bool sendNext();
    void sendStatus(TimeMs echo);
    std::uint64_t waitingBytes(std::uint64_t &all) const;
    void flush();
    void saveTaken();
    void refuse(const QString &sentence);
    void end(const QString &reason);

    SpoolFolder m_folder;
    RelayOptions m_options;
    ProcessLock m_lock;
    SpoolTaken m_taken;
    SpoolReader::Place m_takenPlace;
    std::unique_ptr<SpoolReader> m_reader;
    RecordWriter m_records;
    FrameReader m_frames{edgeProtocol};
    std::deque<Sent> m_sent;         ///< not acknowledged yet
    std::uint64_t m_sentBytes = 0;   ///< of the open window
    std::string m_console;
    Bytes m_output;
    QElapsedTimer m_heard, m_claimed;
    QTimer m_poll, m_statusTimer, m_save;
    QSocketNotifier *m_readable = nullptr, *m_writable = nullptr;
    int m_inFlags = 0, m_outFlags = 0;
    QString m_lastWords;
    bool m_ended = false, m_leaving = false, m_collectsItself = false;
};

} // namespace lepto
