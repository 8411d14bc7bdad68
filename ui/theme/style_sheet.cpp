#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QFile>

namespace lepto {

QString styleSheet(const Theme &theme)
{
    QFile file(QStringLiteral(":/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const Token &token : allTokens()) {
        const QRgb rgb = theme.dark() ? token.dark : token.light;
        const QString name = QString::fromUtf8(token.name.data(), qsizetype(token.name.size()));
        sheet.replace(QLatin1Char('{') + name + QLatin1Char('}'), QColor::fromRgb(rgb).name());
    }
    return sheet.replace(QStringLiteral("{scheme}"), theme.dark() ? QStringLiteral("dark") : QStringLiteral("light"));
}

} // namespace lepto
