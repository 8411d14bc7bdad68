#include "app/cli/command.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <limits>

using namespace lepto;
using namespace lepto::cli;

namespace {

int usage(const std::vector<std::unique_ptr<Command>> &commands, FILE *to, int code)
{
    std::fputs("leptoscope-cli: the console without a display\n\n"
               "usage: leptoscope-cli COMMAND [VERB] [ARGUMENTS] [--data-dir DIR] [--json] [--help]\n\n", to);
    for (const auto &command : commands)
        std::fprintf(to, "  %-18s %s\n", qPrintable(command->name()), qPrintable(command->summary()));
    std::fputs("\nExit codes: 0 good, 1 a finding, 2 bad usage, 3 environment.\n", to);
    return code;
}

int help(const Command &command)
{
    std::printf("leptoscope-cli %s: %s\n\n", qPrintable(command.name()), qPrintable(command.summary()));
    for (const Verb &verb : command.verbs())
        std::printf("  %s %s\n      %s\n", qPrintable((command.name() + u' ' + verb.name).trimmed()), qPrintable(verb.arguments),
                    qPrintable(verb.summary));
    QCommandLineParser parser;
    command.addOptions(parser);
    const QString text = parser.helpText();
    if (const auto at = text.indexOf(u"Options:"); at >= 0)
        std::printf("\n%s", qPrintable(text.mid(at)));
    return Good;
}

/// How many words a verb takes: those that its summary of arguments names before the first option; "..." takes any number.
qsizetype mostWords(const Verb &verb)
{
    qsizetype most = 0;
    for (const QString &word : verb.arguments.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(QLatin1String("--")) || word.startsWith(QLatin1String("[--")))
            break;
        if (word.contains(QLatin1String("...")))
            return std::numeric_limits<qsizetype>::max();
        most += word != QLatin1String("|");
    }
    return most;
}

int runVerb(const Command &command, QStringList words)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOption({QStringLiteral("data-dir"), QStringLiteral("the data folder"), QStringLiteral("dir"), Home::defaultPath()});
    parser.addOption({QStringLiteral("json"), QStringLiteral("one JSON value on stdout")});
    command.addOptions(parser);
    words.prepend(QStringLiteral("leptoscope-cli"));
    if (!parser.parse(words)) {
        Output out(false);
        return out.fail({ErrorCode::BadInput, utf8(command.name()), utf8(parser.errorText().chopped(1))});
    }
    Output out(parser.isSet(QStringLiteral("json")));
    QStringList positional = parser.positionalArguments();
    const auto verbs = command.verbs();
    // A command that does something without a verb takes a first word that names none as its argument.
    const auto named = [&verbs](const QString &word) { return std::any_of(verbs.begin(), verbs.end(), [&](const Verb &v) { return v.name == word; }); };
    const bool plain = named(QString()) && (positional.isEmpty() || !named(positional.front()));
    if (!plain && positional.isEmpty())
        return out.fail({ErrorCode::BadInput, utf8(command.name()), "needs a verb; see --help"});
    const QString wanted = plain ? QString() : positional.takeFirst();
    for (const Verb &verb : verbs) {
        if (verb.name != wanted)
            continue;
        if (const qsizetype most = mostWords(verb); positional.size() > most)
            return out.fail({ErrorCode::BadInput, utf8(positional[most]), "is one word too many; see --help (a text with blanks needs quotes)"});
        Session session{Home(parser.value(QStringLiteral("data-dir"))), positional, parser, out};
        return verb.run(session);
    }
    return out.fail({ErrorCode::BadInput, utf8(command.name() + u' ' + wanted), "no such verb; see --help"});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("leptoscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEPTOSCOPE_VERSION));
    std::setlocale(LC_NUMERIC, "C");
    QStringList words = QCoreApplication::arguments().mid(1);
    const auto commands = allCommands();
    if (words.isEmpty())
        return usage(commands, stderr, BadUsage);
    const QString name = words.takeFirst();
    if (name == u"--help" || name == u"-h" || name == u"help")
        return usage(commands, stdout, Good);
    for (const auto &command : commands) {
        if (command->name() != name)
            continue;
        if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h")))
            return help(*command);
        return runVerb(*command, words);
    }
    Output out(false);
    return out.fail({ErrorCode::BadInput, utf8(name), "no such command; see --help"});
}
