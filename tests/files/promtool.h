#pragma once

#include "core/sources/decimal.h"
#include "ml/base/series.h"

#include <QProcess>
#include <QStandardPaths>
#include <QString>

#include <map>

namespace lepto::test {

inline bool hasPromtool() { return !QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty(); }

/// Standard output of promtool; what went wrong goes to `error`.
inline QByteArray promtool(const QStringList &arguments, QString *error = nullptr)
{
    QProcess process;
    process.start(QStringLiteral("promtool"), arguments);
    const bool done = process.waitForFinished(60'000);
    if (error)
        *error = done && process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
    return process.readAllStandardOutput();
}

/// Reads lines `{name="value", …} value time` of `promtool tsdb dump`.
inline std::map<Labels, std::vector<Sample>> readDump(const QByteArray &dump)
{
    std::map<Labels, std::vector<Sample>> all;
    for (const QByteArray &line : dump.split('\n')) {
        const auto end = line.lastIndexOf('}');
        if (end < 0)
            continue;
        std::vector<Labels::Pair> pairs;
        for (qsizetype at = 1; at < end;) {
            const auto equals = line.indexOf('=', at);
            std::string value;
            qsizetype i = equals + 2;
            for (; line[i] != '"'; ++i)
                value += line[i] == '\\' ? (line[++i] == 'n' ? '\n' : line[i]) : line[i];
            pairs.emplace_back(line.mid(at, equals - at).toStdString(), value);
            at = i + 3;
        }
        const QList<QByteArray> rest = line.mid(end + 2).split(' ');
        all[Labels(std::move(pairs))].push_back({ rest[1].toLongLong(), parseDecimal(rest[0].toStdString()).value_or(-12345) });
    }
    return all;
}

} // namespace lepto::test
