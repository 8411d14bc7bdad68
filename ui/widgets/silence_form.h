#pragma once

#include "core/alerts/silence_draft.h"
#include "ui/widgets/silence_times.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace lepto {

class AlertDesk;
class Console;
class PaneHead;
class SegmentedButtons;
class SilencePreviewList;
class TimeScale;

/// A silence that is made or changed, in place: matchers typed or ticked off the labels of an alert, how long, why, and all the while
/// which alerts it would catch. Ctrl+Enter sends it, Esc leaves. The button is off with its reason until all is there and write mode is on.
class SilenceForm : public QFrame {
    Q_OBJECT
public:
    SilenceForm(Console &console, AlertDesk &desk, TimeScale &time, QWidget *parent = nullptr);

    void begin(const Labels &labels, const QString &source); ///< of an alert; empty labels: the matchers are to be typed
    void beginEdit(const Silence &silence);
    void beginAgain(const Silence &silence);       ///< a new one like it
    void renew();                                  ///< alerts, sources, write mode or language changed
    void retranslate();
    QString whyNot() const;                        ///< empty: it can be sent

Q_SIGNALS:
    void left();
    void written(const lepto::SilenceWritten &silence, bool edited);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildFields();
    QWidget *buildFoot();
    void connectFields();
    void start(const Labels &labels, const QString &source, const std::vector<SilenceMatcher> &matchers);
    void showSources(const QString &wanted);
    void showLabels(const Labels &labels);
    void tick(const QString &name, const QString &value, bool on);
    void readMatchers();
    void preview();
    void check();
    void send();
    void answered(const Result<SilenceWritten> &answer);
    QString source() const;
    SilenceDraft draft() const;
    SilenceEdit edit() const;
    QString whyNewId() const;

    Console &m_console;
    AlertDesk &m_desk;
    TimeScale &m_time;
    QTimer m_soon;
    std::optional<Silence> m_edited;
    Result<std::vector<SilenceMatcher>> m_matchers = std::vector<SilenceMatcher>();
    std::optional<SilencePreview> m_found;
    QString m_endBefore;                           ///< the end as an edit began with
    bool m_busy = false;

    PaneHead *m_head;
    QComboBox *m_source;
    QLineEdit *m_text, *m_end, *m_start, *m_comment;
    QLabel *m_sourceName, *m_textName, *m_problem, *m_labelsName, *m_endName, *m_endWords, *m_startName, *m_commentName, *m_wrong, *m_note;
    QVBoxLayout *m_labels;
    std::vector<QCheckBox *> m_ticks;
    SegmentedButtons *m_spans;
    SilencePreviewList *m_preview;
    QCheckBox *m_evenIfAll, *m_evenIfReplaced;
    QPushButton *m_send, *m_leave;
};

} // namespace lepto
