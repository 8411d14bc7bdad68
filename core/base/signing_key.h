#pragma once

#include "ml/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace lepto {

/// An Ed25519 key pair that lives in one file, `FOLDER/NAME.key` (mode 0600, the 32-byte seed in hexadecimal), with
/// `NAME.pub` beside it for whoever only verifies. Copies share the secret, which is wiped from memory with the last one.
/// Immutable; safe to use from any thread.
class SigningKey {
public:
    /// Reads the key, or makes one where there is none; two processes that start at once end with the same key.
    /// Errors: BadInput (name with anything but letters, digits, '-', '_'), Refused (file readable by others or not ours),
    /// Damaged (not a key file), Unavailable (folder cannot be written).
    static Result<SigningKey> loadOrCreate(const QString &folder, const QString &name);

    QByteArray sign(const QByteArray &message) const;   ///< 64 bytes, detached
    QByteArray publicKey() const { return m_publicKey; } ///< 32 bytes
    QString fingerprint() const { return fingerprintOf(m_publicKey); }

    /// False for a wrong signature and for a signature or key of the wrong length.
    static bool verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);
    /// First 16 bytes of the SHA-256 of the public key, in hexadecimal: short enough to compare by eye.
    static QString fingerprintOf(const QByteArray &publicKey);
    /// The 32 bytes of a `.pub` file. Errors: NotFound, Damaged.
    static Result<QByteArray> readPublicKey(const QString &file);

private:
    struct Secret;
    SigningKey() = default;
    static Result<SigningKey> read(const QString &file);

    std::shared_ptr<const Secret> m_secret;
    QByteArray m_publicKey;
};

} // namespace lepto
