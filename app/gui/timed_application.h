#pragma once

#include <QApplication>

#include <functional>

namespace lepto {

/// A QApplication that times each painted frame, what one update of a window costs the GUI thread, and each event that holds that
/// thread too long.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    std::function<void(double seconds)> onFrame, onStall;
    static constexpr double longestEvent = 0.05; ///< seconds; a longer one is a stall

    bool notify(QObject *receiver, QEvent *event) override;

private:
    int m_depth = 0;                  ///< events inside events belong to the outer one
};

} // namespace lepto
