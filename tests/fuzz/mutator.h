#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lepto::test {

/// Makes hostile input from good input: flips, cuts, repeats, splices and words that break parsers. The same seed gives the same
/// inputs.
class Mutator {
public:
    /// `seeds` is not empty.
    Mutator(std::vector<std::string> seeds, std::uint64_t seed)
        : m_seeds(std::move(seeds))
        , m_random(seed)
    { }

    std::string next()
    {
        std::string input = m_seeds[below(m_seeds.size())];
        for (std::size_t change = below(4) + 1; change > 0; --change)
            mutate(input);
        return input;
    }

private:
    void mutate(std::string &input)
    {
        using namespace std::string_view_literals;
        static const std::string longWord(5000, 'a');
        static const std::array words { "\""sv, "{"sv, "}"sv, "[[[[[[[["sv, "(((((((("sv, "\\"sv, "\0"sv, "\xff\xfe"sv, "-"sv, "1e999"sv, "NaN"sv,
            "18446744073709551616"sv, "-9223372036854775808"sv, "\n"sv, "# EOF\n"sv, "\\u0000"sv, "&a"sv, "*a"sv, "<<: "sv, "{{"sv, "}}"sv, ","sv,
            "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv, "\x7f\xff\xff\xff"sv, std::string_view(longWord) };
        const std::size_t at = below(input.size() + 1), length = below(std::min<std::size_t>(input.size() - at, 64) + 1);
        switch (below(6)) {
        case 0:
            input.insert(at, words[below(words.size())]);
            break;
        case 1:
            input.erase(at, length);
            break;
        case 2:
            input.insert(below(input.size() + 1), std::string(input, at, length));
            break;
        case 3:
            input.resize(at);
            break;
        case 4: {
            const std::string &other = m_seeds[below(m_seeds.size())];
            input += other.substr(std::min(at, other.size()));
            break;
        }
        default:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
        }
    }

    std::size_t below(std::size_t limit) { return std::size_t(m_random() % std::max<std::size_t>(limit, 1)); }

    std::vector<std::string> m_seeds;
    std::mt19937_64 m_random;
};

} // namespace lepto::test
