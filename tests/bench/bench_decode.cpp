// decode.query_range: a 50 MB answer of query_range into milliseconds and doubles, in pieces as the network brings them. The peer is
// simdjson On-Demand over the same bytes in one padded block, into the same vectors.

#include "bench_report.h"
#include "core/sources/query_range_scanner.h"

#ifdef LEPTOSCOPE_SIMDJSON
#include <simdjson.h>
#endif

#include <charconv>
#include <random>

using namespace lepto;
using namespace lepto::bench;

namespace {

constexpr int kSeries = 500, kPoints = 3800, kRuns = 11;
constexpr std::size_t kPiece = 1 << 16;

void appendNumber(std::string &out, double value, int digits)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, digits).ptr;
    out.append(text, end);
}

// Counters with cents, large gauges, constants and ratios with all their digits, a quarter each, 15 seconds apart.
std::string answer()
{
    std::mt19937 random(3);
    std::string json = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int s = 0; s < kSeries; ++s) {
        json += (s ? "," : "") + std::string(R"({"metric":{"__name__":"node","instance":"host-)") + std::to_string(s) + R"("},"values":[)";
        double counter = random() % 100'000;
        for (int i = 0; i < kPoints; ++i) {
            counter += double(random() % 10'000) / 100.0;
            json += (i ? ",[" : "[") + std::to_string(1'795'253'045 + 15 * i) + ".134,\"";
            const double values[] = {counter, double(random()) * 16, 1.0, double(random() % 1'000'000) / 3e4};
            appendNumber(json, values[s % 4], s % 4 == 3 ? 16 : 12);
            json += "\"]";
        }
        json += "]}";
    }
    return json + "]}}";
}

std::size_t scan(const std::string &json)
{
    QueryRangeScanner scanner;
    for (std::size_t at = 0; at < json.size(); at += kPiece)
        scanner.push(std::string_view(json).substr(at, kPiece));
    const auto scanned = scanner.finish();
    return scanned ? scanned->series.size() : 0;
}

#ifdef LEPTOSCOPE_SIMDJSON
std::size_t scanWithPeer(simdjson::ondemand::parser &parser, const simdjson::padded_string &json)
{
    std::vector<std::vector<Sample>> all;
    auto document = parser.iterate(json);
    for (auto item : document["data"]["result"].get_array()) {
        auto &samples = all.emplace_back();
        for (auto point : item["values"].get_array()) {
            Sample sample;
            bool first = true;
            for (auto part : point.get_array()) {
                if (std::exchange(first, false))
                    sample.t = TimeMs(double(part.get_double()) * 1000.0 + 0.5);
                else
                    sample.v = double(part.get_double_in_string());
            }
            samples.push_back(sample);
        }
    }
    return all.size();
}
#endif

} // namespace

int main(int argc, char **argv)
{
    if (!wanted(argc, argv, "decode.query_range"))
        return 0;
    const std::string json = answer();
    const double megabytes = double(json.size()) / 1e6;
    std::vector<double> ours, peers;
    std::size_t read = 0;
#ifdef LEPTOSCOPE_SIMDJSON
    const simdjson::padded_string padded(json);
    simdjson::ondemand::parser parser;
#endif
    for (int run = 0; run < kRuns; ++run) {
        ours.push_back(megabytes / seconds([&] { read += scan(json); }));
#ifdef LEPTOSCOPE_SIMDJSON
        peers.push_back(megabytes / seconds([&] { read += scanWithPeer(parser, padded); }));
#endif
    }
    Line line{"decode.query_range", spreadOf(ours), "MB/s", "", 0, 0, std::to_string(int(megabytes)) + " MB, one thread"};
    if (!peers.empty()) {
        line.peer = "simdjson On-Demand";
        line.peerValue = spreadOf(peers).median;
        line.ratio = line.value.median / line.peerValue;
    }
    report(line);
    return read == 0;
}
