#pragma once

#include "core/changes/change.h"
#include "core/sources/http_client.h"

#include <QJsonObject>
#include <QObject>

namespace lepto {

/// What is asked of Grafana's annotations. Tags are those that all must be there.
struct AnnotationQuery {
    TimeMs from = 0, to = 0;
    QStringList tags;
    int limit = 1000;
};

/// What is written to Grafana; `to` 0: one moment.
struct AnnotationBody {
    TimeMs from = 0, to = 0;
    QStringList tags;
    QString text;

    QJsonObject toJson() const;
};

/// The part of Grafana's HTTP API that the console uses (grafana.com/docs, "Annotations HTTP API" and "Dashboard HTTP API"): the token of a
/// service account as bearer, or basic authentication; another organisation by the header X-Grafana-Org-Id of the source. Redirects are
/// not followed, answers are limited to `maxBytes`. Lives in one thread; answers die with their context.
/// Errors: as HttpClient; a status that is not 2xx with Grafana's own words; BadInput for an answer that is not this API's.
class GrafanaClient : public QObject {
    Q_OBJECT
public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    static constexpr qint64 maxBytes = 32 << 20;

    GrafanaClient(const SourceConfig &config, const QString &secret, QObject *parent = nullptr);

    /// As changes, without what this console wrote itself; the bool says whether the answer was full (there may be more).
    void annotations(const AnnotationQuery &query, QObject *context, Answer<std::pair<std::vector<Change>, bool>> answer);
    /// The numbers of the annotations with all these tags, whoever wrote them.
    void find(const QStringList &tags, QObject *context, Answer<std::vector<qint64>> answer);
    /// Answers the new number. The request is never sent twice by itself; an Unavailable error may hide that it was carried out.
    void create(const AnnotationBody &body, QObject *context, Answer<qint64> answer);
    /// Errors: NotFound where somebody removed it there.
    void change(qint64 id, const AnnotationBody &body, QObject *context, Answer<bool> answer);
    /// The whole answer `{dashboard, meta}` of one dashboard.
    void dashboard(const QString &uid, QObject *context, Answer<QJsonObject> answer);
    void cancelAll() { m_http.cancelAll(); }

    QUrl urlOf(const QString &path) const { return m_http.urlOf(path); }

private:
    HttpRequest request(const QByteArray &method, const QString &path) const;
    void json(const HttpRequest &request, QObject *context, Answer<QJsonDocument> answer);

    SourceConfig m_config;
    HttpClient m_http;
};

/// The tag that marks what this console wrote, so that it does not come back as a change.
inline const QString ownAnnotationTag = QStringLiteral("leptoscope");

/// One annotation of an answer as a change: the first line is the title, tags like `service:cart` or `service=cart` become labels, its
/// address is that of its dashboard. Pure. Errors: BadInput (no number, no time).
Result<Change> changeOfAnnotation(const QJsonObject &annotation, const QUrl &base);

} // namespace lepto
