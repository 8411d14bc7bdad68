#include "core/models/live_scorer.h"

#include "core/base/text.h"
#include "core/detect/anomaly_tracker.h"
#include "core/models/grid_export.h"
#include "ml/base/label_text.h"
#include "ml/base/model_container.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int kAlarmsToOpen = 2;
constexpr int kSpareRows = 4; // rows before the window, so that a gap at its start has a value to carry

} // namespace

struct LiveScorer::Watch {
    ModelVersion model;
    QString label;                        ///< "model:NAME@VERSION"
    std::vector<Labels> series;
    std::vector<AnomalyTracker> trackers; ///< one a series
    int window = 0, alarms = 0;
    TimeMs step = 0, asked = 0, scoredUntil = 0;
    ml::Rows rows;                        ///< of the open request
    QString request;                      ///< open request; empty: none
    QString reported;                     ///< last reason given
    bool usable = false;
};

LiveScorer::LiveScorer(const Store &store, ModelRegistry &registry, const Clock &clock, QStringList workerCommand, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_registry(registry)
    , m_clock(clock)
    , m_worker(std::move(workerCommand))
{
    qRegisterMetaType<lepto::ModelScore>();
    connect(&m_registry, &ModelRegistry::changed, this, &LiveScorer::reload);
    connect(&m_timer, &QTimer::timeout, this, &LiveScorer::scoreNow);
    connect(&m_worker, &WorkerClient::finished, this, [this](const QString &id, const QJsonObject &body) {
        if (Watch *watch = watchOf(id))
            take(*watch, body);
    });
    connect(&m_worker, &WorkerClient::failed, this, [this](const QString &id, const Error &error) {
        if (Watch *watch = watchOf(id)) {
            watch->request.clear();
            report(*watch, qstr(error));
        }
    });
}

LiveScorer::~LiveScorer() { stop(); }

void LiveScorer::start(int intervalMs)
{
    if (m_timer.isActive())
        return;
    reload();
    m_timer.start(intervalMs);
}

void LiveScorer::stop()
{
    m_timer.stop();
    for (auto &[label, watch] : m_watches)
        watch->request.clear();
    m_worker.stop();
}

LiveScorer::Watch *LiveScorer::watchOf(const QString &request)
{
    for (auto &[label, watch] : m_watches)
        if (watch->request == request)
            return watch.get();
    return nullptr;
}

void LiveScorer::report(Watch &watch, const QString &reason)
{
    if (std::exchange(watch.reported, reason) != reason)
        Q_EMIT problem(watch.label, reason);
}

/// Follows the registry: new active versions are verified and read, others are let go.
void LiveScorer::reload()
{
    std::map<QString, std::unique_ptr<Watch>> kept;
    for (const ModelVersion &model : m_registry.actives()) {
        const QString label = QStringLiteral("model:%1@%2").arg(model.name).arg(model.version);
        if (const auto known = m_watches.find(label); known != m_watches.end()) {
            kept[label] = std::move(known->second);
            continue;
        }
        auto watch = std::make_unique<Watch>();
        watch->model = model;
        watch->label = label;
        const auto read = ml::readModel(utf8(model.file));
        if (read) {
            watch->step = read->manifest.step;
            watch->window = QJsonDocument::fromJson(QByteArray::fromStdString(read->manifest.hyperParameters)).object()[u"window"].toInt();
        }
        for (const QString &text : model.series)
            if (const auto labels = labelsOfText(utf8(text))) {
                watch->series.push_back(*labels);
                watch->trackers.emplace_back(*labels, label, std::max<TimeMs>(60'000, 4 * watch->step));
            }
        watch->usable = read && read->sha256 == utf8(model.sha256) && watch->window > 0 && watch->step > 0
            && qsizetype(watch->series.size()) == model.series.size();
        if (!watch->usable)
            report(*watch, tr("the model's file cannot be used"));
        kept[label] = std::move(watch);
    }
    m_watches = std::move(kept);
}

void LiveScorer::scoreNow()
{
    for (auto &[label, watch] : m_watches)
        if (watch->usable && watch->request.isEmpty())
            ask(*watch);
}

void LiveScorer::ask(Watch &watch)
{
    const TimeMs to = m_clock.now() / watch.step * watch.step;
    if (to <= watch.scoredUntil)
        return; // the grid has no new row yet
    const auto grid = exportGrid(m_store, watch.series, to - (watch.window + kSpareRows - 1) * watch.step, to, watch.step);
    if (!grid) {
        report(watch, qstr(grid.error()));
        return;
    }
    watch.rows.clear();
    bool fresh = false;
    for (std::size_t row = 0; row < grid->rows(); ++row) {
        std::vector<double> values;
        for (std::size_t column = 0; column < watch.series.size(); ++column)
            values.push_back(double(grid->at(row, column)));
        if (row + 2 >= grid->rows())
            fresh = fresh || std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
        watch.rows.push_back(std::move(values));
    }
    if (!fresh) {
        report(watch, tr("its series have no new samples"));
        return;
    }
    watch.asked = to;
    watch.request = m_worker.request(ml::ScoreRequest{utf8(watch.model.file), watch.rows, {}, {}});
}

void LiveScorer::take(Watch &watch, const QJsonObject &body)
{
    watch.request.clear();
    watch.reported.clear();
    watch.scoredUntil = watch.asked;
    const QJsonArray scores = body[u"scores"].toArray(), alarms = body[u"alarms"].toArray(), shares = body[u"share"].toArray(),
                     expectations = body[u"expected"].toArray();
    if (scores.isEmpty() || scores.last().isNull() || shares.size() != qsizetype(watch.series.size()) || expectations.size() != shares.size())
        return;
    ModelScore score{watch.label, watch.asked, scores.last().toDouble(), alarms.last().toBool(), {}};
    std::vector<double> expected;
    for (qsizetype i = 0; i < shares.size(); ++i) {
        score.shares.emplace_back(watch.series[std::size_t(i)], shares[i].toDouble());
        expected.push_back(expectations[i].toDouble());
    }
    watch.alarms = score.anomalous ? watch.alarms + 1 : 0;
    track(watch, score, expected);
    Q_EMIT scored(score);
}

void LiveScorer::track(Watch &watch, const ModelScore &score, const std::vector<double> &expected)
{
    const auto largest = std::max_element(score.shares.begin(), score.shares.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    const auto guilty = std::size_t(largest - score.shares.begin());
    for (std::size_t i = 0; i < watch.trackers.size(); ++i) {
        AnomalyTracker &tracker = watch.trackers[i];
        ml::Score one;
        one.ready = true;
        one.anomalous = i == guilty && watch.alarms >= kAlarmsToOpen;
        one.score = i == guilty ? score.score : 0;
        one.expected = one.lower = one.upper = expected[i];
        switch (tracker.push({score.at, watch.rows.back()[i]}, one)) {
        case AnomalyTracker::Change::Opened: Q_EMIT anomalyOpened(tracker.current()); break;
        case AnomalyTracker::Change::Grew: Q_EMIT anomalyGrew(tracker.current()); break;
        case AnomalyTracker::Change::Ended: Q_EMIT anomalyEnded(tracker.current()); break;
        case AnomalyTracker::Change::None: break;
        }
    }
}

} // namespace lepto
