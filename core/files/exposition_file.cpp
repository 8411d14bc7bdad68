#include "core/files/exposition_file.h"

#include "core/base/text.h"
#include "core/files/text_blocks.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kPiece = 4 << 20, kLongestLine = 16 << 20, kMostSeries = 1'000'000;

QString tr(const char *text) { return QCoreApplication::translate("Files", text); }

class DumpReader {
public:
    DumpReader(ExpositionFormat format, TimeMs at, SampleCollector &collector)
        : m_collector(collector)
    {
        m_options.format = format;
        m_options.at = at;
        m_options.maxSamples = std::numeric_limits<std::size_t>::max();
        m_options.maxIssues = 1;
    }

    /// Whole lines; the end mark of the format belongs to the last piece only.
    void take(std::string_view lines, bool last)
    {
        if (lines.empty() && m_ended)
            return;
        m_ended = lines.ends_with("# EOF\n") || lines.ends_with("# EOF\r\n");
        m_piece.assign(lines);
        if (!last && !m_ended && m_options.format == ExpositionFormat::OpenMetrics)
            m_piece += "# EOF\n";
        const ExpositionPage page = parseExposition(m_piece, m_options, &m_cache);
        for (const LabelledSample &sample : page.samples)
            m_collector.add(handleOf(sample.labels), sample.sample);
        if (m_counts.badLines == 0 && !page.issues.empty())
            m_counts.firstBad = tr(QT_TRANSLATE_NOOP("Files", "line %1: %2")).arg(m_line + page.issues.front().line).arg(qstr(page.issues.front().reason));
        m_counts.badLines += std::int64_t(page.refusedLines);
        m_counts.samples += std::int64_t(page.samples.size());
        m_counts.ownTimes += std::int64_t(page.ownTimes);
        m_line += std::count(lines.begin(), lines.end(), '\n');
    }
    const ExpositionCounts &counts() const { return m_counts; }

private:
    SampleCollector::Handle handleOf(const Labels &labels)
    {
        if (!labels.sharesBodyWith(m_last)) { // dumps have the samples of a series one after another
            m_last = labels;
            m_handle = m_collector.series(labels);
        }
        return m_handle;
    }

    SampleCollector &m_collector;
    ExpositionOptions m_options;
    LabelCache m_cache;
    ExpositionCounts m_counts;
    std::string m_piece;
    std::int64_t m_line = 0;
    bool m_ended = false; ///< the last piece had the end mark
    Labels m_last;
    SampleCollector::Handle m_handle = 0;
};

} // namespace

Result<ExpositionCounts> readExpositionFile(QIODevice &in, ExpositionFormat format, TimeMs at, SampleCollector &collector,
                                            const std::function<bool(qint64)> &step)
{
    TextBlocks blocks(in);
    DumpReader reader(format, at, collector);
    while (!blocks.isLast()) {
        blocks.fill(kPiece);
        if (blocks.failed())
            return Error { ErrorCode::Unavailable, {}, utf8(in.errorString()) };
        const std::string_view text = blocks.text();
        const std::size_t end = blocks.isLast() ? text.size() : text.rfind('\n') + 1;
        if (end == 0 && text.size() > kLongestLine)
            return Error { ErrorCode::Exhausted, {}, utf8(tr(QT_TRANSLATE_NOOP("Files", "a line is longer than 16 MiB"))) };
        if (end > 0 || blocks.isLast())
            reader.take(text.substr(0, end), blocks.isLast());
        blocks.consume(end);
        if (collector.seriesCount() > kMostSeries)
            return Error { ErrorCode::Exhausted, {}, utf8(tr(QT_TRANSLATE_NOOP("Files", "the file names more than a million series"))) };
        if (!step(blocks.bytesRead()))
            return Error { ErrorCode::Cancelled, {}, utf8(tr(QT_TRANSLATE_NOOP("Files", "the import was stopped"))) };
    }
    return reader.counts();
}

} // namespace lepto
