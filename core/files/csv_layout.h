#pragma once

#include "core/files/csv_time.h"
#include "ml/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace lepto {

/// What a column of a CSV file is for. A row gives one sample for each Value column; its Label columns are labels of all of them.
enum class CsvRole {
    Time,
    Value, ///< a series of its own, named by the title; or, where a Name column is, the value of the series named there
    Name,  ///< the name of the metric, or a whole series as text: up{job="a"}
    Label,
    Skip   ///< a text that differs in every row would make a series of each
};

struct CsvColumn {
    std::string title;
    CsvRole role = CsvRole::Skip;
};

/// How a CSV file is to be understood.
struct CsvLayout {
    char separator = ',';
    bool hasHeader = true;
    bool decimalComma = false;
    TimeUnit unit = TimeUnit::Seconds;
    QTimeZone zone = QTimeZone::utc(); ///< of dates that bring none
    std::vector<CsvColumn> columns;

    std::size_t columnOf(CsvRole role) const; ///< the first with it; columns.size() where there is none
};

/// What the user says of the file; the rest is guessed.
struct CsvHints {
    QString timeColumn;               ///< title, or number from 1
    std::optional<TimeUnit> unit;
    QTimeZone zone = QTimeZone::utc();
    std::optional<bool> decimalComma;
};

/// The first rows as they were understood.
struct CsvPreview {
    CsvLayout layout;
    struct Row {
        std::int64_t line = 0;
        TimeMs t = 0;
        std::vector<QString> cells; ///< as they stand
        QString problem;            ///< why the row would be refused; empty: it is good
    };
    std::vector<Row> rows;
};

/// Guesses from the beginning of a file; `whole` when it is all of it. Errors: BadInput with what cannot be told and how to say it.
Result<CsvLayout> guessCsvLayout(std::string_view head, bool whole, const CsvHints &hints, const QString &name);
Result<CsvPreview> previewCsv(std::string_view head, bool whole, const CsvHints &hints, const QString &name, int rows);

/// A number of such a file. With a decimal comma, points between groups of three are passed over.
std::optional<double> csvNumber(std::string_view text, bool decimalComma);
/// Texts that say that there is no value: empty, null, NA, n/a, undefined, -.
bool isCsvBlank(std::string_view text);

} // namespace lepto
