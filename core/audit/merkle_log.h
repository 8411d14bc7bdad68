#pragma once

#include <QByteArray>

#include <span>
#include <vector>

namespace lepto {

/// The Merkle tree of RFC 6962 (section 2.1): leaf = SHA-256(0x00 || body), node = SHA-256(0x01 || left || right),
/// the left side is the largest power of two below n. Hashes are 32 raw bytes. Pure functions, any thread.
namespace merkle {

QByteArray leafHash(const QByteArray &body);
QByteArray nodeHash(const QByteArray &left, const QByteArray &right);
QByteArray rootOf(std::span<const QByteArray> leaves);

/// The siblings from the leaf up to the root; `index` < leaves.size().
std::vector<QByteArray> inclusionProof(std::span<const QByteArray> leaves, qint64 index);
/// RFC 9162, 2.1.3.2.
bool verifyInclusion(const QByteArray &leaf, qint64 index, qint64 size, std::span<const QByteArray> path, const QByteArray &root);

/// What shows that the tree of the first `oldSize` leaves is the beginning of the tree of all; 0 < oldSize <= size.
std::vector<QByteArray> consistencyProof(std::span<const QByteArray> leaves, qint64 oldSize);
/// RFC 9162, 2.1.4.2.
bool verifyConsistency(qint64 oldSize, qint64 newSize, const QByteArray &oldRoot, const QByteArray &newRoot,
                       std::span<const QByteArray> path);

} // namespace merkle

/// The right edge of the tree: one hash for each bit of the size, the largest subtree first. Appends in O(log n).
class CompactRange {
public:
    CompactRange() = default;
    /// False where the number of peaks does not fit the size.
    static bool fits(qint64 size, std::size_t peaks);
    CompactRange(qint64 size, std::vector<QByteArray> peaks);

    void append(const QByteArray &leaf);
    QByteArray root() const;
    qint64 size() const { return m_size; }
    const std::vector<QByteArray> &peaks() const { return m_peaks; }

private:
    qint64 m_size = 0;
    std::vector<QByteArray> m_peaks;
};

} // namespace lepto
