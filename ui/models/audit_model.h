#pragma once

#include "ui/console.h"
#include "ui/models/cell_model.h"

namespace lepto {

/// The audit record, newest first, read page by page while one scrolls. Order is the proof: there is no sorting.
class AuditModel : public CellModel {
    Q_OBJECT
public:
    explicit AuditModel(Console &console, QObject *parent = nullptr);

    enum class Kind : quint8 { All, People, Actions, Models, Settings };
    void restart();                   ///< reads from the newest entry again
    void setFilter(const QString &text, Kind kind);
    void setUtc(bool utc);
    const AuditEntry *entry(const QString &key) const;
    int loaded() const { return int(m_entries.size()); }
    bool loading() const { return m_asked; }
    bool complete() const { return m_complete; }
    QString wrong() const { return m_wrong; }
    static std::vector<TableColumn> auditColumns();

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loadedMore();

private:
    bool fits(const AuditEntry &entry) const;
    Row rowOf_(const AuditEntry &entry) const;
    void rebuild();

    Console &m_console;
    std::vector<AuditEntry> m_entries;
    QString m_filter, m_wrong;
    Kind m_kind = Kind::All;
    bool m_utc = true, m_asked = false, m_complete = false;
    int m_round = 0;
};

} // namespace lepto
