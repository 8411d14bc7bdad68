#pragma once

#include "core/store/store.h"
#include "ml/base/forecaster.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace lepto {

struct ForecastPoint {
    TimeMs t = 0;
    double lower = 0, mid = 0, upper = 0;
};

/// A forecast of one stored series from now on.
struct SeriesForecast {
    std::vector<ForecastPoint> points;  ///< empty when withheld
    QString method;
    double coverage = 0.8, mase = 0, held = 0;
    bool withheld = false;
    TimeMs step = 0;
};

/// Forecasts stored series on a regular grid fitted to the horizon (about 60 steps ahead, up to 1,500 steps of history, daily season
/// where the history covers two days). Answers are kept until a step has passed. Thread-safe.
class ForecastService {
public:
    explicit ForecastService(const Store &store) : m_store(store) {}

    /// Errors: BadInput (history shorter than the horizon, horizon not positive), NotFound, those of the store.
    Result<SeriesForecast> forecast(SeriesId series, TimeMs now, TimeMs until);

private:
    struct Kept {
        TimeMs bucket = 0, step = 0;
        SeriesForecast answer;
    };
    const Store &m_store;
    std::mutex m_mutex;
    std::unordered_map<SeriesId, Kept> m_kept;
};

/// Means per step of [from, from + count * step); NaN where nothing was measured. Shared with training, which needs the same grid.
Result<std::vector<double>> regularGrid(const Store &store, SeriesId series, TimeMs from, TimeMs step, int count);

} // namespace lepto
