#include "app/cli/doctor_command.h"

#include "app/cli/common.h"
#include "core/audit/audit_log.h"
#include "core/base/text.h"
#include "core/store/ops_query.h"

namespace lepto::cli {

namespace {

struct Check {
    QString what, words;
    bool good = true;
};

Check disk(const Home &home)
{
    const double free = double(Home::freeBytes(home.path())) / (1 << 30);
    return {QStringLiteral("disk"), QStringLiteral("%1 GiB free under %2").arg(number(free), home.path()), free > 1};
}

Check history(Services &services)
{
    const auto store = services.requireStore();
    if (!store)
        return {QStringLiteral("history"), qstr(store.error()), store.error().code == ErrorCode::NotFound};
    const auto sound = (*store)->check();
    const StoreStats stats = (*store)->stats();
    return {QStringLiteral("history"), sound ? QStringLiteral("sound: %1 series, %2 samples").arg(stats.series).arg(stats.samples) : qstr(sound.error()), bool(sound)};
}

Check decisions(Services &services)
{
    const OpsDatabase &ops = services.ops();
    if (ops.backend() == OpsDatabase::Backend::Sqlite)
        return {QStringLiteral("decisions"), QStringLiteral("SQLite, %1").arg(ops.file()), true};
    auto row = runQuery(ops, QStringLiteral("SELECT current_setting('server_version'), COALESCE((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)"));
    if (!row || !row->next())
        return {QStringLiteral("decisions"), row ? ops.file() : qstr(row.error()), false};
    return {QStringLiteral("decisions"), QStringLiteral("PostgreSQL %1, %2, %3").arg(row->value(0).toString(), ops.file(), row->value(1).toBool() ? QStringLiteral("with TLS") : QStringLiteral("without TLS")), true};
}

Check audit(Services &services)
{
    const AuditVerdict verdict = services.audit().verify();
    return {QStringLiteral("audit"), QStringLiteral("%1 entries. %2").arg(verdict.entries).arg(verdict.reason), verdict.code != AuditVerdict::Code::Broken};
}

Check worker(Services &services)
{
    const auto found = services.workerProgram();
    return {QStringLiteral("worker"), found ? *found : qstr(found.error()), bool(found)};
}

int run(Session &s)
{
    return withServices(s, [&](Services &services) {
        bool good = true;
        QJsonArray array;
        for (const Check &finding : {disk(s.home), history(services), decisions(services), audit(services), worker(services)}) {
            good = good && finding.good;
            array.append(QJsonObject{{QStringLiteral("check"), finding.what}, {QStringLiteral("good"), finding.good}, {QStringLiteral("words"), finding.words}});
            s.out.line(QStringLiteral("%1 %2: %3").arg(finding.good ? QStringLiteral("ok  ") : QStringLiteral("BAD "), finding.what, finding.words));
        }
        s.out.value(array);
        return good ? int(Good) : int(Finding);
    });
}

} // namespace

std::vector<Verb> DoctorCommand::verbs() const
{
    return {{QString(), QString(), QStringLiteral("exit 1 when something is wrong"), run}};
}

} // namespace lepto::cli
