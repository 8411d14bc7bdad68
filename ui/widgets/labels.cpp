#include "ui/widgets/labels.h"

#include <QPainter>
#include <QTextDocument>

namespace lepto {

QLabel *plainLabel(Theme::Type type, const char *tone, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    Theme::of().dress(label, type);
    setTone(label, tone);
    return label;
}

QLabel *wrappedLabel(Theme::Type type, const char *tone, const QString &text)
{
    QLabel *label = plainLabel(type, tone, text);
    label->setWordWrap(true);
    return label;
}

QLabel *tagLabel(const QString &text)
{
    QLabel *label = plainLabel(Theme::Type::Caption, "secondary", text);
    label->setProperty("tag", true);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

QLabel *keyCap(const QString &key)
{
    QLabel *label = plainLabel(Theme::Type::Micro, "secondary", key);
    label->setProperty("keycap", true);
    label->setAlignment(Qt::AlignCenter);
    label->setMinimumWidth(17);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text);
}

QString plainButtonText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

ElidedLabel::ElidedLabel(Theme::Type type, const char *tone, Qt::TextElideMode mode)
    : m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    Theme::of().dress(this, type);
    setTone(this, tone);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { std::min(40, sizeHint().width()), QLabel::minimumSizeHint().height() };
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 2, std::max(QLabel::sizeHint().height(), fontMetrics().height()) };
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString line = QString(text()).replace(QLatin1Char('\n'), QLatin1Char(' '));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, fontMetrics().elidedText(line, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    setPlainToolTip(this, fontMetrics().horizontalAdvance(text()) > width() ? text() : QString());
    QLabel::resizeEvent(event);
}

MarkLabel::MarkLabel(int size, MarkCode code)
    : m_code(code)
{
    setFixedSize(size, size);
}

void MarkLabel::setMark(MarkCode code)
{
    m_code = code;
    update();
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(&painter, m_code, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

namespace {

constexpr int chipHeight = 20, chipMark = 12, chipLeft = 5, chipGap = 5, chipRight = 8;

} // namespace

Chip::Chip(MarkCode code, const QString &text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(code, text);
}

void Chip::show(MarkCode code, const QString &text)
{
    m_code = code;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int Chip::widthOf(const QString &text)
{
    return chipLeft + chipMark + chipGap + QFontMetrics(Theme::of().font(Theme::Type::Caption)).horizontalAdvance(text) + chipRight;
}

QSize Chip::sizeHint() const
{
    return { widthOf(m_text), chipHeight };
}

void Chip::paint(QPainter *painter, const QRect &rect, MarkCode code, const QString &text)
{
    const Theme &theme = Theme::of();
    const bool quiet = code == MarkCode::NoData || code == MarkCode::Stale || code == MarkCode::Todo || code == MarkCode::None;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(tintToken(code)));
    const QRect body(rect.left(), rect.center().y() - chipHeight / 2 + 1, std::min(rect.width(), widthOf(text)), chipHeight);
    painter->drawRoundedRect(body, 4, 4);
    paintMark(painter, code, QRectF(body.left() + chipLeft, body.center().y() - chipMark / 2 + 0.5, chipMark, chipMark));
    painter->setPen(theme.color(quiet ? "text.secondary" : markToken(code)));
    painter->setFont(theme.font(Theme::Type::Caption));
    const QRect words = body.adjusted(chipLeft + chipMark + chipGap, 0, -3, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_code, m_text);
}

} // namespace lepto
