#include "ui/models/audit_model.h"

#include "core/base/text.h"
#include "ui/looks.h"
#include "ui/text.h"

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr int pageSize = 200;
constexpr std::array<const char *, 8> machines { "detector", "executor", "system", "health", "runbooks", "pipeline", "worker", "console" };

bool byMachine(const QString &actor)
{
    return std::ranges::any_of(machines, [&](const char *name) { return actor == QLatin1String(name); });
}

} // namespace

AuditModel::AuditModel(Console &console, QObject *parent)
    : CellModel(parent)
    , m_console(console)
{
}

std::vector<TableColumn> AuditModel::auditColumns()
{
    return { { tr("Seq"), 76, true }, { tr("Time"), 130 }, { tr("Actor"), 110 }, { tr("What"), 160 }, { tr("Object"), -3 }, { tr("Note"), -2 },
        { tr("Hash"), 110 } };
}

CellModel::Row AuditModel::rowOf_(const AuditEntry &entry) const
{
    const QString note = entry.detail.contains(QStringLiteral("note")) ? entry.detail[QStringLiteral("note")].toString()
                                                                       : entry.detail[QStringLiteral("reason")].toString();
    const QString hash = QString::fromLatin1(entry.leafHash.toHex());
    return { QString::number(entry.seq),
        { Cell { .text = text::count(entry.seq), .mono = true, .right = true },
            Cell { .text = text::day(entry.at, m_utc) + QLatin1Char(' ') + text::time(entry.at, m_utc), .mono = true, .tone = "text.secondary" },
            Cell { .text = oneLine(entry.actor) }, Cell { .text = text::auditType(entry.type), .icon = auditIcon(entry.type), .tip = entry.type },
            Cell { .text = oneLine(entry.subject) }, Cell { .text = oneLine(note), .tone = "text.muted" },
            Cell { .text = hash.left(4) + QLatin1Char(' ') + hash.mid(4, 4) + QStringLiteral("…"), .mono = true, .tone = "text.secondary" } } };
}

bool AuditModel::fits(const AuditEntry &entry) const
{
    const auto begins = [&](const char *prefix) { return entry.type.startsWith(QLatin1String(prefix)); };
    if ((m_kind == Kind::People && byMachine(entry.actor)) || (m_kind == Kind::Actions && !begins("run.") && !begins("writes."))
        || (m_kind == Kind::Models && !begins("model.") && !begins("label.")) || (m_kind == Kind::Settings && !begins("source.") && !begins("setting")))
        return false;
    if (m_filter.isEmpty())
        return true;
    const QString all = entry.actor + QLatin1Char(' ') + entry.type + QLatin1Char(' ') + text::auditType(entry.type) + QLatin1Char(' ') + entry.subject
        + QLatin1Char(' ') + QString::fromLatin1(entry.leafHash.toHex()) + QLatin1Char(' ') + entry.detail[QStringLiteral("note")].toString();
    return all.contains(m_filter, Qt::CaseInsensitive);
}

void AuditModel::rebuild()
{
    std::vector<Row> rows;
    for (const AuditEntry &entry : m_entries) {
        if (fits(entry))
            rows.push_back(rowOf_(entry));
    }
    setRows(std::move(rows));
}

void AuditModel::restart()
{
    ++m_round;
    m_entries.clear();
    m_asked = m_complete = false;
    m_wrong.clear();
    fetchMore({});
}

void AuditModel::setFilter(const QString &text, Kind kind)
{
    m_filter = text;
    m_kind = kind;
    rebuild();
}

void AuditModel::setUtc(bool utc)
{
    m_utc = utc;
    rebuild();
}

const AuditEntry *AuditModel::entry(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key.toLongLong(), &AuditEntry::seq);
    return found == m_entries.end() ? nullptr : &*found;
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_asked && !m_complete && m_wrong.isEmpty();
}

void AuditModel::fetchMore(const QModelIndex &)
{
    if (m_asked || m_complete)
        return;
    m_asked = true;
    const qint64 before = m_entries.empty() ? 0 : m_entries.back().seq;
    m_console.audit(before, pageSize, this, [this, round = m_round](Result<std::vector<AuditEntry>> page) {
        if (round != m_round)
            return; // asked before a restart
        m_asked = false;
        if (!page) {
            m_wrong = text::of(page.error());
            Q_EMIT loadedMore();
            return;
        }
        m_complete = int(page->size()) < pageSize;
        std::vector<Row> rows;
        const bool first = m_entries.empty();
        for (const AuditEntry &entry : *page) {
            if (fits(entry))
                rows.push_back(rowOf_(entry));
        }
        std::ranges::move(*page, std::back_inserter(m_entries));
        first ? setRows(std::move(rows)) : appendRows(std::move(rows));
        Q_EMIT loadedMore();
    });
}

} // namespace lepto
