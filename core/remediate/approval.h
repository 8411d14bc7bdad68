#pragma once

#include "core/base/signing_key.h"
#include "core/remediate/run.h"

namespace lepto {

/// Signatures over exactly one plan: Ed25519 over "leptoscope-approval-v1", a zero byte and the canonical JSON of
/// plan id, plan hash, name, reason and time. A change in any of them voids the signature.
namespace approval {

/// Errors: BadInput when the reason is empty or too long, Conflict when `hash` is not the plan's (what was seen is not what is
/// signed).
Result<Approval> sign(
    const Plan &plan, const QString &hash, const QString &by, const QString &reason, TimeMs at, const SigningKey &key);

/// Errors: Refused (unknown key, wrong signature, other plan, from the future or expired).
Result<void> check(const Approval &approval, const Plan &plan, const QList<QByteArray> &trusted, TimeMs now);

/// What travels to the other person's console and back as a small file.
QByteArray toJson(const Approval &approval);
Result<Approval> fromJson(const QByteArray &json);

} // namespace approval

} // namespace lepto
