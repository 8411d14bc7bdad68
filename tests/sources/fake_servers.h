#pragma once

#include "tests/support/http_fixture.h"

#include <QUrlQuery>

// Servers that Debian does not package, as far as a client sees them.

namespace lepto::test {

inline QMap<QByteArray, QByteArray> formOf(const HttpFixture::Request &request)
{
    QMap<QByteArray, QByteArray> out;
    const QByteArray text = request.method == "POST" ? request.body : request.target.split('?').value(1);
    for (const QByteArray &pair : text.split('&'))
        out.insert(QByteArray::fromPercentEncoding(pair.split('=').value(0)), QByteArray::fromPercentEncoding(pair.split('=').value(1)));
    return out;
}

inline HttpFixture::Reply answerJson(const QByteArray &body, int status = 200)
{
    return { .status = status, .body = body };
}

/// Thanos Querier, after its documentation (components/query): two replicas that are merged unless `dedup=false`; one store is away, which
/// is a warning with `partial_response=true` (the default) and the error "execution" (422) without; its own page /api/v1/stores.
inline HttpFixture::Reply thanos(const HttpFixture::Request &request)
{
    const QByteArray path = request.path();
    const auto form = formOf(request);
    if (path == "/api/v1/status/buildinfo")
        return answerJson(R"({"status":"success","data":{"version":"0.35.0","revision":"e78","branch":"HEAD","buildUser":"r","buildDate":"x","goVersion":"go1.21"}})");
    if (path == "/api/v1/stores")
        return answerJson(R"({"status":"success","data":{"sidecar":[{"name":"a:10901","lastCheck":"2026-01-01T00:00:00Z","lastError":null,"labelSets":[],"minTime":0,"maxTime":1}]}})");
    if (path == "/api/v1/read" || path == "/api/v1/export")
        return { .status = 404, .contentType = "text/plain", .body = "404 page not found\n" };
    if (!path.startsWith("/api/v1/query"))
        return { .status = 404, .contentType = "text/plain", .body = "404 page not found\n" };
    if (form.value("partial_response", "true") == "false")
        return answerJson(R"({"status":"error","errorType":"execution","error":"expanding series: proxy Series(): store b:10901: rpc error: code = Unavailable"})", 422);
    QByteArray series = R"({"metric":{"__name__":"up","job":"a"},"value":[1795253045,"1"]})";
    if (form.value("dedup", "true") == "false")
        series = R"({"metric":{"__name__":"up","job":"a","replica":"0"},"value":[1795253045,"1"]},{"metric":{"__name__":"up","job":"a","replica":"1"},"value":[1795253045,"1"]})";
    return { .body = R"({"status":"success","data":{"resultType":"vector","result":[)" + series + R"(],"analysis":{}},"warnings":["No StoreAPIs matched for b:10901"]})",
        .headers = { { "Cache-Control", "no-store" } } };
}

/// Grafana Mimir, after its HTTP API documentation: below /prometheus, a tenant in X-Scope-OrgID or 401 "no org id"; limits come as 422
/// with an id "err-mimir-…".
inline HttpFixture::Reply mimir(const HttpFixture::Request &request)
{
    const QByteArray path = request.path();
    if (!path.startsWith("/prometheus/"))
        return { .status = 404, .contentType = "text/plain", .body = "404 page not found\n" };
    if (request.headers.value("x-scope-orgid").isEmpty())
        return { .status = 401, .contentType = "text/plain", .body = "no org id\n" };
    if (path.endsWith("/status/buildinfo"))
        return answerJson(R"({"status":"success","data":{"application":"Grafana Mimir","version":"2.12.0","revision":"0f2","branch":"HEAD","goVersion":"go1.22","features":{"ruler_config_api":"true","alertmanager_config_api":"true","query_sharding":"false","federated_rules":"false"}}})");
    if (formOf(request).value("query").contains("too_many"))
        return answerJson(R"x({"status":"error","errorType":"execution","error":"the query exceeded the maximum number of chunks (limit: 2000000 chunks) (err-mimir-max-chunks-per-query)"})x", 422);
    return answerJson(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"tenant","id":")" + request.headers.value("x-scope-orgid")
        + R"("},"value":[1795253045,"1"]}]}})");
}

} // namespace lepto::test
