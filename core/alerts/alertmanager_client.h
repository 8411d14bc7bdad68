#pragma once

#include "core/alerts/alert.h"
#include "core/sources/http_client.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace lepto {

/// What is asked of the list of alerts; by default everything.
struct AlertQuery {
    std::vector<SilenceMatcher> filter;
    QString receiver;                      ///< a regular expression
    bool active = true, silenced = true, inhibited = true, unprocessed = true;
};

/// The HTTP API v2 of Alertmanager (0.16 and newer). Lives in one thread; answers come through its event loop and die with their context.
/// Errors: as HttpClient; Refused, NotFound, BadInput with what the server says. Reading may be repeated; what changes something is sent
/// once and never again: where no answer comes, the error says that the outcome is not known.
class AlertmanagerClient : public QObject {
    Q_OBJECT
public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    using Context = QObject *;

    AlertmanagerClient(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);

    void status(Context context, Answer<AlertmanagerStatus> answer);
    void receivers(Context context, Answer<QStringList> answer);
    void alerts(const AlertQuery &query, Context context, Answer<std::vector<Alert>> answer);
    void groups(const AlertQuery &query, Context context, Answer<std::vector<AlertGroup>> answer);
    void silences(const std::vector<SilenceMatcher> &filter, Context context, Answer<std::vector<Silence>> answer);
    void silence(const QString &id, Context context, Answer<Silence> answer);
    /// The silence as the server wrote it, to be changed and posted back without losing what only newer servers know.
    void silenceObject(const QString &id, Context context, Answer<QJsonObject> answer);

    /// Creates, or with an id in it changes; answers the id that the server gave.
    void postSilence(const QJsonObject &silence, Context context, Answer<QString> answer);
    void expireSilence(const QString &id, Context context, Answer<bool> answer);

    void cancelAll() { m_http.cancelAll(); }
    QUrl urlOf(const QString &path, const HttpForm &form = {}) const { return m_http.urlOf(QStringLiteral("/api/v2") + path, form); }
    const SourceConfig &config() const { return m_config; }
    void setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }
    /// The server's clock minus ours, good to about a second; nothing before its first answer.
    std::optional<qint64> clockOffsetMs() const { return m_clockOffset; }

private:
    using Form = HttpForm;
    HttpRequest request(const QString &path, const Form &form) const;
    void get(const QString &path, const Form &form, Context context, Answer<QJsonValue> answer);
    void write(HttpRequest request, Context context, Answer<QJsonValue> answer);
    static Form formOf(const AlertQuery &query);

    SourceConfig m_config;
    HttpClient m_http;
    qint64 m_maxBytes = 64LL << 20;
    std::optional<qint64> m_clockOffset;
};

} // namespace lepto
