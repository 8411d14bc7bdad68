#pragma once

#include <QApplication>

#include <functional>

namespace lepto {

/// A QApplication that times each painted frame: what one update of a window costs the GUI thread.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    std::function<void(double seconds)> onFrame;

    bool notify(QObject *receiver, QEvent *event) override;
};

} // namespace lepto
