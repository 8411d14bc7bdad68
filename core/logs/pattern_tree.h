#pragma once

#include "core/logs/log_line.h"
#include "core/logs/pattern_tokens.h"

#include <span>
#include <unordered_map>

namespace lepto {

struct PatternOptions {
    std::size_t maxPatterns = 2000;   ///< the least recently used is forgotten
    std::size_t maxChildren = 100;    ///< first words under one length; further ones share the branch <*>
    std::size_t maxPerLeaf = 64;
    double similarity = 0.5;          ///< share of words that must be equal
};

/// Groups messages into patterns while they stream in: a tree of fixed depth (number of words, first word), and in its leaves the
/// patterns, compared word by word. Same messages in the same order give the same patterns on every machine.
/// Source: P. He, J. Zhu, Z. Zheng, M. R. Lyu, "Drain: An online log parsing approach with fixed depth tree", ICWS 2017.
/// Memory is bounded by maxPatterns. Not thread-safe.
class PatternTree {
public:
    explicit PatternTree(const PatternOptions &options = {});

    struct Match {
        std::uint64_t id = 0;         ///< 0: the message has no word
        bool fresh = false;           ///< never seen, or forgotten since
        bool changed = false;         ///< its text is another one now
    };
    Match add(std::string_view message);
    /// Takes up what an earlier run has learnt; call before the first message, the least recently used first.
    void restore(std::uint64_t id, std::string_view text);

    std::string text(std::uint64_t id) const; ///< empty where it is not known (any more)
    std::size_t size() const { return m_byId.size(); }

private:
    using Slot = std::uint32_t;
    static constexpr Slot kNone = ~Slot(0);
    struct Pattern {
        std::uint64_t id = 0, leaf = 0;
        std::vector<std::uint64_t> hashes;
        std::vector<std::string> words;
        std::size_t wild = 0;
        Slot newer = kNone, older = kNone;
    };
    struct Leaf {
        std::size_t length = 0;
        std::vector<Slot> patterns;
    };

    std::uint64_t leafKey(std::uint64_t first, std::size_t length) const;
    Slot best(const Leaf &leaf) const;
    Slot create(std::uint64_t key, std::uint64_t id);
    bool generalise(Pattern &pattern);
    void forget(Slot slot);
    void touch(Slot slot);
    void unlink(Slot slot);

    PatternOptions m_options;
    PatternTokens m_tokens;
    std::vector<Pattern> m_patterns;
    std::vector<Slot> m_free;
    std::unordered_map<std::uint64_t, Leaf> m_leaves;
    std::unordered_map<std::size_t, std::size_t> m_children; ///< by length: how many first words have a leaf of their own
    std::unordered_map<std::uint64_t, Slot> m_byId;
    Slot m_newest = kNone, m_oldest = kNone;
};

} // namespace lepto
