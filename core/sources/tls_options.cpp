#include "core/sources/tls_options.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace lepto {

namespace {

Error badFile(const QString &file, const char *reason)
{
    return { ErrorCode::BadInput, utf8(file), utf8(QCoreApplication::translate("HttpClient", reason)) };
}

QList<QSslCertificate> certificatesIn(const QString &file)
{
    return QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
}

QSslKey keyIn(const QString &path)
{
    QFile file(path);
    const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(1 << 20) : QByteArray();
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

} // namespace

Result<QSslConfiguration> tlsOptions(const SourceConfig &config)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!config.caFile.isEmpty()) {
        const auto authorities = certificatesIn(config.caFile);
        if (authorities.isEmpty())
            return badFile(config.caFile, QT_TRANSLATE_NOOP("HttpClient", "the file of certificate authorities has no certificate in it"));
        tls.addCaCertificates(authorities);
    }
    if (!config.clientCertFile.isEmpty()) {
        const auto chain = certificatesIn(config.clientCertFile);
        const QSslKey key = keyIn(config.clientKeyFile);
        if (chain.isEmpty())
            return badFile(config.clientCertFile, QT_TRANSLATE_NOOP("HttpClient", "the client certificate cannot be read"));
        if (key.isNull())
            return badFile(config.clientKeyFile, QT_TRANSLATE_NOOP("HttpClient", "the key of the client certificate cannot be read"));
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(key);
    }
    tls.setPeerVerifyMode(config.verifyTls ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    return tls;
}

} // namespace lepto
