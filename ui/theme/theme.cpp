#include "ui/theme/theme.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/console_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QWidget>

namespace lepto {

using namespace Qt::StringLiterals;

namespace {

Theme *current = nullptr;
constexpr auto typeProperty = "leptoType";
constexpr double designText = 12;
constexpr int smallestText = 9, largestText = 24;

struct Face {
    int px;
    QFont::Weight weight;
    bool mono;
};

Face faceOf(Theme::Type type, bool roomy)
{
    using Type = Theme::Type;
    const int body = roomy ? 13 : 12;
    switch (type) {
    case Type::Hero: return { 28, QFont::DemiBold, false };
    case Type::PageTitle: return { 16, QFont::DemiBold, false };
    case Type::PaneTitle: return { 13, QFont::DemiBold, false };
    case Type::Lead: return { 13, QFont::Normal, false };
    case Type::Strong: return { body, QFont::DemiBold, false };
    case Type::Body: return { body, QFont::Normal, false };
    case Type::Control: return { body, QFont::Medium, false };
    case Type::Caption: return { 11, QFont::Normal, false };
    case Type::Micro: return { 10, QFont::Medium, true };
    case Type::Number: return { roomy ? 12 : 11, QFont::Normal, true };
    case Type::LiveValue: return { 20, QFont::Medium, true };
    case Type::Code: return { body, QFont::Normal, true };
    }
    return { body, QFont::Normal, false };
}

QPalette paletteOf(const Theme &theme)
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, const char *token) { p.setColor(role, theme.color(token)); };
    set(QPalette::Window, "bg.app");
    set(QPalette::Base, "bg.pane");
    set(QPalette::AlternateBase, "bg.raised");
    set(QPalette::Button, "bg.raised");
    set(QPalette::ToolTipBase, "bg.raised");
    for (const auto role : { QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText })
        set(role, "text.primary");
    set(QPalette::BrightText, "text.onFill");
    set(QPalette::PlaceholderText, "text.muted");
    set(QPalette::Mid, "line.default");
    set(QPalette::Dark, "line.default");
    set(QPalette::Light, "bg.hover");
    set(QPalette::Highlight, "bg.selected");
    set(QPalette::Link, "accent.text");
    set(QPalette::LinkVisited, "accent.text");
    for (const auto role : { QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText })
        p.setColor(QPalette::Disabled, role, theme.color("text.disabled"));
    return p;
}

} // namespace

Theme::Theme(QApplication &app, ThemeMode mode)
    : m_app(app)
    , m_mode(mode)
    , m_systemDark(app.palette().color(QPalette::Window).lightnessF() < 0.5)
    , m_ring(new FocusRing(this))
{
    current = this;
    app.setStyle(new ConsoleStyle);
    app.installEventFilter(this);
    app.installEventFilter(m_ring);
    apply();
}

Theme::~Theme()
{
    current = nullptr;
}

const Theme &Theme::of()
{
    Q_ASSERT(current);
    return *current;
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    applyColors();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    apply();
}

void Theme::setTextSize(int px)
{
    px = px == 0 ? 0 : std::clamp(px, smallestText, largestText);
    if (px == m_textSize)
        return;
    m_textSize = px;
    apply();
}

int Theme::rowHeight() const
{
    constexpr int heights[] = { 24, 28, 34 };
    return std::max(heights[int(m_density)], m_textSize * 2);
}

int Theme::twoLineHeight() const
{
    return rowHeight() + 18;
}

QColor Theme::color(const char *token) const
{
    const Token *found = findToken(token);
    Q_ASSERT_X(found, "Theme::color", token);
    return found ? QColor::fromRgb(m_dark ? found->dark : found->light) : QColor();
}

QColor Theme::mix(const char *token, const char *ground, double share) const
{
    const QColor top = color(token), under = color(ground);
    const auto blend = [share](int a, int b) { return int(a * share + b * (1 - share) + 0.5); };
    return QColor(blend(top.red(), under.red()), blend(top.green(), under.green()), blend(top.blue(), under.blue()));
}

QFont Theme::font(Type type) const
{
    const Face face = faceOf(type, m_density == Density::Comfortable);
    QFont font;
    if (face.mono) {
        font.setFamilies({ u"JetBrains Mono"_s, QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), u"Noto Sans CJK SC"_s });
        font.setStyleHint(QFont::Monospace);
        font.setStyleStrategy(QFont::PreferNoShaping); // plain glyphs for "!=", "->", "<="
    } else {
        font.setFamilies({ u"Inter"_s, u"Noto Sans CJK SC"_s, QFontDatabase::systemFont(QFontDatabase::GeneralFont).family() });
    }
    font.setPixelSize(m_textSize > 0 ? qRound(face.px * m_textSize / designText) : face.px);
    font.setWeight(face.weight);
    return font;
}

void Theme::dress(QWidget *widget, Type type) const
{
    widget->setProperty(typeProperty, int(type));
    widget->setFont(font(type));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Someone else changed the application's palette: the desktop switched between light and dark.
    if (event->type() == QEvent::ApplicationPaletteChange && watched == &m_app && !m_applying && m_mode == ThemeMode::System) {
        m_systemDark = m_app.palette().color(QPalette::Window).lightnessF() < 0.5;
        if (m_systemDark != m_dark)
            QMetaObject::invokeMethod(this, [this] { applyColors(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    m_applying = true;
    m_app.setFont(font(Type::Body));
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (const QVariant type = widget->property(typeProperty); type.isValid())
            widget->setFont(font(Type(type.toInt())));
    }
    m_applying = false;
    applyColors();
}

/// Fonts stay: under a style sheet each new font polishes its widget again, which is most of what a switch would cost.
void Theme::applyColors()
{
    m_applying = true;
    m_dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemDark);
    m_app.setPalette(paletteOf(*this));
    m_app.setStyleSheet(styleSheet(*this));
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        widget->update();
    m_applying = false;
    Q_EMIT changed();
}

void setTone(QWidget *widget, const char *tone)
{
    const QString name = QLatin1String(tone);
    if (widget->property("tone").toString() == name)
        return;
    widget->setProperty("tone", name);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace lepto
