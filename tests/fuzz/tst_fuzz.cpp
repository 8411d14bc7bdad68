#include "core/audit/entry_codec.h"
#include "core/changes/change_lines.h"
#include "core/changes/posted_changes.h"
#include "core/changes/request_reader.h"
#include "core/edge/edge_messages.h"
#include "core/edge/record_codec.h"
#include "core/health/rule_file.h"
#include "core/layouts/dashboard_import.h"
#include "core/layouts/layout_variables.h"
#include "core/promql/parser.h"
#include "core/remediate/approval.h"
#include "core/remediate/plan_codec.h"
#include "core/remediate/runbook_parser.h"
#include "core/sources/exposition_parser.h"
#include "core/sources/query_range_scanner.h"
#include "core/sources/remote_read.h"
#include "core/store/xor_chunk.h"
#include "ml/base/protocol.h"
#include "ml/base/safetensors.h"
#include "tests/fuzz/mutator.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <functional>

using namespace lepto;
using lepto::test::Mutator;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

QList<QByteArray> filesIn(const char *folder)
{
    QList<QByteArray> contents;
    QDirIterator it(QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/resources/") + QLatin1String(folder), QDir::Files);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QFile::ReadOnly))
            contents.append(file.readAll());
    }
    return contents;
}

QByteArray tensors()
{
    ml::TensorFile file;
    file.tensors.push_back({ "w", ml::DType::F32, { 2, 3 }, std::string(24, 'x') });
    const auto bytes = ml::encodeTensors(file);
    return bytes ? QByteArray::fromStdString(*bytes) : QByteArray();
}

QByteArray chunk()
{
    XorEncoder encoder;
    for (int i = 0; i < 50; ++i)
        encoder.append({ 1'795'253'045'134 + 15'000LL * i + i % 3, 0.1 * i });
    const Bytes bytes = encoder.bytes();
    return { reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()) };
}

/// Each reader of foreign bytes, fed with good input gone wrong. It may refuse; it may not crash, hang or run out of bounds.
using Reader = std::function<void(const QByteArray &)>;

/// A fixed number of inputs; with LEPTOSCOPE_FUZZ_SECONDS as many as fit, from a new seed that is printed first:
/// LEPTOSCOPE_FUZZ_SEED plays them again.
void feed(const Reader &reader, const QList<QByteArray> &seeds)
{
    const int seconds = qEnvironmentVariableIntValue("LEPTOSCOPE_FUZZ_SECONDS");
    bool chosen = false;
    quint64 seed = qEnvironmentVariable("LEPTOSCOPE_FUZZ_SEED").toULongLong(&chosen);
    if (!chosen)
        seed = seconds > 0 ? quint64(QDateTime::currentMSecsSinceEpoch()) : 1;
    if (seconds > 0)
        qInfo("seed %llu", seed);
    Mutator mutator(seeds, seed);
    QElapsedTimer clock;
    clock.start();
    qint64 inputs = 0, slowest = 0;
    while (seconds > 0 ? clock.elapsed() < seconds * 1000 : inputs < 3000) {
        const QByteArray input = mutator.next();
        const qint64 begin = clock.elapsed();
        reader(input);
        slowest = std::max(slowest, clock.elapsed() - begin);
        ++inputs;
    }
    if (seconds > 0)
        qInfo("%lld inputs, slowest %lld ms", inputs, slowest);
    QVERIFY2(slowest < 2000, qPrintable(QStringLiteral("one input took %1 ms").arg(slowest)));
}

} // namespace

class TestFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricsPages()
    {
        const QList<QByteArray> seeds {
            "# HELP a b\n# TYPE a counter\na_total{x=\"\\n\\\"\",y=\"\xc3\xa9\"} 1 # {t=\"1\"} 0.5 1.2\n# EOF\n",
            "# TYPE h histogram\nh_bucket{le=\"0.1\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 0.3\nh_count 2 1795253045134\n"
        };
        feed(
            [](const QByteArray &page) {
                for (const auto format : { ExpositionFormat::Text, ExpositionFormat::OpenMetrics }) {
                    (void)parseExposition(view(page), { .format = format, .target = {} });
                    (void)lintExposition(view(page), format);
                }
            },
            seeds);
    }

    void queryAnswers()
    {
        feed(
            [](const QByteArray &json) {
                QueryRangeScanner scanner;
                for (qsizetype at = 0; at < json.size(); at += 37)
                    scanner.push(view(json).substr(std::size_t(at), 37));
                (void)scanner.finish();
            },
            { R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b\u00e9"},"values":[[1795253045.134,"1.5"],[1795253060,"NaN"]]}]},"warnings":["x"]})",
                R"({"status":"error","errorType":"bad_data","error":"parse error"})" });
    }

    void remoteReadAnswers()
    {
        const QByteArray message
            = QByteArray::fromHex("0a1e0a1c0a0b0a045f5f6e616d655f120161120d09000000000000f03f10e8c4c5") + chunk();
        for (const bool streamed : { true, false }) {
            feed(
                [streamed](const QByteArray &bytes) {
                    RemoteReadDecoder decoder(streamed, { .to = 2'000'000'000'000, .maxUnpackedBytes = 1 << 20, .target = {} });
                    decoder.push(view(bytes));
                    (void)decoder.finish();
                },
                { message, char(message.size()) + QByteArray(4, 'c') + message });
        }
    }

    void promqlExpressions()
    {
        feed([](const QByteArray &text) { (void)promql::parse(view(text)); },
            { "histogram_quantile(0.99, sum by (job, le) (rate(x_bucket{a=~\"b.*\",c!=\"d\"}[5m:30s] offset -1m @ end())))",
                "(a + on (x) group_left (y) b) > bool 0x1F or -vector(1e3) unless topk(3, c) # end" });
    }

    void runbooksRulesAndPlans()
    {
        feed([](const QByteArray &yaml) { (void)parseRunbook(yaml, QStringLiteral("fuzz.yaml")); }, filesIn("runbooks"));
        feed([](const QByteArray &yaml) { (void)readRules(yaml, QStringLiteral("fuzz.yaml")); }, filesIn("rules"));
        feed([](const QByteArray &json) { (void)planOf(json); },
            { R"({"id":"1","runbook":"a","steps":[{"argv":["/bin/true"],"id":"s"}],"verify":[]})" });
        feed([](const QByteArray &json) { (void)approval::fromJson(json); },
            { R"({"by":"a","reason":"b","planHash":"00","signature":"00","at":1})" });
    }

    void auditEntries()
    {
        AuditEntry entry;
        entry.seq = 7;
        entry.actor = QStringLiteral("a");
        entry.type = QStringLiteral("label.add");
        entry.detail = { { QStringLiteral("from"), 1 }, { QStringLiteral("why"), QStringLiteral("é") } };
        feed([](const QByteArray &body) { (void)decodeEntry(body); }, { encodeEntry(entry) });
    }

    void workerRequests()
    {
        feed([](const QByteArray &line) { (void)ml::parseRequest(view(line)); },
            { R"({"v":1,"id":"a","type":"train","params":{"data":"d","model":"m","checkpoint":"c","options":{"epochs":3,"learningRate":0.001}}})",
                R"({"v":1,"id":"b","type":"score","params":{"model":"m","rows":[[1,null],[2.5,3]]}})" });
    }

    void edgeStreams()
    {
        RecordWriter writer;
        Bytes record, stream;
        const std::vector<LabelledSample> samples { { Labels({ { "__name__", "a" }, { "b", "c" } }), { 5, 1.5 } },
            { Labels({ { "__name__", "a" }, { "b", "d" } }), { 6, 2.5 } } };
        writer.write(record, { { 3, 9 }, 5, "host", {} }, samples);
        appendPreamble(stream, edgeProtocol);
        EdgeHello { "leptoscope 1", "web-1", "0123" }.append(stream);
        EdgeStatus { 5, 6, 7, 8, 9, 10, true }.append(stream);
        appendFrame(stream, FrameKind::Samples, record);
        const auto bytesOf = [](const Bytes &bytes) { return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())); };
        const auto viewOf = [](const QByteArray &bytes) { return ByteView(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())); };
        feed(
            [&](const QByteArray &bytes) {
                FrameReader reader(edgeProtocol);
                reader.feed(viewOf(bytes));
                while (const auto frame = reader.next())
                    (void)EdgeStatus::read(frame->body);
                (void)parseFrame(viewOf(bytes));
            },
            { bytesOf(stream) });
        feed(
            [&](const QByteArray &bytes) {
                (void)RecordReader().read(viewOf(bytes)); // past the checksum
                (void)EdgeHello::read(viewOf(bytes));
            },
            { bytesOf(record) });
    }

    void changesAsTheyArrive()
    {
        feed([](const QByteArray &bytes) { (void)readWebRequest(bytes); },
            { "POST /v1/changes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer x\r\nContent-Length: 13\r\n\r\n{\"title\":\"a\"}" });
        feed([](const QByteArray &body) { (void)readPostedChanges(body, 1); },
            { R"([{"title":"a","time":1795253045134,"timeEnd":"2026-11-21T09:44:05Z","tags":["a"],"labels":{"b":"c"},"url":"https://d"}])",
                R"({"deployment_status":{"state":"success"},"deployment":{"id":42,"sha":"deadbeef","created_at":"2026-11-21T09:44:05Z"},"repository":{"name":"a"}})",
                R"({"object_kind":"deployment","status":"success","status_changed_at":"2021-04-28 21:50:00 +0200","deployment_id":15})",
                R"({"app":{"metadata":{"name":"a"},"status":{"operationState":{"startedAt":"2026-11-21T09:44:05Z"}}}})",
                R"({"alerts":[{"labels":{"alertname":"a"},"startsAt":"2026-11-21T09:44:05Z","endsAt":"0001-01-01T00:00:00Z"}]})" });
        feed(
            [](const QByteArray &text) {
                ChangeLines lines;
                for (qsizetype at = 0; at < text.size(); at += 37)
                    lines.push(text.mid(at, 37));
                lines.finish();
            },
            { "time,title,tags,zone\n1000000000000,\"a, \"\"b\"\"\",x;y,eu\n", "{\"time\":1000000000000,\"title\":\"a\"}\n# b\n" });
    }

    void dashboards()
    {
        feed(
            [](const QByteArray &json) {
                if (const auto layout = importDashboard(json, {}))
                    (void)resolveText(*layout, layout->title, {});
            },
            { "{\"title\":\"a $b\",\"templating\":{\"list\":[{\"type\":\"query\",\"name\":\"b\",\"query\":\"label_values(up, c)\",\"regex\":\"/(.*)/\",\"current\":{\"value\":[\"$__all\"]}}]},\"panels\":[{\"type\":\"timeseries\",\"gridPos\":{\"x\":1,\"y\":2,\"w\":3,\"h\":4},\"targets\":[{\"expr\":\"rate(a{c=\\\"$b\\\",d=~\\\"${b:regex}\\\"}[$__rate_interval])\",\"legendFormat\":\"{{e}}\"}],\"fieldConfig\":{\"defaults\":{\"unit\":\"ms\",\"thresholds\":{\"steps\":[{\"color\":\"red\",\"value\":1}]}}}}]}",
                R"({"rows":[{"title":"r","panels":[{"type":"graph","span":4,"yaxes":[{"format":"s","logBase":10}],"targets":[{"expr":"[[b]]"}]}]}]})" });
    }

    void modelFilesAndChunks()
    {
        feed([](const QByteArray &bytes) { (void)ml::parseTensors(view(bytes), "fuzz"); }, { tensors() });
        feed(
            [](const QByteArray &bytes) {
                (void)decodeXorChunk({ reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()) });
            },
            { chunk() });
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
