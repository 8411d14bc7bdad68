#include "core/base/home.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <filesystem>

namespace lepto {

QString Home::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/leptoscope");
}

qint64 Home::freeBytes(const QString &path)
{
    // Not QStorageInfo: it goes by the list of mounts, in which a container's own root may be missing.
    std::error_code wrong;
    const auto space = std::filesystem::space(path.toStdString(), wrong);
    return wrong ? -1 : qint64(space.available);
}

Result<Home> Home::prepare(const QString &path)
{
    const Home home(QDir(path).absolutePath());
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    for (const QString &folder : {home.path(), home.models(), home.keys(), home.runbooks(), home.rules(), home.jobs()}) {
        const bool existed = QFileInfo::exists(folder);
        if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
            return Error{ErrorCode::Unavailable, utf8(folder),
                         utf8(QCoreApplication::translate("Home", "the data folder cannot be written"))};
        if (!existed)
            QFile::setPermissions(folder, owner);
    }
    return home;
}

} // namespace lepto
