#include "app/gui/engine_console.h"

#include "app/gui/loopback_search.h"
#include "app/services/bundle_io.h"
#include "app/services/collector.h"
#include "app/services/services.h"
#include "app/services/source_tests.h"
#include "core/audit/audit_log.h"
#include "core/base/text.h"
#include "core/changes/change_intake.h"
#include "core/forecast/forecast_service.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/models/model_registry.h"
#include "core/models/training_service.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/secret_store.h"
#include "core/settings/settings.h"
#include "core/sources/source_manager.h"
#include "core/telemetry/self_metrics.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>

#include <algorithm>

namespace lepto {

namespace {

constexpr int kColumns = 1000; ///< how finely the begin of a series is looked for

} // namespace

Error EngineConsole::readOnly()
{
    return {ErrorCode::Refused, {}, utf8(tr("a bundle is open; close it to change anything"))};
}

void EngineConsole::framePainted(double seconds)
{
    m_engine.tell([seconds](Services &services) {
        if (Collector *collector = services.collector())
            collector->metrics().frame(seconds);
    });
}

void EngineConsole::stalled(double seconds)
{
    m_engine.tell([seconds](Services &services) {
        if (Collector *collector = services.collector())
            collector->metrics().stalled(seconds);
    });
}

/// A change whose failure is a message, since nobody waits for it.
void EngineConsole::change(std::function<Result<void>(Services &)> work)
{
    ask(std::move(work), this, [this](const Result<bool> &done) {
        if (!done)
            Q_EMIT message(Severity::Warning, qstr(done.error().subject), qstr(done.error().reason));
    });
}

void EngineConsole::ask(std::function<Result<void>(Services &)> work, QObject *context, Answer<bool> answer)
{
    if (offline()) {
        answer(readOnly());
        return;
    }
    m_engine.ask<bool>([work = std::move(work)](Services &services) -> Result<bool> {
        const auto done = work(services);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    }, context, std::move(answer));
}

void EngineConsole::chart(const ChartRequest &request, QObject *context, Answer<ChartAnswer> answer)
{
    m_reader.read<ChartAnswer>([request](const History &history) { return readChart(history, request); }, context,
                      [this, request, answer](Result<ChartAnswer> chart) {
        if (chart) {
            for (const LabelRegion &label : m_view.labels) {
                if (label.series == request.labels && label.to >= request.from && label.from <= request.to)
                    chart->labels.push_back(label);
            }
        }
        answer(std::move(chart));
    });
}

void EngineConsole::findSeries(const QString &text, int limit, QObject *context, Answer<std::vector<SeriesInfo>> answer)
{
    m_reader.read<std::vector<SeriesInfo>>([text, limit](const History &history) { return readSeries(history, text, limit); }, context, std::move(answer));
}

void EngineConsole::query(const QString &expr, TimeMs from, TimeMs to, int columns, QObject *context,
                          Answer<std::vector<std::pair<Labels, Columns>>> answer)
{
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto watch = connect(context, &QObject::destroyed, this, [cancelled] { *cancelled = true; });
    m_reader.read<std::vector<std::pair<Labels, Columns>>>(
        [=](const History &history) { return readQuery(history, expr, from, to, columns, *cancelled); }, context,
        [watch, answer](Result<std::vector<std::pair<Labels, Columns>>> result) {
            disconnect(watch);
            answer(std::move(result));
        });
}

void EngineConsole::audit(qint64 before, int limit, QObject *context, Answer<std::vector<AuditEntry>> answer)
{
    if (!offline()) {
        m_engine.ask<std::vector<AuditEntry>>([before, limit](Services &services) { return services.audit().entries(before, limit); }, context, std::move(answer));
        return;
    }
    std::vector<AuditEntry> page;
    for (const AuditEntry &entry : m_view.audit) {
        if ((before == 0 || entry.seq < before) && int(page.size()) < limit)
            page.push_back(entry);
    }
    answer(std::move(page));
}

void EngineConsole::saveSource(const SourceConfig &config, const QString &secret, QObject *context, Answer<bool> answer)
{
    if (offline()) {
        answer(readOnly());
        return;
    }
    m_engine.askLater<bool>([config, secret](Services &services, std::function<void(Result<bool>)> later) {
        const auto store = [config, &services, later] {
            std::vector<SourceConfig> all = services.settings().sources();
            const auto same = std::find_if(all.begin(), all.end(), [&](const SourceConfig &c) { return c.name == config.name; });
            if (same != all.end())
                *same = config;
            else
                all.push_back(config);
            const auto saved = services.settings().setSources(std::move(all));
            if (saved && services.collector())
                services.collector()->restart(config.name);
            later(saved ? Result<bool>(true) : Result<bool>(saved.error()));
        };
        if (secret.isEmpty() || !services.collector())
            store();
        else
            services.collector()->secrets().write(config.secretRef, secret, services.collector(), [store, later](const Result<void> &written) {
                written ? store() : later(written.error());
            });
    }, context, std::move(answer));
}

void EngineConsole::removeSource(const QString &name, QObject *context, Answer<bool> answer)
{
    ask([name](Services &services) {
        std::vector<SourceConfig> all = services.settings().sources();
        std::erase_if(all, [&](const SourceConfig &c) { return c.name == name; });
        return services.settings().setSources(std::move(all));
    }, context, std::move(answer));
}

void EngineConsole::acknowledge(qint64 incident) { change([incident](Services &s) { return s.incidents().acknowledge(incident); }); }
void EngineConsole::setVerdict(qint64 incident, Verdict verdict) { change([=](Services &s) { return s.incidents().setVerdict(incident, verdict); }); }
void EngineConsole::addNote(qint64 incident, const QString &text) { change([=](Services &s) { return s.incidents().addNote(incident, text); }); }
void EngineConsole::resolve(qint64 incident) { change([incident](Services &s) { return s.incidents().resolve(incident); }); }
void EngineConsole::removeLabel(qint64 id) { change([id](Services &s) { return s.labels().remove(id); }); }
void EngineConsole::cancelTraining(const QString &job) { change([job](Services &s) { return s.training().cancel(job); }); }
void EngineConsole::stopAll(bool stop) { change([stop](Services &s) { return s.remediation().stopAll(stop); }); }
void EngineConsole::reject(const QString &plan, const QString &reason) { change([=](Services &s) { return s.remediation().reject(plan, reason); }); }

void EngineConsole::armWrites(int minutes, const QString &reason)
{
    change([=](Services &s) { return s.remediation().arm(minutes > 0 ? s.clock().now() + minutes * 60'000LL : 0, reason); });
}

void EngineConsole::addLabel(const LabelRegion &label, QObject *context, Answer<LabelRegion> answer)
{
    if (offline())
        answer(readOnly());
    else
        m_engine.ask<LabelRegion>([label](Services &services) { return services.labels().add(label); }, context, std::move(answer));
}

void EngineConsole::train(const TrainingRequest &request, QObject *context, Answer<QString> answer)
{
    if (offline()) {
        answer(readOnly());
        return;
    }
    m_engine.ask<QString>([request](Services &services) -> Result<QString> {
        const auto store = services.requireStore();
        if (!store)
            return store.error();
        TrainingSpec spec;
        spec.name = request.name;
        spec.from = request.from;
        spec.to = request.to;
        spec.options.epochs = request.epochs;
        for (const SeriesId id : request.series) {
            if (const auto series = (*store)->series(id))
                spec.series.push_back(series->labels);
            // Rows before the youngest series teach nothing, and would leave what there is to the part that is held back.
            if (const auto all = (*store)->columns(id, request.from, request.to, kColumns); all && !all->columns.empty())
                spec.from = std::max(spec.from, all->columns.front().t);
        }
        return services.training().start(spec);
    }, context, std::move(answer));
}

void EngineConsole::promote(const QString &name, int version, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.models().promote(name, version); }, context, std::move(answer));
}

void EngineConsole::rollBack(const QString &name, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.models().rollBack(name); }, context, std::move(answer));
}

void EngineConsole::dryRun(const QString &plan, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.remediation().dryRun(plan); }, context, std::move(answer));
}

void EngineConsole::approve(const QString &plan, const QString &hash, const QString &reason, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.remediation().approve(plan, hash, reason); }, context, std::move(answer));
}

void EngineConsole::execute(const QString &plan, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.remediation().execute(plan); }, context, std::move(answer));
}

void EngineConsole::rollBackRun(const QString &plan, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) { return s.remediation().rollBack(plan); }, context, std::move(answer));
}

void EngineConsole::verifyAudit(QObject *context, Answer<AuditVerdict> answer)
{
    if (offline()) {
        answer(Error{ErrorCode::Unavailable, {}, utf8(tr("a bundle carries an extract; its own seal was verified when it was opened"))});
        return;
    }
    checkAudit(context, std::move(answer));
}

void EngineConsole::exportAudit(const QString &file, QObject *context, Answer<bool> answer)
{
    ask([file](Services &s) { return s.audit().exportTo(file); }, context, std::move(answer));
}

void EngineConsole::saveBundle(const QString &file, TimeMs from, TimeMs to, QObject *context, Answer<bool> answer)
{
    ask([=](Services &s) -> Result<void> {
        const auto made = lepto::saveBundle(s, file, QFileInfo(file).completeBaseName(), from, to);
        return made ? Result<void>() : Result<void>(made.error());
    }, context, std::move(answer));
}

void EngineConsole::testSource(const SourceConfig &config, const QString &secret, QObject *context,
                               std::function<void(QString, bool, qint64, QString)> step, Answer<bool> answer)
{
    SourceTest *test = makeSourceTest(config, secret, context);
    connect(test, &SourceTest::stepFinished, context, [step](const TestStep &done) {
        step(testStepText(done.code), done.how != TestStep::How::Failed, done.ms, done.words);
    });
    connect(test, &SourceTest::finished, context, [test, answer](bool good) {
        answer(good);
        test->deleteLater();
    });
    test->start();
}

void EngineConsole::lookAround(QObject *context, Answer<std::vector<SourceConfig>> answer)
{
    auto *search = new LoopbackSearch(context);
    connect(search, &LoopbackSearch::finished, context, [search, answer](const std::vector<SourceConfig> &found) {
        answer(found);
        search->deleteLater();
    });
    search->start();
}

QString EngineConsole::sampleBundle() const
{
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString &folder : {beside + QStringLiteral("/../share/leptoscope/sample"), QStringLiteral(LEPTOSCOPE_SAMPLE_DIR)}) {
        const QString file = QDir(folder).filePath(QStringLiteral("checkout-pool.lepto"));
        if (QFile::exists(file))
            return QDir::cleanPath(file);
    }
    return {};
}

} // namespace lepto
