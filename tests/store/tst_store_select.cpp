#include "store_fixture.h"

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'700'000'000'000;
constexpr TimeMs kDay = 86'400'000;

Matcher equals(const char *name, const char *value)
{
    return { Matcher::Kind::Equal, name, value };
}

std::string named(const Result<std::vector<SeriesInfo>> &series)
{
    if (!series)
        return series.error().text();
    std::string out;
    for (const SeriesInfo &info : *series)
        out += (out.empty() ? "" : " ") + (info.labels.has("instance") ? std::string(info.labels.get("instance")) : "none");
    return out;
}

} // namespace

class TestStoreSelect : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void selectsByLabelsLikePrometheus();
    void selectsOnlySeriesWithSamplesInTheRange();
    void saysWhichRegularExpressionIsWrong();
    void listsLabelNamesAndValues();
};

void TestStoreSelect::selectsByLabelsLikePrometheus()
{
    auto store = openStore(at("select.db"));
    std::vector<LabelledSample> batch;
    for (const char *instance : { "web-1", "web-2", "db-1", "db.1" })
        batch.push_back({ labelled("up", instance), { kStart, 1 } });
    batch.push_back({ labelled("up", ""), { kStart, 1 } });
    batch.push_back({ labelled("down", "web-1"), { kStart, 1 } });
    QVERIFY(store->append(batch));
    const auto select = [&](std::vector<Matcher> matchers) {
        matchers.insert(matchers.begin(), equals("__name__", "up"));
        return named(store->select(matchers, 0, kStart * 2));
    };
    using Kind = Matcher::Kind;
    QCOMPARE(select({}), "none db-1 db.1 web-1 web-2");
    QCOMPARE(select({ equals("instance", "db-1") }), "db-1");
    QCOMPARE(select({ equals("instance", "") }), "none");
    QCOMPARE(select({ { Kind::NotEqual, "instance", "" } }), "db-1 db.1 web-1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", "web-1|db-1" } }), "db-1 web-1");
    QCOMPARE(select({ { Kind::Regex, "instance", "web" } }), "");
    QCOMPARE(select({ { Kind::Regex, "instance", "web.*" } }), "web-1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", "db\\.1" } }), "db.1");
    QCOMPARE(select({ { Kind::Regex, "instance", "(web|db)-[0-9]" } }), "db-1 web-1 web-2");
    QCOMPARE(select({ { Kind::NotRegex, "instance", ".*-1|" } }), "db.1 web-2");
    QCOMPARE(select({ { Kind::Regex, "instance", ".+" } }), "db-1 db.1 web-1 web-2");
    QCOMPARE(named(store->select({}, 0, kStart * 2, 2)), "web-1 none");
}

void TestStoreSelect::selectsOnlySeriesWithSamplesInTheRange()
{
    auto store = openStore(at("hole.db"));
    std::vector<Sample> samples;
    for (int i = 0; i < 2000; ++i)
        samples.push_back({ kStart + i * 1000 + (i >= 1000 ? kDay : 0), double(i) });
    const std::vector<SeriesRun> runs { { labelled("m", "a"), samples } };
    QVERIFY(store->appendRuns(runs));
    const auto select = [&](TimeMs from, TimeMs to) { return named(store->select({}, kStart + from, kStart + to)); };
    QCOMPARE(select(0, kDay * 2), "a");
    QCOMPARE(select(500'000, 500'000), "a");
    QCOMPARE(select(kDay / 2, kDay / 2 + 1000), "");
    QCOMPARE(select(-kDay, -1), "");
    QCOMPARE(select(kDay * 2, kDay * 3), "");
}

void TestStoreSelect::saysWhichRegularExpressionIsWrong()
{
    auto store = openStore(at("regex.db"));
    QVERIFY(append(*store, { { labelled("m", std::string(4000, 'a')), { 1, 1 } } }));
    const auto select = [&](std::string pattern) {
        return store->select(std::vector<Matcher> { { Matcher::Kind::Regex, "instance", std::move(pattern) } }, 0, 10);
    };
    const auto broken = select("web-[");
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::BadInput);
    QCOMPARE(broken.error().subject, "web-[");
    QVERIFY(!select(std::string(20'000, 'x') + "+"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(select("(a+)+b")); // explodes without a limit
    QVERIFY(select("((((a*)*)*)*)*c"));
    QVERIFY(timer.elapsed() < 5000);
}

void TestStoreSelect::listsLabelNamesAndValues()
{
    auto store = openStore(at("labels.db"));
    const std::string odd = "\xff\"\\\n<b>";
    QVERIFY(
        append(*store, { { labelled("m", "b"), { 1, 1 } }, { labelled("m", "a"), { 1, 1 } }, { labelled("n", odd), { 1, 1 } } }));
    QCOMPARE(store->labelNames(), (std::vector<std::string> { "__name__", "instance" }));
    QCOMPARE(store->labelValues("instance"), (std::vector<std::string> { "a", "b", odd }));
    QCOMPARE(store->labelValues("instance", 1), (std::vector<std::string> { "a" }));
    QVERIFY(store->labelValues("none").empty());
    store.reset();
    store = openStore(at("labels.db"));
    QVERIFY(store->find(labelled("n", odd)));
}

QTEST_GUILESS_MAIN(TestStoreSelect)
#include "tst_store_select.moc"
