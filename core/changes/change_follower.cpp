#include "core/changes/change_follower.h"

#include "core/base/text.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace lepto {

namespace {

/// What makes two looks at a path the same file.
std::pair<quint64, quint64> identity(int handle)
{
    struct stat s { };
    return ::fstat(handle, &s) == 0 ? std::pair<quint64, quint64>(s.st_dev, s.st_ino) : std::pair<quint64, quint64>();
}

std::pair<quint64, quint64> identity(const QString &path)
{
    struct stat s { };
    return ::stat(QFile::encodeName(path).constData(), &s) == 0 ? std::pair<quint64, quint64>(s.st_dev, s.st_ino) : std::pair<quint64, quint64>();
}

} // namespace

struct ChangeFollower::Followed {
    QFile file;
    ChangeLines lines;
};

ChangeFollower::ChangeFollower(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    connect(&m_beat, &QTimer::timeout, this, &ChangeFollower::look);
}

ChangeFollower::~ChangeFollower() = default;

void ChangeFollower::start(int intervalMs)
{
    m_beat.start(intervalMs);
    look();
}

void ChangeFollower::stop()
{
    m_beat.stop();
}

QStringList ChangeFollower::files() const
{
    if (!QFileInfo(m_path).isDir())
        return { m_path };
    QStringList out;
    const QStringList kinds { QStringLiteral("*.jsonl"), QStringLiteral("*.ndjson"), QStringLiteral("*.json"), QStringLiteral("*.csv") };
    const QDir folder(m_path);
    for (const QString &name : folder.entryList(kinds, QDir::Files, QDir::Name))
        out.append(folder.filePath(name));
    return out.mid(0, mostFiles);
}

void ChangeFollower::look()
{
    const QStringList wanted = files();
    for (const QString &file : wanted)
        follow(file);
    std::erase_if(m_files, [&](const auto &entry) { return !wanted.contains(entry.first); });
}

void ChangeFollower::follow(const QString &file)
{
    auto &followed = m_files[file];
    if (!followed)
        followed = std::make_unique<Followed>();
    if (!followed->file.isOpen() && !open(*followed, file))
        return;
    if (followed->file.size() < followed->file.pos()) { // cut short in place
        followed->lines = ChangeLines();
        followed->file.seek(0);
    }
    read(*followed);
    const bool atEnd = followed->file.pos() >= followed->file.size();
    if (!atEnd || identity(file) == identity(followed->file.handle()))
        return;
    followed->lines.finish();
    read(*followed);
    followed->file.close();
    followed->lines = ChangeLines();
    if (QFileInfo::exists(file) && open(*followed, file))
        read(*followed);
}

bool ChangeFollower::open(Followed &followed, const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists()) {
        complain(tr("%1: there is no such file yet").arg(file));
        return false;
    }
    followed.file.setFileName(file);
    if (!info.isFile() || !followed.file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        complain(tr("%1: cannot be read: %2").arg(file, info.isFile() ? followed.file.errorString() : tr("not a plain file")));
        return false;
    }
    if (followed.file.size() > mostOfOld) {
        followed.lines.push(followed.file.readLine(ChangeLines::longestLine)); // a CSV header
        (void)followed.lines.takeChanges();
        (void)followed.lines.takeProblems();
        followed.file.seek(followed.file.size() - mostOfOld);
        followed.file.readLine(ChangeLines::longestLine);
    }
    return true;
}

void ChangeFollower::read(Followed &followed)
{
    followed.lines.push(followed.file.read(mostAtOnce));
    for (const QString &reason : followed.lines.takeProblems())
        complain(followed.file.fileName() + QStringLiteral(": ") + reason);
    if (const auto changes = followed.lines.takeChanges(); !changes.empty())
        Q_EMIT found(changes);
}

void ChangeFollower::complain(const QString &sentence)
{
    if (m_told.contains(sentence))
        return;
    m_told.append(sentence);
    if (m_told.size() > 200)
        m_told.removeFirst();
    Q_EMIT problem(oneLine(sentence, 400));
}

} // namespace lepto
