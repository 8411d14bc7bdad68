#include "core/sources/prometheus_client.h"
#include "core/sources/prometheus_json.h"

#include <QPointer>

// Which server this is: by what it answers, never by its version, which some of them invent.

namespace lepto {

namespace {

// An agent answers every query with one sentence about itself.
void askWhetherAgent(PrometheusClient &client, BuildInfo info, QObject *context, const PrometheusClient::Answer<BuildInfo> &answer)
{
    client.query(QStringLiteral("1"), 0, context, [info, answer](const Result<QueryAnswer> &said) {
        BuildInfo known = info;
        known.agent = !said && said.error().reason.find("Prometheus Agent") != std::string::npos;
        answer(known);
    });
}

} // namespace

void PrometheusClient::buildInfo(Context context, Answer<BuildInfo> answer)
{
    const auto told = [this, guard = QPointer<QObject>(context), answer = std::move(answer)](Result<QJsonObject> root) {
        if (!root)
            return answer(root.error());
        const BuildInfo info = buildInfoFrom((*root)[u"data"].toObject());
        if (info.kind != ServerKind::Prometheus)
            return answer(info);
        // Only Thanos has this page; its build information looks like Prometheus' own.
        get(QStringLiteral("/api/v1/stores"), guard, [this, info, guard, answer](Result<HttpAnswer> stores) {
            BuildInfo known = info;
            if (stores && stores->isGood() && stores->body.trimmed().startsWith('{'))
                known.kind = ServerKind::Thanos;
            if (known.kind == ServerKind::Thanos || !guard)
                return answer(known);
            askWhetherAgent(*this, known, guard, answer);
        });
    };
    json(QStringLiteral("/api/v1/status/buildinfo"), {}, false, context, told);
}

} // namespace lepto
