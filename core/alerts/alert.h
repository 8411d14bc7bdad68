#pragma once

#include "core/sources/source.h"
#include "ml/base/series.h"

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// How an alert stands; of the same alert seen in several places the loudest counts, and later here is louder.
enum class AlertState : quint8 {
    Pending,     ///< a rule's condition holds, but not for long enough yet (Prometheus)
    Suppressed,  ///< silenced or inhibited: nobody is notified
    Unprocessed, ///< received, not routed yet
    Firing,      ///< a rule fires in Prometheus and no Alertmanager that is asked has it
    Active       ///< somebody is notified
};

/// One alert as one source shows it, or, in a snapshot, as all sources together show it. Texts are untrusted.
struct Alert {
    QString fingerprint;                 ///< 16 hexadecimal digits, of the labels; the same in Alertmanager
    Labels labels;
    QMap<QString, QString> annotations;  ///< values of at most 4,000 characters
    AlertState state = AlertState::Active;
    TimeMs since = 0;                    ///< when it began to fire, by the clock of its server
    TimeMs updatedAt = 0;
    QString generatorUrl;
    QStringList receivers, silencedBy, inhibitedBy;  ///< names; ids of silences; fingerprints of alerts
    QStringList sources;                 ///< names of the sources that show it
    bool stale = false;                  ///< none of them answered last time; this is what they said before
    int timesFired = 0;                  ///< in the last 24 hours, this time included; 0: no history
    bool flapping = false;               ///< fired at least kFlapCount times within the last hour
};

inline constexpr int kFlapCount = 3;

/// Alerts that are notified together.
struct AlertGroup {
    QString source, receiver;
    Labels labels;
    QStringList fingerprints;
};

struct SilenceMatcher {
    QString name, value;
    bool isRegex = false, isEqual = true;

    friend bool operator==(const SilenceMatcher &, const SilenceMatcher &) = default;
};

enum class SilenceState : quint8 { Active, Pending, Expired };

struct Silence {
    QString id;
    SilenceState state = SilenceState::Active;
    std::vector<SilenceMatcher> matchers;
    TimeMs startsAt = 0, endsAt = 0, updatedAt = 0;
    QString createdBy, comment;
    QStringList sources;                 ///< members of one cluster share their silences
};

/// What an Alertmanager says of itself.
struct AlertmanagerStatus {
    QString version;
    QString cluster;                     ///< "ready", "settling", "disabled": as the server says
    QStringList peers;                   ///< names of the cluster's members
    TimeMs startedAt = 0;
};

/// How one asked source is doing.
struct AlertSourceState {
    SourceState state;                   ///< code, reason, lastGood (age), failures, warnings
    AlertmanagerStatus status;           ///< of an Alertmanager
    QStringList receivers;
    qint64 alerts = 0, silences = 0;
};

/// A rule that its server cannot evaluate: it will not fire, whatever happens.
struct BrokenRule {
    QString source, group, name, error;
};

/// Everything that is known now, of all sources together.
struct AlertSnapshot {
    TimeMs at = 0;
    std::vector<Alert> alerts;           ///< loudest first, then newest first
    std::vector<AlertGroup> groups;
    std::vector<Silence> silences;       ///< active, pending, expired; the one that ends first leads
    std::vector<AlertSourceState> sources;
    std::vector<BrokenRule> brokenRules;
    const Alert *find(const QString &fingerprint) const;
    const Silence *silence(const QString &id) const;
};

/// One stretch of time in which an alert fired, as the console saw it.
struct AlertEpisode {
    qint64 id = 0;
    QString fingerprint;
    Labels labels;
    QMap<QString, QString> annotations;
    QStringList sources;
    TimeMs fired = 0;                    ///< begin, by the clock of its server
    TimeMs seen = 0;                     ///< the console saw it last, to a minute
    TimeMs resolved = 0;                 ///< 0: goes on. To one interval; after a pause of the console it is `seen`
};

/// "pending", "suppressed", "unprocessed", "firing", "active": the spelling in JSON and on the command line.
QString nameOf(AlertState state);
QString nameOf(SilenceState state);
/// Whether somebody should look: firing or active.
inline bool isLoud(AlertState state) { return state >= AlertState::Unprocessed; }

} // namespace lepto

Q_DECLARE_METATYPE(lepto::AlertSnapshot)
