#pragma once

#include "core/alerts/alert_poller.h"

namespace lepto {

/// What one source contributes to a snapshot.
struct AlertPart {
    const AlertSet *set = nullptr;
    SourceState state;
    bool alertmanager = false;
};

/// All sources together. The same alert (the same labels; for a rule of Prometheus, apart from the labels that it adds on the way to an
/// Alertmanager) is one alert: an Alertmanager's word on its state counts before a rule's, among several the loudest; receivers, silences
/// and inhibitions are put together. Silences with the same id are one. Pure.
AlertSnapshot mergedAlerts(const std::vector<AlertPart> &parts, TimeMs now);

} // namespace lepto
