#pragma once

#include "core/settings/file_secret_store.h"

namespace lepto {

/// Secrets in the desktop's keychain. Where none answers, and for secrets stored while none did, the file vault serves.
class KeychainSecretStore final : public SecretStore {
    Q_OBJECT
public:
    explicit KeychainSecretStore(const QString &folder, QObject *parent = nullptr);

    Place place() const override { return m_place; }
    void read(const QString &name, QObject *context, Answer<QString> answer) override;
    void write(const QString &name, const QString &secret, QObject *context, Answer<void> answer) override;
    void remove(const QString &name, QObject *context, Answer<void> answer) override;

private:
    FileSecretStore m_file;
    Place m_place = Place::Unknown;
};

} // namespace lepto
