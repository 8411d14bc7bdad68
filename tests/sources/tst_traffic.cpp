#include "core/sources/reach.h"

#include <QHostAddress>
#include <QTest>

using namespace lepto;

class tst_traffic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addressesAreNearOrFar_data()
    {
        QTest::addColumn<int>("reach");
        const auto row = [](const char *address, Reach reach) { QTest::newRow(address) << int(reach); };
        for (const char *own : { "127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1" })
            row(own, Reach::Machine);
        for (const char *near : { "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "169.254.1.1", "fe80::1", "fd00::1", "::ffff:10.0.0.1" })
            row(near, Reach::Network);
        for (const char *far : { "8.8.8.8", "172.32.0.1", "172.15.255.255", "192.169.0.1", "100.128.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8" })
            row(far, Reach::Outside);
        QTest::newRow("") << int(Reach::Unknown);
    }
    void addressesAreNearOrFar()
    {
        QFETCH(int, reach);
        QCOMPARE(int(reachOf(QHostAddress(QString::fromLatin1(QTest::currentDataTag())))), reach);
    }

    void bytesAddUpByServerAndPurpose()
    {
        TrafficLedger ledger;
        const QString host = QStringLiteral("a"), at = QStringLiteral("a:1");
        ledger.sent(host, at, SourceConfig::Kind::Loki, 10);
        ledger.sent(host, at, SourceConfig::Kind::Prometheus, 100);
        ledger.sent(host, at, SourceConfig::Kind::Prometheus, 20);
        ledger.received(host, at, SourceConfig::Kind::Prometheus, 5);
        const auto hosts = ledger.hosts();
        QCOMPARE(hosts.size(), std::size_t(2));
        QCOMPARE(hosts[0].sent, qint64(120)); // the most first
        QCOMPARE(hosts[0].requests, qint64(2));
        QCOMPARE(hosts[0].received, qint64(5));
        QCOMPARE(hosts[1].purpose, SourceConfig::Kind::Loki);
    }

    void aFloodOfNamesIsCountedUnderOne()
    {
        TrafficLedger ledger;
        for (int i = 0; i < 1000; ++i)
            ledger.sent(QString::number(i), QString::number(i), SourceConfig::Kind::Exporter, 1);
        const auto hosts = ledger.hosts();
        QCOMPARE(hosts.size(), TrafficLedger::most + 1);
        QCOMPARE(hosts.front().authority, QString());
        QCOMPARE(hosts.front().sent, qint64(1000 - TrafficLedger::most));
    }
};

QTEST_GUILESS_MAIN(tst_traffic)
#include "tst_traffic.moc"
