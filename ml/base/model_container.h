#pragma once

#include "ml/base/safetensors.h"
#include "ml/base/series.h"

#include <array>

namespace lepto::ml {

/// What a model file says about itself; kept as text in the safetensors metadata, so that any reader can show it.
struct ModelManifest {
    static constexpr int schema = 1;
    std::string arch;                  ///< "autoencoder"
    std::string hyperParameters;       ///< JSON object, read by the architecture
    std::vector<std::string> series;   ///< canonical label texts in column order
    TimeMs dataFrom = 0, dataTo = 0, step = 0;
    std::string dataSha256;
    std::uint64_t seed = 0;
    std::string device;                ///< "cpu" or the GPU's name
    std::string codeVersion;
    double threshold = 0;              ///< of the raw score
    std::string parentSha256;          ///< of the model it continues; empty
};

struct Model {
    ModelManifest manifest;
    std::vector<Tensor> tensors;
    std::string sha256;                ///< of the whole file, hexadecimal
};

/// Writes `path` (safetensors, atomically) and answers the SHA-256 of the file.
Result<std::string> writeModel(const std::string &path, const ModelManifest &manifest, std::vector<Tensor> tensors);
/// Errors: NotFound, Exhausted, Damaged (also where the manifest is missing a field or comes from a later schema).
Result<Model> readModel(const std::string &path);

std::string sha256(std::string_view bytes);             ///< hexadecimal
Result<std::string> sha256OfFile(const std::string &path);

/// The bytes that a model's signature covers: a fixed prefix, name, version and file hash, so that a signature of one
/// thing is never one of another.
std::string modelSignaturePayload(std::string_view name, int version, std::string_view fileSha256);

using PublicKey = std::array<unsigned char, 32>;
using SecretKey = std::array<unsigned char, 64>;
using Signature = std::array<unsigned char, 64>;
/// Ed25519, detached.
Signature signDetached(std::string_view message, const SecretKey &key);
bool verifyDetached(std::string_view message, const Signature &signature, const PublicKey &key);

} // namespace lepto::ml
