#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace lepto {

class AuditModel;
class DiffView;
class ElidedLabel;
class EmptyNote;
class KeyValues;
class MarkLabel;
class PaneHead;
class RowTable;
class SegmentedButtons;
class TimeScale;

/// Who did what, why, with which effect, and the proof that nothing was changed.
class AuditPage : public Page {
    Q_OBJECT
public:
    AuditPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    void open(const QString &seq) override;
    QWidget *filter() const override;

protected:
    void refresh() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTable();
    QWidget *buildEntry();
    void sayColumns();
    void showVerdict();
    void showFoot();
    void showEntry();
    void verify();
    void exportProof();
    void checkNew();
    qint64 entriesNow() const;

    Console &m_console;
    TimeScale &m_scale;
    AuditModel *m_model;
    RowTable *m_table;
    MarkLabel *m_mark;
    QLabel *m_sentence, *m_why, *m_foot, *m_limits, *m_limitsTitle;
    ElidedLabel *m_head;
    QPushButton *m_verify, *m_export, *m_copy, *m_newer;
    QLineEdit *m_filter;
    SegmentedButtons *m_kind;
    EmptyNote *m_empty;
    PaneHead *m_entryHead, *m_linksHead;
    DiffView *m_json;
    KeyValues *m_links;
    bool m_verifying = false, m_started = false, m_narrow = false;
    QString m_wrong;
    qint64 m_seen = 0;
};

} // namespace lepto
