#pragma once

#include "core/changes/change.h"
#include "ml/base/result.h"

#include <QByteArray>

namespace lepto {

/// Reads a growing text of changes, one a line, from bytes as they come:
///   JSON lines   each an object as in change_json.h, `time` is needed
///   CSV          the first line names the columns; `time` and `title` are needed, `timeEnd text tags url externalId author service` are
///                known (tags separated by `;`), every other column is a label of that name. RFC 4180 quotes, a record is one line
/// Which one it is shows in the first line. A bad line is a problem and is left out; the others count. No thread of its own.
class ChangeLines {
public:
    static constexpr qsizetype longestLine = 256 << 10;

    /// Takes more bytes; a line at the end without its newline waits for the next call.
    void push(const QByteArray &bytes);
    /// The last line may lack its newline.
    void finish();

    std::vector<Change> takeChanges() { return std::exchange(m_changes, {}); }
    /// One sentence a bad line, at most 20; the number of all.
    QStringList takeProblems() { return std::exchange(m_problems, {}); }
    qint64 badLines() const { return m_badLines; }

private:
    void line(QByteArray line);
    Result<Change> csvLine(const QString &line) const;
    Result<void> header(const QString &line);
    void complain(const QString &reason);

    QByteArray m_rest;
    QStringList m_columns;
    std::vector<Change> m_changes;
    QStringList m_problems;
    qint64 m_line = 0, m_badLines = 0;
    bool m_skipping = false; ///< inside a line that is too long
};

/// The fields of one CSV record. Errors: BadInput (an open quote, text behind a closed one).
Result<QStringList> csvFields(const QString &line);

} // namespace lepto
