#include "core/base/home.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace lepto {

QString Home::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/leptoscope");
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
