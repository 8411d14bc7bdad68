#include "app/worker/gpu_plugin.h"

#include <dlfcn.h>
#include <filesystem>

namespace lepto {
namespace {

namespace fs = std::filesystem;

/// Whether the driver is there and sees a device; nothing of CUDA is linked for the question.
bool driverSeesDevice()
{
    void *driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!driver)
        return false;
    const auto init = reinterpret_cast<int (*)(unsigned)>(dlsym(driver, "cuInit"));
    const auto count = reinterpret_cast<int (*)(int *)>(dlsym(driver, "cuDeviceGetCount"));
    int devices = 0;
    return init && count && init(0) == 0 && count(&devices) == 0 && devices > 0;
}

void *openBeside(const char *name)
{
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path &place : {folder, folder / "../lib", folder / "../lib/leptoscope"}) {
        if (fs::exists(place / name, error))
            if (void *library = dlopen((place / name).c_str(), RTLD_NOW | RTLD_GLOBAL))
                return library;
    }
    return nullptr;
}

} // namespace

std::string openGpuPlugin()
{
    if (!driverSeesDevice())
        return "no GPU: training on the CPU";
    openBeside("libleptoscope_ml_cuda.so");
    if (!openBeside("libleptoscope_torch_cuda.so"))
        return "a GPU is there but its plug-in cannot be opened: training on the CPU";
    return "GPU plug-in opened";
}

} // namespace lepto
