#pragma once

#include "core/files/csv_layout.h"
#include "core/files/csv_lexer.h"
#include "core/files/sample_collector.h"

#include <QIODevice>

#include <functional>
#include <string>
#include <unordered_map>

namespace lepto {

/// What a row says: its time, and the values with their columns.
struct CsvReading {
    TimeMs t = 0;
    std::vector<std::pair<std::size_t, double>> values;
    QString problem; ///< the first thing that is wrong; values that are good are there all the same
};

/// Understands rows by a layout, and turns them into samples. Series are named by the titles, made fit for a metric name
/// ("CPU load (%)" is CPU_load); titles and names such as up{job="a"} are series as they stand. One thread.
class CsvReader {
public:
    struct Counts {
        std::int64_t rows = 0, badRows = 0, samples = 0;
        QString firstBad; ///< "line 17: column load: "abc" is not a number"
    };
    CsvReader(CsvLayout layout, SampleCollector &collector);

    CsvReading read(const CsvRow &row);
    /// All of a text. `step` is asked after each piece with the bytes read so far; false stops. Errors: Unavailable, Cancelled.
    Result<Counts> readAll(QIODevice &in, const std::function<bool(qint64)> &step);

    static constexpr std::size_t kMostSeries = 1'000'000;

private:
    void take(const CsvRow &row);
    void refuse(std::int64_t line, const QString &reason);
    SampleCollector::Handle seriesOf(const CsvRow &row, std::size_t column);
    Labels labelsOf(const CsvRow &row, std::size_t column) const;

    CsvLayout m_layout;
    CsvTime m_time;
    SampleCollector &m_collector;
    Counts m_counts;
    std::size_t m_timeColumn, m_nameColumn;
    std::vector<std::size_t> m_valueColumns, m_labelColumns;
    std::vector<std::string> m_metrics;                   ///< by column
    std::vector<std::optional<SampleCollector::Handle>> m_byColumn; ///< where columns alone name the series
    std::unordered_map<std::string, SampleCollector::Handle> m_byText;
    std::string m_key;
};

/// A title as the name of a metric: letters, digits, _ and : stay, everything else becomes one _.
std::string metricNameOf(std::string_view title);

} // namespace lepto
