#pragma once

#include <QString>

namespace lepto {

class MainWindow;

/// Every page as DIR/NN-page[-suffix].png, after its answers have arrived (waits by events, at most a few seconds a page).
/// The incidents page shows `incident`, where one is given. False when a file could not be written.
bool grabPages(MainWindow &window, const QString &dir, const QString &suffix = {}, const QString &incident = {});

} // namespace lepto
