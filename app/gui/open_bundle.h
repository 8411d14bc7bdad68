#pragma once

#include "app/gui/readers.h"
#include "app/services/bundle_io.h"
#include "core/health/health.h"

#include <memory>

namespace lepto {

/// A bundle as the window looks at it: its history, its decisions, and health as it stood at its end. Read-only.
class OpenBundle {
public:
    /// Opens, verifies and judges; slow work for a pool. Errors: those of the bundle.
    static Result<std::shared_ptr<OpenBundle>> open(const QString &file, DetectionService::Factory detector, const QString &language);

    const BundleManifest &manifest() const { return m_bundle->manifest(); }
    const BundleDocuments &documents() const { return m_documents; }
    const HealthSnapshot &health() const { return m_health; }
    History history() { return {m_bundle->store(), *m_forecasts, m_detector, manifest().to}; }

private:
    void judge(const QString &language);

    std::unique_ptr<Bundle> m_bundle;
    std::unique_ptr<ForecastService> m_forecasts;
    DetectionService::Factory m_detector;
    BundleDocuments m_documents;
    HealthSnapshot m_health;
};

} // namespace lepto
