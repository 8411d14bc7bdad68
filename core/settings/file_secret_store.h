#pragma once

#include "core/settings/file_vault.h"
#include "core/settings/secret_store.h"

namespace lepto {

/// Secrets in the file vault, for machines without a keychain (servers, containers, ssh sessions).
class FileSecretStore final : public SecretStore {
    Q_OBJECT
public:
    explicit FileSecretStore(const QString &folder, QObject *parent = nullptr);

    Place place() const override { return Place::File; }
    void read(const QString &name, QObject *context, Answer<QString> answer) override;
    void write(const QString &name, const QString &secret, QObject *context, Answer<void> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;

private:
    FileVault m_vault;
};

} // namespace lepto
