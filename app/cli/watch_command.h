#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `watch`: the console without a display: collects, judges, detects, and says what changes. With `--remote` an edge: it only collects,
/// into a spool from which a console takes the samples over ssh.
class WatchCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("watch"); }
    QString summary() const override { return QStringLiteral("collect and watch, in the terminal"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
