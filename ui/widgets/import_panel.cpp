#include "ui/widgets/import_panel.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int cellLimit = 120, mostColumns = 12, steps = 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lepto::ImportPanel)
public:
    static QString of(FileKind kind)
    {
        switch (kind) {
        case FileKind::Csv:
            return tr("a table (CSV)");
        case FileKind::PrometheusText:
            return tr("metrics as text");
        case FileKind::OpenMetrics:
            return tr("metrics as OpenMetrics text");
        case FileKind::Tsdb:
            return tr("blocks of a Prometheus server");
        }
        return {};
    }
    static QString of(CsvRole role)
    {
        switch (role) {
        case CsvRole::Time:
            return tr("time");
        case CsvRole::Value:
            return tr("value");
        case CsvRole::Name:
            return tr("name");
        case CsvRole::Label:
            return tr("label");
        case CsvRole::Skip:
            return tr("left out");
        }
        return {};
    }
};

Cell cellOf(const QString &text, const char *tone)
{
    Cell cell { oneLine(text, cellLimit) };
    cell.mono = true;
    cell.tone = tone;
    return cell;
}

} // namespace

ImportPanel::ImportPanel(ImportDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_head(new PaneHead)
    , m_words(wrappedLabel(Theme::Type::Body, "secondary"))
    , m_source(new QLineEdit)
    , m_timeColumn(new QLineEdit)
    , m_fields(new QWidget)
    , m_table(new RowTable(new CellModel))
    , m_progress(new QProgressBar)
    , m_choose(makeButton(ButtonKind::Normal, QStringLiteral("file")))
    , m_folder(makeButton(ButtonKind::Normal, QStringLiteral("folder")))
    , m_start(makeButton(ButtonKind::Primary))
    , m_cancel(makeButton(ButtonKind::Normal))
    , m_close(makeIconButton(QStringLiteral("close")))
{
    setObjectName(QStringLiteral("importPanel"));
    m_words->setObjectName(QStringLiteral("importWords"));
    m_source->setObjectName(QStringLiteral("importSource"));
    m_timeColumn->setObjectName(QStringLiteral("importTimeColumn"));
    m_table->setObjectName(QStringLiteral("importTable"));
    m_start->setObjectName(QStringLiteral("importStart"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_table->cells()->setParent(m_table);
    m_table->setDense();
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_source->setMaxLength(100);
    m_timeColumn->setMaxLength(100);
    m_head->addRight(m_close);
    m_words->setContentsMargins(14, 2, 14, 8);
    auto *fields = flatRow(m_fields);
    fields->setContentsMargins(14, 0, 14, 10);
    fields->setSpacing(8);
    for (QWidget *field : { static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_timeColumn) })
        fields->addWidget(field, 1);
    auto *buttons = new QWidget;
    auto *row = flatRow(buttons);
    row->setContentsMargins(14, 8, 14, 14);
    row->setSpacing(8);
    for (QPushButton *button : { m_choose, m_folder })
        row->addWidget(button);
    row->addStretch(1);
    for (QPushButton *button : { m_cancel, m_start })
        row->addWidget(button);
    auto *column = flatColumn(this);
    for (QWidget *part : std::initializer_list<QWidget *> { m_head, m_words, m_fields, m_progress })
        column->addWidget(part);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    column->addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &ImportPanel::closed);
    connect(m_start, &QPushButton::clicked, this, &ImportPanel::start);
    connect(m_cancel, &QPushButton::clicked, &desk, &ImportDesk::cancel);
    connect(m_timeColumn, &QLineEdit::editingFinished, this, [this] {
        if (m_timeColumn->isModified())
            look();
    });
    connect(m_choose, &QPushButton::clicked, this, [this] {
        if (const QString path = QFileDialog::getOpenFileName(window(), tr("A file of samples")); !path.isEmpty())
            open(path);
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        if (const QString path = QFileDialog::getExistingDirectory(window(), tr("A folder of a Prometheus server"));
            !path.isEmpty())
            open(path);
    });
    connect(&desk, &ImportDesk::progressed, this, [this](double fraction) { m_progress->setValue(int(fraction * steps)); });
    connect(&desk, &ImportDesk::imported, this, &ImportPanel::report);
    connect(&desk, &ImportDesk::failed, this, [this](const Error &error) { m_lines.push_back(text::of(error)); });
    connect(&desk, &ImportDesk::finished, this, &ImportPanel::end);
    say();
    stand(Stage::Empty,
        tr("Blocks of a Prometheus server, CSV tables, metrics as text: choose one here, or drop it on the window."));
}

void ImportPanel::say()
{
    m_head->setTitle(tr("Import samples"));
    m_source->setAccessibleName(tr("Source: the label that all imported series get"));
    m_source->setPlaceholderText(tr("Source"));
    m_source->setToolTip(m_source->accessibleName());
    m_timeColumn->setAccessibleName(tr("Column of the time, title or number; empty: found by itself"));
    m_timeColumn->setPlaceholderText(tr("Time column, found by itself"));
    m_timeColumn->setToolTip(m_timeColumn->accessibleName());
    m_table->setAccessibleName(tr("The first rows as they would be read"));
    m_choose->setText(tr("Choose file"));
    m_folder->setText(tr("Choose folder"));
    m_start->setText(tr("Import"));
    m_cancel->setText(tr("Cancel import"));
    setIconWords(m_close, tr("Close the import"), QStringLiteral("Esc"));
}

void ImportPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void ImportPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

QString ImportPanel::words() const
{
    return m_words->text();
}

void ImportPanel::stand(Stage stage, const QString &words)
{
    m_stage = stage;
    m_words->setText(words);
    setTone(m_words, stage == Stage::Refused ? "critical" : "secondary");
    m_start->setEnabled(stage == Stage::Ready);
    m_start->setAccessibleDescription(stage == Stage::Ready ? QString() : words);
    m_cancel->setVisible(stage == Stage::Running);
    m_progress->setVisible(stage == Stage::Running);
    m_fields->setVisible(stage == Stage::Ready || (stage == Stage::Refused && !m_path.isEmpty()));
    m_table->setVisible(stage == Stage::Ready || stage == Stage::Running);
    for (QPushButton *button : { m_choose, m_folder })
        button->setEnabled(stage != Stage::Running);
}

void ImportPanel::open(const QString &path)
{
    if (m_desk.running())
        return stand(Stage::Running, tr("An import is under way. The next one can begin once it is over."));
    m_path = path;
    m_timeColumn->clear();
    if (path.isEmpty())
        m_choose->setFocus();
    else
        look();
}

void ImportPanel::look()
{
    const quint64 serial = ++m_asked;
    stand(Stage::Looking, tr("Looking at %1").arg(oneLine(m_path, 200)));
    CsvHints hints;
    hints.timeColumn = m_timeColumn->text().trimmed();
    m_timeColumn->setModified(false);
    m_desk.preview(m_path, hints, this, [this, serial](Result<ImportPreview> preview) {
        if (serial == m_asked)
            show(preview);
    });
}

void ImportPanel::show(const Result<ImportPreview> &preview)
{
    if (!preview)
        return stand(Stage::Refused, text::of(preview.error()));
    QString words = tr("%1 is %2").arg(oneLine(QFileInfo(preview->path).fileName(), 120), Words::of(preview->kind));
    if (preview->bytes > 0)
        words += QStringLiteral(", ") + text::bytes(preview->bytes);
    m_source->setText(oneLine(preview->source, 100));
    m_timeColumn->setVisible(preview->kind == FileKind::Csv);
    stand(Stage::Ready, words + QStringLiteral(". ") + tr("Nothing is stored yet."));
    if (preview->csv)
        showCsv(*preview->csv);
    else
        showLines(preview->lines);
    m_start->setFocus();
}

void ImportPanel::showCsv(const CsvPreview &csv)
{
    std::vector<TableColumn> columns { { tr("Line"), 56, true }, { tr("Time, UTC"), 170 } };
    const std::size_t shown = std::min<std::size_t>(csv.layout.columns.size(), mostColumns);
    for (std::size_t i = 0; i < shown; ++i)
        columns.push_back(
            { oneLine(qstr(csv.layout.columns[i].title), 60) + QStringLiteral(" · ") + Words::of(csv.layout.columns[i].role),
                -1 });
    columns.push_back({ tr("Problem"), -1 });
    m_table->cells()->setColumns(columns);
    std::vector<CellModel::Row> rows;
    for (const CsvPreview::Row &row : csv.rows) {
        const bool good = row.problem.isEmpty();
        Cell line = cellOf(QString::number(row.line), "text.muted");
        line.right = true;
        CellModel::Row cells { QString::number(row.line),
            { line, cellOf(good ? text::date(row.t) + QLatin1Char(' ') + text::time(row.t) : QString(), "text.secondary") } };
        for (std::size_t i = 0; i < shown; ++i)
            cells.cells.push_back(cellOf(i < row.cells.size() ? row.cells[i] : QString(),
                csv.layout.columns[i].role == CsvRole::Skip ? "text.disabled" : "text.primary"));
        Cell problem { oneLine(row.problem, 300) };
        problem.mark = good ? MarkCode::None : MarkCode::Warning;
        cells.cells.push_back(problem);
        rows.push_back(std::move(cells));
    }
    m_table->cells()->setRows(std::move(rows));
}

void ImportPanel::showLines(const QStringList &lines)
{
    m_table->cells()->setColumns({ { tr("First lines"), -1 } });
    std::vector<CellModel::Row> rows;
    for (const QString &line : lines)
        rows.push_back({ QString::number(rows.size()),
            { cellOf(line, line.startsWith(QLatin1Char('#')) ? "text.muted" : "text.primary") } });
    m_table->cells()->setRows(std::move(rows));
    m_table->setVisible(!lines.isEmpty());
}

void ImportPanel::start()
{
    ImportOptions options;
    options.source = m_source->text().trimmed();
    options.csv.timeColumn = m_timeColumn->text().trimmed();
    m_lines.clear();
    m_progress->setValue(0);
    stand(Stage::Running, tr("Importing %1").arg(oneLine(m_path, 200)));
    m_cancel->setFocus();
    m_desk.start({ m_path }, options);
}

void ImportPanel::report(const ImportReport &report)
{
    const ImportCounts &counts = report.counts;
    QStringList parts { tr("%n new samples", nullptr, int(counts.added)), tr("%n series", nullptr, int(counts.series)) };
    if (counts.added > 0 && counts.newest >= counts.oldest)
        parts.append(text::dateTime(counts.oldest) + QStringLiteral(" – ") + text::dateTime(counts.newest));
    m_lines.push_back((report.stopped ? tr("Stopped. What was stored by then stays: ") : tr("Done: "))
        + parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    const auto left = [this](qint64 count, const QString &words) {
        if (count > 0)
            m_lines.push_back(text::count(count) + QLatin1Char(' ') + words);
    };
    left(counts.duplicate, tr("were there already"));
    left(report.repeated, tr("repeat a time of an earlier row and were left out"));
    left(report.badRows, tr("rows were left out; the first: %1").arg(oneLine(report.firstBad, 200)));
    left(counts.refused, tr("samples were refused: their time is none, or a limit on series holds"));
    left(counts.histogramsNotStored, tr("native histograms were not stored"));
    left(counts.problems, tr("parts could not be read:"));
    for (const Error &problem : counts.firstProblems)
        m_lines.push_back(QStringLiteral("  ") + oneLine(text::of(problem), 300));
}

void ImportPanel::end()
{
    QStringList lines;
    for (const QString &line : m_lines)
        lines.append(line);
    stand(Stage::Done, lines.isEmpty() ? tr("Nothing was imported.") : lines.join(QLatin1Char('\n')));
    m_close->setFocus();
}

} // namespace lepto
