#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

class QApplication;

namespace lepto {

enum class ThemeMode : quint8 { System, Dark, Light };

/// The one table of colours, fonts and sizes; everything painted asks it. Made in main, lives as long as the application, GUI thread.
/// Not a singleton in spirit: widgets receive it; `Theme::of()` finds the application's one for painting code deep in delegates.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication &app, ThemeMode mode = ThemeMode::System);
    static const Theme &of();

    void setMode(ThemeMode mode);     ///< rebuilds palette and style sheet, then `changed`
    ThemeMode mode() const { return m_mode; }
    bool dark() const { return m_dark; }

    /// Token names are those of the design, e.g. "bg.pane", "sev.critical", "chart.1"; an unknown name asserts.
    QColor color(const char *token) const;

    enum class Type { Hero, PageTitle, PaneTitle, Body, Caption, Micro, Number, LiveValue, Code };
    QFont font(Type type) const;

Q_SIGNALS:
    void changed();

private:
    void apply();
    QApplication &m_app;
    ThemeMode m_mode;
    bool m_dark = true;
};

} // namespace lepto
