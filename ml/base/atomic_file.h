#pragma once

#include "ml/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepto::ml {

/// Writes the parts one after another to a temporary file in the same folder, makes it durable, renames it over `path` and makes
/// the folder durable: after a crash there is the old file or the new one. Errors: Exhausted (disk full), Unavailable.
Result<void> writeFileAtomically(const std::string &path, std::span<const std::string_view> parts);

/// The whole file. Errors: NotFound, Exhausted (more than `limit` bytes), Unavailable.
Result<std::string> readFile(const std::string &path, std::size_t limit);

} // namespace lepto::ml
