#include "core/audit/merkle_log.h"

#include <QtTest>

using namespace lepto;

namespace {

/// The eight inputs of the reference implementation of Certificate Transparency, and the roots after each.
const std::vector<QByteArray> kInputs { "", QByteArray::fromHex("00"), QByteArray::fromHex("10"), QByteArray::fromHex("2021"),
    QByteArray::fromHex("3031"), QByteArray::fromHex("40414243"), QByteArray::fromHex("5051525354555657"),
    QByteArray::fromHex("606162636465666768696a6b6c6d6e6f") };
const std::vector<QByteArray> kRoots { "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" };

std::vector<QByteArray> leaves(int n)
{
    std::vector<QByteArray> all;
    for (int i = 0; i < n; ++i)
        all.push_back(merkle::leafHash(i < 8 ? kInputs[std::size_t(i)] : QByteArray::number(i)));
    return all;
}

std::span<const QByteArray> first(const std::vector<QByteArray> &all, int n)
{
    return std::span(all).first(std::size_t(n));
}

} // namespace

class TestMerkleLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheReferenceRoots();
    void anEmptyTreeHasTheHashOfNothing();
    void provesEachLeafOfEachSizeAndNothingElse();
    void provesThatEachTreeBeginsEachLaterOne();
    void refusesAConsistencyProofOfAnotherHistory();
    void goesOnFromItsPeaks();
};

void TestMerkleLog::givesTheReferenceRoots()
{
    const auto all = leaves(8);
    CompactRange range;
    for (int n = 1; n <= 8; ++n) {
        range.append(all[std::size_t(n - 1)]);
        QCOMPARE(range.root().toHex(), kRoots[std::size_t(n - 1)]);
        QCOMPARE(merkle::rootOf(first(all, n)).toHex(), kRoots[std::size_t(n - 1)]);
    }
}

void TestMerkleLog::anEmptyTreeHasTheHashOfNothing()
{
    QCOMPARE(CompactRange().root().toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestMerkleLog::provesEachLeafOfEachSizeAndNothingElse()
{
    const auto all = leaves(33);
    for (int n = 1; n <= 33; ++n) {
        const QByteArray root = merkle::rootOf(first(all, n));
        for (int i = 0; i < n; ++i) {
            auto path = merkle::inclusionProof(first(all, n), i);
            const QByteArray &leaf = all[std::size_t(i)];
            QVERIFY(merkle::verifyInclusion(leaf, i, n, path, root));
            QVERIFY(!merkle::verifyInclusion(leaf, i + 1, n, path, root));
            QVERIFY(!merkle::verifyInclusion(leaf, -1, n, path, root));
            QVERIFY(!merkle::verifyInclusion(merkle::leafHash("other"), i, n, path, root));
            QVERIFY(!merkle::verifyInclusion(leaf, i, n, path, merkle::leafHash("other")));
            path.push_back(root);
            QVERIFY(!merkle::verifyInclusion(leaf, i, n, path, root));
            path.pop_back();
            if (!path.empty()) {
                path.back()[0] = char(path.back()[0] ^ 1);
                QVERIFY(!merkle::verifyInclusion(leaf, i, n, path, root));
                path.pop_back();
                QVERIFY(!merkle::verifyInclusion(leaf, i, n, path, root));
            }
        }
    }
}

void TestMerkleLog::provesThatEachTreeBeginsEachLaterOne()
{
    const auto all = leaves(33);
    for (int n = 1; n <= 33; ++n) {
        for (int m = 1; m <= n; ++m) {
            const QByteArray before = merkle::rootOf(first(all, m)), after = merkle::rootOf(first(all, n));
            auto path = merkle::consistencyProof(first(all, n), m);
            QVERIFY2(merkle::verifyConsistency(m, n, before, after, path), qPrintable(QStringLiteral("%1 in %2").arg(m).arg(n)));
            QVERIFY(m == n || !merkle::verifyConsistency(m, n, after, before, path));
            QVERIFY(!merkle::verifyConsistency(0, n, before, after, path));
            path.push_back(after);
            QVERIFY(!merkle::verifyConsistency(m, n, before, after, path));
        }
    }
}

void TestMerkleLog::refusesAConsistencyProofOfAnotherHistory()
{
    const auto all = leaves(33);
    for (int m = 1; m < 33; ++m) {
        for (int changed = 0; changed < m; changed += 5) {
            auto other = all;
            other[std::size_t(changed)] = merkle::leafHash("rewritten");
            const auto path = merkle::consistencyProof(other, m);
            QVERIFY(!merkle::verifyConsistency(m, 33, merkle::rootOf(first(all, m)), merkle::rootOf(other), path));
        }
    }
}

void TestMerkleLog::goesOnFromItsPeaks()
{
    const auto all = leaves(100);
    CompactRange range;
    for (const QByteArray &leaf : all) {
        CompactRange resumed(range.size(), range.peaks());
        QVERIFY(CompactRange::fits(resumed.size(), resumed.peaks().size()));
        resumed.append(leaf);
        range = resumed;
    }
    QCOMPARE(range.root(), merkle::rootOf(all));
    QVERIFY(!CompactRange::fits(7, 2));
    QVERIFY(!CompactRange::fits(-1, 1));
}

QTEST_GUILESS_MAIN(TestMerkleLog)
#include "tst_merkle_log.moc"
