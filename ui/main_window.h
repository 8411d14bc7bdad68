#pragma once

#include "ui/console.h"

#include <QMainWindow>

#include <array>

class QFrame;
class QPushButton;
class QStackedWidget;

namespace lepto {

class CommandPalette;
class DesktopNotifier;
class FrameMeter;
class Language;
class MessageBar;
class NavRail;
class NotificationBell;
class NotificationPanel;
class Page;
class Settings;
class StatusStrip;
class Theme;
class TimeScale;
class TopBar;
struct Command;

/// The shell: rail, top bar, message bar, the pages (made on first visit and kept), status bar, palette, keys.
/// Nothing in it is modal and nothing waits. All references must outlive it. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Theme and language come set; later changes of the settings reach them through the window.
    /// `windowFile` keeps size, place and page between runs; empty: nothing is kept.
    MainWindow(Console &console, Settings &settings, Theme &theme, Language &language, QString windowFile = {});
    ~MainWindow() override;

    /// Those before RailCount stand in the rail; the others are reached from the status bar, the palette and other pages.
    enum Place { Health, Explore, Incidents, Training, Models, Actions, Audit, SettingsPlace, Alerts, RailCount, Quality = RailCount, About, PlaceCount };
    static const std::array<const char *, PlaceCount> &placeIds();
    Place place() const;
    void go(Place place, const QString &object = {});
    void go(const QString &page, const QString &object);
    Page *page(Place place);                       ///< made when it is not there yet
    Page *currentPage() const;
    TimeScale &timeScale() { return *m_scale; }
    MessageBar &messages() { return *m_messages; }

    void openPalette();
    void openMessages();                           ///< all messages of this run
    void showKeys();
    void toggleArmed();
    void toggleStop();
    void openBundleFile(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectConsole();
    void connectNotifications();
    void sayDesktop();
    int alertsThatWantSomebody() const;
    void restore();
    void say();
    void sayState();
    void sayBadges();
    void stateMessages();
    void fitYoungHistory();
    void settingChanged(const QString &key);
    Page *startPage();
    bool nothingConnected() const;
    std::vector<Command> commands();
    void findMetrics(const QString &text);

    Console &m_console;
    Settings &m_settings;
    Theme &m_theme;
    Language &m_language;
    QString m_windowFile;
    TimeScale *m_scale;
    NavRail *m_rail = nullptr;
    TopBar *m_top = nullptr;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_pages = nullptr;
    StatusStrip *m_status = nullptr;
    FrameMeter *m_frames = nullptr;
    QFrame *m_armedEdge = nullptr;
    QPushButton *m_help = nullptr;
    NotificationBell *m_bell = nullptr;
    NotificationPanel *m_notices = nullptr;
    DesktopNotifier *m_desktop = nullptr;
    QString m_desktopProblem;
    CommandPalette *m_palette = nullptr;
    std::array<Page *, PlaceCount> m_made {};
    Page *m_start = nullptr;
    Place m_place = Health;
    bool m_fitted = false;
};

} // namespace lepto
