#include "ml/base/training_data.h"

#include "ml/base/atomic_file.h"

#include <array>
#include <cstring>
#include <limits>

#include <nlohmann/json.hpp>

namespace lepto::ml {
namespace {

constexpr std::string_view magic = "LEPTOTD1";
constexpr std::size_t headerLimit = 16u << 20;
constexpr std::size_t fileLimit = std::size_t(4) << 30;

/// Fills all but values and flags; answers the number of rows.
std::uint64_t readHeader(std::string_view text, TrainingData &data)
{
    const auto header = nlohmann::json::parse(text);
    for (const auto &name : header.at("columns"))
        data.columns.push_back(name.get<std::string>());
    data.start = header.at("start").get<TimeMs>();
    data.step = header.at("step").get<TimeMs>();
    return header.at("rows").get<std::uint64_t>();
}

} // namespace

Result<void> writeTrainingData(const std::string &path, const TrainingData &data)
{
    if (data.columns.empty() || data.step <= 0 || data.values.size() != data.rows() * data.columns.size())
        return Error{ErrorCode::BadInput, path, "rows, columns and values do not fit together"};
    const nlohmann::json header{{"rows", data.rows()}, {"columns", data.columns}, {"start", data.start}, {"step", data.step}};
    const std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::uint32_t size = std::uint32_t(text.size());
    const std::array<std::string_view, 5> parts{magic, std::string_view(reinterpret_cast<const char *>(&size), sizeof size), text,
                                               std::string_view(reinterpret_cast<const char *>(data.values.data()), data.values.size() * sizeof(float)),
                                               std::string_view(reinterpret_cast<const char *>(data.flags.data()), data.flags.size())};
    return writeFileAtomically(path, parts);
}

Result<TrainingData> readTrainingData(const std::string &path)
{
    const auto bytes = readFile(path, fileLimit);
    if (!bytes)
        return bytes.error();
    const auto damaged = [&](const char *reason) { return Error{ErrorCode::Damaged, path, reason}; };
    const std::string_view all = *bytes;
    std::uint32_t headerSize = 0;
    const std::size_t prefix = magic.size() + sizeof headerSize;
    if (all.size() < prefix || all.substr(0, magic.size()) != magic)
        return damaged("not a training data file");
    std::memcpy(&headerSize, all.data() + magic.size(), sizeof headerSize);
    if (headerSize > headerLimit || headerSize > all.size() - prefix)
        return damaged("the header is larger than the file or the limit");
    TrainingData data;
    std::uint64_t rows = 0;
    try {
        rows = readHeader(all.substr(prefix, headerSize), data);
    } catch (const nlohmann::json::exception &) {
        return damaged("the header is not what a training data file has");
    }
    const std::string_view body = all.substr(prefix + headerSize);
    std::uint64_t expected = 0;
    if (data.columns.empty() || data.step <= 0
        || __builtin_mul_overflow(rows, data.columns.size() * sizeof(float) + 1, &expected) || expected != body.size())
        return damaged("the size does not match the rows and columns it names");
    data.values.resize(std::size_t(rows) * data.columns.size());
    std::memcpy(data.values.data(), body.data(), data.values.size() * sizeof(float));
    const char *flags = body.data() + data.values.size() * sizeof(float);
    data.flags.assign(flags, flags + rows);
    return data;
}

} // namespace lepto::ml
