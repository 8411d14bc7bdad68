#include "core/layouts/dashboard_units.h"

#include <algorithm>

namespace lepto {

namespace {

struct Line {
    const char *grafana, *unit;
    double scale;
};

// grafana.com/docs, "Standard options", Unit; ids of the panel editor.
constexpr Line lines[] = {
    { "", "", 1 }, { "none", "", 1 }, { "short", "", 1 }, { "locale", "", 1 }, { "bool", "", 1 }, { "bool_yes_no", "", 1 }, { "bool_on_off", "", 1 },
    { "percent", "ratio", 0.01 }, { "percentunit", "ratio", 1 },
    { "ns", "seconds", 1e-9 }, { "µs", "seconds", 1e-6 }, { "ms", "seconds", 1e-3 }, { "s", "seconds", 1 }, { "m", "seconds", 60 }, { "h", "seconds", 3600 },
    { "d", "seconds", 86400 }, { "dtdurations", "seconds", 1 }, { "dtdurationms", "seconds", 1e-3 }, { "clocks", "seconds", 1 }, { "clockms", "seconds", 1e-3 },
    { "bytes", "bytes", 1 }, { "decbytes", "bytes", 1 }, { "bits", "bytes", 0.125 }, { "decbits", "bytes", 0.125 }, { "kbytes", "bytes", 1024 },
    { "mbytes", "bytes", 1048576 }, { "gbytes", "bytes", 1073741824 }, { "deckbytes", "bytes", 1e3 }, { "decmbytes", "bytes", 1e6 }, { "decgbytes", "bytes", 1e9 },
    { "Bps", "bytes/s", 1 }, { "binBps", "bytes/s", 1 }, { "bps", "bytes/s", 0.125 }, { "binbps", "bytes/s", 0.125 }, { "KBs", "bytes/s", 1e3 },
    { "MBs", "bytes/s", 1e6 }, { "KiBs", "bytes/s", 1024 }, { "MiBs", "bytes/s", 1048576 },
    { "ops", "1/s", 1 }, { "reqps", "1/s", 1 }, { "rps", "1/s", 1 }, { "wps", "1/s", 1 }, { "iops", "1/s", 1 }, { "eps", "1/s", 1 }, { "cps", "1/s", 1 },
    { "pps", "1/s", 1 }, { "hertz", "1/s", 1 }, { "opm", "1/s", 1.0 / 60 }, { "rpm", "1/s", 1.0 / 60 }, { "rotrpm", "1/s", 1.0 / 60 },
};

} // namespace

DashboardUnit dashboardUnit(const QString &grafana)
{
    const auto it = std::find_if(std::begin(lines), std::end(lines), [&](const Line &line) { return grafana == QString::fromUtf8(line.grafana); });
    if (it == std::end(lines))
        return { grafana, 1, false };
    return { QLatin1String(it->unit), it->scale, true };
}

} // namespace lepto
