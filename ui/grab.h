#pragma once

#include <QString>

namespace lepto {

class MainWindow;

/// Every page as DIR/NN-page[-suffix].png, after its answers have arrived (waits by events, at most a few seconds a page).
/// The incidents and actions pages show `incident` and `plan`, where they are given. False when a file could not be written.
bool grabPages(MainWindow &window, const QString &dir, const QString &suffix = {}, const QString &incident = {}, const QString &plan = {});

} // namespace lepto
