#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace lepto {

/// A few curves over a count (epochs), on a logarithmic scale; painted by hand because nothing in it moves. One mark for the best point.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(QWidget *parent = nullptr);
    struct Curve {
        QString name;
        std::vector<double> values;   ///< one a step, positive; others are gaps
        const char *token = "chart.1";
    };
    void setCurves(std::vector<Curve> curves, int steps);
    void setBest(int step, const QString &word); ///< 1-based; 0: none
    QSize sizeHint() const override { return { 420, 180 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Frame {
        QRectF plot;
        double low = 0, high = 1;     ///< log10
        double x(double step, int steps) const { return plot.left() + plot.width() * step / std::max(1, steps); }
        double y(double value) const;
    };
    Frame frame() const;
    void paintAxes(QPainter *p, const Frame &frame) const;
    void paintCurve(QPainter *p, const Frame &frame, const Curve &curve, double labelY) const;
    std::vector<double> labelPlaces(const Frame &frame) const;

    std::vector<Curve> m_curves;
    int m_steps = 1, m_best = 0;
    QString m_bestWord;
};

} // namespace lepto
