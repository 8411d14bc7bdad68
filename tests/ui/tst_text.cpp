#include "ui/setting_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/time_text.h"
#include "ui/widgets/command_palette.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace lepto;

namespace {

constexpr TimeMs now = 1'794'303'724'000; // Tue 10 Nov 2026 09:42:04 UTC
const QChar noBreak(0x00a0);

QString spaced(QString text)
{
    return text.replace(noBreak, QLatin1Char(' '));
}

} // namespace

class tst_text : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreWrittenInTheUnitThatSuits_data();
    void valuesAreWrittenInTheUnitThatSuits();
    void countsHaveCommasAndATrueMinus();
    void durationsAreShort_data();
    void durationsAreShort();
    void momentsCanBeTyped_data();
    void momentsCanBeTyped();
    void aLiveRangeFollowsTheClockAndAPausedOneStays();
    void theWayBackThroughRangesIsKept();
    void zoomKeepsTheCrosshairInPlace();
    void absurdRangesAreHeldInBounds();
    void aPaletteFindsWordsInAnyOrder();
    void everySettingHasWords();
    void bothTranslationsAreCompleteAndKeepTheirPlaceholders_data();
    void bothTranslationsAreCompleteAndKeepTheirPlaceholders();
};

void tst_text::valuesAreWrittenInTheUnitThatSuits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("written");
    const auto row = [](double v, const char *unit, const char *written) {
        QTest::addRow("%g %s", v, unit) << v << QString::fromUtf8(unit) << QString::fromUtf8(written);
    };
    row(1.84, "seconds", "1.84 s");
    row(0.412, "seconds", "412 ms");
    row(0.0000005, "seconds", "0.5 µs");
    row(0, "seconds", "0 s");
    row(132, "seconds", "2 min 12 s");
    row(0.038, "ratio", "3.8 %");
    row(1, "ratio", "100 %");
    row(8.1 * (1 << 30), "bytes", "8.1 GiB");
    row(0, "bytes", "0 B");
    row(1560, "1/s", "1.56 k/s");
    row(184000, "", "184 k");
    row(999.9, "", "1 k");
    row(-12.5, "", "−12.5");
    row(0.0342, "", "0.0342");
    row(12, "connections", "12 connections");
    row(std::nan(""), "seconds", "–");
    row(INFINITY, "bytes", "–");
}

void tst_text::valuesAreWrittenInTheUnitThatSuits()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, written);
    QCOMPARE(spaced(text::value(value, unit)), written);
}

void tst_text::countsHaveCommasAndATrueMinus()
{
    QCOMPARE(text::count(0), QStringLiteral("0"));
    QCOMPARE(text::count(999), QStringLiteral("999"));
    QCOMPARE(text::count(12'430), QStringLiteral("12,430"));
    QCOMPARE(text::count(-1'000'000), QStringLiteral("−1,000,000"));
}

void tst_text::durationsAreShort_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("written");
    QTest::newRow("ms") << qint64(310) << QStringLiteral("310 ms");
    QTest::newRow("s") << qint64(3000) << QStringLiteral("3 s");
    QTest::newRow("min s") << qint64(252'000) << QStringLiteral("4 min 12 s");
    QTest::newRow("min") << qint64(840'000) << QStringLiteral("14 min");
    QTest::newRow("h") << qint64(3 * 3'600'000) << QStringLiteral("3 h");
    QTest::newRow("h min") << qint64(2 * 3'600'000 + 5 * 60'000) << QStringLiteral("2 h 05 min");
    QTest::newRow("d") << qint64(7 * 86'400'000ll) << QStringLiteral("7 d");
}

void tst_text::durationsAreShort()
{
    QFETCH(qint64, ms);
    QFETCH(QString, written);
    QCOMPARE(spaced(text::duration(ms)), written);
}

void tst_text::momentsCanBeTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("offset"); // from now; -1: refused
    const auto row = [](const char *typed, qint64 offset) { QTest::newRow(typed) << QString::fromUtf8(typed) << offset; };
    row("now", 0);
    row("now-6h", -6 * 3'600'000ll);
    row(" now + 1d ", 86'400'000);
    row("now/d", -(9 * 3600 + 42 * 60 + 4) * 1000ll);
    row("2026-11-10 09:00", -(42 * 60 + 4) * 1000ll);
    row("2026-11-10T09:42:04", 0);
    row("", -1);
    row("now-", -1);
    row("now-6", -1);
    row("now/x", -1);
    row("now-99999999999999999999d", -1);
    row("2026-13-40", -1);
    row("yesterday", -1);
}

void tst_text::momentsCanBeTyped()
{
    QFETCH(QString, typed);
    QFETCH(qint64, offset);
    const auto moment = parseMoment(typed, now, true);
    QCOMPARE(moment.has_value(), offset != -1);
    if (moment)
        QCOMPARE(*moment - now, TimeMs(offset));
}

void tst_text::aLiveRangeFollowsTheClockAndAPausedOneStays()
{
    TimeScale scale(now);
    const TimeMs span = scale.span();
    scale.follow(now + 5000);
    QCOMPARE(scale.to(), now + 5000 + scale.ahead());
    QCOMPARE(scale.span(), span);
    scale.setLive(false);
    const TimeMs to = scale.to();
    scale.follow(now + 60'000);
    QCOMPARE(scale.to(), to);
    scale.setLive(true);
    QCOMPARE(scale.to(), now + 60'000 + scale.ahead());
}

void tst_text::theWayBackThroughRangesIsKept()
{
    TimeScale scale(now);
    scale.setRange(now - 1000'000, now);
    scale.setRange(now - 2000'000, now - 1000'000);
    scale.back();
    QCOMPARE(scale.from(), now - 1000'000);
    scale.back();
    QVERIFY(scale.live());
    QVERIFY(!scale.canGoBack());
    scale.forward();
    scale.forward();
    QCOMPARE(scale.to(), now - 1000'000);
    QVERIFY(!scale.canGoForward());
}

void tst_text::zoomKeepsTheCrosshairInPlace()
{
    TimeScale scale(now);
    scale.setRange(now - 400'000, now);
    scale.setCrosshair(now - 100'000);
    scale.zoom(2);
    QCOMPARE(scale.span(), TimeMs(200'000));
    QCOMPARE(double(scale.crosshair() - scale.from()) / double(scale.span()), 0.75);
}

void tst_text::absurdRangesAreHeldInBounds()
{
    TimeScale scale(now);
    scale.setRange(now, now);
    QVERIFY(scale.span() >= 1000);
    scale.setRange(now, now - 5000);
    QVERIFY(scale.from() < scale.to());
    scale.zoom(0);
    scale.zoom(-1);
    for (int i = 0; i < 80; ++i)
        scale.zoom(0.5);
    QVERIFY(scale.span() <= 3650ll * 86'400'000);
    for (int i = 0; i < 300; ++i)
        scale.step(-0.5);
    QVERIFY(scale.canGoBack());
}

void tst_text::aPaletteFindsWordsInAnyOrder()
{
    QVERIFY(fuzzyScore(QStringLiteral("roll ba"), QStringLiteral("Roll back canary")) > fuzzyScore(QStringLiteral("oll"), QStringLiteral("Roll back canary")));
    QVERIFY(fuzzyScore(QStringLiteral("canary roll"), QStringLiteral("Roll back canary")) > 0);
    QCOMPARE(fuzzyScore(QStringLiteral("rolls"), QStringLiteral("Roll back")), -1);
    QCOMPARE(fuzzyScore({}, QStringLiteral("anything")), 0);
}

void tst_text::everySettingHasWords()
{
    for (const SettingInfo &setting : settingTable())
        QVERIFY2(!text::settingDoc(setting).isEmpty(), qPrintable(setting.key));
}

void tst_text::bothTranslationsAreCompleteAndKeepTheirPlaceholders_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English") << QStringLiteral("leptoscope_en.ts");
    QTest::newRow("Simplified Chinese") << QStringLiteral("leptoscope_zh_CN.ts");
}

void tst_text::bothTranslationsAreCompleteAndKeepTheirPlaceholders()
{
    QFETCH(QString, file);
    QFile ts(QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/translations/") + file);
    QVERIFY(ts.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&ts);
    QString source;
    int messages = 0;
    static const QRegularExpression placeholder(QStringLiteral("%L?[0-9n]"));
    const auto places = [](const QString &text) {
        QStringList found;
        for (auto match = placeholder.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        return found.join(QLatin1Char(' '));
    };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
            ++messages;
        } else if (xml.name() == QLatin1String("translation")) {
            QVERIFY2(!xml.attributes().hasAttribute(QStringLiteral("type")), qPrintable(QStringLiteral("not translated: ") + source));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(!text.trimmed().isEmpty() || source.trimmed().isEmpty(), qPrintable(source));
            if (!source.contains(QLatin1String("%n")) && !source.contains(QLatin1String("%Ln")))
                QCOMPARE(places(text), places(source));
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(messages > 500);
}

QTEST_GUILESS_MAIN(tst_text)
#include "tst_text.moc"
