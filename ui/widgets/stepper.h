#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

#include <vector>

namespace lepto {

/// Steps of a guided task side by side, each with its mark and a one-line result; the current one is lit. Painted; not clickable:
/// it says where the task stands.
class Stepper : public QWidget {
    Q_OBJECT
public:
    explicit Stepper(QWidget *parent = nullptr);
    struct Step {
        QString name, result;
        MarkCode mark = MarkCode::Todo;
    };
    void setSteps(std::vector<Step> steps, int current);
    QSize sizeHint() const override { return { 600, 60 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Step> m_steps;
    int m_current = 0;
};

/// The same in one line with dashes between, for the way of a plan.
class StageLine : public QWidget {
    Q_OBJECT
public:
    explicit StageLine(QWidget *parent = nullptr);
    void setStages(std::vector<Stepper::Step> stages, int current);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 120, 26 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Stepper::Step> m_stages;
    int m_current = 0;
};

} // namespace lepto
