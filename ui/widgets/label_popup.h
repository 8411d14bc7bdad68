#pragma once

#include "core/incidents/incident.h"
#include "ml/base/result.h"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace lepto {

class Console;

/// Asks class and reason of a region just marked on a chart. A digit from 1 to 5 chooses the class and saves at once, Enter saves
/// with the reason, Esc drops the draft. Opens beside the region, never over it. Child of the page, not a window.
class LabelPopup : public QFrame {
    Q_OBJECT
public:
    LabelPopup(Console &console, QWidget *page);

    /// `region` is in the page's coordinates; one label a series is saved.
    void open(const std::vector<Labels> &series, TimeMs from, TimeMs to, qint64 incident, const QRect &region, const QString &title);
    bool isOpen() const { return isVisible(); }
    void drop();                      ///< closes without saving

Q_SIGNALS:
    void saved(const std::vector<lepto::LabelRegion> &labels);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();
    void save();
    void place(const QRect &region);
    void receive(Result<LabelRegion> answer);

    Console &m_console;
    QLabel *m_title, *m_scope, *m_error;
    QListWidget *m_classes;
    QLineEdit *m_reason;
    QPushButton *m_save;
    LabelRegion m_draft;
    std::vector<Labels> m_series;
    std::vector<LabelRegion> m_saved;
    int m_open = 0;
};

} // namespace lepto
