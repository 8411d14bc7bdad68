#include "ml/base/atomic_file.h"
#include "ml/base/model_container.h"
#include "tests/worker/training_bench.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace lepto;
using lepto::test::TrainingBench;

class TestModelRegistry : public QObject {
    Q_OBJECT

private:
    static QString modelFile(const QTemporaryDir &folder, float weight)
    {
        ml::ModelManifest manifest;
        manifest.arch = "autoencoder";
        manifest.hyperParameters = "{}";
        manifest.series = {"up{job=\"a\"}"};
        manifest.step = 1000;
        manifest.device = "cpu";
        manifest.threshold = 1;
        const QString file = folder.filePath(QStringLiteral("made.safetensors"));
        const auto written = ml::writeModel(file.toStdString(), manifest, {ml::Tensor::ofFloats("w", {1}, std::vector<float>{weight})});
        return written ? file : QString();
    }

    static void spoil(const QString &file)
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadWrite));
        out.seek(out.size() - 1);
        out.write("!");
    }

private Q_SLOTS:
    void aCandidateIsCopiedSignedAndListed()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        const auto model = bench.registry->registerCandidate(QStringLiteral("ae"), modelFile(folder, 1), {{QStringLiteral("vus_pr"), 0.5}});
        QVERIFY(model);
        QCOMPARE(model->version, 1);
        QCOMPARE(model->stage, ModelStage::Candidate);
        QCOMPARE(model->series, QStringList{QStringLiteral("up{job=\"a\"}")});
        QVERIFY(QFile::exists(model->file));
        QVERIFY(bench.registry->verify(QStringLiteral("ae"), 1));
        QCOMPARE(bench.registry->registerCandidate(QStringLiteral("ae"), modelFile(folder, 2), {})->version, 2);

        TrainingBench again(folder.filePath(QStringLiteral("other")));
        QVERIFY(again.registry->load());
        QVERIFY(again.registry->models().empty());
        QVERIFY(bench.registry->load());
        QCOMPARE(bench.registry->models().size(), 2u);
        QCOMPARE(bench.registry->models().front().version, 2);
        QCOMPARE(bench.registry->models().back().metrics[u"vus_pr"].toDouble(), 0.5);
    }

    void aJobRegistersOnce()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        const QString file = modelFile(folder, 1);
        QCOMPARE(bench.registry->registerCandidate(QStringLiteral("ae"), file, {}, QStringLiteral("job-1"))->version, 1);
        QCOMPARE(bench.registry->registerCandidate(QStringLiteral("ae"), file, {}, QStringLiteral("job-1"))->version, 1);
        QCOMPARE(bench.registry->models().size(), 1u);
    }

    void promotionRetiresTheFormerAndRollBackBringsItBack()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        ModelRegistry &registry = *bench.registry;
        const QString name = QStringLiteral("ae");
        for (const float weight : {1.0f, 2.0f, 3.0f})
            QVERIFY(registry.registerCandidate(name, modelFile(folder, weight), {}));
        QSignalSpy changed(&registry, &ModelRegistry::changed);
        QVERIFY(registry.promote(name, 1));
        QVERIFY(registry.promote(name, 3));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(registry.active(name)->version, 3);
        QCOMPARE(registry.find(name, 1)->stage, ModelStage::Retired);
        QCOMPARE(registry.promote(name, 3).error().code, ErrorCode::Conflict);
        QVERIFY(registry.rollBack(name));
        QCOMPARE(registry.active(name)->version, 1);
        QCOMPARE(registry.rollBack(name).error().code, ErrorCode::NotFound);
        QCOMPARE(registry.promote(name, 9).error().code, ErrorCode::NotFound);
        QCOMPARE(bench.audit->entries(0, 100)->size(), 6u);
    }

    void aChangedFileIsRefusedWithTheReasonAndNeverPromoted()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        const auto model = bench.registry->registerCandidate(QStringLiteral("ae"), modelFile(folder, 1), {});
        spoil(model->file);
        const auto promoted = bench.registry->promote(QStringLiteral("ae"), 1);
        QVERIFY(!promoted);
        QCOMPARE(promoted.error().code, ErrorCode::Refused);
        QCOMPARE(bench.registry->find(QStringLiteral("ae"), 1)->stage, ModelStage::Refused);
        QCOMPARE(bench.registry->find(QStringLiteral("ae"), 1)->refusedBecause, QStringLiteral("the file differs from what was registered"));
        QVERIFY(QFile::remove(model->file));
        QVERIFY(!bench.registry->verify(QStringLiteral("ae"), 1));
        QCOMPARE(bench.registry->find(QStringLiteral("ae"), 1)->refusedBecause, QStringLiteral("the file is missing"));
    }

    void aRowThatWasChangedBehindTheBackIsRefused()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        QVERIFY(bench.registry->registerCandidate(QStringLiteral("ae"), modelFile(folder, 1), {}));
        const auto other = bench.registry->registerCandidate(QStringLiteral("ae"), modelFile(folder, 2), {});
        QSqlQuery(bench.ops->handle())
            .exec(QStringLiteral("UPDATE model SET sha256 = '%1', file = '%2' WHERE version = 1").arg(other->sha256, other->file));
        QVERIFY(bench.registry->load());
        QVERIFY(!bench.registry->promote(QStringLiteral("ae"), 1));
        QCOMPARE(bench.registry->find(QStringLiteral("ae"), 1)->refusedBecause, QStringLiteral("the signature does not match"));
    }

    void aNameCannotLeaveTheFolder()
    {
        QTemporaryDir folder;
        TrainingBench bench(folder.path());
        for (const char *name : {"../x", "", "a/b", ".x", "a\nb"})
            QCOMPARE(bench.registry->registerCandidate(QString::fromLatin1(name), modelFile(folder, 1), {}).error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestModelRegistry)
#include "tst_model_registry.moc"
