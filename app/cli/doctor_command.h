#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `doctor`: is everything there that the console needs, and is what it keeps sound?
class DoctorCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("doctor"); }
    QString summary() const override { return QStringLiteral("check the data folder, the worker, the audit record, the clock"); }
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
