#include "core/base/text.h"
#include "core/settings/file_vault.h"
#include "core/settings/secret_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace lepto;

class TestSecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretComesBackAndTheFileDoesNotShowIt()
    {
        QTemporaryDir folder;
        FileVault vault(folder.path());
        QVERIFY(vault.write(QStringLiteral("prom-ro"), QStringLiteral("hunter2 ünïcode")));
        QCOMPARE(*FileVault(folder.path()).read(QStringLiteral("prom-ro")), QStringLiteral("hunter2 ünïcode"));
        QFile file(folder.filePath(QStringLiteral("secrets.vault")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("hunter2"));
        QVERIFY(!bytes.contains("prom-ro"));
        for (const char *name : { "secrets.vault", "secrets.key" }) {
            const auto mode = QFile::permissions(folder.filePath(QLatin1String(name)));
            QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        }
    }

    void absentSecretIsNotFound()
    {
        QTemporaryDir folder;
        const auto result = FileVault(folder.path()).read(QStringLiteral("x"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QCOMPARE(qstr(result.error()), QStringLiteral("x: no secret of this name is stored"));
    }

    void aChangedByteIsDamageNotASecret()
    {
        QTemporaryDir folder;
        FileVault vault(folder.path());
        QVERIFY(vault.write(QStringLiteral("a"), QStringLiteral("b")));
        QFile file(folder.filePath(QStringLiteral("secrets.vault")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[bytes.size() - 1] = char(bytes.back() ^ 1);
        file.seek(0);
        file.write(bytes);
        file.close();
        const auto result = vault.read(QStringLiteral("a"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Damaged);
        QVERIFY(!vault.write(QStringLiteral("c"), QStringLiteral("d"))); // nothing is lost by overwriting
    }

    void keyOpenToOthersIsRefused()
    {
        QTemporaryDir folder;
        FileVault vault(folder.path());
        QVERIFY(vault.write(QStringLiteral("a"), QStringLiteral("b")));
        QFile::setPermissions(folder.filePath(QStringLiteral("secrets.key")), QFile::ReadOwner | QFile::ReadOther);
        const auto result = vault.read(QStringLiteral("a"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Refused);
    }

    void storeServesWithoutAKeychain()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        QTemporaryDir folder;
        const auto store = openSecretStore(folder.path());
        std::optional<Result<void>> written, removed;
        std::optional<Result<QString>> read, gone;
        store->write(QStringLiteral("n"), QStringLiteral("s"), this, [&](Result<void> r) { written = r; });
        QTRY_VERIFY_WITH_TIMEOUT(written, 10'000);
        QVERIFY(*written);
        store->read(QStringLiteral("n"), this, [&](Result<QString> r) { read = r; });
        QTRY_VERIFY_WITH_TIMEOUT(read, 10'000);
        QCOMPARE(read->value(), QStringLiteral("s"));
        QCOMPARE(store->place(), SecretStore::Place::File);
        store->remove(QStringLiteral("n"), this, [&](Result<void> r) { removed = r; });
        QTRY_VERIFY_WITH_TIMEOUT(removed, 10'000);
        store->read(QStringLiteral("n"), this, [&](Result<QString> r) { gone = r; });
        QTRY_VERIFY_WITH_TIMEOUT(gone, 10'000);
        QVERIFY(!*gone);
    }

    void answerDiesWithItsContext()
    {
        QTemporaryDir folder;
        const auto store = openSecretStore(folder.path());
        bool called = false;
        auto *context = new QObject;
        store->read(QStringLiteral("n"), context, [&](Result<QString>) { called = true; });
        delete context;
        QTest::qWait(200);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
