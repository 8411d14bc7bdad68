#pragma once

#include "core/alerts/alert.h"
#include "core/alerts/silence_draft.h"
#include "ml/base/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace lepto {

/// The alerts as the pages see them, in the manner of Console: a snapshot that is always present, and requests that return at once.
/// GUI thread. An answer is dropped when `context` has died; the change it is about is not.
class AlertDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual const AlertSnapshot &snapshot() const = 0;
    virtual void refresh() = 0;                    ///< asks every source again now
    /// What fired in [from, to], the newest `limit`.
    virtual void episodes(TimeMs from, TimeMs to, int limit, QObject *context, Answer<std::vector<AlertEpisode>> answer) = 0;

    /// Errors of all three: Refused while the console is read-only, and what the Alertmanager says.
    virtual void createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer) = 0;
    virtual void editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer) = 0;
    virtual void expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer) = 0;

Q_SIGNALS:
    void changed();
    void fired(const std::vector<lepto::Alert> &alerts);   ///< all that began to fire between two snapshots, after `changed`
};

} // namespace lepto
