#include "core/edge/edge_probe.h"

#include "core/base/text.h"
#include "core/edge/ssh_command.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace lepto {

namespace {

constexpr int kHeartbeatMs = 5000;

QString seconds(double ms)
{
    return QLocale::c().toString(std::abs(ms) / 1000, 'f', 1);
}

} // namespace

EdgeProbe::EdgeProbe(const SourceConfig &config, const SourceLimits &limits, QObject *parent)
    : SourceTest(parent)
    , m_config(config)
    , m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        report(m_greeted ? Code::Answer : Code::Connect, How::Failed, tr("no answer within %1 seconds").arg(QLocale::c().toString(m_config.timeoutMs / 1000.0)));
        end(false);
    });
}

void EdgeProbe::start()
{
    if (std::exchange(m_started, true))
        return;
    m_clock.start();
    const auto address = EdgeAddress::parse(m_config.url);
    report(Code::Address, address ? How::Good : How::Failed, address ? address->host : qstr(address.error().reason));
    if (!address)
        return end(false);
    m_link = std::make_unique<EdgeLink>(sshCommand(*address, m_config), RecordReader::Relabel(), kHeartbeatMs);
    connect(m_link.get(), &EdgeLink::greeted, this, [this](const EdgeHello &hello) {
        m_greeted = true;
        report(Code::Connect, How::Good, oneLine(tr("%1 at %2").arg(qstr(hello.program), qstr(hello.host)), 200));
    });
    connect(m_link.get(), &EdgeLink::statusCame, this, &EdgeProbe::answer);
    connect(m_link.get(), &EdgeLink::down, this, [this](const Error &error) {
        report(m_greeted ? Code::Answer : Code::Connect, How::Failed, qstr(error.reason));
        end(false);
    });
    m_deadline.start(m_config.timeoutMs);
    m_link->open();
}

void EdgeProbe::answer(const EdgeStatus &status, TimeMs sent)
{
    if (sent == 0)
        return;
    const QString mib = QLocale::c().toString(double(status.waitingBytes) / (1 << 20), 'f', 1);
    report(Code::Answer, status.collecting ? How::Good : How::Warning,
        status.collecting ? tr("it collects; %1 MiB wait").arg(mib) : tr("nothing collects there; %1 MiB wait").arg(mib));
    const double offset = double(status.clock) - double(sent + (QDateTime::currentMSecsSinceEpoch() - sent) / 2);
    if (std::abs(offset) <= m_limits.clockLimitSeconds * 1000)
        report(Code::Clock, How::Good, tr("the clocks agree within %1 seconds").arg(QLocale::c().toString(m_limits.clockLimitSeconds)));
    else
        report(Code::Clock, How::Warning, (offset > 0 ? tr("the edge's clock is %1 seconds ahead") : tr("the edge's clock is %1 seconds behind")).arg(seconds(offset)));
    end(true);
}

void EdgeProbe::report(Code code, How how, const QString &words)
{
    Q_EMIT stepFinished({ code, how, m_clock.restart(), words });
}

void EdgeProbe::cancel()
{
    m_deadline.stop();
    if (!m_link)
        return;
    EdgeLink *link = m_link.release();
    link->disconnect(this);
    link->close();
    link->deleteLater(); // it may be the sender
}

void EdgeProbe::end(bool good)
{
    cancel();
    Q_EMIT finished(good);
}

} // namespace lepto
