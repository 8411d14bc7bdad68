#include "tests/support/faulty_service/control.h"
#include "tests/support/faulty_service/loopback_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

QCommandLineOption option(const char *name, const char *what, const char *value = nullptr, const char *byDefault = nullptr)
{
    return { QLatin1String(name), QLatin1String(what), QLatin1String(value), QLatin1String(byDefault) };
}

// The option's number within its limits, or out with one sentence.
double number(const QCommandLineParser &parser, const char *name, double lowest, double highest)
{
    bool good = false;
    const QString text = parser.value(QLatin1String(name));
    const double value = text.toDouble(&good);
    if (!good || value < lowest || value > highest) {
        std::fprintf(
            stderr, "leptoscope-faulty: --%s %s is not a number from %g to %g\n", name, qPrintable(text), lowest, highest);
        std::exit(2);
    }
    return value;
}

quint16 portOf(const QCommandLineParser &parser, const char *name)
{
    return static_cast<quint16>(number(parser, name, 0, 65535));
}

int serve(const QCommandLineParser &parser)
{
    lepto::demo::WorkerPool::Settings settings;
    settings.workers = static_cast<int>(number(parser, "workers", 0, 1000));
    settings.arrivalsPerSecond = number(parser, "rate", 0.001, 100000);
    settings.seed = static_cast<std::uint64_t>(number(parser, "seed", 0, 1e9));
    lepto::demo::LoopbackServer server(settings, number(parser, "time-scale", 0.001, 1000));
    const quint16 port = portOf(parser, "port");
    if (!server.listen(port)) {
        std::fprintf(stderr, "leptoscope-faulty: port %d: %s\n", port, qPrintable(server.errorString()));
        return 3;
    }
    std::printf("http://127.0.0.1:%d/metrics\n", server.port());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

// Exit codes: 0 done, 1 the number is not the expected one, 3 no answer.
int control(const QCommandLineParser &parser)
{
    std::optional<int> wanted;
    if (parser.isSet(QStringLiteral("set-workers")))
        wanted = static_cast<int>(number(parser, "set-workers", 0, 1000));
    QString error;
    const auto workers = lepto::demo::workersOf(portOf(parser, "control"), wanted, &error);
    if (!workers) {
        std::fprintf(stderr, "leptoscope-faulty: %s\n", qPrintable(error));
        return 3;
    }
    std::printf("%d\n", *workers);
    return parser.isSet(QStringLiteral("expect")) && static_cast<int>(number(parser, "expect", 0, 1000)) != *workers ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "A checkout service on 127.0.0.1 whose worker pool can be broken and mended, for demonstrations and tests."));
    parser.addHelpOption();
    parser.addOptions({ option("port", "Serve /metrics on this port; 0 takes a free one and prints it.", "port", "0"),
        option("workers", "Workers at the start.", "number", "20"), option("rate", "Requests a second.", "number", "150"),
        option("seed", "The same seed gives the same traffic.", "number", "1"),
        option("time-scale", "Seconds of the service in one second.", "factor", "1"),
        option("control", "Talk to the service on this port instead of serving.", "port"),
        option("set-workers", "With --control: the new number of workers.", "number"),
        option("get-workers", "With --control: print the number of workers."),
        option("expect", "With --control: exit with 1 where it is not this number.", "number") });
    parser.process(app);
    return parser.isSet(QStringLiteral("control")) ? control(parser) : serve(parser);
}
