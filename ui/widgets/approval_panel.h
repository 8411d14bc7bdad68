#pragma once

#include "ui/console.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace lepto {

class ElidedLabel;
class KeyValues;
class PaneHead;

/// Signatures, reason, the target's name typed, sign, run, reject. Every disabled button says why. Nothing here acts on a single key.
class ApprovalPanel : public QFrame {
    Q_OBJECT
public:
    explicit ApprovalPanel(Console &console, QWidget *parent = nullptr);
    void show(const Run *run, bool utc);   ///< null: no plan; a new plan empties the fields
    void retranslate();

private:
    void say();
    void check();
    QString whyNotSign() const;
    QString whyNotRun() const;
    void sign();
    void run();
    void reject();
    void answered(const Result<bool> &done);

    Console &m_console;
    Run m_run;
    bool m_has = false, m_utc = true, m_busy = false;
    PaneHead *m_head;
    ElidedLabel *m_expires;
    KeyValues *m_signatures;
    QLineEdit *m_reason, *m_name;
    QLabel *m_type, *m_wrong, *m_note;
    QPushButton *m_sign, *m_execute, *m_reject;
};

} // namespace lepto
