#include "app/services/alerts.h"

#include "app/services/services.h"
#include "core/remediate/remediation_service.h"
#include "core/settings/settings.h"

#include <algorithm>

namespace lepto {

/// Several lists are under way at once and are kept whole; 50,000 alerts are some 16 MB.
static constexpr qint64 mostOfAlerts = 16 << 20;

std::unique_ptr<AlertService> makeAlertService(Services &services, SecretStore *secrets, bool history)
{
    AlertService::Parts parts{services.audit(), services.clock(), secrets, [&services] { return services.remediation().gate().checkOpen(); }, services.user()};
    parts.history = history ? &services.alertHistory() : nullptr;
    parts.maxBytes = std::min(mostOfAlerts, qint64(services.settings().get(setting::answerMiB)) << 20);
    auto alerts = std::make_unique<AlertService>(std::move(parts));
    alerts->setSources(services.settings().sources());
    return alerts;
}

} // namespace lepto
