#include "ui/charts/chart_panel.h"

#include "core/base/text.h"
#include "ui/charts/chart_table.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs staleFloor = 15'000;

QString csvField(QString text)
{
    static const QString risky = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && risky.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

ChartPanel::ChartPanel(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_header(new ChartHeader(this))
    , m_valueRow(new QWidget(this))
    , m_chart(new TimeChart(time, this))
    , m_retry(makeButton(ButtonKind::Normal, QStringLiteral("refresh")))
{
    m_number = plainLabel(Theme::Type::LiveValue, "primary");
    m_unit = plainLabel(Theme::Type::Body, "secondary");
    m_note = new ElidedLabel(Theme::Type::Caption, "muted");
    auto *row = new QHBoxLayout(m_valueRow);
    row->setContentsMargins(14, 0, 14, 2);
    row->setSpacing(6);
    // Three sizes on one base line.
    const int descent = QFontMetrics(m_number->font()).descent();
    for (QLabel *label : std::initializer_list<QLabel *> { m_number, m_unit, m_note }) {
        label->setContentsMargins(0, 0, 0, descent - QFontMetrics(label->font()).descent());
        row->addWidget(label, label == m_note ? 1 : 0, Qt::AlignBottom);
    }
    m_valueRow->hide();
    m_retry->setParent(this);
    m_retry->setText(tr("Retry"));
    m_retry->setProperty("size", QStringLiteral("small"));
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &ChartPanel::retryAsked);
    connect(m_chart, &TimeChart::tableAsked, this, &ChartPanel::showTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_valueRow);
    column->addWidget(m_chart, 1);
}

void ChartPanel::setTitle(const QString &title, const QString &meta)
{
    m_header->setTitle(title, meta);
    describe();
}

void ChartPanel::setLiveValue(const QString &number, const QString &unit, const QString &note)
{
    m_valueRow->setVisible(!number.isEmpty());
    m_number->setText(number);
    m_unit->setText(unit);
    m_note->setText(note);
}

void ChartPanel::setContent(const ChartContent &content)
{
    m_newest = m_interval = 0;
    std::int64_t reduced = 1;
    std::vector<ChartHeader::Entry> legend;
    for (const ChartLine &line : content.lines) {
        if (!line.data.columns.empty())
            m_newest = std::max(m_newest, line.data.columns.back().t);
        m_interval = std::max(m_interval, line.data.interval);
        reduced = std::max(reduced, line.data.reduced);
        if (content.lines.size() > 1 && line.visible)
            legend.push_back({ line.slot, line.name });
    }
    m_header->setLegend(std::move(legend));
    m_header->setReduction(reduced > 1 ? tr("min/max 1:%1").arg(reduced) : QString());
    m_chart->setContent(content);
    describe();
}

void ChartPanel::setPanelLook(PanelLook look, const QString &words, const QString &detail)
{
    m_chart->setPanelLook(look, words, detail);
    m_retry->setVisible(look == PanelLook::Error);
    m_retry->raise();
    if (look != PanelLook::Partial && look != PanelLook::Offline)
        m_header->setChip(MarkCode::None, {});
    else
        m_header->setChip(look == PanelLook::Partial ? MarkCode::Warning : MarkCode::NoData, words);
    describe();
}

void ChartPanel::tick(TimeMs now, bool live)
{
    const PanelLook look = m_chart->panelLook();
    if (m_newest == 0 || !live || look == PanelLook::Empty || look == PanelLook::Error)
        return m_header->setAge({}, false);
    // A column is named by its start; its last sample may be up to one column younger.
    const TimeMs inside
        = m_sampleAt > m_newest ? m_sampleAt - m_newest : std::max<TimeMs>(0, m_chart->columnWidth() - m_interval);
    const TimeMs age = std::max<TimeMs>(0, now - m_newest - inside);
    const TimeMs limit = std::max(staleFloor, m_interval * 3);
    m_header->setAge(text::duration(std::max<TimeMs>(age, 1000)), age > limit);
    if (age > limit && look == PanelLook::Good)
        m_chart->setPanelLook(PanelLook::Stale);
    else if (age <= limit && look == PanelLook::Stale)
        m_chart->setPanelLook(PanelLook::Good);
}

void ChartPanel::describe()
{
    const ChartContent &content = m_chart->content();
    QStringList parts { m_header->title() };
    for (const ChartLine &line : content.lines) {
        if (!line.data.columns.empty() && parts.size() < 8)
            parts.append(line.name + QLatin1Char(' ') + text::value(line.data.columns.back().last, content.unit));
    }
    if (!content.anomalies.empty())
        parts.append(tr("%n anomalies in view", nullptr, int(content.anomalies.size())));
    m_chart->setAccessibleName(parts.join(QLatin1String(", ")));
    m_chart->setAccessibleDescription(
        tr("Chart. Arrow keys move the crosshair, L labels, Ctrl+Shift+T shows the values as a table"));
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QSize size = m_retry->sizeHint();
    m_retry->setGeometry(width() - size.width() - 12, 2, size.width(), size.height());
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_retry->setText(tr("Retry"));
        describe();
    }
    QWidget::changeEvent(event);
}

void ChartPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy picture"), this, &ChartPanel::copyPicture);
    menu->addAction(tr("Copy values as CSV"), this, &ChartPanel::copyCsv);
    menu->addAction(tr("Show as table"), this, &ChartPanel::showTable);
    menu->addSeparator();
    menu->addAction(tr("Zoom out"), this, [this] { m_time.zoom(0.5); });
    menu->addAction(tr("Default range"), this, [this] { m_time.reset(); });
    menu->popup(event->globalPos());
}

void ChartPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return showTable();
    if (event->matches(QKeySequence::Copy))
        return copyCsv();
    QWidget::keyPressEvent(event);
}

void ChartPanel::copyPicture() const
{
    QGuiApplication::clipboard()->setPixmap(const_cast<ChartPanel *>(this)->grab());
}

void ChartPanel::copyCsv() const
{
    QGuiApplication::clipboard()->setText(chartCsv(m_chart->content()));
}

void ChartPanel::showTable()
{
    auto *table = new ChartTable(m_time, window());
    table->setAttribute(Qt::WA_DeleteOnClose);
    table->setWindowTitle(m_header->title());
    table->setContent(m_chart->content());
    table->show();
}

QString chartCsv(const ChartContent &content)
{
    QString csv = QStringLiteral("time,series,min,max,last\r\n");
    for (const ChartLine &line : content.lines) {
        for (const Column &column : line.data.columns) {
            csv += QDateTime::fromMSecsSinceEpoch(column.t, Qt::UTC).toString(Qt::ISODateWithMs) + QLatin1Char(',')
                + csvField(line.name) + QLatin1Char(',') + QString::number(column.min, 'g', 17) + QLatin1Char(',')
                + QString::number(column.max, 'g', 17) + QLatin1Char(',') + QString::number(column.last, 'g', 17)
                + QLatin1String("\r\n");
        }
    }
    return csv;
}

} // namespace lepto
