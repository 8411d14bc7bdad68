#pragma once

#include <QIODevice>

#include <string>
#include <string_view>

namespace lepto {

/// A large text read piece by piece: a window that grows at its end and is consumed at its beginning. One thread.
class TextBlocks {
public:
    explicit TextBlocks(QIODevice &in)
        : m_in(in)
    { }

    std::string_view text() const { return std::string_view(m_buffer).substr(m_begin); }
    bool isLast() const { return m_ended; } ///< nothing comes behind text()
    bool failed() const { return m_failed; }
    void consume(std::size_t size) { m_begin += size; }
    /// Adds up to `size` bytes; invalidates text().
    void fill(std::size_t size = 1 << 20)
    {
        m_buffer.erase(0, std::exchange(m_begin, 0));
        const std::size_t had = m_buffer.size();
        m_buffer.resize(had + size);
        const qint64 got = m_in.read(m_buffer.data() + had, qint64(size));
        m_buffer.resize(had + std::size_t(std::max<qint64>(got, 0)));
        m_failed = m_failed || got < 0;
        m_ended = got <= 0;
        m_read += std::max<qint64>(got, 0);
    }
    qint64 bytesRead() const { return m_read; }

private:
    QIODevice &m_in;
    std::string m_buffer;
    std::size_t m_begin = 0;
    qint64 m_read = 0;
    bool m_ended = false, m_failed = false;
};

} // namespace lepto
