#include "core/logs/pattern_tokens.h"

#include <algorithm>
#include <array>

namespace lepto {

namespace {

constexpr std::string_view kStar = "<*>";

constexpr std::uint8_t Other = 0, Blank = 1, Inner = 2, Digit = 4;

constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes {};
    for (int c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        const bool digit = c >= '0' && c <= '9';
        const bool joint = c == '.' || c == ':' || c == '_' || c == '-' || c == '+' || c == '%';
        classes[std::size_t(c)] = c == ' ' || (c >= '\t' && c <= '\r') ? Blank
            : digit                                                           ? Inner | Digit
            : letter || joint                                                 ? Inner
                                                                              : Other;
    }
    return classes;
}

constexpr auto kClasses = makeClasses();

std::uint8_t classOf(char c)
{
    return kClasses[std::uint8_t(c)];
}

} // namespace

std::uint64_t patternHash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text)
        hash = (hash ^ std::uint8_t(c)) * 0x100000001b3u;
    return hash;
}

void PatternTokens::clear()
{
    m_text.clear();
    m_begins.clear();
    m_ends.clear();
    m_hashes.clear();
}

void PatternTokens::endWord(std::size_t begin)
{
    m_begins.push_back(begin);
    m_ends.push_back(m_text.size());
    const std::string_view word = std::string_view(m_text).substr(begin);
    m_hashes.push_back(word == kStar ? kWild : patternHash(word));
}

void PatternTokens::addWord(std::string_view word)
{
    const std::size_t begin = m_text.size();
    for (std::size_t i = 0; i < word.size();) {
        if (!(classOf(word[i]) & Inner)) {
            m_text += word[i++];
            continue;
        }
        const std::size_t from = i;
        std::uint8_t seen = 0;
        for (; i < word.size() && (classOf(word[i]) & Inner); ++i)
            seen |= classOf(word[i]);
        if (!(seen & Digit)) {
            m_text += word.substr(from, i - from);
            continue;
        }
        const auto isPunctuation = [&word](std::size_t at) { return word[at] == ':' || word[at] == '.'; }; // of the sentence: it stays
        std::size_t first = from, last = i;
        while (isPunctuation(first))
            ++first;
        while (isPunctuation(last - 1))
            --last;
        m_text += word.substr(from, first - from);
        m_text += kStar;
        m_text += word.substr(last, i - last);
    }
    endWord(begin);
}

void PatternTokens::assign(std::string_view message)
{
    clear();
    const std::string_view head = message.substr(0, kLongest);
    for (std::size_t i = 0; i < head.size();) {
        if (classOf(head[i]) == Blank) {
            ++i;
            continue;
        }
        const std::size_t from = i;
        while (i < head.size() && classOf(head[i]) != Blank)
            ++i;
        if (size() + 1 == kMost)
            return addWord("0"); // one <*> for all that is left
        addWord(head.substr(from, i - from));
    }
}

void PatternTokens::assignPattern(std::string_view text)
{
    clear();
    for (std::size_t i = 0; i < text.size() && size() < kMost;) {
        const std::size_t end = std::min(text.find(' ', i), text.size());
        if (end > i) {
            const std::size_t begin = m_text.size();
            m_text += text.substr(i, end - i);
            endWord(begin);
        }
        i = end + 1;
    }
}

} // namespace lepto
