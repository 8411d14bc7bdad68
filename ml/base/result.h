#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace lepto {

/// What kind of thing went wrong; decides exit codes and looks, never the words.
enum class ErrorCode {
    BadInput,     ///< the user's file, query, rule or argument is wrong
    NotFound,     ///< the named thing does not exist
    Conflict,     ///< the state forbids it (locked, already done, changed meanwhile)
    Unavailable,  ///< a server, device or process does not answer
    Refused,      ///< not allowed: read-only, policy, missing approval
    Damaged,      ///< stored bytes do not match their hash or format
    Exhausted,    ///< disk, memory or a limit is used up
    Cancelled,    ///< the user stopped it
    Internal      ///< a mistake of ours
};

/// One failure as one sentence: `subject` names the thing (file, host, series), `reason` says why.
/// Both are UTF-8 plain text without a final full stop.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string reason;

    /// "subject: reason", the form that logs and the command line show.
    std::string text() const { return subject.empty() ? reason : subject + ": " + reason; }
};

/// A value or an Error. The way failures cross module borders; exceptions stay inside parsers and ml.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    T &value() & { assert(*this); return std::get<0>(m_state); }
    const T &value() const & { assert(*this); return std::get<0>(m_state); }
    T &&value() && { assert(*this); return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { assert(!*this); return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_good(false) {}

    explicit operator bool() const { return m_good; }
    const Error &error() const { assert(!m_good); return m_error; }

private:
    Error m_error;
    bool m_good = true;
};

} // namespace lepto
