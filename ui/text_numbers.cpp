#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <cmath>

namespace lepto::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr QChar noBreak(0x00a0), minus(0x2212), ellipsis(0x2026);

QString joined(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : number + noBreak + unit;
}

Quantity scaled(double value, double step, std::initializer_list<const char *> units)
{
    auto unit = units.begin();
    for (double size = std::abs(value); size >= step * 0.9995 && unit + 1 != units.end(); size /= step, ++unit)
        value /= step;
    return { number(value), QString::fromUtf8(*unit) };
}

Quantity seconds(double value)
{
    const double size = std::abs(value);
    if (size < 1e-3 && size > 0)
        return { number(value * 1e6), QStringLiteral("µs") };
    if (size < 0.9995 && size > 0)
        return { number(value * 1e3), QStringLiteral("ms") };
    if (size < 120)
        return { number(value), QStringLiteral("s") };
    return { duration(TimeMs(value * 1000)), {} };
}

QDateTime moment(TimeMs at, bool utc)
{
    return utc ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime::fromMSecsSinceEpoch(at);
}

QString pieces(qint64 big, const QString &bigUnit, qint64 small, const QString &smallUnit)
{
    const QString head = joined(QString::number(big), bigUnit);
    if (small == 0)
        return head;
    return head + QLatin1Char(' ') + joined(QString::number(small).rightJustified(2, QLatin1Char('0')), smallUnit);
}

} // namespace

QString Quantity::text() const
{
    return joined(number, unit);
}

Quantity quantity(double v, const QString &unit)
{
    if (!std::isfinite(v))
        return { QStringLiteral("–"), {} };
    if (unit == QLatin1String("seconds"))
        return seconds(v);
    if (std::abs(v) < 1e-6)
        v = 0; // shares and counts have no millionths worth reading
    if (unit == QLatin1String("ratio"))
        return { number(v * 100, std::abs(v) < 1 ? 2 : 3), QStringLiteral("%") };
    if (unit == QLatin1String("bytes"))
        return scaled(v, 1024, { "B", "KiB", "MiB", "GiB", "TiB", "PiB" });
    if (unit == QLatin1String("bytes/s"))
        return scaled(v, 1024, { "B/s", "KiB/s", "MiB/s", "GiB/s" });
    if (unit == QLatin1String("1/s"))
        return scaled(v, 1000, { "/s", "k/s", "M/s", "G/s" });
    Quantity q = scaled(v, 1000, { "", "k", "M", "G", "T" });
    if (!unit.isEmpty())
        q.unit = q.unit.isEmpty() ? unit : q.unit + noBreak + unit;
    return q;
}

QString value(double v, const QString &unit)
{
    return quantity(v, unit).text();
}

QString number(double value, int digits)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    const int whole = size > 0 ? int(std::floor(std::log10(size) + 1e-9)) + 1 : 1;
    const int places = std::clamp(digits - whole, 0, 8);
    QString text = QString::number(size, 'f', places);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    return value < 0 && text != QLatin1String("0") ? minus + text : text;
}

QString count(qint64 n)
{
    QString text = QString::number(std::abs(n));
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, QLatin1Char(','));
    return n < 0 ? minus + text : text;
}

QString compact(double n)
{
    return quantity(n, {}).text();
}

QString bytes(qint64 n)
{
    return quantity(double(n), QStringLiteral("bytes")).text();
}

QString duration(TimeMs ms)
{
    const qint64 s = std::abs(ms) / 1000;
    if (std::abs(ms) < 1000)
        return joined(QString::number(std::abs(ms)), Words::tr("ms"));
    if (s < 60)
        return joined(QString::number(s), Words::tr("s"));
    if (s < 3600)
        return s < 600 ? pieces(s / 60, Words::tr("min"), s % 60, Words::tr("s")) : joined(QString::number(s / 60), Words::tr("min"));
    if (s < 48 * 3600)
        return pieces(s / 3600, Words::tr("h"), s / 60 % 60, Words::tr("min"));
    return joined(QString::number(s / 86400), Words::tr("d"));
}

QString age(TimeMs at, TimeMs now)
{
    if (at == 0)
        return Words::tr("never");
    return now - at < 1000 ? joined(QStringLiteral("0"), Words::tr("s")) : duration(now - at);
}

QString time(TimeMs at, bool utc)
{
    return moment(at, utc).toString(QStringLiteral("HH:mm:ss"));
}

QString minute(TimeMs at, bool utc)
{
    return moment(at, utc).toString(QStringLiteral("HH:mm"));
}

QString day(TimeMs at, bool utc)
{
    return QLocale().toString(moment(at, utc), Words::tr("d MMM", "day and month, in Qt's date format"));
}

QString date(TimeMs at, bool utc)
{
    return QLocale().toString(moment(at, utc), Words::tr("d MMM yyyy", "date in Qt's date format"));
}

QString dateTime(TimeMs at, bool utc)
{
    return day(at, utc) + QLatin1Char(' ') + minute(at, utc);
}

QString when(TimeMs at, TimeMs now, bool utc)
{
    return moment(at, utc).date() == moment(now, utc).date() ? minute(at, utc) : dateTime(at, utc);
}

QString shortHash(const QString &hex)
{
    if (hex.size() < 16)
        return hex;
    return hex.left(4) + QLatin1Char(' ') + hex.mid(4, 4) + QLatin1Char(' ') + ellipsis + QLatin1Char(' ') + hex.right(4);
}

QString shortHash(const QByteArray &bytes)
{
    return shortHash(QString::fromLatin1(bytes.toHex()));
}

} // namespace lepto::text
