#include "core/sources/host_metrics.h"

#include "core/base/text.h"
#include "core/sources/label_text.h"

namespace lepto {

void HostMetrics::begin(TimeMs at)
{
    m_at = at;
    m_samples.clear();
}

void HostMetrics::add(std::string_view name, double value, std::initializer_list<Label> labels)
{
    m_key = name;
    for (const Label &label : labels)
        m_key.append("\n").append(label.first).append("\n").append(label.second);
    const auto make = [&] {
        std::vector<Labels::Pair> pairs(m_target);
        pairs.emplace_back("__name__", name);
        for (const Label &label : labels) // names of processes and mounts are any bytes; labels are UTF-8
            pairs.emplace_back(label.first, isValidUtf8(label.second) ? std::string(label.second) : utf8(qstr(label.second)));
        return Labels(std::move(pairs));
    };
    m_samples.push_back({ m_cache.get(m_key, make), { m_at, value } });
}

std::vector<LabelledSample> HostMetrics::take()
{
    m_cache.endPage();
    return std::exchange(m_samples, {});
}

} // namespace lepto
