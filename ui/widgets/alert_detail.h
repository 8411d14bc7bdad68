#pragma once

#include "core/alerts/alert.h"

#include <QFrame>
#include <QUrl>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lepto {

class CellModel;
class Chip;
class KeyValues;
class PaneHead;
class RowTable;

/// Everything about one alert, as plain text, and what can be done about it. Links open by a press only, and only http and https.
class AlertDetail : public QFrame {
    Q_OBJECT
public:
    explicit AlertDetail(QWidget *parent = nullptr);
    struct Around {
        TimeMs now = 0;
        bool utc = true;
        qint64 incident = 0;              ///< that covers it; 0: none
        const AlertSnapshot *snapshot = nullptr; ///< for what silences and inhibits it; lives while `show` runs
        QString whyNotSilence;            ///< empty: it can be silenced
    };
    void show(const Alert *alert, const Around &around);   ///< null: none is selected
    void retranslate();
    const QString &fingerprint() const { return m_alert.fingerprint; }

Q_SIGNALS:
    void silenceWanted();
    void exploreWanted(const QString &expression);
    void incidentWanted(qint64 incident);
    void silenceChosen(const QString &id);
    void linkPressed(const QUrl &url);

private:
    QWidget *buildBody();
    QWidget *buildButtons();
    void showFacts(const Around &around);
    void showTexts();
    void addLink(const QString &name, const QString &address);
    void showSilences(const Around &around);

    Alert m_alert;
    qint64 m_incident = 0;
    PaneHead *m_head, *m_labelsHead, *m_textsHead, *m_linksHead;
    Chip *m_severity, *m_state;
    KeyValues *m_facts;
    CellModel *m_labelModel;
    RowTable *m_labels;
    QVBoxLayout *m_texts, *m_links, *m_silences;
    QWidget *m_body, *m_buttons;
    QLabel *m_none;
    QPushButton *m_silence, *m_explore, *m_openIncident;
    QString m_shownTexts, m_shownSilences;
};

} // namespace lepto
