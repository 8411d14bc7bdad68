#include "ui/widgets/series_quality_view.h"

#include "core/base/text.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/quality_rows.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int chartHeight = 220, chartLeft = 56, columnsAsked = 1000, windowSamples = 5, mostRows = 20;
constexpr TimeMs halfLife = 60'000;
constexpr SeriesView views[] { SeriesView::Hampel, SeriesView::Counter, SeriesView::Median, SeriesView::Ewma, SeriesView::BaseUnit };

} // namespace

SeriesQualityView::SeriesQualityView(Console &console, TimeScale &scale, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_scale(scale)
    , m_head(new PaneHead)
    , m_empty(new EmptyNote(QStringLiteral("quality")))
    , m_changeModel(new CellModel(this))
    , m_gapModel(new CellModel(this))
{
    setObjectName(QStringLiteral("seriesQuality"));
    setMinimumWidth(360);
    m_head->setFixedHeight(44);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(horizontalLine());
    m_body = scrolled(buildBody());
    column->addWidget(m_body, 1);
    column->addWidget(m_empty, 1);
    connect(m_view, &QComboBox::activated, this, &SeriesQualityView::ask);
    connect(m_chart, &ChartPanel::retryAsked, this, &SeriesQualityView::ask);
    connect(&scale, &TimeScale::utcChanged, this, &SeriesQualityView::showDetail);
    retranslate();
}

QWidget *SeriesQualityView::buildBody()
{
    auto *body = new QWidget;
    auto *column = flatColumn(body);
    m_reasons = new KeyValues;
    m_facts = new KeyValues;
    m_viewLabel = plainLabel(Theme::Type::Body, "muted");
    m_view = new QComboBox;
    m_view->setObjectName(QStringLiteral("qualityView"));
    for (const SeriesView view : views)
        m_view->addItem({}, int(view));
    m_change = wrappedLabel(Theme::Type::Body, "secondary");
    m_change->setObjectName(QStringLiteral("qualityChange"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 10, 14, 6);
    bar->setSpacing(8);
    bar->addWidget(m_viewLabel);
    bar->addWidget(m_view);
    bar->addWidget(m_change, 1);
    m_chart = new ChartPanel(m_scale);
    m_chart->setObjectName(QStringLiteral("qualityChart"));
    m_chart->setFixedHeight(chartHeight);
    m_chart->chart()->setMargins(chartLeft, true);
    m_changesHead = new PaneHead;
    m_changes = new RowTable(m_changeModel);
    m_changes->setObjectName(QStringLiteral("qualityChanges"));
    m_gapsHead = new PaneHead;
    m_gaps = new RowTable(m_gapModel);
    m_gaps->setObjectName(QStringLiteral("qualityGaps"));
    for (RowTable *table : { m_changes, m_gaps })
        table->setSelectable(false);
    for (QWidget *part : std::initializer_list<QWidget *> { m_reasons, m_facts, horizontalLine() })
        column->addWidget(part);
    column->addLayout(bar);
    for (QWidget *part : std::initializer_list<QWidget *> { m_chart, m_changesHead, m_changes, m_gapsHead, m_gaps })
        column->addWidget(part);
    column->addStretch();
    return body;
}

void SeriesQualityView::retranslate()
{
    const QString names[] { tr("Lone outliers replaced"), tr("Counter without resets"), tr("Running median"), tr("Smoothed, one minute"), tr("In the base unit") };
    for (int i = 0; i < int(std::size(names)); ++i)
        m_view->setItemText(i, names[i]);
    m_view->setAccessibleName(tr("Cleaned view"));
    m_viewLabel->setText(tr("Cleaned as"));
    m_changes->setAccessibleName(tr("What cleaning would change"));
    m_changeModel->setColumns({ { tr("Time"), -2 }, { tr("Stored"), 110, true }, { tr("Cleaned"), 110, true } });
    m_gaps->setAccessibleName(tr("Gaps"));
    m_gapModel->setColumns({ { tr("Last sample"), -2 }, { tr("Next sample"), -2 }, { tr("Missing for"), 110, true } });
    m_empty->say(tr("Choose a series"), tr("Its values as stored and as cleaned, and its gaps, appear here."));
    showFacts();
    showDetail();
}

SeriesView SeriesQualityView::view() const
{
    return SeriesView(m_view->currentData().toInt());
}

QString SeriesQualityView::time(TimeMs at) const
{
    return text::day(at, m_scale.utc()) + QLatin1Char(' ') + text::time(at, m_scale.utc());
}

void SeriesQualityView::show(const SurveyedSeries *row, TimeMs from, TimeMs to)
{
    const bool same = row && m_row && row->series.id == m_row->series.id && m_from == from && m_to == to;
    if (same)
        return;
    m_row = row ? std::optional(*row) : std::nullopt;
    m_from = from;
    m_to = to;
    m_detail.reset();
    m_wrong.clear();
    if (row)
        m_view->setCurrentIndex(m_view->findData(int(viewFor(*row))));
    showFacts();
    showDetail();
    ask();
}

void SeriesQualityView::ask()
{
    QualityDesk *desk = m_console.quality();
    const quint64 serial = ++m_serial;
    if (!m_row || !desk)
        return;
    m_chart->setPanelLook(PanelLook::Loading);
    DetailRequest request { m_row->series, m_from, m_to, m_row->quality.interval, view(), windowSamples, columnsAsked };
    if (request.view == SeriesView::Ewma)
        request.window = halfLife;
    desk->detail(request, this, [this, serial](const Result<SeriesDetail> &detail) {
        if (serial == m_serial)
            receive(detail);
    });
}

void SeriesQualityView::receive(const Result<SeriesDetail> &detail)
{
    m_detail = detail ? std::optional(*detail) : std::nullopt;
    m_wrong = detail ? QString() : text::of(detail.error());
    showDetail();
}

void SeriesQualityView::showFacts()
{
    m_body->setVisible(m_row.has_value());
    m_empty->setVisible(!m_row);
    m_head->setTitle(m_row ? oneLine(qstr(m_row->series.labels.name()), 80) : tr("Series"));
    m_head->setMeta(m_row ? oneLine(qstr(m_row->series.labels.text()), 300) : QString());
    if (!m_row)
        return;
    const ml::SeriesQuality &quality = m_row->quality;
    std::vector<KeyValues::Row> reasons;
    for (const ml::QualityReason &reason : quality.reasons) {
        const QString points = tr("−%1 points").arg(text::number(reason.penalty, 2));
        reasons.push_back({ flawWords(reason, quality), reason.firstAt ? tr("%1, first at %2").arg(points, time(reason.firstAt)) : points, false, "secondary",
            reason.penalty >= 20 ? MarkCode::Critical : reason.penalty >= 5 ? MarkCode::Warning : MarkCode::Info });
    }
    if (quality.judged && reasons.empty())
        reasons.push_back({ tr("Nothing to find fault with"), {}, false, "secondary", MarkCode::Ok });
    else if (!quality.judged)
        reasons.push_back({ tr("Too short to judge"), {}, false, "secondary", MarkCode::NoData });
    m_reasons->setRows(reasons);
    const QString unknown = QStringLiteral("–");
    m_facts->setRows({ { tr("Score"), quality.judged ? tr("%1 of 100").arg(text::number(quality.score)) : unknown, true },
        { tr("Samples"), text::count(quality.samples), true },
        { tr("Came of those due"), quality.judged ? text::value(quality.coverage, QStringLiteral("ratio")) : unknown, true },
        { tr("Usual spacing"), quality.interval > 0 ? text::duration(quality.interval) : unknown, true },
        { tr("Unit by its name"), m_row->unit ? qstr(m_row->unit->unit) : tr("not said"), false } });
}

void SeriesQualityView::showDetail()
{
    ChartContent content;
    content.unit = m_row ? seriesUnit(m_row->series.labels) : QString();
    content.now = m_scale.now();
    std::vector<CellModel::Row> changes, gaps;
    if (m_detail) {
        content.lines.push_back({ m_row->series.labels, tr("stored"), 0, true, m_detail->stored, {}, {} });
        if (m_detail->changed > 0)
            content.lines.push_back({ m_row->series.labels, tr("cleaned"), 1, true, m_detail->shown, {}, {} });
        for (const ViewedSample &sample : m_detail->changes)
            changes.push_back({ QString::number(sample.t), { Cell { .text = time(sample.t), .mono = true },
                { .text = text::value(sample.stored, content.unit), .mono = true, .right = true }, { .text = text::value(sample.shown, content.unit), .mono = true, .right = true } } });
        for (const SeriesGap &gap : m_detail->gaps)
            gaps.push_back({ QString::number(gap.from), { Cell { .text = time(gap.from), .mono = true },
                { .text = gap.to == m_to ? tr("none until the end") : time(gap.to), .mono = gap.to != m_to }, { .text = text::duration(gap.to - gap.from), .mono = true, .right = true } } });
    }
    changes.resize(std::min<std::size_t>(changes.size(), mostRows));
    gaps.resize(std::min<std::size_t>(gaps.size(), mostRows));
    m_chart->setTitle(tr("As stored and as cleaned"), m_detail ? tr("%1 samples").arg(text::count(m_detail->samples)) : QString());
    m_chart->chart()->setOwnRange(m_from, m_to);
    m_chart->setContent(content);
    if (!m_wrong.isEmpty())
        m_chart->setPanelLook(PanelLook::Error, tr("This view cannot be shown"), m_wrong);
    else if (m_detail)
        m_chart->setPanelLook(m_detail->stored.columns.empty() ? PanelLook::Empty : PanelLook::Good, tr("No value to draw"));
    m_change->setText(!m_detail ? QString() : m_detail->changed == 0 ? tr("Nothing would change") : tr("%1 of %2 samples would change; what is stored stays as it came").arg(text::count(m_detail->changed), text::count(m_detail->samples)));
    const auto list = [this](PaneHead *head, RowTable *table, CellModel *model, const QString &title, qint64 all, std::vector<CellModel::Row> rows) {
        const auto shown = qint64(rows.size());
        head->setTitle(title);
        head->setMeta(shown < all ? tr("showing %1 of %2").arg(shown).arg(text::count(all)) : text::count(all));
        head->setVisible(shown > 0);
        table->setVisible(shown > 0);
        model->setRows(std::move(rows));
        table->fitHeight();
    };
    list(m_changesHead, m_changes, m_changeModel, tr("What cleaning would change"), m_detail ? m_detail->changed : 0, std::move(changes));
    list(m_gapsHead, m_gaps, m_gapModel, tr("Gaps, the longest first"), m_detail ? m_detail->gapCount : 0, std::move(gaps));
}

} // namespace lepto
