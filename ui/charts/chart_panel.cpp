#include "ui/charts/chart_panel.h"

#include "core/base/text.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_menu.h"
#include "ui/charts/chart_table.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs staleFloor = 15'000;
constexpr int moreWidth = 22; ///< logical pixels

} // namespace

ChartPanel::ChartPanel(TimeScale &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_header(new ChartHeader(this))
    , m_valueRow(new QWidget(this))
    , m_chart(new TimeChart(time, this))
    , m_legend(new ChartLegend(this))
    , m_retry(makeButton(ButtonKind::Normal, QStringLiteral("refresh")))
    , m_more(makeIconButton(QStringLiteral("more")))
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
    m_retry->setProperty("size", QStringLiteral("small"));
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &ChartPanel::retryAsked);
    m_more->setParent(this);
    m_more->setObjectName(QStringLiteral("chartMore"));
    m_header->setRightRoom(moreWidth);
    m_legend->hide();
    connect(m_more, &QPushButton::clicked, this, [this] { openMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_legend, &ChartLegend::isolateAsked, this, &ChartPanel::isolate);
    connect(m_legend, &ChartLegend::toggleAsked, this, &ChartPanel::toggle);
    connect(m_chart, &TimeChart::tableAsked, this, &ChartPanel::showTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_valueRow);
    column->addWidget(m_chart, 1);
    column->addWidget(m_legend);
    say();
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
    for (const ChartLine &line : content.lines) {
        if (line.shift > 0)
            continue;
        if (!line.data.columns.empty())
            m_newest = std::max(m_newest, line.data.columns.back().t);
        m_interval = std::max(m_interval, line.data.interval);
        reduced = std::max(reduced, line.data.reduced);
    }
    m_header->setReduction(reduced > 1 ? tr("min/max 1:%1").arg(reduced) : QString());
    showContent(content);
}

void ChartPanel::showContent(ChartContent content)
{
    content.view = m_view;
    std::vector<ChartHeader::Entry> legend;
    for (ChartLine &line : content.lines) {
        line.visible = m_hidden.isEmpty() || !m_hidden.contains(lineKey(line));
        if (content.lines.size() > 1 && line.visible && !m_view.legend)
            legend.push_back({ line.slot, line.name });
    }
    m_header->setLegend(std::move(legend));
    m_chart->setContent(content);
    showLegend();
    describe();
}

void ChartPanel::showLegend()
{
    const bool shown = m_view.legend && !m_chart->content().lines.empty();
    if (shown)
        m_legend->show(m_chart->content(), m_chart->from(), m_chart->to());
    m_legend->setVisible(shown);
}

void ChartPanel::setView(const ChartView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    showContent(m_chart->content());
    Q_EMIT viewChanged();
}

void ChartPanel::isolate(const QString &key)
{
    QSet<QString> others;
    for (const ChartLine &line : m_chart->content().lines) {
        if (lineKey(line) != key)
            others.insert(lineKey(line));
    }
    m_hidden = m_hidden == others ? QSet<QString>() : others;
    showContent(m_chart->content());
}

void ChartPanel::toggle(const QString &key)
{
    if (!m_hidden.remove(key))
        m_hidden.insert(key);
    showContent(m_chart->content());
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
    describe();
}

/// "title, value, expected, state, age" of the newest sample of up to three series.
void ChartPanel::describe()
{
    constexpr int most = 3;
    const ChartContent &content = m_chart->content();
    QStringList parts { oneLine(m_header->title(), 200) };
    if (content.lines.size() > most)
        parts.append(tr("%n series", nullptr, int(content.lines.size())));
    int said = 0;
    for (const ChartLine &line : content.lines) {
        if (!line.visible || line.data.columns.empty() || said++ == most)
            continue;
        parts.append(oneLine(line.name, 100) + QLatin1Char(' ') + text::value(line.data.columns.back().last, content.unit));
        if (!line.expected.empty())
            parts.append(tr("expected %1 to %2")
                             .arg(text::value(line.expected.back().lower, content.unit),
                                 text::value(line.expected.back().upper, content.unit)));
    }
    if (const QString state = spokenState(); !state.isEmpty())
        parts.append(state);
    if (!m_header->age().isEmpty())
        parts.append(tr("%1 old").arg(m_header->age()));
    m_chart->setAccessibleName(parts.join(QLatin1String(", ")));
}

void ChartPanel::say()
{
    m_retry->setText(tr("Retry"));
    setIconWords(m_more, tr("Menu of the chart"));
    m_chart->setAccessibleDescription(tr("Chart. Arrow keys move the crosshair, L labels, C goes to the next change, "
                                         "Ctrl+Shift+T shows the values as a table"));
    describe();
}

QString ChartPanel::spokenState() const
{
    switch (m_chart->panelLook()) {
    case PanelLook::Empty:
    case PanelLook::Error:
    case PanelLook::NotAllowed:
        return m_chart->words();
    case PanelLook::Loading:
        return tr("loading");
    case PanelLook::Stale:
        return tr("stale");
    case PanelLook::Partial:
        return m_chart->words().isEmpty() ? tr("incomplete") : m_chart->words();
    case PanelLook::Offline:
        return tr("from a bundle");
    case PanelLook::Good:
        break;
    }
    const std::size_t anomalies = m_chart->content().anomalies.size();
    return anomalies > 0 ? tr("%n anomalies in view", nullptr, int(anomalies)) : QString();
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QSize size = m_retry->sizeHint();
    m_retry->setGeometry(width() - size.width() - 12 - moreWidth, 2, size.width(), size.height());
    m_more->setGeometry(width() - moreWidth - 6, 2, 24, 24);
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void ChartPanel::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->globalPos());
}

void ChartPanel::openMenu(const QPoint &at)
{
    ChartMenu::make(*this, m_time)->popup(at);
}

void ChartPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return showTable();
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyPicture();
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::AltModifier))
        return copySvg();
    if (event->matches(QKeySequence::Copy))
        return copyCsv();
    QWidget::keyPressEvent(event);
}

void ChartPanel::copyPicture() const
{
    QGuiApplication::clipboard()->setPixmap(const_cast<ChartPanel *>(this)->grab());
}

void ChartPanel::copySvg() const
{
    const QByteArray svg = m_chart->svg(oneLine(m_header->title(), 200));
    auto *copy = new QMimeData; // the clipboard takes it
    copy->setData(QStringLiteral("image/svg+xml"), svg);
    copy->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(copy);
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

} // namespace lepto
