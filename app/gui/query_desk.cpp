#include "app/gui/query_desk.h"

#include "core/base/save_file.h"
#include "core/base/text.h"
#include "core/promql/evaluator.h"
#include "core/promql/parser.h"
#include "core/promql/store_provider.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace lepto {

namespace {

constexpr std::size_t kMostSeries = 100'000;
constexpr qsizetype kMostRemembered = 200, kLongest = 20'000;
constexpr TimeMs kLookback = 300'000;

QString historyFile(const Home &home)
{
    return home.path() + QStringLiteral("/queries.json");
}

QStringList readQueries(const QString &path)
{
    QFile file(path);
    QStringList out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QJsonArray kept = QJsonDocument::fromJson(file.read(kMostRemembered * kLongest)).array();
    for (const QJsonValue &value : kept) {
        if (const QString expr = value.toString().left(kLongest); !expr.isEmpty() && out.size() < kMostRemembered)
            out.append(expr);
    }
    return out;
}

Result<NameIndex> readNames(const History &history)
{
    const auto series = history.store.select({}, 0, std::numeric_limits<TimeMs>::max(), kMostSeries);
    return series ? Result<NameIndex>(NameIndex(*series)) : series.error();
}

Result<promql::ExplainNode> explained(const History &history, const QString &expr, TimeMs at)
{
    const auto parsed = promql::parse(utf8(expr));
    if (!parsed)
        return parsed.error();
    promql::StoreProvider provider(history.store);
    promql::Profile profile;
    const auto value = promql::evaluate(*parsed, provider, std::min(at, history.now), {}, &profile);
    return promql::explain(*parsed, value ? &profile : nullptr);
}

} // namespace

EngineQueryDesk::EngineQueryDesk(Engine &engine, HistoryReader &reader, QObject *parent)
    : QueryDesk(parent), m_engine(engine), m_reader(reader)
{ }

void EngineQueryDesk::connectEngine()
{
    m_engine.ask<QStringList>([](Services &services) { return Result<QStringList>(readQueries(historyFile(services.home()))); }, this,
                              [this](Result<QStringList> kept) {
        for (const QString &expr : *kept) {
            if (!m_history.contains(expr))
                m_history.append(expr);
        }
        Q_EMIT historyChanged();
    });
    askNames();
}

void EngineQueryDesk::askNames()
{
    if (std::exchange(m_asking, true))
        return;
    const bool offline = m_reader.offline();
    using Read = std::shared_ptr<const NameIndex>;
    m_reader.read<Read>(
        [](const History &history) -> Result<Read> {
            auto index = readNames(history);
            return index ? Result<Read>(std::make_shared<NameIndex>(std::move(*index))) : index.error();
        },
        this, [this, offline](Result<Read> read) {
            m_asking = false;
            if (offline != m_reader.offline())
                return askNames(); // a bundle was opened or closed meanwhile
            if (read)
                m_names = *read;
            Q_EMIT namesChanged();
        });
}

void EngineQueryDesk::findNames(const QString &text, QObject *context, Answer<NameMatches> answer)
{
    using Found = std::shared_ptr<NameMatches>;
    m_finders.run<Found>(
        [index = m_names, text = utf8(text)](QPromise<Found> &promise) {
            promise.addResult(std::make_shared<NameMatches>(NameMatches{index, index->find(text)}));
        },
        context, [answer](const Found &found) { answer(std::move(*found)); });
}

void EngineQueryDesk::estimate(const QString &expr, TimeMs from, TimeMs to, TimeMs step, QObject *context, Answer<promql::Estimate> answer)
{
    m_reader.read<promql::Estimate>(
        [=](const History &history) -> Result<promql::Estimate> {
            const auto parsed = promql::parse(utf8(expr));
            return parsed ? promql::estimate(*parsed, history.store, from, std::min(to, history.now), step) : parsed.error();
        },
        context, std::move(answer));
}

void EngineQueryDesk::explain(const QString &expr, TimeMs at, QObject *context, Answer<promql::ExplainNode> answer)
{
    m_reader.read<promql::ExplainNode>([=](const History &history) { return explained(history, expr, at); }, context, std::move(answer));
}

void EngineQueryDesk::remember(const QString &expr)
{
    const QString kept = expr.left(kLongest);
    if (kept.isEmpty() || m_history.value(0) == kept)
        return;
    m_history.removeAll(kept);
    m_history.prepend(kept);
    m_history.resize(std::min(m_history.size(), kMostRemembered));
    m_engine.tell([bytes = QJsonDocument(QJsonArray::fromStringList(m_history)).toJson(QJsonDocument::Compact)](Services &services) {
        (void)saveFile(historyFile(services.home()), bytes); // the window keeps its own copy; a full disk is told elsewhere
    });
    Q_EMIT historyChanged();
}

void EngineQueryDesk::rawValues(const std::vector<Labels> &series, TimeMs at, QObject *context, Answer<std::vector<std::optional<Sample>>> answer)
{
    using Values = std::vector<std::optional<Sample>>;
    m_reader.read<Values>(
        [=](const History &history) -> Result<Values> {
            Values out;
            for (const Labels &labels : series) {
                const auto id = history.store.find(labels);
                const auto samples = id ? history.store.range(*id, at - kLookback, at) : Result<std::vector<Sample>>(std::vector<Sample>());
                if (!samples)
                    return samples.error();
                const bool any = !samples->empty() && !isStaleMarker(samples->back().v);
                out.push_back(any ? std::optional(samples->back()) : std::nullopt);
            }
            return out;
        },
        context, std::move(answer));
}

void EngineQueryDesk::quality(const std::vector<Labels> &series, TimeMs from, TimeMs to, QObject *context, Answer<std::vector<SurveyedSeries>> answer)
{
    using Surveyed = std::vector<SurveyedSeries>;
    m_reader.read<Surveyed>(
        [=](const History &history) -> Result<Surveyed> {
            Surveyed out;
            for (const Labels &labels : series) {
                std::vector<Matcher> matchers;
                for (const auto &[name, value] : labels.pairs())
                    matchers.push_back({Matcher::Kind::Equal, name, value});
                const auto survey = surveyQuality(history.store, matchers, from, std::min(to, history.now), 100);
                if (!survey)
                    return survey.error();
                for (const SurveyedSeries &one : *survey) {
                    if (one.series.labels == labels)
                        out.push_back(one);
                }
            }
            return out;
        },
        context, std::move(answer));
}

} // namespace lepto
