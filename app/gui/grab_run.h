#pragma once

#include "app/gui/engine_console.h"
#include "ui/main_window.h"

namespace lepto {

/// `--grab`: saves every page as DIR/NN-PAGE-SUFFIX.png and ends the application with 0, or with 3 and one sentence on stderr.
/// `window`, `console` and `engine` live until then.
struct GrabRun {
    MainWindow &window;
    EngineConsole &console;
    QString dir, suffix;

    void overBundle(const QString &file) const;
    /// Opens the data folder as a person would, sources and all, and takes the pictures once a few scrapes have come in.
    void overHome(Engine &engine) const;

private:
    void grab() const;
};

} // namespace lepto
