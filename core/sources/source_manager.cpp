#include "core/sources/source_manager.h"

#include "core/base/text.h"
#include "core/sources/exporter_source.h"
#include "core/sources/host_source.h"
#include "core/sources/prometheus_source.h"

#include <algorithm>

namespace lepto {

Result<std::unique_ptr<Source>> makeSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits)
{
    if (const auto good = checkSource(config); !good)
        return good.error();
    if (!bringsSamples(config.kind))
        return Error { ErrorCode::BadInput, utf8(config.name), utf8(SourceManager::tr("this kind of source brings no samples")) };
    std::unique_ptr<Source> source;
    switch (config.kind) {
    case SourceConfig::Kind::Host: source = std::make_unique<HostSource>(config); break;
    case SourceConfig::Kind::Prometheus: source = std::make_unique<PrometheusSource>(config, secret, limits); break;
    case SourceConfig::Kind::Exporter: source = std::make_unique<ExporterSource>(config, secret, limits); break;
    default: return Error { ErrorCode::Refused, utf8(config.name), utf8(SourceManager::tr("sources of this kind are not collected here")) };
    }
    return source;
}

SourceManager::SourceManager(SecretStore *secrets, const SourceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_limits(limits)
{
}

SourceManager::~SourceManager()
{
    blockSignals(true);
    stop();
}

void SourceManager::setSources(const std::vector<SourceConfig> &configs)
{
    m_configs.clear();
    std::copy_if(configs.begin(), configs.end(), std::back_inserter(m_configs), [](const SourceConfig &c) { return bringsSamples(c.kind); });
    const auto wanted = [&](const Entry &entry) { return std::find(configs.begin(), configs.end(), entry.config) != configs.end(); };
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (wanted(it->second)) {
            ++it;
        } else {
            end(it->second);
            it = m_entries.erase(it);
        }
    }
    for (const SourceConfig &config : m_configs) {
        const auto [it, fresh] = m_entries.try_emplace(config.name);
        if (!fresh)
            continue;
        it->second.config = config;
        it->second.state.name = config.name;
        it->second.state.kind = config.kind;
        it->second.state.code = SourceState::Code::Stopped;
        if (m_running)
            begin(it->second);
    }
}

void SourceManager::start()
{
    if (std::exchange(m_running, true))
        return;
    for (auto &[name, entry] : m_entries)
        begin(entry);
}

void SourceManager::stop()
{
    m_running = false;
    for (auto &[name, entry] : m_entries)
        end(entry);
}

void SourceManager::restart(const QString &name)
{
    const auto it = m_entries.find(name);
    if (it == m_entries.end() || !m_running)
        return;
    end(it->second);
    begin(it->second);
}

void SourceManager::settle(const Scrape &scrape, bool kept)
{
    if (scrape.ticket == 0)
        return;
    if (const auto it = m_entries.find(scrape.source); it != m_entries.end() && it->second.source)
        it->second.source->settled(scrape.ticket, kept);
}

std::vector<SourceState> SourceManager::states() const
{
    std::vector<SourceState> out;
    for (const SourceConfig &config : m_configs) {
        if (const auto it = m_entries.find(config.name); it != m_entries.end())
            out.push_back(it->second.state);
    }
    return out;
}

void SourceManager::begin(Entry &entry)
{
    entry.generation = ++m_generation;
    if (entry.config.secretRef.isEmpty())
        return build(entry, {});
    if (!m_secrets)
        return failEntry(entry, { ErrorCode::Unavailable, utf8(entry.config.secretRef), utf8(tr("there is no place for secrets")) });
    m_secrets->read(entry.config.secretRef, this, [this, name = entry.config.name, generation = entry.generation](Result<QString> secret) {
        const auto it = m_entries.find(name);
        if (it == m_entries.end() || it->second.generation != generation)
            return;
        if (secret)
            build(it->second, *secret);
        else
            failEntry(it->second, secret.error());
    });
}

Result<std::unique_ptr<Source>> SourceManager::make(const SourceConfig &config, const QString &secret) const
{
    const auto factory = m_factories.find(config.kind);
    if (factory == m_factories.end())
        return makeSource(config, secret, m_limits);
    const auto good = checkSource(config);
    return good ? factory->second(config, secret) : Result<std::unique_ptr<Source>>(good.error());
}

void SourceManager::build(Entry &entry, const QString &secret)
{
    auto made = make(entry.config, secret);
    if (!made)
        return failEntry(entry, made.error());
    entry.source = *std::move(made);
    connect(entry.source.get(), &Source::scraped, this, &SourceManager::scraped);
    connect(entry.source.get(), &Source::stateChanged, this, [this, name = entry.config.name](const SourceState &state) {
        if (const auto it = m_entries.find(name); it != m_entries.end())
            it->second.state = state;
        Q_EMIT stateChanged(state);
    });
    entry.source->start();
}

void SourceManager::failEntry(Entry &entry, const Error &error)
{
    entry.state.code = SourceState::Code::Failed;
    entry.state.reason = oneLine(qstr(error), 400);
    ++entry.state.failures;
    Q_EMIT stateChanged(entry.state);
}

void SourceManager::end(Entry &entry)
{
    entry.generation = 0;
    if (entry.source) {
        entry.source->stop();
        entry.source->disconnect(this);
        entry.source.release()->deleteLater(); // it may be the sender of the signal that ends it
    }
    entry.state.code = SourceState::Code::Stopped;
    entry.state.reason.clear();
}

} // namespace lepto
