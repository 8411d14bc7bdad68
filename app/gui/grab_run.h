#pragma once

#include "ui/console.h"
#include "ui/main_window.h"

namespace lepto {

/// `--grab`: opens a bundle, saves every page with it as DIR/NN-PAGE-SUFFIX.png and ends the application with 0, or with 3 and one
/// sentence on stderr. `window` and `console` live until then.
void startGrab(MainWindow &window, Console &console, const QString &dir, const QString &suffix, const QString &bundle);

} // namespace lepto
