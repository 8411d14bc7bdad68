#include "ui/pages/quality_page.h"

#include "ui/models/quality_rows.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/series_quality_view.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t pageOfRows = 200;
constexpr int roomyWidth = 1150, progressSteps = 1000;

} // namespace

QualityPage::QualityPage(Console &console, TimeScale &scale, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_scale(scale)
    , m_limit(pageOfRows)
    , m_model(new CellModel(this))
{
    setObjectName(QStringLiteral("qualityPage"));
    auto *column = flatColumn(this);
    column->addWidget(buildHead());
    column->addWidget(horizontalLine());
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildList());
    m_detail = new SeriesQualityView(console, scale);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setSizes({ 800, 560 });
    column->addWidget(m_split, 1);
    auto *key = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_again, &QPushButton::click);
    connect(&scale, &TimeScale::rangeChanged, this, &QualityPage::showHead);
    connect(&scale, &TimeScale::utcChanged, this, &QualityPage::refresh);
    if (QualityDesk *desk = console.quality()) {
        connect(desk, &QualityDesk::progressed, this, [this](double share) { m_progress->setValue(int(share * progressSteps)); });
        connect(&console, &Console::stateChanged, this, &QualityPage::stateChanged);
    }
    refresh();
}

std::vector<Page::Key> QualityPage::pageKeys() const
{
    return { { QStringLiteral("/"), tr("Filter") }, { QStringLiteral("Ctrl Enter"), tr("Survey this range, or stop") },
        { QStringLiteral("J K"), tr("Next and previous row") }, { QStringLiteral("Enter"), tr("The series of a group") } };
}

QWidget *QualityPage::filter() const
{
    return m_filter;
}

QWidget *QualityPage::firstFocus() const
{
    return m_table;
}

void QualityPage::open(const QString &text)
{
    m_by->setCurrent(int(QualityBy::Series));
    m_filter->setText(text);
}

QWidget *QualityPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(12);
    m_sentence = wrappedLabel(Theme::Type::PageTitle, "primary");
    m_sentence->setObjectName(QStringLiteral("qualitySentence"));
    m_meta = wrappedLabel(Theme::Type::Body, "muted");
    m_meta->setObjectName(QStringLiteral("qualityMeta"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_meta);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("qualityProgress"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_again = makeButton(ButtonKind::Normal, QStringLiteral("refresh"));
    m_again->setObjectName(QStringLiteral("qualitySurvey"));
    row->addLayout(texts, 1);
    row->addWidget(m_progress);
    row->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (!m_running)
            survey();
        else if (QualityDesk *desk = m_console.quality())
            desk->stopSurvey();
    });
    words([this] { m_progress->setAccessibleName(tr("Progress of the survey")); });
    return head;
}

QWidget *QualityPage::buildList()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(420);
    auto *column = flatColumn(pane);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("qualityFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(290);
    m_by = new SegmentedButtons(3);
    m_by->setObjectName(QStringLiteral("qualityBy"));
    m_by->setCurrent(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 8);
    bar->setSpacing(8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_by);
    bar->addStretch();
    m_look = new LookBar;
    m_look->setObjectName(QStringLiteral("qualityLook"));
    m_table = new RowTable(m_model);
    m_table->setObjectName(QStringLiteral("qualityTable"));
    m_empty = new EmptyNote(QStringLiteral("quality"));
    m_foot = plainLabel(Theme::Type::Caption, "muted");
    m_foot->setObjectName(QStringLiteral("qualityFoot"));
    m_more = makeButton(ButtonKind::Link);
    m_more->setObjectName(QStringLiteral("qualityMore"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 4, 14, 6);
    foot->setSpacing(12);
    foot->addWidget(m_foot);
    foot->addWidget(m_more);
    foot->addStretch();
    column->addLayout(bar);
    column->addWidget(horizontalLine());
    column->addWidget(m_look);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(foot);
    const auto fresh = [this] {
        m_limit = pageOfRows;
        showRows();
    };
    connect(m_filter, &QLineEdit::textChanged, this, fresh);
    connect(m_by, &SegmentedButtons::chosen, this, fresh);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += pageOfRows;
        showRows();
    });
    connect(m_table, &RowTable::keyChanged, this, &QualityPage::showDetail);
    connect(m_table, &RowTable::activatedKey, this, &QualityPage::openGroup);
    connect(m_look, &LookBar::acted, this, &QualityPage::survey);
    words([this] {
        m_table->setAccessibleName(tr("Quality of the series, the worst first"));
        m_filter->setPlaceholderText(tr("Metric or label"));
        m_filter->setAccessibleName(tr("Filter of the series"));
        m_by->setTexts({ tr("Series"), tr("By metric"), tr("By source") });
    });
    return pane;
}

void QualityPage::refresh()
{
    showHead();
    showRows();
    m_detail->retranslate();
}

void QualityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_survey && !m_running)
        survey();
}

void QualityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const auto way = width() > roomyWidth ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == way)
        return;
    m_split->setOrientation(way);
    m_split->setSizes(way == Qt::Horizontal ? QList<int> { 800, 560 } : QList<int> { 260, 340 });
}

void QualityPage::stateChanged()
{
    const ConsoleState &state = m_console.state();
    const bool other = std::exchange(m_bundle, state.bundle) != state.bundle;
    const bool opened = !m_wrong.isEmpty() && state.store.series > 0 && !std::exchange(m_retried, true); // it was asked too early
    if (other)
        m_survey.reset();
    if ((other || opened) && isVisible())
        survey();
}

bool QualityPage::rangeMoved() const
{
    return m_survey && (m_scale.live() != m_live || m_scale.span() != m_span || (!m_live && m_scale.from() != m_from));
}

void QualityPage::survey()
{
    QualityDesk *desk = m_console.quality();
    if (!desk)
        return;
    m_live = m_scale.live();
    m_span = m_scale.span();
    m_from = m_scale.from();
    m_to = std::min(m_scale.to(), m_scale.now());
    m_running = true;
    m_wrong.clear();
    m_progress->setValue(0);
    showHead();
    desk->survey(m_from, m_to, this, [this, from = m_from, to = m_to](Result<QualityDesk::Survey> survey) {
        if (from == m_from && to == m_to) // else a newer survey runs
            receive(std::move(survey));
    });
}

void QualityPage::receive(Result<QualityDesk::Survey> survey)
{
    m_running = false;
    const bool stopped = !survey && survey.error().code == ErrorCode::Cancelled;
    if (survey)
        m_survey = *survey;
    m_wrong = survey || stopped ? QString() : text::of(survey.error());
    refresh();
}

void QualityPage::showHead()
{
    const bool none = !m_console.quality();
    m_progress->setVisible(m_running);
    m_again->setVisible(!none);
    m_again->setText(m_running ? tr("Stop") : tr("Survey this range"));
    m_again->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_sentence->setText(none ? tr("Data quality") : m_survey ? qualitySentence(*m_survey) : m_running ? tr("Reading every series…") : tr("Not surveyed yet"));
    QString meta;
    if (m_survey) {
        const QualityCounts counts = countQuality(*m_survey);
        meta = tr("%1 to %2", "range of time").arg(text::dateTime(m_from, m_scale.utc()), text::dateTime(m_to, m_scale.utc()));
        if (counts.unjudged > 0)
            meta += QStringLiteral(" · ") + tr("%1 too short to judge").arg(text::count(counts.unjudged));
        if (m_survey->capped)
            meta += QStringLiteral(" · ") + tr("only the first %1 of %2 stored series were read").arg(text::count(qint64(m_survey->series.size())), text::count(m_survey->stored));
    }
    m_meta->setText(meta);
    m_meta->setVisible(!meta.isEmpty());
    if (!m_wrong.isEmpty())
        m_look->show(PanelLook::Error, tr("The series cannot be read"), m_wrong, tr("Try again"));
    else if (m_running && m_survey)
        m_look->show(PanelLook::Loading, tr("Reading every series…"), tr("What you see is the survey before."));
    else if (rangeMoved())
        m_look->show(PanelLook::Stale, tr("The time bar shows another range than this survey."), {}, tr("Survey this range"));
    else
        m_look->show(PanelLook::Good);
}

void QualityPage::showRows()
{
    const auto by = QualityBy(std::max(0, m_by->current()));
    std::size_t fitting = 0;
    std::vector<CellModel::Row> rows;
    if (m_survey)
        rows = by == QualityBy::Series ? seriesRows(*m_survey, m_filter->text().trimmed(), m_limit, fitting)
                                       : groupRows(*m_survey, by, m_filter->text().trimmed(), m_limit, fitting);
    const std::size_t shown = rows.size();
    m_model->setColumns(qualityColumns(by));
    m_model->setRows(std::move(rows));
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    const bool none = !m_console.quality();
    m_empty->say(none ? tr("This console has no history to judge") : !m_survey ? tr("No survey yet")
            : m_survey->series.empty()                       ? tr("No series has samples in this range")
                                                             : tr("No series fits the filter"));
    m_foot->setText(shown == 0 ? QString() : tr("Showing %1 of %2").arg(text::count(qint64(shown)), text::count(qint64(fitting))));
    m_more->setVisible(shown < fitting);
    m_more->setText(tr("Show %1 more").arg(std::min(pageOfRows, fitting - shown)));
    if (shown > 0)
        m_table->selectKey(m_table->currentKey().isEmpty() ? m_model->keyOf(0) : m_table->currentKey());
    showDetail();
}

void QualityPage::showDetail()
{
    const bool single = m_by->current() <= 0;
    const SurveyedSeries *row = nullptr;
    if (m_survey && single) {
        const auto id = m_table->currentKey().toLongLong();
        const auto found = std::ranges::find_if(m_survey->series, [id](const SurveyedSeries &s) { return qint64(s.series.id) == id; });
        row = found == m_survey->series.end() ? nullptr : &*found;
    }
    m_detail->show(row, m_from, m_to);
}

/// From a group to its series.
void QualityPage::openGroup(const QString &name)
{
    if (m_by->current() > 0 && !name.isEmpty())
        open(name);
}

} // namespace lepto
