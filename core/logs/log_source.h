#pragma once

#include "core/logs/log_line.h"
#include "core/sources/polling_source.h"

namespace lepto {

/// A source of lines instead of samples. It reads on from the positions it was given, and hands out what it read together with the
/// positions behind it; whoever keeps both in one transaction loses and doubles nothing.
class LogSource : public PollingSource {
    Q_OBJECT
public:
    using PollingSource::PollingSource;
    /// What an earlier run has kept; call before start().
    virtual void resumeFrom(const std::map<std::string, std::string> &positions) = 0;
    /// While held nothing more is read: the keeper cannot take it.
    void setHeld(bool held) { m_held = held; }
    bool isHeld() const { return m_held; }

Q_SIGNALS:
    void linesRead(const lepto::LogBatch &batch);

protected:
    void give(LogBatch batch);

private:
    bool m_held = false;
};

} // namespace lepto
