#pragma once

#include <QString>

namespace lepto {

/// A Grafana unit in the console's words (see LayoutPanel::unit) with the factor that brings a value there.
struct DashboardUnit {
    QString unit;
    double scale = 1;
    bool known = true;
};
DashboardUnit dashboardUnit(const QString &grafana);

} // namespace lepto
