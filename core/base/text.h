#pragma once

#include "ml/base/result.h"

#include <QString>

#include <string>
#include <string_view>

namespace lepto {

/// The border between the core's UTF-8 and Qt's UTF-16, spelled short because it is crossed often.
inline std::string utf8(const QString &text) { return text.toStdString(); }
inline QString qstr(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
inline QString qstr(const Error &error) { return qstr(error.text()); }

/// Untrusted text made safe to print in one line: control and bidi-override characters become U+FFFD,
/// longer than `limit` characters is cut with an ellipsis.
QString oneLine(const QString &text, int limit = 300);

} // namespace lepto
