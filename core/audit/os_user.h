#pragma once

#include <QString>

namespace lepto {

/// The name of the account this process runs under; "uid 1000" where the account has no name.
QString osUser();

} // namespace lepto
