#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepto {

/// A message as the words that patterns are made of: cut at blanks; within a word each stretch of letters, digits and `.:_-+%` that
/// has a digit is replaced by <*> (numbers, addresses, times, ids). Reused from line to line without allocating.
class PatternTokens {
public:
    static constexpr std::uint64_t kWild = 0;       ///< hash of a word that is <*> and nothing else
    static constexpr std::size_t kMost = 48;        ///< words; what comes after is one <*>
    static constexpr std::size_t kLongest = 4096;   ///< bytes of a message that are looked at

    void assign(std::string_view message);
    /// The words of a pattern's text as they are.
    void assignPattern(std::string_view text);

    std::span<const std::uint64_t> hashes() const { return m_hashes; }
    std::string_view word(std::size_t i) const { return std::string_view(m_text).substr(m_begins[i], m_ends[i] - m_begins[i]); }
    std::size_t size() const { return m_hashes.size(); }

private:
    void clear();
    void addWord(std::string_view word);
    void endWord(std::size_t begin);

    std::string m_text;
    std::vector<std::size_t> m_begins, m_ends;
    std::vector<std::uint64_t> m_hashes;
};

/// 64-bit FNV-1a, the same on every machine.
std::uint64_t patternHash(std::string_view text);

} // namespace lepto
