#include "core/alerts/alert_merge.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace lepto {

namespace {

void join(QStringList &into, const QStringList &more)
{
    for (const QString &text : more) {
        if (!into.contains(text))
            into += text;
    }
}

void join(Alert &into, const Alert &more)
{
    into.state = std::max(into.state, more.state);
    into.since = into.since > 0 && more.since > 0 ? std::min(into.since, more.since) : std::max(into.since, more.since);
    into.updatedAt = std::max(into.updatedAt, more.updatedAt);
    join(into.receivers, more.receivers);
    join(into.silencedBy, more.silencedBy);
    join(into.inhibitedBy, more.inhibitedBy);
    join(into.sources, more.sources);
    into.stale = into.stale && more.stale;
}

Labels without(const Labels &labels, const Labels &left)
{
    std::vector<Labels::Pair> pairs;
    std::copy_if(labels.pairs().begin(), labels.pairs().end(), std::back_inserter(pairs), [&](const Labels::Pair &p) { return left.get(p.first) != p.second; });
    return Labels(std::move(pairs));
}

bool isSilent(const SourceState &state)
{
    return state.code == SourceState::Code::Failed || state.code == SourceState::Code::Stale || state.code == SourceState::Code::Stopped;
}

class Merge {
public:
    void addAlertmanager(const AlertPart &part)
    {
        for (const Alert &alert : part.set->alerts)
            add(alert, alert.labels, part);
        m_managed = m_alerts.size();
    }

    void addRules(const AlertPart &part)
    {
        const Labels &external = part.set->externalLabels;
        std::unordered_map<Labels, std::size_t> managed; // what an Alertmanager has, as this server's rules would call it
        for (std::size_t i = 0; i < m_managed; ++i)
            managed.emplace(without(m_alerts[i].labels, external), i);
        for (const Alert &alert : part.set->alerts) {
            const auto known = managed.find(without(alert.labels, external));
            if (known == managed.end()) {
                add(alert, alert.labels, part);
                continue;
            }
            Alert &same = m_alerts[known->second]; // its Alertmanager knows more
            join(same.sources, alert.sources);
            same.stale = same.stale && isSilent(part.state);
        }
    }

    std::vector<Alert> take() { return std::move(m_alerts); }

private:
    void add(Alert alert, const Labels &key, const AlertPart &part)
    {
        alert.stale = isSilent(part.state);
        const auto [at, fresh] = m_index.try_emplace(key, m_alerts.size());
        if (fresh)
            m_alerts.push_back(std::move(alert));
        else
            join(m_alerts[at->second], alert);
    }

    std::vector<Alert> m_alerts;
    std::unordered_map<Labels, std::size_t> m_index;
    std::size_t m_managed = 0;
};

void addSilences(AlertSnapshot &out, const AlertSet &set)
{
    for (const Silence &silence : set.silences) {
        const auto known = std::find_if(out.silences.begin(), out.silences.end(), [&](const Silence &s) { return s.id == silence.id; });
        if (known == out.silences.end())
            out.silences.push_back(silence);
        else
            join(known->sources, silence.sources);
    }
}

} // namespace

AlertSnapshot mergedAlerts(const std::vector<AlertPart> &parts, TimeMs now)
{
    AlertSnapshot out;
    out.at = now;
    Merge merge;
    for (const bool alertmanagers : {true, false}) {
        for (const AlertPart &part : parts) {
            if (part.alertmanager == alertmanagers)
                alertmanagers ? merge.addAlertmanager(part) : merge.addRules(part);
        }
    }
    for (const AlertPart &part : parts) {
        const AlertSet &set = *part.set;
        out.groups.insert(out.groups.end(), set.groups.begin(), set.groups.end());
        out.brokenRules.insert(out.brokenRules.end(), set.brokenRules.begin(), set.brokenRules.end());
        addSilences(out, set);
        out.sources.push_back({part.state, set.status, set.receivers, qint64(set.alerts.size()), qint64(set.silences.size())});
    }
    out.alerts = merge.take();
    std::sort(out.alerts.begin(), out.alerts.end(), [](const Alert &a, const Alert &b) { return std::tuple(b.state, b.since, a.fingerprint) < std::tuple(a.state, a.since, b.fingerprint); });
    std::sort(out.silences.begin(), out.silences.end(), [](const Silence &a, const Silence &b) {
        const bool over = a.state == SilenceState::Expired;
        return a.state != b.state ? a.state < b.state : over ? a.endsAt > b.endsAt : a.endsAt < b.endsAt;
    });
    return out;
}

} // namespace lepto
