#pragma once

#include "app/cli/command.h"
#include "app/services/services.h"
#include "core/alerts/alert_service.h"

namespace lepto::cli {

/// `alerts list|groups|history`: what the Alertmanagers and the rules of the sources show.
class AlertsCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("alerts"); }
    QString summary() const override { return QStringLiteral("what fires, silenced or not, and what fired before"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// Asks the sources of the settings (or only --source) once and runs `work` when each has answered or failed.
/// Errors: no such source, no source with alerts.
int withAlerts(Session &session, const std::function<int(Services &, AlertService &)> &work);
/// Says which sources did not answer; the exit code of a look: 1 where some are missing, 3 where all are.
int reportSources(Session &session, const AlertSnapshot &snapshot);
void showAlerts(Output &out, const std::vector<Alert> &alerts);
QJsonObject toJson(const Alert &alert);
/// What --filter leaves.
Result<std::vector<Alert>> filtered(const Session &session, const std::vector<Alert> &alerts);

} // namespace lepto::cli
