#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `bundle create|verify|open`: a stretch of history with its decisions as one file.
class BundleCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("bundle"); }
    QString summary() const override { return QStringLiteral("save a time range as one file, or look into one"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
