#include "core/base/signing_key.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using lepto::ErrorCode;
using lepto::SigningKey;

class TestSigningKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewKeyIsPrivateAndComesBackTheSame()
    {
        QTemporaryDir folder;
        const auto made = SigningKey::loadOrCreate(folder.path(), QStringLiteral("models"));
        QVERIFY(made);
        const auto mode = QFile::permissions(folder.filePath(QStringLiteral("models.key")));
        QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        const auto again = SigningKey::loadOrCreate(folder.path(), QStringLiteral("models"));
        QVERIFY(again);
        QCOMPARE(again->publicKey(), made->publicKey());
        QCOMPARE(again->fingerprint().size(), 32);
        const auto published = SigningKey::readPublicKey(folder.filePath(QStringLiteral("models.pub")));
        QVERIFY(published);
        QCOMPARE(*published, made->publicKey());
    }

    void onlyTheSignedBytesVerify()
    {
        QTemporaryDir folder;
        const auto key = SigningKey::loadOrCreate(folder.path(), QStringLiteral("k"));
        const auto other = SigningKey::loadOrCreate(folder.path(), QStringLiteral("other"));
        QVERIFY(key && other);
        const QByteArray signature = key->sign("restart checkout");
        QCOMPARE(signature.size(), 64);
        QVERIFY(SigningKey::verify("restart checkout", signature, key->publicKey()));
        QVERIFY(!SigningKey::verify("restart checkout ", signature, key->publicKey()));
        QVERIFY(!SigningKey::verify("restart checkout", signature, other->publicKey()));
        QVERIFY(!SigningKey::verify("restart checkout", signature.left(63), key->publicKey()));
        QVERIFY(!SigningKey::verify("restart checkout", signature, QByteArray()));
    }

    void aKeyThatOthersCanReadIsRefused()
    {
        QTemporaryDir folder;
        QVERIFY(SigningKey::loadOrCreate(folder.path(), QStringLiteral("k")));
        QFile::setPermissions(folder.filePath(QStringLiteral("k.key")), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        const auto key = SigningKey::loadOrCreate(folder.path(), QStringLiteral("k"));
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::Refused);
    }

    void aBrokenKeyFileIsDamagedAndLeftAlone()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("k.key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("abcdef");
        file.close();
        QFile::setPermissions(file.fileName(), QFile::ReadOwner | QFile::WriteOwner);
        const auto key = SigningKey::loadOrCreate(folder.path(), QStringLiteral("k"));
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::Damaged);
        QCOMPARE(file.size(), 6);
    }

    void aNameCannotLeaveTheFolder()
    {
        QTemporaryDir folder;
        const auto key = SigningKey::loadOrCreate(folder.path(), QStringLiteral("../k"));
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestSigningKey)
#include "tst_signing_key.moc"
