// Opening this library opens libtorch_cuda.so, which registers itself with Torch; there is nothing else in it.
extern "C" __attribute__((visibility("default"))) int leptoscopeTorchCuda() { return 1; }
