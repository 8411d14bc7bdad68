#include "core/changes/change_lines.h"

#include "core/base/text.h"
#include "core/changes/change_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto {

namespace {

constexpr qsizetype kMostProblems = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Error bad(const QString &reason)
{
    return { ErrorCode::BadInput, {}, utf8(reason) };
}

const QStringList known { QStringLiteral("time"), QStringLiteral("timeEnd"), QStringLiteral("title"), QStringLiteral("text"), QStringLiteral("url"),
    QStringLiteral("externalId"), QStringLiteral("author"), QStringLiteral("service"), QStringLiteral("environment") };

} // namespace

Result<QStringList> csvFields(const QString &line)
{
    QStringList out;
    QString field;
    qsizetype at = 0;
    const auto ends = [&] { return at >= line.size() || line[at] == u','; };
    while (true) {
        field.clear();
        if (at < line.size() && line[at] == u'"') {
            for (++at; at < line.size() && (line[at] != u'"' || line.mid(at + 1, 1) == u"\""); ++at) {
                at += line[at] == u'"';
                field += line[at];
            }
            if (at >= line.size())
                return bad(Words::tr("a quote is not closed"));
            if (++at; !ends())
                return bad(Words::tr("there is text behind a closed quote"));
        } else {
            for (; !ends(); ++at)
                field += line[at];
            field = field.trimmed();
        }
        out.append(field);
        if (at >= line.size())
            return out;
        ++at;
    }
}

void ChangeLines::push(const QByteArray &bytes)
{
    qsizetype from = 0;
    for (qsizetype end; (end = bytes.indexOf('\n', from)) >= 0; from = end + 1) {
        m_rest += bytes.mid(from, end - from);
        ++m_line;
        if (!std::exchange(m_skipping, false) && m_rest.size() <= longestLine)
            line(m_rest);
        else
            complain(Words::tr("the line is longer than %1 KiB").arg(longestLine >> 10));
        m_rest.clear();
    }
    m_rest += bytes.mid(from);
    if (m_rest.size() > longestLine) {
        m_skipping = true;
        m_rest.clear();
    }
}

void ChangeLines::finish()
{
    if (!m_rest.trimmed().isEmpty() || m_skipping)
        push("\n");
}

void ChangeLines::line(QByteArray line)
{
    if (m_line == 1 && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    line = line.trimmed();
    if (line.isEmpty() || line.startsWith('#'))
        return;
    Result<Change> change = bad({});
    if (line.startsWith('{')) {
        QJsonParseError wrong;
        const QJsonDocument document = QJsonDocument::fromJson(line, &wrong);
        change = document.isObject() ? changeFromJson(document.object(), 0) : bad(Words::tr("no JSON: %1").arg(wrong.errorString()));
    } else if (m_columns.isEmpty()) {
        if (const auto good = header(QString::fromUtf8(line)); !good)
            complain(qstr(good.error().reason));
        return;
    } else {
        change = csvLine(QString::fromUtf8(line));
    }
    if (change && change->from == 0)
        change = bad(Words::tr("time is missing")); // read again it would be another change
    if (!change)
        return complain(qstr(change.error()));
    change->id = 0;
    m_changes.push_back(*std::move(change));
}

Result<void> ChangeLines::header(const QString &line)
{
    const auto columns = csvFields(line);
    if (!columns)
        return columns.error();
    if (!columns->contains(QStringLiteral("time")) || !columns->contains(QStringLiteral("title")))
        return bad(Words::tr("neither a JSON object nor a CSV header with the columns time and title"));
    m_columns = *columns;
    return {};
}

Result<Change> ChangeLines::csvLine(const QString &line) const
{
    const auto fields = csvFields(line);
    if (!fields)
        return fields.error();
    if (fields->size() != m_columns.size())
        return bad(Words::tr("%1 fields instead of %2").arg(fields->size()).arg(m_columns.size()));
    QJsonObject object, labels;
    for (qsizetype i = 0; i < fields->size(); ++i) {
        const QString &column = m_columns[i], &field = (*fields)[i];
        if (field.isEmpty())
            continue;
        if (column == QLatin1String("tags"))
            object.insert(column, QJsonArray::fromStringList(field.split(u';', Qt::SkipEmptyParts)));
        else if (known.contains(column))
            object.insert(column, field);
        else
            labels.insert(column, field);
    }
    object.insert(QStringLiteral("labels"), labels);
    return changeFromJson(object, 0);
}

void ChangeLines::complain(const QString &reason)
{
    ++m_badLines;
    if (m_problems.size() < kMostProblems)
        m_problems.append(Words::tr("line %1: %2").arg(m_line).arg(oneLine(reason, 200)));
}

} // namespace lepto
