#include "app/cli/relay_command.h"

#include "app/cli/edge_session.h"
#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/edge/relay.h"

#include <QCoreApplication>

#include <unistd.h>

namespace lepto::cli {

namespace {

int relay(Session &s)
{
    if (::isatty(STDOUT_FILENO))
        return s.out.fail({ErrorCode::BadInput, "relay", "speaks to a console over ssh, not to a terminal; see watch --remote"});
    auto edge = EdgeSession::open(s);
    if (!edge)
        return s.out.fail(edge.error());
    RelayOptions options;
    options.program = utf8(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
    options.spoolLimit = edge->limit;
    Relay relay(edge->folder, options);
    EdgeCollector &collector = *edge->collector;
    QObject::connect(&collector, &EdgeCollector::started, &relay, [&relay] { relay.setCollecting(true); });
    QObject::connect(&collector, &EdgeCollector::appended, &relay, &Relay::wake);
    int code = Good;
    QObject::connect(&relay, &Relay::finished, qApp, [&](const QString &reason) {
        if (!reason.isEmpty())
            code = s.out.fail({ErrorCode::Unavailable, {}, utf8(reason)});
        QCoreApplication::exit(code);
    });
    onStopRequest([] { QCoreApplication::exit(Good); });
    QTimer::singleShot(0, &relay, [&] {
        relay.start();
        collector.start();
    });
    return QCoreApplication::exec();
}

} // namespace

void RelayCommand::addOptions(QCommandLineParser &parser) const
{
    addSpoolOptions(parser);
}

std::vector<Verb> RelayCommand::verbs() const
{
    return {{QString(), QStringLiteral("[--spool DIR]"), QStringLiteral("speaks its protocol on the standard streams until the console leaves"), relay}};
}

} // namespace lepto::cli
