#pragma once

#include "core/incidents/incident.h"
#include "ui/charts/spoken_items.h"

#include <QWidget>

#include <vector>

namespace lepto {

class TimeScale;

/// One row over a stack of charts with the regions that engineers labelled, on the same time mapping as the plots below.
/// A click selects a region, Delete asks to remove it.
class LabelLane : public QWidget, public SpokenItems {
    Q_OBJECT
public:
    explicit LabelLane(TimeScale &time, QWidget *parent = nullptr);
    void setMargins(int left, int right);
    void setLabels(std::vector<LabelRegion> labels);
    const std::vector<LabelRegion> &labels() const { return m_labels; }
    qint64 current() const { return m_current; }

    int spokenCount() const override { return int(m_labels.size()); }
    QString spokenText(int index) const override { return textOf(m_labels[std::size_t(index)]); }
    QRect spokenRect(int index) const override { return rectOf(m_labels[std::size_t(index)]).toAlignedRect(); }

    QSize sizeHint() const override { return { 300, 26 }; }
    QSize minimumSizeHint() const override { return { 100, 26 }; }

Q_SIGNALS:
    void removeAsked(qint64 id);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF rectOf(const LabelRegion &label) const;
    const LabelRegion *labelAt(const QPointF &at) const;
    QString textOf(const LabelRegion &label) const;

    TimeScale &m_time;
    std::vector<LabelRegion> m_labels;
    int m_left = 64, m_right = 10;
    qint64 m_current = 0;
};

} // namespace lepto
