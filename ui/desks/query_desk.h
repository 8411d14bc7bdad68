#pragma once

#include "core/promql/estimate.h"
#include "core/promql/explain.h"
#include "core/quality/quality_survey.h"
#include "ui/models/name_index.h"

#include <QObject>

namespace lepto {

/// What writing and judging a query needs beyond its answer: names, cost, history, raw values, data quality.
/// In the manner of Console: GUI thread, snapshots always present, requests return at once and are dropped with their `context`.
/// While a bundle is open all of it is of the bundle.
class QueryDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    /// Never null; read again by askNames(), replaced before namesChanged().
    virtual std::shared_ptr<const NameIndex> names() const = 0;
    virtual void askNames() = 0;
    /// Places in `names()->metrics()` as NameIndex::find, with the index they belong to.
    struct NameMatches {
        std::shared_ptr<const NameIndex> index;
        std::vector<std::uint32_t> places;
    };
    virtual void findNames(const QString &text, QObject *context, Answer<NameMatches> answer) = 0;

    virtual void estimate(
        const QString &expr, TimeMs from, TimeMs to, TimeMs step, QObject *context, Answer<promql::Estimate> answer)
        = 0;
    /// The expression as a tree, with what each node cost at `at`.
    virtual void explain(const QString &expr, TimeMs at, QObject *context, Answer<promql::ExplainNode> answer) = 0;

    virtual QStringList history() const = 0; ///< of queries, newest first, kept over restarts
    virtual void remember(const QString &expr) = 0;

    /// The newest sample of each series at or before `at`, as it was stored; none where there is none within five minutes.
    virtual void rawValues(
        const std::vector<Labels> &series, TimeMs at, QObject *context, Answer<std::vector<std::optional<Sample>>> answer)
        = 0;
    /// How far these series can be trusted in the range, in their order; those that are not stored are left out.
    virtual void quality(
        const std::vector<Labels> &series, TimeMs from, TimeMs to, QObject *context, Answer<std::vector<SurveyedSeries>> answer)
        = 0;

Q_SIGNALS:
    void namesChanged();
    void historyChanged();
};

} // namespace lepto
