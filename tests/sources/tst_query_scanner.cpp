#include "core/base/text.h"
#include "core/sources/query_range_scanner.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace lepto;
using namespace lepto::test;

namespace {

Result<QueryAnswer> scan(std::string_view text, std::size_t piece = std::string_view::npos)
{
    QueryRangeScanner scanner;
    for (std::size_t at = 0; at < text.size(); at += std::min(piece, text.size() - at)) {
        if (!scanner.push(text.substr(at, piece)))
            break;
    }
    return scanner.finish();
}

QString printed(const Result<QueryAnswer> &answer)
{
    if (!answer)
        return qstr(answer.error());
    QStringList out;
    for (const QuerySeries &series : answer->series) {
        QString line = QString::fromStdString(series.labels.text());
        for (const Sample &s : series.samples)
            line += QStringLiteral(" %1:%2").arg(s.t).arg(s.v, 0, 'g', 17);
        out += line;
    }
    if (!answer->text.isEmpty())
        out += answer->text;
    for (const QString &warning : answer->warnings)
        out += QStringLiteral("warning ") + warning;
    return out.join(u'\n');
}

} // namespace

class TestQueryScanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAreReadInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) { QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected); };
        row("matrix", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},"values":[[1795253045.134,"1"],[1795253046,"0.5"]]}]}})",
            "up{job=\"a\"} 1795253045134:1 1795253046000:0.5");
        row("vector", R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"b":"2","a":"1"},"value":[1.5,"-2e3"]},{"metric":{},"value":[0,"NaN"]}]}})",
            "{a=\"1\",b=\"2\"} 1500:-2000\n{} 0:nan");
        row("scalar", R"({"status":"success","data":{"resultType":"scalar","result":[1795253045.134,"5"]}})", "{} 1795253045134:5");
        row("string", "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1.1,\"he\\\"llo\\n\"]}}", "he\"llo\n");
        row("empty", R"({"status":"success","data":{"resultType":"matrix","result":[]}})", "");
        row("blanks", "{ \"status\" : \"success\" ,\n \"data\" : { \"resultType\" : \"matrix\" , \"result\" : [ { \"metric\" : { \"a\" : \"b\" } , \"values\" : [ [ 1 , \"2\" ] , [ 3.25 , \"+Inf\" ] ] } ] } }",
            "{a=\"b\"} 1000:2 3250:inf");
        row("other order and unknown keys", R"({"data":{"stats":{"x":[1,{"y":null}]},"result":[{"values":[[1,"2"]],"new":true,"metric":{"a":"b"}}],"resultType":"matrix"},"infos":["i"],"status":"success"})",
            "{a=\"b\"} 1000:2");
        row("warnings", R"({"status":"success","data":{"resultType":"vector","result":[]},"warnings":["a store is away"]})", "warning a store is away");
        row("escapes", "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"u\":\"za\\u017c\\ud83d\\udc27\\\\\\\"\\n\"},\"value\":[1,\"1\"]}]}}",
            "{u=\"zaż🐧\\\\\\\"\\n\"} 1000:1");
        row("histograms are counted", R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"b"},"histogram":[1,{"count":"1","buckets":[[1,"-1","1","1"]]}]}]}})", "{a=\"b\"}");
        row("numbers at the edge", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"5e-324"],[2,"1.7976931348623157e+308"],[3,"0.30000000000000004"],[4,"9007199254740993"],[5,"-0"],[-6.5,"123456789012345678901234567890"]]}]}})",
            "{} 1000:4.9406564584124654e-324 2000:1.7976931348623157e+308 3000:0.30000000000000004 4000:9007199254740992 5000:0 -6500:1.2345678901234568e+29");
        row("error", R"({"status":"error","errorType":"bad_data","error":"parse error: unexpected end of input"})", "the server says: parse error: unexpected end of input");
        row("data beside an error", R"({"status":"error","data":{"resultType":"matrix","result":[]},"errorType":"timeout","error":"query timed out"})", "the server says: query timed out");
        row("garbage", "<html>", "the answer is not the JSON of a query: unexpected text at byte 0");
        row("cut", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1")", "the answer is cut short after 89 bytes");
        row("number instead of text", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,1]]}]}})",
            "the answer is not the JSON of a query: unexpected text at byte 86");
        row("text after the end", R"({"status":"success","data":{"result":[]}} x)", "the answer is not the JSON of a query: unexpected text at byte 42");
        row("another API", R"({"hello":"world"})", "the answer has no status, this is not Prometheus' API");
    }
    void answersAreReadInAnyPieces()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        for (const std::size_t piece : { std::size_t(1), std::size_t(7), std::size_t(64), std::size_t(1000) })
            QCOMPARE(printed(scan({ text.constData(), std::size_t(text.size()) }, piece)), expected);
    }

    void randomValuesComeBackBitForBit()
    {
        std::mt19937_64 random(7);
        std::string json = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)";
        std::vector<double> values;
        for (int i = 0; i < 20000; ++i) {
            double v = i % 3 == 0 ? std::bit_cast<double>(random()) : i % 3 == 1 ? double(random() % 1000000) / 1000.0 : double(random() >> 20) * 1e-9;
            if (!std::isfinite(v))
                v = 1;
            values.push_back(v);
            json += (i ? ",[" : "[") + std::to_string(1795253045 + i) + ".134,\"" + QByteArray::number(v, 'g', 17).toStdString() + "\"]";
        }
        json += "]}]}}";
        const auto answer = scan(json, 4096);
        QVERIFY2(answer, qPrintable(printed(answer)));
        QCOMPARE(answer->series[0].samples.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(std::bit_cast<quint64>(answer->series[0].samples[i].v), std::bit_cast<quint64>(values[i]));
            QCOMPARE(answer->series[0].samples[i].t, TimeMs(1795253045 + i) * 1000 + 134);
        }
    }

    void recordedAnswersAgreeWithQtJson()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        int checked = 0;
        for (const char *server : { "prometheus-2.42", "victoriametrics-1.79" }) {
            const QDir folder(sharedFolder() + QStringLiteral("/fixtures/") + QLatin1String(server));
            for (const QString &name : folder.entryList({ QStringLiteral("query_*.json"), QStringLiteral("range_*.json"), QStringLiteral("err_*.json"), QStringLiteral("warn_partial*.json") }, QDir::Files)) {
                const QByteArray text = readAll(folder.filePath(name));
                if (name.contains(QStringLiteral(".meta.")) || name.contains(QStringLiteral("exemplars")) || !text.startsWith('{'))
                    continue;
                const auto answer = scan(text.toStdString(), 1000);
                const QJsonObject root = QJsonDocument::fromJson(text).object();
                QCOMPARE(bool(answer), root[u"status"] == QStringLiteral("success"));
                if (!answer)
                    continue;
                const QJsonObject data = root[u"data"].toObject();
                const QJsonArray result = data[u"result"].toArray();
                if (data[u"resultType"] == QStringLiteral("matrix") || data[u"resultType"] == QStringLiteral("vector")) {
                    QCOMPARE(qsizetype(answer->series.size()), result.size());
                    for (qsizetype i = 0; i < result.size(); ++i)
                        QCOMPARE(qsizetype(answer->series[std::size_t(i)].samples.size()),
                            result[i].toObject().contains(u"value") ? 1 : result[i].toObject()[u"values"].toArray().size());
                }
                QCOMPARE(answer->warnings.size(), root[u"warnings"].toArray().size());
                ++checked;
            }
        }
        QVERIFY2(checked > 20, qPrintable(QString::number(checked)));
    }

    void everyFlippedByteIsSurvived()
    {
        const std::string good = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"\\u0041\\\"\",\"b\":\"c\"},\"values\":[[1795253045.134,\"1\"],[1795253046,\"0.5\"]]},{\"metric\":{},\"histograms\":[[1,{\"x\":[]}]]}]},\"warnings\":[\"w\"]}";
        for (std::size_t i = 0; i < good.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = good;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                (void)scan(flipped, 11);
                (void)scan(std::string_view(flipped).substr(0, i));
            }
        }
        (void)scan(std::string(100000, '['));
        (void)scan(R"({"status":)" + std::string(100000, '['));
    }

    void capLeavesLaterSeriesOut()
    {
        QueryRangeScanner scanner(1);
        scanner.push(R"({"status":"success","data":{"result":[{"metric":{"a":"1"},"value":[1,"1"]},{"metric":{"a":"2"},"value":[1,"1"]}]}})");
        const auto answer = scanner.finish();
        QVERIFY(answer);
        QCOMPARE(answer->series.size(), std::size_t(1));
        QVERIFY(scanner.wasCapped());
    }

    void passingTroubleOfMimirIsNotTheUsersFault()
    {
        QCOMPARE(apiError("execution", "many-to-many matching not allowed").code, ErrorCode::BadInput);
        QCOMPARE(apiError("execution", "rpc error: code = Unavailable").code, ErrorCode::Unavailable);
        QCOMPARE(apiError("timeout", "x").code, ErrorCode::Unavailable);
        QCOMPARE(apiError("422", "cannot parse").code, ErrorCode::BadInput);
    }

    void bigAnswerIsFast()
    {
        std::mt19937 random(3);
        std::string json = R"({"status":"success","data":{"resultType":"matrix","result":[)";
        for (int s = 0; s < 200; ++s) {
            json += (s ? "," : "") + std::string("{\"metric\":{\"__name__\":\"m\",\"i\":\"") + std::to_string(s) + "\"},\"values\":[";
            for (int i = 0; i < 4000; ++i) {
                const double v = s % 2 ? double(random() % 10000000) / 100 : double(random()) * 16;
                json += (i ? ",[" : "[") + std::to_string(1795253045 + 15 * i) + (s % 4 ? ".134,\"" : ",\"") + QByteArray::number(v, 'g', 12).toStdString() + "\"]";
            }
            json += "]}";
        }
        json += "]}}";
        qint64 best = std::numeric_limits<qint64>::max();
        for (int k = 0; k < 3; ++k) {
            QElapsedTimer clock;
            clock.start();
            const auto answer = scan(json, 1 << 16);
            best = std::min(best, clock.nsecsElapsed());
            QVERIFY(answer);
            QCOMPARE(answer->series.size(), std::size_t(200));
        }
        qInfo("%.0f MB a second", double(json.size()) * 1e3 / double(best));
    }
};

QTEST_GUILESS_MAIN(TestQueryScanner)
#include "tst_query_scanner.moc"
