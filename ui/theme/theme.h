#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

class QApplication;
class QWidget;

namespace lepto {

class FocusRing;

enum class ThemeMode : quint8 { System, Dark, Light };
enum class Density : quint8 { Compact, Regular, Comfortable };

/// The one table of colours, fonts and sizes; everything painted asks it. Made in main, lives as long as the application, GUI thread.
/// Not a singleton in spirit: widgets receive it; `Theme::of()` finds the application's one for painting code deep in delegates.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication &app, ThemeMode mode = ThemeMode::System);
    ~Theme() override;
    static const Theme &of();

    void setMode(ThemeMode mode);     ///< rebuilds palette and style sheet, then `changed`
    ThemeMode mode() const { return m_mode; }
    bool dark() const { return m_dark; }

    void setDensity(Density density); ///< row heights and the size of body text, then `changed`
    Density density() const { return m_density; }
    void setTextSize(int px);         ///< of body text, everything else in proportion; 0 follows the density
    int rowHeight() const;            ///< of one line; logical pixels
    int twoLineHeight() const;

    /// Token names are those of the design, e.g. "bg.pane", "sev.critical", "chart.1"; an unknown name asserts.
    QColor color(const char *token) const;
    /// Opaque mix: `share` of `token` painted on `ground`. Bands and hatches use it instead of alpha.
    QColor mix(const char *token, const char *ground, double share) const;

    enum class Type { Hero, PageTitle, PaneTitle, Lead, Strong, Body, Control, Caption, Micro, Number, LiveValue, Code };
    QFont font(Type type) const;
    /// Gives the widget this font now and whenever the theme changes.
    void dress(QWidget *widget, Type type) const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void applyColors();
    QApplication &m_app;
    ThemeMode m_mode;
    Density m_density = Density::Regular;
    int m_textSize = 0;
    bool m_dark = true, m_systemDark = true, m_applying = false;
    FocusRing *m_ring = nullptr;
};

/// Colours a label or button through the style sheet: "primary", "secondary", "muted", "accent", "critical", "warning", "info", "ok", "anomaly".
void setTone(QWidget *widget, const char *tone);

} // namespace lepto
