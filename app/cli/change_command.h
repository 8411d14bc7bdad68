#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// Changes of the world: listed, entered, removed; the webhook and the followed file switched on and off.
class ChangeCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("change"); }
    QString summary() const override { return QStringLiteral("deployments and other changes: list, add, delete, push to Grafana, take over HTTP"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
