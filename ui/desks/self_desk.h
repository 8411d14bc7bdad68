#pragma once

#include "core/sources/traffic.h"
#include "core/telemetry/self_history.h"

#include <QObject>

#include <vector>

namespace lepto {

/// What the console knows of itself.
struct SelfReport {
    QString version, build;
    QString folder;                   ///< the data folder; empty until it is open
    bool writable = true;             ///< whether the data folder may be written
    struct Part {
        enum class Kind { History, Logs, Decisions, Models, Jobs, Rest };
        Kind kind = Kind::History;
        qint64 bytes = 0;
    };
    std::vector<Part> parts;          ///< of the data folder
    qint64 free = -1;                 ///< bytes on its disk; -1: unknown
    double bytesPerSample = 0;        ///< of the history's packed chunks; 0: unknown
    std::vector<SelfValue> numbers;
    int metricsPort = 0;              ///< of the own metrics page on 127.0.0.1; 0: off
    QString metricsProblem;           ///< one sentence
    struct Host {
        enum class Use { Source, Database, Training };
        HostTraffic traffic;
        Use use = Use::Source;
        Reach reach = Reach::Unknown;
        bool counted = true;          ///< false: reached over ssh or a database's own protocol, whose bytes nobody counts here
    };
    std::vector<Host> hosts;          ///< what left this machine since `since`, the most sent first
    TimeMs since = 0;
};

/// The console about itself. GUI thread; the report is always present and replaced before `changed`.
class SelfDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual const SelfReport &report() const = 0;
    /// Sizes on disk are looked up only while somebody watches.
    virtual void watch(bool on) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace lepto
