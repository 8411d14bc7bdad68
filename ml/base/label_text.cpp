#include "ml/base/label_text.h"

namespace lepto {
namespace {

/// The quoted value at the front of `text`, which is consumed.
std::optional<std::string> takeQuoted(std::string_view &text)
{
    if (text.empty() || text.front() != '"')
        return std::nullopt;
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        const bool escaped = text[i] == '\\';
        if (escaped && ++i == text.size())
            return std::nullopt;
        value += escaped && text[i] == 'n' ? '\n' : text[i];
    }
    return std::nullopt;
}

} // namespace

std::optional<Labels> labelsOfText(std::string_view text)
{
    std::vector<Labels::Pair> pairs;
    const std::string_view whole = text;
    const std::size_t brace = text.find('{');
    pairs.emplace_back("__name__", text.substr(0, brace));
    text.remove_prefix(brace == std::string_view::npos ? text.size() : brace);
    while (!text.empty() && text != "}" && text != "{}") {
        text.remove_prefix(1); // the brace or a comma
        const std::size_t equals = text.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            return std::nullopt;
        const std::string name(text.substr(0, equals));
        text.remove_prefix(equals + 1);
        const auto value = takeQuoted(text);
        if (!value)
            return std::nullopt;
        pairs.emplace_back(name, *value);
    }
    Labels labels(std::move(pairs));
    // Whatever was lenient above shows here: the text of what was read must be what was given.
    if (labels.text() != whole)
        return std::nullopt;
    return labels;
}

} // namespace lepto
