#include "core/incidents/incident_names.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/incident_title.h"
#include "core/incidents/label_store.h"
#include "tests/incidents/ops_bench.h"

#include <QtTest>

#include <cmath>

using namespace lepto;

namespace {

Anomaly anomaly(const std::string &service, const std::string &signal, TimeMs from)
{
    Anomaly made;
    made.series = Labels({ { "__name__", "leptoscope:signal" }, { "service", service }, { "signal", signal } });
    made.service = service;
    made.signal = signal;
    made.from = from;
    made.to = from + 1000;
    made.score = 0.9;
    made.value = 1.25;
    made.upper = std::nan("");
    made.detector = QStringLiteral("baseline");
    return made;
}

Incident draft(const char *title = "checkout latency p99 abnormal")
{
    Incident made;
    made.title = QString::fromUtf8(title);
    made.service = "checkout";
    made.onset = 1'699'999'990'000;
    made.anomalies = { anomaly("checkout", "latency_p99", made.onset) };
    return made;
}

struct StoreBench : OpsBench {
    IncidentStore store { *db, audit, clock, QStringLiteral("mara") };
    LabelStore labels { *db, audit, clock, QStringLiteral("mara") };
};

QStringList auditTypes(const AuditLog &audit)
{
    QStringList types;
    const auto entries = audit.entries(0, 100);
    for (const AuditEntry &entry : *entries)
        types.prepend(entry.type + u' ' + entry.subject);
    return types;
}

LabelRegion region(TimeMs from, TimeMs to)
{
    LabelRegion made;
    made.series = Labels({ { "__name__", "up" }, { "job", "a" } });
    made.from = from;
    made.to = to;
    made.reason = QStringLiteral("<b>deploy</b>");
    return made;
}

} // namespace

class TestIncidents : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anIncidentComesBackAsItWas();
    void onlyAllowedStatesFollow();
    void aVerdictIsOneCallAndMayChange();
    void everyChangeLeavesAnAuditEntry();
    void anUnknownIncidentIsASentence();
    void notesKeepHostileTextAndRefuseEmptyOnes();
    void anotherProcessSeesTheChange();
    void aFailedChangeChangesNothing();
    void labelsOverlapAndComeBack();
    void undoTakesBackTheLastChangeOfEachKind();
    void badRegionsAreRefused();
    void titlesNameServiceAndSignals();
    void namesGoBothWays();
};

void TestIncidents::anIncidentComesBackAsItWas()
{
    StoreBench bench;
    QSignalSpy added(&bench.store, &IncidentStore::incidentAdded);
    const auto opened = bench.store.open(draft());
    QVERIFY(opened);
    QCOMPARE(opened->id, 1);
    QCOMPARE(added.count(), 1);
    IncidentStore again(*bench.db, bench.audit, bench.clock, QStringLiteral("kim"));
    QVERIFY(again.load());
    const Incident *read = again.find(1);
    QVERIFY(read != nullptr);
    QCOMPARE(read->title, QStringLiteral("checkout latency p99 abnormal"));
    QCOMPARE(read->service, std::string("checkout"));
    QCOMPARE(read->detected, bench.clock.now());
    QCOMPARE(read->anomalies.size(), 1u);
    QCOMPARE(read->anomalies[0].series.text(), draft().anomalies[0].series.text());
    QCOMPARE(read->anomalies[0].value, 1.25);
    QVERIFY(std::isnan(read->anomalies[0].upper));
    QVERIFY(read->anomalies[0].open);
    QCOMPARE(read->timeline.size(), 1u);
    QVERIFY(read->timeline[0].kind == TimelineEntry::Kind::Opened);
}

void TestIncidents::onlyAllowedStatesFollow()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft())->id;
    QVERIFY(!bench.store.close(id));
    QVERIFY(bench.store.acknowledge(id));
    const auto twice = bench.store.acknowledge(id);
    QVERIFY(!twice);
    QVERIFY(twice.error().code == ErrorCode::Conflict);
    QCOMPARE(twice.error().text(), std::string("INC-1: an incident that is acknowledged cannot become acknowledged"));
    bench.pass(60'000);
    QVERIFY(bench.store.resolve(id));
    QCOMPARE(bench.store.find(id)->ended, bench.clock.now());
    QVERIFY(bench.store.close(id));
    QVERIFY(!bench.store.setState(id, IncidentState::Open, QStringLiteral("mara")));
}

void TestIncidents::aVerdictIsOneCallAndMayChange()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft())->id;
    QVERIFY(bench.store.setVerdict(id, Verdict::True) && bench.store.setVerdict(id, Verdict::False));
    QVERIFY(bench.store.find(id)->verdict == Verdict::False);
    QCOMPARE(bench.store.find(id)->verdictBy, QStringLiteral("mara"));
    QCOMPARE(bench.store.find(id)->timeline.size(), 3u);
}

void TestIncidents::everyChangeLeavesAnAuditEntry()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft())->id;
    QVERIFY(bench.store.acknowledge(id) && bench.store.setVerdict(id, Verdict::True)
        && bench.store.addNote(id, QStringLiteral("pool full")));
    QVERIFY(bench.labels.add(region(1, 2)) && bench.labels.remove(1) && bench.labels.undo());
    QCOMPARE(auditTypes(bench.audit),
        (QStringList { QStringLiteral("incident.open INC-1"), QStringLiteral("incident.state INC-1"),
            QStringLiteral("incident.verdict INC-1"), QStringLiteral("incident.note INC-1"), QStringLiteral("label.add label 1"),
            QStringLiteral("label.remove label 1"), QStringLiteral("label.undo label 1") }));
    QVERIFY(bench.audit.verify().code == AuditVerdict::Code::Verified);
}

void TestIncidents::anUnknownIncidentIsASentence()
{
    StoreBench bench;
    const auto missing = bench.store.acknowledge(7);
    QVERIFY(!missing);
    QCOMPARE(missing.error().text(), std::string("INC-7: there is no such incident"));
}

void TestIncidents::notesKeepHostileTextAndRefuseEmptyOnes()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft("<img src='file:///etc/passwd'> \u202E"))->id;
    QString hostile
        = QStringLiteral("<b>x</b> \u202Egnp.exe '; DROP TABLE incident; -- ") + QChar(0) + QStringLiteral("\x1b[31m end");
    QVERIFY(bench.store.addNote(id, hostile));
    QVERIFY(!bench.store.addNote(id, QStringLiteral("  \n ")));
    QVERIFY(!bench.store.addNote(id, QString(20'001, u'x')));
    QVERIFY(bench.store.load());
    if (bench.db->backend() == OpsDatabase::Backend::Postgres)
        hostile.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    QCOMPARE(bench.store.find(id)->timeline.back().text, hostile);
    QVERIFY(bench.audit.verify().code == AuditVerdict::Code::Verified);
}

void TestIncidents::anotherProcessSeesTheChange()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft())->id;
    auto db = OpsDatabase::open(bench.db->file());
    AuditLog audit(**db, bench.audit.key(), bench.clock, bench.audit.anchorFile());
    IncidentStore other(**db, audit, bench.clock, QStringLiteral("kim"));
    QVERIFY(other.load() && other.acknowledge(id) && other.open(draft("second")));
    QSignalSpy changed(&bench.store, &IncidentStore::incidentChanged), added(&bench.store, &IncidentStore::incidentAdded);
    QVERIFY(bench.store.load());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(added.count(), 1);
    QCOMPARE(bench.store.incidents().front().title, QStringLiteral("second"));
    QVERIFY(bench.store.load());
    QCOMPARE(changed.count(), 1);
}

void TestIncidents::aFailedChangeChangesNothing()
{
    StoreBench bench;
    const qint64 id = bench.store.open(draft())->id;
    const auto refused
        = bench.store.change(id, QStringLiteral("mara"), QStringLiteral("x"), [](Incident &incident) -> Result<void> {
              incident.title = QStringLiteral("changed");
              return Error { ErrorCode::Refused, "x", "no" };
          });
    QVERIFY(!refused);
    QVERIFY(bench.store.load());
    QCOMPARE(bench.store.find(id)->title, QStringLiteral("checkout latency p99 abnormal"));
    QCOMPARE(bench.audit.entries(0, 10)->size(), 1u);
}

void TestIncidents::labelsOverlapAndComeBack()
{
    StoreBench bench;
    QVERIFY(bench.labels.add(region(100, 200)) && bench.labels.add(region(50, 150)) && bench.labels.add(region(100, 200)));
    LabelStore again(*bench.db, bench.audit, bench.clock, QStringLiteral("kim"));
    QVERIFY(again.load());
    QCOMPARE(again.labels().size(), 3u);
    QCOMPARE(again.labels().front().from, 50);
    QCOMPARE(again.labels().front().author, QStringLiteral("mara"));
    QCOMPARE(again.labels(region(0, 1).series, 160, 300).size(), 2u);
    QCOMPARE(again.labels(Labels(std::vector<Labels::Pair> { { "__name__", "down" } }), 160, 300).size(), 0u);
}

void TestIncidents::undoTakesBackTheLastChangeOfEachKind()
{
    StoreBench bench;
    QVERIFY(!bench.labels.undo());
    QSignalSpy removed(&bench.labels, &LabelStore::labelRemoved), added(&bench.labels, &LabelStore::labelAdded);
    QVERIFY(bench.labels.add(region(1, 2)) && bench.labels.add(region(3, 4)) && bench.labels.remove(1));
    QVERIFY(!bench.labels.remove(1));
    QCOMPARE(bench.labels.labels().size(), 1u);
    QVERIFY(bench.labels.undo());
    QCOMPARE(bench.labels.labels().front().id, 1);
    QVERIFY(bench.labels.undo() && bench.labels.undo());
    QVERIFY(bench.labels.labels().empty() && !bench.labels.canUndo());
    QCOMPARE(removed.count(), 3);
    QCOMPARE(added.count(), 3);
    QCOMPARE(bench.labels.add(region(1, 2))->id, 3); // a number is never given twice
}

void TestIncidents::badRegionsAreRefused()
{
    StoreBench bench;
    QVERIFY(!bench.labels.add(region(5, 5)) && !bench.labels.add(region(6, 5)));
    LabelRegion longReason = region(1, 2);
    longReason.reason = QString(2001, u'x');
    QVERIFY(!bench.labels.add(longReason));
    QVERIFY(bench.labels.labels().empty());
}

void TestIncidents::titlesNameServiceAndSignals()
{
    const Anomaly latency = anomaly("checkout", "latency_p99", 1), depth = anomaly("checkout", "queue_depth", 2);
    QCOMPARE(titleOf({ latency }), QStringLiteral("checkout latency p99 abnormal"));
    QCOMPARE(titleOf({ latency, depth, latency }), QStringLiteral("checkout latency p99 and queue depth abnormal"));
    QCOMPARE(titleOf({ latency, anomaly("db", "errors", 3) }), QStringLiteral("checkout latency p99 and db errors abnormal"));
    QCOMPARE(titleOf({ latency, depth, anomaly("checkout", "errors", 3), anomaly("checkout", "cpu", 4) }),
        QStringLiteral("checkout latency p99, queue depth and 2 more abnormal"));
    QCOMPARE(titleOf({ anomaly("a\nb\u202E", "x", 1) }), QStringLiteral("a b\uFFFD x abnormal"));
    QCOMPARE(titleOf("checkout", "latency_p99"), QStringLiteral("checkout latency p99 critical"));
}

void TestIncidents::namesGoBothWays()
{
    for (int i = 0; i <= int(Verdict::Duplicate); ++i)
        QVERIFY(verdictOf(nameOf(Verdict(i))) == Verdict(i));
    for (int i = 0; i <= int(TimelineEntry::Kind::State); ++i)
        QVERIFY(timelineKindOf(nameOf(TimelineEntry::Kind(i))) == TimelineEntry::Kind(i));
    for (int i = 0; i <= int(LabelRegion::Class::BadData); ++i)
        QVERIFY(labelClassOf(nameOf(LabelRegion::Class(i))) == LabelRegion::Class(i));
    for (int i = 0; i <= int(Severity::Critical); ++i)
        QVERIFY(severityOf(nameOf(Severity(i))) == Severity(i));
    QVERIFY(!incidentStateOf(QStringLiteral("Open")));
}

QTEST_GUILESS_MAIN(TestIncidents)
#include "tst_incidents.moc"
