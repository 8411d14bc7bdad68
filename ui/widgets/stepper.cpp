#include "ui/widgets/stepper.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace lepto {

namespace {

QString spoken(const std::vector<Stepper::Step> &steps, int current)
{
    QStringList words;
    for (std::size_t i = 0; i < steps.size(); ++i)
        words << (int(i) == current ? QStringLiteral("> ") : QString()) + steps[i].name + QLatin1Char(' ') + steps[i].result;
    return words.join(QStringLiteral(", "));
}

} // namespace

Stepper::Stepper(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(60);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Stepper::setSteps(std::vector<Step> steps, int current)
{
    m_steps = std::move(steps);
    m_current = current;
    setAccessibleName(spoken(m_steps, current));
    update();
}

void Stepper::paintEvent(QPaintEvent *)
{
    if (m_steps.empty())
        return;
    const Theme &theme = Theme::of();
    QPainter p(this);
    p.fillRect(rect(), theme.color("bg.app"));
    p.fillRect(QRect(0, height() - 1, width(), 1), theme.color("line.subtle"));
    const int share = width() / int(m_steps.size());
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps[i];
        const QRect r(int(i) * share, 0, share, height() - 1);
        const bool current = int(i) == m_current;
        if (current) {
            p.fillRect(r, theme.color("bg.selected"));
            p.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), theme.color("accent.line"));
        }
        p.drawPixmap(r.left() + 16, r.center().y() - 8, markPixmap(step.mark, 16, devicePixelRatioF()));
        const int words = r.width() - 44 - 26;
        p.setFont(theme.font(Theme::Type::PaneTitle));
        p.setPen(theme.color(step.mark == MarkCode::Todo && !current ? "text.secondary" : "text.primary"));
        p.drawText(QRect(r.left() + 44, 9, words, 22), Qt::AlignVCenter, p.fontMetrics().elidedText(step.name, Qt::ElideRight, words));
        p.setFont(theme.font(Theme::Type::Caption));
        p.setPen(theme.color("text.muted"));
        p.drawText(QRect(r.left() + 44, 31, words, 18), Qt::AlignVCenter, p.fontMetrics().elidedText(step.result, Qt::ElideRight, words));
        if (i + 1 < m_steps.size())
            p.drawPixmap(r.right() - 18, r.center().y() - 6, iconPixmap(QStringLiteral("right"), "text.muted", 12, devicePixelRatioF()));
    }
}

namespace {

constexpr int markSize = 13, markGap = 6, dash = 14, dashGap = 8;

int widthOf(const Stepper::Step &stage)
{
    const Theme &theme = Theme::of();
    int width = markSize + markGap + QFontMetrics(theme.font(Theme::Type::Body)).horizontalAdvance(stage.name);
    if (!stage.result.isEmpty())
        width += 5 + QFontMetrics(theme.font(Theme::Type::Number)).horizontalAdvance(stage.result);
    return width;
}

} // namespace

StageLine::StageLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(26);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageLine::setStages(std::vector<Stepper::Step> stages, int current)
{
    m_stages = std::move(stages);
    m_current = current;
    setAccessibleName(spoken(m_stages, current));
    updateGeometry();
    update();
}

QSize StageLine::sizeHint() const
{
    int width = 0;
    for (const auto &stage : m_stages)
        width += widthOf(stage) + dash + 2 * dashGap;
    return { width, 26 };
}

void StageLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter p(this);
    int x = 0;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stepper::Step &stage = m_stages[i];
        if (i > 0) {
            p.fillRect(QRect(x + dashGap, height() / 2, dash, 1), theme.color("line.default"));
            x += dash + 2 * dashGap;
        }
        p.drawPixmap(x, (height() - markSize) / 2, markPixmap(stage.mark, markSize, devicePixelRatioF()));
        x += markSize + markGap;
        const auto write = [&](const QFont &font, const char *token, const QString &words) {
            p.setFont(font);
            p.setPen(theme.color(token));
            p.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine, words);
            x += p.fontMetrics().horizontalAdvance(words);
        };
        const bool ahead = stage.mark == MarkCode::Todo;
        write(theme.font(Theme::Type::Body), int(i) == m_current ? "accent.text" : ahead ? "text.muted" : "text.primary", stage.name);
        if (!stage.result.isEmpty()) {
            x += 5;
            write(theme.font(Theme::Type::Number), "text.muted", stage.result);
        }
    }
}

} // namespace lepto
