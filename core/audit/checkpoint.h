#pragma once

#include "core/base/signing_key.h"

#include <QByteArray>
#include <QString>

namespace lepto {

/// The signed head of the audit log, as a C2SP signed note:
///
///     leptoscope/FINGERPRINT
///     SIZE
///     ROOT (base64)
///
///     — leptoscope/FINGERPRINT BASE64(key id (4 bytes) || Ed25519 signature (64))
///
/// One head has exactly one text, so a changed byte is never a different spelling of the same head.
struct Checkpoint {
    qint64 size = 0;
    QByteArray root;

    QString signedNote(const SigningKey &key) const;
    /// Errors: Damaged when the text is not a note, was changed, or was signed by another key.
    static Result<Checkpoint> open(const QString &note, const QByteArray &publicKey);
    /// Whether the note says this, whoever signed it.
    bool saidBy(const QString &note) const;
    /// The fingerprint of the key that the note names as its signer; empty for other texts.
    static QString signerOf(const QString &note);
};

} // namespace lepto
