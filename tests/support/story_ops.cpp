#include "tests/support/story_console.h"

#include <QCryptographicHash>

#include <cmath>

namespace lepto::story {

namespace {

constexpr TimeMs now = StoryConsole::storyNow, minute = 60'000, hour = 60 * minute, day = 24 * hour;

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QString hash(const QString &of)
{
    return QString::fromLatin1(QCryptographicHash::hash(of.toUtf8(), QCryptographicHash::Sha256).toHex());
}

PlanStep step(const char *id, Effect effect, std::initializer_list<const char *> argv)
{
    PlanStep made;
    made.id = text(id);
    made.engine = text("local");
    made.effect = effect;
    for (const char *part : argv)
        made.argv << text(part);
    made.onFailure = text("rollback");
    made.timeoutMs = 20'000;
    return made;
}

PlanCheck check(const char *expr, const char *success)
{
    PlanCheck made;
    made.expr = text(expr);
    made.success = text(success);
    return made;
}

Approval signature(const char *by, const char *key, const char *reason, const QString &planHash, TimeMs at)
{
    Approval made;
    made.by = text(by);
    made.keyFingerprint = text(key);
    made.reason = text(reason);
    made.planHash = planHash;
    made.at = at;
    return made;
}

StepRecord record(const char *id, TimeMs at, TimeMs took, const char *output, bool dryRun = false)
{
    StepRecord made;
    made.step = text(id);
    made.state = StepRecord::State::Done;
    made.startedAt = at;
    made.endedAt = at + took;
    made.exitCode = 0;
    made.output = text(output);
    made.dryRun = dryRun;
    return made;
}

Plan cachePlan()
{
    Plan plan;
    plan.id = text("5f0c2d1e-7a44-4c0b-9d53-1be0a7f2c611");
    plan.runbook = text("cache-memory-limit");
    plan.runbookHash = hash(plan.runbook);
    plan.runbookVersion = 3;
    plan.title = text("Restore session-cache memory to 512 MiB");
    plan.incident = 37;
    plan.target = text("session-cache");
    plan.reversible = true;
    plan.risk = text("low");
    plan.parameters = { { text("limit"), text("512M") }, { text("unit"), text("session-cache.service") } };
    plan.steps = { step("set-limit", Effect::Idempotent, { "/usr/bin/systemctl", "set-property", "session-cache.service", "MemoryMax=512M" }),
        step("restart", Effect::AtMostOnce, { "/usr/bin/systemctl", "restart", "session-cache.service" }) };
    plan.rollback = { step("old-limit", Effect::Idempotent, { "/usr/bin/systemctl", "set-property", "session-cache.service", "MemoryMax=64M" }) };
    plan.verify = { check("leptoscope:signal{service=\"cart\",signal=\"latency_p99\"}", "< 0.5") };
    plan.guards = { check("up{service=\"session-cache\"}", ">= 3"), check("node_memory_MemAvailable_bytes{instance=\"web-1:9100\"}", "> 2e9") };
    PlanHarmCheck harm;
    harm.expr = text("leptoscope:signal{service=\"gateway\",signal=\"errors\"}");
    plan.noHarm = { harm };
    plan.approvals = 2;
    plan.dryRunRequired = true;
    plan.rollBackOnFailure = plan.rollBackOnHarm = true;
    plan.createdAt = now - 6 * minute;
    plan.expiresAt = now + 24 * minute;
    plan.hash = hash(plan.id);
    return plan;
}

Run pendingRun()
{
    Run run;
    run.plan = cachePlan();
    run.state = RunState::AwaitingApproval;
    run.reason = text("A second person has to approve.");
    run.approvals = { signature("omar", "41:d0", "Evictions began with the restart.", run.plan.hash, now - 4 * minute) };
    run.guards = { { run.plan.guards[0].expr, run.plan.guards[0].success, 3, true }, { run.plan.guards[1].expr, run.plan.guards[1].success, 3.4e9, true } };
    run.steps = { record("set-limit", now - 5 * minute, 310,
        "--- live   session-cache.service\n+++ plan   session-cache.service\n-MemoryMax=67108864\n+MemoryMax=536870912\n", true) };
    run.before = 1.42;
    run.after = std::nan("");
    run.updatedAt = now - 4 * minute;
    return run;
}

Run otherRun(const char *title, RunState state, TimeMs at, const char *target)
{
    Run run;
    run.plan = cachePlan();
    run.plan.id = hash(text(title)).left(36);
    run.plan.title = text(title);
    run.plan.target = text(target);
    run.plan.hash = hash(run.plan.id);
    run.plan.createdAt = at;
    run.plan.incident = 0;
    run.plan.expiresAt = at + 30 * minute;
    run.state = state;
    run.updatedAt = at + 3 * minute;
    if (state == RunState::Succeeded || state == RunState::RolledBack) {
        run.before = 41'000;
        run.after = state == RunState::Succeeded ? 1200 : 40'300;
        run.startedAt = at;
        run.steps = { record("set-limit", at, 400, "ok\n"), record("restart", at + 500, 8500, "") };
        run.approvals = { signature("ines", "77:0e", "Known fix.", run.plan.hash, at) };
    }
    return run;
}

ModelVersion model(const char *name, int version, ModelStage stage, TimeMs trained, double vus)
{
    ModelVersion m;
    m.name = text(name);
    m.version = version;
    m.stage = stage;
    m.file = text(name) + QStringLiteral("-v%1.safetensors").arg(version);
    m.sha256 = hash(m.file);
    m.signature = hash(m.sha256);
    m.keyFingerprint = text("77:0e:b3:1c");
    m.arch = text("autoencoder");
    m.device = text("cpu");
    m.trainedAt = trained;
    m.dataFrom = trained - 28 * day;
    m.dataTo = trained - day;
    for (const char *signal : { "latency_p99", "traffic", "errors", "saturation" })
        m.series << QStringLiteral("leptoscope:signal{service=\"cart\",signal=\"%1\"}").arg(text(signal));
    m.metrics = { { text("vus_pr"), vus }, { text("baseline_vus_pr"), 0.58 }, { text("range_f1"), vus * 0.9 },
        { text("baseline_range_f1"), 0.55 }, { text("pages_per_week"), 4.1 - vus }, { text("baseline_pages_per_week"), 4.4 },
        { text("delay_seconds"), 84.0 }, { text("baseline_delay_seconds"), 132.0 } };
    if (stage == ModelStage::Refused) {
        m.refusedBecause = text("file hash differs");
        m.metrics = {};
    }
    return m;
}

} // namespace

std::vector<Incident> incidents(const HealthSnapshot &health)
{
    using Kind = TimelineEntry::Kind;
    Incident open;
    open.id = 37;
    open.title = text("Cart latency after session-cache restart");
    open.severity = Severity::Critical;
    open.service = "cart";
    open.onset = StoryConsole::onset;
    open.detected = StoryConsole::onset + 70'000;
    for (const ServiceState &service : health.services) {
        for (const SignalState &s : service.signals_) {
            if (s.severity >= Severity::Warning)
                open.anomalies.push_back({ s.series, s.service, s.signal, StoryConsole::onset + 60'000, now, s.service == "session-cache" ? 0.99 : 0.93, s.value, s.value / 5, 0, s.value / 4, text("baseline"), true });
        }
    }
    open.timeline = { { StoryConsole::onset - 40'000, Kind::State, text("session-cache restarted with MemoryMax=64M"), text("pipeline") },
        { StoryConsole::onset + 60'000, Kind::Anomaly, text("session-cache hit ratio, score 0.99"), text("detector") },
        { StoryConsole::onset + 70'000, Kind::Opened, text("opened from cart latency p99"), text("detector") },
        { StoryConsole::onset + 95'000, Kind::Health, text("cart latency p99 1.42 s, limit 500 ms"), text("health") },
        { now - 16 * minute, Kind::Note, text("Every miss goes to catalog-db now.\nLooking at the cache first."), text("omar") },
        { now - 6 * minute, Kind::Suggested, text("Restore session-cache memory to 512 MiB"), text("runbooks") },
        { now - 4 * minute, Kind::Approved, text("first of two signatures"), text("omar") } };
    Incident closed;
    closed.id = 36;
    closed.title = text("Search p99 during index rebuild");
    closed.severity = Severity::Warning;
    closed.state = IncidentState::Closed;
    closed.service = "search";
    closed.onset = now - 2 * day;
    closed.detected = closed.onset + 3 * minute;
    closed.ended = closed.onset + 41 * minute;
    closed.verdict = Verdict::Expected;
    closed.verdictBy = text("ines");
    Incident older = closed;
    older.id = 35;
    older.title = text("Payments errors from one zone");
    older.service = "payments";
    older.severity = Severity::Critical;
    older.onset = now - 6 * day;
    older.detected = older.onset + 50'000;
    older.ended = older.onset + 18 * minute;
    older.verdict = Verdict::True;
    return { open, closed, older };
}

std::vector<Run> runs()
{
    return { pendingRun(), otherRun("Drain web-3 before maintenance", RunState::Planned, now - 30 * minute, "web-3"),
        otherRun("Restart mail-queue consumer", RunState::Succeeded, now - 5 * hour, "mail-queue"),
        otherRun("Raise catalog-db pool to 120", RunState::RolledBack, now - 29 * hour, "catalog-db"),
        otherRun("Clear search hot keys", RunState::Expired, now - 50 * hour, "search") };
}

std::vector<ModelVersion> models()
{
    return { model("cart-signals", 4, ModelStage::Candidate, now - 70 * minute, 0.74),
        model("cart-signals", 3, ModelStage::Active, now - 21 * day, 0.69),
        model("cart-signals", 2, ModelStage::Retired, now - 52 * day, 0.63),
        model("cart-signals", 1, ModelStage::Refused, now - 80 * day, 0), model("search-signals", 2, ModelStage::Active, now - 12 * day, 0.66),
        model("search-signals", 1, ModelStage::Retired, now - 61 * day, 0.60) };
}

std::vector<TrainingJob> jobs()
{
    TrainingJob running;
    running.id = text("job-12");
    running.name = text("cart-signals");
    running.state = TrainingJob::State::Running;
    running.device = text("cpu");
    running.epochs = 30;
    running.epoch = 17;
    running.secondsLeft = 260;
    running.startedAt = now - 5 * minute;
    running.heartbeat = now - 1000;
    for (int i = 0; i < running.epoch; ++i) {
        running.trainLoss.push_back(0.034 + 0.5 * std::exp(-i / 4.0));
        running.validLoss.push_back(0.049 + 0.52 * std::exp(-i / 4.5) + 0.003 * (i % 3));
    }
    TrainingJob done = running;
    done.id = text("job-11");
    done.state = TrainingJob::State::Done;
    done.epoch = done.epochs = 30;
    done.secondsLeft = 0;
    done.startedAt = now - 80 * minute;
    for (int i = 17; i < 30; ++i) {
        done.trainLoss.push_back(0.034 + 0.5 * std::exp(-i / 4.0));
        done.validLoss.push_back(0.049 + 0.52 * std::exp(-i / 4.5));
    }
    done.result = model("cart-signals", 4, ModelStage::Candidate, now - 70 * minute, 0.74).metrics;
    done.result.insert(text("version"), 4);
    TrainingJob failed;
    failed.id = text("job-10");
    failed.name = text("search-signals");
    failed.state = TrainingJob::State::Failed;
    failed.reason = text("worker stopped with signal 9 after epoch 3");
    failed.epochs = 30;
    failed.epoch = 3;
    failed.trainLoss = { 0.6, 0.4, 0.3 };
    failed.validLoss = { 0.61, 0.43, 0.34 };
    failed.startedAt = now - 26 * hour;
    return { running, done, failed };
}

std::vector<SourceConfig> sources()
{
    SourceConfig host, prometheus, exporter;
    host.name = text("this-host");
    prometheus.name = text("prom-shop");
    prometheus.kind = SourceConfig::Kind::Prometheus;
    prometheus.url = text("https://prom.shop.lan:9090");
    prometheus.query = text("{job=~\"shop-.*\"}");
    prometheus.intervalMs = 15'000;
    prometheus.secretRef = text("prom-shop");
    exporter.name = text("invoice-export");
    exporter.kind = SourceConfig::Kind::Exporter;
    exporter.url = text("http://10.4.2.9:9187/metrics");
    return { prometheus, exporter, host };
}

std::vector<SourceState> sourceStates()
{
    using Code = SourceState::Code;
    SourceState prometheus { text("prom-shop"), SourceConfig::Kind::Prometheus, Code::Live, now - 3000, 180, 210, 4102, 820, 0, {}, {} };
    SourceState exporter { text("invoice-export"), SourceConfig::Kind::Exporter, Code::Stale, now - 14 * minute, 0, 0, 26, 0, 56, {},
        text("time-out after 10 s") };
    SourceState host { text("this-host"), SourceConfig::Kind::Host, Code::Live, now - 1000, 6, 0, 684, 128, 0, {}, {} };
    return { prometheus, exporter, host };
}

std::vector<AuditEntry> audit()
{
    struct Row {
        TimeMs at;
        const char *actor, *type, *subject, *note;
    };
    static const Row rows[] = { { now - 4 * minute, "omar", "run.approve", "plan 5f0c2d1e", "Evictions began with the restart." },
        { now - 5 * minute, "executor", "run.dryrun", "plan 5f0c2d1e", "1 field changes" },
        { now - 6 * minute, "runbooks", "run.suggest", "INC-37", "cache-memory-limit" },
        { now - 16 * minute, "omar", "incident.note", "INC-37", "Every miss goes to catalog-db now." },
        { now - 22 * minute, "detector", "incident.open", "INC-37", "cart latency p99" },
        { now - 70 * minute, "ines", "model.register", "cart-signals 4", "job-11" },
        { now - 5 * hour, "executor", "run.verified", "plan 91ab33f0", "41 k to 1.2 k" },
        { now - 5 * hour, "ines", "run.approve", "plan 91ab33f0", "Known fix." },
        { now - 29 * hour, "executor", "run.rollback", "plan c07d1a52", "no effect shown" },
        { now - 48 * hour, "ines", "incident.verdict", "INC-36", "expected" },
        { now - 49 * hour, "ines", "source.save", "invoice-export", "" } };
    std::vector<AuditEntry> entries;
    constexpr int count = 260;
    for (int i = 0; i < count; ++i) {
        const Row &row = rows[i % std::size(rows)];
        AuditEntry entry;
        entry.seq = 1300 - i;
        entry.at = row.at - (i / int(std::size(rows))) * 3 * day;
        entry.actor = text(row.actor);
        entry.type = text(row.type);
        entry.subject = text(row.subject);
        entry.detail = { { text("note"), text(row.note) } };
        entry.leafHash = QCryptographicHash::hash(QByteArray::number(entry.seq), QCryptographicHash::Sha256);
        entries.push_back(entry);
    }
    return entries;
}

} // namespace lepto::story
