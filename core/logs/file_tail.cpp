#include "core/logs/file_tail.h"

#include "core/base/text.h"
#include "core/logs/pattern_tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lepto {

namespace {

constexpr std::int64_t kPrint = 256;
constexpr std::size_t kPiece = 256 << 10;

Error say(ErrorCode code, const std::string &path, const char *reason)
{
    return { code, path, utf8(QCoreApplication::translate("Logs", reason)) };
}

Error systemError(const std::string &path)
{
    const int code = errno;
    const ErrorCode kind = code == ENOENT ? ErrorCode::NotFound : code == EACCES || code == EPERM ? ErrorCode::Refused : ErrorCode::Unavailable;
    return { kind, path, utf8(QString::fromLocal8Bit(std::strerror(code))) };
}

/// The blank-separated words of `text`, at most `most`; the last one is the rest.
std::vector<std::string> wordsOf(const std::string &text, std::size_t most)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = words.size() + 1 == most ? text.size() : std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

template <typename Number>
bool readNumber(std::string_view text, Number &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

} // namespace

std::string FilePosition::key() const
{
    return std::to_string(id.device) + ':' + std::to_string(id.inode);
}

std::string FilePosition::text() const
{
    return std::to_string(offset) + ' ' + (inLongLine ? '1' : '0') + ' ' + std::to_string(printed) + ' ' + std::to_string(print) + ' ' + path;
}

std::optional<FilePosition> FilePosition::parse(const std::string &key, const std::string &text)
{
    FilePosition position;
    const std::size_t colon = key.find(':');
    const auto words = wordsOf(text, 5);
    if (colon == std::string::npos || words.size() != 5)
        return std::nullopt;
    const bool good = readNumber(std::string_view(key).substr(0, colon), position.id.device)
        && readNumber(std::string_view(key).substr(colon + 1), position.id.inode) && readNumber(words[0], position.offset)
        && readNumber(words[2], position.printed) && readNumber(words[3], position.print);
    position.inLongLine = words[1] == "1";
    position.path = words[4];
    const bool sane = position.offset >= 0 && position.printed >= 0 && position.printed <= kPrint;
    return good && sane ? std::optional(position) : std::nullopt;
}

Result<std::unique_ptr<FileTail>> FileTail::open(const std::string &path)
{
    struct stat known {};
    if (::stat(path.c_str(), &known) != 0)
        return systemError(path);
    if (!S_ISREG(known.st_mode)) // before it is opened: opening alone can have an effect on a device
        return say(ErrorCode::Refused, path, QT_TRANSLATE_NOOP("Logs", "is no regular file and is not read"));
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return systemError(path);
    FilePosition position;
    position.path = path;
    std::unique_ptr<FileTail> tail(new FileTail(file, position));
    if (::fstat(file, &known) != 0 || !S_ISREG(known.st_mode))
        return say(ErrorCode::Refused, path, QT_TRANSLATE_NOOP("Logs", "is no regular file and is not read"));
    tail->m_position.id = { std::uint64_t(known.st_dev), std::uint64_t(known.st_ino) };
    char magic[2] = {};
    if (::pread(file, magic, 2, 0) == 2 && magic[0] == '\x1f' && magic[1] == '\x8b')
        return say(ErrorCode::Refused, path, QT_TRANSLATE_NOOP("Logs", "is packed with gzip and is not read"));
    return tail;
}

FileTail::~FileTail()
{
    ::close(m_file);
}

std::int64_t FileTail::size() const
{
    struct stat known {};
    return ::fstat(m_file, &known) == 0 ? std::int64_t(known.st_size) : 0;
}

std::optional<std::uint64_t> FileTail::printOf(std::int64_t bytes) const
{
    char head[kPrint];
    if (bytes > kPrint || ::pread(m_file, head, std::size_t(bytes), 0) != bytes)
        return std::nullopt;
    return patternHash({ head, std::size_t(bytes) });
}

void FileTail::extendPrint()
{
    const std::int64_t bytes = std::min(kPrint, size());
    if (bytes <= m_position.printed)
        return;
    if (const auto print = printOf(bytes)) {
        m_position.printed = bytes;
        m_position.print = *print;
    }
}

void FileTail::seek(std::int64_t offset, bool inLongLine)
{
    m_position.offset = m_read = offset;
    m_position.inLongLine = inLongLine;
    m_cutter = LineCutter(kLongestLine, inLongLine);
}

bool FileTail::resume(const FilePosition &position)
{
    if (position.id != m_position.id || size() < position.offset || printOf(position.printed) != position.print)
        return false;
    m_position.printed = position.printed;
    m_position.print = position.print;
    m_position.path = position.path;
    seek(position.offset, position.inLongLine);
    return true;
}

void FileTail::startNearEnd(std::int64_t bytes)
{
    const std::int64_t from = size() - bytes;
    if (from > 0)
        seek(from, true); // most likely inside a line
}

Result<FileTail::Reading> FileTail::read(std::int64_t budget, const LineCutter::Take &take)
{
    Reading reading;
    const bool overwritten = m_position.printed > 0 && printOf(m_position.printed) != m_position.print;
    if (size() < m_read || overwritten) {
        reading.restarted = true;
        m_position.printed = 0;
        seek(0, false);
    }
    extendPrint();
    std::string piece(kPiece, '\0');
    while (reading.bytes < budget) {
        const ssize_t got = ::pread(m_file, piece.data(), std::size_t(std::min<std::int64_t>(kPiece, budget - reading.bytes)), m_read);
        if (got < 0)
            return systemError(m_position.path);
        if (got == 0)
            break;
        m_read += got;
        reading.bytes += got;
        m_cutter.feed({ piece.data(), std::size_t(got) }, take);
    }
    reading.more = reading.bytes >= budget && size() > m_read;
    m_position.offset = m_read - std::int64_t(m_cutter.pending());
    m_position.inLongLine = m_cutter.inLongLine();
    return reading;
}

void FileTail::finish(const LineCutter::Take &take)
{
    m_cutter.finish(take);
    m_position.offset = m_read;
    m_position.inLongLine = false;
}

} // namespace lepto
