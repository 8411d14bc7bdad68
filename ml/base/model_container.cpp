#include "ml/base/model_container.h"

#include "ml/base/atomic_file.h"

#include <charconv>
#include <fstream>
#include <memory>

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace lepto::ml {
namespace {

using Metadata = std::map<std::string, std::string>;

std::string hexadecimal(const unsigned char *bytes, std::size_t size)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

std::string numberText(double value)
{
    char buffer[32];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

Metadata metadataOf(const ModelManifest &manifest)
{
    return {{"leptoscope.schema", std::to_string(ModelManifest::schema)},
            {"arch", manifest.arch},
            {"hyper_parameters", manifest.hyperParameters},
            {"series", nlohmann::json(manifest.series).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)},
            {"data_from", std::to_string(manifest.dataFrom)},
            {"data_to", std::to_string(manifest.dataTo)},
            {"step", std::to_string(manifest.step)},
            {"data_sha256", manifest.dataSha256},
            {"seed", std::to_string(manifest.seed)},
            {"device", manifest.device},
            {"code_version", manifest.codeVersion},
            {"threshold", numberText(manifest.threshold)},
            {"parent_sha256", manifest.parentSha256}};
}

/// Takes the fields out one by one and remembers the first that is missing or unreadable.
class ManifestReader {
public:
    explicit ManifestReader(const Metadata &metadata) : m_metadata(metadata) {}

    std::string text(const char *key)
    {
        const auto found = m_metadata.find(key);
        if (found == m_metadata.end())
            fail(key);
        return found == m_metadata.end() ? std::string() : found->second;
    }

    template <typename Number>
    Number number(const char *key)
    {
        const std::string digits = text(key);
        Number value{};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            fail(key);
        return value;
    }

    std::vector<std::string> list(const char *key)
    {
        const auto parsed = nlohmann::json::parse(text(key), nullptr, false);
        std::vector<std::string> values;
        if (!parsed.is_array())
            fail(key);
        for (const auto &value : parsed) {
            if (value.is_string())
                values.push_back(value.get<std::string>());
            else
                fail(key);
        }
        return values;
    }

    const std::string &failed() const { return m_failed; }

private:
    void fail(const char *key)
    {
        if (m_failed.empty())
            m_failed = key;
    }
    const Metadata &m_metadata;
    std::string m_failed;
};

Result<ModelManifest> manifestOf(const Metadata &metadata, const std::string &path)
{
    ManifestReader read(metadata);
    if (read.number<int>("leptoscope.schema") != ModelManifest::schema)
        return Error{ErrorCode::Damaged, path, "not a model of this console, or of a later version"};
    ModelManifest manifest;
    manifest.arch = read.text("arch");
    manifest.hyperParameters = read.text("hyper_parameters");
    manifest.series = read.list("series");
    manifest.dataFrom = read.number<TimeMs>("data_from");
    manifest.dataTo = read.number<TimeMs>("data_to");
    manifest.step = read.number<TimeMs>("step");
    manifest.dataSha256 = read.text("data_sha256");
    manifest.seed = read.number<std::uint64_t>("seed");
    manifest.device = read.text("device");
    manifest.codeVersion = read.text("code_version");
    manifest.threshold = read.number<double>("threshold");
    manifest.parentSha256 = read.text("parent_sha256");
    if (!read.failed().empty())
        return Error{ErrorCode::Damaged, path, "the manifest has no usable " + read.failed()};
    return manifest;
}

} // namespace

std::string sha256(std::string_view bytes)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    return hexadecimal(hash, sizeof hash);
}

Result<std::string> sha256OfFile(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error{ErrorCode::NotFound, path, "the file cannot be read"};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> buffer(1 << 20);
    do {
        in.read(buffer.data(), std::streamsize(buffer.size()));
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char *>(buffer.data()), static_cast<unsigned long long>(in.gcount()));
    } while (in);
    if (in.bad())
        return Error{ErrorCode::Unavailable, path, "reading stopped half way"};
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&state, hash);
    return hexadecimal(hash, sizeof hash);
}

Result<std::string> writeModel(const std::string &path, const ModelManifest &manifest, std::vector<Tensor> tensors)
{
    const auto bytes = encodeTensors({metadataOf(manifest), std::move(tensors)});
    if (!bytes)
        return bytes.error();
    const std::string_view part = *bytes;
    if (const auto written = writeFileAtomically(path, std::span(&part, 1)); !written)
        return written.error();
    return sha256(*bytes);
}

Result<Model> readModel(const std::string &path)
{
    const TensorLimits limits;
    const auto bytes = readFile(path, limits.fileBytes);
    if (!bytes)
        return bytes.error();
    auto file = parseTensors(*bytes, path, limits);
    if (!file)
        return file.error();
    auto manifest = manifestOf(file->metadata, path);
    if (!manifest)
        return manifest.error();
    return Model{std::move(*manifest), std::move(file->tensors), sha256(*bytes)};
}

std::string modelSignaturePayload(std::string_view name, int version, std::string_view fileSha256)
{
    std::string payload = "leptoscope-model-v1\n";
    payload.append(name).append("\n").append(std::to_string(version)).append("\n").append(fileSha256).append("\n");
    return payload;
}

Signature signDetached(std::string_view message, const SecretKey &key)
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char *>(message.data()), message.size(), key.data());
    return signature;
}

bool verifyDetached(std::string_view message, const Signature &signature, const PublicKey &key)
{
    return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char *>(message.data()), message.size(), key.data()) == 0;
}

} // namespace lepto::ml
