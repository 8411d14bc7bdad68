#include "ui/widgets/buttons.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStyle>

namespace lepto {

namespace {

const char *nameOf(ButtonKind kind)
{
    constexpr const char *names[] = { "normal", "primary", "risky", "danger", "ghost", "link", "segment" };
    return names[int(kind)];
}

const char *iconToken(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Danger: return "text.onFill";
    case ButtonKind::Risky: return "sev.critical";
    case ButtonKind::Link: return "accent.text";
    default: return "text.secondary";
    }
}

} // namespace

QPushButton *makeButton(ButtonKind kind, const QString &icon, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setProperty("kind", QLatin1String(nameOf(kind)));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setAutoDefault(false);
    Theme::of().dress(button, Theme::Type::Control);
    if (!icon.isEmpty())
        setLineIcon(button, icon, iconToken(kind));
    return button;
}

void setButtonKind(QPushButton *button, const char *kind)
{
    if (button->property("kind").toString() == QLatin1String(kind))
        return;
    button->setProperty("kind", QLatin1String(kind));
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QPushButton *makeIconButton(const QString &icon)
{
    QPushButton *button = makeButton(ButtonKind::Ghost);
    button->setProperty("iconOnly", true);
    button->setFixedWidth(28);
    setLineIcon(button, icon);
    return button;
}

void setIconWords(QPushButton *button, const QString &name, const QString &keys)
{
    button->setAccessibleName(name);
    button->setToolTip(keys.isEmpty() ? name : name + QStringLiteral("  ") + keys);
}

SegmentedButtons::SegmentedButtons(int count, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < count; ++i) {
        QPushButton *button = makeButton(ButtonKind::Segment);
        button->setCheckable(true);
        button->setChecked(i == 0);
        const char *place = count == 1 ? "only" : i == 0 ? "first" : i + 1 == count ? "last" : "middle";
        button->setProperty("place", QLatin1String(place));
        group->addButton(button, i);
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    connect(group, &QButtonGroup::idClicked, this, &SegmentedButtons::chosen);
}

void SegmentedButtons::setTexts(const QStringList &texts)
{
    for (std::size_t i = 0; i < m_buttons.size() && qsizetype(i) < texts.size(); ++i)
        m_buttons[i]->setText(texts[qsizetype(i)]);
}

int SegmentedButtons::current() const
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            return int(i);
    }
    return -1;
}

void SegmentedButtons::setCurrent(int index)
{
    if (m_buttons.empty() || index >= int(m_buttons.size()))
        return;
    if (index >= 0) {
        m_buttons[std::size_t(index)]->setChecked(true);
        return;
    }
    QButtonGroup *group = m_buttons.front()->group();
    group->setExclusive(false);
    for (QPushButton *button : m_buttons)
        button->setChecked(false);
    group->setExclusive(true);
}

} // namespace lepto
