#pragma once

#include "ml/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto::cli {

/// Exit codes of every command.
enum Exit : int { Good = 0, Finding = 1, BadUsage = 2, Environment = 3 };

/// The exit code that fits an error.
int exitFor(const Error &error);

/// Where a command says what it has to say: lines for people, or with --json one JSON value on stdout.
/// Untrusted text is made one plain line before it is printed.
class Output {
public:
    explicit Output(bool json) : m_json(json) {}

    bool json() const { return m_json; }
    void line(const QString &text);                   ///< stdout, only for people
    void table(const QStringList &head, const std::vector<QStringList> &rows);
    void value(const QJsonObject &object);            ///< stdout, only with --json
    void value(const QJsonArray &array);
    int fail(const Error &error);                     ///< stderr, one sentence; returns the exit code

private:
    bool m_json;
};

QString iso(qint64 timeMs);                           ///< "2026-11-18 14:02:11Z", "-" for 0
QString number(double value);                         ///< shortest form that is still exact enough to read

} // namespace lepto::cli
