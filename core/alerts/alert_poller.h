#pragma once

#include "core/alerts/alertmanager_client.h"
#include "core/sources/polling_source.h"
#include "core/sources/prometheus_client.h"

namespace lepto {

/// What one source said last.
struct AlertSet {
    std::vector<Alert> alerts;
    std::vector<AlertGroup> groups;
    std::vector<Silence> silences;
    QStringList receivers;
    AlertmanagerStatus status;
    std::vector<BrokenRule> brokenRules;
    Labels externalLabels;               ///< what a Prometheus adds to its alerts on their way to Alertmanager
};

/// Asks one source for alerts, again and again; a failure keeps what it said before and slows the beat down.
class AlertPoller : public PollingSource {
    Q_OBJECT
public:
    using PollingSource::PollingSource;
    const AlertSet &last() const { return m_last; }
    bool isAlertmanager() const { return config().kind == SourceConfig::Kind::Alertmanager; }

Q_SIGNALS:
    void polled();                       ///< last() is new; comes before the stateChanged of the same answer

protected:
    int delayAfterFailureMs(const Error &error, int failures) const override;
    void take(AlertSet set, const QStringList &warnings = {});
    AlertSet m_last, m_next;
};

/// Alerts, groups, silences; status and receivers now and then.
class AlertmanagerPoller final : public AlertPoller {
    Q_OBJECT
public:
    AlertmanagerPoller(const SourceConfig &config, const QString &secret, qint64 maxBytes, QObject *parent = nullptr);

protected:
    void poll() override;
    void halt() override { m_client.cancelAll(); }

private:
    void askRarely();
    void askAlerts();
    void askGroups();
    void askSilences();
    /// Stores a good answer and goes on, or fails the round.
    template <typename T>
    auto then(T AlertSet::*field, void (AlertmanagerPoller::*next)());
    void done();

    AlertmanagerClient m_client;
    int m_rounds = 0;
};

/// The alerts of a Prometheus' own rules, and which rules are broken.
class RulePoller final : public AlertPoller {
    Q_OBJECT
public:
    RulePoller(const SourceConfig &config, const QString &secret, qint64 maxBytes, QObject *parent = nullptr);

protected:
    void poll() override;
    void halt() override { m_client.cancelAll(); }

private:
    void askRules();
    void takeRules(const std::vector<ServerRule> &rules);

    PrometheusClient m_client;
    bool m_knowsLabels = false;
};

/// `global.external_labels` of a Prometheus' configuration as /api/v1/status/config prints it; empty where there are none.
Labels externalLabelsFrom(const QString &yaml);

} // namespace lepto
