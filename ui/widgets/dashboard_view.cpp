#include "ui/widgets/dashboard_view.h"

#include "core/base/text.h"
#include "core/layouts/layout_names.h"
#include "ui/charts/chart_feed.h"
#include "ui/charts/chart_panel.h"
#include "ui/console.h"
#include "ui/desks/layout_desk.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int gridWidth = 24, unitHeight = 26, leastHeight = 150, mostHeight = 420, titleLimit = 120, mostOptions = 500,
              chartLeft = 56;
const QString everything = QStringLiteral("\u2217"); // shown for "all values"

} // namespace

DashboardView::DashboardView(Console &console, TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_time(time)
    , m_feed(new ChartFeed(console, time, this))
    , m_head(new PaneHead)
    , m_back(makeButton(ButtonKind::Normal, QStringLiteral("left")))
    , m_variables(new QWidget)
    , m_variableRow(flatRow(m_variables))
{
    setObjectName(QStringLiteral("dashboardView"));
    setFocusPolicy(Qt::StrongFocus);
    m_back->setObjectName(QStringLiteral("dashboardBack"));
    m_back->setProperty("size", QStringLiteral("small"));
    m_head->addRight(m_back);
    m_variableRow->setContentsMargins(14, 0, 14, 8);
    m_variableRow->setSpacing(8);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_variables);
    column->addWidget(horizontalLine());
    m_column = column;
    connect(m_back, &QPushButton::clicked, this, &DashboardView::left);
    connect(&time, &TimeScale::rangeChanged, this, [this] {
        if (isVisible() && m_askedSpan != m_time.span())
            askAll(); // the steps that $__interval stands for have changed
    });
    say();
}

void DashboardView::say()
{
    m_back->setText(tr("Back to queries"));
    m_head->setTitle(m_layout.title.isEmpty() ? tr("Dashboard") : oneLine(m_layout.title, titleLimit));
    QStringList parts { tr("%n charts", nullptr, panelCount()) };
    if (m_left > 0)
        parts = { tr("showing %1 of %2 charts").arg(panelCount()).arg(panelCount() + m_left) };
    if (!m_layout.notes.empty())
        parts.append(tr("%n not taken over, see below", nullptr, int(m_layout.notes.size())));
    m_head->setMeta(parts.join(QStringLiteral(" · ")));
    setAccessibleName(tr("Dashboard %1").arg(m_head->title()));
}

void DashboardView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void DashboardView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void DashboardView::show(const ExploreLayout &layout)
{
    for (const Panel &panel : m_panels)
        m_feed->drop(panel.chart);
    m_panels.clear();
    m_left = 0;
    delete m_body;
    m_layout = layout;
    makeVariables();
    makeRows();
    say();
    askAll();
}

void DashboardView::makeVariables()
{
    while (QLayoutItem *item = m_variableRow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (std::size_t i = 0; i < m_layout.variables.size(); ++i) {
        const LayoutVariable &variable = m_layout.variables[i];
        if (variable.kind == LayoutVariable::Kind::Datasource || variable.kind == LayoutVariable::Kind::Constant)
            continue;
        const QString name = oneLine(variable.label.isEmpty() ? variable.name : variable.label, 60);
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("variable:") + variable.name);
        box->setAccessibleName(tr("Variable %1").arg(name));
        box->setEditable(variable.kind == LayoutVariable::Kind::Text || variable.options.size() > mostOptions);
        box->setMaximumWidth(220);
        if (variable.kind == LayoutVariable::Kind::Query || !variable.allValue.isEmpty())
            box->addItem(everything + QLatin1Char(' ') + tr("all"), QString());
        for (const QString &option : variable.options.mid(0, mostOptions))
            box->addItem(oneLine(option, 80), option);
        if (box->findData(variable.value) < 0)
            box->addItem(oneLine(variable.value, 80), variable.value);
        box->setCurrentIndex(box->findData(variable.value));
        connect(box, &QComboBox::activated, this, [this, i, box](int) {
            const QVariant value = box->currentData();
            choose(i, value.isValid() ? value.toString() : box->currentText());
        });
        m_variableRow->addWidget(plainLabel(Theme::Type::Caption, "muted", name));
        m_variableRow->addWidget(box);
        ++shown;
    }
    m_variableRow->addStretch(1);
    m_variables->setVisible(shown > 0);
}

void DashboardView::choose(std::size_t variable, const QString &value)
{
    LayoutVariable &chosen = m_layout.variables[variable];
    chosen.value = value;
    chosen.multi = false;
    for (const Panel &panel : m_panels)
        panel.chart->setTitle(oneLine(resolveText(m_layout, panel.source->title, times()), titleLimit));
    askAll();
}

LayoutTimes DashboardView::times() const
{
    return { m_time.from(), m_time.to(), std::max<TimeMs>(15'000, m_time.span() / 400) };
}

void DashboardView::makeRows()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    column->setContentsMargins(0, 0, 8, 12);
    for (const LayoutRow &row : m_layout.rows)
        makeRow(row, column);
    makeNotes(column);
    column->addStretch(1);
    QScrollArea *area = scrolled(content);
    area->setObjectName(QStringLiteral("dashboardScroll"));
    m_body = area;
    m_column->addWidget(m_body, 1);
}

void DashboardView::makeRow(const LayoutRow &row, QVBoxLayout *column)
{
    if (!row.title.isEmpty()) {
        auto *head = new PaneHead;
        head->setTitle(oneLine(resolveText(m_layout, row.title, times()), titleLimit));
        head->setMeta(tr("%n panels", nullptr, int(row.panels.size())));
        column->addWidget(head);
    }
    QHBoxLayout *line = nullptr;
    int used = gridWidth;
    for (const LayoutPanel &panel : row.panels) {
        if (panelCount() >= mostPanels) {
            ++m_left;
            continue;
        }
        const int width = std::clamp(panel.width, 6, gridWidth); // narrower is no chart
        if (used + width > gridWidth) {
            if (line && used < gridWidth)
                line->addStretch(gridWidth - used);
            line = new QHBoxLayout;
            line->setSpacing(8);
            column->addLayout(line);
            used = 0;
        }
        used += width;
        panel.queries.empty() ? addReason(panel, line) : addPanel(panel, line);
    }
    if (line && used < gridWidth)
        line->addStretch(gridWidth - used);
}

void DashboardView::addPanel(const LayoutPanel &panel, QHBoxLayout *line)
{
    auto *chart = new ChartPanel(m_time);
    chart->setFixedHeight(std::clamp(panel.height * unitHeight, leastHeight, mostHeight));
    chart->chart()->setMargins(chartLeft, true);
    chart->chart()->setObjectName(QStringLiteral("dashboardChart%1").arg(panelCount()));
    chart->setTitle(oneLine(resolveText(m_layout, panel.title, times()), titleLimit),
        panel.kind == LayoutPanel::Kind::Chart ? QString() : tr("as lines"));
    if (!panel.description.isEmpty())
        setPlainToolTip(chart->header(), oneLine(panel.description, 400));
    line->addWidget(chart, std::clamp(panel.width, 6, gridWidth));
    m_panels.push_back({ chart, &panel });
}

void DashboardView::addReason(const LayoutPanel &panel, QHBoxLayout *line)
{
    auto *note = new EmptyNote(QStringLiteral("info"));
    QString why = tr("It has no query that can be asked here.");
    for (const LayoutNote &known : m_layout.notes) {
        if (known.where == panel.title)
            why = oneLine(sentenceOf(known), 300);
    }
    note->say(oneLine(panel.title, titleLimit), why);
    note->setMinimumHeight(leastHeight);
    line->addWidget(note, std::clamp(panel.width, 6, gridWidth));
}

void DashboardView::makeNotes(QVBoxLayout *column)
{
    if (m_layout.notes.empty())
        return;
    auto *head = new PaneHead;
    head->setTitle(tr("Not taken over"));
    column->addWidget(horizontalLine());
    column->addWidget(head);
    for (const LayoutNote &note : m_layout.notes) {
        auto *label = wrappedLabel(Theme::Type::Caption, "secondary",
            oneLine(note.where, titleLimit) + QStringLiteral(": ") + oneLine(sentenceOf(note), 400));
        label->setContentsMargins(14, 2, 14, 2);
        column->addWidget(label);
    }
}

QString DashboardView::queryOf(int index) const
{
    const ChartSubject *subject = m_feed->subject(m_panels[std::size_t(index)].chart);
    return subject ? subject->expr : QString();
}

void DashboardView::askAll()
{
    m_askedSpan = m_time.span();
    for (const Panel &panel : m_panels) {
        QStringList parts;
        for (const LayoutQuery &query : panel.source->queries)
            parts.append(resolveExpr(m_layout, query.expr, times()));
        ChartSubject subject;
        // One chart asks one query: several become one vector, told apart by a label of their own.
        for (qsizetype i = 0; parts.size() > 1 && i < parts.size(); ++i)
            parts[i] = QStringLiteral("label_replace(%1, \"query\", \"%2\", \"\", \"\")")
                           .arg(parts[i], QString(QChar(ushort('A' + i % 26))));
        subject.expr = parts.join(QStringLiteral(" or "));
        if (panel.source->unitScale != 1)
            subject.expr = QStringLiteral("(%1) * %2").arg(subject.expr, QString::number(panel.source->unitScale, 'g', 12));
        subject.unit = panel.source->unit;
        subject.expected = false;
        m_feed->watch(panel.chart, std::move(subject));
    }
}

} // namespace lepto
