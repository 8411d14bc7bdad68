#include "core/base/text.h"
#include "core/sources/prometheus_client.h"
#include "core/sources/remote_read.h"
#include "core/sources/selector.h"
#include "tests/support/prometheus_server.h"
#include "tests/support/shared_data.h"

#include <QDateTime>
#include <QTest>

#include <bit>
#include <limits>

#include <snappy.h>

using namespace lepto;
using namespace lepto::test;

namespace {

Result<QueryAnswer> decode(const QByteArray &body, bool streamed, std::size_t piece = 1000)
{
    RemoteReadDecoder::Options options;
    options.from = std::numeric_limits<TimeMs>::min();
    options.to = std::numeric_limits<TimeMs>::max();
    RemoteReadDecoder decoder(streamed, options);
    const std::string_view text(body.constData(), std::size_t(body.size()));
    for (std::size_t at = 0; at < text.size(); at += piece) {
        if (!decoder.push(text.substr(at, piece)))
            break;
    }
    return decoder.finish();
}

QString matchersText(const char *selector)
{
    const auto matchers = parseSelector(selector);
    QStringList out;
    constexpr const char *signs[] = { "=", "!=", "=~", "!~" };
    for (const Matcher &m : matchers.value_or(std::vector<Matcher>()))
        out += QString::fromStdString(m.name) + QLatin1String(signs[int(m.kind)]) + QString::fromStdString(m.value);
    return matchers ? out.join(u' ') : QStringLiteral("none");
}

} // namespace

class TestRemoteRead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainSelectorsAreUnderstoodAndOthersLeftToTheServer()
    {
        QCOMPARE(matchersText("up"), QStringLiteral("__name__=up"));
        QCOMPARE(matchersText(" a:b { x = \"1\" , y!='2',z=~`c\\d`, w !~ \"e\\\\\" , } "), QStringLiteral("__name__=a:b x=1 y!=2 z=~c\\d w!~e\\"));
        QCOMPARE(matchersText("{__name__=~\".+\"}"), QStringLiteral("__name__=~.+"));
        for (const char *other : { "", "{}", "rate(up[5m])", "up offset 5m", "up{a=b}", "up{a=\"b\"", "up{a=\"\\x41\"}", "up{a!\"b\"}", "1", "up[5m]" })
            QCOMPARE(matchersText(other), QStringLiteral("none"));
    }

    void requestIsTheDocumentedMessage()
    {
        std::string ours;
        const QByteArray request = encodeReadRequest({ 1, 2, { { Matcher::Kind::Regex, "job", "a.*" } } });
        QVERIFY(snappy::Uncompress(request.constData(), std::size_t(request.size()), &ours));
        QCOMPARE(QByteArray::fromStdString(ours).toHex(), QByteArray("0a12" "0801" "1002" "1a0c" "0802" "12036a6f62" "1a03612e2a" "12020100"));
    }

    void streamedAndPlainAnswersAgree()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const QString folder = sharedFolder() + QStringLiteral("/fixtures/remote_read/");
        const auto streamed = decode(readAll(folder + QStringLiteral("stream_demo.response.bin")), true);
        const auto plain = decode(readAll(folder + QStringLiteral("samples_demo.response.bin")), false);
        QVERIFY(streamed && plain);
        QVERIFY(streamed->series.size() > 5);
        std::map<Labels, const QuerySeries *> byLabels;
        for (const QuerySeries &series : streamed->series)
            byLabels[series.labels] = &series;
        qint64 compared = 0;
        for (const QuerySeries &series : plain->series) {
            const auto other = byLabels.find(series.labels);
            QVERIFY2(other != byLabels.end(), series.labels.text().c_str());
            // Chunks bring more than was asked for; what was asked for is bit for bit the same.
            auto it = other->second->samples.begin();
            for (const Sample &sample : series.samples) {
                while (it != other->second->samples.end() && it->t < sample.t)
                    ++it;
                QVERIFY(it != other->second->samples.end() && it->t == sample.t);
                QCOMPARE(std::bit_cast<quint64>(it->v), std::bit_cast<quint64>(sample.v));
                ++compared;
            }
        }
        QVERIFY2(compared > 1000, qPrintable(QString::number(compared)));
    }

    void everyFlippedByteIsNoticedOrHarmless()
    {
        if (sharedFolder().isEmpty())
            QSKIP("skipped: no shared data");
        const QByteArray body = readAll(sharedFolder() + QStringLiteral("/fixtures/remote_read/stream_demo.response.bin"));
        int refused = 0;
        for (qsizetype i = 0; i < body.size(); ++i) {
            QByteArray flipped = body;
            flipped[i] = char(flipped[i] ^ (1 << (i % 8)));
            refused += !decode(flipped, true);
        }
        QCOMPARE(refused, int(body.size())); // every frame carries its checksum
        const QByteArray plain = readAll(sharedFolder() + QStringLiteral("/fixtures/remote_read/samples_up.response.bin"));
        for (qsizetype i = 0; i < plain.size(); ++i) {
            QByteArray flipped = plain;
            flipped[i] = char(flipped[i] ^ (1 << (i % 8)));
            (void)decode(flipped, false);
        }
    }

    void badAnswersAreOneSentence()
    {
        QCOMPARE(qstr(decode("hello", false).error()), QStringLiteral("the remote read answer is broken snappy"));
        QCOMPARE(qstr(decode("\x05\x00\x00\x00\x00hello", true).error()), QStringLiteral("the remote read answer is cut short"));
        QCOMPARE(qstr(decode(QByteArray("\x05\x00\x00\x00\x00hello", 10), true).error()), QStringLiteral("a frame of the remote read answer has a wrong checksum"));
        QCOMPARE(qstr(decode("\xff\xff\xff\xff\x7f", true).error()), QStringLiteral("a frame of the remote read answer is impossibly long"));
    }

    void realServerIsRead()
    {
        if (!PrometheusServer::isInstalled())
            QSKIP("skipped: prometheus is not installed");
        PrometheusServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        SourceConfig config;
        config.url = server.url();
        PrometheusClient client(config, {});
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            std::optional<Result<QueryAnswer>> got;
            const TimeMs now = QDateTime::currentMSecsSinceEpoch();
            client.read({ now - 60000, now, { { Matcher::Kind::Equal, "__name__", "up" } } }, {}, this, [&](Result<QueryAnswer> a) { got = std::move(a); });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(got, 10000); }();
            return *got && (*got)->series.size() == 1 && (*got)->series[0].samples.size() >= 2 && (*got)->series[0].samples[0].v == 1.0;
        }(), 15000);
    }
};

QTEST_GUILESS_MAIN(TestRemoteRead)
#include "tst_remote_read.moc"
