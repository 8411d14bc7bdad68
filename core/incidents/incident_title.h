#pragma once

#include "core/incidents/incident.h"

namespace lepto {

/// One line made from the data: "checkout latency p99 and queue depth abnormal"; at most three signals by name.
/// Names are untrusted and come out as one printable line.
QString titleOf(const std::vector<Anomaly> &anomalies);
/// "checkout latency p99 critical", for an incident that a health rule opened.
QString titleOf(const std::string &service, const std::string &worstSignal);

} // namespace lepto
