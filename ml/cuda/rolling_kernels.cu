#include "ml/cuda/rolling_cuda.h"

#include <cuda_runtime.h>

#include <cfloat>

namespace {

/// One statistics value a thread; the block's values and the window before them are staged in shared memory tile by tile, so that each
/// value is read from global memory once a tile instead of `window` times.
constexpr int threads = 256;

__global__ void rolling(const float *values, long long length, int window, float *mean, float *deviation, float *lowest, float *highest)
{
    __shared__ float tile[threads];
    const float *series = values + blockIdx.y * length;
    const long long i = static_cast<long long>(blockIdx.x) * threads + threadIdx.x;
    const long long blockFirst = static_cast<long long>(blockIdx.x) * threads;
    const long long first = i + 1 >= window ? i + 1 - window : 0;
    const long long tilesFrom = (blockFirst + 1 >= window ? blockFirst + 1 - window : 0) / threads * threads;
    const float pivot = series[blockFirst < length ? blockFirst : 0];
    double sum = 0, squares = 0;
    float low = FLT_MAX, high = -FLT_MAX;
    for (long long from = tilesFrom; from <= blockFirst; from += threads) {
        const long long source = from + threadIdx.x;
        __syncthreads();
        tile[threadIdx.x] = source < length ? series[source] : 0.0f;
        __syncthreads();
        if (i >= length)
            continue;
        const long long begin = first > from ? first - from : 0;
        const long long end = i + 1 < from + threads ? i + 1 - from : threads;
        for (long long k = begin; k < end; ++k) {
            const float v = tile[k];
            const double d = static_cast<double>(v) - static_cast<double>(pivot);
            sum += d;
            squares += d * d;
            low = fminf(low, v);
            high = fmaxf(high, v);
        }
    }
    if (i >= length)
        return;
    const double count = static_cast<double>(i - first + 1);
    const double average = sum / count;
    const double variance = squares / count - average * average;
    const long long at = blockIdx.y * length + i;
    mean[at] = static_cast<float>(static_cast<double>(pivot) + average);
    deviation[at] = static_cast<float>(sqrt(variance > 0 ? variance : 0.0));
    lowest[at] = low;
    highest[at] = high;
}

/// Device memory that frees itself.
struct Buffer {
    float *data = nullptr;
    cudaError_t error;
    explicit Buffer(std::size_t floats) : error(cudaMalloc(&data, floats * sizeof(float))) {}
    ~Buffer() { cudaFree(data); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
};

} // namespace

extern "C" __attribute__((visibility("default"))) int leptoscopeCudaDevices()
{
    int count = 0;
    return cudaGetDeviceCount(&count) == cudaSuccess ? count : 0;
}

extern "C" __attribute__((visibility("default"))) const char *leptoscopeCudaError(int code)
{
    return cudaGetErrorString(static_cast<cudaError_t>(code));
}

extern "C" __attribute__((visibility("default"))) int leptoscopeRollingCuda(const float *values, std::size_t series, std::size_t length,
                                                                            std::size_t window, float *out)
{
    if (series == 0 || length == 0)
        return cudaSuccess;
    if (window == 0 || window > 1'000'000 || series > 65'535)
        return cudaErrorInvalidValue;
    const std::size_t total = series * length;
    Buffer in(total), results(4 * total);
    if (in.error != cudaSuccess || results.error != cudaSuccess)
        return cudaErrorMemoryAllocation;
    if (const cudaError_t error = cudaMemcpy(in.data, values, total * sizeof(float), cudaMemcpyHostToDevice); error != cudaSuccess)
        return error;
    const dim3 grid(static_cast<unsigned>((length + threads - 1) / threads), static_cast<unsigned>(series));
    rolling<<<grid, threads>>>(in.data, static_cast<long long>(length), static_cast<int>(window), results.data, results.data + total,
                               results.data + 2 * total, results.data + 3 * total);
    if (const cudaError_t error = cudaGetLastError(); error != cudaSuccess)
        return error;
    return cudaMemcpy(out, results.data, 4 * total * sizeof(float), cudaMemcpyDeviceToHost);
}
