#include "ml/base/cleaning.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lepto::ml {

namespace {

/// Sorted values of a window that slides over one unbroken stretch.
class SortedWindow {
public:
    void add(double value) { m_values.insert(std::upper_bound(m_values.begin(), m_values.end(), value), value); }
    void remove(double value) { m_values.erase(std::lower_bound(m_values.begin(), m_values.end(), value)); }

    double median() const { return middle(m_values); }

    double medianDeviation(double centre)
    {
        m_scratch.resize(m_values.size());
        std::transform(m_values.begin(), m_values.end(), m_scratch.begin(), [centre](double v) { return std::abs(v - centre); });
        std::sort(m_scratch.begin(), m_scratch.end());
        return middle(m_scratch);
    }

private:
    static double middle(const std::vector<double> &sorted)
    {
        const std::size_t n = sorted.size();
        return n % 2 ? sorted[n / 2] : sorted[n / 2 - 1] + (sorted[n / 2] - sorted[n / 2 - 1]) / 2;
    }

    std::vector<double> m_values, m_scratch;
};

/// Calls `work(window, index)` for each finite sample with the window of its unbroken stretch around it.
template <typename Work>
void slide(std::span<const Sample> samples, std::size_t half, const Work &work)
{
    for (std::size_t begin = 0; begin < samples.size();) {
        if (!std::isfinite(samples[begin].v)) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < samples.size() && std::isfinite(samples[end].v))
            ++end;
        SortedWindow window;
        std::size_t first = begin, next = begin;
        for (std::size_t i = begin; i < end; ++i) {
            for (; next < end && next - i <= half; ++next)
                window.add(samples[next].v);
            for (; i - first > half; ++first)
                window.remove(samples[first].v);
            work(window, i);
        }
        begin = end;
    }
}

void replace(Denoised &view, std::size_t index, double value)
{
    if (view.samples[index].v == value)
        return;
    view.samples[index].v = value;
    view.replaced.push_back(index);
}

} // namespace

Ordered inOrder(std::span<const Sample> arrived)
{
    Ordered out;
    out.samples.assign(arrived.begin(), arrived.end());
    for (std::size_t i = 1; i < arrived.size(); ++i)
        out.outOfOrder += arrived[i].t < arrived[i - 1].t;
    std::stable_sort(out.samples.begin(), out.samples.end(), [](const Sample &a, const Sample &b) { return a.t < b.t; });
    std::size_t kept = 0;
    for (const Sample &s : out.samples) {
        if (kept > 0 && out.samples[kept - 1].t == s.t) {
            out.samples[kept - 1] = s;
            ++out.duplicates;
        } else {
            out.samples[kept++] = s;
        }
    }
    out.samples.resize(kept);
    return out;
}

Unreset withoutResets(std::span<const Sample> samples)
{
    Unreset out;
    out.samples.reserve(samples.size());
    double lost = 0, before = -std::numeric_limits<double>::infinity();
    for (const Sample &s : samples) {
        if (std::isnan(s.v)) {
            out.samples.push_back(s);
            continue;
        }
        if (s.v < before) {
            lost += before;
            out.resets.push_back(s.t);
        }
        before = s.v;
        out.samples.push_back({ s.t, s.v + lost });
    }
    return out;
}

Denoised medianView(std::span<const Sample> samples, std::size_t half)
{
    Denoised view { { samples.begin(), samples.end() }, {} };
    slide(samples, half, [&](SortedWindow &window, std::size_t i) { replace(view, i, window.median()); });
    return view;
}

Denoised hampelView(std::span<const Sample> samples, std::size_t half, double sigmas)
{
    constexpr double kMadToSigma = 1.4826;
    Denoised view { { samples.begin(), samples.end() }, {} };
    slide(samples, half, [&](SortedWindow &window, std::size_t i) {
        const double median = window.median();
        if (std::abs(samples[i].v - median) > sigmas * kMadToSigma * window.medianDeviation(median))
            replace(view, i, median);
    });
    return view;
}

Denoised ewmaView(std::span<const Sample> samples, TimeMs halfLife)
{
    Denoised view { { samples.begin(), samples.end() }, {} };
    bool running = false;
    double mean = 0;
    TimeMs before = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto [t, v] = samples[i];
        if (!std::isfinite(v)) {
            running = false;
            continue;
        }
        const double weight = running ? -std::expm1(-double(t - before) * M_LN2 / double(halfLife)) : 1.0;
        mean += weight * (v - mean);
        if (!running)
            mean = v;
        running = true;
        before = t;
        replace(view, i, mean);
    }
    return view;
}

} // namespace lepto::ml
