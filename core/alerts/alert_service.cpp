#include "core/alerts/alert_service.h"

#include "core/alerts/alert_merge.h"
#include "core/base/text.h"

#include <QPointer>

#include <algorithm>

namespace lepto {

namespace {

constexpr int kTogetherMs = 50;          // answers that come close together make one snapshot
constexpr int kHourMs = 3'600'000;

bool hasAlerts(SourceConfig::Kind kind)
{
    return kind == SourceConfig::Kind::Alertmanager || kind == SourceConfig::Kind::Prometheus;
}

bool hasAnswered(const SourceState &state)
{
    return state.code == SourceState::Code::Live || state.code == SourceState::Code::Partial;
}

} // namespace

AlertService::AlertService(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_writer({m_parts.audit, m_parts.clock, m_parts.mayWrite, m_parts.user})
{
    m_renew.setSingleShot(true);
    connect(&m_renew, &QTimer::timeout, this, &AlertService::renew);
    connect(&m_hour, &QTimer::timeout, this, &AlertService::keep);
}

AlertService::~AlertService()
{
    blockSignals(true);
    stop();
}

void AlertService::setSources(const std::vector<SourceConfig> &configs)
{
    m_configs.clear();
    for (SourceConfig config : configs) {
        if (!hasAlerts(config.kind))
            continue;
        config.intervalMs = std::max(config.intervalMs, m_parts.shortestIntervalMs);
        m_configs.push_back(std::move(config));
    }
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (std::find(m_configs.begin(), m_configs.end(), it->second.config) != m_configs.end()) {
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
        it->second.state = SourceState {};
        it->second.state.name = config.name;
        it->second.state.kind = config.kind;
        it->second.state.code = SourceState::Code::Stopped;
        if (m_running)
            begin(it->second);
    }
    m_renew.start(kTogetherMs);
}

void AlertService::start()
{
    if (std::exchange(m_running, true))
        return;
    if (m_parts.history) {
        if (const auto loaded = m_parts.history->load(); !loaded)
            Q_EMIT problem(loaded.error());
        keep();
        m_hour.start(kHourMs);
    }
    for (auto &[name, entry] : m_entries)
        begin(entry);
}

void AlertService::stop()
{
    m_running = false;
    m_hour.stop();
    m_renew.stop();
    for (auto &[name, entry] : m_entries)
        end(entry);
}

void AlertService::restart(const QString &name)
{
    const auto it = m_entries.find(name);
    if (it == m_entries.end() || !m_running)
        return;
    end(it->second);
    begin(it->second);
}

void AlertService::refresh(const QString &source)
{
    if (!m_running)
        return;
    for (auto &[name, entry] : m_entries) {
        if (!entry.poller || (!source.isEmpty() && name != source))
            continue;
        entry.poller->stop();
        entry.poller->start();
    }
}

bool AlertService::isSettled() const
{
    return std::all_of(m_entries.begin(), m_entries.end(), [](const auto &item) { return hasAnswered(item.second.state) || item.second.state.failures > 0; });
}

QStringList AlertService::alertmanagers() const
{
    QStringList out;
    for (const SourceConfig &config : m_configs) {
        if (config.kind == SourceConfig::Kind::Alertmanager)
            out += config.name;
    }
    return out;
}

void AlertService::withSecret(const SourceConfig &config, Answer<QString> answer)
{
    if (config.secretRef.isEmpty())
        return answer(QString());
    if (!m_parts.secrets)
        return answer(Error{ErrorCode::Unavailable, utf8(config.secretRef), utf8(tr("there is no place for secrets"))});
    m_parts.secrets->read(config.secretRef, this, std::move(answer));
}

void AlertService::begin(Entry &entry)
{
    entry.generation = ++m_generation;
    entry.state.code = SourceState::Code::Starting;
    entry.state.failures = 0;
    withSecret(entry.config, [this, name = entry.config.name, generation = entry.generation](Result<QString> secret) {
        const auto it = m_entries.find(name);
        if (it == m_entries.end() || it->second.generation != generation)
            return;
        if (secret)
            build(it->second, *secret);
        else
            failEntry(it->second, secret.error());
    });
}

void AlertService::build(Entry &entry, const QString &secret)
{
    if (entry.config.kind == SourceConfig::Kind::Alertmanager)
        entry.poller = std::make_unique<AlertmanagerPoller>(entry.config, secret, m_parts.maxBytes);
    else
        entry.poller = std::make_unique<RulePoller>(entry.config, secret, m_parts.maxBytes);
    connect(entry.poller.get(), &Source::stateChanged, this, [this, name = entry.config.name](const SourceState &state) {
        const auto it = m_entries.find(name);
        if (it == m_entries.end())
            return;
        it->second.state = state;
        if (!m_renew.isActive())
            m_renew.start(kTogetherMs);
    });
    entry.poller->start();
}

void AlertService::failEntry(Entry &entry, const Error &error)
{
    entry.state.code = SourceState::Code::Failed;
    entry.state.reason = oneLine(qstr(error), 400);
    ++entry.state.failures;
    m_renew.start(kTogetherMs);
}

void AlertService::end(Entry &entry)
{
    entry.generation = 0;
    if (entry.poller) {
        entry.poller->disconnect(this);
        entry.poller->stop();
        entry.poller.release()->deleteLater(); // it may be the sender of the signal that ends it
    }
    entry.state.code = SourceState::Code::Stopped;
}

void AlertService::renew()
{
    std::vector<AlertPart> parts;
    QSet<QString> answered, asked;
    for (const SourceConfig &config : m_configs) {
        const Entry &entry = m_entries.at(config.name);
        parts.push_back({entry.poller ? &entry.poller->last() : &entry.nothing, entry.state, config.kind == SourceConfig::Kind::Alertmanager});
        asked += config.name;
        if (hasAnswered(entry.state))
            answered += config.name;
    }
    m_snapshot = mergedAlerts(parts, m_parts.clock.now());
    if (AlertHistory *history = m_running ? m_parts.history : nullptr) {
        const auto changes = history->take(m_snapshot.alerts, answered, asked);
        history->count(m_snapshot.alerts);
        if (!changes) {
            Q_EMIT problem(changes.error());
        } else {
            for (const Alert &alert : changes->fired)
                Q_EMIT alertFired(alert);
            for (const AlertEpisode &episode : changes->resolved)
                Q_EMIT alertResolved(episode);
        }
    }
    Q_EMIT changed(m_snapshot);
}

void AlertService::keep()
{
    if (const auto done = m_parts.history->forget(m_parts.clock.now() - m_parts.keepMs); !done)
        Q_EMIT problem(done.error());
}

Result<SilencePreview> AlertService::preview(const std::vector<SilenceMatcher> &matchers, const QString &source) const
{
    const QStringList managers = alertmanagers();
    std::vector<Alert> alerts;
    std::copy_if(m_snapshot.alerts.begin(), m_snapshot.alerts.end(), std::back_inserter(alerts), [&](const Alert &alert) {
        return std::any_of(alert.sources.begin(), alert.sources.end(), [&](const QString &s) { return source.isEmpty() ? managers.contains(s) : s == source; });
    });
    return previewSilence(matchers, alerts);
}

void AlertService::withClient(const QString &source, QObject *context, Answer<Client> answer)
{
    const auto guarded = [guard = QPointer<QObject>(context), answer = std::move(answer)](Result<Client> client) {
        if (guard)
            answer(std::move(client));
    };
    const auto found = std::find_if(m_configs.begin(), m_configs.end(), [&](const SourceConfig &c) { return c.name == source; });
    if (found == m_configs.end() || found->kind != SourceConfig::Kind::Alertmanager) {
        const Error error{ErrorCode::NotFound, utf8(oneLine(source, 100)), utf8(tr("no such Alertmanager among the sources"))};
        QMetaObject::invokeMethod(this, [guarded, error] { guarded(error); }, Qt::QueuedConnection);
        return;
    }
    withSecret(*found, [this, guarded, config = *found](Result<QString> secret) {
        if (!secret)
            return guarded(secret.error());
        // It may end inside an answer of its own, so it goes later.
        Client client(new AlertmanagerClient(config, *secret), [](AlertmanagerClient *c) { c->deleteLater(); });
        client->setMaxBytes(m_parts.maxBytes);
        guarded(client);
    });
}

SilenceWriter::Answer AlertService::thenAsk(const QString &source, Answer<SilenceWritten> answer)
{
    return [this, source, answer = std::move(answer)](Result<SilenceWritten> written) {
        if (written)
            refresh(source);
        answer(std::move(written));
    };
}

void AlertService::createSilence(const QString &source, const SilenceDraft &draft, QObject *context, Answer<SilenceWritten> answer)
{
    withClient(source, context, [this, draft, context, answer = thenAsk(source, answer)](Result<Client> client) {
        client ? m_writer.create(*client, draft, context, answer) : answer(client.error());
    });
}

void AlertService::editSilence(const QString &source, const QString &id, const SilenceEdit &edit, QObject *context, Answer<SilenceWritten> answer)
{
    withClient(source, context, [this, id, edit, context, answer = thenAsk(source, answer)](Result<Client> client) {
        client ? m_writer.edit(*client, id, edit, context, answer) : answer(client.error());
    });
}

void AlertService::expireSilence(const QString &source, const QString &id, QObject *context, Answer<SilenceWritten> answer)
{
    withClient(source, context, [this, id, context, answer = thenAsk(source, answer)](Result<Client> client) {
        client ? m_writer.expire(*client, id, context, answer) : answer(client.error());
    });
}

void AlertService::silence(const QString &source, const QString &id, QObject *context, Answer<Silence> answer)
{
    withClient(source, context, [this, id, answer = std::move(answer), guard = QPointer<QObject>(context)](Result<Client> client) {
        if (!client)
            return answer(client.error());
        (*client)->silence(id, this, [keep = *client, guard, answer](Result<Silence> silence) {
            if (guard)
                answer(std::move(silence));
        });
    });
}

} // namespace lepto
