#include "core/quality/series_detail.h"
#include "tests/support/memory_store.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace lepto;

namespace {

constexpr TimeMs kStart = 1'795'000'000'000;

Labels labels(const char *name, const char *source)
{
    return Labels({ { "__name__", name }, { "source", source } });
}

void fill(Store &store, const Labels &series, int n, const std::function<std::optional<double>(int)> &value)
{
    std::vector<LabelledSample> batch;
    for (int i = 0; i < n; ++i) {
        if (const auto v = value(i))
            batch.push_back({ series, { kStart + 5000LL * i, *v } });
    }
    QVERIFY(store.append(batch));
}

} // namespace

class TestQualitySurvey : public QObject {
    Q_OBJECT
    SeriesInfo found(const char *metric) const
    {
        const auto series = m_store->select(std::vector<Matcher> { { Matcher::Kind::Equal, "__name__", metric } }, kStart, kStart + 200 * 5000, 1);
        return series && !series->empty() ? series->front() : SeriesInfo();
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<test::MemoryStore>();
        fill(*m_store, labels("steady_ratio", "a"), 200, [](int i) { return std::sin(i); });
        fill(*m_store, labels("holes_ratio", "b"), 200, [](int i) { return i % 100 < 50 ? std::optional(std::sin(i)) : std::nullopt; });
        fill(*m_store, labels("wait_milliseconds", "b"), 200, [](int i) { return 250.0 + i % 7 + (i == 90 ? 9000 : 0); });
        fill(*m_store, labels("short_ratio", "b"), 3, [](int i) { return double(i); });
    }

    void theWorstComesFirstWithItsReason()
    {
        const auto survey = surveyQuality(*m_store, {}, kStart, kStart + 200 * 5000);
        QVERIFY(survey);
        QCOMPARE(survey->size(), 4u);
        QCOMPARE(survey->front().series.labels.name(), std::string_view("holes_ratio"));
        QCOMPARE(survey->front().quality.gaps, 1);
        QCOMPARE(survey->at(2).quality.score, 100.0);
        QVERIFY(!survey->back().quality.judged);
    }

    void theDetailHasStoredBesideCleanedAndWhatChanges()
    {
        const SeriesInfo series = found("wait_milliseconds");
        const auto detail = seriesDetail(*m_store, { series, kStart, kStart + 200 * 5000, 5000, SeriesView::Hampel, 5, 50 });
        QVERIFY(detail);
        QCOMPARE(detail->samples, 200);
        QCOMPARE(detail->changed, 1);
        QCOMPARE(detail->changes.front().t, kStart + 90 * 5000);
        QVERIFY(detail->changes.front().stored > 9000 && detail->changes.front().shown < 300);
        QVERIFY(detail->stored.columns.size() <= 51);
        double greatest = 0;
        for (const Column &column : detail->stored.columns)
            greatest = std::max(greatest, column.max);
        QVERIFY(greatest > 9000); // thinning keeps the spike
        QVERIFY(detail->gaps.empty());
    }

    void theDetailListsGapsTheLongestFirst()
    {
        const auto detail = seriesDetail(*m_store, { found("holes_ratio"), kStart, kStart + 220 * 5000, 5000, SeriesView::Median, 2, 50 });
        QVERIFY(detail);
        QCOMPARE(detail->gapCount, 2); // the hole, and silence until the end
        QCOMPARE(detail->gaps[0].to, kStart + 220 * 5000);
        QCOMPARE(detail->gaps[1].to - detail->gaps[1].from, 51 * 5000);
        QVERIFY(!seriesDetail(*m_store, { found("holes_ratio"), kStart, kStart + 1, 5000, SeriesView::Median, 0, 50 }));
    }

    void sourcesAreComparedByTheirSeries()
    {
        const auto survey = surveyQuality(*m_store, {}, kStart, kStart + 200 * 5000);
        const auto groups = groupQuality(*survey, "source");
        QCOMPARE(groups.size(), 2u);
        QCOMPARE(groups[0].name, std::string("a"));
        QCOMPARE(groups[0].poor, 0);
        QCOMPARE(groups[1].series, 3);
        QCOMPARE(groups[1].judged, 2);
        QCOMPARE(groups[1].poor, 1);
        QVERIFY(groups[1].score < groups[0].score);
    }

    void aSurveyCanBeStopped()
    {
        int asked = 0;
        const auto survey = surveyQuality(*m_store, {}, kStart, kStart + 200 * 5000, 100, [&](double) { return ++asked < 2; });
        QVERIFY(!survey);
        QCOMPARE(survey.error().code, ErrorCode::Cancelled);
    }

    void aViewStandsBesideWhatIsStored()
    {
        const SeriesInfo wait = *m_store->series(*m_store->find(labels("wait_milliseconds", "b")));
        const auto hampel = viewSeries(*m_store, wait, kStart, kStart + 200 * 5000, SeriesView::Hampel, 5);
        QVERIFY(hampel);
        QCOMPARE(hampel->at(90).stored, 9256.0);
        QVERIFY(hampel->at(90).shown < 260);
        const auto base = viewSeries(*m_store, wait, kStart, kStart + 5000, SeriesView::BaseUnit, 0);
        QCOMPARE(base->at(0).shown, 0.25);
        QCOMPARE(m_store->range(wait.id, kStart + 90 * 5000, kStart + 90 * 5000)->front().v, 9256.0);
    }

    void aViewThatCannotBeIsRefusedInOneSentence()
    {
        const SeriesInfo steady = *m_store->series(*m_store->find(labels("steady_ratio", "a")));
        QCOMPARE(viewSeries(*m_store, steady, 0, 1, SeriesView::Median, 0).error().text(), std::string("the window: must be greater than zero"));
        SeriesInfo unknown = steady;
        unknown.labels = labels("node_load1", "a");
        QCOMPARE(viewSeries(*m_store, unknown, 0, 1, SeriesView::BaseUnit, 0).error().reason, std::string("the name of the metric does not say its unit"));
    }

private:
    std::unique_ptr<Store> m_store;
};

QTEST_MAIN(TestQualitySurvey)
#include "tst_quality_survey.moc"
