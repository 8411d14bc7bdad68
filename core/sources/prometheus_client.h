#pragma once

#include "core/sources/encoding_choice.h"
#include "core/sources/http_client.h"
#include "core/sources/query_answer.h"
#include "core/sources/query_range_scanner.h"
#include "core/sources/remote_read.h"
#include "core/sources/server_types.h"

#include <QJsonObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace lepto {

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
        std::size_t maxSeries = 250'000;
        LabelCache *cache = nullptr;                 ///< must outlive the request
        std::vector<Labels::Pair> target;
        HistorySink *sink = nullptr;                 ///< remote read: takes what comes; the answer then has no series. Must outlive the request
        TimeMs skipBefore = 0;                       ///< with a sink: chunks that begin earlier are known
    };
    void query(const QString &expr, TimeMs at, Context context, Answer<QueryAnswer> answer) { query(expr, at, ScanOptions(), context, std::move(answer)); }
    void query(const QString &expr, TimeMs at, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer);
    /// More than 11,000 points are asked for in parts and joined.
    void queryRange(const QString &expr, TimeMs from, TimeMs to, TimeMs stepMs, Context context, Answer<QueryAnswer> answer);

    /// Raw samples with stale markers by remote read. Errors: as query; NotFound, BadInput where the server has no remote read.
    /// With a sink, chunks go on as they are: the fast way into a store.
    void read(const RemoteReadQuery &query, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer);

    /// Raw samples by VictoriaMetrics' export. Errors: as query; NotFound, BadInput where the server has none.
    void exportSamples(const QString &selector, TimeMs from, TimeMs to, const ScanOptions &scan, Context context, Answer<QueryAnswer> answer);

    void series(const LabelQuery &query, Context context, Answer<Listed<std::vector<Labels>>> answer);
    void labels(const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer);
    void labelValues(const QString &label, const LabelQuery &query, Context context, Answer<Listed<QStringList>> answer);
    void alerts(Context context, Answer<std::vector<ServerAlert>> answer);
    void rules(Context context, Answer<std::vector<ServerRule>> answer) { rules({}, context, std::move(answer)); }
    void rules(const RuleQuery &query, Context context, Answer<std::vector<ServerRule>> answer);
    void exemplars(const QString &expr, TimeMs from, TimeMs to, Context context, Answer<std::vector<SeriesExemplars>> answer);

    /// Type and help of one metric, or of all with an empty name, at most `limit` metrics.
    void metadata(const QString &metric, int limit, Context context, Answer<std::vector<MetricMetadata>> answer);
    void targets(Context context, Answer<TargetList> answer);
    /// What targets matched by `matchTarget` say of `metric`; both may be empty.
    void targetMetadata(const QString &matchTarget, const QString &metric, int limit, Context context, Answer<std::vector<TargetMetadata>> answer);
    void scrapePools(Context context, Answer<QStringList> answer);
    void alertmanagers(Context context, Answer<QStringList> answer);

    /// Which server this is, by what it answers and not by its version.
    void buildInfo(Context context, Answer<BuildInfo> answer);
    void runtimeInfo(Context context, Answer<RuntimeInfo> answer);
    void serverConfig(Context context, Answer<QString> answer);     ///< its YAML
    void flags(Context context, Answer<QMap<QString, QString>> answer);
    void tsdbStatus(Context context, Answer<TsdbStatus> answer);
    void walReplay(Context context, Answer<WalReplay> answer);      ///< answers while the server starts

    /// Any path below the base address, e.g. "/-/ready".
    void get(const QString &path, Context context, HttpClient::Answer answer);
    void cancelAll();

    QUrl urlOf(const QString &path) const { return m_http.urlOf(path); }
    const SourceConfig &config() const { return m_config; }
    HttpClient &http() { return m_http; }
    void setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }

private:
    using Form = HttpForm;
    struct Call {
        HttpRequest request;
        Form form;
        bool mayPost = true;
        QPointer<QObject> context;
        std::function<void()> restart = {};          ///< before the same call is sent again as GET
        HttpClient::Answer answer = {};
    };

    void enqueue(Call call);
    void pump();
    void perform(Call call);
    HttpRequest requestOf(const QString &path) const;
    void scan(const QString &path, const Form &form, const ScanOptions &options, Context context, Answer<QueryAnswer> answer);
    void json(const QString &path, const Form &form, bool mayPost, Context context, Answer<QJsonObject> answer);
    /// `data` of the answer through `read`.
    template <typename T, typename Read>
    void report(const QString &path, const Form &form, Context context, Answer<T> answer, Read read);
    void list(const QString &path, const LabelQuery &query, bool mayPost, Context context, Answer<Listed<QStringList>> answer);
    Form withParameters(Form form) const;
    static Form formOf(const LabelQuery &query);

    SourceConfig m_config;
    HttpClient m_http;
    EncodingChoice m_encoding;
    std::deque<Call> m_waiting;
    int m_active = 0;
    bool m_getOnly = false;
    qint64 m_maxBytes = 256LL << 20;
};

} // namespace lepto
