#include "ui/widgets/query_row.h"

#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/query_edit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int badgeSide = 18, badgeLeft = 12, restMs = 450, roomForCost = 580;
constexpr const char *slotTokens[] = { "chart.1", "chart.2", "chart.3", "chart.4", "chart.5", "chart.6", "chart.7", "chart.8" };

} // namespace

QueryRow::QueryRow(int slot, QWidget *parent)
    : QWidget(parent)
    , m_slot(slot)
    , m_edit(new QueryEdit)
    , m_cost(plainLabel(Theme::Type::Caption, "muted"))
    , m_error(wrappedLabel(Theme::Type::Caption, "critical"))
    , m_run(makeButton(ButtonKind::Normal))
    , m_eye(makeIconButton(QStringLiteral("eye")))
    , m_menu(makeIconButton(QStringLiteral("more")))
    , m_rest(new QTimer(this))
{
    m_edit->setObjectName(QStringLiteral("queryEdit") + letter());
    m_error->setObjectName(QStringLiteral("queryError") + letter());
    m_cost->setObjectName(QStringLiteral("queryCost") + letter());
    m_run->setObjectName(QStringLiteral("queryRun") + letter());
    m_error->setContentsMargins(badgeLeft + badgeSide + 14, 0, 14, 6);
    m_error->hide();
    m_run->setProperty("size", QStringLiteral("small"));
    m_eye->setCheckable(true);
    m_eye->setChecked(true);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(badgeLeft + badgeSide + 8, 2, 8, 2);
    line->setSpacing(6);
    line->addWidget(m_edit, 1);
    line->addWidget(m_cost);
    for (QPushButton *button : { m_run, m_eye, m_menu })
        line->addWidget(button, 0, Qt::AlignTop);
    auto *column = flatColumn(this);
    column->addLayout(line);
    column->addWidget(m_error);
    column->addWidget(horizontalLine());
    connect(m_edit, &QueryEdit::runAsked, this, &QueryRow::runAsked);
    connect(m_edit, &QueryEdit::duplicateAsked, this, &QueryRow::duplicateAsked);
    connect(m_edit, &QueryEdit::explainAsked, this, &QueryRow::explainAsked);
    connect(m_edit, &QueryEdit::historyAsked, this, &QueryRow::historyAsked);
    connect(m_edit, &QueryEdit::moveAsked, this, &QueryRow::moveAsked);
    connect(m_edit, &QueryEdit::formatAsked, this, &QueryRow::format);
    connect(m_edit, &QueryEdit::textChanged, m_rest, qOverload<>(&QTimer::start));
    connect(m_rest, &QTimer::timeout, this, [this] {
        if (checkText() && !m_edit->query().isEmpty())
            Q_EMIT wellFormed();
    });
    connect(m_run, &QPushButton::clicked, this, [this] { m_running ? Q_EMIT cancelAsked() : Q_EMIT runAsked(); });
    connect(m_eye, &QPushButton::toggled, this, &QueryRow::shownChanged);
    connect(m_menu, &QPushButton::clicked, this, &QueryRow::openMenu);
    say();
}

QString QueryRow::letter() const
{
    return QChar(ushort('A' + m_slot % 26));
}

bool QueryRow::shown() const
{
    return m_eye->isChecked();
}

void QueryRow::say()
{
    m_edit->setAccessibleName(tr("Query %1, PromQL").arg(letter()));
    m_edit->setPlaceholderText(tr("PromQL, for example rate(node_cpu_seconds_total[5m])"));
    setIconWords(m_eye, tr("Show or hide query %1").arg(letter()));
    setIconWords(m_menu, tr("More for query %1").arg(letter()));
    sayRun();
}

void QueryRow::sayRun()
{
    m_run->setText(m_running ? tr("Cancel") : tr("Run"));
    m_run->setAccessibleName((m_running ? tr("Cancel query %1") : tr("Run query %1")).arg(letter()));
    m_run->setToolTip(m_running ? QString() : tr("Run (Enter)"));
}

void QueryRow::openMenu()
{
    QMenu menu(this);
    const auto add = [&](const QString &text, const QString &keys, bool enabled, auto act) {
        QAction *action = menu.addAction(keys.isEmpty() ? text : text + QLatin1Char('\t') + keys);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Explain"), QStringLiteral("Ctrl+I"), true, [this] { Q_EMIT explainAsked(); });
    add(tr("Lay out"), QStringLiteral("Ctrl+Shift+F"), true, [this] { format(); });
    add(tr("Earlier queries"), QStringLiteral("Ctrl+R"), true, [this] { Q_EMIT historyAsked(); });
    menu.addSeparator();
    add(tr("Duplicate"), QStringLiteral("Ctrl+D"), true, [this] { Q_EMIT duplicateAsked(); });
    add(tr("Move up"), QStringLiteral("Alt+Up"), !m_first, [this] { Q_EMIT moveAsked(-1); });
    add(tr("Move down"), QStringLiteral("Alt+Down"), !m_last, [this] { Q_EMIT moveAsked(1); });
    menu.addSeparator();
    add(tr("Remove"), {}, !(m_first && m_last), [this] { Q_EMIT removeAsked(); });
    menu.exec(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

void QueryRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void QueryRow::setRunning()
{
    m_running = true;
    m_ran = m_edit->query();
    m_cost->setText(tr("asking"));
    sayRun();
}

void QueryRow::setIdle()
{
    m_running = false;
    m_cost->clear();
    showFaults({});
    sayRun();
}

void QueryRow::setCancelled()
{
    setIdle();
    m_cost->setText(tr("cancelled"));
}

void QueryRow::setAnswer(const QString &error, qint64 tookMs, int series)
{
    m_running = false;
    sayRun();
    if (m_edit->query() != m_ran)
        return; // another text stands here by now
    m_cost->setText(error.isEmpty()
            ? tr("%n series", nullptr, series) + QStringLiteral(" · ") + text::duration(std::max<qint64>(tookMs, 1))
            : QString());
    std::vector<QueryFault> faults = error.isEmpty() ? std::vector<QueryFault>() : faultsOf(m_edit->toPlainText());
    if (faults.empty() && !error.isEmpty())
        faults.push_back({ {}, error }); // well formed, and yet refused: there is no place to show
    showFaults(faults);
}

void QueryRow::setEstimate(const promql::Estimate &estimate)
{
    if (m_running || !m_error->isHidden())
        return;
    const QString series = (estimate.capped ? QStringLiteral("> ") : QString()) + text::compact(double(estimate.series));
    m_cost->setText(estimate.series == 0 ? tr("no such series")
                                         : tr("est. %1 series, %2 samples").arg(series, text::compact(double(estimate.samples))));
}

bool QueryRow::checkText()
{
    const std::vector<QueryFault> faults = faultsOf(m_edit->toPlainText());
    showFaults(faults);
    if (!m_running)
        m_cost->clear();
    return faults.empty();
}

void QueryRow::format()
{
    const QString laidOut = formattedQuery(m_edit->query());
    if (laidOut != m_edit->toPlainText())
        m_edit->replaceQuery(laidOut);
}

void QueryRow::showFaults(const std::vector<QueryFault> &faults)
{
    std::vector<QueryFault> placed = faults;
    std::erase_if(placed, [](const QueryFault &fault) { return fault.span.at == 0 && fault.span.end == 0; });
    m_edit->setFaults(placed);
    QString words;
    if (!faults.empty()) {
        const QueryFault &first = faults.front();
        words = placed.empty() ? first.words : tr("Column %1: %2").arg(first.span.at + 1).arg(first.words);
        if (faults.size() > 1)
            words += QStringLiteral(" · ") + tr("%n more", nullptr, int(faults.size()) - 1);
    }
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    m_edit->setAccessibleDescription(words);
}

void QueryRow::setPlace(bool first, bool last)
{
    m_first = first;
    m_last = last;
}

QString QueryRow::cost() const
{
    return m_cost->text();
}

QString QueryRow::error() const
{
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

/// The text of the query needs the room more than its cost does.
void QueryRow::resizeEvent(QResizeEvent *)
{
    m_cost->setMaximumWidth(width() < roomForCost ? 0 : QWIDGETSIZE_MAX);
}

void QueryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of().color("bg.app"));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF badge(badgeLeft, m_edit->geometry().top() + (m_run->height() - badgeSide) / 2.0 + 2, badgeSide, badgeSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of().color(shown() ? slotTokens[m_slot % 8] : "bg.hover"));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(Theme::of().font(Theme::Type::Micro));
    painter.setPen(Theme::of().color(shown() ? "bg.pane" : "text.muted"));
    painter.drawText(badge, Qt::AlignCenter, letter());
}

} // namespace lepto
