#include "ui/widgets/change_table.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/looks.h"
#include "ui/text.h"
#include "ui/time_scale.h"

#include <QHeaderView>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr int asked = 200, shown = 6;

}

bool isChange(const QString &auditType)
{
    static constexpr std::array kinds
        = { "run.start", "run.rollback", "run.stop", "model.promote", "model.rollback", "source.", "writes." };
    return std::any_of(kinds.begin(), kinds.end(), [&](const char *kind) { return auditType.startsWith(QLatin1String(kind)); });
}

ChangeTable::ChangeTable(Console &console, TimeScale &time, QWidget *parent)
    : RowTable(new CellModel, parent)
    , m_console(console)
    , m_time(time)
{
    cells()->setParent(this);
    setObjectName(QStringLiteral("recentChanges"));
    setSelectable(false);
    horizontalHeader()->hide();
    cells()->setColumns({ { {}, 116 }, { {}, -1 }, { {}, 86, true } });
    setAccessibleName(tr("Recent changes"));
}

void ChangeTable::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_console.audit(0, asked, this, [this](Result<std::vector<AuditEntry>> answer) {
        m_asking = false;
        if (answer)
            show(*answer);
    });
}

void ChangeTable::show(const std::vector<AuditEntry> &entries)
{
    std::vector<CellModel::Row> rows;
    for (const AuditEntry &entry : entries) {
        if (!isChange(entry.type) || int(rows.size()) == shown)
            continue;
        Cell what { text::auditType(entry.type) + QLatin1Char(' ') + oneLine(entry.subject, 80) };
        what.icon = auditIcon(entry.type);
        Cell when { text::when(entry.at, m_time.now(), m_time.utc()).section(QLatin1Char(':'), 0, 1) };
        when.mono = true;
        when.tone = "text.muted";
        Cell who { oneLine(entry.actor, 24) };
        who.right = true;
        who.tone = "text.muted";
        rows.push_back({ QString::number(entry.seq), { when, what, who } });
    }
    const int count = int(rows.size());
    cells()->setRows(std::move(rows));
    fitHeight();
    Q_EMIT counted(count);
}

} // namespace lepto
