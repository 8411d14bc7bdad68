#include "app/services/collector.h"

#include "app/services/alerts.h"
#include "app/services/gap_watch.h"
#include "app/services/log_intake.h"
#include "app/services/services.h"
#include "core/audit/audit_log.h"
#include "core/base/text.h"
#include "core/changes/change_intake.h"
#include "core/changes/change_store.h"
#include "core/edge/edge_source.h"
#include "core/incidents/correlator.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/models/model_registry.h"
#include "core/models/training_service.h"
#include "core/remediate/catalogue.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/secret_store.h"
#include "core/settings/settings.h"
#include "core/sources/source_manager.h"
#include "core/telemetry/self_metrics.h"

#include <QElapsedTimer>
#include <QHostInfo>

namespace lepto {

namespace {

constexpr TimeMs kDay = 24 * 3600'000;
constexpr qint64 kMiB = 1 << 20;
constexpr std::size_t kMostQueued = 1'000'000; ///< samples, some 30 MB

/// What a console without any configuration watches: this machine.
std::vector<SourceConfig> configured(const Settings &settings)
{
    std::vector<SourceConfig> sources = settings.sources();
    std::erase_if(sources, [](const SourceConfig &config) { return !bringsSamples(config.kind); });
    if (!sources.empty())
        return sources;
    SourceConfig host;
    host.name = QStringLiteral("this-host");
    host.kind = SourceConfig::Kind::Host;
    return {host};
}

SourceLimits limitsOf(const Settings &settings)
{
    SourceLimits limits;
    limits.maxSeries = std::size_t(settings.get(setting::seriesPerSource));
    limits.maxBytes = qint64(settings.get(setting::answerMiB)) << 20;
    limits.clockLimitSeconds = settings.get(setting::clockLimitSeconds);
    return limits;
}

} // namespace

Collector::Collector(Services &services, Store &store)
    : m_services(services), m_store(store), m_secrets(openSecretStore(services.home().keys())), m_metrics(std::make_unique<SelfMetrics>()),
      m_sources(std::make_unique<SourceManager>(m_secrets.get(), limitsOf(services.settings()))), m_alerts(makeAlertService(services, m_secrets.get(), true)),
      m_logs(std::make_unique<LogIntake>(services.home().logsDb(), services.clock(), *m_sources)),
      m_changes(std::make_unique<ChangeIntake>(services.changes(), services.settings(), *m_secrets)),
      m_gaps(std::make_unique<GapWatch>(store, m_secrets.get(), services.settings(), services.home().gapsFile())),
      m_detection(std::make_unique<DetectionService>(services.detectorFactory(), &store)),
      m_correlator(std::make_unique<Correlator>(services.incidents(), services.clock())),
      m_scorer(std::make_unique<LiveScorer>(store, services.models(), services.clock(), services.workerCommand())),
      m_jobs(std::make_unique<JobRunner>(1)), m_queue(std::make_unique<WriteQueue>(store, kMostQueued))
{
    RuleSet rules = loadRules(services.home().rules());
    m_loop = std::make_unique<SignalLoop>(store, *m_detection, services.clock(), std::move(rules.rules), services.language());
    for (const Error &error : rules.problems)
        QTimer::singleShot(0, this, [this, error] { Q_EMIT noticed(qstr(error)); });
    m_sources->setFactory(SourceConfig::Kind::Edge, makeEdgeSource);
    connect(m_sources.get(), &SourceManager::scraped, this, &Collector::take);
    connect(m_logs.get(), &LogIntake::counted, this, [this](const std::vector<LabelledSample> &samples) { keep({ samples, {}, {} }, {}); });
    connect(m_logs.get(), &LogIntake::noticed, this, &Collector::noticed);
    connect(&services.settings(), &Settings::sourcesChanged, this, [this] {
        m_sources->setSources(configured(m_services.settings()));
        m_gaps->filler().setSources(configured(m_services.settings()));
        m_alerts->setSources(m_services.settings().sources());
    });
    connect(m_changes.get(), &ChangeIntake::problem, this, &Collector::noticed);
    connect(m_gaps.get(), &GapWatch::noticed, this, &Collector::noticed);
    connect(m_sources.get(), &SourceManager::stateChanged, this, [this](const SourceState &state) { m_gaps->take(state, m_services.clock().now()); });
    wireDetection();
    wireActions();
    wireMetrics();
    wireAlerts();
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_rate = 0.7 * m_rate + 0.3 * double(std::exchange(m_taken, 0));
        const WriteQueue::Counts queue = m_queue->counts();
        m_metrics->writerQueue(queue.queued, queue.refused);
        const auto training = std::ranges::count_if(m_services.training().jobs(), [](const TrainingJob &job) { return job.state < TrainingJob::State::Done; });
        m_metrics->jobsRunning(m_jobs->running() + int(training));
        const StoreStats stats = m_store.stats();
        m_metrics->storeSize(stats.bytesOnDisk, stats.series, stats.samples);
        m_correlator->tick();
    });
    connect(&m_reload, &QTimer::timeout, this, &Collector::reload);
    connect(&m_minute, &QTimer::timeout, this, &Collector::upkeep);
}

Collector::~Collector() { stop(); }

void Collector::start()
{
    if (std::exchange(m_started, true))
        return;
    const Settings &settings = m_services.settings();
    (void)m_services.audit().record(m_services.user(), QStringLiteral("console.start"), m_services.home().path());
    if (settings.get(setting::telemetryOn))
        m_metrics->listen(settings.get(setting::telemetryPort));
    if (const auto recovered = m_services.remediation().recover(); !recovered)
        Q_EMIT noticed(qstr(recovered.error()));
    limitSeries();
    m_sources->setSources(configured(settings));
    m_gaps->start(configured(settings), m_services.clock().now());
    m_sources->start();
    m_alerts->start();
    m_changes->start();
    m_loop->start(settings.get(setting::healthIntervalMs));
    m_scorer->start();
    m_second.start(1000);
    m_reload.start(2000);
    m_minute.start(60'000);
}

void Collector::stop()
{
    if (!std::exchange(m_started, false))
        return;
    m_second.stop();
    m_reload.stop();
    m_minute.stop();
    m_scorer->stop();
    m_loop->stop();
    m_changes->stop();
    m_alerts->stop();
    m_gaps->stop();
    m_sources->stop();
    (void)m_queue->flush();
}

void Collector::wireDetection()
{
    const auto found = [this](const Anomaly &anomaly) { m_correlator->take(anomaly); };
    connect(m_detection.get(), &DetectionService::anomalyOpened, this, found);
    connect(m_detection.get(), &DetectionService::anomalyGrew, this, found);
    connect(m_detection.get(), &DetectionService::anomalyEnded, this, found);
    connect(m_scorer.get(), &LiveScorer::anomalyOpened, this, found);
    connect(m_scorer.get(), &LiveScorer::anomalyGrew, this, found);
    connect(m_scorer.get(), &LiveScorer::anomalyEnded, this, found);
    connect(m_scorer.get(), &LiveScorer::problem, this, [this](const QString &model, const QString &reason) { Q_EMIT noticed(model + QStringLiteral(": ") + reason); });
    connect(m_loop.get(), &SignalLoop::problem, this, [this](const Error &error) { Q_EMIT noticed(qstr(error)); });
    connect(m_loop.get(), &SignalLoop::judged, this, [this](const HealthSnapshot &health) {
        m_correlator->take(health);
        m_metrics->detectorRound(double(m_loop->lastRoundMs()) / 1000);
        m_metrics->detectorLag(double(m_services.clock().now() - health.at) / 1000);
        Q_EMIT judged(health);
    });
}

void Collector::wireActions()
{
    // An incident is worth a suggestion when it opens and each time more is found out about it, not with every note.
    const auto suggest = [this](const Incident &incident) {
        if (incident.state == IncidentState::Resolved || incident.state == IncidentState::Closed)
            return;
        std::size_t &known = m_suggested[incident.id];
        if (incident.anomalies.size() < known)
            return;
        known = incident.anomalies.size() + 1;
        m_services.catalogue().load(m_services.home().runbooks());
        (void)m_services.remediation().suggest(incident);
    };
    connect(&m_services.incidents(), &IncidentStore::incidentAdded, this, suggest);
    connect(&m_services.incidents(), &IncidentStore::incidentChanged, this, suggest);
}

void Collector::wireMetrics()
{
    connect(m_sources.get(), &SourceManager::stateChanged, this, [this](const SourceState &state) {
        if (state.code != SourceState::Code::Starting && state.code != SourceState::Code::Stopped)
            m_metrics->scraped(state.code == SourceState::Code::Live, double(state.tookMs) / 1000);
    });
    connect(&m_services.training(), &TrainingService::jobChanged, this, [this](const TrainingJob &job) {
        if (job.state == TrainingJob::State::Done)
            m_metrics->job("train", SelfMetrics::Job::Done);
        else if (job.state == TrainingJob::State::Failed || job.state == TrainingJob::State::Cancelled)
            m_metrics->job("train", job.state == TrainingJob::State::Failed ? SelfMetrics::Job::Failed : SelfMetrics::Job::Cancelled);
    });
}

void Collector::wireAlerts()
{
    connect(m_alerts.get(), &AlertService::problem, this, [this](const Error &error) { Q_EMIT noticed(qstr(error)); });
}

void Collector::restart(const QString &source)
{
    m_sources->restart(source);
    m_alerts->restart(source);
    m_changes->restart(source);
}

std::vector<SourceState> Collector::sourceStates() const
{
    std::vector<SourceState> states = m_sources->states();
    for (const AlertSourceState &asked : m_alerts->snapshot().sources) {
        if (!bringsSamples(asked.state.kind))
            states.push_back(asked.state);
    }
    const auto changes = m_changes->states();
    states.insert(states.end(), changes.begin(), changes.end());
    return states;
}

void Collector::take(const Scrape &scrape)
{
    Scrape receipt { scrape.source, scrape.at, {} };
    receipt.ticket = scrape.ticket;
    keep({ scrape.samples, scrape.histograms, {} }, receipt);
}

/// The engine never waits for the disk: what finds no room in the queue is refused, and its source is told.
void Collector::keep(WriteQueue::Batch batch, const Scrape &receipt)
{
    const auto size = qint64(batch.size());
    QElapsedTimer took;
    took.start();
    batch.done = [this, receipt, size, took](const Result<void> &stored) {
        m_metrics->stored(double(took.nsecsElapsed()) * 1e-9);
        QMetaObject::invokeMethod(this, [this, receipt, size, stored] { written(receipt, size, stored); }, Qt::QueuedConnection);
    };
    if (!m_queue->push(std::move(batch), std::chrono::milliseconds(0)))
        written(receipt, size, Error { ErrorCode::Exhausted, "history.db", utf8(tr("the disk is behind; samples are not kept")) });
}

void Collector::written(const Scrape &receipt, qint64 size, const Result<void> &stored)
{
    m_sources->settle(receipt, bool(stored));
    setProblem(stored ? QString() : qstr(stored.error()));
    if (!stored)
        return;
    m_taken += size;
    m_metrics->ingested(size);
    Q_EMIT ingested();
}

/// Commands change incidents, models and runs in the same database; their changes are taken up here.
void Collector::reload()
{
    if (!m_services.ops().changed())
        return;
    QString problem;
    for (const auto &loaded : {m_services.incidents().load(), m_services.labels().load(), m_services.models().load(), m_services.remediation().load(),
                               m_services.changes().refresh()}) {
        if (!loaded)
            problem = qstr(loaded.error());
    }
    if (std::exchange(m_reloadProblem, problem) != problem && !problem.isEmpty())
        Q_EMIT noticed(problem);
}

void Collector::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged(problem);
}

RetentionPolicy Collector::retention() const
{
    const Settings &settings = m_services.settings();
    const TimeMs now = m_services.clock().now();
    RetentionPolicy policy;
    policy.keepFrom = now - settings.get(setting::retentionDays) * kDay;
    policy.rawFrom = now - settings.get(setting::rawDays) * kDay;
    policy.mostBytes = settings.get(setting::diskBudgetMiB) * kMiB;
    return policy;
}

void Collector::limitSeries()
{
    SeriesLimits limits;
    limits.series = m_services.settings().get(setting::maxSeries);
    m_store.setLimits(limits);
}

void Collector::upkeep()
{
    const RetentionPolicy policy = retention();
    const TimeMs keepFrom = policy.keepFrom;
    limitSeries();
    if (m_jobs->running() == 0) {
        using Aged = Result<UpkeepReport>;
        m_jobs->run<Aged>(
            [&store = m_store, policy](QPromise<Aged> &promise) { promise.addResult(store.age(policy, [&promise](double) { return !promise.isCanceled(); })); },
            this, [this](const Aged &done) {
                if (!done)
                    setProblem(qstr(done.error()));
            });
    }
    if (const auto pruned = m_services.changes().prune(keepFrom); !pruned)
        Q_EMIT noticed(qstr(pruned.error()));
    m_changes->retry();
    m_logs->upkeep(m_services.settings().get(setting::logRetentionDays), m_services.settings().get(setting::logBudgetMiB));
}

} // namespace lepto
