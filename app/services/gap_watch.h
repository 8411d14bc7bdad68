#pragma once

#include "core/sources/gap_filler.h"
#include "core/sources/source.h"

#include <map>

namespace lepto {

class Settings;

/// Sees to it that a history has no holes: after a start it has those filled that the stop left, and after a long outage of a server the
/// one that the live collection did not bridge. Lives in the thread of the collector.
class GapWatch : public QObject {
    Q_OBJECT
public:
    GapWatch(Store &store, SecretStore *secrets, const Settings &settings, const QString &logFile, QObject *parent = nullptr);

    /// Before the sources start. Does nothing where the settings say so.
    void start(const std::vector<SourceConfig> &sources, TimeMs now);
    void stop();
    void take(const SourceState &state, TimeMs now);
    GapFiller &filler() { return m_filler; }

Q_SIGNALS:
    void noticed(const QString &sentence);

private:
    void tell(const GapReport &report);

    const Settings &m_settings;
    GapFiller m_filler;
    std::map<QString, TimeMs> m_lastGood;
    bool m_on = false;
};

} // namespace lepto
