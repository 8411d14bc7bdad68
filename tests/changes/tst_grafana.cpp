#include "core/changes/annotation_writer.h"
#include "core/changes/change_intake.h"
#include "core/changes/grafana_source.h"
#include "core/settings/file_secret_store.h"
#include "core/sources/connection_test.h"
#include "tests/changes/change_words.h"
#include "tests/support/fake_grafana.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using namespace lepto::test;
using Code = SourceState::Code;

namespace {

SourceConfig config(const FakeGrafana &grafana)
{
    SourceConfig out;
    out.name = QStringLiteral("graf");
    out.kind = SourceConfig::Kind::Grafana;
    out.url = grafana.url() + u'/';
    out.intervalMs = 200;
    out.timeoutMs = 1500;
    return out;
}

const QString kToken = QLatin1String(FakeGrafana::token);

TimeMs now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QJsonObject annotation(TimeMs time, const char *text, const QStringList &tags = {}, TimeMs end = 0)
{
    QJsonObject out { { QStringLiteral("time"), qint64(time) }, { QStringLiteral("text"), QString::fromUtf8(text) }, { QStringLiteral("tags"), QJsonArray::fromStringList(tags) } };
    if (end)
        out.insert(QStringLiteral("timeEnd"), qint64(end));
    return out;
}

HttpFixture::Reply status(int code, const QByteArray &body = {})
{
    HttpFixture::Reply reply;
    reply.status = code;
    reply.body = body;
    return reply;
}

/// The writer with its database; `open` is its gate.
struct Desk {
    QTemporaryDir folder;
    FixedClock clock { 7000 };
    std::unique_ptr<OpsDatabase> db = std::move(*OpsDatabase::open(folder.filePath(QStringLiteral("ops.db"))));
    AuditLog audit { *db, *SigningKey::loadOrCreate(folder.path(), QStringLiteral("t")), clock, {} };
    ChangeStore store { *db, audit, clock, QStringLiteral("mara") };
    Result<void> open;
    AnnotationWriter writer { *db, audit, clock, QStringLiteral("mara"), QStringLiteral("ab12"), [this] { return open; } };

    QString push(const FakeGrafana &grafana, const QString &text, TimeMs to = 0, const QString &token = kToken)
    {
        GrafanaClient client(config(grafana), token);
        QString said;
        writer.push(client, QStringLiteral("graf"), { QStringLiteral("INC-1"), { 5000, to, { QStringLiteral("incident") }, text } },
            [&](const Result<AnnotationWriter::Written> &written) {
                said = written ? nameOf(written->outcome) + u' ' + QString::number(written->id) : qstr(written.error());
            });
        (void)QTest::qWaitFor([&] { return !said.isEmpty(); }, 8000);
        return said;
    }
};

} // namespace

class TestGrafana : public QObject {
    Q_OBJECT

    /// What a source says of one answer.
    QString reasonFor(const HttpFixture::Reply &fault, const QString &token = kToken)
    {
        FakeGrafana grafana;
        if (fault.status != 200 || !fault.body.isEmpty() || fault.delayMs || fault.endless || fault.cut)
            grafana.setFault(fault);
        GrafanaSource source(config(grafana), token);
        source.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Failed, 8000); }();
        return source.state().reason.section(QStringLiteral(": "), 1);
    }

private Q_SLOTS:
    void annotationsBecomeChanges()
    {
        FakeGrafana grafana;
        const TimeMs at = now() - 60'000;
        grafana.add(annotation(at, "cart 2\nby <b>noor</b>", { QStringLiteral("deploy"), QStringLiteral("service:cart") }));
        grafana.add(annotation(at, "long", {}, at + 30'000));
        grafana.add(annotation(at, "mine", { ownAnnotationTag }));
        GrafanaSource source(config(grafana), kToken);
        QSignalSpy spy(&source, &GrafanaSource::found);
        source.start();
        QTRY_COMPARE(source.state().code, Code::Live);
        QCOMPARE(source.state().series, 2);
        const auto changes = spy.value(0).value(1).value<std::vector<Change>>();
        QCOMPARE(printed(changes), QStringLiteral("%1..%2 long /2 by admin\n%1 cart 2 [deploy,service:cart] {service=\"cart\"} /1 by admin: cart 2|by <b>noor</b>").arg(at).arg(at + 30'000));
        const QByteArray target = grafana.requests().front().target;
        QVERIFY2(target.startsWith("/grafana/api/annotations?from=") && target.contains("&type=annotation&limit=1000"), target.constData());
    }

    void theTagsOfTheConfigurationAreAsked()
    {
        FakeGrafana grafana;
        grafana.add(annotation(now(), "a", { QStringLiteral("deploy & run"), QStringLiteral("eu") }));
        grafana.add(annotation(now(), "b", { QStringLiteral("eu") }));
        SourceConfig tagged = config(grafana);
        tagged.query = QStringLiteral("deploy & run, eu");
        GrafanaSource source(tagged, kToken);
        source.start();
        QTRY_COMPARE(source.state().code, Code::Live);
        QCOMPARE(source.state().series, 1);
    }

    void aWindowThatIsFullIsAskedForInHalves()
    {
        FakeGrafana grafana;
        const TimeMs at = now() - 40'000;
        for (int i = 0; i < 2500; ++i)
            grafana.add(annotation(at - i * 900'000LL, "d"));
        Desk desk;
        GrafanaSource source(config(grafana), kToken);
        connect(&source, &GrafanaSource::found, &source, [&](const QString &name, const std::vector<Change> &changes) { QVERIFY(desk.store.take(name, changes)); });
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Live, 10'000);
        QCOMPARE(desk.store.list({ .labels = {}, .tags = {}, .source = {}, .limit = 9000 })->size(), 2500u);
    }

    void everythingInOneInstantIsSaidToBePartial()
    {
        FakeGrafana grafana;
        const TimeMs at = now() - 40'000;
        for (int i = 0; i < 1001; ++i)
            grafana.add(annotation(at, "d"));
        GrafanaSource source(config(grafana), kToken);
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state().code, Code::Partial, 10'000);
        QCOMPARE(source.state().reason, QStringLiteral("there are more annotations than Grafana lists at once"));
    }

    void whatIsWrongIsSaidInOneSentence()
    {
        QCOMPARE(reasonFor({}, QStringLiteral("wrong")), QStringLiteral("Grafana does not accept the token or password (401): Invalid API key"));
        QCOMPARE(reasonFor(status(500, R"({"message":"Failed to get annotations"})")), QStringLiteral("the server answers 500: Failed to get annotations"));
        QCOMPARE(reasonFor(status(503)), QStringLiteral("the server is not ready (503)"));
        QCOMPARE(reasonFor(status(404, R"({"message":"Not found"})")), QStringLiteral("Grafana knows no such thing (404); check the path of the address: Not found"));
        QCOMPARE(reasonFor(status(200, "<!DOCTYPE html>")), QStringLiteral("the answer is no JSON, this is not Grafana's API; check the path of the address"));
        QCOMPARE(reasonFor(status(200, "{}")), QStringLiteral("the answer is no list of annotations"));
        QCOMPARE(reasonFor(status(200, "[{\"id\":1}]")), QStringLiteral("an annotation has no number or no time"));
        QCOMPARE(reasonFor(status(200, "[7,null,\"x\"]")), QStringLiteral("an annotation has no number or no time"));
        HttpFixture::Reply away = status(302);
        away.headers = { { "Location", "http://evil.example/login" } };
        QVERIFY(reasonFor(away).startsWith(QStringLiteral("the server sends us to http://evil.example/login, which is not followed")));
    }

    void slowEndlessAndCutAnswersEnd()
    {
        HttpFixture::Reply slow, endless, cut = status(200, "[{\"id\":1,\"time\":1e12}]");
        slow.delayMs = -1;
        endless.endless = true;
        cut.cut = true;
        QCOMPARE(reasonFor(slow), QStringLiteral("no answer within 1.5 seconds"));
        const QString said = reasonFor(endless);
        QVERIFY2(said.contains(QStringLiteral("larger than")) || said.contains(QStringLiteral("within")), qPrintable(said));
        QVERIFY(!reasonFor(cut).isEmpty());
    }

    void anAnnotationIsCreatedOnceAndChangedAfterwards()
    {
        FakeGrafana grafana;
        Desk desk;
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")), QStringLiteral("created 1"));
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")), QStringLiteral("unchanged 1"));
        QCOMPARE(desk.push(grafana, QStringLiteral("slow"), 9000), QStringLiteral("changed 1"));
        QCOMPARE(grafana.count("POST") + 10 * grafana.count("PATCH"), 11);
        const QJsonObject kept = grafana.annotations().at(1);
        QCOMPARE(kept[u"timeEnd"].toInteger(), 9000);
        QCOMPARE(kept[u"tags"].toArray().toVariantList(), QVariantList({ QStringLiteral("leptoscope"), QStringLiteral("leptoscope:ab12:INC-1"), QStringLiteral("incident") }));
        const std::vector<AuditEntry> leaves = *desk.audit.entries(0, 9);
        QCOMPARE(leaves.size(), 2u);
        QCOMPARE(leaves[0].type + u' ' + leaves[0].subject + u' ' + leaves[0].detail[u"outcome"].toString(), QStringLiteral("grafana.annotate INC-1 changed"));
        grafana.removeAnnotation(1);
        QCOMPARE(desk.push(grafana, QStringLiteral("slow again")), QStringLiteral("created 2"));
    }

    void aLostAnswerLeavesNoSecondAnnotation()
    {
        FakeGrafana grafana;
        Desk desk;
        HttpFixture::Reply lost;
        lost.delayMs = -1;
        grafana.setFault(lost, true);
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")).section(QStringLiteral(": "), 1), QStringLiteral("no answer within 1.5 seconds"));
        QCOMPARE(grafana.annotations().size(), 1u);
        grafana.clearFault();
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")), QStringLiteral("changed 1"));
        QCOMPARE(grafana.annotations().size(), 1u);
    }

    void aConnectionThatIsCutDoesNotRepeatAPost()
    {
        FakeGrafana grafana;
        Desk desk;
        HttpFixture::Reply cut;
        cut.raw = " "; // closed before the answer begins, where Qt would send again
        grafana.setFault(cut, true);
        QVERIFY(!desk.push(grafana, QStringLiteral("slow")).startsWith(QStringLiteral("created")));
        QCOMPARE(grafana.count("POST"), 1);
    }

    void aReadOnlyConsoleOrTokenWritesNothing()
    {
        FakeGrafana grafana;
        Desk desk;
        desk.open = Error { ErrorCode::Refused, "the console", "is read-only" };
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")), QStringLiteral("the console: is read-only"));
        QVERIFY(grafana.requests().isEmpty());
        desk.open = {};
        const QString said = desk.push(grafana, QStringLiteral("slow"), 0, QLatin1String(FakeGrafana::readOnlyToken));
        QVERIFY2(said.contains(QStringLiteral("the token's role may not do this in Grafana (403)")), qPrintable(said));
        QCOMPARE(desk.push(grafana, QStringLiteral("slow")), QStringLiteral("created 1"));
        QCOMPARE(grafana.count("GET"), 0); // a refusal is certain, nothing has to be looked for
    }

    void theConnectionTestKnowsGrafana()
    {
        FakeGrafana grafana;
        const auto run = [&](const QString &token) {
            QStringList out;
            ConnectionTest test(config(grafana), token);
            connect(&test, &ConnectionTest::stepFinished, &test, [&](const TestStep &step) { out.append(testStepText(step.code) + u' ' + QString::number(int(step.how))); });
            QSignalSpy end(&test, &ConnectionTest::finished);
            test.start();
            (void)QTest::qWaitFor([&] { return end.count() > 0; }, 8000);
            return out.join(u' ');
        };
        QCOMPARE(run(kToken), QStringLiteral("address 0 name 3 connect 0 access 0 answer 0 clock 3"));
        QCOMPARE(run(QStringLiteral("wrong")), QStringLiteral("address 0 name 3 connect 0 access 2"));
    }

    void theIntakeFollowsTheSettings()
    {
        FakeGrafana grafana;
        grafana.add(annotation(now(), "from grafana"));
        Desk desk;
        Settings settings(desk.folder.filePath(QStringLiteral("settings.json")));
        FileSecretStore secrets(desk.folder.path());
        secrets.write(QStringLiteral("graf-token"), kToken, this, [](const Result<void> &) {});
        SourceConfig source = config(grafana);
        source.secretRef = QStringLiteral("graf-token");
        QVERIFY(settings.setSources({ source }));
        ChangeIntake intake(desk.store, settings, secrets);
        intake.start();
        intake.start();
        const auto stored = [&] { return printed(*desk.store.list({})); };
        QTRY_VERIFY(stored().contains(QStringLiteral("from grafana graf/1")));
        QCOMPARE(intake.states().at(0).code, Code::Live);
        QFile file(desk.folder.filePath(QStringLiteral("c.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"title\":\"from file\",\"time\":1000000000000}\n");
        file.close();
        QVERIFY(settings.set(QStringLiteral("changes.path"), file.fileName()));
        QTRY_VERIFY(stored().contains(QStringLiteral("from file file/")));
        QVERIFY(settings.setSources({}));
        QVERIFY(intake.states().empty());
        QCOMPARE(intake.webhookPort(), 0); // off until asked for
    }

    void aWebhookWithoutTokenOrPortIsAProblemAndIsTriedAgain()
    {
        Desk desk;
        Settings settings(desk.folder.filePath(QStringLiteral("settings.json")));
        FileSecretStore secrets(desk.folder.path());
        ChangeIntake intake(desk.store, settings, secrets);
        QSignalSpy problems(&intake, &ChangeIntake::problem);
        intake.start();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, 0));
        QVERIFY(settings.set(QStringLiteral("changes.webhookPort"), other.serverPort()));
        QVERIFY(settings.set(QStringLiteral("changes.webhook"), true));
        QTRY_COMPARE(problems.count(), 1);
        secrets.write(ChangeIntake::webhookSecret, QStringLiteral("0123456789abcdef"), this, [](const Result<void> &) {});
        QTest::qWait(50);
        intake.retry();
        QTRY_VERIFY(intake.webhookProblem().endsWith(QStringLiteral("the port of the webhook is in use by another program")));
        other.close();
        intake.retry();
        QTRY_VERIFY(intake.webhookPort() > 0);
        QVERIFY(intake.webhookProblem().isEmpty());
        QVERIFY(settings.set(QStringLiteral("changes.webhook"), false));
        QCOMPARE(intake.webhookPort(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGrafana)
#include "tst_grafana.moc"
