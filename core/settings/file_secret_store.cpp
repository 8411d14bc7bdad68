#include "core/settings/file_secret_store.h"

namespace lepto {

namespace {

template <typename T>
void later(QObject *context, SecretStore::Answer<T> answer, Result<T> result)
{
    QMetaObject::invokeMethod(context, [answer = std::move(answer), result = std::move(result)] { answer(result); }, Qt::QueuedConnection);
}

} // namespace

FileSecretStore::FileSecretStore(const QString &folder, QObject *parent)
    : SecretStore(parent)
    , m_vault(folder)
{
}

void FileSecretStore::read(const QString &name, QObject *context, Answer<QString> answer)
{
    later(context, std::move(answer), m_vault.read(name));
}

void FileSecretStore::write(const QString &name, const QString &secret, QObject *context, Answer<void> answer)
{
    later(context, std::move(answer), m_vault.write(name, secret));
}

void FileSecretStore::remove(const QString &name, QObject *context, Answer<void> answer)
{
    later(context, std::move(answer), m_vault.remove(name));
}

} // namespace lepto
