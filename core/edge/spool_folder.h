#pragma once

#include "core/edge/record_codec.h"
#include "ml/base/result.h"

#include <QString>

#include <vector>

namespace lepto {

struct SpoolSegment {
    EdgePosition before;   ///< where the collector stood at its beginning; in the file's name, so a damaged one loses only itself
    QString path;
    std::uint64_t bytes = 0;
};

/// What the console has taken, and what it can never get.
struct SpoolTaken {
    EdgePosition upTo;
    std::uint64_t dropped = 0; ///< samples
};

/// The folder in which an edge keeps what the console has not stored yet: `SEQ-SAMPLES.seg` files (preamble, then frames of kind Samples
/// whose dictionary begins with the file), `id`, `taken`, and one lock for the collector, one for the relay. The collector writes segments
/// and removes the oldest when they are too many; the relay reads them, writes `taken` and removes what is taken. A plain value.
class SpoolFolder {
public:
    /// Makes the folder (0700) where there is none. Errors: Unavailable (cannot be written), Damaged (another format's).
    static Result<SpoolFolder> open(const QString &path);

    QString path() const { return m_path; }
    QString id() const { return m_id; }
    QString collectorLock() const { return m_path + QStringLiteral("/collector.lock"); }
    QString relayLock() const { return m_path + QStringLiteral("/relay.lock"); }
    QString segmentPath(const EdgePosition &before) const;

    std::vector<SpoolSegment> segments() const; ///< oldest first
    SpoolTaken taken() const;                   ///< zeros where nothing was taken
    Result<void> save(const SpoolTaken &taken) const;
    void removeTaken(const EdgePosition &upTo) const; ///< whole segments; never the newest, the numbering goes on from it

private:
    SpoolFolder(QString path, QString id) : m_path(std::move(path)), m_id(std::move(id)) {}
    QString m_path, m_id;
};

} // namespace lepto
