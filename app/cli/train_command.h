#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `train NAME SELECTOR`: exports, trains, evaluates, registers; Ctrl+C cancels, `train --resume JOB` goes on after a crash.
class TrainCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("train"); }
    QString summary() const override { return QStringLiteral("train a model on stored series and compare it with the always-on detector"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
