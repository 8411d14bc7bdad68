#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `incident list|show|acknowledge|verdict|note|resolve|close`
class IncidentCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("incident"); }
    QString summary() const override { return QStringLiteral("incidents: look, acknowledge, judge, close"); }
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
