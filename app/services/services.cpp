#include "app/services/services.h"

#include "app/services/collector.h"
#include "app/services/measure.h"
#include "core/alerts/alert_history.h"
#include "core/audit/audit_log.h"
#include "core/audit/os_user.h"
#include "core/base/signing_key.h"
#include "core/base/text.h"
#include "core/changes/change_store.h"
#include "core/forecast/forecast_service.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/layouts/layout_store.h"
#include "core/models/model_registry.h"
#include "core/models/training_service.h"
#include "core/remediate/catalogue.h"
#include "core/remediate/incident_reporter.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/settings.h"
#include "core/worker/worker_client.h"
#include "ml/base/baseline_detector.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>

namespace lepto {

namespace {

/// The head of the audit record is copied here, away from the database: a state folder of the user's, one file a data folder.
QString anchorFileFor(const Home &home)
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString folder = (given.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : given) + QStringLiteral("/leptoscope");
    QDir().mkpath(folder);
    const QByteArray name = QCryptographicHash::hash(QDir(home.path()).absolutePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return folder + QStringLiteral("/anchor-") + QString::fromLatin1(name);
}

} // namespace

Services::Services(Home home) : m_home(std::move(home)), m_user(osUser()) {}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(const ServicesOptions &options)
{
    const auto home = Home::prepare(options.home);
    if (!home)
        return home.error();
    std::unique_ptr<Services> services(new Services(*home));
    if (options.fixedNow)
        services->m_clock = std::make_unique<FixedClock>(options.fixedNow);
    else
        services->m_clock = std::make_unique<SystemClock>();
    services->m_settings = std::make_unique<Settings>(home->settingsFile());
    services->m_language = options.language.isEmpty() ? services->m_settings->get(setting::language) : options.language;
    if (const auto opened = services->openHistory(options.mode); !opened)
        return opened.error();
    if (const auto opened = services->openDecisions(); !opened)
        return opened.error();
    if (const auto opened = services->openActions(); !opened)
        return opened.error();
    if (options.mode == ServicesOptions::Mode::Collect)
        services->m_collector = std::make_unique<Collector>(*services, *services->m_store);
    return services;
}

Result<void> Services::openHistory(ServicesOptions::Mode mode)
{
    const bool collect = mode == ServicesOptions::Mode::Collect;
    auto store = Store::open(m_home.historyDb(), collect ? Store::Mode::ReadWrite : Store::Mode::ReadOnly);
    if (store)
        m_store = std::move(*store);
    else if (collect || store.error().code != ErrorCode::NotFound)
        return store.error();
    else
        m_noStore = store.error();
    if (m_store)
        m_forecasts = std::make_unique<ForecastService>(*m_store);
    return {};
}

QString Services::opsPlace() const
{
    const QString team = m_settings->get(setting::opsDatabase);
    return team.isEmpty() ? m_home.opsDb() : team;
}

Result<void> Services::openDecisions()
{
    auto ops = OpsDatabase::open(opsPlace());
    if (!ops)
        return ops.error();
    m_ops = std::move(*ops);
    auto key = SigningKey::loadOrCreate(m_home.keys(), QStringLiteral("console"));
    if (!key)
        return key.error();
    m_key = std::make_unique<SigningKey>(std::move(*key));
    m_audit = std::make_unique<AuditLog>(*m_ops, *m_key, *m_clock, anchorFileFor(m_home));
    m_incidents = std::make_unique<IncidentStore>(*m_ops, *m_audit, *m_clock, m_user);
    m_labels = std::make_unique<LabelStore>(*m_ops, *m_audit, *m_clock, m_user);
    m_alertHistory = std::make_unique<AlertHistory>(*m_ops, *m_clock);
    m_changes = std::make_unique<ChangeStore>(*m_ops, *m_audit, *m_clock, m_user);
    m_layouts = std::make_unique<LayoutStore>(*m_ops, *m_audit, *m_clock, m_user);
    m_models = std::make_unique<ModelRegistry>(*m_ops, *m_audit, *m_key, m_home.models(), *m_clock, m_user);
    for (const auto &loaded : {m_incidents->load(), m_labels->load(), m_models->load()}) {
        if (!loaded)
            return loaded;
    }
    return {};
}

Result<void> Services::openActions()
{
    m_training = std::make_unique<TrainingService>(TrainingService::Parts{
        m_store.get(), *m_ops, *m_models, *m_clock, m_home.jobs(), workerCommand(),
        [this](const Labels &series, TimeMs from, TimeMs to) { return m_labels->labels(series, from, to); }});
    m_catalogue = std::make_unique<Catalogue>();
    m_catalogue->load(m_home.runbooks());
    const Evaluator evaluate = [this](const QString &expr, TimeMs at) { return measureOnce(m_store.get(), expr, at); };
    m_remediation = std::make_unique<RemediationService>(RemediationParts{*m_ops, *m_audit, *m_catalogue, *m_clock, *m_key, evaluate,
                                                                          m_home.path() + QStringLiteral("/runs"), m_user, {}});
    for (const auto &loaded : {m_training->load(), m_remediation->load()}) {
        if (!loaded)
            return loaded;
    }
    m_reporter = std::make_unique<IncidentReporter>(*m_remediation, *m_incidents); // last: what is loaded is no news
    return {};
}

Result<Store *> Services::requireStore() const
{
    if (m_store)
        return m_store.get();
    return m_noStore;
}

DetectionService::Factory Services::detectorFactory()
{
    return [] { return ml::makeBaselineDetector(); };
}

Result<QString> Services::workerProgram() const
{
    const QString given = m_settings->get(setting::workerCommand);
    return given.isEmpty() ? WorkerClient::localProgram() : Result<QString>(given);
}

QStringList Services::workerCommand() const
{
    const auto program = workerProgram();
    return program ? QProcess::splitCommand(*program) : QStringList{QStringLiteral("leptoscope-worker")};
}

} // namespace lepto
