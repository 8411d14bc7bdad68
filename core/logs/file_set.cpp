#include "core/logs/file_set.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <dirent.h>
#include <glob.h>
#include <sys/stat.h>

namespace lepto {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Logs", text);
}

bool isGlob(const std::string &pattern)
{
    return pattern.find_first_of("*?[") != std::string::npos;
}

std::optional<FileId> idOf(const std::string &path)
{
    struct stat known {};
    if (::stat(path.c_str(), &known) != 0)
        return std::nullopt;
    return FileId { std::uint64_t(known.st_dev), std::uint64_t(known.st_ino) };
}

/// The path of the entry of a folder that has this inode, whatever its name is now; empty without one.
std::string pathOfInode(const std::string &folder, std::uint64_t inode)
{
    std::string found;
    DIR *const dir = ::opendir(folder.c_str());
    while (const dirent *entry = dir && found.empty() ? ::readdir(dir) : nullptr) {
        if (entry->d_ino == inode)
            found = folder + '/' + entry->d_name;
    }
    if (dir)
        ::closedir(dir);
    return found;
}

} // namespace

FileSet::FileSet(std::string pattern, std::chrono::milliseconds lingers)
    : m_pattern(std::move(pattern))
    , m_lingers(lingers)
{
}

void FileSet::resumeFrom(const std::map<std::string, std::string> &positions)
{
    for (const auto &[key, text] : positions) {
        if (const auto position = FilePosition::parse(key, text))
            m_known.emplace(position->id, *position);
    }
    m_first = positions.empty();
}

std::vector<std::string> FileSet::matching() const
{
    if (!isGlob(m_pattern))
        return { m_pattern };
    std::vector<std::string> paths;
    glob_t found {};
    if (::glob(m_pattern.c_str(), 0, nullptr, &found) == 0) {
        for (std::size_t i = 0; i < found.gl_pathc && paths.size() < kMostFiles; ++i)
            paths.emplace_back(found.gl_pathv[i]);
    }
    ::globfree(&found);
    return paths;
}

void FileSet::adopt(std::unique_ptr<FileTail> tail, const std::string &path)
{
    const FileId id = tail->position().id;
    const auto known = m_known.find(id);
    const bool resumed = known != m_known.end() && tail->resume(known->second);
    if (known != m_known.end())
        m_known.erase(known);
    if (!resumed && m_first)
        tail->startNearEnd(kFirstBytes);
    m_files.emplace(id, Followed(std::move(tail), path, true));
}

/// A file that was renamed while nobody watched is looked for in its old folder.
void FileSet::findRenamed(Reading &reading)
{
    for (auto it = m_known.begin(); it != m_known.end();) {
        const FilePosition position = it->second;
        it = m_known.erase(it);
        const std::size_t slash = position.path.rfind('/');
        reading.batch.positions[position.key()] = {}; // unless it is found
        if (slash == std::string::npos)
            continue;
        const std::string path = pathOfInode(position.path.substr(0, slash), position.id.inode);
        auto tail = path.empty() ? Result<std::unique_ptr<FileTail>>(Error()) : FileTail::open(path);
        if (!tail || !(*tail)->resume(position))
            continue;
        m_files.emplace(position.id, Followed(*std::move(tail), path, false));
        reading.batch.positions.erase(position.key());
    }
}

void FileSet::discover(Reading &reading)
{
    for (auto &[id, followed] : m_files)
        followed.listed = false;
    std::optional<Error> first;
    for (const std::string &path : matching()) {
        const auto id = idOf(path);
        if (const auto known = id ? m_files.find(*id) : m_files.end(); known != m_files.end()) {
            known->second.listed = true;
            known->second.path = path;
            continue;
        }
        auto tail = FileTail::open(path);
        if (tail && m_files.size() < kMostFiles) {
            adopt(*std::move(tail), path);
        } else if (!tail) {
            first = first ? first : tail.error();
            reading.warnings += oneLine(qstr(tail.error()), 400);
        }
    }
    if (!std::exchange(m_started, true))
        findRenamed(reading);
    m_first = false;
    if (!m_files.empty())
        return;
    reading.failure = first ? *first : Error { ErrorCode::NotFound, m_pattern, utf8(words(QT_TRANSLATE_NOOP("Logs", "no file matches"))) };
}

void FileSet::takeLine(const Followed &followed, std::string_view line, bool cut, Reading &reading)
{
    RawLine raw;
    raw.origin = followed.path;
    raw.bytes = line;
    raw.cut = cut;
    reading.batch.lines.push_back(std::move(raw));
}

void FileSet::readOne(Followed &followed, std::int64_t &budget, Reading &reading)
{
    const auto read = followed.tail->read(budget, [&](std::string_view line, bool cut) { takeLine(followed, line, cut, reading); });
    if (!read) {
        reading.warnings += oneLine(qstr(read.error()), 400);
        return;
    }
    budget -= read->bytes;
    reading.more = reading.more || read->more;
    if (read->bytes > 0)
        followed.grown = std::chrono::steady_clock::now();
    if (read->restarted)
        reading.warnings += oneLine(words(QT_TRANSLATE_NOOP("Logs", "%1 was truncated and is read from its begin")).arg(qstr(followed.path)), 400);
}

/// The turn goes round, so that one file that grows without end does not starve the others.
std::vector<FileId> FileSet::turns() const
{
    std::vector<FileId> order;
    const auto middle = m_files.lower_bound(m_next);
    for (auto it = middle; it != m_files.end(); ++it)
        order.push_back(it->first);
    for (auto it = m_files.begin(); it != middle; ++it)
        order.push_back(it->first);
    return order;
}

void FileSet::keepPosition(Followed &followed, Reading &reading)
{
    const FilePosition &now = followed.tail->position();
    if (std::string text = now.text(); text != followed.kept)
        reading.batch.positions[now.key()] = followed.kept = std::move(text);
}

FileSet::Reading FileSet::read()
{
    Reading reading;
    discover(reading);
    std::int64_t budget = kBudget;
    for (const FileId &id : turns()) {
        if (budget <= 0) {
            m_next = id;
            reading.more = true;
            break;
        }
        Followed &followed = m_files.at(id);
        readOne(followed, budget, reading);
        if (followed.listed || std::chrono::steady_clock::now() - followed.grown <= m_lingers) {
            keepPosition(followed, reading);
            continue;
        }
        followed.tail->finish([&](std::string_view line, bool cut) { takeLine(followed, line, cut, reading); });
        reading.batch.positions[followed.tail->position().key()] = {};
        m_files.erase(id);
    }
    reading.files = m_files.size();
    return reading;
}

} // namespace lepto
