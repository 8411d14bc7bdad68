#pragma once

#include "core/audit/audit_log.h"

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

    void pass(TimeMs ms) { clock.set(clock.now() + ms); }
};

} // namespace lepto
