#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `promql check|format|explain|eval`: the expression itself, and the same evaluation as `query` under its own name.
class PromqlCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("promql"); }
    QString summary() const override { return QStringLiteral("check, format, explain or evaluate a PromQL expression"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
