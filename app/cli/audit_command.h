#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `audit list|verify|prove|export`: the record of every decision and effect.
class AuditCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("audit"); }
    QString summary() const override { return QStringLiteral("read, verify, prove or export the audit record"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
