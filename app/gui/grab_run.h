#pragma once

#include "ui/console.h"
#include "ui/main_window.h"

namespace lepto {

/// `--grab`: opens a bundle, shows each page long enough for its charts to be painted, and saves it as PAGE-THEME-LANG.png.
/// Ends the application with 0, or with 3 and one sentence on stderr.
class GrabRun : public QObject {
    Q_OBJECT
public:
    GrabRun(MainWindow &window, Console &console, QString folder, QString theme, QString language);
    void start(const QString &bundle);

private:
    void next(int place);
    void save(int place);
    void fail(const QString &sentence);

    MainWindow &m_window;
    Console &m_console;
    QString m_folder, m_suffix;
};

} // namespace lepto
