#include "ui/time_zone.h"

#include <QTimeZone>

#include <ctime>

namespace lepto {

void useTimeZone(const QString &zone)
{
    static const bool wasSet = qEnvironmentVariableIsSet("TZ");
    static const QByteArray machine = qgetenv("TZ");
    const QByteArray id = zone.toUtf8();
    if (!id.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id))
        qputenv("TZ", id);
    else if (wasSet)
        qputenv("TZ", machine);
    else
        qunsetenv("TZ");
    tzset();
}

} // namespace lepto
