#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `relay`: what a console starts over ssh on an edge: hands on, on its standard streams, what `watch --remote` has collected. Where nothing
/// collects it does so itself, as long as the console is connected.
class RelayCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("relay"); }
    QString summary() const override { return QStringLiteral("hand the samples of this edge to a console; started by it over ssh"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
