#include "core/files/tombstones.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr std::uint32_t kMagic = 0x0130BA30;
constexpr std::uint64_t kHeader = 5;

Tombstones parse(ByteFile &file)
{
    ByteCursor header(file.read(0, kHeader));
    if (header.be32() != kMagic)
        throw FileFault { 0, QT_TRANSLATE_NOOP("Files", "these are no tombstones") };
    if (header.byte() != 1)
        throw FileFault { 4, QT_TRANSLATE_NOOP("Files", "the format is a version that this program does not know") };
    if (file.size() < kHeader + 4)
        throw FileFault { file.size(), QT_TRANSLATE_NOOP("Files", "the data ends early, or a length in it lies") };
    ByteCursor entries(file.readChecked(kHeader, file.size() - kHeader - 4), kHeader);
    Tombstones all;
    while (!entries.atEnd()) {
        const std::uint64_t series = entries.uvarint();
        const TimeMs from = entries.varint();
        addTombstone(all, series, { from, entries.varint() });
    }
    return all;
}

} // namespace

void addTombstone(Tombstones &all, std::uint64_t series, TimeSpan range)
{
    std::vector<TimeSpan> &ranges = all[series];
    const auto later = [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; };
    ranges.insert(std::upper_bound(ranges.begin(), ranges.end(), range, later), range);
}

Result<Tombstones> readTombstones(ByteFile file)
{
    try {
        return parse(file);
    } catch (const FileFault &fault) {
        return file.damaged(fault);
    }
}

} // namespace lepto
