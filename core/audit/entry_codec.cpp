#include "core/audit/entry_codec.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace lepto {

namespace {

QByteArray asciiJson(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray ascii;
    ascii.reserve(json.size());
    for (const QChar c : QString::fromUtf8(json)) {
        if (c.unicode() < 0x80)
            ascii += char(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

} // namespace

QByteArray encodeEntry(const AuditEntry &entry)
{
    return asciiJson(
        { { QStringLiteral("v"), 1 }, { QStringLiteral("seq"), entry.seq }, { QStringLiteral("at"), qint64(entry.at) },
            { QStringLiteral("actor"), entry.actor }, { QStringLiteral("type"), entry.type },
            { QStringLiteral("subject"), entry.subject }, { QStringLiteral("detail"), entry.detail } });
}

Result<AuditEntry> decodeEntry(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object[QStringLiteral("v")].toInt() != 1 || !object[QStringLiteral("detail")].isObject())
        return Error { ErrorCode::Damaged, "", utf8(QCoreApplication::translate("AuditLog", "the text is not an audit entry")) };
    AuditEntry entry;
    entry.seq = object[QStringLiteral("seq")].toInteger();
    entry.at = object[QStringLiteral("at")].toInteger();
    entry.actor = object[QStringLiteral("actor")].toString();
    entry.type = object[QStringLiteral("type")].toString();
    entry.subject = object[QStringLiteral("subject")].toString();
    entry.detail = object[QStringLiteral("detail")].toObject();
    return entry;
}

} // namespace lepto
