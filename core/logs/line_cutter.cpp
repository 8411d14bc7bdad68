#include "core/logs/line_cutter.h"

namespace lepto {

void LineCutter::give(std::string_view line, bool cut, const Take &take)
{
    if (!cut && line.ends_with('\r'))
        line.remove_suffix(1);
    if (!line.empty())
        take(line, cut);
}

void LineCutter::feed(std::string_view bytes, const Take &take)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const bool complete = end != std::string_view::npos;
        const std::string_view part = bytes.substr(0, end);
        bytes.remove_prefix(complete ? end + 1 : bytes.size());
        if (m_dropping) {
            m_dropping = !complete;
        } else if (m_pending.size() + part.size() > m_limit) {
            m_pending.append(part.substr(0, m_limit - m_pending.size()));
            give(m_pending, true, take);
            m_pending.clear();
            m_dropping = !complete;
        } else if (!complete) {
            m_pending.append(part);
        } else if (m_pending.empty()) {
            give(part, false, take);
        } else {
            m_pending.append(part);
            give(m_pending, false, take);
            m_pending.clear();
        }
    }
}

void LineCutter::finish(const Take &take)
{
    if (!m_dropping)
        give(m_pending, false, take);
    m_pending.clear();
    m_dropping = false;
}

} // namespace lepto
