#include "ui/page_factory.h"

#include "ui/pages/about_page.h"
#include "ui/pages/actions_page.h"
#include "ui/pages/alerts_page.h"
#include "ui/pages/audit_page.h"
#include "ui/pages/explore_page.h"
#include "ui/pages/health_page.h"
#include "ui/pages/incidents_page.h"
#include "ui/pages/models_page.h"
#include "ui/pages/quality_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/training_page.h"

namespace lepto {

Page *makePage(MainWindow::Place place, Console &console, Settings &settings, TimeScale &scale, QWidget *parent)
{
    switch (place) {
    case MainWindow::Health: return new HealthPage(console, scale, parent);
    case MainWindow::Explore: return new ExplorePage(console, scale, parent);
    case MainWindow::Incidents: return new IncidentsPage(console, scale, parent);
    case MainWindow::Training: return new TrainingPage(console, scale, parent);
    case MainWindow::Models: return new ModelsPage(console, scale, parent);
    case MainWindow::Actions: return new ActionsPage(console, scale, parent);
    case MainWindow::Audit: return new AuditPage(console, scale, parent);
    case MainWindow::Quality: return new QualityPage(console, scale, parent);
    case MainWindow::About: return new AboutPage(console, parent);
    case MainWindow::Alerts: return new AlertsPage(console, scale, parent);
    default: return new SettingsPage(console, settings, scale, parent);
    }
}

} // namespace lepto
