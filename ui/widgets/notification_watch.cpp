#include "ui/widgets/notification_watch.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"

#include <algorithm>

namespace lepto {

namespace {

constexpr int togetherMs = 1000;
constexpr qint64 growsForMs = 60'000;
constexpr qsizetype namesShown = 3;

template <typename Items, typename Name>
QString someNames(const Items &items, Name name)
{
    QStringList names;
    for (const auto &item : items) {
        const QString one = name(item);
        if (!names.contains(one) && names.size() <= namesShown)
            names += one;
    }
    if (names.size() > namesShown)
        names.back() = QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

} // namespace

NotificationWatch::NotificationWatch(Console &console, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_messages(messages)
    , m_begin(console.state().now)
{
    m_together.setSingleShot(true);
    m_together.setInterval(togetherMs);
    connect(&m_together, &QTimer::timeout, this, &NotificationWatch::sayAlerts);
    for (const Incident &incident : console.incidents())
        m_known += incident.id;
    connect(&console, &Console::incidentsChanged, this, &NotificationWatch::takeIncidents);
    if (AlertDesk *desk = console.alerts()) {
        connect(desk, &AlertDesk::fired, this, &NotificationWatch::takeAlerts);
        connect(desk, &AlertDesk::changed, this, &NotificationWatch::takeSources);
    }
}

void NotificationWatch::takeAlerts(const std::vector<Alert> &alerts)
{
    if (m_sinceFirst.isValid() && m_sinceFirst.hasExpired(growsForMs) && !m_together.isActive()) {
        m_fired.clear();
        m_sinceFirst.invalidate();
    }
    for (const Alert &alert : alerts) {
        if (standingOf(alert) != AlertStanding::Active)
            continue;
        m_fired.push_back(alert);
        if (!m_sinceFirst.isValid()) {
            m_sinceFirst.start();
            ++m_folds;
        }
        if (!m_together.isActive())
            m_together.start();
    }
}

MessageBar::Message NotificationWatch::alertMessage() const
{
    const auto critical = std::ranges::count_if(m_fired, [](const Alert &alert) { return severityOf(alert.labels) == Severity::Critical; });
    const auto warning = std::ranges::count_if(m_fired, [](const Alert &alert) { return severityOf(alert.labels) == Severity::Warning; });
    MessageBar::Message message;
    message.key = QStringLiteral("alerts-fired-%1").arg(m_folds);
    message.severity = critical > 0 ? Severity::Critical : warning > 0 ? Severity::Warning : Severity::Info;
    message.grows = true;
    message.page = QStringLiteral("alerts");
    const Alert &first = m_fired.front();
    if (m_fired.size() == 1) {
        const QString summary = alertSummary(first);
        message.what = tr("%1 fires").arg(alertName(first.labels));
        message.why = summary.isEmpty() ? alertSubject(first.labels) : summary;
        message.object = first.fingerprint;
        return message;
    }
    message.what = tr("%n alerts fired", nullptr, int(m_fired.size()));
    QStringList counts;
    if (critical > 0)
        counts += tr("%n critical", nullptr, int(critical));
    if (warning > 0)
        counts += tr("%n warning", nullptr, int(warning));
    counts += someNames(m_fired, [](const Alert &alert) { return alertName(alert.labels); });
    message.why = counts.join(QStringLiteral(", "));
    return message;
}

void NotificationWatch::sayAlerts()
{
    if (!m_fired.empty())
        m_messages.post(alertMessage());
}

void NotificationWatch::takeIncidents()
{
    std::vector<Incident> opened;
    for (const Incident &incident : m_console.incidents()) {
        if (m_known.contains(incident.id))
            continue;
        m_known += incident.id;
        if (!m_console.state().offline && incident.detected >= m_begin && incident.state == IncidentState::Open)
            opened.push_back(incident);
    }
    if (opened.empty())
        return;
    MessageBar::Message message;
    message.key = QStringLiteral("incident-%1").arg(opened.front().id);
    message.severity = std::ranges::any_of(opened, [](const Incident &i) { return i.severity == Severity::Critical; }) ? Severity::Critical : Severity::Warning;
    message.page = QStringLiteral("incidents");
    if (opened.size() == 1) {
        message.what = tr("%1 opened").arg(text::incident(opened.front().id));
        message.why = oneLine(opened.front().title, 200);
        message.object = QString::number(opened.front().id);
    } else {
        message.what = tr("%n incidents opened", nullptr, int(opened.size()));
        message.why = someNames(opened, [](const Incident &i) { return text::incident(i.id) + QLatin1Char(' ') + oneLine(i.title, 60); });
    }
    m_messages.post(std::move(message));
}

/// A source that falls silent is said once, and its message leaves when it answers again.
void NotificationWatch::takeSources()
{
    for (const AlertSourceState &source : m_console.alerts()->snapshot().sources) {
        const QString key = QStringLiteral("alerts-dead-") + source.state.name;
        if (isDead(source) == m_dead.contains(source.state.name))
            continue;
        if (!isDead(source)) {
            m_dead.remove(source.state.name);
            m_messages.withdraw(key);
            continue;
        }
        m_dead += source.state.name;
        MessageBar::Message message;
        message.key = key;
        message.severity = Severity::Warning;
        message.what = tr("%1 does not answer").arg(oneLine(source.state.name, 60));
        message.why = tr("Its alerts are shown as they were: %1").arg(oneLine(source.state.reason, 200));
        message.page = QStringLiteral("alerts");
        m_messages.post(std::move(message));
    }
}

} // namespace lepto
