#pragma once

#include "core/alerts/alert.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace lepto {

class AlertDesk;
class Chip;
class Console;
class KeyValues;
class PaneHead;
class SilencePreviewList;

/// One silence: who, why, until when, what it catches now; change it, end it, or make an ended one again.
class SilenceDetail : public QFrame {
    Q_OBJECT
public:
    SilenceDetail(Console &console, AlertDesk &desk, QWidget *parent = nullptr);
    void show(const Silence *silence, TimeMs now, bool utc);  ///< null: none is selected
    void retranslate();

Q_SIGNALS:
    void editWanted(const lepto::Silence &silence);
    void againWanted(const lepto::Silence &silence);
    void expired(const lepto::Silence &silence);   ///< as it was before

private:
    QWidget *buildBody();
    QWidget *buildButtons();
    QString whyNot() const;
    void check();
    void expire();

    Console &m_console;
    AlertDesk &m_desk;
    std::optional<Silence> m_silence;
    bool m_busy = false;
    PaneHead *m_head;
    Chip *m_state;
    QLabel *m_none, *m_comment, *m_matchers, *m_wrong, *m_note;
    KeyValues *m_facts;
    SilencePreviewList *m_caught;
    QWidget *m_body, *m_buttons;
    QPushButton *m_edit, *m_expire, *m_again;
};

/// Why the console may not write to an Alertmanager now; empty: it may.
QString whyReadOnly(const Console &console);

} // namespace lepto
