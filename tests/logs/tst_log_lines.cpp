#include "core/logs/line_cutter.h"
#include "core/logs/line_parser.h"
#include "core/logs/plain_text.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace lepto;

namespace {

const TimeMs now = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();

QString iso(std::optional<TimeMs> t)
{
    return t ? QDateTime::fromMSecsSinceEpoch(*t, Qt::UTC).toString(Qt::ISODateWithMs) : QStringLiteral("-");
}

/// "time level service | message"
QString shown(const QByteArray &line, TimeMs zone = 0)
{
    const ParsedLine p = parseLogLine({ line.constData(), std::size_t(line.size()) }, { now, zone });
    return QStringLiteral("%1 %2 %3 | %4").arg(iso(p.t), QString::fromUtf8(logLevelText(p.level).data()),
        p.service.empty() ? QStringLiteral("-") : QString::fromStdString(p.service), QString::fromStdString(p.message));
}

} // namespace

class TestLogLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, const char *line, const char *read) { QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(read); };
        row("RFC 3339", "2026-11-25T01:42:26Z INFO started", "2026-11-25T01:42:26.000Z info - | INFO started");
        row("with offset and nanoseconds", "2026-11-25T01:42:26.123456789+01:00 ERROR x", "2026-11-25T00:42:26.123Z error - | ERROR x");
        row("blank and comma", "2026-11-25 01:42:26,123 WARN pool is low", "2026-11-25T01:42:26.123Z warning - | WARN pool is low");
        row("nginx error", "2026/11/25 01:42:26 [error] 12#0: *3 connect() failed", "2026-11-25T01:42:26.000Z error - | [error] 12#0: *3 connect() failed");
        row("in brackets", "[2026-11-25 01:42:26] production.ERROR: no", "2026-11-25T01:42:26.000Z error - | production.ERROR: no");
        row("syslog", "Nov 25 01:42:26 web1 sshd[812]: Failed password for root", "2026-11-25T01:42:26.000Z unknown sshd | Failed password for root");
        row("syslog, day of one digit", "Nov  5 01:42:26 web1 cron: run", "2026-11-05T01:42:26.000Z unknown cron | run");
        row("syslog of last year", "Dec 24 01:42:26 web1 cron: run", "2025-12-24T01:42:26.000Z unknown cron | run");
        row("syslog with priority", "<34>Nov 25 01:42:26 web1 su: no", "2026-11-25T01:42:26.000Z critical su | no");
        row("RFC 5424", "<165>1 2026-11-25T01:42:26.003Z host app 12 ID47 - hello", "2026-11-25T01:42:26.003Z notice - | host app 12 ID47 - hello");
        row("klog", "E1125 01:42:26.123456   12 kubelet.go:99] pod is gone", "2026-11-25T01:42:26.123Z error - | pod is gone");
        row("access log", "1.2.3.4 - bob [25/Nov/2026:01:42:26 +0100] \"GET /a HTTP/1.1\" 503 12", "2026-11-25T00:42:26.000Z error - | \"GET /a HTTP/1.1\" 503 12");
        row("access log, missing page", "1.2.3.4 - - [25/Nov/2026:01:42:26 +0000] \"GET /a HTTP/1.1\" 404 1", "2026-11-25T01:42:26.000Z warning - | \"GET /a HTTP/1.1\" 404 1");
        row("apache error", "[Wed Nov 25 01:42:26.123456 2026] [core:error] [pid 1] x", "2026-11-25T01:42:26.123Z error - | [core:error] [pid 1] x");
        row("epoch seconds", "1795570946 disk full", "2026-11-25T01:42:26.000Z unknown - | disk full");
        row("epoch with fraction", "1795570946.25 disk full", "2026-11-25T01:42:26.250Z unknown - | disk full");
        row("epoch nanoseconds", "1795570946123456789 x", "2026-11-25T01:42:26.123Z unknown - | x");
        row("a number that is no time", "1234567 x", "- unknown - | 1234567 x");
        row("JSON", "{\"time\":\"2026-11-25T01:42:26Z\",\"level\":\"warn\",\"msg\":\"slow\",\"service\":\"cart\"}", "2026-11-25T01:42:26.000Z warning cart | slow");
        row("JSON with numbers", "{\"ts\":1795570946.5,\"level\":50,\"message\":\"x\"}", "2026-11-25T01:42:26.500Z error - | x");
        row("JSON of a container", "{\"log\":\"E1125 01:42:26.000000 1 a.go:1] broken\\n\",\"stream\":\"stderr\",\"time\":\"2026-11-25T01:42:27Z\"}",
            "2026-11-25T01:42:26.000Z error - | broken");
        row("JSON that is not closed", "{\"level\":\"error\",\"msg\":\"x\"", "- unknown - | {\"level\":\"error\",\"msg\":\"x\"");
        row("container runtime", "2026-11-25T01:42:26.1Z stderr F level=error msg=\"no disk\" a=1", "2026-11-25T01:42:26.100Z error - | no disk");
        row("logfmt", "ts=2026-11-25T01:42:26Z caller=main.go:1 level=debug msg=\"a \\\"b\\\"\"", "2026-11-25T01:42:26.000Z debug - | a \"b\"");
        row("level in brackets", "[warn] watch out", "- warning - | [warn] watch out");
        row("level as first word", "panic: runtime error", "- critical - | panic: runtime error");
        row("an error in a sentence", "there was no error at all", "- unknown - | there was no error at all");
        row("carriage return", "INFO hello\r", "- info - | INFO hello");
        row("day 31 of February", "2026-02-31T01:42:26Z x", "- unknown - | 2026-02-31T01:42:26Z x");
        row("empty", "", "- unknown - | ");
    }

    void aLineIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, read);
        QCOMPARE(shown(line), read);
    }

    void aTimeWithoutZoneIsLocal()
    {
        QCOMPARE(shown("2026-11-25 01:42:26 x", 3'600'000), QStringLiteral("2026-11-25T00:42:26.000Z unknown - | x"));
        QCOMPARE(shown("2026-11-25 01:42:26Z x", 3'600'000), QStringLiteral("2026-11-25T01:42:26.000Z unknown - | x"));
    }

    void fieldsKeepTheirValues()
    {
        const auto fields = jsonFields("{\"a\":\"x\\ty\",\"b\":{\"c\":[1,2]},\"n\":null}");
        QVERIFY(fields);
        QCOMPARE(fields->size(), 3u);
        QCOMPARE((*fields)[0].value, std::string("x\ty"));
        QCOMPARE((*fields)[1].value, std::string("{\"c\":[1,2]}"));
        QVERIFY(!logfmtFields("plain words a=1 b=2"));
        QVERIFY(!jsonFields("{} trailing"));
    }

    void anyBytesAreSurvived()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet("0123456789-/:T.,Z+[]{}<>\"\\=% \tabNovEIWF\xff\xc3\x00", 44);
        for (int i = 0; i < 200'000; ++i) {
            QByteArray line;
            for (quint32 left = random.bounded(60u); left > 0; --left)
                line += alphabet[qsizetype(random.bounded(quint32(alphabet.size())))];
            const ParsedLine parsed = parseLogLine({ line.constData(), std::size_t(line.size()) }, { now, 0 });
            QVERIFY(parsed.message.size() <= std::size_t(line.size()));
        }
        const std::string deep(1 << 20, '[');
        QCOMPARE(parseLogLine("{\"a\":" + deep, { now, 0 }).message.size(), deep.size() + 5);
    }

    void hostileCharactersAreShownAsEscapes()
    {
        QCOMPARE(visibleText("a\x1b[31mred\x07\tb"), QStringLiteral("a\\x1b[31mred\\x07 b"));
        QCOMPARE(visibleText("user \xe2\x80\xae" "gpj.exe"), QStringLiteral("user \\u202egpj.exe"));
        QCOMPARE(visibleText("\xff\xfe ok \xc3\xa9"), QString::fromUtf8("\\xff\\xfe ok \xc3\xa9"));
        QCOMPARE(visibleText("abcdef", 3), QString::fromUtf8("abc\xe2\x80\xa6"));
        QCOMPARE(visibleText("\xe2\x80\x8b\xef\xbb\xbf\xed\xa0\x80"), QStringLiteral("\\u200b\\ufeff\\xed\\xa0\\x80"));
    }

    void aLongLineIsCutAndMarked()
    {
        QStringList got;
        const auto take = [&got](std::string_view line, bool cut) { got += QString::fromUtf8(line.data(), qsizetype(line.size())) + (cut ? u'!' : u'.'); };
        LineCutter cutter(8);
        for (const char c : std::string("short\r\n\nexactly8\n0123456789abcdef\nafter\nrest"))
            cutter.feed({ &c, 1 }, take);
        QCOMPARE(cutter.pending(), 4u);
        cutter.finish(take);
        QCOMPARE(got, (QStringList { QStringLiteral("short."), QStringLiteral("exactly8."), QStringLiteral("01234567!"), QStringLiteral("after."), QStringLiteral("rest.") }));
    }
};

QTEST_GUILESS_MAIN(TestLogLines)
#include "tst_log_lines.moc"
