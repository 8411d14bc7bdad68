#pragma once

#include "app/cli/output.h"
#include "core/base/home.h"

#include <QCommandLineParser>

#include <functional>
#include <memory>
#include <vector>

namespace lepto::cli {

/// What a command gets to work with.
struct Session {
    Home home;
    QStringList words;                 ///< positional arguments after the verb
    const QCommandLineParser &options;
    Output &out;

    /// The word at `index` or an error that names what is missing.
    Result<QString> word(int index, const QString &what) const;
    /// A time: milliseconds, seconds, RFC 3339, "now" or "now-3h" (s, m, h, d, w).
    static Result<qint64> time(const QString &text, qint64 now);
    /// from/to of --from and --to, default the last hour.
    Result<std::pair<qint64, qint64>> range() const;
};

/// One verb of a command: `leptoscope-cli incident list`. A command without verbs has one with an empty name; where it is the
/// first of several, it is what runs when no verb is given.
struct Verb {
    QString name, arguments, summary;
    std::function<int(Session &)> run;
};

/// A command of leptoscope-cli; each is one pair of files of this shape, listed in command_table.cpp.
class Command {
public:
    virtual ~Command() = default;
    virtual QString name() const = 0;
    virtual QString summary() const = 0;
    virtual void addOptions(QCommandLineParser &) const {}
    virtual std::vector<Verb> verbs() const = 0;
};

std::vector<std::unique_ptr<Command>> allCommands();

} // namespace lepto::cli
