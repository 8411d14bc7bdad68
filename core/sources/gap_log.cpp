#include "core/sources/gap_log.h"

#include "core/base/save_file.h"
#include "core/base/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t mostGaps = 1000;
constexpr qint64 largestFile = 1 << 20;

} // namespace

GapLog::GapLog(const QString &fileName)
    : m_file(fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const Gap gap { value[u"source"].toString(), value[u"from"].toInteger(), value[u"to"].toInteger() };
        if (gap.from > 0 && gap.to > gap.from && m_gaps.size() < mostGaps)
            m_gaps.push_back(gap);
    }
}

std::vector<Gap> GapLog::open() const
{
    const QMutexLocker lock(&m_mutex);
    return m_gaps;
}

Result<void> GapLog::add(const Gap &gap)
{
    const QMutexLocker lock(&m_mutex);
    Gap whole = gap;
    std::erase_if(m_gaps, [&](const Gap &known) {
        const bool touches = known.source == whole.source && known.from <= whole.to + 1 && known.to + 1 >= whole.from;
        if (touches)
            whole = { whole.source, std::min(known.from, whole.from), std::max(known.to, whole.to) };
        return touches;
    });
    if (m_gaps.size() < mostGaps)
        m_gaps.push_back(whole);
    return save();
}

Result<void> GapLog::advance(const Gap &gap, TimeMs filledTo)
{
    const QMutexLocker lock(&m_mutex);
    std::vector<Gap> left;
    for (const Gap &known : m_gaps) {
        const TimeMs begin = std::max(known.from, gap.from), end = std::min({ known.to, gap.to, filledTo });
        if (known.source != gap.source || begin >= end) {
            left.push_back(known);
            continue;
        }
        if (known.from < begin)
            left.push_back({ known.source, known.from, begin });
        if (end < known.to)
            left.push_back({ known.source, end, known.to });
    }
    m_gaps = std::move(left);
    return save();
}

Result<void> GapLog::prune(TimeMs oldest)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_gaps;
    std::erase_if(m_gaps, [&](const Gap &gap) { return gap.to <= oldest; });
    for (Gap &gap : m_gaps)
        gap.from = std::max(gap.from, oldest);
    return m_gaps == known ? Result<void>() : save();
}

Result<void> GapLog::save() const
{
    QJsonArray array;
    for (const Gap &gap : m_gaps)
        array.append(QJsonObject { { QStringLiteral("source"), gap.source }, { QStringLiteral("from"), qint64(gap.from) },
            { QStringLiteral("to"), qint64(gap.to) } });
    return saveFile(m_file, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace lepto
