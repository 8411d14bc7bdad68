#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `model list|show|verify|promote|rollback`
class ModelCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("model"); }
    QString summary() const override { return QStringLiteral("trained models: look, verify, promote, roll back"); }
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
