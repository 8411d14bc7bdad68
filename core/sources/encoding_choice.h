#pragma once

#include <QtGlobal>

namespace lepto {

/// Whether to ask a server for packed answers: over a slow line gzip wins, near by the server's packing costs more than it saves.
/// Learnt from what large answers take, unpacked bytes by time; now and then the other way is tried again. A plain value.
class EncodingChoice {
public:
    explicit EncodingChoice(bool near) : m_packed(!near) {}

    /// For the next request.
    bool packed() const { return m_trying ? !m_packed : m_packed; }
    /// What an answer cost. Small ones say nothing and are passed over.
    void measured(bool packed, qint64 bytes, qint64 tookMs);

private:
    double m_rate[2] = { 0, 0 };     ///< bytes a millisecond, plain and packed; 0: not known
    bool m_packed, m_trying = false;
    int m_sinceTry = 0;
};

} // namespace lepto
