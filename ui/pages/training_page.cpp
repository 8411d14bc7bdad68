#include "ui/pages/training_page.h"

#include "ui/looks.h"
#include "ui/models/metric_rows.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/curve_plot.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/series_picker.h"
#include "ui/widgets/stepper.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs day = 86'400'000;
constexpr TimeMs silentAfter = 10'000;

int bestEpoch(const TrainingJob &job)
{
    if (job.validLoss.empty())
        return 0;
    return int(std::ranges::min_element(job.validLoss) - job.validLoss.begin()) + 1;
}

} // namespace

TrainingPage::TrainingPage(Console &console, TimeScale &scale, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_scale(scale)
    , m_steps(new Stepper)
{
    setObjectName(QStringLiteral("trainingPage"));
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildRecipe());
    split->addWidget(buildRun());
    split->addWidget(buildSide());
    split->setStretchFactor(1, 1);
    split->setSizes({ 330, 800, 330 });
    auto *column = flatColumn(this);
    column->addWidget(m_steps);
    column->addWidget(split, 1);
    const auto key = [this](QKeyCombination keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Return, [this] { start(); });
    key(Qt::CTRL | Qt::Key_Period, [this] { askCancel(); });
    connect(&console, &Console::jobsChanged, this, &TrainingPage::showAll);
    connect(&console, &Console::modelsChanged, this, &TrainingPage::showAll);
    showAll();
}

std::vector<Page::Key> TrainingPage::pageKeys() const
{
    return { { QStringLiteral("Ctrl Enter"), tr("Start the run") }, { QStringLiteral("Ctrl ."), tr("Cancel the run") },
        { QStringLiteral("/"), tr("Find series") } };
}

QWidget *TrainingPage::filter() const
{
    return m_series->field();
}

void TrainingPage::open(const QString &job)
{
    m_jobs->selectKey(job);
}

void TrainingPage::refresh()
{
    m_series->retranslate();
    showAll();
    checkRecipe();
}

void TrainingPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_searched, true))
        m_series->search();
}

const TrainingJob *TrainingPage::job() const
{
    const auto &jobs = m_console.jobs();
    const auto found = std::ranges::find(jobs, m_job, &TrainingJob::id);
    return found != jobs.end() ? &*found : nullptr;
}

const ModelVersion *TrainingPage::candidate() const
{
    const TrainingJob *shown = job();
    if (!shown)
        return nullptr;
    for (const ModelVersion &model : m_console.models()) {
        if (model.name == shown->name && model.stage == ModelStage::Candidate)
            return &model;
    }
    return nullptr;
}

void TrainingPage::showAll()
{
    if (!job() && !m_console.jobs().empty())
        m_job = m_console.jobs().front().id;
    showJobs();
    showRun();
    showGates();
    showSteps();
}

void TrainingPage::showSteps()
{
    const TrainingJob *shown = job();
    const int chosen = int(m_series->chosen().size());
    const bool running = shown && !isOver(shown->state), done = shown && shown->state == TrainingJob::State::Done;
    const bool hasData = chosen > 0 || shown;
    const MarkCode run = shown ? lepto::markOf(shown->state) : MarkCode::Todo;
    m_steps->setSteps(
        { { tr("Data"), chosen > 0 ? tr("%n series", nullptr, chosen) : shown ? tr("as chosen for the run") : tr("choose series"), hasData ? MarkCode::Ok : MarkCode::Todo },
            { tr("Recipe"), tr("autoencoder, %n epochs", nullptr, m_epochs->value()), hasData ? MarkCode::Ok : MarkCode::Todo },
            { tr("Run"), !shown ? tr("not started") : running ? tr("epoch %1 of %2").arg(shown->epoch).arg(shown->epochs) : text::of(shown->state), run },
            { tr("Compare"), done ? tr("against the baseline") : tr("after the run"), done ? MarkCode::Ok : MarkCode::Todo },
            { tr("Promote"), candidate() ? tr("candidate is ready") : tr("a person decides"), MarkCode::Todo } },
        !shown ? 0 : running || !done ? 2 : candidate() ? 4 : 3);
}

QString TrainingPage::runLine(const TrainingJob &shown) const
{
    const TimeMs now = m_console.state().now;
    if (isOver(shown.state))
        return shown.reason.isEmpty() ? text::of(shown.state) : text::of(shown.state) + QStringLiteral(": ") + shown.reason;
    if (shown.heartbeat > 0 && now - shown.heartbeat > silentAfter)
        return tr("worker silent for %1, last epoch is saved").arg(text::duration(now - shown.heartbeat));
    if (shown.secondsLeft >= 0 && shown.epoch > 0)
        return tr("done about %1, %2").arg(text::minute(now + TimeMs(shown.secondsLeft * 1000), m_scale.utc()), text::device(shown.device));
    return text::of(shown.state);
}

void TrainingPage::showRun()
{
    const TrainingJob *shown = job();
    m_stack->setCurrentIndex(shown ? 1 : 0);
    m_empty->say(tr("No run yet"), tr("Choose series and start. Live scoring goes first."));
    if (!shown)
        return;
    const bool running = !isOver(shown->state);
    m_runTitle->setText(tr("%1, epoch %2 of %3").arg(shown->name).arg(shown->epoch).arg(shown->epochs));
    m_runTitle->updateGeometry();
    m_runMeta->setText(runLine(*shown));
    setTone(m_runMeta, shown->state == TrainingJob::State::Failed ? "critical" : "muted");
    m_progress->setRange(0, std::max(1, shown->epochs));
    m_progress->setValue(shown->epoch);
    m_progress->setAccessibleName(m_runTitle->text());
    m_cancel->setVisible(running);
    const int best = bestEpoch(*shown);
    m_curves->setCurves({ { tr("train"), shown->trainLoss, "chart.1" }, { tr("validation"), shown->validLoss, "chart.2" } }, shown->epochs);
    m_curves->setBest(best, best > 0 ? tr("best %1").arg(best) : QString());
    const ModelVersion *ready = candidate();
    const QJsonObject metrics = !shown->result.isEmpty() ? shown->result : QJsonObject();
    auto rows = metricRows(metrics);
    m_result->setVisible(!rows.empty());
    m_noResult->setVisible(rows.empty());
    m_noResult->say(running ? tr("The comparison comes after the last epoch") : tr("This run has no result"), shown->reason);
    m_resultHead->setMeta(ready && !rows.empty() ? tr("v%1 against the built-in baseline, on days it was not trained on").arg(ready->version) : QString());
    m_resultModel->setRows(std::move(rows));
    m_result->fitHeight();
}

void TrainingPage::showJobs()
{
    std::vector<CellModel::Row> rows;
    for (const TrainingJob &each : m_console.jobs()) {
        const QString when = text::when(each.startedAt, m_console.state().now, m_scale.utc());
        rows.push_back({ each.id,
            { Cell { .text = each.name, .second = tr("%1, epoch %2/%3").arg(when).arg(each.epoch).arg(each.epochs) },
                Cell { .text = text::of(each.state), .mark = lepto::markOf(each.state), .chip = true, .tip = each.reason } } });
    }
    m_jobsHead->setMeta(rows.empty() ? tr("none") : QString());
    m_jobModel->setRows(std::move(rows));
    m_jobs->selectKey(m_job);
}

void TrainingPage::showGates()
{
    const TrainingJob *shown = job();
    const ModelVersion *ready = candidate();
    const QJsonObject metrics = shown ? shown->result : QJsonObject();
    std::vector<CellModel::Row> rows;
    int held = 0;
    for (const PromotionGate &gate : promotionGates(shown ? *shown : TrainingJob {}, metrics, ready != nullptr)) {
        held += gate.mark == MarkCode::Ok;
        rows.push_back({ gate.words, { Cell { .text = gate.words, .mark = gate.mark } } });
    }
    m_gatesHead->setMeta(tr("%1 of %2 hold").arg(held).arg(rows.size()));
    m_gateModel->setRows(std::move(rows));
    m_gates->fitHeight();
    const bool allowed = shown && shown->state == TrainingJob::State::Done && ready && !m_promoting;
    m_promote->setText(ready ? tr("Promote %1 v%2").arg(ready->name.left(24)).arg(ready->version) : tr("Promote"));
    m_promote->setEnabled(allowed);
    const QString why = allowed ? QString() : m_promoting ? tr("being promoted") : tr("waits for a finished run with a stored candidate");
    m_promote->setAccessibleDescription(why);
    m_promote->setToolTip(why);
    m_promoteNote->setText(allowed ? tr("The version before stays stored; one press brings it back.") : tr("Disabled: %1").arg(why));
}

void TrainingPage::checkRecipe()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    const std::size_t chosen = m_series->chosen().size();
    const QString why = !named ? tr("give it a name") : chosen == 0 ? tr("choose at least one series") : m_started ? tr("being started") : QString();
    m_start->setEnabled(why.isEmpty());
    m_start->setAccessibleDescription(why);
    m_start->setToolTip(why.isEmpty() ? QStringLiteral("Ctrl+Enter") : why);
    const TimeMs samples = TimeMs(chosen) * m_range->currentData().toLongLong() * day / std::max<TimeMs>(1000, 15'000);
    m_cost->setText(chosen == 0 ? tr("Data stays on this machine.")
                                : tr("About %1 samples on %2. Yields to live scoring.").arg(text::compact(double(samples)), text::device(m_console.state().device)));
    showSteps();
}

void TrainingPage::start()
{
    if (!m_start->isEnabled())
        return;
    TrainingRequest request;
    request.name = m_name->text().trimmed();
    request.series = m_series->chosen();
    request.to = m_console.state().now;
    request.from = request.to - m_range->currentData().toLongLong() * day;
    request.epochs = m_epochs->value();
    m_started = true;
    checkRecipe();
    m_console.train(request, this, [this](Result<QString> started) {
        m_started = false;
        m_wrong->setVisible(!started);
        if (started)
            m_job = *started;
        else
            m_wrong->setText(text::of(started.error()));
        checkRecipe();
        showAll();
    });
}

void TrainingPage::askCancel()
{
    const TrainingJob *shown = job();
    if (shown && !isOver(shown->state))
        m_question->ask(tr("Cancel %1 after epoch %2? The best epoch is kept.").arg(shown->name).arg(shown->epoch), tr("Cancel the run"), tr("Go on"));
}

void TrainingPage::promote()
{
    const ModelVersion *ready = candidate();
    if (!ready || !m_promote->isEnabled())
        return;
    m_promoting = true;
    showGates();
    m_console.promote(ready->name, ready->version, this, [this](Result<bool> done) {
        m_promoting = false;
        m_promoteWrong->setVisible(!done);
        if (!done)
            m_promoteWrong->setText(text::of(done.error()));
        showAll();
    });
}

} // namespace lepto
