#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `import PATH...`: samples from files into the history: CSV, dumps of metrics, blocks, snapshots and data folders of Prometheus.
class ImportCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("import"); }
    QString summary() const override { return QStringLiteral("bring samples of files into the history (CSV, metrics text, Prometheus storage)"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
