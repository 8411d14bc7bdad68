#pragma once

#include "tests/support/http_fixture.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <optional>

namespace lepto::test {

/// Grafana's HTTP API as far as the console uses it, copied from its documentation ("Annotations HTTP API", "Dashboard HTTP API", Grafana 12):
///   GET    /api/annotations      from, to (ms, touching), tags (all of them; matchAny for any), type, dashboardUID, limit (default 100);
///                                newest first, each with id, time, timeEnd (equal to time for a moment), tags, text, login
///   POST   /api/annotations      200 {"message":"Annotation added","id":1}; without text 400 {"message":"Failed to save annotation"}
///   PATCH  /api/annotations/:id  200 {"message":"Annotation patched"}; only the given properties change
///   DELETE /api/annotations/:id  200 {"message":"Annotation deleted"}
///   GET    /api/dashboards/uid/:uid   200 {"dashboard":{...},"meta":{...}}; 404 {"message":"Dashboard not found"}
///   401 {"message":"Invalid API key"} for a wrong token, 403 for a token that may only read, 404 {"message":"Not found"} elsewhere
/// Faults come before all that, while they are set. Debian has no Grafana to run instead.
class FakeGrafana {
public:
    FakeGrafana();

    QString url() const { return m_fixture.url(QStringLiteral("/grafana")); } ///< with a path prefix
    quint16 port() const { return m_fixture.port(); }
    qint64 add(const QJsonObject &annotation);
    void removeAnnotation(qint64 id) { m_annotations.erase(id); }
    const std::map<qint64, QJsonObject> &annotations() const { return m_annotations; }
    void setDashboard(const QString &uid, const QJsonObject &dashboard) { m_dashboards[uid] = dashboard; }
    const QList<HttpFixture::Request> &requests() const { return m_fixture.requests(); }
    int count(const QByteArray &method) const;

    static constexpr const char *token = "glsa_editor", *readOnlyToken = "glsa_viewer";
    /// Answers everything with this; `afterwards`: only once the request has been carried out, as when the answer is lost.
    void setFault(HttpFixture::Reply reply, bool afterwards = false);
    void clearFault() { m_fault.reset(); }

private:
    HttpFixture::Reply handle(const HttpFixture::Request &request);
    HttpFixture::Reply serve(const HttpFixture::Request &request);
    HttpFixture::Reply list(const HttpFixture::Request &request) const;
    HttpFixture::Reply change(const HttpFixture::Request &request, const QByteArray &path);

    std::map<qint64, QJsonObject> m_annotations;
    std::map<QString, QJsonObject> m_dashboards;
    std::optional<HttpFixture::Reply> m_fault;
    bool m_afterwards = false;
    qint64 m_next = 1;
    HttpFixture m_fixture;
};

} // namespace lepto::test
