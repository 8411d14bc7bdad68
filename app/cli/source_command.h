#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `source list|add|remove|test`
class SourceCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("source"); }
    QString summary() const override { return QStringLiteral("where the samples come from"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
