#include "core/alerts/fingerprint.h"

#include <string_view>

namespace lepto {

QString alertFingerprint(const Labels &labels)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&hash](std::string_view bytes) {
        for (const char byte : bytes)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
        hash = (hash ^ 0xFF) * 1099511628211ULL;
    };
    for (const auto &[name, value] : labels.pairs()) {
        add(name);
        add(value);
    }
    return QStringLiteral("%1").arg(hash, 16, 16, QChar(u'0'));
}

} // namespace lepto
