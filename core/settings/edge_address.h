#pragma once

#include "ml/base/result.h"

#include <QString>

namespace lepto {

/// Where an edge is: `ssh://[user@]host[:port][/folder/of/the/spool][?program=/path/of/leptoscope-cli]`. The host may be an alias of the
/// user's ssh configuration. Every part is checked to be free of anything that a shell or ssh itself could take for something else.
struct EdgeAddress {
    QString user, host;       ///< user may be empty
    int port = 0;             ///< 0: ssh's own
    QString spool;            ///< empty: the edge's own
    QString program;          ///< empty: leptoscope-cli in the edge's PATH

    /// Errors: BadInput with the text and the part that is wrong.
    static Result<EdgeAddress> parse(const QString &text);
};

} // namespace lepto
