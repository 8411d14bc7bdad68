#include "core/alerts/alert_filter.h"
#include "core/alerts/matcher_parser.h"
#include "core/alerts/silence_writer.h"
#include "core/base/text.h"
#include "tests/alerts/alertmanager_server.h"
#include "tests/support/http_fixture.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace lepto;
using namespace lepto::test;

/// Silences on a real Alertmanager: what is sent, what is refused, what is recorded.
class TestSilences : public QObject {
    Q_OBJECT

    AlertmanagerServer m_server;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<OpsDatabase> m_ops;
    std::unique_ptr<AuditLog> m_audit;
    Result<void> m_gate;
    std::unique_ptr<SilenceWriter> m_writer;
    SilenceWriter::Client m_client;
    std::optional<Result<SilenceWritten>> m_written;

    using Call = std::function<void(SilenceWriter::Answer)>;
    Result<SilenceWritten> wait(const Call &call)
    {
        m_written.reset();
        call([this](Result<SilenceWritten> w) { m_written = std::move(w); });
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_written, 10'000); }();
        return m_written ? *m_written : Result<SilenceWritten>(Error{});
    }
    Result<SilenceWritten> create(const SilenceDraft &draft)
    {
        return wait([&](auto answer) { m_writer->create(m_client, draft, this, answer); });
    }
    Result<SilenceWritten> edit(const QString &id, const SilenceEdit &change)
    {
        return wait([&](auto answer) { m_writer->edit(m_client, id, change, this, answer); });
    }
    static SilenceDraft draft(const QString &matchers, qint64 forMs = 3'600'000)
    {
        SilenceDraft out;
        out.matchers = *parseMatchers(matchers);
        out.durationMs = forMs;
        out.createdBy = QStringLiteral("mara");
        out.comment = QStringLiteral("swap the disk");
        return out;
    }
    std::optional<Silence> onServer(const QString &id)
    {
        std::optional<Result<Silence>> got;
        m_client->silence(id, this, [&](Result<Silence> s) { got = std::move(s); });
        [&] { QTRY_VERIFY(got); }();
        return got && *got ? std::optional(**got) : std::nullopt;
    }
    QStringList auditTypes() const
    {
        QStringList out;
        const auto entries = m_audit->entries(0, 1000);
        for (const AuditEntry &e : *entries)
            out.prepend(e.type + u' ' + e.subject.section(u' ', 0, 0));
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!AlertmanagerServer::isInstalled())
            QSKIP("skipped: no Alertmanager installed");
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        m_client = std::make_shared<AlertmanagerClient>(m_server.source(), QString());
    }

    void init()
    {
        m_writer.reset();
        m_audit.reset();
        m_ops.reset();
        m_gate = {};
        const QString file = m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        m_ops = std::move(*OpsDatabase::open(file));
        auto key = SigningKey::loadOrCreate(m_folder.path(), QStringLiteral("test"));
        m_audit = std::make_unique<AuditLog>(*m_ops, std::move(*key), m_clock, QString());
        m_writer = std::make_unique<SilenceWriter>(SilenceWriter::Parts{*m_audit, m_clock, [this] { return m_gate; }, QStringLiteral("mara")});
    }

    void aSilenceIsMadeAndRecorded()
    {
        const auto made = create(draft(QStringLiteral("alertname=\"DiskFull\",instance=~\"db-.*\"")));
        QVERIFY2(made, made ? "" : qPrintable(qstr(made.error())));
        const auto silence = onServer(made->id);
        QVERIFY(silence);
        QCOMPARE(matchersText(silence->matchers), QStringLiteral("{alertname=\"DiskFull\", instance=~\"db-.*\"}"));
        QCOMPARE(silence->comment, QStringLiteral("swap the disk"));
        QVERIFY(qAbs(silence->endsAt - silence->startsAt - 3'600'000) < 3000);
        QCOMPARE(auditTypes(), QStringList({QStringLiteral("silence.create am"), QStringLiteral("silence.done silence")}));
        const auto entries = m_audit->entries(0, 10);
        QCOMPARE(entries->at(1).detail[u"matchers"].toString(), QStringLiteral("{alertname=\"DiskFull\", instance=~\"db-.*\"}"));
    }

    void aReadOnlyConsoleSendsNothing()
    {
        HttpFixture fixture{HttpFixture::Reply()};
        SourceConfig config = m_server.source();
        config.url = fixture.url();
        const auto watched = std::make_shared<AlertmanagerClient>(config, QString());
        m_gate = Error{ErrorCode::Refused, "actions", "the console is read-only; turn write mode on first"};
        const std::vector<Result<SilenceWritten>> results{wait([&](auto a) { m_writer->create(watched, draft(QStringLiteral("a=\"b\"")), this, a); }),
                                   wait([&](auto a) { m_writer->edit(watched, QUuid::createUuid().toString(), {}, this, a); }),
                                   wait([&](auto a) { m_writer->expire(watched, QUuid::createUuid().toString(), this, a); })};
        for (const auto &result : results) {
            QVERIFY(!result);
            QCOMPARE(qstr(result.error()), QStringLiteral("actions: the console is read-only; turn write mode on first"));
        }
        QVERIFY(fixture.requests().isEmpty());
        QVERIFY(auditTypes().isEmpty());
    }

    void anEditOfTheEndAndTheCommentKeepsTheId()
    {
        const QString id = create(draft(QStringLiteral("alertname=\"Keep\"")))->id;
        SilenceEdit longer;
        longer.durationMs = 7'200'000;
        longer.comment = QStringLiteral("takes longer");
        const auto changed = edit(id, longer);
        QVERIFY2(changed, changed ? "" : qPrintable(qstr(changed.error())));
        QCOMPARE(changed->id, id);
        QVERIFY(!changed->replaced);
        const auto now = onServer(id);
        QCOMPARE(now->comment, QStringLiteral("takes longer"));
        QVERIFY(now->endsAt - m_clock.now() > 7'100'000);
        QVERIFY(now->state == SilenceState::Active);
    }

    void anEditThatGivesANewIdIsSaidBeforehand_data()
    {
        QTest::addColumn<QString>("matchers");
        QTest::addColumn<bool>("start");
        QTest::addColumn<QString>("reason");
        QTest::newRow("other matchers") << QStringLiteral("alertname=\"Other\"") << false << QStringLiteral("its matchers change");
        QTest::newRow("another start") << QString() << true << QStringLiteral("it has started already and its start changes");
    }

    void anEditThatGivesANewIdIsSaidBeforehand()
    {
        QFETCH(QString, matchers);
        QFETCH(bool, start);
        QFETCH(QString, reason);
        const QString id = create(draft(QStringLiteral("alertname=\"Replace\"")))->id;
        SilenceEdit change;
        if (!matchers.isEmpty())
            change.matchers = *parseMatchers(matchers);
        if (start)
            change.startsAt = m_clock.now() + 60'000;
        const auto refused = edit(id, change);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY2(qstr(refused.error().reason).contains(reason), refused.error().reason.c_str());
        QVERIFY(onServer(id)->state == SilenceState::Active);
        change.evenIfReplaced = true;
        const auto replaced = edit(id, change);
        QVERIFY2(replaced, replaced ? "" : qPrintable(qstr(replaced.error())));
        QVERIFY(replaced->replaced);
        QVERIFY(replaced->id != id);
        QVERIFY(onServer(id)->state == SilenceState::Expired);
    }

    void aPendingSilenceMovesWithItsId()
    {
        SilenceDraft later = draft(QStringLiteral("alertname=\"Later\""));
        later.startsAt = m_clock.now() + 3'600'000;
        const QString id = create(later)->id;
        QVERIFY(onServer(id)->state == SilenceState::Pending);
        SilenceEdit move;
        move.startsAt = later.startsAt + 600'000;
        move.endsAt = later.startsAt + 7'200'000;
        const auto moved = edit(id, move);
        QVERIFY2(moved, moved ? "" : qPrintable(qstr(moved.error())));
        QCOMPARE(moved->id, id);
        QCOMPARE(onServer(id)->startsAt / 1000, *move.startsAt / 1000);
    }

    void expiringTwiceIsGoodAndAnUnknownIdIsNamed()
    {
        const QString id = create(draft(QStringLiteral("alertname=\"Gone\"")))->id;
        QVERIFY(wait([&](auto a) { m_writer->expire(m_client, id, this, a); }));
        QVERIFY(wait([&](auto a) { m_writer->expire(m_client, id, this, a); }));
        QVERIFY(onServer(id)->state == SilenceState::Expired);
        const QString unknown = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto none = wait([&](auto a) { m_writer->expire(m_client, unknown, this, a); });
        QVERIFY(!none);
        QCOMPARE(qstr(none.error()), unknown + QStringLiteral(": Alertmanager knows no such silence"));
        const auto odd = wait([&](auto a) { m_writer->expire(m_client, QStringLiteral("../alerts"), this, a); });
        QVERIFY(!odd);
        QVERIFY(odd.error().code == ErrorCode::BadInput);
    }

    void aBadDraftIsRefusedHere_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("reason");
        QTest::newRow("comment") << QStringLiteral("comment") << QStringLiteral("silence: the comment is empty; say why");
        QTest::newRow("creator") << QStringLiteral("creator") << QStringLiteral("silence: the name of who makes it is empty");
        QTest::newRow("end") << QStringLiteral("end") << QStringLiteral("silence: it has no end; say for how long or until when");
        QTest::newRow("past") << QStringLiteral("past") << QStringLiteral("silence: its end lies in the past");
        QTest::newRow("order") << QStringLiteral("order") << QStringLiteral("silence: it ends before it starts");
        QTest::newRow("all") << QStringLiteral("all") << QStringLiteral("silence: the matchers hold for nearly every alert; say yes to that to go on");
        QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("silence: every matcher holds for alerts without that label; Alertmanager wants one that does not");
    }

    void aBadDraftIsRefusedHere()
    {
        QFETCH(QString, field);
        QFETCH(QString, reason);
        SilenceDraft bad = draft(field == QLatin1String("all") ? QStringLiteral("alertname=~\".+\"") : field == QLatin1String("empty") ? QStringLiteral("a=~\".*\"") : QStringLiteral("a=\"b\""));
        const TimeMs now = m_clock.now();
        if (field == QLatin1String("comment"))
            bad.comment = QStringLiteral("  ");
        else if (field == QLatin1String("creator"))
            bad.createdBy.clear();
        else if (field == QLatin1String("end"))
            bad.durationMs = 0;
        else if (field == QLatin1String("past"))
            bad.endsAt = now - 1000;
        else if (field == QLatin1String("order"))
            bad.startsAt = now + 100'000, bad.endsAt = now + 50'000;
        const auto made = create(bad);
        QVERIFY(!made);
        QCOMPARE(qstr(made.error()), reason);
        QVERIFY(auditTypes().isEmpty());
    }

    void aSilenceOfNearlyEverythingNeedsAYes()
    {
        SilenceDraft all = draft(QStringLiteral("alertname=~\".+\",job!=\"other\""));
        QVERIFY(!create(all));
        all.evenIfAll = true;
        const auto made = create(all);
        QVERIFY2(made, made ? "" : qPrintable(qstr(made.error())));
        QVERIFY(wait([&](auto a) { m_writer->expire(m_client, made->id, this, a); }));
    }

    // A connection that is cut after the request: Qt alone would send it three more times.
    void aCutConnectionNeverSendsASilenceTwice()
    {
        int posts = 0;
        HttpFixture fixture{HttpFixture::Reply()};
        for (const QByteArray &cut : {QByteArray(" "), QByteArray("HT"), QByteArray()}) {
            posts = 0;
            fixture.setHandler([&, cut](const HttpFixture::Request &request) {
                HttpFixture::Reply reply;
                if (request.method == "POST") {
                    ++posts;
                    reply.raw = cut;
                    reply.cut = cut.isEmpty();
                    return reply;
                }
                reply.body = R"({"cluster":{"status":"disabled"},"versionInfo":{"version":"0.25.0"}})";
                return reply;
            });
            SourceConfig config = m_server.source();
            config.url = fixture.url();
            const auto client = std::make_shared<AlertmanagerClient>(config, QString());
            const auto made = wait([&](auto a) { m_writer->create(client, draft(QStringLiteral("a=\"b\"")), this, a); });
            QVERIFY(!made);
            QCOMPARE(posts, 1);
        }
        QVERIFY(auditTypes().contains(QStringLiteral("silence.failed am")));
    }

    void anAnswerThatNeverComesSaysThatTheOutcomeIsNotKnown()
    {
        HttpFixture fixture([](const HttpFixture::Request &request) {
            HttpFixture::Reply reply;
            reply.delayMs = request.method == "POST" ? -1 : 0;
            reply.body = R"({"cluster":{"status":"disabled"},"versionInfo":{"version":"0.25.0"}})";
            return reply;
        });
        SourceConfig config = m_server.source();
        config.url = fixture.url();
        config.timeoutMs = 300;
        const auto client = std::make_shared<AlertmanagerClient>(config, QString());
        const auto made = wait([&](auto a) { m_writer->create(client, draft(QStringLiteral("a=\"b\"")), this, a); });
        QVERIFY(!made);
        QVERIFY(qstr(made.error()).contains(QStringLiteral("whether it was done is not known")));
    }

    void withoutARecordNothingIsSent()
    {
        QVERIFY(m_ops->handle().driver());
        QSqlQuery(m_ops->handle()).exec(QStringLiteral("DROP TABLE audit_checkpoint"));
        const auto before = m_server.call("GET", "/api/v2/silences");
        QVERIFY(!create(draft(QStringLiteral("alertname=\"Unrecorded\""))));
        QCOMPARE(m_server.call("GET", "/api/v2/silences"), before);
    }

    // Alertmanager's own judgement, by its filter and by its silences, against ours.
    void ourMatchingIsAlertmanagers_data()
    {
        QTest::addColumn<QString>("matchers");
        for (const char *text : {"alertname=\"Plain\"", "alertname!=\"Plain\"", "alertname=~\"Pl.*\"", "alertname!~\"Pl.*\"", "job=\"\",alertname=~\".+\"", "job!=\"\"", "job=~\"a|b\"",
                                 "value=~\".*\",alertname=~\".+\"", "value=~\"one.two\"", "value=~\"(?s)one.two\"", "value=~\"one\\\\stwo\"", "value=~\"(?i)QUOTE.*\"", "value=\"quote\\\"d\\\\\"",
                                 "value=\"one\\ntwo\"", "value=~\"\\\\d+\"", "value=~\"[[:digit:]]{3}\"", "value=~\"\\\\p{Han}+\"", "value=~\"(a|b)+?c\"", "value=~\"$\",alertname=\"Plain\"",
                                 "value=~\"one$\\ntwo\"", "value=~\"(?m)one$\\ntwo\"", "value=~\"<b>.*</b>\"", "value=~\"\\\\w+\"", "value=~\"[^a-z]+\"", "value=~\"\\\\Q<b>\\\\E.*\"", "value=~\"..\""})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void ourMatchingIsAlertmanagers()
    {
        QFETCH(QString, matchers);
        const QStringList values{QStringLiteral("one\ntwo"), QStringLiteral("one two"), QStringLiteral("quote\"d\\"), QStringLiteral("<b>bold</b>"), QStringLiteral("123"), QString::fromUtf8("\xd9\xa3\xd9\xa3\xd9\xa3"),
                                 QString::fromUtf8("\xe4\xbd\xa0\xe5\xa5\xbd"), QStringLiteral("abac"), QString::fromUtf8("\xf0\x9f\x94\xa5\xf0\x9f\x94\xa5"), QString::fromUtf8("\xe2\x80\xae evil"), QString(5000, u'x')};
        QList<QMap<QString, QString>> sets;
        for (const QString &value : values)
            sets += {{QStringLiteral("alertname"), QStringLiteral("Odd")}, {QStringLiteral("value"), value}};
        for (const QString &job : {QStringLiteral("a"), QStringLiteral("ab"), QString()})
            sets += {{QStringLiteral("alertname"), QStringLiteral("Plain")}, {QStringLiteral("job"), job}};
        QVERIFY(m_server.post(sets));

        const auto parsed = parseMatchers(matchers);
        QVERIFY2(parsed, parsed ? "" : qPrintable(qstr(parsed.error())));
        std::vector<Alert> all, theirs;
        const auto fetch = [&](const AlertQuery &query, std::vector<Alert> &into) {
            bool done = false;
            QString problem;
            m_client->alerts(query, this, [&](Result<std::vector<Alert>> alerts) {
                done = true;
                if (alerts)
                    into = *std::move(alerts);
                else
                    problem = qstr(alerts.error());
            });
            [&] { QTRY_VERIFY(done); }();
            return problem;
        };
        QCOMPARE(fetch({}, all), QString());
        AlertQuery query;
        query.filter = *parsed;
        QCOMPARE(fetch(query, theirs), QString());
        const auto preview = previewSilence(*parsed, all);
        QVERIFY(preview);
        QStringList ours, expected;
        for (const Alert &a : preview->alerts)
            ours += a.fingerprint;
        for (const Alert &a : theirs)
            expected += a.fingerprint;
        ours.sort();
        expected.sort();
        QCOMPARE(ours, expected);
    }

    void aSilenceSilencesWhatThePreviewShowed()
    {
        QVERIFY(m_server.post({{{QStringLiteral("alertname"), QStringLiteral("Quiet")}, {QStringLiteral("instance"), QStringLiteral("db-1")}},
                               {{QStringLiteral("alertname"), QStringLiteral("Quiet")}, {QStringLiteral("instance"), QStringLiteral("web-1")}}}));
        const auto made = create(draft(QStringLiteral("alertname=\"Quiet\",instance=~\"db-.*\"")));
        QVERIFY(made);
        std::vector<Alert> silenced;
        const auto look = [&] {
            bool done = false;
            m_client->alerts({}, this, [&](Result<std::vector<Alert>> alerts) {
                done = true;
                silenced.clear();
                for (const Alert &a : *alerts) {
                    if (a.silencedBy.contains(made->id))
                        silenced.push_back(a);
                }
            });
            [&] { QTRY_VERIFY(done); }();
            return silenced.size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(look(), std::size_t(1), 8000);
        QCOMPARE(qstr(silenced[0].labels.get("instance")), QStringLiteral("db-1"));
        QVERIFY(silenced[0].state == AlertState::Suppressed);
    }

    void spansAreRead()
    {
        QCOMPARE(*silenceSpan(QStringLiteral("90m")), 5'400'000);
        QCOMPARE(*silenceSpan(QStringLiteral("1d12h")), 129'600'000);
        for (const char *bad : {"", "2", "h", "2x", "-1h", "0h", "99999999999999999999h", "1.5h"})
            QVERIFY2(!silenceSpan(QString::fromLatin1(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(TestSilences)
#include "tst_silences.moc"
