#pragma once

#include "core/sources/traffic.h"

class QHostAddress;

namespace lepto {

/// How far away an address is: this machine; a private, shared, link-local or unique local network (RFC 1918, 6598, 3927, 4193); anywhere else.
Reach reachOf(const QHostAddress &address);

} // namespace lepto
