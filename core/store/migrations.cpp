#include "core/store/migrations.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

static void registerMigrations()
{
    Q_INIT_RESOURCE(migrations);
} // a static library's resources are not linked by themselves

namespace lepto {

QStringList splitStatements(const QByteArray &sql)
{
    QStringList statements;
    QByteArray part;
    for (qsizetype from = 0, end = 0; from < sql.size(); from = end) {
        const qsizetype semicolon = sql.indexOf(';', from);
        end = semicolon < 0 ? sql.size() : semicolon + 1;
        part += sql.mid(from, end - from);
        if (sqlite3_complete(part.constData())) {
            statements += QString::fromUtf8(part.trimmed());
            part.clear();
        }
    }
    return statements;
}

std::vector<Migration> migrations(const QString &prefix, const QString &dialect)
{
    registerMigrations();
    std::vector<Migration> found;
    const QDir folder(QStringLiteral(":/migrations"));
    for (const QString &name : folder.entryList({ prefix + QStringLiteral("_*.sql") }, QDir::Files, QDir::Name)) {
        const bool own = !dialect.isEmpty() && folder.exists(dialect + name);
        QFile file(folder.filePath(own ? dialect + name : name));
        if (file.open(QIODevice::ReadOnly))
            found.push_back({ name.chopped(4), splitStatements(file.readAll()) });
    }
    return found;
}

} // namespace lepto
