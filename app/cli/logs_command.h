#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `logs`, `logs patterns|counts|cluster|lint`
class LogsCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("logs"); }
    QString summary() const override { return QStringLiteral("lines of logs and the patterns in them"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
