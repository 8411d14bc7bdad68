#include "app/cli/output.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <cstdio>

namespace lepto::cli {

namespace {

void print(FILE *to, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
    std::fflush(to);
}

/// JSON for a terminal: characters that turn the writing direction or cannot be seen as escapes, which mean the same to a reader.
QByteArray withoutTricks(const QByteArray &json)
{
    const auto isTrick = [](char16_t c) {
        return (c >= 0x7f && c < 0xa0) || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
    };
    QString text;
    for (const QChar c : QString::fromUtf8(json)) {
        if (isTrick(c.unicode()))
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text.toUtf8();
}

} // namespace

int exitFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BadInput: return BadUsage;
    case ErrorCode::NotFound:
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Damaged: return Finding;
    default: return Environment;
    }
}

void Output::line(const QString &text)
{
    if (!m_json)
        print(stdout, (oneLine(text, 4000) + u'\n').toUtf8());
}

void Output::table(const QStringList &head, const std::vector<QStringList> &rows)
{
    if (m_json)
        return;
    std::vector<qsizetype> width;
    for (const QString &h : head)
        width.push_back(h.size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size() && i < head.size(); ++i)
            width[std::size_t(i)] = std::max(width[std::size_t(i)], std::min<qsizetype>(row[i].size(), 60));
    }
    const auto show = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = oneLine(row[i]);
            text += i + 1 < row.size() ? cell.leftJustified(width[std::size_t(i)] + 2) : cell;
        }
        line(text);
    };
    show(head);
    for (const QStringList &row : rows)
        show(row);
}

void Output::value(const QJsonObject &object)
{
    if (m_json)
        print(stdout, withoutTricks(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

void Output::value(const QJsonArray &array)
{
    if (m_json)
        print(stdout, withoutTricks(QJsonDocument(array).toJson(QJsonDocument::Compact)) + '\n');
}

int Output::fail(const Error &error)
{
    print(stderr, "leptoscope-cli: " + oneLine(qstr(error), 2000).toUtf8() + ".\n");
    return exitFor(error);
}

QString iso(qint64 timeMs)
{
    if (timeMs == 0)
        return QStringLiteral("-");
    return QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u'Z';
}

QString number(double value)
{
    return std::isnan(value) ? QStringLiteral("NaN") : QLocale::c().toString(value, 'g', 6);
}

} // namespace lepto::cli
