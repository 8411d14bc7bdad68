#include "core/remediate/approval.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace lepto::approval {

namespace {

constexpr qsizetype kMaxReason = 2000, kMaxJson = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Approval", text);
}

Error about(ErrorCode code, const Plan &plan, const QString &why)
{
    return { code, utf8(tr("plan %1").arg(plan.id.left(8))), utf8(why) };
}

QByteArray messageOf(const Approval &approval, const QString &planId)
{
    const QJsonObject signedText { { QStringLiteral("plan"), planId }, { QStringLiteral("hash"), approval.planHash },
        { QStringLiteral("by"), approval.by }, { QStringLiteral("reason"), approval.reason },
        { QStringLiteral("at"), qint64(approval.at) } };
    return QByteArray("leptoscope-approval-v1\0", 23) + QJsonDocument(signedText).toJson(QJsonDocument::Compact);
}

} // namespace

Result<Approval> sign(
    const Plan &plan, const QString &hash, const QString &by, const QString &reason, TimeMs at, const SigningKey &key)
{
    if (reason.trimmed().isEmpty() || reason.size() > kMaxReason)
        return about(ErrorCode::BadInput, plan, tr("an approval needs a reason of at most %1 characters").arg(kMaxReason));
    if (hash != plan.hash)
        return about(ErrorCode::Conflict, plan, tr("the plan is not the one that was shown; look at it again"));
    Approval approval { by, key.fingerprint(), reason.trimmed(), hash, {}, QString::fromLatin1(key.publicKey().toHex()), at };
    approval.signature = QString::fromLatin1(key.sign(messageOf(approval, plan.id)).toHex());
    return approval;
}

Result<void> check(const Approval &approval, const Plan &plan, const QList<QByteArray> &trusted, TimeMs now)
{
    const QByteArray key = QByteArray::fromHex(approval.publicKey.toLatin1());
    if (!trusted.contains(key) || SigningKey::fingerprintOf(key) != approval.keyFingerprint)
        return about(ErrorCode::Refused, plan, tr("the key of %1 is not known here").arg(oneLine(approval.by, 60)));
    if (approval.planHash != plan.hash)
        return about(ErrorCode::Refused, plan, tr("the signature of %1 belongs to another plan").arg(oneLine(approval.by, 60)));
    if (!SigningKey::verify(messageOf(approval, plan.id), QByteArray::fromHex(approval.signature.toLatin1()), key))
        return about(ErrorCode::Refused, plan, tr("the signature of %1 does not match").arg(oneLine(approval.by, 60)));
    constexpr TimeMs kClockSkewMs = 60'000;
    if (approval.at > now + kClockSkewMs || now - approval.at > plan.approvalValidMs)
        return about(ErrorCode::Refused, plan, tr("the approval of %1 has expired").arg(oneLine(approval.by, 60)));
    return {};
}

QByteArray toJson(const Approval &approval)
{
    return QJsonDocument(
        QJsonObject { { QStringLiteral("by"), approval.by }, { QStringLiteral("reason"), approval.reason },
            { QStringLiteral("planHash"), approval.planHash }, { QStringLiteral("publicKey"), approval.publicKey },
            { QStringLiteral("signature"), approval.signature }, { QStringLiteral("at"), qint64(approval.at) } })
        .toJson(QJsonDocument::Indented);
}

Result<Approval> fromJson(const QByteArray &json)
{
    const QJsonObject object = json.size() <= kMaxJson ? QJsonDocument::fromJson(json).object() : QJsonObject();
    Approval approval;
    approval.by = object[QStringLiteral("by")].toString();
    approval.reason = object[QStringLiteral("reason")].toString();
    approval.planHash = object[QStringLiteral("planHash")].toString();
    approval.publicKey = object[QStringLiteral("publicKey")].toString();
    approval.signature = object[QStringLiteral("signature")].toString();
    approval.at = object[QStringLiteral("at")].toInteger();
    approval.keyFingerprint = SigningKey::fingerprintOf(QByteArray::fromHex(approval.publicKey.toLatin1()));
    if (approval.signature.isEmpty() || approval.reason.size() > kMaxReason)
        return Error { ErrorCode::BadInput, utf8(tr("approval")), utf8(tr("the file is not an approval")) };
    return approval;
}

} // namespace lepto::approval
