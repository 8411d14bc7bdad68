#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `quality [SELECTOR]`, `quality view SELECTOR`: how far stored series can be trusted, and cleaned views beside what is stored.
class QualityCommand : public Command {
public:
    QString name() const override { return QStringLiteral("quality"); }
    QString summary() const override { return QStringLiteral("how far stored series can be trusted, and why"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
