#include "core/audit/os_user.h"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace lepto {

QString osUser()
{
    std::array<char, 4096> buffer {};
    passwd entry {};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QStringLiteral("uid %1").arg(getuid());
}

} // namespace lepto
