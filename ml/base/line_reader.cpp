#include "ml/base/line_reader.h"

namespace lepto::ml {

void LineReader::feed(std::string_view bytes, const std::function<void(std::string_view)> &line, const std::function<void()> &oversize)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view part = bytes.substr(0, end);
        if (!m_dropping && m_pending.size() + part.size() > m_limit) {
            m_dropping = true;
            m_pending.clear();
            m_pending.shrink_to_fit();
            oversize();
        }
        if (!m_dropping)
            m_pending.append(part);
        if (end == std::string_view::npos)
            return;
        bytes.remove_prefix(end + 1);
        if (!m_dropping) {
            const std::string whole = std::move(m_pending);
            m_pending.clear();
            line(whole);
        }
        m_dropping = false;
    }
}

} // namespace lepto::ml
