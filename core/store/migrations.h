#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// One step of a schema: a file of resources/migrations compiled into the program.
struct Migration {
    QString name; ///< file name without ".sql", e.g. "ops_001_incidents"
    QStringList statements;
};

/// The migrations whose name starts with `prefix` ("ops", "history", "bundle"), in the order of their names. Where there is a file of the
/// same name behind `dialect` ("postgresql_"), that one is taken instead. Any thread.
std::vector<Migration> migrations(const QString &prefix, const QString &dialect = {});

/// Splits SQL text into its statements; semicolons inside strings, comments and triggers do not split.
QStringList splitStatements(const QByteArray &sql);

} // namespace lepto
