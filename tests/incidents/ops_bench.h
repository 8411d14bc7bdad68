#pragma once

#include "core/audit/audit_log.h"
#include "core/store/ops_query.h"

#include "tests/support/postgres_server.h"

#include <QTemporaryDir>

namespace lepto {

/// A fresh ops.db with audit log, key and a clock that stands still.
struct OpsBench {
    QTemporaryDir dir;
    FixedClock clock{1'700'000'000'000};
    std::unique_ptr<OpsDatabase> db = std::move(OpsDatabase::open(test::freshOpsPlace(dir.path())).value());
    AuditLog audit { *db, SigningKey::loadOrCreate(dir.path(), QStringLiteral("console")).value(), clock,
        dir.filePath(QStringLiteral("anchor")) };

    bool shared() const { return db->backend() == OpsDatabase::Backend::Postgres; }
    /// Removes a guard of the schema, as somebody with the database in his hands could.
    Result<void> dropTrigger(const char *name, const char *table) const
    {
        const QString sql = QStringLiteral("DROP TRIGGER ") + QLatin1String(name) + (shared() ? QStringLiteral(" ON ") + QLatin1String(table) : QString());
        const auto done = runQuery(*db, sql);
        return done ? Result<void>() : done.error();
    }
    void pass(TimeMs ms) { clock.set(clock.now() + ms); }
};

} // namespace lepto
