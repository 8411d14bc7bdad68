#pragma once

#include "core/alerts/alert_service.h"

namespace lepto {

class SecretStore;
class Services;

/// The alerts of the sources of the settings, wired: read-only and STOP ALL of the remediation hold for silences too. `services` and
/// `secrets` outlive it. `history`: whether this process keeps what fires and resolves.
std::unique_ptr<AlertService> makeAlertService(Services &services, SecretStore *secrets, bool history);

} // namespace lepto
