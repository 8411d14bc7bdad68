#pragma once

#include "core/sources/gap_fill.h"

#include <QMutex>

namespace lepto {

/// The gaps that are known and not filled yet, kept in a small file so that a fill goes on where it was when the console stops in its
/// middle, and no stretch is fetched twice. Thread-safe; every change is on disk when the call returns.
class GapLog {
public:
    /// A missing file is an empty log; a broken one too (the gaps of a fresh stop are found again).
    explicit GapLog(const QString &file);

    std::vector<Gap> open() const;
    /// Overlapping and touching gaps of a source become one. Errors: Unavailable where the file cannot be written.
    Result<void> add(const Gap &gap);
    /// Everything of the source before `filledTo` is filled, as far as it lies in `gap`.
    Result<void> advance(const Gap &gap, TimeMs filledTo);
    /// Forgets what lies before `oldest`.
    Result<void> prune(TimeMs oldest);

private:
    Result<void> save() const;

    QString m_file;
    mutable QMutex m_mutex;
    std::vector<Gap> m_gaps;
};

} // namespace lepto
