#include "tests/e2e/fault_story.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <limits>

namespace lepto::e2e {

const QString FaultStory::latency = QStringLiteral("leptoscope:signal{service=\"checkout\",signal=\"latency_p99\"}");

FaultStory::~FaultStory()
{
    (void)stopCollector();
}

bool FaultStory::fail(const QString &what, const Cli::Answer &answer)
{
    m_error = what + QStringLiteral(": ") + answer.words();
    return false;
}

bool FaultStory::begin(int goodSeconds)
{
    if (!m_stage.start()) {
        m_error = m_stage.error();
        return false;
    }
    if (!writeSettings() || !QFile::copy(FaultStage::program(), control())) {
        m_error = m_folder.path() + QStringLiteral(" could not be written");
        return false;
    }
    const Cli::Answer added = m_cli.run({ QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("demo"),
        QStringLiteral("prometheus"), m_stage.prometheusUrl(), QStringLiteral("--interval"), QStringLiteral("1s"),
        QStringLiteral("--query"), QStringLiteral("{job=~\"checkout|node\",__name__!~\".+_info\"}") });
    if (added.code != 0)
        return fail(QStringLiteral("source add"), added);
    m_goodFrom = QDateTime::currentMSecsSinceEpoch();
    if (!startCollector())
        return false;
    if (!waitFor([this] { return ask(latency) > 0; }, 60'000)) {
        m_error = QStringLiteral("no latency signal within a minute");
        return false;
    }
    QTest::qWait(goodSeconds * 1000);
    return true;
}

/// Signals every second instead of every five: minutes of story give enough of them to learn from.
bool FaultStory::writeSettings() const
{
    QFile file(m_cli.dataDir() + QStringLiteral("/settings.json"));
    return QDir().mkpath(m_cli.dataDir()) && file.open(QIODevice::WriteOnly)
        && file.write(R"({"settings": {"health.intervalMs": 1000}})") > 0;
}

bool FaultStory::startCollector()
{
    m_collector = m_cli.start({ QStringLiteral("watch") }, m_folder.filePath(QStringLiteral("watch.log")));
    if (m_collector->waitForStarted(5000))
        return true;
    m_error = m_collector->errorString();
    return false;
}

void FaultStory::killCollector()
{
    m_collector->kill();
    m_collector->waitForFinished(5000);
}

bool FaultStory::stopCollector()
{
    if (!m_collector || m_collector->state() == QProcess::NotRunning)
        return true;
    m_collector->terminate();
    return m_collector->waitForFinished(10'000) && m_collector->exitStatus() == QProcess::NormalExit
        && m_collector->exitCode() == 0;
}

qint64 FaultStory::breakPool()
{
    m_brokenAt = QDateTime::currentMSecsSinceEpoch();
    if (!m_stage.setWorkers(4)) {
        m_error = m_stage.error();
        return 0;
    }
    qint64 found = 0;
    waitFor(
        [this, &found] {
            const Cli::Answer answer = m_cli.run({ QStringLiteral("incident"), QStringLiteral("list") });
            for (const QJsonValue &value : answer.json.toArray()) {
                const QJsonObject incident = value.toObject();
                if (incident[u"service"].toString() == u"checkout" && incident[u"detected"].toInteger() >= m_brokenAt)
                    found = incident[u"id"].toInteger();
            }
            if (found == 0)
                (void)fail(QStringLiteral("no incident of the checkout"), answer);
            return found != 0;
        },
        60'000);
    return found;
}

double FaultStory::ask(const QString &expr)
{
    const QJsonArray vector = m_cli.run({ QStringLiteral("query"), expr }).json.toArray();
    return vector.size() == 1 ? vector.at(0)[u"value"].toArray().at(1).toDouble(std::numeric_limits<double>::quiet_NaN())
                              : std::numeric_limits<double>::quiet_NaN();
}

QJsonObject FaultStory::incident(qint64 id)
{
    return m_cli.run({ QStringLiteral("incident"), QStringLiteral("show"), QString::number(id) }).json.toObject();
}

QJsonObject FaultStory::run(const QString &plan)
{
    return m_cli.run({ QStringLiteral("runbook"), QStringLiteral("show"), plan }).json.toObject();
}

bool FaultStory::waitFor(const std::function<bool()> &condition, int timeoutMs)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > timeoutMs)
            return false;
        QTest::qWait(200);
    }
    return true;
}

bool FaultStory::addRunbook(const QString &name, QString yaml)
{
    const QString folder = m_cli.dataDir() + QStringLiteral("/runbooks");
    QFile file(folder + u'/' + name + QStringLiteral(".yaml"));
    yaml.replace(QStringLiteral("PROGRAM"), control()).replace(QStringLiteral("PORT"), QString::number(m_stage.checkoutPort()));
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(yaml.toUtf8()) > 0;
}

} // namespace lepto::e2e
