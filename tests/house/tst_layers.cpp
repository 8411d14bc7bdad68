#include "tests/house/layer_rules.h"
#include "tests/house/source_tree.h"

#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

using namespace lepto::house;

namespace {

const QString root = QStringLiteral(LEPTOSCOPE_SOURCE_DIR);

/// The order of core's rooms, from the build that keeps them in it.
QStringList rooms()
{
    static const QRegularExpression list(QStringLiteral("set\\(rooms ([\\w\\s]+)\\)"));
    const auto match = list.match(QString::fromUtf8(contentOf(root, QStringLiteral("core/CMakeLists.txt"))));
    return match.captured(1).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

LayerRules rules()
{
    return { rooms(), QLibraryInfo::path(QLibraryInfo::HeadersPath) };
}

QByteArray including(const char *header)
{
    return QByteArray("#include <vector>\n  #  include \"") + header + "\"\n";
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRoomsOfCoreAreKnown()
    {
        QVERIFY(rooms().size() > 10);
        QCOMPARE(rooms().first(), QStringLiteral("base"));
        QVERIFY(layeredSources(root).size() > 50);
    }

    void noFileIncludesAgainstTheArrows()
    {
        QStringList found;
        for (const QString &file : layeredSources(root))
            found += rules().violations(file, contentOf(root, file));
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void torchStaysBehindTorchFreeHeaders()
    {
        QHash<QString, QByteArray> contentByFile;
        for (const QString &file : layeredSources(root))
            contentByFile.insert(file, contentOf(root, file));
        const QStringList found = rules().torchLeaks(contentByFile);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void aForbiddenIncludeIsFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("Qt in ml") << "ml/torch/trainer.cpp" << QByteArray("QString");
        QTest::newRow("Torch in ml/base") << "ml/base/series.cpp" << QByteArray("torch/torch.h");
        QTest::newRow("core from ml") << "ml/base/series.cpp" << QByteArray("core/base/text.h");
        QTest::newRow("a colour in core") << "core/health/rules.cpp" << QByteArray("QColor");
        QTest::newRow("a widget in core") << "core/base/home.cpp" << QByteArray("QtWidgets/QWidget");
        QTest::newRow("ui from core") << "core/base/home.cpp" << QByteArray("ui/console.h");
        QTest::newRow("Torch in core") << "core/worker/client.cpp" << QByteArray("ATen/ATen.h");
        QTest::newRow("a room upwards") << "core/store/store.cpp" << QByteArray("core/health/health.h");
        QTest::newRow("a database in ui") << "ui/pages/audit_page.cpp" << QByteArray("QSqlQuery");
        QTest::newRow("a socket in ui") << "ui/pages/explore_page.cpp" << QByteArray("QNetworkAccessManager");
        QTest::newRow("a process in ui") << "ui/pages/training_page.cpp" << QByteArray("QProcess");
        QTest::newRow("charts outside ui/charts") << "ui/pages/health_page.cpp" << QByteArray("QChartView");
        QTest::newRow("Qt in the worker") << "app/worker/main.cpp" << QByteArray("QCoreApplication");
        QTest::newRow("ui in the command line") << "app/cli/main.cpp" << QByteArray("ui/console.h");
    }

    void aForbiddenIncludeIsFound()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, header);
        QCOMPARE(rules().violations(file, including(header.constData())).size(), 1);
    }

    void anAllowedIncludeIsNotFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("Torch in ml/torch") << "ml/torch/trainer.cpp" << QByteArray("torch/torch.h");
        QTest::newRow("core from ui") << "ui/console.h" << QByteArray("core/health/health.h");
        QTest::newRow("a room downwards") << "core/health/rules.cpp" << QByteArray("core/store/store.h");
        QTest::newRow("charts in ui/charts") << "ui/charts/time_chart.cpp" << QByteArray("QChartView");
        QTest::newRow("a process in core") << "core/remediate/local_executor.cpp" << QByteArray("QProcess");
        QTest::newRow("ml/base from core") << "core/store/store.h" << QByteArray("ml/base/series.h");
    }

    void anAllowedIncludeIsNotFound()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, header);
        QCOMPARE(rules().violations(file, including(header.constData())), QStringList());
    }

    void torchThroughAHeaderIsFound()
    {
        const QHash<QString, QByteArray> planted { { QStringLiteral("app/worker/main.cpp"), including("ml/torch/trainer.h") },
            { QStringLiteral("ml/torch/trainer.h"), including("ml/torch/net.h") },
            { QStringLiteral("ml/torch/net.h"), including("torch/nn.h") } };
        QCOMPARE(rules().torchLeaks(planted), QStringList { QStringLiteral("app/worker/main.cpp gets Torch through a header") });
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
