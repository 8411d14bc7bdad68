#include "core/files/csv_reader.h"

#include "core/base/text.h"
#include "core/files/text_blocks.h"
#include "ml/base/label_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Files", text); }
QString shown(std::string_view field) { return oneLine(qstr(field.substr(0, 200)), 40); }

} // namespace

std::string metricNameOf(std::string_view title)
{
    std::string name;
    for (const char c : title) {
        const bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == ':';
        if (c >= '0' && c <= '9' && name.empty())
            name += '_';
        if (letter || (c >= '0' && c <= '9'))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_')
        name.pop_back();
    return name.empty() ? "value" : name;
}

CsvReader::CsvReader(CsvLayout layout, SampleCollector &collector)
    : m_layout(std::move(layout))
    , m_time(m_layout.unit, m_layout.zone)
    , m_collector(collector)
    , m_timeColumn(m_layout.columnOf(CsvRole::Time))
    , m_nameColumn(m_layout.columnOf(CsvRole::Name))
    , m_byColumn(m_layout.columns.size())
{
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c) {
        m_metrics.push_back(metricNameOf(m_layout.columns[c].title));
        if (m_layout.columns[c].role == CsvRole::Value)
            m_valueColumns.push_back(c);
        if (m_layout.columns[c].role == CsvRole::Label)
            m_labelColumns.push_back(c);
    }
}

CsvReading CsvReader::read(const CsvRow &row)
{
    CsvReading reading;
    if (row.fields.size() != m_layout.columns.size()) {
        reading.problem = tr(QT_TRANSLATE_NOOP("Files", "has %1 fields instead of %2")).arg(row.fields.size()).arg(m_layout.columns.size());
        return reading;
    }
    const auto t = m_time.read(row.fields[m_timeColumn]);
    if (!t) {
        reading.problem = tr(QT_TRANSLATE_NOOP("Files", "\"%1\" is no time of the form of the others")).arg(shown(row.fields[m_timeColumn]));
        return reading;
    }
    reading.t = *t;
    for (const std::size_t c : m_valueColumns) {
        const std::string_view field = row.fields[c];
        if (const auto value = csvNumber(field, m_layout.decimalComma))
            reading.values.emplace_back(c, *value);
        else if (!isCsvBlank(field) && reading.problem.isEmpty())
            reading.problem = tr(QT_TRANSLATE_NOOP("Files", "column %1: \"%2\" is not a number")).arg(shown(m_layout.columns[c].title), shown(field));
    }
    return reading;
}

void CsvReader::refuse(std::int64_t line, const QString &reason)
{
    if (m_counts.badRows++ == 0)
        m_counts.firstBad = tr(QT_TRANSLATE_NOOP("Files", "line %1: %2")).arg(line).arg(reason);
}

Labels CsvReader::labelsOf(const CsvRow &row, std::size_t column) const
{
    const bool named = m_nameColumn < m_layout.columns.size();
    const std::string whole = named ? std::string(row.fields[m_nameColumn]) : m_layout.columns[column].title;
    Labels labels;
    if (const auto series = whole.find('{') == std::string::npos ? std::nullopt : labelsOfText(whole))
        labels = *series;
    else
        labels = Labels({ { "__name__", named ? metricNameOf(whole) : m_metrics[column] } });
    if (named && m_valueColumns.size() > 1)
        labels = labels.with("column", m_layout.columns[column].title);
    else if (!named && std::count(m_metrics.begin(), m_metrics.end(), m_metrics[column]) > 1)
        labels = labels.with("column", m_layout.columns[column].title); // two titles became one name
    for (const std::size_t c : m_labelColumns)
        labels = labels.with(metricNameOf(m_layout.columns[c].title), row.fields[c]);
    return labels;
}

SampleCollector::Handle CsvReader::seriesOf(const CsvRow &row, std::size_t column)
{
    if (m_labelColumns.empty() && m_nameColumn == m_layout.columns.size()) {
        if (!m_byColumn[column])
            m_byColumn[column] = m_collector.series(labelsOf(row, column));
        return *m_byColumn[column];
    }
    m_key.assign(std::to_string(column));
    const auto add = [&](std::size_t c) { m_key.append(1, '\0').append(row.fields[c]); };
    if (m_nameColumn < m_layout.columns.size())
        add(m_nameColumn);
    std::for_each(m_labelColumns.begin(), m_labelColumns.end(), add);
    auto at = m_byText.find(m_key);
    if (at == m_byText.end())
        at = m_byText.emplace(m_key, m_collector.series(labelsOf(row, column))).first;
    return at->second;
}

void CsvReader::take(const CsvRow &row)
{
    ++m_counts.rows;
    const CsvReading reading = read(row);
    if (!reading.problem.isEmpty())
        refuse(row.line, reading.problem);
    if (m_byText.size() > kMostSeries)
        return refuse(row.line, tr(QT_TRANSLATE_NOOP("Files", "the file names more than a million series")));
    for (const auto &[column, value] : reading.values)
        m_collector.add(seriesOf(row, column), Sample { reading.t, value });
    m_counts.samples += std::int64_t(reading.values.size());
}

Result<CsvReader::Counts> CsvReader::readAll(QIODevice &in, const std::function<bool(qint64)> &step)
{
    TextBlocks blocks(in);
    blocks.fill();
    if (blocks.text().starts_with("\xEF\xBB\xBF"))
        blocks.consume(3);
    CsvLexer lexer(m_layout.separator);
    CsvRow row;
    for (bool header = m_layout.hasHeader;;) {
        std::size_t used = 0;
        const auto got = lexer.next(blocks.text(), blocks.isLast(), row, used);
        if (got == CsvLexer::Step::Row && !std::exchange(header, false))
            take(row);
        if (got == CsvLexer::Step::Bad) {
            ++m_counts.rows;
            refuse(row.line, tr(lexer.reason()));
        }
        blocks.consume(used);
        if (got == CsvLexer::Step::End)
            return m_counts;
        if (got != CsvLexer::Step::More)
            continue;
        blocks.fill();
        if (blocks.failed())
            return Error { ErrorCode::Unavailable, {}, utf8(in.errorString()) };
        if (!step(blocks.bytesRead()))
            return Error { ErrorCode::Cancelled, {}, utf8(tr(QT_TRANSLATE_NOOP("Files", "the import was stopped"))) };
    }
}

Result<CsvPreview> previewCsv(std::string_view head, bool whole, const CsvHints &hints, const QString &name, int rows)
{
    const auto layout = guessCsvLayout(head, whole, hints, name);
    if (!layout)
        return layout.error();
    CsvPreview preview { *layout, {} };
    SampleCollector unused;
    CsvReader reader(*layout, unused);
    CsvLexer lexer(layout->separator);
    CsvRow row;
    bool header = layout->hasHeader;
    for (std::size_t at = head.starts_with("\xEF\xBB\xBF") ? 3 : 0, used = 0; int(preview.rows.size()) < rows; at += used) {
        const auto step = lexer.next(head.substr(at), whole, row, used);
        if (step == CsvLexer::Step::End || step == CsvLexer::Step::More)
            break;
        if (step == CsvLexer::Step::Row && std::exchange(header, false))
            continue;
        CsvPreview::Row &shownRow = preview.rows.emplace_back();
        shownRow.line = row.line;
        if (step == CsvLexer::Step::Bad) {
            shownRow.problem = tr(lexer.reason());
            continue;
        }
        const CsvReading reading = reader.read(row);
        shownRow.t = reading.t;
        shownRow.problem = reading.problem;
        for (const std::string_view field : row.fields)
            shownRow.cells.push_back(shown(field));
    }
    return preview;
}

} // namespace lepto
