#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QAbstractButton;

namespace lepto {

/// One of the line drawings of resources/icons, 16x16, in the colour of a token; cached by name, token, size, dpr and theme.
QPixmap iconPixmap(const QString &name, const char *token, int size, qreal dpr);
/// Icon for a button; disabled state in text.disabled.
QIcon lineIcon(const QString &name, const char *token = "text.secondary");
/// Sets the icon now and again when the theme changes.
void setLineIcon(QAbstractButton *button, const QString &name, const char *token = "text.secondary");

} // namespace lepto
