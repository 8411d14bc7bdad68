#pragma once

#include "core/base/severity.h"

#include <QPixmap>
#include <QRectF>

class QPainter;

namespace lepto {

/// The marks of the design: a state is outline, word and colour, never colour alone.
enum class MarkCode : quint8 { None, Critical, Warning, Info, Ok, NoData, Stale, Maintenance, Anomaly, Label, Pending, Todo, Cross };

MarkCode markOf(Severity severity);
/// The colour token of a mark ("sev.critical") and of the ground behind it in chips ("tint.critical").
const char *markToken(MarkCode code);
const char *tintToken(MarkCode code);

/// The one function that draws a mark, in the theme's colours, centred in `rect` (design sizes: 9, 12 and 16 px; larger scales).
void paintMark(QPainter *painter, MarkCode code, const QRectF &rect);

/// The same as a picture, cached by code, size, device pixel ratio and theme.
QPixmap markPixmap(MarkCode code, int size, qreal dpr);

} // namespace lepto
