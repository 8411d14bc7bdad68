#pragma once

#include "ui/console.h"

#include <QWidget>

#include <set>

class QLabel;
class QLineEdit;
class QListWidget;

namespace lepto {

/// Finds series by words and lets some be chosen. What is chosen stays chosen while the search changes.
class SeriesPicker : public QWidget {
    Q_OBJECT
public:
    explicit SeriesPicker(Console &console, QWidget *parent = nullptr);
    std::vector<SeriesId> chosen() const { return { m_chosen.begin(), m_chosen.end() }; }
    void search();
    void retranslate();
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void changed();

private:
    void fill(const std::vector<SeriesInfo> &series);
    void say();

    Console &m_console;
    std::set<SeriesId> m_chosen;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_count;
    std::size_t m_found = 0;
    int m_asked = 0;
    bool m_filling = false, m_waiting = false;
    QString m_wrong;
};

} // namespace lepto
