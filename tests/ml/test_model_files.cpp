#include "ml/base/atomic_file.h"
#include "ml/base/model_container.h"
#include "ml/base/safetensors.h"
#include "ml/base/training_data.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>
#include <sodium.h>

namespace lepto::ml {
namespace {

namespace fs = std::filesystem;

class ModelFiles : public testing::Test {
protected:
    ModelFiles() : m_folder(fs::temp_directory_path() / ("leptoscope-model-files-" + std::to_string(getpid()))) { fs::create_directories(m_folder); }
    ~ModelFiles() override { fs::remove_all(m_folder); }
    std::string path(const char *name) const { return (m_folder / name).string(); }
    static void write(const std::string &file, std::string_view bytes) { std::ofstream(file, std::ios::binary) << bytes; }

private:
    fs::path m_folder;
};

std::string raw(std::string_view header, std::string_view data)
{
    const std::uint64_t size = header.size();
    return std::string(reinterpret_cast<const char *>(&size), 8).append(header).append(data);
}

TEST_F(ModelFiles, TensorsComeBackWithNamesShapesAndMetadata)
{
    TensorFile file;
    file.metadata["note"] = "quote \" and \n newline";
    file.tensors.push_back(Tensor::ofFloats("b.weight", {2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6}));
    file.tensors.push_back(Tensor::ofFloats("a.empty", {0, 4}, {}));
    file.tensors.push_back(Tensor::ofFloats("scalar", {}, std::vector<float>{7}));
    file.tensors.push_back({"flags", DType::U8, {3}, "abc"});
    ASSERT_TRUE(writeTensors(path("t.safetensors"), file));
    const auto back = readTensors(path("t.safetensors"));
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(back->metadata, file.metadata);
    ASSERT_TRUE(back->find("b.weight"));
    EXPECT_EQ(back->find("b.weight")->shape, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(*back->find("b.weight")->floats(), (std::vector<float>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(back->find("scalar")->floats()->at(0), 7);
    EXPECT_EQ(back->find("flags")->bytes, "abc");
    EXPECT_FALSE(back->find("flags")->floats());
}

TEST_F(ModelFiles, TheHeaderIsPaddedToEightBytesAndBeginsWithABrace)
{
    const auto bytes = encodeTensors({{}, {Tensor::ofFloats("x", {1}, std::vector<float>{1})}});
    ASSERT_TRUE(bytes);
    std::uint64_t size = 0;
    std::memcpy(&size, bytes->data(), 8);
    EXPECT_EQ(size % 8, 0u);
    EXPECT_EQ((*bytes)[8], '{');
    EXPECT_EQ(bytes->size(), 8 + size + 4);
}

TEST_F(ModelFiles, EveryTruncationIsDamaged)
{
    const auto bytes = encodeTensors({{{"k", "v"}}, {Tensor::ofFloats("x", {2}, std::vector<float>{1, 2}), {"y", DType::Bool, {1}, "\1"}}});
    ASSERT_TRUE(bytes);
    for (std::size_t size = 0; size < bytes->size(); ++size) {
        const auto file = parseTensors(std::string_view(*bytes).substr(0, size), "cut");
        ASSERT_FALSE(file) << size;
        EXPECT_EQ(file.error().code, ErrorCode::Damaged);
    }
}

TEST_F(ModelFiles, EveryFlippedHeaderByteIsDamagedOrStillConsistent)
{
    const auto bytes = encodeTensors({{}, {Tensor::ofFloats("x", {2}, std::vector<float>{1, 2})}});
    ASSERT_TRUE(bytes);
    for (std::size_t at = 0; at + 8 < bytes->size(); ++at)
        for (const int bit : {0, 3, 7}) {
            std::string changed = *bytes;
            changed[at] = char(changed[at] ^ (1 << bit));
            const auto file = parseTensors(changed, "flip");
            if (file) {
                ASSERT_EQ(file->tensors.size(), 1u);
                EXPECT_EQ(file->tensors[0].bytes.size(), 8u);
            }
        }
}

struct Hostile {
    const char *what;
    std::string bytes;
};

TEST_F(ModelFiles, HostileFilesAreDamagedNotCrashes)
{
    const std::string eight(8, '\0');
    const auto entry = [](const char *offsets, const char *shape = "[2]", const char *type = "F32") {
        return std::string("{\"dtype\":\"") + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
    };
    const std::vector<Hostile> files{
        {"empty", ""},
        {"seven bytes", std::string(7, 'x')},
        {"huge header", raw("", "").replace(0, 8, std::string(8, '\xff'))},
        {"no brace", raw("[1]", "")},
        {"not JSON", raw("{nonsense", "")},
        {"a list of lists of lists", raw("{\"x\":{\"dtype\":[[[[1]]]]}}", "")},
        {"same name twice", raw("{\"x\":" + entry("[0,8]") + ",\"x\":" + entry("[0,8]") + "}", eight)},
        {"same field twice", raw("{\"x\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", eight)},
        {"unknown field", raw("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"extra\":1}}", eight)},
        {"unknown type", raw("{\"x\":" + entry("[0,8]", "[2]", "F8") + "}", eight)},
        {"negative shape", raw("{\"x\":" + entry("[0,8]", "[-2]") + "}", eight)},
        {"fractional shape", raw("{\"x\":" + entry("[0,8]", "[2.0]") + "}", eight)},
        {"shape overflows", raw("{\"x\":" + entry("[0,8]", "[4294967296,4294967296]") + "}", eight)},
        {"size overflows", raw("{\"x\":" + entry("[0,8]", "[4611686018427387906]") + "}", eight)},
        {"offsets reversed", raw("{\"x\":" + entry("[8,0]") + "}", eight)},
        {"offsets beyond the file", raw("{\"x\":" + entry("[0,8]") + "}", "1234")},
        {"offset over 63 bits", raw("{\"x\":" + entry("[0,18446744073709551615]") + "}", eight)},
        {"one offset", raw("{\"x\":" + entry("[8]") + "}", eight)},
        {"overlap", raw("{\"x\":" + entry("[0,8]") + ",\"y\":" + entry("[4,12]") + "}", std::string(12, '\0'))},
        {"hole", raw("{\"x\":" + entry("[0,8]") + ",\"y\":" + entry("[12,20]") + "}", std::string(20, '\0'))},
        {"hole at the start", raw("{\"x\":" + entry("[8,16]") + "}", std::string(16, '\0'))},
        {"bytes left over", raw("{\"x\":" + entry("[0,8]") + "}", eight + "!")},
        {"metadata not text", raw("{\"__metadata__\":{\"a\":1}}", "")},
        {"metadata not an object", raw("{\"__metadata__\":[]}", "")},
        {"too many dimensions", raw("{\"x\":" + entry("[0,4]", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]") + "}", "1234")},
    };
    for (const Hostile &file : files) {
        const auto parsed = parseTensors(file.bytes, file.what);
        ASSERT_FALSE(parsed) << file.what;
        EXPECT_EQ(parsed.error().code, ErrorCode::Damaged) << file.what;
        EXPECT_EQ(parsed.error().subject, file.what);
    }
}

TEST_F(ModelFiles, LimitsStopALargeHeader)
{
    TensorLimits limits;
    limits.tensors = 1;
    const auto bytes = encodeTensors({{}, {Tensor::ofFloats("x", {1}, std::vector<float>{1}), Tensor::ofFloats("y", {1}, std::vector<float>{1})}});
    EXPECT_FALSE(parseTensors(*bytes, "x", limits));
    limits = {};
    limits.headerBytes = 10;
    EXPECT_FALSE(parseTensors(*bytes, "x", limits));
}

TEST_F(ModelFiles, AWriterRefusesWhatAReaderWould)
{
    EXPECT_FALSE(encodeTensors({{}, {Tensor::ofFloats("x", {3}, std::vector<float>{1})}}));
    EXPECT_FALSE(encodeTensors({{}, {Tensor::ofFloats("x", {1}, std::vector<float>{1}), Tensor::ofFloats("x", {1}, std::vector<float>{1})}}));
    EXPECT_FALSE(encodeTensors({{}, {Tensor::ofFloats("__metadata__", {1}, std::vector<float>{1})}}));
}

ModelManifest manifest()
{
    ModelManifest m;
    m.arch = "autoencoder";
    m.hyperParameters = R"({"window":16})";
    m.series = {"latency{service=\"checkout\"}", "errors{a=\"b\\\"c\"}"};
    m.dataFrom = 1'700'000'000'000;
    m.dataTo = 1'700'000'600'000;
    m.step = 5000;
    m.dataSha256 = sha256("data");
    m.seed = 18'446'744'073'709'551'615u;
    m.device = "cpu";
    m.codeVersion = "0.1.0";
    m.threshold = 0.1 + 0.2;
    return m;
}

TEST_F(ModelFiles, AModelKeepsItsManifestExactly)
{
    const auto hash = writeModel(path("m.safetensors"), manifest(), {Tensor::ofFloats("w", {1}, std::vector<float>{0.5f})});
    ASSERT_TRUE(hash);
    EXPECT_EQ(*hash, *sha256OfFile(path("m.safetensors")));
    const auto model = readModel(path("m.safetensors"));
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_EQ(model->sha256, *hash);
    EXPECT_EQ(model->manifest.series, manifest().series);
    EXPECT_EQ(model->manifest.seed, manifest().seed);
    EXPECT_EQ(model->manifest.threshold, 0.1 + 0.2);
    EXPECT_EQ(fs::status(path("m.safetensors")).permissions() & fs::perms::others_all, fs::perms::none);
}

TEST_F(ModelFiles, ATensorFileWithoutManifestIsNoModel)
{
    ASSERT_TRUE(writeTensors(path("t.safetensors"), {{}, {}}));
    const auto model = readModel(path("t.safetensors"));
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::Damaged);
    EXPECT_EQ(readModel(path("absent")).error().code, ErrorCode::NotFound);
}

TEST_F(ModelFiles, Sha256IsTheStandardOne)
{
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(ModelFiles, ASignatureCoversNameVersionAndHash)
{
    PublicKey publicKey;
    SecretKey secretKey;
    crypto_sign_keypair(publicKey.data(), secretKey.data());
    const auto signature = signDetached(modelSignaturePayload("ae", 3, "00ff"), secretKey);
    EXPECT_TRUE(verifyDetached(modelSignaturePayload("ae", 3, "00ff"), signature, publicKey));
    EXPECT_FALSE(verifyDetached(modelSignaturePayload("ae", 4, "00ff"), signature, publicKey));
    EXPECT_FALSE(verifyDetached(modelSignaturePayload("ae", 3, "00fe"), signature, publicKey));
}

TEST_F(ModelFiles, AFailedWriteLeavesTheOldFileAndNoLitter)
{
    write(path("f"), "old");
    fs::create_directory(path("folder"));
    const std::string_view part = "new";
    EXPECT_FALSE(writeFileAtomically(path("folder"), std::span(&part, 1)));
    EXPECT_FALSE(writeFileAtomically(path("absent/f"), std::span(&part, 1)));
    EXPECT_EQ(*readFile(path("f"), 100), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(fs::path(path("f")).parent_path()), {}), 2);
    EXPECT_EQ(readFile(path("f"), 2).error().code, ErrorCode::Exhausted);
    EXPECT_EQ(readFile(path("folder"), 2).error().code, ErrorCode::BadInput);
}

TrainingData grid()
{
    return {{"a", "b{x=\"y\"}"}, 1'700'000'000'000, 5000, {1, 2, 3, NAN, 5, 6}, {0, RowExcluded, RowAbnormal}};
}

TEST_F(ModelFiles, TrainingDataComesBackWithItsGapsAndFlags)
{
    ASSERT_TRUE(writeTrainingData(path("d"), grid()));
    const auto data = readTrainingData(path("d"));
    ASSERT_TRUE(data) << data.error().text();
    EXPECT_EQ(data->columns, grid().columns);
    EXPECT_EQ(data->rows(), 3u);
    EXPECT_EQ(data->at(2, 0), 5);
    EXPECT_TRUE(std::isnan(data->at(1, 1)));
    EXPECT_EQ(data->flags, grid().flags);
    EXPECT_EQ(data->timeOf(2), 1'700'000'010'000);
}

TEST_F(ModelFiles, DamagedTrainingDataIsRefused)
{
    ASSERT_TRUE(writeTrainingData(path("d"), grid()));
    const std::string good = *readFile(path("d"), 10000);
    for (std::size_t size = 0; size < good.size(); ++size) {
        write(path("cut"), good.substr(0, size));
        ASSERT_FALSE(readTrainingData(path("cut"))) << size;
    }
    std::string rows = good;
    rows.replace(rows.find("\"rows\":3"), 8, "\"rows\":9");
    write(path("rows"), rows);
    EXPECT_EQ(readTrainingData(path("rows")).error().code, ErrorCode::Damaged);
    TrainingData wrong = grid();
    wrong.values.pop_back();
    EXPECT_EQ(writeTrainingData(path("w"), wrong).error().code, ErrorCode::BadInput);
}

} // namespace
} // namespace lepto::ml
