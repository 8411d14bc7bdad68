#include "ml/base/safetensors.h"

#include "ml/base/atomic_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "model files are little endian and are read without swapping");

struct TypeName {
    DType type;
    const char *name;
    std::size_t size;
};
constexpr std::array<TypeName, 8> types{{{DType::F32, "F32", 4}, {DType::F64, "F64", 8}, {DType::F16, "F16", 2}, {DType::BF16, "BF16", 2},
                                        {DType::I64, "I64", 8}, {DType::I32, "I32", 4}, {DType::U8, "U8", 1}, {DType::Bool, "BOOL", 1}}};

const TypeName &entryOf(DType type)
{
    return *std::find_if(types.begin(), types.end(), [&](const TypeName &t) { return t.type == type; });
}

/// Elements of a shape; nothing where a dimension is negative or the product does not fit.
std::optional<std::uint64_t> elements(const std::vector<std::int64_t> &shape)
{
    std::uint64_t product = 1;
    for (const std::int64_t dimension : shape) {
        if (dimension < 0 || __builtin_mul_overflow(product, std::uint64_t(dimension), &product))
            return std::nullopt;
    }
    return product;
}

/// Parses JSON that is at most three levels deep and refuses a key that appears twice in one object.
class HeaderReader {
public:
    json parse(std::string_view text, std::string &reason)
    {
        const auto guard = [&](int depth, json::parse_event_t event, json &value) {
            if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start) {
                if (depth >= 3)
                    throw std::runtime_error("the header is nested too deeply");
                m_keys.emplace_back();
            } else if (event == json::parse_event_t::object_end || event == json::parse_event_t::array_end) {
                m_keys.pop_back();
            } else if (event == json::parse_event_t::key && !m_keys.back().insert(value.get<std::string>()).second) {
                throw std::runtime_error("a name appears twice in the header");
            }
            return true;
        };
        try {
            return json::parse(text, guard);
        } catch (const json::exception &) {
            reason = "the header is not valid JSON";
        } catch (const std::runtime_error &error) {
            reason = error.what();
        }
        return nullptr;
    }

private:
    std::vector<std::set<std::string>> m_keys;
};

struct Entry {
    Tensor tensor;
    std::uint64_t begin = 0, end = 0;
};

std::string readEntry(const std::string &name, const json &value, Entry &entry)
{
    const auto bad = [&](const char *reason) { return "tensor " + name.substr(0, 80) + ": " + reason; };
    if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") || !value.contains("data_offsets"))
        return bad("needs exactly dtype, shape and data_offsets");
    const json &type = value["dtype"], &shape = value["shape"], &offsets = value["data_offsets"];
    const auto known = std::find_if(types.begin(), types.end(), [&](const TypeName &t) { return type.is_string() && type == t.name; });
    if (known == types.end())
        return bad("has a type that is not accepted");
    const auto isSize = [](const json &v) { return v.is_number_unsigned() && v.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max()); };
    if (!shape.is_array() || shape.size() > 16 || !std::all_of(shape.begin(), shape.end(), isSize))
        return bad("has a shape that is not a short list of sizes");
    if (!offsets.is_array() || offsets.size() != 2 || !isSize(offsets[0]) || !isSize(offsets[1]))
        return bad("has offsets that are not two sizes");
    entry.tensor.name = name;
    entry.tensor.type = known->type;
    entry.tensor.shape = shape.get<std::vector<std::int64_t>>();
    entry.begin = offsets[0];
    entry.end = offsets[1];
    const auto count = elements(entry.tensor.shape);
    std::uint64_t size = 0;
    if (!count || __builtin_mul_overflow(*count, std::uint64_t(known->size), &size) || entry.begin > entry.end || entry.end - entry.begin != size)
        return bad("its bytes do not match its shape");
    return {};
}

std::string readMetadata(const json &value, std::map<std::string, std::string> &metadata)
{
    if (!value.is_object())
        return "__metadata__ is not an object";
    for (const auto &[key, text] : value.items()) {
        if (!text.is_string())
            return "__metadata__ holds something that is not text";
        metadata[key] = text.get<std::string>();
    }
    return {};
}

std::string readEntries(const json &header, std::size_t limit, TensorFile &file, std::vector<Entry> &entries)
{
    if (!header.is_object() || header.size() > limit)
        return "the header is not an object of at most " + std::to_string(limit) + " tensors";
    for (const auto &[name, value] : header.items()) {
        std::string reason;
        if (name == "__metadata__") {
            reason = readMetadata(value, file.metadata);
        } else {
            reason = readEntry(name, value, entries.emplace_back());
        }
        if (!reason.empty())
            return reason;
    }
    return {};
}

} // namespace

std::size_t sizeOf(DType type) { return entryOf(type).size; }

Tensor Tensor::ofFloats(std::string name, std::vector<std::int64_t> shape, std::span<const float> values)
{
    return {std::move(name), DType::F32, std::move(shape), std::string(reinterpret_cast<const char *>(values.data()), values.size_bytes())};
}

Result<std::vector<float>> Tensor::floats() const
{
    if (type != DType::F32)
        return Error{ErrorCode::BadInput, name, "is not a float32 tensor"};
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

const Tensor *TensorFile::find(std::string_view name) const
{
    const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const Tensor &t) { return t.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

Result<TensorFile> parseTensors(std::string_view bytes, const std::string &subject, const TensorLimits &limits)
{
    const auto damaged = [&](std::string reason) { return Error{ErrorCode::Damaged, subject, std::move(reason)}; };
    std::uint64_t headerSize = 0;
    if (bytes.size() < sizeof headerSize)
        return damaged("the file is shorter than its header");
    std::memcpy(&headerSize, bytes.data(), sizeof headerSize);
    if (headerSize > limits.headerBytes || headerSize > bytes.size() - sizeof headerSize)
        return damaged("the header is larger than the file or the limit");
    const std::string_view text = bytes.substr(sizeof headerSize, std::size_t(headerSize));
    const std::string_view data = bytes.substr(sizeof headerSize + std::size_t(headerSize));
    if (text.empty() || text.front() != '{')
        return damaged("the header does not begin with {");
    std::string reason;
    const json header = HeaderReader().parse(text, reason);
    TensorFile file;
    std::vector<Entry> entries;
    if (reason.empty())
        reason = readEntries(header, limits.tensors, file, entries);
    if (!reason.empty())
        return damaged(reason);
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    std::uint64_t expected = 0;
    for (const Entry &entry : entries) {
        if (entry.begin != expected)
            return damaged("tensor " + entry.tensor.name.substr(0, 80) + ": overlaps another or leaves a hole");
        expected = entry.end;
    }
    if (expected != data.size())
        return damaged("the tensors do not cover the file exactly");
    for (Entry &entry : entries) {
        entry.tensor.bytes = std::string(data.substr(std::size_t(entry.begin), std::size_t(entry.end - entry.begin)));
        file.tensors.push_back(std::move(entry.tensor));
    }
    return file;
}

Result<TensorFile> readTensors(const std::string &path, const TensorLimits &limits)
{
    const auto bytes = readFile(path, limits.fileBytes);
    if (!bytes)
        return bytes.error();
    return parseTensors(*bytes, path, limits);
}

namespace {

/// The tensors in the order of the file, or why there is none.
Result<std::vector<const Tensor *>> ordered(const TensorFile &file)
{
    std::vector<const Tensor *> order;
    std::set<std::string_view> names;
    for (const Tensor &tensor : file.tensors) {
        const auto count = elements(tensor.shape);
        if (!count || *count * sizeOf(tensor.type) != tensor.bytes.size())
            return Error{ErrorCode::BadInput, tensor.name, "the bytes do not match the shape"};
        if (tensor.name == "__metadata__" || !names.insert(tensor.name).second)
            return Error{ErrorCode::BadInput, tensor.name, "the name is reserved or appears twice"};
        order.push_back(&tensor);
    }
    std::sort(order.begin(), order.end(), [](const Tensor *a, const Tensor *b) {
        const auto left = sizeOf(a->type), right = sizeOf(b->type);
        return left != right ? left > right : a->name < b->name;
    });
    return order;
}

std::string headerOf(const TensorFile &file, const std::vector<const Tensor *> &order)
{
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!file.metadata.empty())
        header["__metadata__"] = file.metadata;
    std::uint64_t offset = 0;
    for (const Tensor *tensor : order) {
        const std::uint64_t end = offset + tensor->bytes.size();
        header[tensor->name] = {{"dtype", entryOf(tensor->type).name}, {"shape", tensor->shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t size = text.size();
    return std::string(reinterpret_cast<const char *>(&size), sizeof size) + text;
}

} // namespace

Result<std::string> encodeTensors(const TensorFile &file)
{
    const auto order = ordered(file);
    if (!order)
        return order.error();
    std::string bytes = headerOf(file, *order);
    for (const Tensor *tensor : *order)
        bytes += tensor->bytes;
    return bytes;
}

Result<void> writeTensors(const std::string &path, const TensorFile &file)
{
    const auto order = ordered(file);
    if (!order)
        return order.error();
    const std::string header = headerOf(file, *order);
    std::vector<std::string_view> parts{header};
    for (const Tensor *tensor : *order)
        parts.push_back(tensor->bytes);
    return writeFileAtomically(path, parts);
}

} // namespace lepto::ml
