#pragma once

#include <QByteArray>
#include <QString>

namespace lepto {

/// What a command said as plain text: invalid UTF-8 replaced, terminal sequences (CSI, OSC, DCS, ...) taken out, other control,
/// bidi and zero-width characters made visible as U+FFFD, at most `limit` characters. Lines and tabs stay.
QString plainOutput(const QByteArray &bytes, qsizetype limit = 64 * 1024);

} // namespace lepto
