#include "ml/base/detector_comparison.h"

#include "ml/base/baseline_detector.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace lepto::ml {
namespace {

/// The rows that are judged, put one after another.
struct Judged {
    std::vector<std::uint8_t> labels;
    std::vector<TimeMs> times;
    std::vector<std::size_t> rows;
};

Judged judgedRows(const TrainingData &data, const std::vector<std::uint8_t> &evaluate)
{
    Judged judged;
    for (std::size_t row = 0; row < data.rows(); ++row) {
        if (!evaluate[row])
            continue;
        judged.rows.push_back(row);
        judged.labels.push_back((data.flags[row] & RowAbnormal) != 0);
        judged.times.push_back(TimeMs(judged.times.size()) * data.step);
    }
    return judged;
}

DetectorQuality qualityOf(const RowScores &all, const Judged &judged, int window)
{
    std::vector<double> scores;
    std::vector<std::uint8_t> alarms;
    for (const std::size_t row : judged.rows) {
        scores.push_back(std::isfinite(all.scores[row]) ? all.scores[row] : 0.0);
        alarms.push_back(all.alarms[row]);
    }
    DetectorQuality quality;
    const auto volume = volumeUnderSurface(judged.labels, scores, window);
    quality.vusPr = volume.pr;
    quality.vusRoc = volume.roc;
    quality.aucPr = aucPr(judged.labels, scores);
    quality.rangeF1 = rangeScore(judged.labels, alarms).f1;
    quality.paging = pagingScore(judged.labels, alarms, judged.times);
    return quality;
}

enum class Fault { Shift, Parted, Ramp, Spike, Count };

void inject(TrainingData &data, const RobustScaler &scaler, Fault fault, std::size_t column, std::size_t from, std::size_t length, float sign)
{
    const std::size_t columns = data.columns.size();
    const float unit = sign * scaler.scale[column];
    const std::size_t earlier = from / 2; // of another phase and another load
    for (std::size_t i = 0; i < length; ++i) {
        float &v = data.values[(from + i) * columns + column];
        switch (fault) {
        case Fault::Shift: v += 3.0f * unit; break;
        case Fault::Parted: v = data.values[(earlier + i) * columns + column]; break;
        case Fault::Ramp: v += 5.0f * unit * float(i + 1) / float(length); break;
        case Fault::Spike: v += (i < 2 ? 8.0f : 0.0f) * unit; break;
        case Fault::Count: break;
        }
        if (fault != Fault::Spike || i < 2)
            data.flags[from + i] |= RowAbnormal;
    }
}

} // namespace

RowScores baselineRows(const TrainingData &data)
{
    RowScores rows;
    rows.scores.assign(data.rows(), 0.0);
    rows.alarms.assign(data.rows(), 0);
    for (std::size_t column = 0; column < data.columns.size(); ++column) {
        const auto detector = makeBaselineDetector();
        for (std::size_t row = 0; row < data.rows(); ++row) {
            const Score score = detector->push(data.timeOf(row), double(data.at(row, column)));
            rows.scores[row] = std::max(rows.scores[row], score.score);
            rows.alarms[row] |= score.anomalous;
        }
    }
    return rows;
}

TrainingData withSyntheticAnomalies(const TrainingData &data, const RobustScaler &scaler, std::uint64_t seed)
{
    TrainingData changed = data;
    const auto first = std::size_t(double(data.rows()) * 0.7);
    const std::size_t tail = data.rows() - first;
    const std::size_t length = std::clamp<std::size_t>(tail / 25, 3, 40);
    const std::size_t events = std::min<std::size_t>(8, tail / (3 * length));
    std::mt19937_64 random(seed);
    for (std::size_t event = 0; event < events; ++event) {
        const std::size_t slot = tail / events;
        const std::size_t from = first + event * slot + slot / 3 + random() % std::max<std::size_t>(1, slot / 3);
        if (from + length > data.rows())
            break;
        inject(changed, scaler, Fault(event % std::size_t(Fault::Count)), random() % data.columns.size(), from, length, random() % 2 ? 1.0f : -1.0f);
    }
    return changed;
}

Result<Comparison> compareDetectors(const TrainingData &data, int window,
                                    const std::function<Result<RowScores>(const TrainingData &)> &trained)
{
    RowSplit split = splitRows(data, window);
    Comparison comparison;
    comparison.synthetic = std::none_of(data.flags.begin(), data.flags.end(), [](std::uint8_t flag) { return flag & RowAbnormal; });
    const TrainingData judgedData = comparison.synthetic ? withSyntheticAnomalies(data, RobustScaler::fit(data, split.learnable), 17) : data;
    const Judged judged = judgedRows(judgedData, split.evaluate);
    comparison.rows = judged.rows.size();
    comparison.events = runsOf(judged.labels).size();
    if (comparison.rows < 20 || comparison.events == 0)
        return Error{ErrorCode::BadInput, "evaluation", "too few rows are held back to judge a model"};
    const auto scores = trained(judgedData);
    if (!scores)
        return scores.error();
    comparison.trained = qualityOf(*scores, judged, window);
    comparison.baseline = qualityOf(baselineRows(judgedData), judged, window);
    const double allowed = std::max(1.0, 1.5 * comparison.baseline.paging.falseAlarmsPerDay);
    comparison.beatsBaseline = comparison.trained.vusPr > comparison.baseline.vusPr + 0.01 && comparison.trained.paging.falseAlarmsPerDay <= allowed;
    return comparison;
}

} // namespace lepto::ml
