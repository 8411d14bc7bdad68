#include "core/store/packed_chunk.h"
#include "core/store/packed_numbers.h"
#include "core/store/stored_chunk.h"
#include "store_fixture.h"

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;

std::vector<Sample> series(std::mt19937_64 &random, int kind, int count)
{
    std::vector<Sample> samples;
    double v = double(random() % 1'000'000);
    for (int i = 0; i < count; ++i) {
        switch (kind) {
        case 0:
            break; // constant
        case 1:
            v = std::round((v + double(random() % 300) / 100) * 100) / 100;
            break;
        case 2:
            v += double(random() % 9) * 4096;
            break;
        case 3:
            v = double(random() % 10'000) / 100;
            break;
        default:
            v = double(random()) / 3e10;
            break;
        }
        samples.push_back({ kStart + i * 15'000 + TimeMs(random() % 3), i % 97 == 96 ? staleMarker() : v });
    }
    return samples;
}

} // namespace

class TestPackedChunk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryBit();
    void isSmallerThanTheXorForm();
    void packsNumbersOfAnySize();
    void neverReadsPastBrokenBytes();
};

void TestPackedChunk::givesBackEveryBit()
{
    std::mt19937_64 random(41);
    for (int round = 0; round < 500; ++round) {
        const int count = 1 + int(random() % 700);
        const auto samples = round % 6 == 5 ? oddSamples(random, kStart, count) : series(random, round % 6, count);
        ChunkContent content;
        QVERIFY(decodeStored(packChunk(samples).data, content));
        QVERIFY(content.samples.size() == samples.size() && sameBits(content.samples, samples));
        if (const auto packed = packSamples(samples)) {
            std::vector<Sample> out;
            QVERIFY(unpackSamples(*packed, out) && out.size() == samples.size() && sameBits(out, samples));
        }
    }
    for (const double v : { 0.0, -0.0, 1e300, -1e-300, 0.1, 1.0 / 3, 9007199254740993.0, -123456789.25, 1e15, 1e-15 }) {
        const std::vector<Sample> one { { kStart, v } }, two { { kStart, v }, { kStart + 1, -v } };
        for (const auto &samples : { one, two }) {
            ChunkContent content;
            QVERIFY(decodeStored(packChunk(samples).data, content) && sameBits(content.samples, samples));
        }
    }
}

void TestPackedChunk::isSmallerThanTheXorForm()
{
    std::mt19937_64 random(42);
    for (int kind = 0; kind < 4; ++kind) {
        const auto samples = series(random, kind, 480);
        XorEncoder encoder;
        for (const Sample &sample : samples)
            encoder.append(sample);
        const auto packed = packSamples(samples);
        QVERIFY(packed);
        qInfo("kind %d: %.2f bytes a sample, as XOR %.2f", kind, double(packed->size()) / 480, double(encoder.size()) / 480);
        QVERIFY(packed->size() < encoder.size());
    }
}

void TestPackedChunk::packsNumbersOfAnySize()
{
    std::mt19937_64 random(43);
    const auto extreme = std::numeric_limits<std::int64_t>::max();
    std::vector<std::vector<std::int64_t>> all { {}, { 0 }, { extreme, -extreme - 1, 0 }, std::vector<std::int64_t>(500, 0) };
    for (int width = 0; width < 64; ++width) {
        auto &numbers = all.emplace_back();
        for (int i = 0; i < 300; ++i)
            numbers.push_back(random() % 4 ? 0 : std::int64_t(random() >> (63 - width)));
    }
    for (const auto &numbers : all) {
        Bytes data;
        packNumbers(numbers, data);
        ByteReader in(data);
        std::vector<std::int64_t> out;
        QVERIFY(unpackNumbers(in, numbers.size(), out) && out == numbers && in.atEnd());
    }
}

void TestPackedChunk::neverReadsPastBrokenBytes()
{
    std::mt19937_64 random(44);
    for (int kind = 0; kind < 4; ++kind) {
        const Bytes whole = *packSamples(series(random, kind, 200));
        std::vector<Sample> out;
        for (std::size_t size = 0; size < whole.size(); ++size)
            (void)unpackSamples(ByteView(whole).first(size), out);
        for (int round = 0; round < 5000; ++round) {
            Bytes noise = whole;
            for (int i = 0; i < 3; ++i)
                noise[random() % noise.size()] = std::uint8_t(random());
            out.clear();
            (void)unpackSamples(noise, out);
            QVERIFY(out.size() <= 65'535);
        }
    }
}

QTEST_GUILESS_MAIN(TestPackedChunk)
#include "tst_packed_chunk.moc"
