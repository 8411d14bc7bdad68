#pragma once

#include "ui/desks/import_desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace lepto {

class PaneHead;
class RowTable;

/// Files into the history, in place: what a file is, its first rows as they would be read, under which source it will stand;
/// then progress with cancel, and what was added and what was left out with the reason. Esc closes, an import goes on behind it.
class ImportPanel : public QWidget {
    Q_OBJECT
public:
    explicit ImportPanel(ImportDesk &desk, QWidget *parent = nullptr);

    /// Looks at the path; an empty one asks for it.
    void open(const QString &path);
    QString words() const; ///< the sentence under the head
    RowTable *table() const { return m_table; }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Stage { Empty, Looking, Ready, Refused, Running, Done };
    void say();
    void stand(Stage stage, const QString &words);
    void look();
    void show(const Result<ImportPreview> &preview);
    void showCsv(const CsvPreview &csv);
    void showLines(const QStringList &lines);
    void start();
    void report(const ImportReport &report);
    void end();

    ImportDesk &m_desk;
    PaneHead *m_head;
    QLabel *m_words;
    QLineEdit *m_source, *m_timeColumn;
    QWidget *m_fields;
    RowTable *m_table;
    QProgressBar *m_progress;
    QPushButton *m_choose, *m_folder, *m_start, *m_cancel, *m_close;
    QString m_path;
    std::vector<QString> m_lines; ///< of the report
    Stage m_stage = Stage::Empty;
    quint64 m_asked = 0;
};

} // namespace lepto
