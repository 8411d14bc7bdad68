#pragma once

#include "tests/support/http_fixture.h"

#include <map>
#include <vector>

namespace lepto::test {

/// Stands in for Grafana Loki, which Debian does not package. It copies what the HTTP API's documentation says and what its servers are
/// known to do: `query_range` with `start` included and `end` excluded, `limit` 100 unless given and refused past 5000, both directions,
/// streams as groups of entries, times as texts of nanoseconds; errors as plain text with status 400, 401 "no org id" where tenants are on,
/// 429 and 503; `labels`; gzip where the client offers it. Of LogQL it knows selectors of equal labels and `|= "text"`.
class FakeLoki {
public:
    FakeLoki();

    QString url() const { return m_server.url(); }
    void push(const std::map<QString, QString> &stream, qint64 ns, const QString &line);
    void wantTenant(const QByteArray &tenant) { m_tenant = tenant; }
    /// The next answers are this status with this plain text; 0: as usual.
    void failWith(int status, const QByteArray &text);
    int asked() const { return int(m_server.requests().size()); }
    const HttpFixture::Request &lastRequest() const { return m_server.requests().constLast(); }

private:
    struct Entry {
        std::map<QString, QString> stream;
        qint64 ns = 0;
        QString line;
    };
    HttpFixture::Reply answer(const HttpFixture::Request &request) const;
    HttpFixture::Reply queryRange(const HttpFixture::Request &request) const;
    std::vector<Entry> select(const QString &query, QByteArray &error) const;

    std::vector<Entry> m_entries;
    QByteArray m_tenant, m_failure;
    int m_status = 0;
    HttpFixture m_server;
};

} // namespace lepto::test
