#include "core/audit/merkle_log.h"

#include <QCryptographicHash>

#include <algorithm>
#include <bit>

namespace lepto {

namespace {

constexpr QCryptographicHash::Algorithm kHash = QCryptographicHash::Sha256;

/// The largest power of two below n; n > 1.
std::size_t splitOf(std::size_t n)
{
    return std::bit_floor(n - 1);
}

void collectInclusion(std::span<const QByteArray> leaves, std::size_t index, std::vector<QByteArray> &path)
{
    if (leaves.size() < 2)
        return;
    const std::size_t k = splitOf(leaves.size());
    if (index < k) {
        collectInclusion(leaves.first(k), index, path);
        path.push_back(merkle::rootOf(leaves.subspan(k)));
    } else {
        collectInclusion(leaves.subspan(k), index - k, path);
        path.push_back(merkle::rootOf(leaves.first(k)));
    }
}

/// SUBPROOF of RFC 6962, 2.1.2: `whole` says that the old tree is a complete subtree whose root the verifier knows.
void collectConsistency(std::span<const QByteArray> leaves, std::size_t old, bool whole, std::vector<QByteArray> &path)
{
    if (old == leaves.size()) {
        if (!whole)
            path.push_back(merkle::rootOf(leaves));
        return;
    }
    const std::size_t k = splitOf(leaves.size());
    if (old <= k) {
        collectConsistency(leaves.first(k), old, whole, path);
        path.push_back(merkle::rootOf(leaves.subspan(k)));
    } else {
        collectConsistency(leaves.subspan(k), old - k, false, path);
        path.push_back(merkle::rootOf(leaves.first(k)));
    }
}

} // namespace

namespace merkle {

QByteArray leafHash(const QByteArray &body)
{
    QCryptographicHash hash(kHash);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(body);
    return hash.result();
}

QByteArray nodeHash(const QByteArray &left, const QByteArray &right)
{
    QCryptographicHash hash(kHash);
    hash.addData(QByteArrayView("\1", 1));
    hash.addData(left);
    hash.addData(right);
    return hash.result();
}

QByteArray rootOf(std::span<const QByteArray> leaves)
{
    CompactRange range;
    for (const QByteArray &leaf : leaves)
        range.append(leaf);
    return range.root();
}

std::vector<QByteArray> inclusionProof(std::span<const QByteArray> leaves, qint64 index)
{
    std::vector<QByteArray> path;
    collectInclusion(leaves, std::size_t(index), path);
    return path;
}

bool verifyInclusion(const QByteArray &leaf, qint64 index, qint64 size, std::span<const QByteArray> path, const QByteArray &root)
{
    if (index < 0 || index >= size)
        return false;
    qint64 fn = index, sn = size - 1;
    QByteArray hash = leaf;
    for (const QByteArray &sibling : path) {
        if (sn == 0)
            return false;
        if ((fn & 1) != 0 || fn == sn) {
            hash = nodeHash(sibling, hash);
            for (; (fn & 1) == 0 && fn != 0; fn >>= 1)
                sn >>= 1;
        } else {
            hash = nodeHash(hash, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && hash == root;
}

std::vector<QByteArray> consistencyProof(std::span<const QByteArray> leaves, qint64 oldSize)
{
    std::vector<QByteArray> path;
    collectConsistency(leaves, std::size_t(oldSize), true, path);
    return path;
}

bool verifyConsistency(
    qint64 oldSize, qint64 newSize, const QByteArray &oldRoot, const QByteArray &newRoot, std::span<const QByteArray> path)
{
    if (oldSize <= 0 || oldSize > newSize)
        return false;
    if (oldSize == newSize)
        return path.empty() && oldRoot == newRoot;
    const bool power = std::has_single_bit(quint64(oldSize));
    if (!power && path.empty())
        return false;
    qint64 fn = oldSize - 1, sn = newSize - 1;
    for (; (fn & 1) != 0; fn >>= 1)
        sn >>= 1;
    QByteArray oldHash = power ? oldRoot : path.front(), newHash = oldHash;
    for (const QByteArray &node : power ? path : path.subspan(1)) {
        if (sn == 0)
            return false;
        if ((fn & 1) != 0 || fn == sn) {
            oldHash = nodeHash(node, oldHash);
            newHash = nodeHash(node, newHash);
            for (; (fn & 1) == 0 && fn != 0; fn >>= 1)
                sn >>= 1;
        } else {
            newHash = nodeHash(newHash, node);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && oldHash == oldRoot && newHash == newRoot;
}

} // namespace merkle

bool CompactRange::fits(qint64 size, std::size_t peaks)
{
    return size >= 0 && std::size_t(std::popcount(quint64(size))) == peaks;
}

CompactRange::CompactRange(qint64 size, std::vector<QByteArray> peaks)
    : m_size(size)
    , m_peaks(std::move(peaks))
{ }

void CompactRange::append(const QByteArray &leaf)
{
    m_peaks.push_back(leaf);
    for (qint64 bits = m_size; (bits & 1) != 0; bits >>= 1) {
        const QByteArray right = m_peaks.back();
        m_peaks.pop_back();
        m_peaks.back() = merkle::nodeHash(m_peaks.back(), right);
    }
    ++m_size;
}

QByteArray CompactRange::root() const
{
    if (m_peaks.empty())
        return QCryptographicHash::hash({}, kHash);
    QByteArray root = m_peaks.back();
    for (auto peak = m_peaks.rbegin() + 1; peak != m_peaks.rend(); ++peak)
        root = merkle::nodeHash(*peak, root);
    return root;
}

} // namespace lepto
