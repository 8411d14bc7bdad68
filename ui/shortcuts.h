#pragma once

class QObject;

namespace lepto {

class MainWindow;
class KeyMap;

/// The keys of the whole window, in place of those installed before. Single letters do not fire while a field has the focus.
void installShortcuts(MainWindow &window, const KeyMap &keys);
/// Lets a focused button keep Space and a combo box keep its letters. Installed on the application.
QObject *makeKeyGuard(QObject *parent);

} // namespace lepto
