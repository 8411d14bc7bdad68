#include "app/cli/command.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QRegularExpression>

namespace lepto::cli {

namespace {

qint64 unitMs(QChar unit)
{
    switch (unit.unicode()) {
    case u's': return 1000;
    case u'm': return 60'000;
    case u'h': return 3600'000;
    case u'd': return 86'400'000;
    default: return 7LL * 86'400'000;
    }
}

} // namespace

Result<QString> Session::word(int index, const QString &what) const
{
    if (index < words.size())
        return words[index];
    return Error{ErrorCode::BadInput, utf8(what), "is missing; see --help"};
}

Result<qint64> Session::time(const QString &text, qint64 now)
{
    static const QRegularExpression relative(QStringLiteral("^now(?:([+-])(\\d{1,9})([smhdw]))?$"));
    if (const auto match = relative.match(text); match.hasMatch()) {
        const qint64 span = match.captured(2).toLongLong() * (match.captured(3).isEmpty() ? 0 : unitMs(match.captured(3)[0]));
        return match.captured(1) == u"-" ? now - span : now + span;
    }
    bool good = false;
    if (const qint64 value = text.toLongLong(&good); good)
        return value > 100'000'000'000 ? value : value * 1000;
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (parsed.isValid())
        return parsed.timeSpec() == Qt::LocalTime ? QDateTime(parsed.date(), parsed.time(), Qt::UTC).toMSecsSinceEpoch()
                                                  : parsed.toMSecsSinceEpoch();
    return Error{ErrorCode::BadInput, utf8(text), "is not a time; use now-3h, seconds, or 2026-11-18T14:00:00Z"};
}

Result<std::pair<qint64, qint64>> Session::range() const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto value = [&](const char *name, const char *fallback) {
        const QString option = QString::fromLatin1(name);
        return time(options.isSet(option) ? options.value(option) : QString::fromLatin1(fallback), now);
    };
    const auto from = value("from", "now-1h");
    if (!from)
        return from.error();
    const auto to = value("to", "now");
    if (!to)
        return to.error();
    if (*to < *from)
        return Error{ErrorCode::BadInput, "--to", "lies before --from"};
    return std::pair(*from, *to);
}

} // namespace lepto::cli
