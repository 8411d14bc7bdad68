#pragma once

#include "app/cli/command.h"

namespace lepto::cli {

/// `query EXPR`: a PromQL expression over the stored history, at one time or over a range.
class QueryCommand final : public Command {
public:
    QString name() const override { return QStringLiteral("query"); }
    QString summary() const override { return QStringLiteral("evaluate PromQL over the stored history"); }
    void addOptions(QCommandLineParser &parser) const override;
    std::vector<Verb> verbs() const override;
};

/// The times that --time, or --from, --to and --step ask for; step 0 is one time, `to`.
struct QueryTimes {
    qint64 from = 0, to = 0, step = 0;
};
Result<QueryTimes> queryTimes(const Session &session);
void addQueryOptions(QCommandLineParser &parser);
/// Evaluates the first word and prints series and values.
int evaluateQuery(Session &session);

} // namespace lepto::cli
