#pragma once

#include "ml/base/result.h"

#include <QSqlError>

namespace lepto {

/// Whether this failure means that the connection is gone: no SQLSTATE at all, class 08, or a server that is shut down.
bool isLinkLost(const QSqlError &error);

/// A failure of PostgreSQL as one sentence about `place`, by its SQLSTATE. Lost links and servers that are full or away are Unavailable,
/// a refused login or privilege Refused, a lock that was not given in time Conflict, a full disk Exhausted, a missing database NotFound;
/// anything else is Internal and keeps the server's words.
Error postgresError(const QSqlError &error, const QString &place);

} // namespace lepto
