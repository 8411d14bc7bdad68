#pragma once

#include "core/sources/http_client.h"
#include "core/sources/query_answer.h"
#include "core/sources/query_range_scanner.h"
#include "core/sources/remote_read.h"

#include <QJsonObject>
#include <QMap>
#include <QPointer>

#include <deque>
#include <functional>

namespace lepto {

enum class ServerKind { Prometheus, Thanos, Mimir, VictoriaMetrics };
/// "Prometheus", "Thanos", ...: a name, not translated.
QString serverKindText(ServerKind kind);

struct BuildInfo {
    ServerKind kind = ServerKind::Prometheus;
    QString version;                       ///< as the server says; VictoriaMetrics lies here
};

struct ServerAlert {
    Labels labels;
    QMap<QString, QString> annotations;
    QString state;                         ///< "pending" or "firing"
    TimeMs activeAt = 0;
    double value = 0;
};

struct ServerRule {
    QString group, file, name, query, health, lastError;
    QString state;                         ///< of alerting rules; empty for recording rules
    bool alerting = false;
    double durationSeconds = 0, evaluationSeconds = 0;
    Labels labels;
    QMap<QString, QString> annotations;
    std::vector<ServerAlert> alerts;
};

/// What is asked of series, label names and label values. Times of 0 are left out.
struct LabelQuery {
    QStringList matches;                   ///< selectors
    TimeMs from = 0, to = 0;
    int limit = 10'000;                    ///< the server's where it knows it, always ours
};

template <typename T>
struct Listed {
    T items;
    QStringList warnings;
    bool truncated = false;                ///< there are more than `limit`
};

/// The HTTP API of Prometheus, Thanos, Mimir and VictoriaMetrics, read-only. Lives in one thread; answers come through its event loop and
/// die with their context. At most 4 requests at a time, the others wait. POST where possible, GET once a server refused POST.
/// Errors: as HttpClient and apiError, with "host:port" as subject.
class PrometheusClient : public QObject {
    Q_OBJECT
public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    using Context = QObject *;

    PrometheusClient(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);

    struct ScanOptions {
        std::size_t maxSeries = 1'000'000;
        LabelCache *cache = nullptr;                 ///< must outlive the request
        std::vector<Labels::Pair> target;
    };
    void query(const QString &expr, TimeMs at, Context context, Answer<QueryAnswer> answer) { query(expr, at, ScanOptions(), context, std::move(answer)); }
    void query(const QString &expr, TimeMs at, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer);
    /// More than 11,000 points are asked for in parts and joined.
    void queryRange(const QString &expr, TimeMs from, TimeMs to, TimeMs stepMs, Context context, Answer<QueryAnswer> answer);

    /// Raw samples with stale markers by remote read. Errors: as query; NotFound, BadInput where the server has no remote read.
    void read(const RemoteReadQuery &query, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer);

    void series(const LabelQuery &query, Context context, Answer<Listed<std::vector<Labels>>> answer);
    void labels(const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer);
    void labelValues(const QString &label, const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer);
    void alerts(Context context, Answer<std::vector<ServerAlert>> answer);
    void rules(Context context, Answer<std::vector<ServerRule>> answer);
    /// Which server this is, by what it answers and not by its version.
    void buildInfo(Context context, Answer<BuildInfo> answer);

    /// Any path below the base address, e.g. "/-/ready".
    void get(const QString &path, Context context, HttpClient::Answer answer);
    void cancelAll();

    QUrl urlOf(const QString &path) const;
    const SourceConfig &config() const { return m_config; }
    HttpClient &http() { return m_http; }
    void setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }

private:
    using Form = QList<std::pair<QString, QString>>;
    struct Call {
        QString path;
        Form form;
        bool mayPost = true;
        QPointer<QObject> context;
        std::function<bool(const HttpAnswer &, const QByteArray &)> sink;
        std::function<void()> restart;               ///< before the same call is sent again as GET
        HttpClient::Answer answer;
    };

    void enqueue(Call call);
    void pump();
    void perform(const Call &call);
    void scan(const QString &path, const Form &form, const ScanOptions &options, Context context, Answer<QueryAnswer> answer);
    void json(const QString &path, const Form &form, bool mayPost, Context context, Answer<QJsonObject> answer);
    void list(const QString &path, const LabelQuery &query, bool mayPost, Context context, Answer<Listed<QStringList>> answer);
    static Form formOf(const LabelQuery &query);

    SourceConfig m_config;
    HttpClient m_http;
    std::deque<Call> m_waiting;
    int m_active = 0;
    bool m_getOnly = false;
    qint64 m_maxBytes = 256LL << 20;
};

} // namespace lepto
