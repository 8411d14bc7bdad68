#include "core/base/text.h"
#include "core/sources/export_scanner.h"
#include "core/sources/exposition_proto.h"
#include "core/sources/prometheus_json.h"
#include "core/sources/query_range_scanner.h"
#include "core/sources/remote_read.h"
#include "core/sources/status_json.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <zlib.h>

using namespace lepto;
using namespace lepto::test;

namespace {

QByteArray unpacked(const QByteArray &packed)
{
    QByteArray out(packed.size() * 60 + 1000, Qt::Uninitialized);
    z_stream z {};
    inflateInit2(&z, 15 + 16);
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    z.avail_in = uInt(packed.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    inflate(&z, Z_FINISH);
    out.resize(qsizetype(z.total_out));
    inflateEnd(&z);
    return out;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

/// A recorded answer with what was asked.
struct Recorded {
    QString file, path;
    QByteArray body;
    HttpAnswer http;
};

Recorded readRecord(const QString &file)
{
    Recorded out;
    out.file = file;
    out.body = readAll(file);
    QString stem = file;
    for (const char *ending : { ".gz", ".json", ".jsonl", ".txt", ".pb", ".csv", ".response.bin" }) {
        if (stem.endsWith(QLatin1String(ending)))
            stem.chop(qsizetype(std::strlen(ending)));
    }
    const QJsonObject meta = QJsonDocument::fromJson(readAll(stem + QStringLiteral(".meta.json"))).object();
    out.path = QUrl(meta[u"request"][u"url"].toString()).path();
    // Remote read was recorded with a flatter description.
    const QJsonObject response = meta.contains(u"response") ? meta[u"response"].toObject() : meta, headers = response[u"headers"].toObject();
    out.http.status = response[u"status"].toInt(200);
    out.http.contentType = headers[u"Content-Type"].toString().toLower().toLatin1();
    if (file.endsWith(QStringLiteral(".gz")))
        out.body = unpacked(out.body);
    out.http.body = out.body;
    return out;
}

QString scanQuery(const Recorded &record)
{
    // In awkward pieces, as a network brings them.
    QueryRangeScanner scanner;
    for (qsizetype at = 0; at < record.body.size(); at += 997)
        scanner.push(viewOf(record.body).substr(std::size_t(at), 997));
    const auto answer = scanner.finish();
    if (!answer)
        return qstr(answer.error());
    return answer->histogramsLeftOut == 0 ? QString() : QStringLiteral("left out histograms");
}

QString readReport(const Recorded &record)
{
    const auto root = envelopeFrom(QUrl(QStringLiteral("http://h:1/")), record.http);
    if (!root)
        return qstr(root.error());
    const QJsonValue data = (*root)[u"data"];
    const auto is = [&](const char *end) { return record.path.endsWith(QLatin1String(end)) && record.body.size() > 300; };
    bool good = true;
    if (is("/targets"))
        good = !targetsFrom(data.toObject()).active.empty();
    else if (is("/targets/metadata"))
        good = !targetMetadataFrom(data.toArray()).empty();
    else if (is("/metadata"))
        good = !metadataFrom(data.toObject()).empty();
    else if (is("/rules"))
        good = !rulesFrom(data.toObject()).empty();
    else if (is("/alerts"))
        good = !alertsFrom(data[u"alerts"]).empty();
    else if (is("/status/tsdb"))
        good = tsdbStatusFrom(data.toObject()).series > 0;
    else if (is("/status/runtimeinfo"))
        good = runtimeInfoFrom(data.toObject()).goroutines > 0;
    else if (is("/label/__name__/values") || is("/labels"))
        good = !textsFrom(data).isEmpty();
    return good ? QString() : QStringLiteral("nothing was read of it");
}

QString readPage(const Recorded &record)
{
    const std::string_view type = viewOf(record.http.contentType);
    ExpositionOptions options;
    options.at = 1;
    options.format = expositionFormat(type, viewOf(record.body));
    const ExpositionPage page = isProtoExposition(type) ? parseProtoExposition(viewOf(record.body), options) : parseExposition(viewOf(record.body), options);
    if (page.refusedLines > 0)
        return QStringLiteral("line %1: %2").arg(page.issues[0].line).arg(qstr(page.issues[0].reason));
    return page.samples.empty() ? QStringLiteral("no samples") : QString();
}

QString readChunks(const Recorded &record)
{
    RemoteReadDecoder::Options options;
    options.to = std::numeric_limits<TimeMs>::max();
    RemoteReadDecoder decoder(record.http.contentType.contains("streamed"), options);
    decoder.push(viewOf(record.body));
    const auto answer = decoder.finish();
    return !answer ? qstr(answer.error()) : answer->histogramsLeftOut > 0 ? QStringLiteral("left out histograms") : QString();
}

} // namespace

class TestRecordedAnswers : public QObject {
    Q_OBJECT

    QString m_shared = sharedFolder();

private Q_SLOTS:
    void init()
    {
        if (m_shared.isEmpty())
            QSKIP("skipped: no shared data");
    }

    void everyRecordedAnswerIsReadOrSaidToBeAnError()
    {
        int read = 0;
        QDirIterator files(m_shared + QStringLiteral("/fixtures"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next(), name = files.fileName();
            const bool transcript = file.contains(QStringLiteral("auth-tls")) || file.endsWith(QStringLiteral("README.md"));
            if (transcript || name.endsWith(QStringLiteral(".meta.json")) || name.endsWith(QStringLiteral(".request.bin")))
                continue;
            const Recorded record = readRecord(file);
            QString problem;
            const bool page = name.contains(QStringLiteral("metrics")) || name.contains(QStringLiteral("federate"))
                || name == u"text.txt" || name == u"openmetrics.txt";
            if (record.http.status >= 400 || name.startsWith(QStringLiteral("err_")) || record.file.contains(QStringLiteral("agent_query"))) {
                const auto root = envelopeFrom(QUrl(QStringLiteral("http://h:1/")), record.http);
                problem = !root && !root.error().reason.empty() ? QString() : record.http.status < 300 ? QString() : QStringLiteral("this error was not noticed");
            } else if (file.contains(QStringLiteral("remote_read"))) {
                problem = readChunks(record);
            } else if (name.endsWith(QStringLiteral(".jsonl"))) {
                ExportScanner scanner;
                scanner.push(viewOf(record.body));
                const auto answer = scanner.finish();
                problem = !answer ? qstr(answer.error()) : answer->series.size() == 5 ? QString() : QStringLiteral("5 series expected");
            } else if (record.path.endsWith(QStringLiteral("/query")) || record.path.endsWith(QStringLiteral("/query_range"))) {
                problem = scanQuery(record);
            } else if (page && !name.endsWith(QStringLiteral(".json"))) {
                problem = readPage(record);
                if (file.contains(QStringLiteral("prometheus-cpp")) && problem == u"line 7: the value is not a number")
                    problem.clear(); // DBL_MAX rounded up, which Prometheus refuses too, and the whole page with it
            } else if (file.contains(QStringLiteral("alertmanager")) || file.contains(QStringLiteral("pushgateway")) || !name.endsWith(QStringLiteral(".json"))
                || name.startsWith(QStringLiteral("status_top")) || name.startsWith(QStringLiteral("status_active"))) {
                continue; // not of a Prometheus API
            } else {
                problem = readReport(record);
            }
            QVERIFY2(problem.isEmpty(), qPrintable(file + QStringLiteral(": ") + problem));
            ++read;
        }
        QVERIFY2(read > 120, qPrintable(QString::number(read)));
    }

    void everyExampleOfTheApiDescriptionIsRead()
    {
        int read = 0;
        QDirIterator files(m_shared + QStringLiteral("/conformance/openapi/prometheus-3.14_examples"), { QStringLiteral("*.json") }, QDir::Files);
        while (files.hasNext()) {
            Recorded record;
            record.file = files.next();
            record.body = readAll(record.file);
            const QString name = files.fileName(), call = name.section(u'.', 0, 0);
            record.path = QStringLiteral("/api/v1/") + QString(call).replace(QStringLiteral("status_"), QStringLiteral("status/")).replace(QStringLiteral("targets_metadata"), QStringLiteral("targets/metadata"));
            record.http.status = name.contains(QStringLiteral(".default.")) ? 500 : 200;
            record.http.body = record.body;
            if (call.startsWith(QStringLiteral("search_")) && record.http.status == 200)
                continue; // a stream of lines, which is not asked for
            const bool query = call == u"query" || call == u"query_range";
            const QString problem = query ? scanQuery(record) : readReport(record);
            if (record.http.status == 200)
                QVERIFY2(problem.isEmpty(), qPrintable(record.file + QStringLiteral(": ") + problem));
            else
                QVERIFY2(problem.endsWith(QStringLiteral("the server says: TSDB not ready")), qPrintable(record.file + QStringLiteral(": ") + problem));
            ++read;
        }
        QVERIFY2(read > 80, qPrintable(QString::number(read)));
    }

    void targetsAndExemplarsKeepTheirNumbers()
    {
        const QString folder = m_shared + QStringLiteral("/conformance/openapi/prometheus-3.14_examples/");
        const auto data = [&](const char *name) -> QJsonValue { return QJsonDocument::fromJson(readAll(folder + QLatin1String(name))).object()[u"data"]; };
        const TargetList targets = targetsFrom(data("targets.get.200.targetsList.json").toObject());
        QCOMPARE(targets.active.at(0).lastScrape, TimeMs(1767361000200));
        QCOMPARE(targets.active.at(0).intervalMs, TimeMs(15000));
        const auto exemplars = exemplarsFrom(data("query_exemplars.get.200.exemplarsResult.json").toArray());
        QCOMPARE(exemplars.at(0).exemplars.at(0).sample, (Sample { 1689956451781, 1.5 }));
        QCOMPARE(exemplars.at(0).exemplars.at(0).labels.get("traceID"), std::string_view("abc123def456"));
    }

    void timesAndDurationsOfServersAreUnderstood()
    {
        QCOMPARE(rfc3339From(QStringLiteral("2026-11-21T09:24:04.235300389Z")), TimeMs(1795253044235));
        QCOMPARE(rfc3339From(QStringLiteral("2026-11-21T10:24:04.2+01:00")), TimeMs(1795253044200));
        QCOMPARE(rfc3339From(QStringLiteral("2026-11-21T09:24:04Z")), TimeMs(1795253044000));
        QCOMPARE(rfc3339From(QStringLiteral("0001-01-01T00:00:00Z")), TimeMs(0));
        QCOMPARE(rfc3339From(QStringLiteral("yesterday.")), TimeMs(0));
        QCOMPARE(durationFrom(u"1m30s"), TimeMs(90'000));
        QCOMPARE(durationFrom(u"500ms"), TimeMs(500));
        QCOMPARE(durationFrom(u"15"), TimeMs(0));
        QCOMPARE(durationFrom(u"s"), TimeMs(0));
        QCOMPARE(durationFrom(u"99999999999999999999y"), TimeMs(1'000'000'000'000'000));
    }
};

QTEST_GUILESS_MAIN(TestRecordedAnswers)
#include "tst_recorded_answers.moc"
