#pragma once

#include <QWidget>

namespace lepto {

/// The meaning of the marks in the fleet map, in one line; what does not fit is left out from the left.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 0, 20 }; }

protected:
    void paintEvent(QPaintEvent *) override;
};

} // namespace lepto
