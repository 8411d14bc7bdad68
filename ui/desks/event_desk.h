#pragma once

#include "core/changes/change.h"
#include "core/logs/log_store.h"
#include "ml/base/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace lepto {

/// What a lane of log lines shows of a stretch of time.
struct LogCounts {
    LogBuckets buckets;
    std::vector<LogPattern> fresh; ///< first seen in the stretch, the most lines first
};

/// What happened beside the numbers: changes that people made, and lines that programs wrote. Lives in the GUI thread, like
/// Console: requests return at once, the answer comes in the GUI thread and is dropped when `context` has died.
class EventDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    /// Changes that touch [from, to], newest first, at most 1000.
    virtual void changes(TimeMs from, TimeMs to, QObject *context, Answer<std::vector<Change>> answer) = 0;
    /// Lines by level in steps of about `step` ms. `service` empty: all of them. Errors: NotFound where no logs are kept.
    virtual void logCounts(
        TimeMs from, TimeMs to, TimeMs step, const QString &service, QObject *context, Answer<LogCounts> answer)
        = 0;

Q_SIGNALS:
    void changesChanged(); ///< also when a bundle was opened or closed: then the lines are others too
};

} // namespace lepto
