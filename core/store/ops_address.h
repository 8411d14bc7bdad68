#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// Where a team keeps the operations data: `postgresql://[user@]host[:port]/database[?sslmode=…&sslrootcert=…&sslcert=…&sslkey=…&host=/folder]`.
/// Another machine is reached over TLS with its name checked unless `sslmode` says otherwise; an empty host is the socket of this machine,
/// in the folder that `?host=` names. The password is never here: it comes from ~/.pgpass, a client certificate or the system's user.
struct OpsAddress {
    QString host, user, database;
    int port = 5432;
    QString options;          ///< for the driver, "key=value;key=value"
    QString text;             ///< as it may be shown

    static bool isAddress(const QString &place) { return place.contains(QStringLiteral("://")); }
    /// Errors: BadInput with the part that is wrong.
    static Result<OpsAddress> parse(const QString &text);
};

} // namespace lepto
