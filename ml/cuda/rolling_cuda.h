#pragma once

#include <cstddef>

// The border of the CUDA plug-in: C linkage, so that it can be looked up in a library opened at run time.
extern "C" {

/// Usable GPUs; 0 where there is no driver or no device.
int leptoscopeCudaDevices();

/// As lepto::ml::rollingCpu; all pointers are host memory, `out` has four times series * length floats: mean, deviation, minimum, maximum.
/// Answers 0, or a cudaError_t; text for it by leptoscopeCudaError.
int leptoscopeRollingCuda(const float *values, std::size_t series, std::size_t length, std::size_t window, float *out);

const char *leptoscopeCudaError(int code);
}
