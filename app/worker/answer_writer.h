#pragma once

#include "ml/base/protocol.h"

#include <mutex>
#include <string_view>

#include <nlohmann/json.hpp>

namespace lepto {

/// Writes answers to a file descriptor, whole lines only. Any thread.
class AnswerWriter {
public:
    explicit AnswerWriter(int fd) : m_fd(fd) {}
    void answer(std::string_view id, ml::AnswerType type, const nlohmann::json &body);
    void error(std::string_view id, const Error &error);
    void log(std::string_view text);
    bool broken() const { return m_broken; } ///< nobody reads any more

private:
    void write(std::string_view line);
    std::mutex m_mutex;
    int m_fd;
    bool m_broken = false;
};

} // namespace lepto
