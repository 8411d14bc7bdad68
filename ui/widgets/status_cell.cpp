#include "ui/widgets/status_cell.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace lepto {

namespace {

constexpr int cellHeight = 25, padding = 10, markSize = 12, gap = 6, barWidth = 54;

int widthOf(Theme::Type type, const QString &text)
{
    return QFontMetrics(Theme::of().font(type)).horizontalAdvance(text);
}

} // namespace

StatusCell::StatusCell(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::of(), &Theme::changed, this, [this] { updateGeometry(); });
}

void StatusCell::say(const QString &word, const QString &value, MarkCode mark)
{
    if (word == m_word && value == m_value && mark == m_mark)
        return;
    const bool wider = word.size() != m_word.size() || value.size() != m_value.size() || (mark == MarkCode::None) != (m_mark == MarkCode::None);
    m_word = word;
    m_value = value;
    m_mark = mark;
    setAccessibleName(value.isEmpty() ? word : word + QStringLiteral(", ") + value);
    if (wider)
        updateGeometry();
    update();
}

void StatusCell::setShare(double share)
{
    const bool wider = (share < 0) != (m_share < 0);
    m_share = share;
    if (wider)
        updateGeometry();
    update();
}

QSize StatusCell::sizeHint() const
{
    int width = 2 * padding + widthOf(Theme::Type::Caption, m_word);
    if (m_mark != MarkCode::None || !m_icon.isEmpty())
        width += markSize + gap;
    if (!m_value.isEmpty())
        width += gap + widthOf(Theme::Type::Number, m_value);
    if (m_share >= 0)
        width += gap + barWidth;
    return { width, cellHeight };
}

void StatusCell::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter p(this);
    if (underMouse() || hasFocus())
        p.fillRect(rect(), theme.color("bg.hover"));
    p.fillRect(QRect(width() - 1, 6, 1, cellHeight - 12), theme.color("line.default"));
    int x = padding;
    if (m_mark != MarkCode::None) {
        p.drawPixmap(x, (cellHeight - markSize) / 2, markPixmap(m_mark, markSize, devicePixelRatioF()));
        x += markSize + gap;
    } else if (!m_icon.isEmpty()) {
        p.drawPixmap(x, (cellHeight - markSize) / 2, iconPixmap(m_icon, "text.secondary", markSize, devicePixelRatioF()));
        x += markSize + gap;
    }
    const auto write = [&](Theme::Type type, const char *token, const QString &words) {
        p.setFont(theme.font(type));
        p.setPen(theme.color(token));
        p.drawText(QRect(x, 0, width(), cellHeight), Qt::AlignVCenter | Qt::TextSingleLine, words);
        x += widthOf(type, words) + gap;
    };
    if (!m_word.isEmpty())
        write(Theme::Type::Caption, "text.secondary", m_word);
    if (!m_value.isEmpty())
        write(Theme::Type::Number, "text.muted", m_value);
    if (m_share >= 0) {
        const QRect groove(x, cellHeight / 2 - 2, barWidth, 4);
        p.fillRect(groove, theme.color("line.default"));
        p.fillRect(QRect(groove.topLeft(), QSize(int(barWidth * std::min(1.0, m_share)), 4)), theme.color("accent.line"));
    }
}

} // namespace lepto
