#pragma once

#include "core/layouts/layout.h"

namespace lepto {

class Services;

/// Fills a layout's variables from the labels of the history; without a history they stay as they are.
void fillFromHistory(Services &services, ExploreLayout &layout);

} // namespace lepto
