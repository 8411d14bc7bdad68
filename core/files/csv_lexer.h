#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lepto {

/// One row of a CSV text. Fields point into the text, or into the row where they had doubled quotes; blanks around them are cut.
struct CsvRow {
    std::int64_t line = 0; ///< of its beginning, from 1
    std::vector<std::string_view> fields;

    std::deque<std::string> unquoted; ///< owns what is not in the text as it stands
};

/// Cuts text into rows after RFC 4180: quoted fields may hold separators, line ends and doubled quotes. Lines end with LF or CR LF.
/// Blank lines are passed over. A plain value.
class CsvLexer {
public:
    static constexpr std::size_t kLongestRow = 1 << 20; ///< bytes

    explicit CsvLexer(char separator)
        : m_separator(separator)
    { }

    enum class Step {
        Row,
        Bad,  ///< see reason(); the lexer goes on with the next line
        More, ///< the row is not complete, the text must go on
        End
    };
    /// The row at the beginning of `text`; `used` says how much of it is done with. `last`: nothing follows the text.
    Step next(std::string_view text, bool last, CsvRow &row, std::size_t &used);
    const char *reason() const { return m_reason; } ///< after Bad, marked QT_TRANSLATE_NOOP("Files", …)

private:
    void plainRow(std::string_view line, CsvRow &row) const;
    Step quotedRow(std::string_view text, bool last, CsvRow &row, std::size_t &used);
    bool quotedField(std::string_view text, std::size_t &at, CsvRow &row) const;
    Step refuse(std::string_view text, bool last, const char *reason, std::size_t &used);

    char m_separator;
    std::int64_t m_line = 1;
    bool m_skipping = false; ///< the rest of a line that is too long
    const char *m_reason = nullptr;
};

} // namespace lepto
