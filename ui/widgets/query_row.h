#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace lepto {

class QueryEdit;

/// One query: letter in the colour of its line, text, cost of the last run, eye, and a cross. An error stands below with its place
/// underlined in the text.
class QueryRow : public QWidget {
    Q_OBJECT
public:
    explicit QueryRow(int slot, QWidget *parent = nullptr);

    QueryEdit *edit() const { return m_edit; }
    int slot() const { return m_slot; }
    QString letter() const;
    bool shown() const;               ///< the eye is open
    void setRunning();
    void setAnswer(const QString &error, qint64 tookMs, int series);
    void setRemovable(bool removable);
    QString error() const;

Q_SIGNALS:
    void runAsked();
    void duplicateAsked();
    void removeAsked();
    void shownChanged(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *) override;

private:
    void say();

    int m_slot;
    QueryEdit *m_edit;
    QLabel *m_cost, *m_error;
    QPushButton *m_run, *m_eye, *m_remove;
};

} // namespace lepto
