#include "core/store/xor_chunk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <limits>
#include <random>

using namespace lepto;

namespace {

bool sameBits(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Sample &x, const Sample &y) {
        return x.t == y.t && std::bit_cast<std::uint64_t>(x.v) == std::bit_cast<std::uint64_t>(y.v);
    });
}

Bytes encode(const std::vector<Sample> &samples)
{
    XorEncoder encoder;
    for (const Sample &sample : samples)
        encoder.append(sample);
    return encoder.bytes();
}

double oddValue(std::mt19937_64 &random)
{
    switch (random() % 8) {
    case 0:
        return std::numeric_limits<double>::quiet_NaN();
    case 1:
        return std::numeric_limits<double>::infinity() * (random() % 2 ? 1 : -1);
    case 2:
        return random() % 2 ? 0.0 : -0.0;
    case 3:
        return std::numeric_limits<double>::denorm_min() * double(random() % 100);
    case 4:
        return staleMarker();
    case 5:
        return double(random() % 1000) / 100;
    case 6:
        return double(random());
    default:
        return std::bit_cast<double>(std::uint64_t(random()));
    }
}

std::vector<Sample> oddSamples(std::mt19937_64 &random, int count)
{
    std::vector<Sample> samples;
    TimeMs t = TimeMs(random() >> 24) - (1LL << 39);
    for (int i = 0; i < count; ++i) {
        const int width = int(random() % 4) == 0 ? int(random() % 40) : 4;
        t += 1 + TimeMs(random() % (1ULL << width)) + (random() % 2 ? 15'000 : 0);
        samples.push_back({ t, oddValue(random) });
    }
    return samples;
}

} // namespace

class TestXorChunk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryBitOfOddValuesAndTimes();
    void keepsTheEdgesOfEveryTimeClass();
    void readsWhatPrometheusWroteAndWritesTheSame();
    void refusesBrokenBytesWithoutReadingPastThem();
};

void TestXorChunk::givesBackEveryBitOfOddValuesAndTimes()
{
    std::mt19937_64 random(1);
    for (int round = 0; round < 2000; ++round) {
        const auto samples = oddSamples(random, 1 + int(random() % 300));
        const auto decoded = decodeXorChunk(encode(samples));
        QVERIFY(decoded && sameBits(*decoded, samples));
    }
}

void TestXorChunk::keepsTheEdgesOfEveryTimeClass()
{
    for (const int bits : { 14, 17, 20, 33 })
        for (const std::int64_t off : { -2, -1, 0, 1, 2 })
            for (const int sign : { -1, 1 }) {
                const std::int64_t dod = sign * (1LL << (bits - 1)) + off;
                const std::int64_t delta = 1LL << 40;
                const std::vector<Sample> samples { { 0, 1 }, { delta, 1 }, { 3 * delta + dod, 2 }, { 6 * delta, 2 } };
                const auto decoded = decodeXorChunk(encode(samples));
                QVERIFY2(decoded && sameBits(*decoded, samples), qPrintable(QStringLiteral("%1 bits %2").arg(bits).arg(dod)));
            }
}

void TestXorChunk::readsWhatPrometheusWroteAndWritesTheSame()
{
    const QString shared = qEnvironmentVariable("LEPTOSCOPE_SHARED");
    QFile file((shared.isEmpty() ? QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/../shared") : shared)
        + QStringLiteral("/conformance/xor-chunks/vectors.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("skipped: no shared data");
    int chunks = 0, identical = 0;
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        const QByteArray hex = QByteArray::fromHex(row[QStringLiteral("chunk_hex")].toString().toLatin1());
        const Bytes bytes(hex.begin(), hex.end());
        std::vector<Sample> expected;
        for (const QJsonValue &pair : row[QStringLiteral("expected")].toArray())
            expected.push_back({ pair[0].toInteger(), std::bit_cast<double>(pair[1].toString().toULongLong(nullptr, 16)) });
        const auto decoded = decodeXorChunk(bytes);
        QVERIFY(decoded && sameBits(*decoded, expected));
        Bytes again = encode(expected);
        if (again.size() + 1 == bytes.size() && bytes.back() == 0)
            again.push_back(0); // the recorder may leave one unused byte
        identical += again == bytes;
        ++chunks;
    }
    QCOMPARE(identical, chunks);
    QVERIFY(chunks > 100);
}

void TestXorChunk::refusesBrokenBytesWithoutReadingPastThem()
{
    std::mt19937_64 random(2);
    QVERIFY(!decodeXorChunk({}));
    QVERIFY(!decodeXorChunk(Bytes { 0, 0 }));
    QVERIFY(!decodeXorChunk(Bytes { 0xff, 0xff, 1 }));
    const Bytes whole = encode(oddSamples(random, 50));
    for (std::size_t size = 0; size + 1 < whole.size(); ++size)
        QVERIFY(!decodeXorChunk(ByteView(whole).first(size)));
    for (int round = 0; round < 20'000; ++round) {
        Bytes noise = whole;
        for (int i = 0; i < 3; ++i)
            noise[random() % noise.size()] = std::uint8_t(random());
        if (const auto decoded = decodeXorChunk(noise))
            QVERIFY(std::is_sorted(decoded->begin(), decoded->end(), [](auto &a, auto &b) { return a.t < b.t; }));
    }
}

QTEST_GUILESS_MAIN(TestXorChunk)
#include "tst_xor_chunk.moc"
