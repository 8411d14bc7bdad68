#include "core/sources/gap_filler.h"

#include "core/base/text.h"

#include <QElapsedTimer>

namespace lepto {

namespace {

constexpr int wholeProgress = 1000;

} // namespace

GapFiller::GapFiller(Store &store, SecretStore *secrets, const QString &logFile, const Options &options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_options(options)
    , m_log(logFile)
{
}

GapFiller::~GapFiller()
{
    cancel();
}

void GapFiller::setSources(const std::vector<SourceConfig> &sources)
{
    m_sources.clear();
    for (const SourceConfig &config : sources) {
        if (config.kind == SourceConfig::Kind::Prometheus)
            m_sources[config.name] = config;
    }
}

void GapFiller::findGaps(TimeMs now)
{
    for (const auto &[name, config] : m_sources) {
        if (const auto gap = gapAtEnd(m_store, config, now, m_options.longest))
            addGap(*gap);
    }
    if (const auto pruned = m_log.prune(now - m_options.longest); !pruned)
        Q_EMIT failed({}, pruned.error());
}

void GapFiller::addGap(const Gap &gap)
{
    if (const auto added = m_log.add(gap); !added)
        Q_EMIT failed(gap.source, added.error());
}

void GapFiller::start()
{
    if (std::exchange(m_active, true))
        return;
    m_failed.clear();
    next();
}

void GapFiller::cancel()
{
    m_active = false;
    if (m_watcher)
        m_watcher->cancel();
    m_watcher = nullptr;
}

void GapFiller::next()
{
    const auto open = m_log.open();
    const auto gap = std::find_if(open.begin(), open.end(), [this](const Gap &g) { return m_sources.contains(g.source) && !m_failed.contains(g.source); });
    if (!m_active || gap == open.end()) {
        m_active = false;
        return;
    }
    const SourceConfig config = m_sources.at(gap->source);
    if (config.secretRef.isEmpty())
        return fill(*gap, config, {});
    if (!m_secrets)
        return fail(config.name, { ErrorCode::Unavailable, utf8(config.secretRef), utf8(tr("there is no place for secrets")) });
    m_secrets->read(config.secretRef, this, [this, gap = *gap, config](const Result<QString> &secret) {
        if (secret && m_active)
            fill(gap, config, *secret);
        else if (!secret)
            fail(config.name, secret.error());
    });
}

void GapFiller::fill(const Gap &gap, const SourceConfig &config, const QString &secret)
{
    const auto work = [gap, config, secret, limits = m_options.limits, store = &m_store, log = &m_log](QPromise<Answer> &promise) {
        promise.setProgressRange(0, wholeProgress);
        TimeMs noted = gap.from;
        promise.addResult(fillGap(gap, config, secret, limits, *store, [&](const GapProgress &progress) {
            if (progress.filledTo > noted && log->advance(gap, progress.filledTo))
                noted = progress.filledTo;
            promise.setProgressValue(int(progress.fraction * wholeProgress));
            return !promise.isCanceled();
        }));
    };
    m_watcher = m_jobs.run<Answer>(work, this, [this, gap](const Answer &answer) { finish(gap, answer); });
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this,
        [this, source = gap.source](int value) { Q_EMIT progressed(source, double(value) / wholeProgress); });
}

void GapFiller::finish(const Gap &gap, const Answer &answer)
{
    m_watcher = nullptr;
    if (!answer)
        return fail(gap.source, answer.error());
    if (answer->cancelled)
        return;
    if (const auto noted = m_log.advance(gap, gap.to); !noted)
        return fail(gap.source, noted.error());
    Q_EMIT filled(*answer);
    next();
}

void GapFiller::fail(const QString &source, const Error &error)
{
    m_failed += source; // a server that is away does not hold up the others
    Q_EMIT failed(source, error);
    next();
}

} // namespace lepto
