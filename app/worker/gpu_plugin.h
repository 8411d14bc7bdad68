#pragma once

#include <string>

namespace lepto {

/// Opens the CUDA plug-in where this machine has a driver and the plug-in is installed. Must be the first statement of the program: Torch
/// looks for CUDA once, and if it looks before the plug-in is there it stays without. Answers one line for the log.
std::string openGpuPlugin();

} // namespace lepto
