#include "ui/widgets/time_range_bar.h"

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"
#include "ui/time_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/popup.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr TimeMs minute = 60'000, hour = 60 * minute, day = 24 * hour;
constexpr TimeMs presets[] = { 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 30 * day };

QPushButton *part(const char *place, const QString &icon, const QString &name)
{
    QPushButton *button = makeButton(ButtonKind::Segment, icon);
    button->setProperty("place", QLatin1String(place));
    button->setProperty("tall", true);
    button->setObjectName(name);
    return button;
}

} // namespace

TimeRangeBar::TimeRangeBar(TimeScale &scale, QWidget *parent)
    : QWidget(parent)
    , m_scale(scale)
    , m_earlier(part("first", QStringLiteral("left"), QStringLiteral("rangeEarlier")))
    , m_range(part("middle", QStringLiteral("clock"), QStringLiteral("rangeButton")))
    , m_later(part("middle", QStringLiteral("right"), QStringLiteral("rangeLater")))
    , m_live(part("middle", QStringLiteral("live"), QStringLiteral("liveButton")))
    , m_utc(part("last", {}, QStringLiteral("utcButton")))
{
    setObjectName(QStringLiteral("timeRangeBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QPushButton *button : { m_earlier, m_range, m_later, m_live, m_utc })
        row->addWidget(button);
    connect(m_earlier, &QPushButton::clicked, this, [this] { m_scale.step(-0.5); });
    connect(m_later, &QPushButton::clicked, this, [this] { m_scale.step(0.5); });
    connect(m_range, &QPushButton::clicked, this, &TimeRangeBar::openRange);
    connect(m_live, &QPushButton::clicked, this, [this] { m_scale.setLive(!m_scale.live()); });
    connect(m_utc, &QPushButton::clicked, this, [this] { m_scale.setUtc(!m_scale.utc()); });
    connect(&scale, &TimeScale::rangeChanged, this, &TimeRangeBar::say);
    connect(&scale, &TimeScale::liveChanged, this, &TimeRangeBar::say);
    connect(&scale, &TimeScale::utcChanged, this, &TimeRangeBar::say);
    connect(&Theme::of(), &Theme::changed, this, &TimeRangeBar::say);
    say();
}

QString TimeRangeBar::rangeText() const
{
    const TimeMs ahead = m_scale.ahead();
    if (m_scale.live()) {
        const QString past = tr("Last %1").arg(text::duration(m_scale.span() - ahead));
        return ahead > 0 && !m_compact ? tr("%1 + %2 forecast").arg(past, text::duration(ahead)) : past;
    }
    const bool utc = m_scale.utc();
    return text::when(m_scale.from(), m_scale.now(), utc) + QStringLiteral(" – ") + text::when(m_scale.to(), m_scale.now(), utc);
}

void TimeRangeBar::say()
{
    const QString range = rangeText();
    m_range->setText(range);
    m_range->setAccessibleName(tr("Time range: %1").arg(range));
    m_range->setToolTip(text::dateTime(m_scale.from(), m_scale.utc()) + QStringLiteral(" – ") + text::dateTime(m_scale.to(), m_scale.utc()));
    m_live->setText(m_scale.live() ? tr("Live") : tr("Paused"));
    setLineIcon(m_live, m_scale.live() ? QStringLiteral("live") : QStringLiteral("pause"), m_scale.live() ? "accent.text" : "text.secondary");
    m_live->setProperty("live", m_scale.live());
    m_live->style()->unpolish(m_live);
    m_live->style()->polish(m_live);
    m_live->setToolTip(tr("Live or paused  %1").arg(tr("Space", "key")));
    m_utc->setText(m_scale.utc() ? tr("UTC") : tr("Local", "time zone"));
    m_utc->setToolTip(tr("UTC or local time  %1").arg(QStringLiteral("U")));
    setIconWords(m_earlier, tr("Back by half a range"), QStringLiteral("["));
    setIconWords(m_later, tr("Forward by half a range"), QStringLiteral("]"));
}

void TimeRangeBar::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    say();
}

void TimeRangeBar::openRange()
{
    delete m_popup;
    m_popup = nullptr;
    buildPopup();
    m_popup->openBelow(m_range, m_from);
}

void TimeRangeBar::buildPopup()
{
    m_popup = new Popup(window());
    m_popup->setObjectName(QStringLiteral("rangePopup"));
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    int place = 0;
    for (const TimeMs span : presets) {
        QPushButton *preset = makeButton(ButtonKind::Normal, {}, text::duration(span));
        preset->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        preset->setAccessibleName(tr("Last %1").arg(text::duration(span)));
        connect(preset, &QPushButton::clicked, this, [this, span] {
            m_popup->close();
            m_scale.setLast(span, span / 3);
        });
        grid->addWidget(preset, place / 3, place % 3);
        ++place;
    }
    column->addLayout(grid);
    const bool utc = m_scale.utc();
    m_from = new QLineEdit(text::dateTime(m_scale.from(), utc));
    m_to = new QLineEdit;
    const auto typed = [utc](TimeMs t) {
        return QDateTime::fromMSecsSinceEpoch(t, utc ? Qt::UTC : Qt::LocalTime).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    m_from->setText(typed(m_scale.from()));
    m_to->setText(typed(m_scale.to()));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(10);
    fields->addWidget(plainLabel(Theme::Type::Body, "muted", tr("From")), 0, 0);
    fields->addWidget(m_from, 0, 1);
    fields->addWidget(plainLabel(Theme::Type::Body, "muted", tr("To")), 1, 0);
    fields->addWidget(m_to, 1, 1);
    column->addLayout(fields);
    column->addWidget(plainLabel(Theme::Type::Caption, "muted", tr("now-6h, now+1d, now/d or 2026-11-18 14:00")));
    m_wrong = plainLabel(Theme::Type::Caption, "critical");
    m_wrong->hide();
    column->addWidget(m_wrong);
    auto *buttons = new QHBoxLayout;
    QPushButton *back = makeButton(ButtonKind::Ghost, QStringLiteral("undo"), tr("Previous range"));
    back->setEnabled(m_scale.canGoBack());
    QPushButton *apply = makeButton(ButtonKind::Primary, {}, tr("Show"));
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(apply);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, [this] {
        m_popup->close();
        m_scale.back();
    });
    connect(apply, &QPushButton::clicked, this, &TimeRangeBar::applyFields);
    connect(m_from, &QLineEdit::returnPressed, this, &TimeRangeBar::applyFields);
    connect(m_to, &QLineEdit::returnPressed, this, &TimeRangeBar::applyFields);
}

void TimeRangeBar::applyFields()
{
    const auto from = parseMoment(m_from->text(), m_scale.now(), m_scale.utc());
    const auto to = parseMoment(m_to->text(), m_scale.now(), m_scale.utc());
    if (!from || !to) {
        m_wrong->setText(tr("\"%1\" is not a time").arg((from ? m_to : m_from)->text().left(40)));
        m_wrong->show();
        m_popup->adjustSize();
        return;
    }
    m_popup->close();
    if (*to == m_scale.now())
        m_scale.setLast(*to - *from, 0);
    else
        m_scale.setRange(*from, *to);
}

void TimeRangeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace lepto
