#pragma once

#include "ml/base/result.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::ml {

/// Element types that the console accepts in a model file.
enum class DType { F32, F64, F16, BF16, I64, I32, U8, Bool };
std::size_t sizeOf(DType type);

/// One named array: little endian, last dimension fastest. An empty shape is a single value.
struct Tensor {
    std::string name;
    DType type = DType::F32;
    std::vector<std::int64_t> shape;
    std::string bytes;

    static Tensor ofFloats(std::string name, std::vector<std::int64_t> shape, std::span<const float> values);
    Result<std::vector<float>> floats() const; ///< of an F32 tensor; BadInput otherwise
};

/// A safetensors file: data, never code (format of the huggingface/safetensors repository, README and tensor.rs).
struct TensorFile {
    std::map<std::string, std::string> metadata;
    std::vector<Tensor> tensors;

    const Tensor *find(std::string_view name) const;
};

/// Limits of the reader, checked before anything is allocated.
struct TensorLimits {
    std::size_t headerBytes = 16u << 20;
    std::size_t fileBytes = 2u << 30;
    std::size_t tensors = 100'000;
};

/// The header is checked whole before a tensor is copied: sizes, dtype, overflow of the shape, no overlap, no hole, no byte left over, no
/// duplicate name. Errors: Damaged with `subject` and what is wrong.
Result<TensorFile> parseTensors(std::string_view bytes, const std::string &subject, const TensorLimits &limits = {});
Result<TensorFile> readTensors(const std::string &path, const TensorLimits &limits = {});

/// Header (padded to 8 bytes) with the tensors sorted by alignment, then by name. Errors: BadInput where bytes and shape differ or names repeat.
Result<std::string> encodeTensors(const TensorFile &file);
Result<void> writeTensors(const std::string &path, const TensorFile &file);

} // namespace lepto::ml
