#include "app/gui/loopback_search.h"

#include "core/sources/http_client.h"

namespace lepto {

void LoopbackSearch::start()
{
    SourceConfig prometheus;
    prometheus.name = QStringLiteral("prometheus");
    prometheus.kind = SourceConfig::Kind::Prometheus;
    prometheus.url = QStringLiteral("http://127.0.0.1:9090");
    SourceConfig exporter;
    exporter.name = QStringLiteral("node-exporter");
    exporter.kind = SourceConfig::Kind::Exporter;
    exporter.url = QStringLiteral("http://127.0.0.1:9100/metrics");
    m_open = 2;
    probe(prometheus, QStringLiteral("/api/v1/status/buildinfo"), "\"status\"");
    probe(exporter, {}, "# HELP");
}

void LoopbackSearch::probe(const SourceConfig &config, const QString &path, const QByteArray &sign)
{
    auto *client = new HttpClient(config, {}, this);
    HttpRequest request;
    request.url = QUrl(config.url + path);
    request.timeoutMs = 1000;
    request.maxBytes = 4 << 20;
    client->send(request, this, [this, config, sign](const Result<HttpAnswer> &answer) {
        if (answer && answer->isGood() && answer->body.contains(sign))
            m_found.push_back(config);
        if (--m_open == 0)
            Q_EMIT finished(m_found);
    });
}

} // namespace lepto
