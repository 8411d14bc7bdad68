#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// Grafana dashboards as layouts of the Explore page.
class DashboardCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("dashboard"); }
    QString summary() const override { return QStringLiteral("take over Grafana dashboards as layouts: import, list, show, delete"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
