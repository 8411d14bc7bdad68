#include "app/cli/common.h"

#include "core/base/text.h"
#include "core/promql/parser.h"
#include "core/settings/settings.h"

#include <QFileInfo>

namespace lepto::cli {

Result<std::unique_ptr<Services>> openServices(const Session &session, ServicesOptions::Mode mode)
{
    auto services = Services::open({mode, session.home.path(), 0, {}});
    if (services) {
        if (const auto good = usable((*services)->settings()); !good)
            return good.error();
    }
    return services;
}

Result<void> usable(const Settings &settings)
{
    const auto problem = settings.problem();
    return problem && problem->code == ErrorCode::Damaged ? Result<void>(*problem) : Result<void>();
}

int withServices(Session &session, const std::function<int(Services &)> &work)
{
    const auto services = openServices(session);
    return services ? work(**services) : session.out.fail(services.error());
}

Result<qint64> incidentNumber(const QString &text)
{
    bool good = false;
    const qint64 id = (text.startsWith(u"INC-") ? text.mid(4) : text).toLongLong(&good);
    if (good && id > 0)
        return id;
    return Error{ErrorCode::BadInput, utf8(text), "is not the number of an incident (INC-12 or 12)"};
}

Result<std::vector<Matcher>> selector(const QString &text)
{
    const auto expr = promql::parse(utf8(text));
    if (!expr)
        return Error{expr.error().code, utf8(text), expr.error().text()};
    const auto *vector = std::get_if<promql::VectorSelector>(&expr->root().what);
    if (!vector)
        return Error{ErrorCode::BadInput, utf8(text), "is not a selector such as node_load1{job=\"host\"}"};
    return vector->matchers;
}

void addRangeOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("from"), QStringLiteral("begin of the range, default now-1h"), QStringLiteral("time")});
    parser.addOption({QStringLiteral("to"), QStringLiteral("end of the range, default now"), QStringLiteral("time")});
}

int finish(Session &session, const Result<void> &result, const QString &done)
{
    if (!result)
        return session.out.fail(result.error());
    session.out.line(done);
    session.out.value(QJsonObject{{QStringLiteral("ok"), true}});
    return Good;
}

} // namespace lepto::cli
