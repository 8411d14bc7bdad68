#include "ui/widgets/option_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace lepto {

OptionButton::OptionButton(const QString &icon, const QString &keys, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_keys(keys)
{
    setFixedHeight(70);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
}

void OptionButton::say(const QString &title, const QString &line)
{
    setText(title);
    m_line = line;
    setAccessibleName(title);
    setAccessibleDescription(line);
    update();
}

void OptionButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void OptionButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(theme.color(isDown() || underMouse() ? "line.control" : "line.default"));
    p.setBrush(theme.color(underMouse() ? "bg.hover" : "bg.raised"));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRect plate(16, (height() - 36) / 2, 36, 36);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.color(underMouse() ? "bg.raised" : "bg.hover"));
    p.drawRoundedRect(plate, 4, 4);
    p.drawPixmap(plate.center() - QPoint(8, 8), iconPixmap(m_icon, "accent.text", 18, devicePixelRatioF()));
    int right = width() - 16;
    p.setFont(theme.font(Theme::Type::Micro));
    const QStringList keys = m_keys.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (auto key = keys.crbegin(); key != keys.crend(); ++key) {
        const int w = std::max(17, p.fontMetrics().horizontalAdvance(*key) + 10);
        const QRectF cap(right - w + 0.5, (height() - 17) / 2 + 0.5, w - 1, 16);
        p.setPen(theme.color("line.default"));
        p.setBrush(theme.color("bg.raised"));
        p.drawRoundedRect(cap, 3, 3);
        p.setPen(theme.color("text.secondary"));
        p.drawText(cap, Qt::AlignCenter, *key);
        right -= w + 3;
    }
    const QRect words(68, 0, right - 76, height());
    p.setFont(theme.font(Theme::Type::PaneTitle));
    p.setPen(theme.color("text.primary"));
    p.drawText(words.adjusted(0, 14, 0, 0), Qt::AlignTop | Qt::TextSingleLine, p.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    p.setFont(theme.font(Theme::Type::Body));
    p.setPen(theme.color("text.secondary"));
    p.drawText(words.adjusted(0, 37, 0, 0), Qt::AlignTop | Qt::TextSingleLine, p.fontMetrics().elidedText(m_line, Qt::ElideRight, words.width()));
}

} // namespace lepto
