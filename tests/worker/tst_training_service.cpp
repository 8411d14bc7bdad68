#include "core/models/grid_export.h"
#include "core/models/live_scorer.h"
#include "ml/base/label_text.h"
#include "tests/worker/training_bench.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace lepto;
using namespace lepto::test;
using State = TrainingJob::State;

class TestTrainingService : public QObject {
    Q_OBJECT

private:
    static State stateOf(const TrainingBench &bench, const QString &id) { return bench.training->job(id)->state; }

private Q_SLOTS:
    void aJobGoesFromTheHistoryToACandidateThatCanScoreLive()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        bench.fill();
        bench.labels = {LabelRegion{1, signal("cpu"), kStart + 500 * kStep, kStart + 520 * kStep, LabelRegion::Class::Incident, {}, {}, 0, 0}};
        QSignalSpy registered(bench.training.get(), &TrainingService::modelRegistered);
        QList<State> states;
        connect(bench.training.get(), &TrainingService::jobChanged, this, [&](const TrainingJob &job) {
            if (states.isEmpty() || states.last() != job.state)
                states.append(job.state);
        });
        const auto id = bench.training->start(bench.spec(12));
        QVERIFY(id);
        QTRY_COMPARE_WITH_TIMEOUT(registered.size(), 1, 60'000);
        QCOMPARE(states, (QList<State>{State::Queued, State::Exporting, State::Running, State::Evaluating, State::Done}));
        const TrainingJob job = *bench.training->job(*id);
        QCOMPARE(job.device, QStringLiteral("cpu"));
        QCOMPARE(job.trainLoss.size(), 12u);
        QVERIFY(job.validLoss.back() < job.validLoss.front());
        const ModelVersion model = bench.registry->models().front();
        QCOMPARE(model.metrics[u"labels"].toString(), QStringLiteral("marked"));
        QVERIFY(model.metrics[u"vus_pr"].isDouble() && model.metrics[u"baseline_vus_pr"].isDouble());
        QVERIFY(!QDir(bench.home->jobs() + u'/' + *id).exists());

        QVERIFY(bench.registry->promote(model.name, model.version));
        FixedClock now(kStart + (kRows - 1) * kStep);
        LiveScorer scorer(*bench.store, *bench.registry, now, {QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-worker")});
        QSignalSpy scored(&scorer, &LiveScorer::scored), opened(&scorer, &LiveScorer::anomalyOpened), ended(&scorer, &LiveScorer::anomalyEnded);
        scorer.start(50);
        QTRY_COMPARE_WITH_TIMEOUT(scored.size(), 1, 20'000);
        QVERIFY(scored.first().first().value<ModelScore>().score < 0.5);
        for (int row = kRows; row < kRows + 4; ++row) {
            const TimeMs t = kStart + row * kStep;
            QVERIFY(bench.store->append(std::vector<LabelledSample>{{signal("traffic"), {t, 100 + 40 * std::sin(row / 30.0)}}, {signal("cpu"), {t, 500}}}));
            now.set(t);
            QTRY_COMPARE_WITH_TIMEOUT(scored.size(), row - kRows + 2, 20'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), 20'000);
        const auto anomaly = opened.first().first().value<Anomaly>();
        QCOMPARE(anomaly.detector, QStringLiteral("model:ae-checkout@1"));
        QCOMPARE(anomaly.service, std::string("checkout"));
    }

    void aConsoleKilledInTheMiddleLeavesAnInterruptedJobThatResumesOnce()
    {
        QTemporaryDir folder;
        {
            TrainingBench bench(folder.path());
            bench.fill();
        }
        QProcess child;
        child.start(QStringLiteral(LEPTOSCOPE_TEST_BIN "/training_child"), {folder.path(), QStringLiteral("150")});
        QByteArray said;
        const auto reached = [&] { return child.waitForReadyRead(20'000) && (said += child.readAll()).contains("epoch 5\n"); };
        while (!said.contains("epoch 5\n"))
            QVERIFY2(reached() || child.state() == QProcess::Running, said.constData());
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        const QString id = QString::fromLatin1(said.mid(said.indexOf("job ") + 4).split('\n').first());

        TrainingBench bench(folder.path());
        QVERIFY(bench.registry->load());
        QVERIFY(bench.training->load());
        QCOMPARE(stateOf(bench, id), State::Interrupted);
        QVERIFY(bench.training->job(id)->epoch >= 5);
        QVERIFY(bench.training->resume(id));
        QCOMPARE(bench.training->resume(id).error().code, ErrorCode::Conflict);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(bench, id), State::Done, 60'000);
        QVERIFY(bench.training->job(id)->result[u"resumed_from"].toInt() >= 5);
        QCOMPARE(bench.registry->models().size(), 1u);
        QCOMPARE(bench.training->resume(id).error().code, ErrorCode::Conflict);
    }

    void aRunningJobCanBeCancelledAndContinued()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        bench.fill();
        const auto id = bench.training->start(bench.spec(60));
        const auto second = bench.training->start(bench.spec(2));
        QTRY_VERIFY_WITH_TIMEOUT(bench.training->job(*id)->epoch >= 2, 30'000);
        QCOMPARE(stateOf(bench, *second), State::Queued);
        QVERIFY(bench.training->cancel(*second));
        QCOMPARE(stateOf(bench, *second), State::Cancelled);
        QVERIFY(bench.training->cancel(*id));
        QVERIFY(bench.training->cancel(*id)); // twice is once
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(bench, *id), State::Cancelled, 10'000);
        QCOMPARE(bench.training->cancel(*id).error().code, ErrorCode::Conflict);
        QCOMPARE(bench.training->cancel(QStringLiteral("nothing")).error().code, ErrorCode::NotFound);
        QVERIFY(bench.training->resume(*id));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(bench, *id), State::Done, 60'000);
    }

    void closingTheConsoleInterruptsTheJob()
    {
        QTemporaryDir folder;
        QString id;
        {
            TrainingBench bench(folder.path());
            bench.fill();
            id = *bench.training->start(bench.spec(100'000));
            QTRY_VERIFY_WITH_TIMEOUT(bench.training->job(id)->epoch >= 2, 30'000);
        }
        TrainingBench bench(folder.path());
        QVERIFY(bench.training->load());
        QCOMPARE(stateOf(bench, id), State::Interrupted);
    }

    void whatCannotBeTrainedSaysWhy()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        TrainingSpec empty = bench.spec(5);
        empty.series.clear();
        QCOMPARE(bench.training->start(empty).error().code, ErrorCode::BadInput);
        TrainingSpec unnamed = bench.spec(5);
        unnamed.name = QStringLiteral("../x");
        QCOMPARE(bench.training->start(unnamed).error().code, ErrorCode::BadInput);
        const auto absent = bench.training->start(bench.spec(5));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(bench, *absent), State::Failed, 10'000);
        QVERIFY(bench.training->job(*absent)->reason.endsWith(QStringLiteral("the series is not in the history")));
    }

    void theGridHoldsTheLastSampleOfEachStep()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        const Labels labels = Labels().with("__name__", "x");
        QVERIFY(bench.store->append(std::vector<LabelledSample>{{labels, {1000, 1}}, {labels, {1400, 2}}, {labels, {2000, 3}}, {labels, {4500, 5}}}));
        const auto grid = exportGrid(*bench.store, {labels}, 1000, 5000, 1000);
        QVERIFY(grid);
        QCOMPARE(grid->rows(), 5u);
        QCOMPARE(grid->at(0, 0), 1.0f);
        QCOMPARE(grid->at(1, 0), 3.0f);
        QVERIFY(std::isnan(grid->at(2, 0)) && std::isnan(grid->at(3, 0)));
        QCOMPARE(grid->at(4, 0), 5.0f);
        ml::TrainingData marked = *grid;
        markRegions(marked, {LabelRegion{1, labels, 2000, 3000, LabelRegion::Class::Incident, {}, {}, 0, 0},
                             LabelRegion{2, labels, 4000, 4000, LabelRegion::Class::Maintenance, {}, {}, 0, 0},
                             LabelRegion{3, labels, 5000, 5000, LabelRegion::Class::Normal, {}, {}, 0, 0}});
        QCOMPARE(marked.flags, (std::vector<std::uint8_t>{0, ml::RowAbnormal, ml::RowAbnormal, ml::RowExcluded, 0}));
    }

    void labelTextComesBackExactly()
    {
        for (const Labels &labels : {signal("cpu"), Labels().with("__name__", "up"), Labels().with("a", "b"), Labels(), Labels().with("a", "},{=\"\\n").with("b", "\n")}) {
            const auto back = labelsOfText(labels.text());
            QVERIFY(back);
            QVERIFY(*back == labels);
        }
        for (const char *text : {"up{", "up{a}", "up{a=\"b\"", "up{a=\"b\",}", "up{b=\"1\",a=\"2\"}", "up{a=\"\"}", "up{a=\"\\", "up{}", "{a=\"b\"}x"})
            QVERIFY2(!labelsOfText(text), text);
    }
};

QTEST_GUILESS_MAIN(TestTrainingService)
#include "tst_training_service.moc"
