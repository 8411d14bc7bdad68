#include "core/changes/change_json.h"
#include "core/changes/change_store.h"
#include "core/changes/posted_changes.h"
#include "core/store/ops_query.h"
#include "tests/changes/change_words.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lepto;
using lepto::test::printed;

namespace {

constexpr TimeMs kNow = 1'795'253'045'134;

/// A data folder with an empty store of changes.
struct Desk {
    QTemporaryDir folder;
    FixedClock clock { kNow };
    std::unique_ptr<OpsDatabase> db = std::move(*OpsDatabase::open(folder.filePath(QStringLiteral("ops.db"))));
    AuditLog audit { *db, *SigningKey::loadOrCreate(folder.path(), QStringLiteral("t")), clock, {} };
    ChangeStore store { *db, audit, clock, QStringLiteral("mara") };

    QString list(const ChangeQuery &query = {}) const
    {
        const auto found = store.list(query);
        return found ? printed(*found) : qstr(found.error());
    }
};

Change deploy(const char *title, TimeMs from, const char *service = "")
{
    Change change;
    change.title = QString::fromUtf8(title);
    change.from = from;
    change.labels = Labels().with("service", service);
    return change;
}

QString posted(const char *body)
{
    const auto read = readPostedChanges(body, kNow);
    return read ? read->source + u'\n' + printed(read->changes) : qstr(read.error());
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEnteredChangeIsKeptWithItsAuditLeaf()
    {
        Desk desk;
        QSignalSpy spy(&desk.store, &ChangeStore::changed);
        const auto added = desk.store.add(deploy("cart 1.4.2", 5000, "cart"));
        QVERIFY(added);
        QCOMPARE(desk.list(), QStringLiteral("5000 cart 1.4.2 {service=\"cart\"} console/1 by mara"));
        QCOMPARE(spy.count(), 1);
        QVERIFY(desk.store.remove(added->id));
        QCOMPARE(desk.list(), QString());
        const std::vector<AuditEntry> leaves = *desk.audit.entries(0, 9);
        QCOMPARE(leaves.size(), 2u);
        QCOMPARE(leaves[0].type + u' ' + leaves[0].subject, QStringLiteral("change.remove CHG-1"));
        QCOMPARE(leaves[1].type, QStringLiteral("change.add"));
        QCOMPARE(desk.store.add(deploy("next", 1))->id, 2); // a number is never given twice
    }

    void aBadChangeIsRefusedWithOneSentence()
    {
        Desk desk;
        const auto reason = [&](Change change) {
            const auto added = desk.store.add(std::move(change));
            return added ? QStringLiteral("taken") : qstr(added.error());
        };
        QCOMPARE(reason(deploy("", 5)), QStringLiteral("change: it has no title"));
        Change reversed = deploy("x", 5);
        reversed.to = 4;
        QCOMPARE(reason(reversed), QStringLiteral("change: it ends before it begins"));
        Change link = deploy("x", 5);
        link.url = QStringLiteral("javascript:alert(1)");
        QCOMPARE(reason(link), QStringLiteral("change: the address must begin with http:// or https://"));
        QCOMPARE(reason(deploy(QByteArray(400, 'x').constData(), 5)), QStringLiteral("change: the title, the text or the list of tags is too long"));
        QCOMPARE(desk.list(), QString());
        QCOMPARE(qstr(desk.store.remove(7).error()), QStringLiteral("CHG-7: there is no such change"));
    }

    void whatASourceBringsAgainIsTakenOnceAndFollowsIt()
    {
        Desk desk;
        Change change = deploy("cart", 5000);
        change.externalId = QStringLiteral("a1");
        QCOMPARE(desk.store.take(QStringLiteral("grafana"), { change, change })->added, 1);
        QSignalSpy spy(&desk.store, &ChangeStore::changed);
        QCOMPARE(desk.store.take(QStringLiteral("grafana"), { change })->known, 1);
        QCOMPARE(spy.count(), 0);
        change.to = 9000;
        QCOMPARE(desk.store.take(QStringLiteral("grafana"), { change })->updated, 1);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(desk.store.take(QStringLiteral("other"), { change })->added, 1);
        QCOMPARE(desk.list(), QStringLiteral("5000..9000 cart other/a1\n5000..9000 cart grafana/a1"));
        QCOMPARE(qstr(desk.store.remove(1).error()), QStringLiteral("CHG-1: it came from grafana and can only be removed there"));
    }

    void aChangeWithoutAnIdentityIsKnownByItsContent()
    {
        Desk desk;
        const Change change = deploy("cart", 5000);
        QCOMPARE(desk.store.take(QStringLiteral("file"), { change })->added, 1);
        QCOMPARE(desk.store.take(QStringLiteral("file"), { change, deploy("cart", 5001) })->added, 1);
    }

    void theListIsAskedByTimeLabelsTagsAndSource()
    {
        Desk desk;
        Change long_ = deploy("maintenance", 1000);
        long_.to = 8000;
        long_.tags = QStringList { QStringLiteral("ops") };
        QVERIFY(desk.store.take(QStringLiteral("a"), { long_, deploy("cart", 5000, "cart"), deploy("shop", 6000, "shop") }));
        QVERIFY(desk.store.add(deploy("own", 7000)));
        const auto titles = [&](const ChangeQuery &query) {
            QStringList out;
            const auto found = desk.store.list(query);
            for (const Change &c : *found)
                out.append(c.title);
            return out.join(u' ');
        };
        QCOMPARE(titles({}), QStringLiteral("own shop cart maintenance"));
        QCOMPARE(titles({ .from = 5500, .to = 6500, .labels = {}, .tags = {}, .source = {} }), QStringLiteral("shop maintenance")); // it goes on inside
        QCOMPARE(titles({ .labels = Labels().with("service", "cart"), .tags = {}, .source = {} }), QStringLiteral("own cart maintenance"));
        QCOMPARE(titles({ .labels = {}, .tags = { QStringLiteral("ops") }, .source = {} }), QStringLiteral("maintenance"));
        QCOMPARE(titles({ .labels = {}, .tags = {}, .source = QStringLiteral("a"), .limit = 2 }), QStringLiteral("shop cart"));
        QVERIFY(desk.store.prune(5500));
        QCOMPARE(titles({}), QStringLiteral("own shop maintenance"));
    }

    void whatAnotherProcessWritesIsNoticed()
    {
        Desk desk;
        auto db = std::move(*OpsDatabase::open(desk.folder.filePath(QStringLiteral("ops.db"))));
        AuditLog audit(*db, *SigningKey::loadOrCreate(desk.folder.path(), QStringLiteral("t")), desk.clock, {});
        ChangeStore other(*db, audit, desk.clock, QStringLiteral("noor"));
        QVERIFY(desk.store.refresh());
        QSignalSpy spy(&desk.store, &ChangeStore::changed);
        QVERIFY(desk.store.refresh());
        QCOMPARE(spy.count(), 0);
        QVERIFY(other.add(deploy("cart", 5)));
        QVERIFY(desk.store.refresh());
        QCOMPARE(spy.count(), 1);
    }

    void hostileTextStaysPlainAndShort()
    {
        Desk desk;
        Change change = deploy("<b>x</b>\r\n\x1b[31m\xe2\x80\xae red", 5);
        change.text = QString(20'000, u'y');
        change.tags = QStringList(100, QStringLiteral("t"));
        change.url = QStringLiteral("file:///etc/passwd");
        QVERIFY(desk.store.take(QStringLiteral("s"), { change }));
        const auto all = desk.store.list({});
        const Change &kept = all->front();
        QVERIFY(!kept.title.contains(u'\x1b') && !kept.title.contains(u'\n') && !kept.title.contains(QChar(0x202e)));
        QCOMPARE(kept.text.size(), change_limit::text);
        QCOMPARE(kept.tags.size(), 1);
        QVERIFY(kept.url.isEmpty());
    }

    void aChangeGoesThroughJsonUnchanged()
    {
        Change change = deploy("cart ü", 5'000'000'000'000, "cart");
        change.to = 5'000'000'001'000;
        change.tags = QStringList { QStringLiteral("a b") };
        change.id = 3;
        change.source = QStringLiteral("s");
        change.externalId = QStringLiteral("e");
        change.url = QStringLiteral("https://ci.example/1");
        change.author = QStringLiteral("noor");
        change.takenAt = kNow;
        QCOMPARE(printed(*changeFromJson(toJson(change), 1)), printed(change));
        QVERIFY(*changeFromJson(toJson(change), 1) == change);
    }

    void timesAreReadAsSourcesWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("milliseconds") << QStringLiteral("1795253045134") << qint64(kNow);
        QTest::newRow("seconds") << QStringLiteral("1795253045") << qint64(kNow - 134);
        QTest::newRow("seconds with a fraction") << QStringLiteral("1795253045.134") << qint64(kNow);
        QTest::newRow("RFC 3339") << QStringLiteral("2026-11-21T10:44:05.134+01:00") << qint64(1'795'254'245'134);
        QTest::newRow("year 1") << QStringLiteral("0001-01-01T00:00:00Z") << qint64(0);
        QTest::newRow("year 40000") << QStringLiteral("9e99") << qint64(0);
        QTest::newRow("words") << QStringLiteral("yesterday") << qint64(0);
        QTest::newRow("infinity") << QStringLiteral("inf") << qint64(0);
    }

    void timesAreReadAsSourcesWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto time = changeTime(text);
        QCOMPARE(time ? qint64(*time) : 0, ms);
    }

    void postedBodiesAreKnownByTheirShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *body, const char *text) { QTest::newRow(name) << QByteArray(body) << QByteArray(text); };
        row("own", R"({"title":"cart 2","time":5000000000000,"service":"cart","tags":["a"],"id":77,"source":"console"})",
            "webhook\n5000000000000 cart 2 [a] {service=\"cart\"} console/");
        row("own list", R"([{"title":"a","time":1e12},{"text":"b\nc","time":1e12}])",
            "webhook\n1000000000000 a\n1000000000000 b: b|c");
        row("GitHub deployment", R"({"action":"created","deployment":{"id":42,"sha":"deadbeefcafe","ref":"main","task":"deploy","environment":"production","description":"ship it","creator":{"login":"noor"},"created_at":"2026-11-21T09:44:05Z"},"repository":{"name":"cart","full_name":"acme/cart","html_url":"https://github.com/acme/cart"}})",
            "github\n1795254245000 cart main deadbeef → production [deploy] {environment=\"production\",service=\"cart\"} /acme/cart#deployment-42 by noor <https://github.com/acme/cart>: ship it");
        row("GitHub status", R"({"action":"created","deployment_status":{"id":1,"state":"success","created_at":"2026-11-21T09:45:05Z","log_url":"https://ci/1"},"deployment":{"id":42,"sha":"deadbeefcafe","ref":"deadbeefcafe","task":"deploy","environment":"production","created_at":"2026-11-21T09:44:05Z"},"repository":{"name":"cart","full_name":"acme/cart"}})",
            "github\n1795254245000..1795254305000 cart deadbeef → production [deploy,success] {environment=\"production\",service=\"cart\"} /acme/cart#deployment-42 <https://ci/1>: success");
        row("GitHub inactive", R"({"deployment_status":{"state":"inactive"},"deployment":{"id":42},"repository":{}})",
            "github\n");
        row("GitHub ping", R"({"zen":"Design for failure.","hook_id":1})", "github\n");
        row("GitLab", R"({"object_kind":"deployment","status":"success","status_changed_at":"2026-11-21 11:44:05 +0200","deployment_id":15,"deployable_url":"https://gitlab/job/1","environment":"staging","project":{"name":"cart","path_with_namespace":"acme/cart"},"short_sha":"279484c0","user":{"username":"noor"},"commit_title":"Add new file"})",
            "gitlab\n1795254245000 cart 279484c0 → staging [deploy,success] {environment=\"staging\",service=\"cart\"} /acme/cart#deployment-15 by noor <https://gitlab/job/1>: success|Add new file");
        row("GitLab push", R"({"object_kind":"push","ref":"x"})", "GitLab: only deployment events are taken, this is push");
        row("Argo CD", R"({"app":{"metadata":{"name":"cart","namespace":"argocd"},"spec":{"source":{"repoURL":"https://git/acme"},"destination":{"namespace":"shop"}},"status":{"health":{"status":"Healthy"},"operationState":{"phase":"Succeeded","startedAt":"2026-11-21T09:44:05Z","finishedAt":"2026-11-21T09:44:15Z","syncResult":{"revision":"0123456789ab"}}}}})",
            "argocd\n1795254245000..1795254255000 cart 01234567 → shop [deploy,argocd,Succeeded] {namespace=\"shop\",service=\"cart\"} /argocd/cart@2026-11-21T09:44:05Z <https://git/acme>: Succeeded|Healthy");
        row("Grafana", R"({"receiver":"x","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"High memory","service":"cart"},"annotations":{"summary":"too much"},"startsAt":"2026-11-21T10:44:05.5+01:00","endsAt":"0001-01-01T00:00:00Z","fingerprint":"c6ea","generatorURL":"https://g/1","panelURL":""}]})",
            "grafana\n1795254245500 High memory [alert,firing] {alertname=\"High memory\",service=\"cart\"} /c6ea@1795254245500 <https://g/1>: too much");
        row("no JSON", "{", "body: no JSON: unterminated object at byte 1");
        row("nothing", "", "body: no JSON: illegal value at byte 0");
        row("no title", "{}", "title: is missing");
        row("numbers", "[1,2]", "body: a change must be a JSON object");
        row("bad time", R"({"title":"x","time":"noon"})", "time: is not a time; milliseconds, seconds or RFC 3339 are");
        row("no deployment id", R"({"deployment":{}})", "GitHub: the field deployment.id is missing");
    }

    void postedBodiesAreKnownByTheirShape()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        QCOMPARE(posted(body.constData()), QString::fromUtf8(text));
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
