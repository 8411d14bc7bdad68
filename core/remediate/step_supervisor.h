#pragma once

#include <cstdint>

namespace lepto {

/// Everything the supervisor of one command needs, prepared before the fork. Pointers stay valid in the child's copy.
struct SupervisorOrder {
    char *const *argv = nullptr;
    char *const *envp = nullptr;
    int journalFd = -1;               ///< one line an event; its flock says that the supervisor lives
    int outputFd = -1;                ///< what the command says, at most `outputLimit` bytes
    int lifeFd = -1;                  ///< closes when the supervisor ends
    std::int64_t outputLimit = 0;
    int timeoutMs = 0, graceMs = 0;
};

/// Runs in a forked child of the console and never returns: starts the command in a process group of its own, copies its output,
/// ends the whole tree on time-out or on SIGTERM (TERM, then KILL), and writes to the journal what became of it, so that a
/// console that was killed meanwhile can know. Uses only calls that are safe after a fork of a threaded process.
///
/// Journal lines: "pid N STARTTIME" (on disk before the command begins), then one of "exit N", "signal N", "timeout",
/// "cancelled", "notstarted ERRNO".
[[noreturn]] void superviseStep(const SupervisorOrder &order);

} // namespace lepto
