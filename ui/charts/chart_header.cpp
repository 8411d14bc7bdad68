#include "ui/charts/chart_header.h"

#include "ui/charts/series_color.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace lepto {

namespace {

constexpr int padding = 14, middle = 14;

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

void drawAt(QPainter &painter, int x, const QFont &font, const char *token, const QString &text)
{
    painter.setFont(font);
    painter.setPen(Theme::of().color(token));
    painter.drawText(x, middle + QFontMetrics(font).capHeight() / 2 + 1, text);
}

} // namespace

ChartHeader::ChartHeader(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChartHeader::setTitle(const QString &title, const QString &meta)
{
    if (title == m_title && meta == m_meta)
        return;
    m_title = title;
    m_meta = meta;
    // A tool tip takes text that looks like HTML as HTML; names come from servers.
    setToolTip(QStringLiteral("<qt>%1</qt>").arg((meta.isEmpty() ? title : title + QLatin1String(", ") + meta).toHtmlEscaped()));
    update();
}

void ChartHeader::setMark(MarkCode mark)
{
    if (std::exchange(m_mark, mark) != mark)
        update();
}

void ChartHeader::setLegend(std::vector<Entry> entries)
{
    m_legend = std::move(entries);
    update();
}

void ChartHeader::setChip(MarkCode mark, const QString &text)
{
    m_chipMark = mark;
    if (std::exchange(m_chip, text) != text)
        update();
}

void ChartHeader::setAge(const QString &age, bool stale)
{
    if (age == m_age && stale == m_stale)
        return;
    m_age = age;
    m_stale = stale;
    update();
}

void ChartHeader::setReduction(const QString &text)
{
    if (std::exchange(m_reduction, text) != text)
        update();
}

void ChartHeader::setRightRoom(int width)
{
    if (std::exchange(m_rightRoom, width) != width)
        update();
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int right = paintChip(painter, paintAge(painter, width() - padding - m_rightRoom));
    const int wanted
        = padding + (m_mark == MarkCode::None ? 0 : 18) + widthOf(Theme::of().font(Theme::Type::Control), m_title) + 24;
    if (!m_reduction.isEmpty() && right - widthOf(Theme::of().font(Theme::Type::Micro), m_reduction) > wanted) {
        right -= widthOf(Theme::of().font(Theme::Type::Micro), m_reduction);
        drawAt(painter, right, Theme::of().font(Theme::Type::Micro), "text.muted", m_reduction);
        right -= 12;
    }
    paintTitle(painter, paintLegend(painter, right, wanted));
}

int ChartHeader::paintAge(QPainter &painter, int right) const
{
    if (m_age.isEmpty())
        return right;
    const QFont font = Theme::of().font(Theme::Type::Micro);
    const int left = right - widthOf(font, m_age) - (m_stale ? 6 : 0);
    drawAt(painter, left, font, m_stale ? "text.primary" : "text.muted", m_age);
    if (m_stale) {
        QPen pen(Theme::of().color("sev.nodata"), 1);
        pen.setDashPattern({ 3, 2 });
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(left - 20.5, middle - 8.5, right - left + 20, 17), 3, 3);
        paintMark(&painter, MarkCode::Stale, QRectF(left - 16, middle - 6, 12, 12));
        return left - 30;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of().color("sev.ok"));
    painter.drawEllipse(QPointF(left - 7, middle), 3, 3);
    return left - 22;
}

int ChartHeader::paintChip(QPainter &painter, int right) const
{
    if (m_chip.isEmpty())
        return right;
    const QFont font = Theme::of().font(Theme::Type::Caption);
    const int left = right - widthOf(font, m_chip) - 30;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of().color(tintToken(m_chipMark)));
    painter.drawRoundedRect(QRectF(left, middle - 10, right - left, 20), 4, 4);
    paintMark(&painter, m_chipMark, QRectF(left + 6, middle - 6, 12, 12));
    drawAt(painter, left + 23, font, m_chipMark == MarkCode::NoData ? "text.secondary" : markToken(m_chipMark), m_chip);
    return left - 10;
}

int ChartHeader::paintLegend(QPainter &painter, int right, int left) const
{
    const QFont font = Theme::of().font(Theme::Type::Caption);
    int needed = 0;
    std::size_t fits = 0;
    for (; fits < m_legend.size(); ++fits) {
        const int width = std::min(160, widthOf(font, m_legend[fits].name)) + 28;
        if (right - needed - width < left)
            break;
        needed += width;
    }
    int x = right - needed;
    for (std::size_t i = 0; i < fits; ++i) {
        painter.fillRect(QRectF(x, middle - 1, 10, 2), Theme::of().color(seriesToken(m_legend[i].slot)));
        const QString name = QFontMetrics(font).elidedText(m_legend[i].name, Qt::ElideMiddle, 160);
        drawAt(painter, x + 14, font, "text.secondary", name);
        x += widthOf(font, name) + 28;
    }
    return right - needed;
}

void ChartHeader::paintTitle(QPainter &painter, int right) const
{
    int x = padding;
    if (m_mark != MarkCode::None) {
        paintMark(&painter, m_mark, QRectF(x - 1, middle - 6, 12, 12));
        x += 18;
    }
    QFont bold = Theme::of().font(Theme::Type::Body);
    bold.setWeight(QFont::DemiBold);
    const QString title = QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, std::max(0, right - x - 8));
    drawAt(painter, x, bold, "text.primary", title);
    x += widthOf(bold, title) + 8;
    if (!m_meta.isEmpty() && right - x > 40) {
        const QFont font = Theme::of().font(Theme::Type::Caption);
        drawAt(painter, x, font, "text.muted", QFontMetrics(font).elidedText(m_meta, Qt::ElideRight, right - x - 8));
    }
}

} // namespace lepto
