#include "app/worker/answer_writer.h"

#include <cerrno>
#include <unistd.h>

namespace lepto {

void AnswerWriter::answer(std::string_view id, ml::AnswerType type, const nlohmann::json &body) { write(ml::answerLine(id, type, body)); }

void AnswerWriter::error(std::string_view id, const Error &error) { write(ml::errorLine(id, error)); }

void AnswerWriter::log(std::string_view text) { answer("", ml::AnswerType::Log, {{"level", "info"}, {"text", text}}); }

void AnswerWriter::write(std::string_view line)
{
    const std::lock_guard lock(m_mutex);
    while (!line.empty() && !m_broken) {
        const ssize_t written = ::write(m_fd, line.data(), line.size());
        if (written >= 0)
            line.remove_prefix(std::size_t(written));
        else if (errno != EINTR)
            m_broken = true;
    }
}

} // namespace lepto
