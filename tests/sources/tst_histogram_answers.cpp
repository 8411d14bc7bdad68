#include "core/base/text.h"
#include "core/sources/bucket_layout.h"
#include "core/sources/exporter_source.h"
#include "core/sources/exposition_proto.h"
#include "core/sources/histogram_chunk.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/query_range_scanner.h"
#include "tests/support/http_fixture.h"
#include "tests/support/prometheus_server.h"
#include "tests/support/shared_data.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <bit>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace lepto;
using namespace lepto::test;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

/// Writes the few messages of an exporter's protobuf page.
struct Proto {
    QByteArray bytes;
    Proto &varint(std::uint64_t v)
    {
        for (; v >= 0x80; v >>= 7)
            bytes += char(v | 0x80);
        bytes += char(v);
        return *this;
    }
    Proto &number(int field, std::uint64_t v) { return varint(std::uint64_t(field) << 3).varint(v); }
    Proto &zigzag(int field, std::int64_t v) { return number(field, std::uint64_t(v) << 1 ^ std::uint64_t(v >> 63)); }
    Proto &real(int field, double v)
    {
        varint(std::uint64_t(field) << 3 | 1);
        bytes.append(reinterpret_cast<const char *>(&v), sizeof v);
        return *this;
    }
    Proto &part(int field, const QByteArray &inner)
    {
        varint(std::uint64_t(field) << 3 | 2).varint(std::uint64_t(inner.size()));
        bytes += inner;
        return *this;
    }
};

/// demo_seconds{path="/"}: schema 1, threshold 0.001, `n` observations of each kind.
QByteArray demoPage(int n, bool classic = false)
{
    const auto span = [](int offset, int length) { return Proto().zigzag(1, offset).number(2, std::uint64_t(length)).bytes; };
    Proto h;
    h.number(1, std::uint64_t(6 * n)).real(2, 7.5 * n).zigzag(5, 1).real(6, 0.001).number(7, std::uint64_t(n));
    h.part(12, span(0, 2)).part(12, span(1, 1)); // buckets 0, 1 and 3
    h.zigzag(13, n).zigzag(13, n).zigzag(13, -n); // n, 2n, n
    h.part(9, span(0, 1)).zigzag(10, n);
    if (classic)
        h.part(3, Proto().number(1, std::uint64_t(2 * n)).real(2, 0.5).bytes);
    const QByteArray metric = Proto().part(1, Proto().part(1, "path").part(2, "/").bytes).part(7, h.bytes).bytes;
    const QByteArray family = Proto().part(1, "demo_seconds").part(2, "help").number(3, 4).part(4, metric).bytes;
    return Proto().varint(std::uint64_t(family.size())).bytes + family;
}

const QByteArray protoType = "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited";

NativeHistogram demo(int n)
{
    NativeHistogram h;
    h.schema = 1;
    h.zeroThreshold = 0.001;
    h.zeroCount = n;
    h.count = 6 * n;
    h.sum = 7.5 * n;
    h.positiveSpans = { { 0, 2 }, { 1, 1 } };
    h.positiveCounts = { double(n), 2.0 * n, double(n) };
    h.negativeSpans = { { 0, 1 } };
    h.negativeCounts = { double(n) };
    return h;
}

/// The same whatever is known of resets.
bool sameBuckets(NativeHistogram a, const NativeHistogram &b)
{
    a.reset = b.reset;
    return a == b;
}

std::map<std::string, double> samplesOf(const ExpositionPage &page)
{
    std::map<std::string, double> out;
    for (const LabelledSample &s : page.samples)
        out[s.labels.text()] = s.sample.v;
    return out;
}

Result<QueryAnswer> scan(const QByteArray &json, std::size_t piece = 1 << 20)
{
    QueryRangeScanner scanner;
    for (std::size_t at = 0; at < viewOf(json).size(); at += piece)
        scanner.push(viewOf(json).substr(at, piece));
    return scanner.finish();
}

} // namespace

class TestHistogramAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queryJsonGetsItsSchemaBack()
    {
        const QByteArray json = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"h"},"values":[[1,"2"]],"histograms":[
            [1795253045.142,{"count":"126","sum":"538.59","buckets":[[1,"-1","-0.7071067811865475","1"],[3,"-0.001","0.001","2"],
            [0,"0.7071067811865475","1","30"],[0,"1","1.414213562373095","31"],[0,"2","2.82842712474619","32"],[0,"2.82842712474619","4","30"]]}],
            [1795253046,{"count":"0","sum":"0"}]]}]}})";
        for (const std::size_t piece : { std::size_t(1 << 20), std::size_t(1), std::size_t(7) }) {
            const auto answer = scan(json, piece);
            QVERIFY2(answer, qPrintable(answer ? QString() : qstr(answer.error())));
            QCOMPARE(answer->series.at(0).samples.size(), std::size_t(1));
            QCOMPARE(answer->series[0].histograms.size(), std::size_t(2));
            const auto &[t, h] = answer->series[0].histograms[0];
            QCOMPARE(t, TimeMs(1795253045142));
            QCOMPARE(h.schema, 1);
            QCOMPARE(h.count, 126.0);
            QCOMPARE(h.zeroThreshold, 0.001);
            QCOMPARE(h.zeroCount, 2.0);
            QVERIFY((h.positiveSpans == std::vector<BucketSpan> { { 0, 2 }, { 1, 2 } }));
            QVERIFY((h.positiveCounts == std::vector<double> { 30, 31, 32, 30 }));
            QVERIFY((h.negativeSpans == std::vector<BucketSpan> { { 0, 1 } }));
        }
    }

    void bucketsOfEverySchemaAreRecognised()
    {
        for (int schema = -4; schema <= 8; ++schema) {
            const double step = std::ldexp(1.0, -schema);
            std::vector<PlainBucket> buckets;
            for (const int index : { -3, -2, 5, 6 }) {
                const double low = std::exp2((index - 1) * step), high = std::exp2(index * step);
                if (std::isfinite(high))
                    buckets.push_back({ PlainBucket::Rule::OpenLeft, low, high, double(10 + index) });
            }
            const NativeHistogram h = histogramFromBuckets(buckets, 46, 1);
            QCOMPARE(h.schema, schema);
            QVERIFY((h.positiveSpans == std::vector<BucketSpan> { { -3, 2 }, { 6, 2 } }));
            QVERIFY((h.positiveCounts == std::vector<double> { 7, 8, 15, 16 }));
        }
    }

    void customBoundsStayAsTheyAre()
    {
        const std::vector<PlainBucket> buckets { { PlainBucket::Rule::Closed, -INFINITY, 0.1, 3 }, { PlainBucket::Rule::OpenLeft, 0.25, 0.5, 4 },
            { PlainBucket::Rule::OpenLeft, 1, INFINITY, 5 } };
        const NativeHistogram h = histogramFromBuckets(buckets, 12, 9);
        QCOMPARE(h.schema, NativeHistogram::customSchema);
        QVERIFY((h.customBounds == std::vector<double> { 0.1, 0.25, 0.5, 1 }));
        QVERIFY((h.positiveSpans == std::vector<BucketSpan> { { 0, 1 }, { 1, 1 }, { 1, 1 } }));
        QVERIFY((h.positiveCounts == std::vector<double> { 3, 4, 5 }));
    }

    void brokenHistogramsAreNoJsonOfAQuery()
    {
        for (const char *bad : { R"([1,{"count":"x"}])", R"([1,{"count":1}])", R"([1,{"buckets":[[4,"1","2","3"]]}])", R"([1,{"buckets":[[0,"1","2"]]}])", R"([1,"2"])", R"([1,{"sum":"1" "count":"1"}])" }) {
            const auto answer = scan(QByteArray(R"({"status":"success","data":{"result":[{"metric":{},"histogram":)") + bad + "}]}}");
            QVERIFY2(!answer && answer.error().code == ErrorCode::BadInput, bad);
        }
    }

    void protobufPageGivesNativeAndClassicBuckets()
    {
        ExpositionOptions options;
        options.at = 5;
        options.target = { { "job", "j" }, { "source", "s" } };
        QVERIFY(isProtoExposition(viewOf(protoType.toLower())));
        const ExpositionPage native = parseProtoExposition(viewOf(demoPage(3)), options);
        QCOMPARE(native.refusedLines, std::size_t(0));
        QVERIFY(native.samples.empty());
        QCOMPARE(native.histograms.size(), std::size_t(1));
        QCOMPARE(native.histograms[0].labels.text(), std::string("demo_seconds{job=\"j\",path=\"/\",source=\"s\"}"));
        QCOMPARE(native.histograms[0].sample.t, TimeMs(5));
        QVERIFY(sameBuckets(native.histograms[0].sample.value, demo(3)));
        const auto both = samplesOf(parseProtoExposition(viewOf(demoPage(3, true)), options));
        QCOMPARE(both.at("demo_seconds_bucket{job=\"j\",le=\"0.5\",path=\"/\",source=\"s\"}"), 6.0);
        QCOMPARE(both.at("demo_seconds_bucket{job=\"j\",le=\"+Inf\",path=\"/\",source=\"s\"}"), 18.0);
        QCOMPARE(both.at("demo_seconds_count{job=\"j\",path=\"/\",source=\"s\"}"), 18.0);
    }

    void protobufPageSaysTheSameAsTheTextPage()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const QString folder = sharedFolder() + QStringLiteral("/fixtures/prometheus-2.42/");
        const ExpositionPage proto = parseProtoExposition(viewOf(readAll(folder + QStringLiteral("metrics_protobuf.pb"))), {});
        const ExpositionPage text = parseExposition(viewOf(readAll(folder + QStringLiteral("metrics_text.txt"))), {});
        QCOMPARE(proto.refusedLines, std::size_t(0));
        std::set<std::string> protoSeries, textSeries;
        for (const LabelledSample &s : proto.samples)
            protoSeries.insert(s.labels.text());
        for (const LabelledSample &s : text.samples)
            textSeries.insert(s.labels.text());
        for (const std::string &series : textSeries)
            QVERIFY2(protoSeries.contains(series), series.c_str());
        QCOMPARE(protoSeries.size() - textSeries.size() < 20, true); // recorded a moment apart
    }

    void everyCutProtobufPageIsPartial()
    {
        const QByteArray page = demoPage(3, true);
        for (qsizetype size = 1; size < page.size(); ++size)
            QVERIFY2(parseProtoExposition(viewOf(page.left(size)), {}).refusedLines > 0, qPrintable(QString::number(size)));
        for (qsizetype i = 0; i < page.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = page;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                (void)parseProtoExposition(viewOf(flipped), {});
            }
        }
    }

    void brokenChunksAreRefusedAndNothingElse()
    {
        QVERIFY(!decodeHistogramChunk({}, ChunkEncoding::Histogram));
        std::mt19937 random(7);
        for (int i = 0; i < 20'000; ++i) {
            Bytes noise(3 + random() % 60);
            for (auto &byte : noise)
                byte = std::uint8_t(random());
            noise[0] = 0;
            (void)decodeHistogramChunk(noise, i % 2 ? ChunkEncoding::Histogram : ChunkEncoding::FloatHistogram);
        }
    }

    void exporterSourceAsksForProtobufAndSendsHistograms()
    {
        HttpFixture server(HttpFixture::Reply { .contentType = protoType, .body = demoPage(2) });
        SourceConfig config;
        config.name = QStringLiteral("demo");
        config.kind = SourceConfig::Kind::Exporter;
        config.url = server.url(QStringLiteral("/metrics"));
        ExporterSource source(config, {});
        QSignalSpy spy(&source, &Source::scraped);
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(spy.size() > 0, 5000);
        const Scrape scrape = spy[0][0].value<Scrape>();
        QCOMPARE(scrape.histograms.size(), std::size_t(1));
        QVERIFY(sameBuckets(scrape.histograms[0].sample.value, demo(2)));
        QCOMPARE(scrape.samples.size(), std::size_t(3)); // up and its two neighbours
    }

    void realPrometheusGivesTheSameByEveryWay()
    {
        if (!PrometheusServer::isInstalled())
            QSKIP("skipped: prometheus is not installed");
        int n = 0;
        HttpFixture exporter(HttpFixture::Handler([&n](const HttpFixture::Request &) { return HttpFixture::Reply { .contentType = protoType, .body = demoPage(++n) }; }));
        PrometheusServer server;
        PrometheusServer::Options options;
        options.targets = { QStringLiteral("127.0.0.1:%1").arg(exporter.port()) };
        options.arguments = { QStringLiteral("--enable-feature=native-histograms") };
        QVERIFY2(server.start(options), qPrintable(server.error()));
        SourceConfig config;
        config.url = server.url();
        PrometheusClient client(config, {});
        std::optional<Result<QueryAnswer>> raw, json, step;
        const auto fetch = [&] {
            raw.reset(), json.reset();
            const TimeMs now = QDateTime::currentMSecsSinceEpoch();
            client.read({ now - 60'000, now, { { Matcher::Kind::Equal, "__name__", "demo_seconds" } } }, {}, this, [&](Result<QueryAnswer> a) { raw = std::move(a); });
            client.query(QStringLiteral("demo_seconds[1m]"), 0, this, [&](Result<QueryAnswer> a) { json = std::move(a); });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(raw && json, 5000); }();
            return raw && json && *raw && *json && !(*raw)->series.empty() && (*raw)->series[0].histograms.size() >= 4 && !(*json)->series.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(fetch(), 20'000);
        const auto &chunks = (*raw)->series[0].histograms, &texts = (*json)->series[0].histograms;
        QVERIFY(texts.size() >= 4);
        for (const HistogramSample &h : chunks) {
            const int said = int(h.value.zeroCount);
            QVERIFY(said >= 1 && sameBuckets(h.value, demo(said)));
            const auto other = std::find_if(texts.begin(), texts.end(), [&](const HistogramSample &o) { return o.t == h.t; });
            if (other != texts.end())
                QVERIFY(sameBuckets(other->value, h.value));
        }
        QCOMPARE((*raw)->histogramsLeftOut, qint64(0));
    }
};

QTEST_GUILESS_MAIN(TestHistogramAnswers)
#include "tst_histogram_answers.moc"
