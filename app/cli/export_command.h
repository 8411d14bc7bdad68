#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `export`: samples of the history as CSV, OpenMetrics (which promtool turns into blocks) or JSON.
class ExportCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("export"); }
    QString summary() const override { return QStringLiteral("write samples of the history as CSV, OpenMetrics or JSON"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
