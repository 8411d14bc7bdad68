#pragma once

#include "ml/base/series.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepto {

enum class ExpositionFormat { Text, OpenMetrics };

/// One label as it stands on the page; both parts still carry their backslashes.
struct RawLabel {
    std::string_view name, value;
    bool quotedName = false;
};

/// One statement of an exposition page. All views point into the page.
struct ExpositionLine {
    enum class Kind { Blank, Comment, Help, Type, Unit, Eof, Sample };
    Kind kind = Kind::Blank;
    int number = 0;                        ///< line number, from 1
    std::string_view name;                 ///< metric name, between its quotes where quoted
    bool quotedName = false;
    std::string_view text;                 ///< HELP text, TYPE word, UNIT word
    std::string_view series;               ///< name and labels as they stand: equal text means equal series
    std::vector<RawLabel> labels;
    double value = 0;
    std::string_view native;               ///< `{count:…}` of a native histogram instead of a value
    std::string_view time;                 ///< timestamp as it stands; empty where absent
    TimeMs t = 0;
    bool hasExemplar = false;
    std::vector<RawLabel> exemplarLabels;
};

/// Cuts a page into statements after the grammar that Prometheus' scraper accepts (text 0.0.4, OpenMetrics 1.0, quoted UTF-8 names,
/// native histogram text). After a bad statement it goes on with the next line. No allocation per line once warm.
class ExpositionLexer {
public:
    ExpositionLexer(std::string_view page, ExpositionFormat format);

    enum class Step { Line, Bad, End };
    Step next(ExpositionLine &line);
    const std::string &reason() const { return m_reason; }   ///< after Bad
    bool sawEof() const { return m_sawEof; }

private:
    bool fail(const char *what);
    bool statement(ExpositionLine &line);
    bool comment(ExpositionLine &line);
    bool metadata(ExpositionLine &line, ExpositionLine::Kind kind);
    bool sample(ExpositionLine &line);
    bool sampleHead(ExpositionLine &line);
    bool labels(ExpositionLine *nameOwner, std::vector<RawLabel> &out);
    bool label(ExpositionLine *nameOwner, std::vector<RawLabel> &out);
    bool quoted(std::string_view &out, bool isName);
    bool metricName(ExpositionLine &line);
    std::string_view identifier(bool colons);
    bool value(ExpositionLine &line);
    bool timestamp(ExpositionLine &line);
    bool exemplar(ExpositionLine &line);
    bool endOfLine();
    std::string_view token();
    std::string_view restOfLine();
    void skipBlanks();
    bool isOpenMetrics() const { return m_format == ExpositionFormat::OpenMetrics; }
    bool atEnd() const { return m_at >= m_page.size(); }
    char peek() const { return atEnd() ? '\0' : m_page[m_at]; }

    std::string_view m_page;
    ExpositionFormat m_format;
    std::size_t m_at = 0;
    int m_number = 0;
    bool m_sawEof = false;
    std::string m_reason;
};

} // namespace lepto
