#include "core/base/text.h"
#include "core/settings/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;

class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    void write(const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QByteArray read()
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void twoHoldersOfOneFileLoseNothing()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("settings.json"));
        Settings engine(file), window(file);
        SourceConfig host;
        host.name = QStringLiteral("this-host");
        QVERIFY(engine.setSources({ host }));
        QVERIFY(window.set(QLatin1String(setting::theme.key), QStringLiteral("dark")));
        QVERIFY(engine.set(QLatin1String(setting::telemetryPort.key), 0));
        const Settings again(file);
        QCOMPARE(again.sources().size(), std::size_t(1));
        QCOMPARE(again.get(setting::theme), QStringLiteral("dark"));
        QCOMPARE(again.get(setting::telemetryPort), 0);
    }

    void init()
    {
        static int n = 0;
        m_file = m_folder.filePath(QStringLiteral("settings-%1.json").arg(++n));
    }

    void missingFileMeansDefaults()
    {
        const Settings settings(m_file);
        QVERIFY(!settings.problem());
        QCOMPARE(settings.get(setting::telemetryPort), 9464);
        QCOMPARE(settings.get(setting::theme), QStringLiteral("system"));
        QVERIFY(!QFile::exists(m_file));
    }

    void everyDefaultIsInsideItsOwnRange()
    {
        QSet<QString> keys;
        for (const SettingInfo &line : settingTable()) {
            const auto checked = checkSetting(line, line.fallback);
            QVERIFY2(checked, qPrintable(line.key));
            QVERIFY2(!keys.contains(line.key), qPrintable(line.key));
            QVERIFY2(*line.doc, qPrintable(line.key));
            keys.insert(line.key);
        }
    }

    void whatWasSetIsReadAgain()
    {
        Settings settings(m_file);
        QSignalSpy spy(&settings, &Settings::changed);
        QVERIFY(settings.set(QStringLiteral("store.retentionDays"), 90));
        QVERIFY(settings.set(QStringLiteral("ui.theme"), QStringLiteral("dark")));
        QCOMPARE(spy.size(), 2);
        const Settings again(m_file);
        QCOMPARE(again.get(setting::retentionDays), 90);
        QCOMPARE(again.get(setting::theme), QStringLiteral("dark"));
        QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void refusedValuesSayWhatIsAllowed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("range") << "telemetry.port" << QVariant(70000) << "telemetry.port: the value must be a whole number from 0 to 65535";
        QTest::newRow("fraction") << "telemetry.port" << QVariant(1.5) << "telemetry.port: the value must be a whole number from 0 to 65535";
        QTest::newRow("nan") << "sources.clockLimitSeconds" << QVariant(qQNaN()) << "sources.clockLimitSeconds: the value must be a number from 0.1 to 3600";
        QTest::newRow("choice") << "ui.theme" << QVariant(QStringLiteral("pink")) << "ui.theme: the value must be one of system, dark, light";
        QTest::newRow("flag") << "telemetry.enabled" << QVariant(QStringLiteral("maybe")) << "telemetry.enabled: the value must be true or false";
        QTest::newRow("key") << "no.such" << QVariant(1) << "no.such: no such setting";
    }
    void refusedValuesSayWhatIsAllowed()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(QString, text);
        Settings settings(m_file);
        const auto result = settings.set(key, value);
        QVERIFY(!result);
        QCOMPARE(qstr(result.error()), text);
    }

    void unknownKeysSurviveAWrite()
    {
        write(R"({"settings":{"future.key":7,"ui.theme":"light"},"window":{"x":1},"sources":[{"name":"new","kind":"graphite"}]})");
        Settings settings(m_file);
        QVERIFY(settings.set(QStringLiteral("ui.density"), QStringLiteral("compact")));
        const QByteArray bytes = QJsonDocument::fromJson(read()).toJson(QJsonDocument::Compact);
        QVERIFY(bytes.contains(R"("future.key":7)"));
        QVERIFY(bytes.contains(R"("window":{"x":1})"));
        QVERIFY(bytes.contains(R"({"kind":"graphite","name":"new"})"));
        QVERIFY(bytes.contains(R"("ui.theme":"light")"));
    }

    void brokenFileIsKeptBesideAndDefaultsAreUsed()
    {
        write("{\"settings\": {\"ui.theme\": ");
        Settings settings(m_file);
        QVERIFY(settings.problem());
        QCOMPARE(settings.problem()->code, ErrorCode::Damaged);
        const QString reason = qstr(settings.problem()->reason);
        QVERIFY2(reason.startsWith(QStringLiteral("the settings are broken (")), qPrintable(reason));
        const QString kept = reason.section(QStringLiteral("kept as "), 1);
        QFile copy(kept);
        QVERIFY2(copy.open(QIODevice::ReadOnly), qPrintable(kept));
        QCOMPARE(copy.readAll(), QByteArray("{\"settings\": {\"ui.theme\": "));
        QCOMPARE(settings.get(setting::theme), QStringLiteral("system"));
    }

    void forbiddenValueInTheFileFallsBackAndIsNamed()
    {
        write(R"({"settings":{"store.retentionDays":-5}})");
        const Settings settings(m_file);
        QCOMPARE(settings.get(setting::retentionDays), 30);
        QVERIFY(settings.problem());
        QCOMPARE(qstr(*settings.problem()),
            QStringLiteral("store.retentionDays: the value must be a whole number from 1 to 3650; the default is used"));
    }

    void sourcesAreKept()
    {
        SourceConfig config;
        config.name = QStringLiteral("prom-fra");
        config.kind = SourceConfig::Kind::Prometheus;
        config.url = QStringLiteral("https://prom.internal/prom");
        config.query = QStringLiteral("{job=\"checkout\"}");
        config.headers.insert(QStringLiteral("X-Scope-OrgID"), QStringLiteral("team"));
        config.secretRef = QStringLiteral("prom-ro");
        config.verifyTls = false;
        Settings settings(m_file);
        QVERIFY(settings.setSources({ config }));
        const Settings again(m_file);
        QCOMPARE(again.sources().size(), std::size_t(1));
        QVERIFY(again.sources()[0] == config);
    }

    void badSourcesAreRefusedWithOneSentence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "" << "p: the address is empty";
        QTest::newRow("file") << "file:///etc/passwd" << "p: the address must begin with http:// or https://";
        QTest::newRow("bare") << "127.0.0.1:9090" << "p: the address is not a URL: 127.0.0.1:9090";
        QTest::newRow("hostless") << "http:///metrics" << "p: the address names no host";
        QTest::newRow("password") << "http://me:pw@host/" << "p: user and password belong into their own fields, not into the address";
    }
    void badSourcesAreRefusedWithOneSentence()
    {
        QFETCH(QString, url);
        QFETCH(QString, text);
        SourceConfig config;
        config.name = QStringLiteral("p");
        config.kind = SourceConfig::Kind::Prometheus;
        config.url = url;
        Settings settings(m_file);
        const auto result = settings.setSources({ config });
        QVERIFY(!result);
        QCOMPARE(qstr(result.error()), text);
        QVERIFY(settings.sources().empty());
    }

    void twoSourcesOfOneNameAreRefused()
    {
        SourceConfig config;
        config.name = QStringLiteral("here");
        Settings settings(m_file);
        const auto result = settings.setSources({ config, config });
        QVERIFY(!result);
        QCOMPARE(qstr(result.error()), QStringLiteral("here: two sources have this name"));
    }

    void unwritableFolderIsOneSentenceAndNothingChanges()
    {
        Settings settings(QStringLiteral("/proc/nowhere/settings.json"));
        QVERIFY(!settings.set(QStringLiteral("ui.theme"), QStringLiteral("dark")));
        QCOMPARE(settings.get(setting::theme), QStringLiteral("system"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
