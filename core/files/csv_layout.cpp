#include "core/files/csv_layout.h"

#include "core/base/text.h"
#include "core/files/csv_lexer.h"
#include "core/sources/decimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace lepto {

namespace {

constexpr std::size_t kRows = 200; ///< that a guess looks at
using Table = std::vector<std::vector<std::string>>;

Error wrong(const QString &name, const QString &reason) { return { ErrorCode::BadInput, utf8(name), utf8(reason) }; }
QString tr(const char *text) { return QCoreApplication::translate("Files", text); }

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    return lower;
}

template <std::size_t N>
bool isOneOf(const std::string &title, const std::array<const char *, N> &words)
{
    const std::string lower = lowered(title);
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return lower == word; });
}

bool isTimeTitle(const std::string &title)
{
    return isOneOf(title, std::array { "time", "timestamp", "ts", "date", "datetime", "date time", "_time", "@timestamp", "t", "epoch", "unix", "zeit" });
}
bool isValueTitle(const std::string &title) { return isOneOf(title, std::array { "value", "_value", "val", "metric_value" }); }
bool isNameTitle(const std::string &title)
{
    return isOneOf(title, std::array { "name", "__name__", "metric", "metric_name", "series", "measurement", "_measurement" });
}

Table firstRows(std::string_view head, bool whole, char separator)
{
    CsvLexer lexer(separator);
    CsvRow row;
    Table table;
    for (std::size_t at = 0, used = 0; table.size() < kRows; at += used) {
        const auto step = lexer.next(head.substr(at), whole, row, used);
        if (step == CsvLexer::Step::End || step == CsvLexer::Step::More)
            break;
        if (step == CsvLexer::Step::Row)
            table.emplace_back(row.fields.begin(), row.fields.end());
    }
    return table;
}

bool looksLikeTime(std::string_view text) { return guessTimeUnit(std::span(&text, 1)).unit.has_value(); }
bool looksLikeNumber(std::string_view text) { return csvNumber(text, false) || csvNumber(text, true); }

/// How much of the table makes sense with a separator: rows of the same length, in them fields that are numbers or times.
double sense(const Table &table)
{
    if (table.empty() || table.front().size() < 2)
        return 0;
    std::size_t same = 0, fields = 0, known = 0;
    for (const auto &row : table) {
        same += row.size() == table.front().size();
        for (const std::string &field : row) {
            ++fields;
            known += looksLikeNumber(field) || isCsvBlank(field) || looksLikeTime(field);
        }
    }
    return double(same) / double(table.size()) * (0.2 + double(known) / double(fields));
}

char guessSeparator(std::string_view head, bool whole)
{
    char best = ',';
    double most = 0;
    for (const char separator : { ',', ';', '\t', '|' })
        if (const double s = sense(firstRows(head, whole, separator)); s > most + 1e-9) {
            most = s;
            best = separator;
        }
    return best;
}

/// One column's fields under the header.
class Guess {
public:
    Guess(Table table, const CsvHints &hints, const QString &name)
        : m_table(std::move(table))
        , m_hints(hints)
        , m_name(name)
    { }

    Result<CsvLayout> make(char separator);

private:
    std::vector<std::string_view> column(std::size_t c) const;
    TimeGuess timesOf(std::size_t c) const;
    bool firstRowIsHeader() const;
    Result<std::size_t> timeColumn() const;
    Result<TimeUnit> timeUnit(std::size_t c) const;
    Result<bool> decimalComma(char separator, std::size_t time) const;
    CsvRole roleOf(std::size_t c) const;
    void settleLongForm();

    Table m_table;
    const CsvHints &m_hints;
    const QString &m_name;
    CsvLayout m_layout;
};

std::vector<std::string_view> Guess::column(std::size_t c) const
{
    std::vector<std::string_view> fields;
    for (std::size_t r = m_layout.hasHeader; r < m_table.size(); ++r)
        if (c < m_table[r].size() && !isCsvBlank(m_table[r][c]))
            fields.push_back(m_table[r][c]);
    return fields;
}

/// From the fields that are times; a column where most are none is no column of times.
TimeGuess Guess::timesOf(std::size_t c) const
{
    auto fields = column(c);
    const std::size_t all = fields.size();
    std::erase_if(fields, [](std::string_view field) { return !looksLikeTime(field); });
    return 2 * fields.size() < all ? TimeGuess() : guessTimeUnit(fields);
}

bool Guess::firstRowIsHeader() const
{
    const auto &first = m_table.front();
    return std::none_of(first.begin(), first.end(), [](const std::string &f) { return !f.empty() && (looksLikeNumber(f) || looksLikeTime(f)); });
}

Result<std::size_t> Guess::timeColumn() const
{
    const auto &columns = m_layout.columns;
    if (!m_hints.timeColumn.isEmpty()) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (columns[c].title == utf8(m_hints.timeColumn))
                return c;
        const uint number = m_hints.timeColumn.toUInt();
        if (number >= 1 && number <= columns.size())
            return number - 1;
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "has no column %1")).arg(oneLine(m_hints.timeColumn, 60)));
    }
    for (const bool byTitle : { true, false })
        for (std::size_t c = 0; c < columns.size(); ++c)
            if ((!byTitle || isTimeTitle(columns[c].title)) && timesOf(c).unit)
                return c;
    return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "has no column that reads as time; name one with --time-column and its unit with --time-unit")));
}

Result<TimeUnit> Guess::timeUnit(std::size_t c) const
{
    const QString title = oneLine(qstr(m_layout.columns[c].title), 60);
    if (m_hints.unit)
        return *m_hints.unit;
    const TimeGuess guess = timesOf(c);
    if (guess.unit && guess.ambiguous)
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "in the column %1 day and month cannot be told apart; say --time-unit dmy or mdy")).arg(title));
    if (!guess.unit)
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "the unit of the column %1 cannot be told; say --time-unit s, ms, us or ns")).arg(title));
    return *guess.unit;
}

/// A comma is the decimal sign where it cannot separate thousands, and where no number has a point in that place.
Result<bool> Guess::decimalComma(char separator, std::size_t time) const
{
    if (m_hints.decimalComma)
        return *m_hints.decimalComma;
    bool comma = false, point = false, unclear = false;
    for (std::size_t c = 0; c < m_layout.columns.size() && separator != ','; ++c)
        for (const std::string_view field : c == time ? std::vector<std::string_view>() : column(c)) {
            const bool asComma = csvNumber(field, true).has_value(), asPoint = csvNumber(field, false).has_value();
            const std::size_t at = field.find(',');
            if (asPoint && field.find('.') != std::string_view::npos && !asComma)
                point = true;
            else if (asComma && at != std::string_view::npos)
                (field.size() - at == 4 && field[0] != '0' ? unclear : comma) = true;
        }
    if (unclear && !comma)
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "numbers such as 1,234 can mean two things; say --decimal comma or --decimal point")));
    return comma && !point;
}

CsvRole Guess::roleOf(std::size_t c) const
{
    const auto fields = column(c);
    const auto numbers = std::count_if(fields.begin(), fields.end(), [&](std::string_view f) { return csvNumber(f, m_layout.decimalComma).has_value(); });
    if (!fields.empty() && numbers * 5 >= std::ptrdiff_t(fields.size()) * 4 && !isNameTitle(m_layout.columns[c].title))
        return CsvRole::Value;
    if (fields.empty())
        return CsvRole::Skip;
    if (isNameTitle(m_layout.columns[c].title))
        return CsvRole::Name;
    const std::set<std::string_view> distinct(fields.begin(), fields.end());
    return distinct.size() == fields.size() && fields.size() > 20 ? CsvRole::Skip : CsvRole::Label;
}

/// Where a row is one sample of the series that it names, one column is its value and the other numbers are labels, as cpu="3".
void Guess::settleLongForm()
{
    bool named = false; // only the first names the series, a second one is a label
    std::size_t value = m_layout.columns.size();
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c) {
        CsvColumn &column = m_layout.columns[c];
        if (column.role == CsvRole::Name && std::exchange(named, true))
            column.role = CsvRole::Label;
        if (column.role == CsvRole::Value && isValueTitle(column.title))
            value = c;
    }
    if (value == m_layout.columns.size())
        return;
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c)
        if (c != value && m_layout.columns[c].role == CsvRole::Value)
            m_layout.columns[c].role = CsvRole::Label;
}

Result<CsvLayout> Guess::make(char separator)
{
    if (m_table.empty())
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "has no rows")));
    m_layout.separator = separator;
    m_layout.zone = m_hints.zone;
    m_layout.hasHeader = firstRowIsHeader();
    for (std::size_t c = 0; c < m_table.front().size(); ++c)
        m_layout.columns.push_back({ m_layout.hasHeader ? m_table.front()[c] : "column_" + std::to_string(c + 1) });
    if (m_layout.columns.size() < 2)
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "has one column only; times and values belong into two")));
    const auto time = timeColumn();
    const auto unit = time ? timeUnit(*time) : Result<TimeUnit>(time.error());
    const auto comma = unit ? decimalComma(separator, *time) : Result<bool>(unit.error());
    if (!comma)
        return comma.error();
    m_layout.unit = *unit;
    m_layout.decimalComma = *comma;
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c)
        m_layout.columns[c].role = c == *time ? CsvRole::Time : roleOf(c);
    settleLongForm();
    if (m_layout.columnOf(CsvRole::Value) == m_layout.columns.size())
        return wrong(m_name, tr(QT_TRANSLATE_NOOP("Files", "has no column of numbers")));
    return m_layout;
}

std::string_view withoutMark(std::string_view head)
{
    return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
}

} // namespace

std::size_t CsvLayout::columnOf(CsvRole role) const
{
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const CsvColumn &c) { return c.role == role; });
    return std::size_t(at - columns.begin());
}

bool isCsvBlank(std::string_view text)
{
    return text.empty() || text == "-" || (text.size() < 10 && isOneOf(std::string(text), std::array { "null", "na", "n/a", "undefined", "none" }));
}

std::optional<double> csvNumber(std::string_view text, bool decimalComma)
{
    if (!decimalComma)
        return parseDecimal(text);
    std::string plain;
    const std::size_t comma = std::min(text.find(','), text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && (i > comma || comma == text.size() || (comma - i) % 4 != 0))
            return std::nullopt;
        if (text[i] != '.')
            plain += text[i] == ',' ? '.' : text[i];
    }
    return parseDecimal(plain);
}

Result<CsvLayout> guessCsvLayout(std::string_view head, bool whole, const CsvHints &hints, const QString &name)
{
    head = withoutMark(head);
    const char separator = guessSeparator(head, whole);
    return Guess(firstRows(head, whole, separator), hints, name).make(separator);
}

} // namespace lepto
