#pragma once

#include "ui/console.h"

#include <QAbstractScrollArea>

namespace lepto {

/// One lane a model, versions as bars from the day they were trained to the day the next one was. Painted; a click or the arrows choose.
class VersionLanes : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit VersionLanes(QWidget *parent = nullptr);
    void show(const std::vector<ModelVersion> &models, const QString &selected, TimeMs now, bool utc);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 300, 80 }; }

Q_SIGNALS:
    void chosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Bar {
        int version = 0;
        ModelStage stage = ModelStage::Retired;
        TimeMs from = 0, to = 0;
    };
    struct Lane {
        QString name, kind;
        std::vector<Bar> bars;
    };
    double x(TimeMs at) const;
    void paintAxis(QPainter *p) const;
    void paintLane(QPainter *p, const Lane &lane, const QRect &r) const;
    void paintBar(QPainter *p, const Bar &bar, const QRect &r) const;
    void choose(int lane);

    std::vector<Lane> m_lanes;
    QString m_selected;
    TimeMs m_now = 0, m_from = 0, m_to = 0;
    bool m_utc = true;
};

} // namespace lepto
