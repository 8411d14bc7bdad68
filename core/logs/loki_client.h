#pragma once

#include "core/logs/loki_answer.h"
#include "core/sources/http_client.h"

namespace lepto {

struct LokiRange {
    QString query;                      ///< LogQL selector, with filters if wanted
    std::int64_t from = 0, to = 0;      ///< nanoseconds; `to` is excluded
    int limit = 1000;                   ///< entries; a server allows 5000 unless it is told otherwise
    bool forward = true;                ///< the oldest first
};

/// Grafana Loki's HTTP API, reading only. Address, credentials and headers (X-Scope-OrgID) are those of the source.
/// Errors: those of HttpClient and statusError() with the server's own plain words, BadInput for an answer that is not Loki's.
class LokiClient {
public:
    using Answer = std::function<void(Result<LokiAnswer>, std::optional<qint64> clockOffsetMs)>;

    LokiClient(const SourceConfig &config, const QString &secret)
        : m_config(config)
        , m_http(config, secret)
    { }
    void queryRange(const LokiRange &range, QObject *context, Answer answer);
    void labels(QObject *context, Answer answer);
    void cancelAll() { m_http.cancelAll(); }

private:
    void get(const QString &path, const HttpForm &form, QObject *context, Answer answer);

    SourceConfig m_config;
    HttpClient m_http;
};

} // namespace lepto
