#include "tests/support/story_console.h"

#include <QTimer>

#include <algorithm>

namespace lepto {

namespace {

QString joined(std::initializer_list<QString> words)
{
    return QStringList(words).join(QLatin1Char(' '));
}

} // namespace

StoryConsole::StoryConsole(QObject *parent)
    : Console(parent)
    , theHealth(story::health())
    , theIncidents(story::incidents(theHealth))
    , theRuns(story::runs())
    , theModels(story::models())
    , theJobs(story::jobs())
    , theSources(story::sources())
    , theAudit(story::audit())
    , theSeries(story::series(theHealth))
{
    theState.now = storyNow;
    theState.sources = story::sourceStates();
    theState.store = { .series = 4'812, .samples = 61'400'000, .chunks = 511'000, .headSamples = 288'000, .bytesOnDisk = 74'000'000,
        .chunkBytes = 66'000'000, .oldest = storyNow - 30ll * 86'400'000, .newest = storyNow - 2000 };
    theState.samplesPerSecond = 948;
    theState.scoringLagMs = 420;
    theState.device = QStringLiteral("cpu");
    theState.user = QStringLiteral("ines");
    theState.audit = { AuditVerdict::Code::Verified, theAudit.front().seq, -1, theAudit.front().leafHash,
        QStringLiteral("The head agrees with the anchor file of 09:30.") };
}

void StoryConsole::clear()
{
    const QString user = theState.user;
    theState = {};
    theState.now = storyNow;
    theState.user = user;
    theState.device = QStringLiteral("cpu");
    theHealth = {};
    theIncidents.clear();
    theRuns.clear();
    theModels.clear();
    theJobs.clear();
    theSources.clear();
    theAudit.clear();
    theSeries.clear();
    Q_EMIT stateChanged();
    Q_EMIT healthChanged();
    Q_EMIT incidentsChanged();
    Q_EMIT runsChanged();
    Q_EMIT modelsChanged();
    Q_EMIT jobsChanged();
}

void StoryConsole::goOffline(const QString &bundle)
{
    theState.offline = true;
    theState.bundle = bundle;
    theState.sources.clear();
    Q_EMIT stateChanged();
}

void StoryConsole::advanceTraining(int epochs)
{
    for (TrainingJob &job : theJobs) {
        for (int i = 0; i < epochs && job.state == TrainingJob::State::Running; ++i) {
            ++job.epoch;
            job.trainLoss.push_back(job.trainLoss.back() * 0.97);
            job.validLoss.push_back(job.validLoss.back() * 0.98);
            if (job.epoch == job.epochs)
                job.state = TrainingJob::State::Done;
        }
    }
    Q_EMIT jobsChanged();
}

void StoryConsole::worsen(const std::string &service)
{
    for (ServiceState &state : theHealth.services) {
        if (state.service != service)
            continue;
        state.severity = Severity::Critical;
        state.since = theState.now;
        state.reason = QStringLiteral("errors 9.1 %, limit 2 %");
    }
    theHealth.worst = Severity::Critical;
    Q_EMIT healthChanged();
}

template <typename T>
void StoryConsole::reply(QObject *context, Answer<T> answer, T value)
{
    if (m_hold)
        return;
    Result<T> result = m_failure ? Result<T>(*m_failure) : Result<T>(std::move(value));
    m_failure.reset();
    QTimer::singleShot(0, context, [answer = std::move(answer), result = std::move(result)] { answer(result); });
}

void StoryConsole::chart(const ChartRequest &request, QObject *context, Answer<ChartAnswer> answer)
{
    const auto found = std::ranges::find_if(
        theSeries, [&](const SeriesInfo &s) { return request.series ? s.id == request.series : s.labels == request.labels; });
    if (found == theSeries.end()) {
        m_failure = Error { ErrorCode::NotFound, request.labels.text(), "no such series" };
        reply(context, std::move(answer), ChartAnswer {});
        return;
    }
    ChartAnswer drawn = story::chart(found->labels, request);
    std::ranges::copy_if(theLabels, std::back_inserter(drawn.labels), [&](const LabelRegion &l) { return l.series == found->labels; });
    reply(context, std::move(answer), std::move(drawn));
}

void StoryConsole::findSeries(const QString &text, int limit, QObject *context, Answer<std::vector<SeriesInfo>> answer)
{
    std::vector<SeriesInfo> found;
    for (const SeriesInfo &s : theSeries) {
        if (int(found.size()) < limit && QString::fromStdString(s.labels.text()).contains(text, Qt::CaseInsensitive))
            found.push_back(s);
    }
    reply(context, std::move(answer), std::move(found));
}

void StoryConsole::query(const QString &expr, TimeMs from, TimeMs to, int columns, QObject *context,
                         Answer<std::vector<std::pair<Labels, Columns>>> answer)
{
    calls << joined({ QStringLiteral("query"), expr });
    if (expr.count(QLatin1Char('(')) != expr.count(QLatin1Char(')')))
        m_failure = Error { ErrorCode::BadInput, "query", "column " + std::to_string(expr.size()) + ": expected \")\"" };
    std::vector<std::pair<Labels, Columns>> lines;
    for (const char *zone : { "north", "south", "west" }) {
        const Labels labels({ { "__name__", "http_request_duration_seconds" }, { "service", "cart" }, { "zone", zone } });
        if (!expr.contains(QLatin1String("nothing")))
            lines.emplace_back(labels, story::columns(labels, from, std::min(to, theState.now), columns));
    }
    reply(context, std::move(answer), std::move(lines));
}

void StoryConsole::audit(qint64 before, int limit, QObject *context, Answer<std::vector<AuditEntry>> answer)
{
    std::vector<AuditEntry> page;
    for (const AuditEntry &entry : theAudit) {
        if ((before <= 0 || entry.seq < before) && int(page.size()) < limit)
            page.push_back(entry);
    }
    reply(context, std::move(answer), std::move(page));
}

void StoryConsole::saveSource(const SourceConfig &config, const QString &secret, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("saveSource"), config.name, config.url, secret.isEmpty() ? QString() : QStringLiteral("secret") });
    if (!m_failure) {
        std::erase_if(theSources, [&](const SourceConfig &s) { return s.name == config.name; });
        theSources.push_back(config);
        std::erase_if(theState.sources, [&](const SourceState &s) { return s.name == config.name; });
        SourceState state;
        state.name = config.name;
        state.kind = config.kind;
        theState.sources.push_back(state);
        audited(QStringLiteral("source.save"), config.name);
    }
    reply(context, std::move(answer), true);
    Q_EMIT stateChanged();
}

void StoryConsole::removeSource(const QString &name, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("removeSource"), name });
    std::erase_if(theSources, [&](const SourceConfig &s) { return s.name == name; });
    std::erase_if(theState.sources, [&](const SourceState &s) { return s.name == name; });
    reply(context, std::move(answer), true);
    Q_EMIT stateChanged();
}

void StoryConsole::testSource(const SourceConfig &config, const QString &, QObject *context,
                              std::function<void(QString, bool, qint64, QString)> step, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("testSource"), config.url });
    const bool reachable = !config.url.contains(QLatin1String("nowhere"));
    QTimer::singleShot(0, context, [=] {
        step(QStringLiteral("name"), true, 2, QStringLiteral("prom.shop.lan, 10.4.0.11"));
        step(QStringLiteral("connect"), reachable, 4, reachable ? QStringLiteral("TCP 9090") : QStringLiteral("connection refused"));
        if (!reachable) {
            answer(Error { ErrorCode::Unavailable, config.url.toStdString(), "connection refused" });
            return;
        }
        step(QStringLiteral("access"), true, 6, QStringLiteral("no login needed"));
        step(QStringLiteral("kind"), true, 8, QStringLiteral("Prometheus 2.42.0"));
        step(QStringLiteral("answer"), true, 19, QStringLiteral("61 of 62 targets up"));
        step(QStringLiteral("series"), true, 12, QStringLiteral("newest sample is 2 s old"));
        step(QStringLiteral("clock"), true, 1, QStringLiteral("server is 0.2 s ahead, limit 5 s"));
        answer(true);
    });
}

Incident *StoryConsole::incident(qint64 id)
{
    const auto found = std::ranges::find(theIncidents, id, &Incident::id);
    return found == theIncidents.end() ? nullptr : &*found;
}

Run *StoryConsole::run(const QString &plan)
{
    const auto found = std::ranges::find_if(theRuns, [&](const Run &r) { return r.plan.id == plan; });
    return found == theRuns.end() ? nullptr : &*found;
}

void StoryConsole::audited(const QString &type, const QString &subject, const QJsonObject &detail)
{
    const qint64 seq = theAudit.empty() ? 1 : theAudit.front().seq + 1;
    theAudit.insert(theAudit.begin(), { seq, theState.now, theState.user, type, subject, detail, QByteArray(32, char(seq % 251)) });
}

void StoryConsole::acknowledge(qint64 id)
{
    calls << joined({ QStringLiteral("acknowledge"), QString::number(id) });
    if (Incident *found = incident(id); found && found->state == IncidentState::Open) {
        found->state = IncidentState::Acknowledged;
        found->timeline.push_back({ theState.now, TimelineEntry::Kind::Acknowledged, {}, theState.user });
    }
    Q_EMIT incidentsChanged();
}

void StoryConsole::setVerdict(qint64 id, Verdict verdict)
{
    calls << joined({ QStringLiteral("setVerdict"), QString::number(id), QString::number(int(verdict)) });
    if (Incident *found = incident(id)) {
        found->verdict = verdict;
        found->verdictBy = theState.user;
    }
    Q_EMIT incidentsChanged();
}

void StoryConsole::addNote(qint64 id, const QString &text)
{
    calls << joined({ QStringLiteral("addNote"), QString::number(id), text });
    if (Incident *found = incident(id))
        found->timeline.push_back({ theState.now, TimelineEntry::Kind::Note, text, theState.user });
    Q_EMIT incidentsChanged();
}

void StoryConsole::resolve(qint64 id)
{
    calls << joined({ QStringLiteral("name"), QString::number(id) });
    if (Incident *found = incident(id)) {
        found->state = IncidentState::Resolved;
        found->ended = theState.now;
    }
    Q_EMIT incidentsChanged();
}

void StoryConsole::addLabel(const LabelRegion &label, QObject *context, Answer<LabelRegion> answer)
{
    calls << QStringLiteral("addLabel");
    LabelRegion stored = label;
    stored.id = qint64(theLabels.size()) + 1;
    stored.author = theState.user;
    stored.createdAt = theState.now;
    theLabels.push_back(stored);
    reply(context, std::move(answer), std::move(stored));
}

void StoryConsole::removeLabel(qint64 id)
{
    calls << joined({ QStringLiteral("removeLabel"), QString::number(id) });
    std::erase_if(theLabels, [id](const LabelRegion &l) { return l.id == id; });
}

void StoryConsole::train(const TrainingRequest &request, QObject *context, Answer<QString> answer)
{
    calls << joined({ QStringLiteral("train"), request.name, QString::number(request.series.size()), QString::number(request.epochs) });
    TrainingJob job;
    job.id = QStringLiteral("job-%1").arg(theJobs.size() + 20);
    job.name = request.name;
    job.epochs = request.epochs;
    job.startedAt = theState.now;
    theJobs.insert(theJobs.begin(), job);
    reply(context, std::move(answer), job.id);
    Q_EMIT jobsChanged();
}

void StoryConsole::cancelTraining(const QString &id)
{
    calls << joined({ QStringLiteral("cancelTraining"), id });
    for (TrainingJob &job : theJobs) {
        if (job.id == id)
            job.state = TrainingJob::State::Cancelled;
    }
    Q_EMIT jobsChanged();
}

void StoryConsole::promote(const QString &name, int version, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("promote"), name, QString::number(version) });
    for (ModelVersion &m : theModels) {
        if (m.name == name && m.stage != ModelStage::Refused)
            m.stage = m.version == version ? ModelStage::Active : m.stage == ModelStage::Active ? ModelStage::Retired : m.stage;
    }
    reply(context, std::move(answer), true);
    Q_EMIT modelsChanged();
}

void StoryConsole::rollBack(const QString &name, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("rollBack"), name });
    reply(context, std::move(answer), true);
    Q_EMIT modelsChanged();
}

void StoryConsole::armWrites(int minutes, const QString &reason)
{
    calls << joined({ QStringLiteral("armWrites"), QString::number(minutes), reason });
    theState.writeArmedUntil = minutes > 0 ? theState.now + minutes * 60'000ll : 0;
    Q_EMIT stateChanged();
}

void StoryConsole::stopAll(bool stop)
{
    calls << joined({ QStringLiteral("stopAll"), stop ? QStringLiteral("on") : QStringLiteral("off") });
    theState.stopped = stop;
    Q_EMIT stateChanged();
}

void StoryConsole::dryRun(const QString &plan, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("dryRun"), plan });
    reply(context, std::move(answer), true);
    Q_EMIT runsChanged();
}

void StoryConsole::approve(const QString &plan, const QString &hash, const QString &reason, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("approve"), plan, hash, reason });
    if (Run *found = run(plan); found && !m_failure) {
        Approval approval;
        approval.by = theState.user;
        approval.reason = reason;
        approval.planHash = hash;
        approval.at = theState.now;
        found->approvals.push_back(approval);
        found->state = RunState::Approved;
    }
    reply(context, std::move(answer), true);
    Q_EMIT runsChanged();
}

void StoryConsole::reject(const QString &plan, const QString &reason)
{
    calls << joined({ QStringLiteral("reject"), plan, reason });
    if (Run *found = run(plan))
        found->state = RunState::Rejected;
    Q_EMIT runsChanged();
}

void StoryConsole::execute(const QString &plan, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("execute"), plan });
    if (Run *found = run(plan))
        found->state = RunState::Running;
    reply(context, std::move(answer), true);
    Q_EMIT runsChanged();
}

void StoryConsole::rollBackRun(const QString &plan, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("rollBackRun"), plan });
    if (Run *found = run(plan))
        found->state = RunState::RollingBack;
    reply(context, std::move(answer), true);
    Q_EMIT runsChanged();
}

void StoryConsole::verifyAudit(QObject *context, Answer<AuditVerdict> answer)
{
    calls << QStringLiteral("verifyAudit");
    reply(context, std::move(answer), AuditVerdict(theState.audit));
}

void StoryConsole::saveBundle(const QString &file, TimeMs, TimeMs, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("saveBundle"), file });
    reply(context, std::move(answer), true);
}

void StoryConsole::openBundle(const QString &file, QObject *context, Answer<bool> answer)
{
    calls << joined({ QStringLiteral("openBundle"), file });
    if (!m_failure)
        goOffline(file);
    reply(context, std::move(answer), true);
}

void StoryConsole::closeBundle()
{
    calls << QStringLiteral("closeBundle");
    theState.offline = false;
    theState.bundle.clear();
    theState.sources = story::sourceStates();
    Q_EMIT stateChanged();
}

void StoryConsole::lookAround(QObject *context, Answer<std::vector<SourceConfig>> answer)
{
    SourceConfig found;
    found.name = QStringLiteral("prometheus");
    found.kind = SourceConfig::Kind::Prometheus;
    found.url = QStringLiteral("http://127.0.0.1:9090");
    reply(context, std::move(answer), std::vector<SourceConfig> { found });
}

} // namespace lepto
