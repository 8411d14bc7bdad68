#pragma once

#include "core/remediate/runbook.h"

namespace lepto {

/// A runbook file (strict YAML, see parseStrictYaml), every template and comparison checked. An unknown field is an error.
/// Errors: BadInput with the file and the line.
Result<Runbook> parseRunbook(const QByteArray &bytes, const QString &file);

} // namespace lepto
