#pragma once

#include "ui/widgets/popup.h"

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace lepto {

/// One thing that the palette can do or find.
struct Command {
    QString section, title;           ///< plain text
    QString detail = {}, icon = {};
    bool needsWrite = false;          ///< listed with a padlock, runs only in write mode
    std::function<void()> run = {};
};

/// How well the typed words fit a title: every word must begin a word of the title or stand in it; -1: no fit. Pure.
int fuzzyScore(const QString &typed, const QString &title);

/// Ctrl+K: one field over all pages, commands, services, incidents, models and metrics. Commands are asked for at each opening.
class CommandPalette : public Popup {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    void open(std::vector<Command> commands, bool writeArmed);
    /// Adds what was found later for the text that is still typed.
    void add(const QString &forText, std::vector<Command> commands);
    int shown() const;

Q_SIGNALS:
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void move(int rows);
    void runCurrent();
    void addRow(const Command &command, int index);

    std::vector<Command> m_commands, m_found;
    QStringList m_lastUsed;
    bool m_armed = false;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_count, *m_open;
};

} // namespace lepto
