#include "core/changes/change_intake.h"

#include "core/base/text.h"
#include "core/changes/change_follower.h"
#include "core/changes/grafana_source.h"
#include "core/changes/webhook_server.h"

#include <algorithm>

namespace lepto {

ChangeIntake::ChangeIntake(ChangeStore &store, Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_secrets(secrets)
{
    connect(&settings, &Settings::sourcesChanged, this, &ChangeIntake::reloadSources);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(setting::changesPath.key))
            reloadFollower();
        if (key.startsWith(QLatin1String(setting::changesWebhook.key)))
            reloadWebhook();
    });
}

ChangeIntake::~ChangeIntake()
{
    blockSignals(true);
    stop();
}

void ChangeIntake::start()
{
    if (std::exchange(m_running, true))
        return;
    reloadSources();
    reloadFollower();
    reloadWebhook();
}

void ChangeIntake::stop()
{
    m_running = false;
    for (auto &[name, entry] : m_entries)
        end(entry);
    m_entries.clear();
    m_follower.reset();
    m_webhook.reset();
}

void ChangeIntake::restart(const QString &name)
{
    const auto it = m_entries.find(name);
    if (it == m_entries.end())
        return;
    end(it->second);
    begin(it->second);
}

void ChangeIntake::retry()
{
    if (m_running && !m_webhook)
        reloadWebhook();
}

void ChangeIntake::reloadSources()
{
    if (!m_running)
        return;
    const auto &configs = m_settings.sources();
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        const bool wanted = std::find(configs.begin(), configs.end(), it->second.config) != configs.end();
        if (!wanted)
            end(it->second);
        it = wanted ? std::next(it) : m_entries.erase(it);
    }
    for (const SourceConfig &config : configs) {
        if (config.kind != SourceConfig::Kind::Grafana || m_entries.contains(config.name))
            continue;
        Entry &entry = m_entries[config.name];
        entry.config = config;
        entry.state.name = config.name;
        entry.state.kind = config.kind;
        begin(entry);
    }
}

void ChangeIntake::begin(Entry &entry)
{
    if (entry.config.secretRef.isEmpty())
        return build(entry.config.name, {});
    m_secrets.read(entry.config.secretRef, this, [this, config = entry.config](Result<QString> secret) {
        const auto it = m_entries.find(config.name);
        if (it == m_entries.end() || it->second.config != config || it->second.source)
            return;
        if (secret)
            build(config.name, *secret);
        else
            failEntry(it->second, secret.error());
    });
}

void ChangeIntake::build(const QString &name, const QString &secret)
{
    Entry &entry = m_entries[name];
    entry.source = std::make_unique<GrafanaSource>(entry.config, secret);
    connect(entry.source.get(), &GrafanaSource::found, this, &ChangeIntake::take);
    connect(entry.source.get(), &Source::stateChanged, this, [this, name](const SourceState &state) {
        if (const auto it = m_entries.find(name); it != m_entries.end())
            it->second.state = state;
        Q_EMIT stateChanged(state);
    });
    entry.source->start();
}

void ChangeIntake::failEntry(Entry &entry, const Error &error)
{
    entry.state.code = SourceState::Code::Failed;
    entry.state.reason = oneLine(qstr(error), 400);
    Q_EMIT stateChanged(entry.state);
}

void ChangeIntake::end(Entry &entry)
{
    if (!entry.source)
        return;
    entry.source->disconnect(this);
    entry.source->stop();
    entry.source.release()->deleteLater(); // it may be the sender of the signal that ends it
}

std::vector<SourceState> ChangeIntake::states() const
{
    std::vector<SourceState> out;
    for (const SourceConfig &config : m_settings.sources()) {
        if (const auto it = m_entries.find(config.name); it != m_entries.end())
            out.push_back(it->second.state);
    }
    return out;
}

int ChangeIntake::webhookPort() const
{
    return m_webhook ? m_webhook->port() : 0;
}

void ChangeIntake::reloadFollower()
{
    m_follower.reset();
    const QString path = m_settings.get(setting::changesPath);
    if (!m_running || path.isEmpty())
        return;
    m_follower = std::make_unique<ChangeFollower>(path);
    connect(m_follower.get(), &ChangeFollower::found, this, [this](const std::vector<Change> &changes) { take(QStringLiteral("file"), changes); });
    connect(m_follower.get(), &ChangeFollower::problem, this, &ChangeIntake::problem);
    m_follower->start();
}

void ChangeIntake::reloadWebhook()
{
    if (m_webhook)
        m_webhook.release()->deleteLater(); // a posted change may have led here
    if (!m_running || !m_settings.get(setting::changesWebhook))
        return;
    m_secrets.read(webhookSecret, this, [this](Result<QString> token) {
        if (!m_running || m_webhook || !m_settings.get(setting::changesWebhook))
            return;
        if (!token)
            return setWebhookProblem(token.error());
        openWebhook(*token);
    });
}

void ChangeIntake::openWebhook(const QString &token)
{
    auto server = std::make_unique<WebhookServer>(token, [this](const PostedChanges &posted) -> Result<WebhookServer::Counts> {
        const auto taken = m_store.take(posted.source, posted.changes);
        if (!taken)
            return taken.error();
        return WebhookServer::Counts { taken->added, taken->updated, taken->known };
    });
    if (const auto listening = server->listen(m_settings.get(setting::changesWebhookPort)); !listening)
        return setWebhookProblem(listening.error());
    m_webhook = std::move(server);
    m_webhookProblem.clear();
}

void ChangeIntake::setWebhookProblem(const Error &error)
{
    if (const QString sentence = oneLine(qstr(error), 400); std::exchange(m_webhookProblem, sentence) != sentence)
        Q_EMIT problem(sentence);
}

void ChangeIntake::take(const QString &source, const std::vector<Change> &changes)
{
    const auto taken = m_store.take(source, changes);
    const QString sentence = taken ? QString() : oneLine(qstr(taken.error()), 400);
    if (std::exchange(m_storeProblem, sentence) != sentence && !sentence.isEmpty())
        Q_EMIT problem(sentence);
}

} // namespace lepto
