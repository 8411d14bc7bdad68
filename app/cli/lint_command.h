#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `lint-exposition FILE`: what a strict reader, or with --mode scrape a scraper, finds wrong with a metrics page.
class LintCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("lint-exposition"); }
    QString summary() const override { return QStringLiteral("check a page of metrics (Prometheus text or OpenMetrics)"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
