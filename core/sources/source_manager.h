#pragma once

#include "core/settings/secret_store.h"
#include "core/sources/source.h"
#include "core/sources/source_limits.h"

#include <QMap>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace lepto {

/// A source that is not started yet. Errors: BadInput of checkSource(), Refused for a kind that a later room makes (see SourceManager::setFactory).
Result<std::unique_ptr<Source>> makeSource(const SourceConfig &config, const QString &secret, const SourceLimits &limits = {});

/// Makes a source of a kind that this room does not know; the configuration is checked already.
using SourceFactory = std::function<Result<std::unique_ptr<Source>>(const SourceConfig &config, const QString &secret)>;

/// All sources of the console: builds them from their configurations, starts, stops and exchanges them. What happens to one never
/// touches another. Lives in one thread with an event loop.
class SourceManager : public QObject {
    Q_OBJECT
public:
    /// `secrets` may be null (sources with a secretRef then fail with one sentence) and must outlive this.
    explicit SourceManager(SecretStore *secrets, const SourceLimits &limits = {}, QObject *parent = nullptr);
    ~SourceManager() override;

    /// Call before the first source of that kind is set.
    void setFactory(SourceConfig::Kind kind, SourceFactory factory) { m_factories[kind] = std::move(factory); }

    /// Brings the running sources in line with the list: the unchanged run on, the edited are exchanged, the gone are stopped.
    /// Bad configurations become failed states; the others run. Kinds that bring no samples are left out.
    void setSources(const std::vector<SourceConfig> &configs);
    /// Tells the source of a scrape with a ticket what became of it.
    void settle(const Scrape &scrape, bool kept);
    void start();                              ///< twice is once
    void stop();                               ///< nothing is sent afterwards until start()
    /// Builds this one anew, e.g. after its secret changed.
    void restart(const QString &name);

    const std::vector<SourceConfig> &configs() const { return m_configs; }
    std::vector<SourceState> states() const;   ///< in the order of the list

Q_SIGNALS:
    void scraped(const lepto::Scrape &scrape);
    void stateChanged(const lepto::SourceState &state);

private:
    struct Entry {
        SourceConfig config;
        std::unique_ptr<Source> source;
        SourceState state;
        quint64 generation = 0;                ///< tells a late secret that its source was exchanged
    };

    void begin(Entry &entry);
    void build(Entry &entry, const QString &secret);
    void failEntry(Entry &entry, const Error &error);
    void end(Entry &entry);

    Result<std::unique_ptr<Source>> make(const SourceConfig &config, const QString &secret) const;

    SecretStore *m_secrets;
    std::map<SourceConfig::Kind, SourceFactory> m_factories;
    SourceLimits m_limits;
    std::vector<SourceConfig> m_configs;
    std::map<QString, Entry> m_entries;
    bool m_running = false;
    quint64 m_generation = 0;
};

} // namespace lepto
