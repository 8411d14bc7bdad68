#include "node_scrapes.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <map>

namespace lepto::bench {

namespace {

/// Keeps the labels of a line between scrapes, as a source does.
class Parser {
public:
    std::vector<LabelledSample> parse(const QByteArray &page, TimeMs t)
    {
        std::vector<LabelledSample> samples;
        for (const QByteArray &line : page.split('\n')) {
            const qsizetype space = line.lastIndexOf(' ');
            if (space <= 0 || line.startsWith('#'))
                continue;
            const QByteArray series = line.left(space);
            auto known = m_labels.find(series);
            if (known == m_labels.end())
                known = m_labels.emplace(series, labelsOf(series)).first;
            samples.push_back({ known->second, { t, line.mid(space + 1).toDouble() } });
        }
        return samples;
    }

private:
    static Labels labelsOf(const QByteArray &series)
    {
        const qsizetype brace = series.indexOf('{');
        const QByteArray name = brace < 0 ? series : series.left(brace);
        std::vector<Labels::Pair> pairs { { "__name__", name.toStdString() }, { "instance", "127.0.0.1:9100" },
            { "job", "node" } };
        const QByteArray inside = brace < 0 ? QByteArray() : series.mid(brace + 1).chopped(1);
        for (const QByteArray &pair : inside.split(','))
            if (const qsizetype equals = pair.indexOf('='); equals > 0)
                pairs.emplace_back(pair.left(equals).toStdString(), pair.mid(equals + 1).replace('"', "").toStdString());
        return Labels(std::move(pairs));
    }

    std::map<QByteArray, Labels> m_labels;
};

Scrapes readRecording(const QString &folder)
{
    Scrapes scrapes;
    Parser parser;
    for (const QString &name : QDir(folder).entryList({ QStringLiteral("*.txt") }, QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            scrapes.push_back(parser.parse(file.readAll(), name.chopped(4).toLongLong()));
    }
    return scrapes;
}

QByteArray fetch(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(1000))
        return {};
    socket.write("GET /metrics HTTP/1.0\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    answer += socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

Scrapes recordNode(int count, int intervalMs)
{
    if (const QString folder = qEnvironmentVariable("LEPTOSCOPE_BENCH_SCRAPES"); !folder.isEmpty())
        return readRecording(folder);
    const quint16 port = freePort();
    QProcess exporter;
    exporter.setStandardErrorFile(QProcess::nullDevice());
    exporter.start(QStringLiteral("prometheus-node-exporter"), { QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port) });
    if (!exporter.waitForStarted())
        return {};
    while (fetch(port).isEmpty() && exporter.state() == QProcess::Running)
        QThread::msleep(100);
    Scrapes scrapes;
    Parser parser;
    TimeMs due = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < count; ++i, due += intervalMs) {
        QThread::msleep(ulong(std::max<TimeMs>(0, due - QDateTime::currentMSecsSinceEpoch())));
        scrapes.push_back(parser.parse(fetch(port), due)); // the time it was due, as Prometheus writes it
    }
    exporter.kill();
    exporter.waitForFinished();
    return scrapes;
}

} // namespace lepto::bench
