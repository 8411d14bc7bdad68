#include "core/settings/file_vault.h"

#include "core/base/save_file.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <sodium.h>

namespace lepto {

namespace {

const QByteArray magic = QByteArrayLiteral("LEPTOVAULT1\n");
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 maxVaultBytes = 4 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FileVault)
};

Error failed(ErrorCode code, const QString &file, const QString &reason)
{
    return { code, utf8(file), utf8(reason) };
}

Result<void> writePrivately(const QString &path, const QByteArray &bytes)
{
    if (const auto saved = saveFile(path, bytes); !saved)
        return failed(saved.error().code, path, Words::tr("secrets cannot be written: %1").arg(qstr(saved.error().reason)));
    return {};
}

bool othersMayRead(const QFile &file)
{
    return file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther);
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace

FileVault::FileVault(const QString &folder)
    : m_vaultFile(folder + QStringLiteral("/secrets.vault"))
    , m_keyFile(folder + QStringLiteral("/secrets.key"))
{
}

Result<QByteArray> FileVault::key(bool create) const
{
    if (sodium_init() < 0)
        return failed(ErrorCode::Internal, m_keyFile, Words::tr("libsodium does not start"));
    QFile file(m_keyFile);
    if (!file.exists() && create) {
        QByteArray fresh(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
        crypto_secretbox_keygen(raw(fresh));
        if (auto written = writePrivately(m_keyFile, fresh); !written)
            return written.error();
    }
    if (!file.open(QIODevice::ReadOnly))
        return failed(ErrorCode::Unavailable, m_keyFile, Words::tr("the key of the secrets cannot be read: %1").arg(file.errorString()));
    if (othersMayRead(file))
        return failed(ErrorCode::Refused, m_keyFile, Words::tr("the key of the secrets is open to other users; set its mode to 0600"));
    const QByteArray bytes = file.readAll();
    if (bytes.size() != crypto_secretbox_KEYBYTES)
        return failed(ErrorCode::Damaged, m_keyFile, Words::tr("the key of the secrets has the wrong length"));
    return bytes;
}

Result<FileVault::Secrets> FileVault::load() const
{
    QFile file(m_vaultFile);
    if (!file.exists())
        return Secrets();
    const auto secret = key(false);
    if (!secret)
        return secret.error();
    if (!file.open(QIODevice::ReadOnly))
        return failed(ErrorCode::Unavailable, m_vaultFile, Words::tr("secrets cannot be read: %1").arg(file.errorString()));
    const QByteArray bytes = file.read(maxVaultBytes);
    const qsizetype head = magic.size() + crypto_secretbox_NONCEBYTES;
    if (!bytes.startsWith(magic) || bytes.size() < head + qsizetype(crypto_secretbox_MACBYTES))
        return failed(ErrorCode::Damaged, m_vaultFile, Words::tr("this is not a file of secrets"));
    QByteArray plain(bytes.size() - head - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(raw(plain), raw(bytes) + head, quint64(bytes.size() - head), raw(bytes) + magic.size(), raw(*secret)) != 0)
        return failed(ErrorCode::Damaged, m_vaultFile, Words::tr("the secrets do not open with their key; the file was changed or the key replaced"));
    Secrets out;
    const QJsonObject object = QJsonDocument::fromJson(plain).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), it.value().toString());
    sodium_memzero(plain.data(), size_t(plain.size()));
    return out;
}

Result<void> FileVault::save(const Secrets &secrets) const
{
    const auto secret = key(true);
    if (!secret)
        return secret.error();
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        object.insert(it.key(), it.value());
    QByteArray plain = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized);
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(raw(box), raw(plain), quint64(plain.size()), raw(nonce), raw(*secret));
    sodium_memzero(plain.data(), size_t(plain.size()));
    return writePrivately(m_vaultFile, magic + nonce + box);
}

Result<QString> FileVault::read(const QString &name) const
{
    const auto secrets = load();
    if (!secrets)
        return secrets.error();
    const auto it = secrets->find(name);
    if (it == secrets->end())
        return failed(ErrorCode::NotFound, oneLine(name, 100), Words::tr("no secret of this name is stored"));
    return *it;
}

Result<void> FileVault::write(const QString &name, const QString &secret)
{
    QLockFile lock(m_vaultFile + QStringLiteral(".lock"));
    if (!lock.tryLock(2000))
        return failed(ErrorCode::Conflict, m_vaultFile, Words::tr("another program is writing the secrets"));
    auto secrets = load();
    if (!secrets)
        return secrets.error();
    secrets->insert(name, secret);
    return save(*secrets);
}

Result<void> FileVault::remove(const QString &name)
{
    QLockFile lock(m_vaultFile + QStringLiteral(".lock"));
    if (!lock.tryLock(2000))
        return failed(ErrorCode::Conflict, m_vaultFile, Words::tr("another program is writing the secrets"));
    auto secrets = load();
    if (!secrets)
        return secrets.error();
    return secrets->remove(name) > 0 ? save(*secrets) : Result<void>();
}

} // namespace lepto
