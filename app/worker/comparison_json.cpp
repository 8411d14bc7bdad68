#include "app/worker/comparison_json.h"

#include <cmath>
#include <string>

namespace lepto {
namespace {

using nlohmann::json;

json finite(double v) { return std::isfinite(v) ? json(v) : json(); }

void add(json &into, const std::string &prefix, const ml::DetectorQuality &quality)
{
    into[prefix + "vus_pr"] = finite(quality.vusPr);
    into[prefix + "vus_roc"] = finite(quality.vusRoc);
    into[prefix + "auc_pr"] = finite(quality.aucPr);
    into[prefix + "range_f1"] = finite(quality.rangeF1);
    into[prefix + "found"] = quality.paging.found;
    into[prefix + "delay_seconds"] = finite(quality.paging.meanDelay / 1000.0);
    into[prefix + "false_alarms_per_day"] = finite(quality.paging.falseAlarmsPerDay);
}

} // namespace

json comparisonJson(const ml::Comparison &comparison)
{
    json body{{"labels", comparison.synthetic ? "synthetic" : "marked"}, {"rows", comparison.rows}, {"events", comparison.events},
              {"beats_baseline", comparison.beatsBaseline}};
    add(body, "", comparison.trained);
    add(body, "baseline_", comparison.baseline);
    return body;
}

} // namespace lepto
