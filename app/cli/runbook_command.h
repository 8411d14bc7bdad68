#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `runbook …`: from a runbook to a verified effect; see the verbs.
class RunbookCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("runbook"); }
    QString summary() const override { return QStringLiteral("lint, suggest, plan, dry-run, execute and undo remediation"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// `approve PLAN --hash H --reason R`: signs exactly one plan.
class ApproveCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("approve"); }
    QString summary() const override { return QStringLiteral("sign a plan; any later change of it voids the signature"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// `stop [--resume]`: nothing new starts; a running action stops after its current step.
class StopCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("stop"); }
    QString summary() const override { return QStringLiteral("stop all actions, or with --resume allow them again"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
