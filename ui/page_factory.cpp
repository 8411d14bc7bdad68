#include "ui/page_factory.h"

#include "ui/pages/actions_page.h"
#include "ui/pages/audit_page.h"
#include "ui/pages/models_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/training_page.h"
#if __has_include("ui/pages/health_page.h")
#include "ui/pages/health_page.h"
#define HAVE_HEALTH
#endif
#if __has_include("ui/pages/explore_page.h")
#include "ui/pages/explore_page.h"
#define HAVE_EXPLORE
#endif
#if __has_include("ui/pages/incidents_page.h")
#include "ui/pages/incidents_page.h"
#define HAVE_INCIDENTS
#endif

namespace lepto {

Page *makePage(MainWindow::Place place, Console &console, Settings &settings, TimeScale &scale, QWidget *parent)
{
    switch (place) {
#ifdef HAVE_HEALTH
    case MainWindow::Health: return new HealthPage(console, scale, parent);
#endif
#ifdef HAVE_EXPLORE
    case MainWindow::Explore: return new ExplorePage(console, scale, parent);
#endif
#ifdef HAVE_INCIDENTS
    case MainWindow::Incidents: return new IncidentsPage(console, scale, parent);
#endif
    case MainWindow::Training: return new TrainingPage(console, scale, parent);
    case MainWindow::Models: return new ModelsPage(console, scale, parent);
    case MainWindow::Actions: return new ActionsPage(console, scale, parent);
    case MainWindow::Audit: return new AuditPage(console, scale, parent);
    case MainWindow::SettingsPlace: return new SettingsPage(console, settings, scale, parent);
    default: return new Page(parent);
    }
}

} // namespace lepto
