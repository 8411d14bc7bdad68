#include "app/services/log_intake.h"

#include "core/base/text.h"
#include "core/logs/log_source_factory.h"
#include "core/sources/source_manager.h"

namespace lepto {

namespace {

constexpr TimeMs kDay = 24 * 3'600'000;
constexpr std::int64_t kMiB = 1 << 20;

} // namespace

LogIntake::LogIntake(QString file, const Clock &clock, SourceManager &sources, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock)
{
    for (const auto kind : { SourceConfig::Kind::Loki, SourceConfig::Kind::Journal, SourceConfig::Kind::LogFile })
        sources.setFactory(kind, [this](const SourceConfig &config, const QString &secret) { return make(config, secret); });
}

LogIntake::~LogIntake() = default;

Result<void> LogIntake::open()
{
    if (m_store)
        return {};
    auto store = LogStore::open(m_file, LogStore::Mode::ReadWrite);
    if (!store)
        return store.error();
    m_store = *std::move(store);
    m_pipeline = std::make_unique<LogPipeline>(*m_store, m_clock);
    connect(m_pipeline.get(), &LogPipeline::counted, this, &LogIntake::counted);
    connect(m_pipeline.get(), &LogPipeline::patternFound, this, &LogIntake::patternFound);
    connect(m_pipeline.get(), &LogPipeline::stored, this, &LogIntake::stored);
    connect(m_pipeline.get(), &LogPipeline::problemChanged, this, [this](const QString &problem) {
        Q_EMIT noticed(problem.isEmpty() ? tr("logs are kept again") : problem);
    });
    connect(m_pipeline.get(), &LogPipeline::fullChanged, this, [this](bool full) {
        for (const auto &source : m_sources) {
            if (source)
                source->setHeld(full);
        }
    });
    return {};
}

Result<std::unique_ptr<Source>> LogIntake::make(const SourceConfig &config, const QString &secret)
{
    if (auto opened = open(); !opened)
        return opened.error();
    const auto positions = m_store->positions(config.name);
    if (!positions)
        return positions.error();
    auto source = makeLogSource(config, secret);
    source->resumeFrom(*positions);
    source->setHeld(m_pipeline->isFull());
    connect(source.get(), &LogSource::linesRead, m_pipeline.get(), &LogPipeline::take);
    std::erase_if(m_sources, [](const auto &known) { return known.isNull(); });
    m_sources.emplace_back(source.get());
    return std::unique_ptr<Source>(std::move(source));
}

void LogIntake::upkeep(int retentionDays, int budgetMiB)
{
    if (!m_store)
        return;
    if (const auto done = m_store->maintain(m_clock.now() - retentionDays * kDay, budgetMiB * kMiB); !done)
        Q_EMIT noticed(qstr(done.error()));
}

} // namespace lepto
