#include "core/settings/keychain_secret_store.h"

#ifdef LEPTOSCOPE_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <QPointer>

namespace lepto {

#ifdef LEPTOSCOPE_KEYCHAIN

namespace {

const QString service = QStringLiteral("leptoscope");

template <typename Job>
Job *newJob(const QString &name)
{
    auto *job = new Job(service); // deletes itself when it has answered
    job->setKey(name);
    job->setInsecureFallback(false);
    return job;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &folder, QObject *parent)
    : SecretStore(parent)
    , m_file(folder)
{
}

void KeychainSecretStore::read(const QString &name, QObject *context, Answer<QString> answer)
{
    auto *job = newJob<QKeychain::ReadPasswordJob>(name);
    QPointer<QObject> alive(context);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, alive, answer] {
        if (!alive)
            return;
        m_place = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound ? Place::Keychain : Place::File;
        if (job->error() == QKeychain::NoError)
            answer(job->textData());
        else
            m_file.read(name, alive, answer);
    });
    job->start();
}

void KeychainSecretStore::write(const QString &name, const QString &secret, QObject *context, Answer<void> answer)
{
    auto *job = newJob<QKeychain::WritePasswordJob>(name);
    job->setTextData(secret);
    QPointer<QObject> alive(context);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, secret, alive, answer] {
        if (!alive)
            return;
        m_place = job->error() == QKeychain::NoError ? Place::Keychain : Place::File;
        if (m_place == Place::Keychain)
            answer(Result<void>());
        else
            m_file.write(name, secret, alive, answer);
    });
    job->start();
}

void KeychainSecretStore::remove(const QString &name, QObject *context, Answer<void> answer)
{
    auto *job = newJob<QKeychain::DeletePasswordJob>(name);
    QPointer<QObject> alive(context);
    connect(job, &QKeychain::Job::finished, this, [this, name, alive, answer] {
        if (alive)
            m_file.remove(name, alive, answer); // it may lie there from a time without a keychain
    });
    job->start();
}

std::unique_ptr<SecretStore> openSecretStore(const QString &folder, QObject *parent)
{
    return std::make_unique<KeychainSecretStore>(folder, parent);
}

#else

std::unique_ptr<SecretStore> openSecretStore(const QString &folder, QObject *parent)
{
    return std::make_unique<FileSecretStore>(folder, parent);
}

#endif

} // namespace lepto
