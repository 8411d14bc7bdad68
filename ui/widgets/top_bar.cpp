#include "ui/widgets/top_bar.h"

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/time_range_bar.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStyle>

namespace lepto {

namespace {

constexpr int narrowWidth = 1050;

void setFlag(QWidget *widget, const char *name, bool on)
{
    if (widget->property(name).toBool() == on)
        return;
    widget->setProperty(name, on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QPushButton *barButton(ButtonKind kind, const QString &icon, const QString &name)
{
    QPushButton *button = makeButton(kind, icon);
    button->setProperty("bar", true);
    button->setObjectName(name);
    return button;
}

} // namespace

TopBar::TopBar(TimeScale &scale, QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(Theme::Type::PaneTitle))
    , m_tag(plainLabel(Theme::Type::Caption, "warning"))
    , m_paletteWords(new ElidedLabel(Theme::Type::Body, "muted"))
    , m_leave(barButton(ButtonKind::Link, {}, QStringLiteral("leaveBundle")))
    , m_palette(barButton(ButtonKind::Normal, QStringLiteral("search"), QStringLiteral("paletteButton")))
    , m_mode(barButton(ButtonKind::Normal, QStringLiteral("lock"), QStringLiteral("modeButton")))
    , m_stop(barButton(ButtonKind::Risky, QStringLiteral("stop"), QStringLiteral("stopButton")))
    , m_time(new TimeRangeBar(scale))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(48);
    m_name->setObjectName(QStringLiteral("scope"));
    m_name->setMaximumWidth(240);
    m_tag->setObjectName(QStringLiteral("environmentTag"));
    m_tag->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_palette->setProperty("kind", QStringLiteral("field"));
    m_palette->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_palette->setMaximumWidth(400);
    m_palette->setMinimumWidth(120);
    m_paletteWords->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *keys = new QHBoxLayout(m_palette);
    keys->setContentsMargins(32, 0, 7, 0);
    keys->setSpacing(3);
    keys->addWidget(m_paletteWords, 1);
    for (const auto &key : { QStringLiteral("Ctrl"), QStringLiteral("K") }) {
        m_caps.push_back(keyCap(key));
        keys->addWidget(m_caps.back());
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(m_name);
    row->addWidget(m_tag);
    row->addWidget(m_leave);
    row->addSpacing(8);
    row->addWidget(m_palette, 1);
    row->addStretch(1);
    row->addWidget(m_time);
    row->addWidget(m_mode);
    row->addWidget(m_stop);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteWanted);
    connect(m_mode, &QPushButton::clicked, this, &TopBar::modePressed);
    connect(m_stop, &QPushButton::clicked, this, &TopBar::stopPressed);
    connect(m_leave, &QPushButton::clicked, this, &TopBar::leaveBundle);
}

void TopBar::show(const ConsoleState &state, const Scope &scope, bool actionsExist)
{
    m_state = state;
    m_scope = scope;
    m_actionsExist = actionsExist;
    say();
}

void TopBar::setTimeVisible(bool visible)
{
    m_time->setVisible(visible);
}

void TopBar::sayScope()
{
    const auto &sources = m_state.sources;
    QString name = m_scope.environment;
    if (m_state.offline)
        name = QFileInfo(m_state.bundle).completeBaseName();
    else if (sources.empty())
        name = tr("No environment");
    else if (name.isEmpty())
        name = sources.size() == 1 ? sources.front().name : tr("%n sources", nullptr, int(sources.size()));
    m_name->setText(name);
    m_name->updateGeometry();
    m_tag->setVisible(m_state.offline || !sources.empty());
    m_tag->setText(m_state.offline ? tr("RECORDED") : m_scope.production ? tr("PRODUCTION") : tr("Test"));
    setFlag(m_tag, "calm", m_state.offline || !m_scope.production);
    setFlag(m_tag, "armed", m_state.writeArmedUntil > m_state.now && !m_state.offline);
    m_leave->setVisible(m_state.offline);
}

void TopBar::sayMode()
{
    const bool armed = m_state.writeArmedUntil > m_state.now;
    setButtonKind(m_mode, armed ? "armed" : "normal");
    setLineIcon(m_mode, armed ? QStringLiteral("unlock") : QStringLiteral("lock"), armed ? "sev.warning" : "text.secondary");
    m_mode->setText(armed ? tr("Write armed, %1 left").arg(text::duration(m_state.writeArmedUntil - m_state.now)) : tr("Read-only"));
    m_mode->setAccessibleName(m_mode->text());
    m_mode->setToolTip((armed ? tr("Disarm write mode") : tr("Arm write mode")) + QStringLiteral("  Ctrl+Shift+A"));
    m_stop->setEnabled(m_actionsExist || m_state.stopped);
    setButtonKind(m_stop, m_state.stopped ? "normal" : "risky");
    setLineIcon(m_stop, m_state.stopped ? QStringLiteral("play") : QStringLiteral("stop"), m_state.stopped ? "text.secondary" : "sev.critical");
    m_stop->setText(m_state.stopped ? tr("Resume actions") : tr("Stop all actions"));
    m_stop->setAccessibleName(m_stop->text());
    m_stop->setAccessibleDescription(m_stop->isEnabled() ? QString() : tr("disabled: there is no action"));
    m_stop->setToolTip(m_stop->isEnabled() ? m_stop->text() + QStringLiteral("  Ctrl+Shift+K") : tr("There is no action"));
}

void TopBar::say()
{
    sayScope();
    sayMode();
    m_leave->setText(tr("Leave recording"));
    m_paletteWords->setText(tr("Search services, metrics, incidents, commands"));
    m_palette->setAccessibleName(tr("Command palette"));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    m_time->setCompact(narrow);
    for (QWidget *cap : m_caps)
        cap->setVisible(!narrow);
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace lepto
