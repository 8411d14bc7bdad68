#pragma once

#include "ui/main_window.h"

namespace lepto {

/// Makes the page of a place. The window owns it.
Page *makePage(MainWindow::Place place, Console &console, Settings &settings, TimeScale &scale, QWidget *parent);

} // namespace lepto
