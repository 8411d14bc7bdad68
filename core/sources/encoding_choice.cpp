#include "core/sources/encoding_choice.h"

#include <algorithm>

namespace lepto {

void EncodingChoice::measured(bool packed, qint64 bytes, qint64 tookMs)
{
    constexpr qint64 telling = 256 << 10;
    constexpr int first = 1, later = 64;   // large answers until the other way is tried
    constexpr double weight = 0.3, clearly = 1.2;
    if (bytes < telling)
        return;
    const double now = double(bytes) / double(std::max<qint64>(tookMs, 1));
    double &rate = m_rate[packed];
    rate = rate == 0 ? now : (1 - weight) * rate + weight * now;
    if (packed != m_packed)
        m_trying = false;
    if (m_rate[!m_packed] > clearly * m_rate[m_packed] && m_rate[m_packed] > 0)
        m_packed = !m_packed;
    const bool otherUnknown = m_rate[!m_packed] == 0;
    if (packed == m_packed && ++m_sinceTry >= (otherUnknown ? first : later)) {
        m_trying = true;
        m_sinceTry = 0;
    }
}

} // namespace lepto
