#pragma once

#include <QDir>
#include <QFile>
#include <QString>

namespace lepto::test {

/// Folder of the shared data: `LEPTOSCOPE_SHARED`, else beside the source folder; empty when it is not there.
inline QString sharedFolder()
{
    QString folder = qEnvironmentVariable("LEPTOSCOPE_SHARED");
    if (folder.isEmpty())
        folder = QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/../shared");
    return QDir(folder).exists() ? QDir(folder).absolutePath() : QString();
}

inline QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace lepto::test
