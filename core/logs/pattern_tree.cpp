#include "core/logs/pattern_tree.h"

#include <algorithm>

namespace lepto {

namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t x = a * 0x9e3779b97f4a7c15u ^ (b + 0x7f4a7c15u);
    x ^= x >> 32;
    return x * 0xd6e8feb86659fd93u;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words) {
        if (!text.empty())
            text += ' ';
        text += word;
    }
    return text;
}

} // namespace

PatternTree::PatternTree(const PatternOptions &options)
    : m_options(options)
{
    m_patterns.reserve(m_options.maxPatterns);
}

std::uint64_t PatternTree::leafKey(std::uint64_t first, std::size_t length) const
{
    const std::uint64_t own = mix(first, length);
    if (first == PatternTokens::kWild || m_leaves.contains(own))
        return own;
    const auto children = m_children.find(length);
    const bool full = children != m_children.end() && children->second >= m_options.maxChildren;
    return full ? mix(PatternTokens::kWild, length) : own;
}

PatternTree::Slot PatternTree::best(const Leaf &leaf) const
{
    const auto words = m_tokens.hashes();
    std::size_t equal = 0, wild = 0;
    Slot found = kNone;
    for (const Slot slot : leaf.patterns) {
        const Pattern &pattern = m_patterns[slot];
        std::size_t same = 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            same += words[i] == pattern.hashes[i];
        if (found == kNone || same > equal || (same == equal && pattern.wild < wild)) {
            found = slot;
            equal = same;
            wild = pattern.wild;
        }
    }
    return found != kNone && double(equal) >= m_options.similarity * double(words.size()) ? found : kNone;
}

bool PatternTree::generalise(Pattern &pattern)
{
    bool changed = false;
    const auto words = m_tokens.hashes();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (pattern.hashes[i] == words[i] || pattern.hashes[i] == PatternTokens::kWild)
            continue;
        pattern.hashes[i] = PatternTokens::kWild;
        pattern.words[i] = "<*>";
        ++pattern.wild;
        changed = true;
    }
    return changed;
}

PatternTree::Match PatternTree::add(std::string_view message)
{
    m_tokens.assign(message);
    if (m_tokens.size() == 0)
        return {};
    const std::uint64_t key = leafKey(m_tokens.hashes()[0], m_tokens.size());
    if (const auto leaf = m_leaves.find(key); leaf != m_leaves.end()) {
        if (const Slot slot = best(leaf->second); slot != kNone) {
            touch(slot);
            Pattern &pattern = m_patterns[slot];
            return { pattern.id, false, generalise(pattern) };
        }
        if (leaf->second.patterns.size() >= m_options.maxPerLeaf)
            forget(leaf->second.patterns.front());
    }
    const Slot slot = create(key, 0);
    return { m_patterns[slot].id, true, true };
}

void PatternTree::restore(std::uint64_t id, std::string_view text)
{
    m_tokens.assignPattern(text);
    if (m_tokens.size() == 0 || id == 0 || m_byId.contains(id))
        return;
    create(leafKey(m_tokens.hashes()[0], m_tokens.size()), id);
}

PatternTree::Slot PatternTree::create(std::uint64_t key, std::uint64_t id)
{
    if (m_byId.size() >= m_options.maxPatterns)
        forget(m_oldest);
    if (m_free.empty()) {
        m_free.push_back(Slot(m_patterns.size()));
        m_patterns.emplace_back();
    }
    const Slot slot = m_free.back();
    m_free.pop_back();
    Pattern &pattern = m_patterns[slot];
    pattern = {};
    pattern.leaf = key;
    pattern.hashes.assign(m_tokens.hashes().begin(), m_tokens.hashes().end());
    for (std::size_t i = 0; i < m_tokens.size(); ++i)
        pattern.words.emplace_back(m_tokens.word(i));
    pattern.wild = std::size_t(std::count(pattern.hashes.begin(), pattern.hashes.end(), PatternTokens::kWild));
    pattern.id = id ? id : patternHash(joined(pattern.words));
    while (pattern.id == 0 || m_byId.contains(pattern.id)) // its text has grown into what another one began as
        ++pattern.id;
    Leaf &leaf = m_leaves[key];
    if (leaf.patterns.empty()) {
        leaf.length = m_tokens.size();
        ++m_children[leaf.length];
    }
    leaf.patterns.push_back(slot);
    m_byId.emplace(pattern.id, slot);
    touch(slot);
    return slot;
}

void PatternTree::forget(Slot slot)
{
    Pattern &pattern = m_patterns[slot];
    unlink(slot);
    const auto leaf = m_leaves.find(pattern.leaf);
    std::erase(leaf->second.patterns, slot);
    if (leaf->second.patterns.empty()) {
        if (const auto children = m_children.find(leaf->second.length); --children->second == 0)
            m_children.erase(children);
        m_leaves.erase(leaf);
    }
    m_byId.erase(pattern.id);
    m_free.push_back(slot);
}

void PatternTree::unlink(Slot slot)
{
    Pattern &p = m_patterns[slot];
    (p.newer == kNone ? m_newest : m_patterns[p.newer].older) = p.older;
    (p.older == kNone ? m_oldest : m_patterns[p.older].newer) = p.newer;
    p.newer = p.older = kNone;
}

void PatternTree::touch(Slot slot)
{
    if (m_newest == slot)
        return;
    Pattern &p = m_patterns[slot];
    if (p.newer != kNone || p.older != kNone)
        unlink(slot);
    p.older = m_newest;
    if (m_newest != kNone)
        m_patterns[m_newest].newer = slot;
    m_newest = slot;
    if (m_oldest == kNone)
        m_oldest = slot;
}

std::string PatternTree::text(std::uint64_t id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? std::string() : joined(m_patterns[found->second].words);
}

} // namespace lepto
