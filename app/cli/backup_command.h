#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `backup FOLDER`: an online copy of everything that cannot be made again.
class BackupCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("backup"); }
    QString summary() const override { return QStringLiteral("copy history and decisions to a folder, while collecting"); }
    std::vector<Verb> verbs() const override;
};

/// `restore FOLDER`: puts a backup into an empty data folder, after checking it.
class RestoreCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("restore"); }
    QString summary() const override { return QStringLiteral("put a backup into an empty data folder"); }
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
