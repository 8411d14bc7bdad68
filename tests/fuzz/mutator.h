#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <random>

namespace lepto::test {

/// Makes hostile input from good input: flips, cuts, repeats, splices and words that break parsers. The same seed gives the same
/// inputs.
class Mutator {
public:
    Mutator(QList<QByteArray> seeds, std::uint64_t seed)
        : m_seeds(std::move(seeds))
        , m_random(seed)
    { }

    QByteArray next()
    {
        QByteArray input = m_seeds[below(m_seeds.size())];
        for (qsizetype change = below(4); change >= 0; --change)
            mutate(input);
        return input;
    }

private:
    void mutate(QByteArray &input)
    {
        static const QList<QByteArray> words { "\"", "{", "}", "[[[[[[[[", "((((((((", "\\", QByteArray(1, '\0'), "\xff\xfe", "-",
            "1e999", "NaN", "18446744073709551616", "-9223372036854775808", "\n", "# EOF\n", "\\u0000", QByteArray(5000, 'a'),
            "&a", "*a", "<<: ", "{{", "}}" };
        const qsizetype at = below(input.size() + 1), length = below(std::min<qsizetype>(input.size() - at, 64) + 1);
        switch (below(6)) {
        case 0:
            input.insert(at, words[below(words.size())]);
            break;
        case 1:
            input.remove(at, length);
            break;
        case 2:
            input.insert(below(input.size() + 1), QByteArray(input.mid(at, length)));
            break;
        case 3:
            input.truncate(at);
            break;
        case 4:
            input += m_seeds[below(m_seeds.size())].mid(at);
            break;
        default:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
        }
    }

    qsizetype below(qsizetype limit) { return qsizetype(m_random() % std::uint64_t(std::max<qsizetype>(limit, 1))); }

    QList<QByteArray> m_seeds;
    std::mt19937_64 m_random;
};

} // namespace lepto::test
