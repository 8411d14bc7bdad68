#pragma once

#include "core/store/store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <bit>
#include <random>

namespace lepto {

inline Labels labelled(const std::string &name, const std::string &instance)
{
    return Labels({ { "__name__", name }, { "instance", instance } });
}

inline bool sameBits(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Sample &x, const Sample &y) {
        return x.t == y.t && std::bit_cast<std::uint64_t>(x.v) == std::bit_cast<std::uint64_t>(y.v);
    });
}

inline std::unique_ptr<Store> openStore(const QString &file, Store::Mode mode = Store::Mode::ReadWrite)
{
    auto store = Store::open(file, mode);
    if (!store) {
        qWarning("%s", store.error().text().c_str());
        return nullptr;
    }
    return std::move(*store);
}

inline Result<std::vector<SeriesId>> append(Store &store, std::initializer_list<LabelledSample> batch)
{
    return store.append(std::span(batch.begin(), batch.size()));
}

/// Irregular times, resets, long holes, and every kind of double.
inline std::vector<Sample> oddSamples(std::mt19937_64 &random, TimeMs from, int count)
{
    std::vector<Sample> samples;
    TimeMs t = from;
    double walk = 0;
    for (int i = 0; i < count; ++i) {
        t += random() % 50 == 0 ? TimeMs(random() % 7'200'000) + 1 : 15'000 + TimeMs(random() % 20);
        walk = random() % 100 == 0 ? 0 : walk + double(random() % 1000) / 8;
        double v = walk;
        switch (random() % 40) {
        case 0:
            v = std::numeric_limits<double>::quiet_NaN();
            break;
        case 1:
            v = std::numeric_limits<double>::infinity();
            break;
        case 2:
            v = -0.0;
            break;
        case 3:
            v = std::numeric_limits<double>::denorm_min();
            break;
        case 4:
            v = staleMarker();
            break;
        default:
            break;
        }
        samples.push_back({ t, v });
    }
    return samples;
}

inline std::vector<Sample> between(const std::vector<Sample> &samples, TimeMs from, TimeMs to)
{
    std::vector<Sample> found;
    for (const Sample &sample : samples)
        if (sample.t >= from && sample.t <= to)
            found.push_back(sample);
    return found;
}

} // namespace lepto
