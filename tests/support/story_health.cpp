#include "tests/support/story_console.h"

#include <cmath>

namespace lepto::story {

namespace {

struct Shape {
    const char *service, *tier;
    int instances;
    Severity severity;
    const char *reason;
    double latency, errors, traffic, saturation; ///< calm values; the incident multiplies them
};

// One row a service: what it is on a calm day.
const Shape shapes[] = {
    { "edge-cache", "edge", 6, Severity::Ok, "", 0.004, 0.0002, 2100, 0.31 },
    { "gateway", "edge", 8, Severity::Warning, "errors 2.3 %, limit 1 %", 0.021, 0.0008, 1400, 0.42 },
    { "storefront", "api", 6, Severity::Ok, "", 0.064, 0.0011, 820, 0.38 },
    { "cart", "api", 8, Severity::Critical, "latency p99 1.42 s, limit 500 ms", 0.180, 0.0009, 410, 0.44 },
    { "orders", "api", 6, Severity::Ok, "", 0.090, 0.0006, 240, 0.35 },
    { "payments", "api", 4, Severity::Ok, "", 0.140, 0.0004, 95, 0.29 },
    { "search", "api", 10, Severity::Ok, "", 0.047, 0.0010, 630, 0.51 },
    { "session-cache", "data", 3, Severity::Critical, "hit ratio 41 %, limit 90 %", 0.0008, 0.0, 5200, 0.62 },
    { "catalog-db", "data", 3, Severity::Warning, "connections 88 %, limit 80 %", 0.006, 0.0, 1900, 0.47 },
    { "orders-db", "data", 3, Severity::Ok, "", 0.005, 0.0, 700, 0.36 },
    { "mail-queue", "batch", 2, Severity::Ok, "", 0.4, 0.0, 12, 0.08 },
    { "invoice-export", "batch", 1, Severity::NoData, "no sample for 14 min", 2.0, 0.0, 0.1, 0.02 },
    { "web-1", "hosts", 1, Severity::Ok, "", 0, 0, 0, 0.34 },
    { "web-2", "hosts", 1, Severity::Ok, "", 0, 0, 0, 0.37 },
    { "web-3", "hosts", 1, Severity::Maintenance, "maintenance until 11:00", 0, 0, 0, 0.05 },
};

struct Kind {
    const char *id, *title;
    SignalKind kind;
    const char *unit;
};
constexpr Kind kinds[] = { { "latency_p99", "Latency p99", SignalKind::Latency, "seconds" },
    { "traffic", "Traffic", SignalKind::Traffic, "1/s" }, { "errors", "Errors 5xx", SignalKind::Errors, "ratio" },
    { "saturation", "CPU saturation", SignalKind::Saturation, "ratio" } };

double calm(const Shape &shape, SignalKind kind)
{
    switch (kind) {
    case SignalKind::Latency: return shape.latency;
    case SignalKind::Traffic: return shape.traffic;
    case SignalKind::Errors: return shape.errors;
    default: return shape.saturation;
    }
}

bool troubled(const std::string &service, SignalKind kind)
{
    if (service == "cart" || service == "session-cache")
        return kind == SignalKind::Latency || kind == SignalKind::Saturation;
    return (service == "gateway" && kind == SignalKind::Errors) || (service == "catalog-db" && kind == SignalKind::Saturation);
}

double factor(SignalKind kind)
{
    return kind == SignalKind::Latency ? 7.9 : kind == SignalKind::Errors ? 28 : 1.9;
}

/// Repeatable noise in [-1, 1] from the series and the sample's place.
double noise(std::uint64_t seed, std::int64_t place)
{
    std::uint64_t x = seed ^ (std::uint64_t(place) * 0x9e3779b97f4a7c15ull);
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
    return double((x ^ (x >> 31)) >> 11) / double(1ull << 52) - 1.0;
}

const Shape *shapeOf(std::string_view service)
{
    for (const Shape &shape : shapes) {
        if (service == shape.service)
            return &shape;
    }
    return nullptr;
}

SignalKind kindOf(std::string_view signal)
{
    for (const Kind &kind : kinds) {
        if (signal == kind.id)
            return kind.kind;
    }
    return SignalKind::Latency;
}

double level(const Labels &labels, TimeMs t, bool withTrouble)
{
    const Shape *shape = shapeOf(labels.get("service"));
    const SignalKind kind = kindOf(labels.get("signal"));
    const double base = shape ? calm(*shape, kind) : 1.0;
    const double dayPart = double(t % 86'400'000) / 86'400'000.0;
    double value = base * (1 + 0.12 * std::sin(dayPart * 6.2832 - 1.9));
    if (withTrouble && shape && troubled(shape->service, kind) && t > StoryConsole::onset) {
        const double risen = 1 - std::exp(-double(t - StoryConsole::onset) / 180'000.0);
        value *= 1 + (factor(kind) - 1) * risen;
    }
    return value;
}

double sampleAt(const Labels &labels, TimeMs t)
{
    const double value = level(labels, t, true);
    return value * (1 + 0.05 * noise(labels.hash(), t / 15'000));
}

Severity signalSeverity(const Shape &shape, SignalKind kind)
{
    return troubled(shape.service, kind) ? shape.severity : shape.severity == Severity::NoData ? Severity::NoData : Severity::Ok;
}

SignalState signal(const Shape &shape, const Kind &kind)
{
    SignalState s;
    s.service = shape.service;
    s.signal = kind.id;
    s.series = Labels({ { "__name__", "leptoscope:signal" }, { "service", shape.service }, { "signal", kind.id }, { "unit", kind.unit } });
    s.title = QString::fromUtf8(kind.title);
    s.kind = kind.kind;
    s.unit = QString::fromUtf8(kind.unit);
    s.severity = signalSeverity(shape, kind.kind);
    s.at = StoryConsole::storyNow - (s.severity == Severity::NoData ? 14 * 60'000 : 2000);
    s.value = s.severity == Severity::NoData ? std::nan("") : sampleAt(s.series, s.at);
    s.since = troubled(shape.service, kind.kind) ? StoryConsole::onset + 90'000 : StoryConsole::storyNow - 86'400'000;
    if (kind.kind == SignalKind::Latency)
        s.critical = calm(shape, kind.kind) * 2.8;
    if (kind.kind == SignalKind::Errors)
        s.warning = 0.01, s.critical = 0.05;
    if (kind.kind == SignalKind::Saturation)
        s.warning = 0.8, s.critical = 0.95;
    return s;
}

} // namespace

HealthSnapshot health()
{
    HealthSnapshot snapshot;
    snapshot.at = StoryConsole::storyNow - 2000;
    for (const Shape &shape : shapes) {
        ServiceState state;
        state.service = shape.service;
        state.tier = shape.tier;
        state.severity = shape.severity;
        state.reason = QString::fromUtf8(shape.reason);
        state.instances = shape.instances;
        state.instancesUp = shape.severity == Severity::NoData ? 0 : shape.instances;
        for (const Kind &kind : kinds) {
            if (calm(shape, kind.kind) > 0)
                state.signals_.push_back(signal(shape, kind));
        }
        for (const SignalState &s : state.signals_) {
            if (s.severity == shape.severity && shape.severity >= Severity::Warning)
                state.worstSignal = s.signal;
        }
        state.since = shape.severity == Severity::Ok ? StoryConsole::storyNow - 86'400'000 : StoryConsole::onset + 90'000;
        snapshot.worst = worse(snapshot.worst, shape.severity);
        snapshot.services.push_back(std::move(state));
    }
    return snapshot;
}

std::vector<SeriesInfo> series(const HealthSnapshot &health)
{
    std::vector<SeriesInfo> all;
    for (const ServiceState &service : health.services) {
        for (const SignalState &s : service.signals_)
            all.push_back({ SeriesId(all.size()) + 1, s.series });
    }
    for (const char *name : { "node_cpu_seconds_total", "node_memory_MemAvailable_bytes", "node_filesystem_avail_bytes",
             "http_requests_total", "http_request_duration_seconds_bucket", "cache_evictions_total", "cache_memory_bytes" }) {
        for (const char *instance : { "web-1:9100", "web-2:9100" })
            all.push_back({ SeriesId(all.size()) + 1, Labels({ { "__name__", name }, { "instance", instance }, { "service", "cart" } }) });
    }
    return all;
}

Columns columns(const Labels &labels, TimeMs from, TimeMs to, int count)
{
    constexpr TimeMs interval = 15'000;
    Columns answer;
    answer.interval = interval;
    to = std::min(to, StoryConsole::storyNow);
    const TimeMs width = std::max<TimeMs>(interval, (to - from) / std::max(1, count));
    answer.samples = std::max<TimeMs>(0, to - from) / interval;
    answer.reduced = std::max<std::int64_t>(1, width / interval);
    for (TimeMs t = from - from % width; t < to; t += width) {
        Column column { t, 1e300, -1e300, sampleAt(labels, t), sampleAt(labels, t + width - interval) };
        for (int i = 0; i < std::min<int>(8, int(answer.reduced)); ++i) {
            const double v = sampleAt(labels, t + i * interval);
            column.min = std::min(column.min, v);
            column.max = std::max(column.max, v);
        }
        answer.columns.push_back(column);
    }
    return answer;
}

ChartAnswer chart(const Labels &labels, const ChartRequest &request)
{
    ChartAnswer answer;
    answer.data = columns(labels, request.from, request.to, request.columns);
    const TimeMs step = std::max<TimeMs>(60'000, (request.to - request.from) / 120);
    const auto band = [&](TimeMs t, double spread) {
        const double mid = level(labels, t, t > StoryConsole::storyNow);
        return BandPoint { t, mid * (1 - spread), mid, mid * (1 + spread) };
    };
    if (request.expected) {
        for (TimeMs t = request.from; t <= std::min(request.to, StoryConsole::storyNow); t += step)
            answer.expected.push_back(band(t, 0.18));
        const std::string service(labels.get("service"));
        if (troubled(service, kindOf(labels.get("signal"))) && request.to > StoryConsole::onset)
            answer.anomalies.push_back({ labels, service, std::string(labels.get("signal")), StoryConsole::onset + 60'000,
                StoryConsole::storyNow, 0.97, level(labels, StoryConsole::storyNow, true), level(labels, StoryConsole::storyNow, false),
                0, 0, QStringLiteral("baseline"), true });
    }
    if (request.forecast && request.to > StoryConsole::storyNow) {
        answer.forecastMethod = QStringLiteral("holt-winters");
        answer.forecastMase = 0.71;
        answer.forecastHeld = 0.79;
        for (TimeMs t = StoryConsole::storyNow; t <= request.to; t += step)
            answer.forecast.push_back(band(t, 0.06 + 0.25 * double(t - StoryConsole::storyNow) / 3'600'000.0));
    }
    return answer;
}

} // namespace lepto::story
