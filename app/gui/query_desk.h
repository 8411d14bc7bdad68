#pragma once

#include "app/gui/history_reader.h"
#include "ui/desks/query_desk.h"

namespace lepto {

/// ui/desks/query_desk.h over the history; the queries that were run are kept in `queries.json` of the data folder.
class EngineQueryDesk final : public QueryDesk {
    Q_OBJECT
public:
    EngineQueryDesk(Engine &engine, HistoryReader &reader, QObject *parent);

    /// Once the engine is open: takes up the kept history.
    void connectEngine();

    std::shared_ptr<const NameIndex> names() const override { return m_names; }
    void askNames() override;
    void findNames(const QString &text, QObject *context, Answer<NameMatches> answer) override;
    void estimate(const QString &expr, TimeMs from, TimeMs to, TimeMs step, QObject *context, Answer<promql::Estimate> answer) override;
    void explain(const QString &expr, TimeMs at, QObject *context, Answer<promql::ExplainNode> answer) override;
    QStringList history() const override { return m_history; }
    void remember(const QString &expr) override;
    void rawValues(const std::vector<Labels> &series, TimeMs at, QObject *context, Answer<std::vector<std::optional<Sample>>> answer) override;
    void quality(const std::vector<Labels> &series, TimeMs from, TimeMs to, QObject *context, Answer<std::vector<SurveyedSeries>> answer) override;

private:
    Engine &m_engine;
    HistoryReader &m_reader;
    JobRunner m_finders{1};
    std::shared_ptr<const NameIndex> m_names = std::make_shared<NameIndex>();
    QStringList m_history;
    bool m_asking = false;
};

} // namespace lepto
