#pragma once

#include <QString>

namespace lepto {

/// Makes `zone` ("Europe/Berlin") the local time of this process; empty or unknown: the machine's own. GUI thread.
void useTimeZone(const QString &zone);

} // namespace lepto
