#include "ui/widgets/status_strip.h"

#include "ui/looks.h"
#include "ui/text.h"
#include "ui/widgets/status_cell.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int slowFrameMs = 100, slowScoringMs = 5000, roomyWidth = 1180, narrowWidth = 1020;
constexpr qsizetype longestDevice = 24, longestUser = 20;

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    m_truth = add("statusTruth", "quality", true);
    m_sources = add("statusSources", "quality", true);
    m_ingest = add("statusIngest", "about", true);
    m_scoring = add("statusScoring", "about", true);
    m_frame = add("statusFrame", "about", true);
    m_training = add("statusTraining", "training", false);
    m_device = add("statusDevice", "training", false, QStringLiteral("device"));
    m_audit = add("statusAudit", "audit", false, QStringLiteral("audit"));
    m_user = add("statusUser", "about", false, QStringLiteral("user"));
}

StatusCell *StatusStrip::add(const char *name, const char *page, bool left, const QString &icon)
{
    auto *cell = new StatusCell(QLatin1String(name));
    cell->setPicture(icon);
    left ? addWidget(cell) : addPermanentWidget(cell);
    connect(cell, &StatusCell::clicked, this, [this, page] { Q_EMIT asked(QLatin1String(page)); });
    return cell;
}

void StatusStrip::sayTruth(const ConsoleState &state)
{
    TimeMs oldest = state.now;
    int live = 0, bad = 0;
    for (const SourceState &source : state.sources) {
        const bool good = source.code == SourceState::Code::Live;
        live += good;
        bad += source.code == SourceState::Code::Stale || source.code == SourceState::Code::Failed || source.code == SourceState::Code::Partial;
        if (good)
            oldest = std::min(oldest, source.lastGood);
    }
    if (state.offline)
        m_truth->say(tr("Recording"), text::dateTime(state.now), MarkCode::Stale);
    else if (state.sources.empty())
        m_truth->say(tr("No sources"), {}, MarkCode::Todo);
    else if (!state.problem.isEmpty())
        m_truth->say(tr("Console needs help"), {}, MarkCode::Critical);
    else if (live == 0)
        m_truth->say(tr("Picture is old"), {}, MarkCode::Stale);
    else
        m_truth->say(bad ? tr("Picture has holes") : tr("Picture is true"), tr("oldest %1").arg(text::age(oldest, state.now)), bad ? MarkCode::Warning : MarkCode::Ok);
    m_sources->setVisible(!state.sources.empty());
    m_sources->say(tr("Sources"), tr("%1 of %2 live").arg(live).arg(state.sources.size()), bad ? MarkCode::Warning : MarkCode::None);
}

void StatusStrip::sayTraining(const std::vector<TrainingJob> &jobs)
{
    const auto running = std::ranges::find_if(jobs, [](const TrainingJob &job) { return !isOver(job.state); });
    m_training->setVisible(running != jobs.end());
    if (running == jobs.end())
        return;
    m_training->setShare(running->epochs > 0 ? double(running->epoch) / running->epochs : 0);
    m_training->say(tr("Training"), running->epoch > 0 ? tr("epoch %1/%2").arg(running->epoch).arg(running->epochs) : text::of(running->state),
        MarkCode::Pending);
}

void StatusStrip::arrange()
{
    // What the console says about itself gives way first.
    m_frame->setVisible(width() > roomyWidth);
    m_scoring->setVisible(m_watching && width() > roomyWidth);
    m_user->setVisible(width() > narrowWidth);
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    arrange();
}

void StatusStrip::show(const ConsoleState &state, const std::vector<TrainingJob> &jobs, int frameMs)
{
    sayTruth(state);
    sayTraining(jobs);
    m_ingest->say(tr("Ingest"), text::value(state.samplesPerSecond, QStringLiteral("1/s")));
    m_scoring->say(tr("Scoring lag"), text::value(state.scoringLagMs / 1000, QStringLiteral("seconds")),
        state.scoringLagMs > slowScoringMs ? MarkCode::Warning : MarkCode::None);
    m_watching = !state.sources.empty();
    arrange();
    m_frame->say(tr("Frame"), tr("%1 ms").arg(frameMs), frameMs > slowFrameMs ? MarkCode::Warning : MarkCode::None);
    m_device->say(text::device(state.device).left(longestDevice), {});
    const AuditVerdict &audit = state.audit;
    m_audit->say(tr("Audit head"), audit.root.isEmpty() ? tr("none yet") : text::shortHash(audit.root),
        audit.entries == 0 ? MarkCode::None : lepto::markOf(audit.code));
    m_user->say(state.user.left(longestUser), {});
}

} // namespace lepto
