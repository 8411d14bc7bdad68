#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `silence list|show|preview|create|edit|expire`
class SilenceCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("silence"); }
    QString summary() const override { return QStringLiteral("keep an Alertmanager quiet about some alerts for a while"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
