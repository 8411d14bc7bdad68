#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `label list|add|remove`: regions that an engineer marks on a series.
class LabelCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("label"); }
    QString summary() const override { return QStringLiteral("mark a stretch of a series for training and review"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
