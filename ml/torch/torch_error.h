#pragma once

#include "ml/base/result.h"

#include <exception>
#include <new>
#include <string>

namespace lepto::ml {

/// Runs a job of ml and turns what it throws into an Error; of Torch's messages (2 KB with a backtrace) the first line is kept.
template <typename Work>
auto guardTorch(const char *subject, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::Exhausted, subject, "not enough memory"};
    } catch (const std::exception &error) {
        const std::string text = error.what();
        const bool memory = text.find("out of memory") != std::string::npos;
        return Error{memory ? ErrorCode::Exhausted : ErrorCode::Internal, subject, text.substr(0, text.find('\n')).substr(0, 300)};
    }
}

} // namespace lepto::ml
