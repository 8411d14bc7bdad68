#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `store stats|cardinality|check|compact|repair|restore`: the history of samples itself.
class StoreCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("store"); }
    QString summary() const override { return QStringLiteral("look after the history of samples: size, series, soundness, repair"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
