#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// PromQL as it stands in an edit field. Pure. The core counts bytes of UTF-8, a text field UTF-16 units: places here are the
/// latter.

struct TextSpan {
    int at = 0, end = 0;
};
TextSpan spanOf(const QString &query, std::size_t at, std::size_t end);

/// A stretch to underline, with one sentence of why.
struct QueryFault {
    TextSpan span;
    QString words;
};
/// Of a text that is being written; empty where it is well formed or blank.
std::vector<QueryFault> faultsOf(const QString &query);

/// The query over several lines as the language's own formatter lays it out; the text itself where it is not well formed.
QString formattedQuery(const QString &query);

/// Adds `label="value"` to each selector of `metric` in the query, or replaces what stands for that label; empty where the
/// query does not name the metric or is not well formed.
QString withMatcher(const QString &query, const QString &metric, const QString &label, const QString &value);
/// `metric{label="value"}`, as a rate where the metric counts up.
QString selectorQuery(const QString &metric, const QString &label, const QString &value);

/// The first selector of the query with braces, as findSeries takes it; empty where there is none.
QString firstSelector(const QString &query);

class NameIndex;
/// A few queries that say something about this history; none where it is empty.
QStringList exampleQueries(const NameIndex &names);

} // namespace lepto
