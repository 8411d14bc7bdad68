#pragma once

#include "core/settings/source_config.h"
#include "ml/base/native_histogram.h"
#include "ml/base/result.h"
#include "ml/base/series.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// How a source is doing; sent at every change and after every scrape.
struct SourceState {
    enum class Code { Starting, Live, Partial, Stale, Failed, Stopped };
    QString name;
    SourceConfig::Kind kind = SourceConfig::Kind::Host;
    Code code = Code::Starting;
    TimeMs lastGood = 0;           ///< local time of the last good answer; 0 = never
    qint64 tookMs = 0;             ///< duration of the last scrape
    qint64 clockOffsetMs = 0;      ///< server clock minus ours
    qint64 series = 0, samplesPerSecond = 0;
    int failures = 0;              ///< in a row
    QStringList warnings;          ///< from the server, plain text
    QString reason;                ///< one sentence when not Live
    qint64 waitingBytes = 0, dropped = 0; ///< edges: what waits there, and samples that never come
};

/// One answer of a source: samples that already carry `source`, `job` and `instance`.
struct Scrape {
    QString source;
    TimeMs at = 0;
    std::vector<LabelledSample> samples;
    std::vector<LabelledHistogram> histograms = {};
    quint64 ticket = 0;            ///< not 0: the source waits for `settled` with it
};

/// A running source. Lives in one thread with an event loop; never blocks it.
class Source : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;      ///< twice is once
    virtual void stop() = 0;       ///< nothing is sent afterwards
    virtual SourceState state() const = 0;
    /// The scrape with this ticket is durably stored, or was not taken.
    virtual void settled(quint64 ticket, bool kept) { (void)ticket, (void)kept; }

Q_SIGNALS:
    void scraped(const lepto::Scrape &scrape);
    void stateChanged(const lepto::SourceState &state);
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Scrape)
Q_DECLARE_METATYPE(lepto::SourceState)
