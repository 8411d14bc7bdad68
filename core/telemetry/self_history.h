#pragma once

#include "core/telemetry/self_metrics.h"
#include "ml/base/series.h"

#include <deque>
#include <map>
#include <optional>

namespace lepto {

/// What the console says about itself. The order is that of the page.
enum class SelfNumber {
    FrameMedian, FrameP99, FrameWorst, Stalls, IngestRate, WriteP99, WriterQueue, WriterRefused, ScrapeP99, QueryMedian, QueryP99, StoreBytes, StoreSeries,
    RoundP99, DetectorLag, JobsRunning, Count
};

struct SelfValue {
    SelfNumber number = SelfNumber::Count;
    std::string metric;                ///< the metric of the own metrics page that it comes from
    std::string unit;                  ///< "seconds", "bytes", "1/s", ""
    std::optional<double> value;       ///< nothing where nothing happened in the last minutes
    bool good = true;                  ///< within the console's own objective
    std::vector<std::pair<TimeMs, double>> trend; ///< oldest first
};

/// The last ten minutes of the own metrics page, so that a number is that of now and not of all time. Quantiles are those that
/// histogram_quantile() gives over two minutes of the same buckets. Plain value, one thread.
class SelfHistory {
public:
    /// To be called every few seconds.
    void take(TimeMs now, std::vector<SelfReading> readings);
    std::vector<SelfValue> values() const;

private:
    using Readings = std::map<std::string, SelfReading>;
    struct Moment {
        TimeMs at = 0;
        Readings readings;
    };
    std::optional<double> valueAt(std::size_t moment, SelfNumber number) const;
    std::size_t windowStart(std::size_t moment) const;

    std::deque<Moment> m_moments;
};

/// The value below which a share `q` of the observations lies, linear inside its bucket, as Prometheus' histogram_quantile() does it. Nothing for no observation.
std::optional<double> histogramQuantile(const std::vector<SelfReading::Bucket> &buckets, double q);

} // namespace lepto
