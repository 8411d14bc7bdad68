#pragma once

#include "app/cli/command.h"
#include "app/services/services.h"

namespace lepto::cli {

/// Opens what a command works on: the data folder's databases, without collecting.
Result<std::unique_ptr<Services>> openServices(const Session &session, ServicesOptions::Mode mode = ServicesOptions::Mode::Operate);

/// A command does not go on with defaults in place of settings that are broken. Errors: what is wrong with the file.
Result<void> usable(const Settings &settings);

/// Runs `work` with the services open, or fails with the one sentence that says why not.
int withServices(Session &session, const std::function<int(Services &)> &work);

/// The number of an incident from "INC-12" or "12".
Result<qint64> incidentNumber(const QString &text);

/// Parses a selector such as `node_load1{job="host"}` into matchers.
Result<std::vector<Matcher>> selector(const QString &text);

void addRangeOptions(QCommandLineParser &parser);

/// The answer of a change: nothing on success but `done` as a line.
int finish(Session &session, const Result<void> &result, const QString &done);

} // namespace lepto::cli
