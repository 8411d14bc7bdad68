#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `detect SELECTOR`: the always-on detector over stored series.
class DetectCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("detect"); }
    QString summary() const override { return QStringLiteral("find abnormal stretches in stored series"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// `forecast SELECTOR --horizon D`
class ForecastCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("forecast"); }
    QString summary() const override { return QStringLiteral("where stored series are heading, with an interval"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

} // namespace lepto::cli
