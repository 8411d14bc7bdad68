#include "core/base/signing_key.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lepto {

struct SigningKey::Secret {
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> bytes{};
    ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
};

namespace {

constexpr qsizetype seedBytes = crypto_sign_SEEDBYTES;

QString tr(const char *text) { return QCoreApplication::translate("SigningKey", text); }

Error failure(ErrorCode code, const QString &file, const QString &reason) { return Error{code, utf8(file), utf8(reason)}; }

Error systemFailure(const QString &file)
{
    return Error{ErrorCode::Unavailable, utf8(file), std::strerror(errno)};
}

bool isPlainName(const QString &name)
{
    static const QByteArray allowed("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    const QByteArray bytes = name.toUtf8();
    return !bytes.isEmpty() && bytes.size() <= 64
        && std::all_of(bytes.begin(), bytes.end(), [](char c) { return allowed.contains(c); });
}

/// Writes a new file with its final mode and makes it durable before it gets its name. An existing name wins.
bool writeOnce(const QString &file, const QByteArray &text, mode_t mode)
{
    const QByteArray path = QFile::encodeName(file);
    const QByteArray temporary = path + ".new-" + QByteArray::number(qlonglong(getpid()));
    unlink(temporary.constData());
    const int fd = open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0)
        return false;
    bool good = write(fd, text.constData(), size_t(text.size())) == text.size() && fsync(fd) == 0;
    good = close(fd) == 0 && good;
    good = good && (link(temporary.constData(), path.constData()) == 0 || errno == EEXIST);
    unlink(temporary.constData());
    return good;
}

void syncFolder(const QString &folder)
{
    const int fd = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

Result<void> makeKeyFile(const QString &file, const QString &folder)
{
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    randombytes_buf(seed.data(), seed.size());
    QByteArray text = QByteArray::fromRawData(reinterpret_cast<const char *>(seed.data()), seedBytes).toHex() + '\n';
    const bool written = writeOnce(file, text, 0600);
    sodium_memzero(text.data(), size_t(text.size()));
    sodium_memzero(seed.data(), seed.size());
    if (!written)
        return systemFailure(file);
    syncFolder(folder);
    return {};
}

} // namespace

Result<SigningKey> SigningKey::loadOrCreate(const QString &folder, const QString &name)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal, name, tr("the cryptographic library does not start"));
    if (!isPlainName(name))
        return failure(ErrorCode::BadInput, oneLine(name, 80), tr("a key name has letters, digits, '-' and '_' only"));
    const QString file = folder + QLatin1Char('/') + name + QStringLiteral(".key");
    if (!QFile::exists(file)) {
        if (const auto made = makeKeyFile(file, folder); !made)
            return made.error();
    }
    auto key = read(file);
    const QString publicFile = folder + QLatin1Char('/') + name + QStringLiteral(".pub");
    if (key && !QFile::exists(publicFile) && !writeOnce(publicFile, key->publicKey().toHex() + '\n', 0644))
        return systemFailure(publicFile);
    return key;
}

Result<SigningKey> SigningKey::read(const QString &file)
{
    const int fd = open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return systemFailure(file);
    struct stat info{};
    QFile in;
    if (fstat(fd, &info) != 0 || !in.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        close(fd);
        return systemFailure(file);
    }
    if (!S_ISREG(info.st_mode) || info.st_uid != geteuid() || (info.st_mode & 077) != 0)
        return failure(ErrorCode::Refused, file, tr("the key must belong to you and be readable by you alone (chmod 600)"));
    QByteArray text = in.read(4096).trimmed();
    QByteArray seed = QByteArray::fromHex(text);
    const bool good = seed.size() == seedBytes && text.size() == 2 * seedBytes;
    sodium_memzero(text.data(), size_t(text.size()));
    if (!good)
        return failure(ErrorCode::Damaged, file, tr("this is not a key file"));
    SigningKey key;
    auto secret = std::make_shared<Secret>();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey{};
    crypto_sign_seed_keypair(publicKey.data(), secret->bytes.data(), reinterpret_cast<const unsigned char *>(seed.constData()));
    sodium_memzero(seed.data(), size_t(seed.size()));
    key.m_secret = std::move(secret);
    key.m_publicKey = QByteArray(reinterpret_cast<const char *>(publicKey.data()), qsizetype(publicKey.size()));
    return key;
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char *>(message.constData()), static_cast<unsigned long long>(message.size()),
                         m_secret->bytes.data());
    return signature;
}

bool SigningKey::verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    if (signature.size() != qsizetype(crypto_sign_BYTES) || publicKey.size() != qsizetype(crypto_sign_PUBLICKEYBYTES))
        return false;
    return crypto_sign_verify_detached(reinterpret_cast<const unsigned char *>(signature.constData()),
                                       reinterpret_cast<const unsigned char *>(message.constData()),
                                       static_cast<unsigned long long>(message.size()),
                                       reinterpret_cast<const unsigned char *>(publicKey.constData()))
        == 0;
}

QString SigningKey::fingerprintOf(const QByteArray &publicKey)
{
    return QString::fromLatin1(QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).left(16).toHex());
}

Result<QByteArray> SigningKey::readPublicKey(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file, in.errorString());
    const QByteArray text = in.read(4096).trimmed();
    const QByteArray key = QByteArray::fromHex(text);
    if (key.size() != qsizetype(crypto_sign_PUBLICKEYBYTES) || text.size() != 2 * key.size())
        return failure(ErrorCode::Damaged, file, tr("this is not a public key file"));
    return key;
}

} // namespace lepto
