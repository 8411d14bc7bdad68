#pragma once

#include "core/base/severity.h"
#include "ml/base/series.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace lepto {

/// The four golden signals and the rest; decides place and title on the Health page.
enum class SignalKind : quint8 { Latency, Traffic, Errors, Saturation, Other };

/// One golden signal of one service: a rule's expression evaluated for one label set. Stored as a series named
/// `leptoscope:signal` with the labels service, signal (rule id), kind, unit and the expression's own labels, so that charts, detectors,
/// forecasts and training read signals like any other series.
struct SignalState {
    Labels series;                    ///< of the stored series
    std::string service;
    std::string signal;               ///< rule id, e.g. "latency_p99"
    QString title;                    ///< from the rule, plain text
    SignalKind kind = SignalKind::Other;
    QString unit;                     ///< "seconds", "ratio", "bytes", "1/s", ""
    double value = 0;                 ///< NaN when unknown
    TimeMs at = 0;
    Severity severity = Severity::NoData;
    std::optional<double> warning, critical;  ///< limits for the chart
    bool above = true;                ///< limits are exceeded upwards
    TimeMs since = 0;                 ///< when the present severity began
};

struct ServiceState {
    std::string service;
    std::string tier;                 ///< row of the fleet map, from the rule; "hosts" for machines
    Severity severity = Severity::NoData;
    QString reason;                   ///< worst signal in one phrase with value and limit
    std::string worstSignal;          ///< rule id behind the reason
    TimeMs since = 0;
    int instances = 0, instancesUp = 0;
    std::vector<SignalState> signals_; ///< by kind, then title
};

struct HealthSnapshot {
    TimeMs at = 0;
    std::vector<ServiceState> services; ///< by tier, then name: a tile never moves because its state changed
    Severity worst = Severity::NoData;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::HealthSnapshot)
