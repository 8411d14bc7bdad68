// leptoscope-worker: trains, scores and explains for the console. JSON lines on stdin and stdout (ml/base/protocol.h); ends with its input.

#include "app/worker/answer_writer.h"
#include "app/worker/gpu_plugin.h"
#include "app/worker/jobs.h"
#include "app/worker/request_queue.h"
#include "ml/torch/network_batch.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

int main(int argc, char **argv)
{
    const std::string gpu = lepto::openGpuPlugin();
    if (argc > 1) {
        const bool version = std::strcmp(argv[1], "--version") == 0;
        std::fputs(version ? "leptoscope-worker " LEPTOSCOPE_VERSION "\n"
                           : "leptoscope-worker: reads requests from stdin, one JSON object a line, and answers on stdout\n",
                   stdout);
        return version || std::strcmp(argv[1], "--help") == 0 ? 0 : 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    // Libraries that print to stdout must not break the protocol: it keeps the descriptor, they get stderr.
    const int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    lepto::ml::useOneThread();
    lepto::AnswerWriter writer(out);
    writer.log(gpu);
    {
        lepto::RequestQueue queue(STDIN_FILENO, writer, lepto::Jobs::hello());
        lepto::Jobs jobs(writer, queue.cancelFlag());
        while (const auto request = queue.next()) {
            jobs.run(*request);
            if (writer.broken())
                break;
        }
    }
    // Torch's and CUDA's global destructors are not safe to run against each other.
    std::quick_exit(0);
}
