#include "tests/house/source_tree.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace lepto::house {

namespace {

QStringList filesInFolders(const QString &root)
{
    QStringList files;
    QDirIterator it(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = QDir(root).relativeFilePath(it.next());
        if (!file.startsWith(QStringLiteral("build/")) && !file.startsWith(QStringLiteral(".git/")))
            files.append(file);
    }
    return files;
}

} // namespace

QStringList trackedFiles(const QString &root)
{
    QProcess git;
    git.start(QStringLiteral("git"),
        { QStringLiteral("-C"), root, QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--cached"),
            QStringLiteral("--others"), QStringLiteral("--exclude-standard") });
    if (!git.waitForFinished(20000) || git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return filesInFolders(root);
    QStringList files = QString::fromUtf8(git.readAllStandardOutput()).split(QChar(u'\0'), Qt::SkipEmptyParts);
    files.removeIf([&root](const QString &file) { return !QFile::exists(root + u'/' + file); });
    return files;
}

QStringList layeredSources(const QString &root)
{
    static const QRegularExpression source(QStringLiteral("^(ml|core|ui|app)/.*\\.(h|cpp|cu|cuh)$"));
    return trackedFiles(root).filter(source);
}

QByteArray contentOf(const QString &root, const QString &file)
{
    QFile handle(root + u'/' + file);
    return handle.open(QFile::ReadOnly) ? handle.readAll() : QByteArray();
}

} // namespace lepto::house
