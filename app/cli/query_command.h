#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `query EXPR`: a PromQL expression over the stored history, at one time or over a range.
class QueryCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("query"); }
    QString summary() const override { return QStringLiteral("evaluate PromQL over the stored history"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// `promql check|eval`: the expression alone, and the same evaluation under its own name.
class PromqlCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("promql"); }
    QString summary() const override { return QStringLiteral("check or evaluate a PromQL expression"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
