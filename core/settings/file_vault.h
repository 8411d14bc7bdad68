#pragma once

#include "ml/base/result.h"

#include <QMap>
#include <QString>

namespace lepto {

/// Secrets in one file, libsodium secretbox, with a random key in a second file; both 0600.
/// `secrets.vault` = "LEPTOVAULT1\n" + 24 bytes nonce + box of a JSON object. Reads the file at every call: several processes may share it.
class FileVault {
public:
    explicit FileVault(const QString &folder);

    Result<QString> read(const QString &name) const;
    Result<void> write(const QString &name, const QString &secret);
    Result<void> remove(const QString &name);

private:
    using Secrets = QMap<QString, QString>;
    Result<Secrets> load() const;
    Result<void> save(const Secrets &secrets) const;
    Result<QByteArray> key(bool create) const;

    QString m_vaultFile;
    QString m_keyFile;
};

} // namespace lepto
