#include "ui/widgets/look_bar.h"

#include "core/base/text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int pictureSize = 16;

MarkCode markOf(PanelLook look)
{
    switch (look) {
    case PanelLook::Loading: return MarkCode::Pending;
    case PanelLook::Partial: return MarkCode::Warning;
    case PanelLook::Stale: return MarkCode::Stale;
    case PanelLook::Error: return MarkCode::Critical;
    case PanelLook::Empty: return MarkCode::Todo;
    case PanelLook::Good: return MarkCode::Ok;
    case PanelLook::Offline: return MarkCode::NoData;
    case PanelLook::NotAllowed: break;
    }
    return MarkCode::None;
}

} // namespace

LookBar::LookBar(QWidget *parent)
    : QFrame(parent)
    , m_picture(new QLabel)
    , m_what(wrappedLabel(Theme::Type::Strong, "primary"))
    , m_why(wrappedLabel(Theme::Type::Body, "secondary"))
    , m_action(makeButton(ButtonKind::Normal))
{
    setProperty("pane", QStringLiteral("raised"));
    m_action->setProperty("size", QStringLiteral("small"));
    m_picture->setFixedWidth(pictureSize);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(10);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_what);
    texts->addWidget(m_why);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &LookBar::acted);
    connect(&Theme::of(), &Theme::changed, this, &LookBar::draw);
    show(PanelLook::Good);
}

void LookBar::show(PanelLook look, const QString &what, const QString &why, const QString &action)
{
    m_look = look;
    m_what->setText(what);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(what);
    setAccessibleDescription(why);
    draw();
    setVisible(look != PanelLook::Good);
}

void LookBar::draw()
{
    const qreal dpr = devicePixelRatioF();
    m_picture->setPixmap(m_look == PanelLook::NotAllowed ? iconPixmap(QStringLiteral("lock"), "text.secondary", pictureSize, dpr)
                                                         : markPixmap(markOf(m_look), pictureSize, dpr));
}

} // namespace lepto
