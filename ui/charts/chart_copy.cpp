#include "ui/charts/chart_copy.h"

#include <QDateTime>

#include <algorithm>

namespace lepto {

namespace {

QString csvField(QString text)
{
    static const QString risky = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"); // also their full-width forms
    const QString bare = text.trimmed();
    if (!text.isEmpty() && (risky.contains(text.front()) || (!bare.isEmpty() && risky.contains(bare.front()))))
        text.prepend(QLatin1Char('\''));
    static const QString special = QStringLiteral(",\"\r\n");
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); }))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

QString chartCsv(const ChartContent &content)
{
    QString csv = QStringLiteral("time,series,min,max,last\r\n");
    for (const ChartLine &line : content.lines) {
        const QString name = csvField(line.name);
        for (const Column &column : line.data.columns) {
            csv += QDateTime::fromMSecsSinceEpoch(column.t, Qt::UTC).toString(Qt::ISODateWithMs) + QLatin1Char(',') + name
                + QLatin1Char(',') + QString::number(column.min, 'g', 17) + QLatin1Char(',')
                + QString::number(column.max, 'g', 17) + QLatin1Char(',') + QString::number(column.last, 'g', 17)
                + QLatin1String("\r\n");
        }
    }
    return csv;
}

} // namespace lepto
