#pragma once

namespace lepto {

/// Says on the log category `leptoscope.start` (off by default) when the window's first frame was painted, and the first one that
/// shows the state of the services; the benchmark of the start listens. Each is said once. GUI thread.
class StartClock {
public:
    void framePainted();
    void healthKnown() { m_healthKnown = true; }

private:
    bool m_healthKnown = false, m_saidFrame = false, m_saidPage = false;
};

} // namespace lepto
