#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace lepto {

/// A raised plate with a title and lines below it, beside `at` and inside `within`. Texts are plain; what is too long is cut.
void paintPlate(QPainter &painter, const QRectF &within, const QPointF &at, const QString &title, const QStringList &lines);

} // namespace lepto
