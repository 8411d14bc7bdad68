#include "core/edge/edge_messages.h"
#include "core/edge/ssh_command.h"
#include "core/store/checksum.h"

#include <QTest>

#include <cmath>

using namespace lepto;

namespace {

Bytes bytesOf(std::string_view text) { return { text.begin(), text.end() }; }

std::vector<LabelledSample> scrape(TimeMs at, int series, double value)
{
    std::vector<LabelledSample> samples;
    for (int i = 0; i < series; ++i)
        samples.push_back({ Labels({ { "__name__", "node_load1" }, { "cpu", std::to_string(i) } }), { at, value * i } });
    return samples;
}

QString printed(const EdgeRecord &record)
{
    QStringList lines { QStringLiteral("%1 %2 %3 %4").arg(record.before.seq).arg(record.before.samples).arg(record.at).arg(QString::fromStdString(record.source)) };
    for (const LabelledSample &s : record.samples)
        lines += QStringLiteral("%1 %2@%3").arg(QString::fromStdString(s.labels.text())).arg(s.sample.v).arg(s.sample.t);
    return lines.join(u'\n');
}

SourceConfig edge(const char *url)
{
    SourceConfig config;
    config.name = QStringLiteral("web-1");
    config.kind = SourceConfig::Kind::Edge;
    config.url = QLatin1String(url);
    return config;
}

} // namespace

class TestEdgeProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesSurviveAnyCut()
    {
        Bytes stream = bytesOf("Welcome to web-1\nlast login: never\n");
        appendPreamble(stream, edgeProtocol);
        EdgeHello { "leptoscope 0.1", "web-1", "id" }.append(stream);
        appendFrame(stream, FrameKind::Samples, Bytes(100'000, 7));
        EdgeAck { 12 }.append(stream);
        for (const std::size_t step : { std::size_t(1), std::size_t(7), std::size_t(1000), stream.size() }) {
            FrameReader reader(edgeProtocol);
            std::vector<Frame> frames;
            for (std::size_t at = 0; at < stream.size(); at += step) {
                reader.feed(ByteView(stream).subspan(at, std::min(step, stream.size() - at)));
                while (auto frame = reader.next())
                    frames.push_back(*frame);
            }
            QCOMPARE(frames.size(), std::size_t(3));
            QCOMPARE(EdgeHello::read(frames[0].body)->host, std::string("web-1"));
            QVERIFY(frames[1].body == Bytes(100'000, 7));
            QCOMPARE(EdgeAck::read(frames[2].body)->seq, std::uint64_t(12));
        }
    }

    void anyFlippedBitIsNoticed()
    {
        Bytes frame;
        appendFrame(frame, FrameKind::Samples, bytesOf("some samples"));
        for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
            Bytes broken = frame;
            broken[bit / 8] ^= std::uint8_t(1 << bit % 8);
            QVERIFY(parseFrame(broken).state != Parsed::State::Complete);
        }
    }

    void hostileStreamsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QString>("reason");
        QTest::newRow("length 0") << QByteArray("0000000000000000") << QStringLiteral("the length of a message cannot be right");
        QTest::newRow("length 4 GiB") << QByteArray("ffffffff00000000") << QStringLiteral("the length of a message cannot be right");
        QTest::newRow("wrong checksum") << QByteArray("02000000000000000200") << QStringLiteral("the checksum of a message is wrong");
    }

    void hostileStreamsAreRefused()
    {
        QFETCH(QByteArray, hex);
        QFETCH(QString, reason);
        const QByteArray raw = QByteArray::fromHex(hex);
        const Parsed parsed = parseFrame({ reinterpret_cast<const std::uint8_t *>(raw.data()), std::size_t(raw.size()) });
        QCOMPARE(parsed.state, Parsed::State::Bad);
        QCOMPARE(QString::fromLatin1(parsed.reason), reason);
    }

    void aBombIsNotUnpacked()
    {
        // A zstd frame that announces 1 GiB.
        const QByteArray bomb = QByteArray::fromHex("28b52ffd") + QByteArray::fromHex("a000000040") + QByteArray(20, 'x');
        Bytes frame(8), covered { std::uint8_t(FrameKind::Samples), 1 };
        covered.insert(covered.end(), bomb.begin(), bomb.end());
        const std::uint32_t crc = crc32c(covered);
        for (int i = 0; i < 4; ++i) {
            frame[std::size_t(i)] = std::uint8_t(covered.size() >> (8 * i));
            frame[std::size_t(4 + i)] = std::uint8_t(crc >> (8 * i));
        }
        frame.insert(frame.end(), covered.begin(), covered.end());
        QCOMPARE(QString::fromLatin1(parseFrame(frame).reason), QStringLiteral("a message cannot be unpacked"));
    }

    void anotherVersionAndAnotherProgramAreTold()
    {
        const Parsed later = parsePreamble(bytesOf("leptoscope-edge/7\n"), edgeProtocol);
        QCOMPARE(later.state, Parsed::State::Bad);
        QCOMPARE(later.version, 7);
        QCOMPARE(parsePreamble(bytesOf("leptoscope-edge/1"), edgeProtocol).state, Parsed::State::Incomplete);
        QCOMPARE(parsePreamble(bytesOf("leptoscope-edge/one\n"), edgeProtocol).state, Parsed::State::Bad);
        QCOMPARE(parsePreamble(Bytes(maxPreambleBytes, 'x'), edgeProtocol).state, Parsed::State::Bad);
    }

    void recordsComeBackAsTheyWere()
    {
        RecordWriter writer;
        RecordReader reader;
        std::size_t first = 0;
        for (int n = 0; n < 5; ++n) {
            const EdgeRecord head { { std::uint64_t(n), std::uint64_t(3 * n) }, 1000 * n, "host", {} };
            auto samples = scrape(1000 * n, 3, 0.5);
            samples[1].sample.t -= 400;
            Bytes body;
            QCOMPARE(writer.write(body, head, samples), std::size_t(3));
            const auto back = reader.read(body);
            QVERIFY(back);
            EdgeRecord expected = head;
            expected.samples = samples;
            QCOMPARE(printed(*back), printed(expected));
            if (n == 0)
                first = body.size();
            else
                QVERIFY(body.size() < first / 3); // labels go once, an unchanged value is a byte
        }
    }

    void specialValuesKeepEveryBit()
    {
        RecordWriter writer;
        const double values[] = { staleMarker(), -0.0, INFINITY, std::nan("7"), 5e-324 };
        std::vector<LabelledSample> samples;
        for (const double v : values)
            samples.push_back({ Labels(std::vector<Labels::Pair> { { "__name__", "x" } }), { INT64_MIN, v } });
        Bytes body;
        writer.write(body, { {}, INT64_MAX, {}, {} }, samples);
        const auto back = RecordReader().read(body);
        QVERIFY(back);
        for (std::size_t i = 0; i < std::size(values); ++i) {
            QCOMPARE(std::bit_cast<quint64>(back->samples[i].sample.v), std::bit_cast<quint64>(values[i]));
            QCOMPARE(back->samples[i].sample.t, TimeMs(INT64_MIN));
        }
    }

    void aHugeScrapeBecomesSeveralRecords()
    {
        const auto samples = scrape(5, 50'000, 1);
        RecordWriter writer;
        RecordReader reader;
        std::size_t done = 0;
        int records = 0;
        while (done < samples.size()) {
            Bytes body;
            done += writer.write(body, { { std::uint64_t(records), done }, 5, "x", {} }, std::span(samples).subspan(done));
            const auto back = reader.read(body);
            QVERIFY(back);
            QCOMPARE(back->end().samples, std::uint64_t(done));
            ++records;
        }
        QCOMPARE(records, 3);
    }

    void theDictionaryBeginsAnewBeforeItGrowsTooLarge()
    {
        RecordWriter writer;
        RecordReader reader;
        for (int n = 0; n < 30; ++n) {
            std::vector<LabelledSample> samples;
            for (int i = 0; i < 10'000; ++i)
                samples.push_back({ Labels({ { "__name__", "p" }, { "pid", std::to_string(n * 10'000 + i) } }), { n, 1 } });
            Bytes body;
            writer.write(body, { {}, n, {}, {} }, samples);
            const auto back = reader.read(body);
            QVERIFY(back && back->samples.size() == 10'000 && back->samples.back().labels == samples.back().labels);
        }
    }

    void unreasonableLabelsAreDroppedAndShow()
    {
        std::vector<LabelledSample> samples = scrape(1, 2, 1);
        samples[0].labels = Labels({ { "__name__", "x" }, { "y", std::string(1 << 20, 'z') } });
        RecordWriter writer;
        Bytes body;
        QCOMPARE(writer.write(body, { {}, 1, {}, {} }, samples), std::size_t(2));
        QCOMPARE(RecordReader().read(body)->samples.size(), std::size_t(1));
    }

    void truncatedRecordsAreRefused()
    {
        RecordWriter writer;
        Bytes body;
        writer.write(body, { { 4, 40 }, 1000, "host", {} }, scrape(1000, 5, 0.1));
        for (std::size_t size = 0; size < body.size(); ++size)
            QVERIFY(!RecordReader().read(ByteView(body).first(size)));
    }

    void sshGetsExactWords()
    {
        SourceConfig config = edge("ssh://ops@web-1.example:2222/var/spool/lepto?program=/opt/bin/leptoscope-cli");
        config.clientKeyFile = QStringLiteral("/keys/an \"odd\" 100% key");
        const auto address = EdgeAddress::parse(config.url);
        QVERIFY(address);
        const QStringList argv = sshCommand(*address, config);
        QCOMPARE(argv.mid(argv.indexOf(QStringLiteral("-p"))),
            QStringList({ QStringLiteral("-p"), QStringLiteral("2222"), QStringLiteral("-l"), QStringLiteral("ops"), QStringLiteral("--"), QStringLiteral("web-1.example"),
                QStringLiteral("/opt/bin/leptoscope-cli"), QStringLiteral("relay"), QStringLiteral("--spool"), QStringLiteral("/var/spool/lepto") }));
        QVERIFY(argv.contains(QStringLiteral("IdentityFile=\"/keys/an \\\"odd\\\" 100%% key\"")));
        for (const char *safe : { "BatchMode=yes", "StrictHostKeyChecking=yes", "ForwardAgent=no", "PermitLocalCommand=no", "ClearAllForwardings=yes" })
            QVERIFY2(argv.contains(QLatin1String(safe)), safe);
    }

    void hostileAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : { "ssh://-oProxyCommand=id", "ssh://a b", "ssh://-l@web", "ssh://web/spool;id", "ssh://web/$(id)", "ssh://web/`id`", "ssh://web/a b",
                 "ssh://web/a%0ab", "ssh://user:secret@web", "ssh://web?program=id", "ssh://web?program=/bin/sh%20-c", "ssh://web?other=/x", "http://web", "web", "ssh://",
                 "ssh://web/a%27b", "ssh://u%24x@web" })
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void hostileAddressesAreRefused()
    {
        QFETCH(QString, url);
        const auto address = EdgeAddress::parse(url);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::BadInput);
        QVERIFY(!checkSource(edge(qPrintable(url))));
    }

    void ordinaryAddressesAreTaken()
    {
        for (const char *url : { "ssh://web", "ssh://web/", "ssh://ops@10.0.0.7:22", "ssh://[fe80::1]:2222", "ssh://my_alias", "ssh://ops@web/var/lib/lepto" })
            QVERIFY2(checkSource(edge(url)), url);
        QCOMPARE(sourceFromJson(toJson(edge("ssh://web")))->kind, SourceConfig::Kind::Edge);
    }
};

QTEST_GUILESS_MAIN(TestEdgeProtocol)
#include "tst_edge_protocol.moc"
