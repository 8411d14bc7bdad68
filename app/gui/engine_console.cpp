#include "app/gui/engine_console.h"

#include "app/gui/open_bundle.h"
#include "app/services/collector.h"
#include "core/alerts/alert_service.h"
#include "core/audit/audit_log.h"
#include "core/audit/audit_verifier.h"
#include "core/base/signing_key.h"
#include "core/base/text.h"
#include "core/changes/change_intake.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/models/model_registry.h"
#include "core/models/training_service.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/settings.h"
#include "core/sources/source_manager.h"
#include "core/worker/worker_client.h"

#include <QDateTime>
#include <QPointer>

namespace lepto {

namespace {

constexpr int kStateEvery = 1000, kSamplesEvery = 250, kAuditEvery = 300'000;

} // namespace

EngineConsole::EngineConsole(Engine &engine, QString user, QString language, QObject *parent)
    : Console(parent), m_engine(engine), m_language(std::move(language))
{
    m_liveState.user = std::move(user);
    m_liveState.now = QDateTime::currentMSecsSinceEpoch();
    m_state = m_liveState;
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_engine.tell([this](Services &services) { sendState(services); });
    });
    connect(&m_samples, &QTimer::timeout, this, [this] {
        if (std::exchange(m_samplesArrived, false) && !offline())
            Q_EMIT samplesArrived();
    });
}

/// What the engine's thread has to say comes here, to its last word.
EngineConsole::~EngineConsole()
{
    m_quality.stopSurvey(); // the engine waits for its readers
    m_engine.stop();
}

void EngineConsole::connectEngine(bool collect)
{
    m_engine.tell([this, collect](Services &services) {
        wireSnapshots(services);
        wireState(services);
        m_events.wire(services);
        m_alertDesk.wire(services);
        m_layoutDesk.wire(services);
        if (collect && services.collector())
            services.collector()->start();
        askDevice(services);
        sendPlaces(services);
        sendState(services);
    });
    m_queryDesk.connectEngine();
    connect(&m_auditTimer, &QTimer::timeout, this, [this] { checkAudit(this, {}); });
    m_auditTimer.start(kAuditEvery);
    m_clock.start(kStateEvery);
    m_self.start();
    m_samples.start(kSamplesEvery);
}

/// From the engine's thread: a new value of one part of the live view.
template <typename Value>
void EngineConsole::publish(Value View::*part, Value value, void (Console::*changed)())
{
    QMetaObject::invokeMethod(this, [this, part, value = std::move(value), changed]() mutable {
        m_live.*part = std::move(value);
        if (offline())
            return;
        m_view.*part = m_live.*part;
        if (changed)
            Q_EMIT (this->*changed)();
    }, Qt::QueuedConnection);
}

void EngineConsole::wireSnapshots(Services &services)
{
    IncidentStore &incidents = services.incidents();
    const auto sendIncidents = [this, &incidents] { publish(&View::incidents, incidents.incidents(), &Console::incidentsChanged); };
    connect(&incidents, &IncidentStore::incidentAdded, &incidents, sendIncidents);
    connect(&incidents, &IncidentStore::incidentChanged, &incidents, sendIncidents);
    LabelStore &labels = services.labels();
    const auto sendLabels = [this, &labels] { publish(&View::labels, labels.labels(), &Console::incidentsChanged); };
    connect(&labels, &LabelStore::labelAdded, &labels, sendLabels);
    connect(&labels, &LabelStore::labelRemoved, &labels, sendLabels);
    RemediationService &remediation = services.remediation();
    const auto sendRuns = [this, &remediation] { publish(&View::runs, remediation.runs(), &Console::runsChanged); };
    connect(&remediation, &RemediationService::runChanged, &remediation, sendRuns);
    ModelRegistry &models = services.models();
    const auto sendModels = [this, &models] { publish(&View::models, models.models(), &Console::modelsChanged); };
    connect(&models, &ModelRegistry::changed, &models, sendModels);
    TrainingService &training = services.training();
    const auto sendJobs = [this, &training] { publish(&View::jobs, training.jobs(), &Console::jobsChanged); };
    connect(&training, &TrainingService::jobChanged, &training, sendJobs);
    sendIncidents();
    sendLabels();
    sendRuns();
    sendModels();
    sendJobs();
}

void EngineConsole::wireState(Services &services)
{
    const auto say = [this](Severity severity, const QString &what, const QString &why) {
        QMetaObject::invokeMethod(this, [this, severity, what, why] { Q_EMIT message(severity, what, why); }, Qt::QueuedConnection);
    };
    const auto send = [this, &services] { sendState(services); };
    connect(&services.remediation(), &RemediationService::gateChanged, &services, send);
    connect(&services.remediation(), &RemediationService::failed, &services, [say](const QString &why) { say(Severity::Critical, tr("Action"), why); });
    Collector *collector = services.collector();
    if (!collector)
        return;
    connect(collector, &Collector::judged, &services, [this](const HealthSnapshot &health) { publish(&View::health, health, &Console::healthChanged); });
    connect(collector, &Collector::ingested, this, [this] { m_samplesArrived = true; }, Qt::QueuedConnection);
    connect(collector, &Collector::noticed, &services, [say](const QString &sentence) { say(Severity::Warning, tr("Notice"), sentence); });
    connect(collector, &Collector::problemChanged, &services, [say, send](const QString &why) {
        if (!why.isEmpty())
            say(Severity::Critical, tr("History"), why);
        send();
    });
    connect(&collector->sources(), &SourceManager::stateChanged, &services, send);
    connect(&collector->alerts(), &AlertService::changed, &services, send);
    connect(&collector->changes(), &ChangeIntake::stateChanged, &services, send);
}

/// What would train here: a worker says it as it starts, and is not needed further.
void EngineConsole::askDevice(Services &services)
{
    auto *worker = new WorkerClient(services.workerCommand(), &services);
    connect(worker, &WorkerClient::ready, &services, [this, worker](const QJsonObject &hello) {
        QMetaObject::invokeMethod(this, [this, device = hello.value(QStringLiteral("device")).toString()] { m_liveState.device = device; });
        worker->stop();
        worker->deleteLater();
    });
    worker->request(ml::HelloRequest{});
}

/// Once collection has begun: its start is the first entry of a new record, and an empty one could not be verified.
void EngineConsole::sendPlaces(Services &services)
{
    QMetaObject::invokeMethod(this, [this, home = services.home(), ops = services.opsPlace(), anchor = services.audit().anchorFile(), key = services.key().publicKey()] {
        m_rulesFolder = home.rules();
        m_runbooksFolder = home.runbooks();
        m_opsFile = ops;
        m_anchorFile = anchor;
        m_publicKey = key;
        checkAudit(this, {});
    });
}

void EngineConsole::sendState(Services &services)
{
    ConsoleState state;
    state.now = services.clock().now();
    if (const auto store = services.requireStore())
        state.store = (*store)->stats();
    state.writeArmedUntil = services.remediation().armedUntil();
    state.stopped = services.remediation().stopped();
    state.user = services.user();
    if (const auto newest = services.audit().entries(0, 1); newest && !newest->empty())
        state.auditEntries = newest->front().seq;
    if (Collector *collector = services.collector()) {
        state.sources = collector->sourceStates();
        state.samplesPerSecond = collector->samplesPerSecond();
        state.scoringLagMs = collector->scoringLagMs();
        state.problem = collector->problem();
    }
    QMetaObject::invokeMethod(this, [this, state = std::move(state), configs = services.settings().sources()]() mutable {
        state.device = m_liveState.device;
        state.audit = m_liveState.audit;
        m_liveState = std::move(state);
        m_sources = std::move(configs);
        if (offline())
            return;
        m_state = m_liveState;
        Q_EMIT stateChanged();
    }, Qt::QueuedConnection);
}

/// The whole record is read again in a pool thread, on a connection of its own.
void EngineConsole::checkAudit(QObject *context, Answer<AuditVerdict> answer)
{
    using Checked = Result<AuditVerdict>;
    m_readers.run<std::shared_ptr<Checked>>(
        [file = m_opsFile, key = m_publicKey, anchor = m_anchorFile](QPromise<std::shared_ptr<Checked>> &promise) {
            const auto db = OpsDatabase::open(file, OpsDatabase::Mode::ReadOnly);
            promise.addResult(std::make_shared<Checked>(db ? Checked(AuditVerifier(**db, key, anchor).verify([&](double) { return !promise.isCanceled(); }))
                                                           : Checked(db.error())));
        },
        this, [this, guard = QPointer<QObject>(context), answer](const std::shared_ptr<Checked> &checked) {
            if (*checked) {
                m_liveState.audit = checked->value();
                if (!offline()) {
                    m_state.audit = m_liveState.audit;
                    Q_EMIT stateChanged();
                }
            }
            if (guard && answer)
                answer(*checked);
        });
}

void EngineConsole::showAll()
{
    m_queryDesk.askNames();
    Q_EMIT stateChanged();
    Q_EMIT healthChanged();
    Q_EMIT incidentsChanged();
    Q_EMIT runsChanged();
    Q_EMIT modelsChanged();
    Q_EMIT jobsChanged();
    Q_EMIT m_alertDesk.changed();
    Q_EMIT samplesArrived();
}

void EngineConsole::showBundle()
{
    const BundleDocuments &documents = m_bundle->documents();
    m_view = View{m_bundle->health(), documents.incidents, documents.labels, documents.runs, documents.models, {}, documents.audit};
    m_state = ConsoleState{};
    m_state.offline = true;
    m_state.bundle = m_bundle->manifest().name;
    m_state.now = m_bundle->manifest().to;
    m_state.user = m_liveState.user;
    m_state.device = m_liveState.device;
    m_state.audit.entries = qint64(documents.audit.size());
    m_state.audit.reason = tr("An extract that came with the bundle, whose seal was verified when it was opened");
    m_state.store.series = m_bundle->manifest().series;
    m_state.store.samples = m_bundle->manifest().samples;
    m_state.store.oldest = m_bundle->manifest().from;
    m_state.store.newest = m_bundle->manifest().to;
    m_events.setBundle(m_bundle);
    showAll();
}

void EngineConsole::openBundle(const QString &file, QObject *context, Answer<bool> answer)
{
    using Opened = Result<std::shared_ptr<OpenBundle>>;
    const DetectionService::Factory detector = Services::detectorFactory();
    m_readers.run<std::shared_ptr<Opened>>(
        [file, detector, language = m_language](QPromise<std::shared_ptr<Opened>> &promise) {
            promise.addResult(std::make_shared<Opened>(OpenBundle::open(file, detector, language)));
        },
        this, [this, guard = QPointer<QObject>(context), answer](const std::shared_ptr<Opened> &opened) {
            if (*opened) {
                m_bundle = **opened;
                showBundle();
            }
            if (guard)
                answer(*opened ? Result<bool>(true) : Result<bool>(opened->error()));
        });
}

void EngineConsole::closeBundle()
{
    if (!m_bundle)
        return;
    m_bundle.reset();
    m_events.setBundle({});
    m_view = m_live;
    m_state = m_liveState;
    showAll();
}

} // namespace lepto
