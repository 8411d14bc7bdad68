#include "core/models/training_service.h"

#include "core/base/text.h"
#include "core/models/grid_export.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace lepto {

namespace {

using State = TrainingJob::State;
constexpr int kHeartbeatMs = 5000;

bool isOver(State state)
{
    return state == State::Done || state == State::Failed || state == State::Cancelled || state == State::Interrupted;
}

/// What the export thread answers.
struct Exported {
    Error error;
    bool good = false;
};

Exported exportTo(const Store &store, const TrainingSpec &spec, const std::vector<LabelRegion> &regions, const QString &file,
                  const std::function<bool()> &keepGoing)
{
    auto data = exportGrid(store, spec.series, spec.from, spec.to, spec.step, keepGoing);
    if (!data)
        return {data.error(), false};
    markRegions(*data, regions);
    const auto written = ml::writeTrainingData(utf8(file), *data);
    return written ? Exported{{}, true} : Exported{written.error(), false};
}

QString newId()
{
    return QStringLiteral("train-%1-%2").arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss")))
        .arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

} // namespace

TrainingService::TrainingService(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_table(m_parts.db)
    , m_worker(m_parts.workerCommand)
    , m_runner(1)
{
    qRegisterMetaType<lepto::TrainingJob>();
    qRegisterMetaType<lepto::ModelVersion>();
    connect(&m_worker, &WorkerClient::progressed, this, &TrainingService::progress);
    connect(&m_worker, &WorkerClient::finished, this, &TrainingService::answered);
    connect(&m_worker, &WorkerClient::failed, this, &TrainingService::refused);
    m_heartbeat.setInterval(kHeartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &TrainingService::beat);
}

TrainingService::~TrainingService()
{
    disconnect(&m_worker, nullptr, this, nullptr);
    m_worker.stop();
    for (TrainingJob &job : m_jobs) {
        if (isOver(job.state) || (job.id != m_current && job.state != State::Queued))
            continue; // of another process
        job.state = State::Interrupted;
        job.reason = tr("the console was closed");
        (void)m_table.update(job);
    }
}

Result<void> TrainingService::load()
{
    if (auto marked = m_table.markInterrupted(); !marked)
        return marked;
    auto jobs = m_table.all();
    if (!jobs)
        return jobs.error();
    m_jobs = std::move(*jobs);
    return {};
}

TrainingJob *TrainingService::find(const QString &id)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const TrainingJob &job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

std::optional<TrainingJob> TrainingService::job(const QString &id) const
{
    for (const TrainingJob &job : m_jobs)
        if (job.id == id)
            return job;
    return std::nullopt;
}

QString TrainingService::fileOf(const QString &id, const char *name) const
{
    return m_parts.jobsFolder + u'/' + id + u'/' + QLatin1String(name);
}

Result<QString> TrainingService::start(const TrainingSpec &wanted)
{
    if (auto good = check(wanted); !good)
        return good.error();
    if (!m_parts.store)
        return Error{ErrorCode::Unavailable, utf8(wanted.name), utf8(tr("there is no history to train from"))};
    TrainingSpec spec = wanted;
    if (spec.step == 0)
        spec.step = gridStep(spec.from, spec.to);
    TrainingJob job;
    job.id = newId();
    job.name = spec.name;
    job.epochs = spec.options.epochs;
    job.startedAt = job.heartbeat = m_parts.clock.now();
    if (!QDir().mkpath(m_parts.jobsFolder + u'/' + job.id))
        return Error{ErrorCode::Unavailable, utf8(m_parts.jobsFolder), utf8(tr("the folder cannot be written"))};
    if (auto stored = m_table.insert(job, toJson(spec)); !stored)
        return stored.error();
    const QString id = job.id;
    m_jobs.insert(m_jobs.begin(), std::move(job));
    Q_EMIT jobChanged(m_jobs.front());
    runLater();
    return id;
}

Result<void> TrainingService::cancel(const QString &id)
{
    TrainingJob *job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, utf8(id), utf8(tr("there is no such training job"))};
    if (isOver(job->state))
        return Error{ErrorCode::Conflict, utf8(id), utf8(tr("the job is over already"))};
    if (id == m_current && !m_request.isEmpty()) {
        m_worker.cancel(m_request); // the worker's answer settles the job, with its checkpoint written
        return {};
    }
    if (m_export && id == m_current)
        m_export->cancel();
    m_export = nullptr;
    settle(id, State::Cancelled, tr("cancelled"));
    return {};
}

Result<void> TrainingService::resume(const QString &id)
{
    TrainingJob *job = find(id);
    if (!job)
        return Error{ErrorCode::NotFound, utf8(id), utf8(tr("there is no such training job"))};
    if (job->state != State::Interrupted && job->state != State::Cancelled && job->state != State::Failed)
        return Error{ErrorCode::Conflict, utf8(id), utf8(tr("the job runs or is done"))};
    if (auto ours = m_table.claim(id); !ours)
        return ours;
    job->state = State::Queued;
    job->reason.clear();
    change(*job);
    runLater();
    return {};
}

void TrainingService::runLater()
{
    QMetaObject::invokeMethod(this, &TrainingService::runNext, Qt::QueuedConnection);
}

void TrainingService::runNext()
{
    if (!m_current.isEmpty())
        return;
    const auto next = std::find_if(m_jobs.rbegin(), m_jobs.rend(), [](const TrainingJob &job) { return job.state == State::Queued; });
    if (next == m_jobs.rend())
        return;
    m_current = next->id;
    m_heartbeat.start();
    // What a killed run has left decides where to begin; each file is whole or not there.
    if (QFile::exists(fileOf(m_current, "model.safetensors")))
        evaluate(m_current);
    else if (QFile::exists(fileOf(m_current, "data.bin")))
        train(m_current);
    else
        exportData(m_current);
}

void TrainingService::exportData(const QString &id)
{
    TrainingJob *job = find(id);
    const auto request = m_table.request(id);
    if (!request || !m_parts.store) {
        settle(id, State::Failed, request ? tr("there is no history to train from") : qstr(request.error()));
        return;
    }
    job->state = State::Exporting;
    change(*job);
    const TrainingSpec spec = trainingSpecOf(*request);
    std::vector<LabelRegion> regions;
    for (const Labels &series : spec.series)
        if (m_parts.labels)
            for (const LabelRegion &region : m_parts.labels(series, spec.from, spec.to))
                regions.push_back(region);
    m_export = m_runner.run<Exported>(
        [store = m_parts.store, spec, regions, file = fileOf(id, "data.bin")](QPromise<Exported> &promise) {
            promise.addResult(exportTo(*store, spec, regions, file, [&promise] { return !promise.isCanceled(); }));
        },
        this,
        [this, id](const Exported &exported) {
            m_export = nullptr;
            if (exported.good)
                train(id);
            else
                settle(id, State::Failed, qstr(exported.error));
        });
}

void TrainingService::train(const QString &id)
{
    TrainingJob *job = find(id);
    const auto request = m_table.request(id);
    if (!request) {
        settle(id, State::Failed, qstr(request.error()));
        return;
    }
    job->state = State::Running;
    change(*job);
    m_request = m_worker.request(ml::TrainRequest{utf8(fileOf(id, "data.bin")), utf8(fileOf(id, "model.safetensors")),
                                                  utf8(fileOf(id, "checkpoint.safetensors")), trainingSpecOf(*request).options});
}

void TrainingService::progress(const QString &request, const QJsonObject &body)
{
    TrainingJob *job = find(m_current);
    if (request != m_request || !job)
        return;
    const int epoch = body[u"epoch"].toInt();
    if (epoch < 1 || epoch > 100'000)
        return;
    job->epoch = epoch;
    job->epochs = body[u"epochs"].toInt();
    job->secondsLeft = body[u"seconds_left"].toDouble(-1);
    // A resumed run repeats nothing, but the last epoch before a kill may have been saved without being told.
    job->trainLoss.resize(std::size_t(epoch) - 1);
    job->validLoss.resize(std::size_t(epoch) - 1);
    job->trainLoss.push_back(body[u"train_loss"].toDouble());
    job->validLoss.push_back(body[u"valid_loss"].toDouble());
    change(*job);
}

void TrainingService::answered(const QString &request, const QJsonObject &body)
{
    TrainingJob *job = find(m_current);
    if (request != m_request || !job)
        return;
    m_request.clear();
    if (job->state == State::Running) {
        job->device = body[u"device"].toString();
        job->result = body;
        job->epoch = body[u"epochs"].toInt();
        evaluate(job->id);
    } else {
        complete(job->id, body);
    }
}

void TrainingService::evaluate(const QString &id)
{
    TrainingJob *job = find(id);
    job->state = State::Evaluating;
    job->secondsLeft = -1;
    change(*job);
    m_request = m_worker.request(ml::EvaluateRequest{utf8(fileOf(id, "model.safetensors")), utf8(fileOf(id, "data.bin"))});
}

void TrainingService::refused(const QString &request, const Error &error)
{
    TrainingJob *job = find(m_current);
    if (request != m_request || !job)
        return;
    m_request.clear();
    if (error.code == ErrorCode::Cancelled)
        settle(job->id, State::Cancelled, qstr(error.reason));
    else if (error.code == ErrorCode::Unavailable)
        settle(job->id, State::Interrupted, qstr(error.reason));
    else if (job->state == State::Evaluating && error.code == ErrorCode::BadInput)
        complete(job->id, {{QStringLiteral("not_evaluated"), qstr(error.reason)}}); // a model that cannot be judged is still a model
    else
        settle(job->id, State::Failed, qstr(error));
}

void TrainingService::complete(const QString &id, const QJsonObject &metrics)
{
    TrainingJob *job = find(id);
    const auto model = m_parts.registry.registerCandidate(job->name, fileOf(id, "model.safetensors"), metrics, id);
    if (!model) {
        settle(id, State::Failed, qstr(model.error()));
        return;
    }
    job->device = model->device;
    job->result[QStringLiteral("version")] = model->version;
    job->result[QStringLiteral("metrics")] = metrics;
    settle(id, State::Done, QString());
    QDir(m_parts.jobsFolder + u'/' + id).removeRecursively();
    Q_EMIT modelRegistered(*model);
}

void TrainingService::settle(const QString &id, State state, const QString &reason)
{
    if (id == m_current) {
        m_current.clear();
        m_request.clear();
        m_heartbeat.stop();
    }
    TrainingJob *job = find(id);
    job->state = state;
    job->reason = reason;
    job->secondsLeft = -1;
    change(*job);
    runLater();
}

void TrainingService::beat()
{
    if (TrainingJob *job = find(m_current))
        change(*job);
}

void TrainingService::change(TrainingJob &job)
{
    job.heartbeat = m_parts.clock.now();
    if (const auto stored = m_table.update(job); !stored)
        job.reason = qstr(stored.error());
    Q_EMIT jobChanged(job);
}

} // namespace lepto
