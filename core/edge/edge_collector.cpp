#include "core/edge/edge_collector.h"

#include "core/base/text.h"
#include "core/edge/edge_source.h"
#include "core/edge/spool_writer.h"

namespace lepto {

namespace {

constexpr int kRetryMs = 2000;
constexpr qint64 kTellMs = 60'000;

} // namespace

EdgeCollector::EdgeCollector(SpoolFolder folder, std::uint64_t limitBytes, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_limit(limitBytes)
    , m_lock(m_folder.collectorLock())
    , m_sources(secrets)
{
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &EdgeCollector::claim);
    connect(&m_sources, &SourceManager::scraped, this, &EdgeCollector::take);
}

EdgeCollector::~EdgeCollector()
{
    stop();
}

void EdgeCollector::setSources(const std::vector<SourceConfig> &sources)
{
    m_sources.setSources(sources);
}

void EdgeCollector::start()
{
    if (!m_writer && !m_retry.isActive())
        claim();
}

void EdgeCollector::stop()
{
    m_retry.stop();
    m_sources.stop();
    m_writer.reset();
}

void EdgeCollector::claim()
{
    if (!m_lock.take()) {
        if (const qint64 holder = m_lock.holder(); std::exchange(m_toldHolder, holder) != holder)
            Q_EMIT waiting(holder);
        m_retry.start();
        return;
    }
    m_retry.stop();
    m_writer = std::make_unique<SpoolWriter>(m_folder, m_limit);
    m_sources.start();
    Q_EMIT started();
}

void EdgeCollector::take(const Scrape &scrape)
{
    if (!m_writer)
        return;
    const auto kept = m_writer->append(scrape.at, utf8(scrape.source), scrape.samples);
    m_sources.settle(scrape, bool(kept));
    if (kept)
        Q_EMIT appended();
    else if (!m_failing)
        Q_EMIT problem(kept.error());
    m_failing = !kept;
    tellDropped();
}

void EdgeCollector::tellDropped()
{
    if (m_writer->dropped() == m_toldDropped || (m_told.isValid() && m_told.elapsed() < kTellMs))
        return;
    m_told.start();
    m_toldDropped = m_writer->dropped();
    Q_EMIT dropped(m_toldDropped);
}

} // namespace lepto
