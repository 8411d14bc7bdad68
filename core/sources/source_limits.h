#pragma once

#include <QtGlobal>

#include <cstddef>

namespace lepto {

/// How much one source may bring; from the settings.
struct SourceLimits {
    qint64 maxBytes = 256LL << 20;        ///< of one answer, unpacked
    qint64 maxPageBytes = 64LL << 20;     ///< of one exporter's page
    std::size_t maxSeries = 20'000;       ///< mirrored from one server
    std::size_t maxSamples = 500'000;     ///< on one exporter's page
    double clockLimitSeconds = 5.0;       ///< difference worth a warning
};

} // namespace lepto
