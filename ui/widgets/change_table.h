#pragma once

#include "core/audit/audit_entry.h"
#include "ui/widgets/row_table.h"

namespace lepto {

class Console;
class TimeScale;

/// Recent changes: the entries of the audit record that changed something, newest first.
class ChangeTable : public RowTable {
    Q_OBJECT
public:
    ChangeTable(Console &console, TimeScale &time, QWidget *parent = nullptr);
    void ask();

Q_SIGNALS:
    void counted(int rows);

private:
    void show(const std::vector<AuditEntry> &entries);

    Console &m_console;
    TimeScale &m_time;
    bool m_asking = false;
};

/// Whether an audit entry of this type changes the world or how it is watched; logins, verifications and views do not.
bool isChange(const QString &auditType);

} // namespace lepto
