#pragma once

#include <QPushButton>
#include <QStringList>

#include <vector>

class QToolButton;

namespace lepto {

enum class ButtonKind : quint8 { Normal, Primary, Risky, Danger, Ghost, Link, Segment };

/// A button in one of the design's looks, `icon` from resources/icons or empty. Texts are set by the caller.
QPushButton *makeButton(ButtonKind kind, const QString &icon = {}, const QString &text = {});
void setButtonKind(QPushButton *button, const char *kind);
/// A small one with a picture only; needs an accessible name and a tool tip, which `setIconWords` gives.
QPushButton *makeIconButton(const QString &icon);
void setIconWords(QPushButton *button, const QString &name, const QString &keys = {});

/// One of several, side by side. Arrow keys move; GUI thread.
class SegmentedButtons : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedButtons(int count, QWidget *parent = nullptr);
    void setTexts(const QStringList &texts);
    int current() const;
    void setCurrent(int index);       ///< without `chosen`; -1: none

Q_SIGNALS:
    void chosen(int index);

private:
    std::vector<QPushButton *> m_buttons;
};

} // namespace lepto
