#include "core/sources/connection_test.h"

#include "core/base/text.h"
#include "core/sources/exposition_parser.h"
#include "core/sources/host_scraper.h"
#include "core/sources/prometheus_json.h"
#include "core/sources/prometheus_source.h"
#include "core/sources/tls_options.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHostInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCipher>

namespace lepto {

using Code = TestStep::Code;

ConnectionTest::ConnectionTest(const SourceConfig &config, const QString &secret, const SourceLimits &limits, QObject *parent)
    : SourceTest(parent)
    , m_config(config)
    , m_secret(secret)
    , m_limits(limits)
    , m_steps(stepsOf(config))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        report(How::Failed, tr("no answer within %1 seconds").arg(QLocale::c().toString(m_config.timeoutMs / 1000.0)));
    });
}

ConnectionTest::~ConnectionTest()
{
    cancel();
}

std::vector<Code> ConnectionTest::stepsOf(const SourceConfig &config)
{
    if (config.kind == SourceConfig::Kind::Host)
        return { Code::FirstSeries };
    std::vector<Code> steps { Code::Address, Code::Name, Code::Connect };
    if (config.url.startsWith(QLatin1String("https:")))
        steps.push_back(Code::Tls);
    steps.insert(steps.end(), { Code::Access, Code::Answer });
    if (config.kind == SourceConfig::Kind::Prometheus)
        steps.insert(steps.end(), { Code::Kind, Code::Clock, Code::Selection, Code::FirstSeries });
    else if (config.kind == SourceConfig::Kind::Alertmanager)
        steps.insert(steps.end(), { Code::Kind, Code::Clock, Code::Alerts });
    else if (config.kind == SourceConfig::Kind::Grafana)
        steps.push_back(Code::Clock);
    else
        steps.insert(steps.end(), { Code::Clock, Code::FirstSeries });
    return steps;
}

void ConnectionTest::start()
{
    if (std::exchange(m_started, true))
        return;
    QTimer::singleShot(0, this, &ConnectionTest::next);
}

void ConnectionTest::cancel()
{
    m_started = true;
    m_at = m_steps.size();
    m_deadline.stop();
    if (m_socket)
        m_socket->disconnect(this);
    m_client.reset();
}

void ConnectionTest::next()
{
    if (m_at >= m_steps.size())
        return;
    m_clock.start();
    m_deadline.stop();
    switch (m_steps[m_at]) {
    case Code::Address: return testAddress();
    case Code::Name: return testName();
    case Code::Connect: return testConnect();
    case Code::Tls: return testTls();
    case Code::Access: return testAccess();
    case Code::Answer: return testAnswer();
    case Code::Kind: return testKind();
    case Code::Clock: return testClock();
    case Code::Selection: return testSelection();
    case Code::FirstSeries: return testFirstSeries();
    case Code::Alerts: return testAlerts();
    }
}

void ConnectionTest::report(How how, const QString &words)
{
    if (m_at >= m_steps.size())
        return;
    m_deadline.stop();
    const TestStep step { m_steps[m_at], how, m_clock.elapsed(), oneLine(words, 400) };
    const bool last = how == How::Failed || m_at + 1 == m_steps.size();
    m_at = last ? m_steps.size() : m_at + 1;
    const QPointer<ConnectionTest> alive(this);
    Q_EMIT stepFinished(step);
    if (!alive)
        return;
    if (last)
        Q_EMIT finished(how != How::Failed);
    else
        QTimer::singleShot(0, this, &ConnectionTest::next); // the listener may cancel in between
}

void ConnectionTest::testAddress()
{
    if (const auto good = checkSource(m_config); !good)
        return report(How::Failed, qstr(good.error().reason));
    m_client = std::make_unique<PrometheusClient>(m_config, m_secret);
    m_client->setMaxBytes(m_limits.maxBytes);
    const bool plain = m_config.url.startsWith(QLatin1String("http:")) && !(m_config.secretRef.isEmpty() && m_config.tokenFile.isEmpty() && m_secret.isEmpty());
    const QString host = QUrl(m_config.url).host();
    if (plain && !QHostAddress(host).isLoopback() && host != QLatin1String("localhost"))
        return report(How::Warning, tr("the secret is sent over http without encryption"));
    report(How::Good, tr("the address is well formed"));
}

void ConnectionTest::testName()
{
    const QString host = QUrl(m_config.url).host();
    if (!QHostAddress(host).isNull())
        return report(How::Skipped, tr("the address is a number, no name to look up"));
    m_deadline.start(m_config.timeoutMs);
    QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
        if (m_at >= m_steps.size() || m_steps[m_at] != Code::Name)
            return;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return report(How::Failed, tr("the host name %1 is not known").arg(host));
        report(How::Good, tr("%1 is %2").arg(host, info.addresses().constFirst().toString()));
    });
}

void ConnectionTest::testConnect()
{
    const QUrl url(m_config.url);
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), &QSslSocket::connected, this, [this] {
        m_socket->disconnect(this);
        report(How::Good, tr("connected to %1").arg(m_socket->peerAddress().toString()));
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this, url](QAbstractSocket::SocketError error) {
        m_socket->disconnect(this);
        if (error == QAbstractSocket::ConnectionRefusedError)
            return report(How::Failed, tr("connection refused, nothing listens on %1").arg(authorityOf(url)));
        report(How::Failed, tr("no connection to %1: %2").arg(authorityOf(url), m_socket->errorString()));
    });
    m_deadline.start(m_config.timeoutMs);
    m_socket->connectToHost(url.host(), quint16(url.port(url.scheme() == QLatin1String("https") ? 443 : 80)));
}

void ConnectionTest::testTls()
{
    const auto options = tlsOptions(m_config);
    if (!options)
        return report(How::Failed, qstr(options.error()));
    m_socket->setSslConfiguration(*options);
    m_socket->setPeerVerifyName(m_config.serverName.isEmpty() ? QUrl(m_config.url).host() : m_config.serverName);
    auto complaint = std::make_shared<QString>();
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [complaint](const QList<QSslError> &errors) { *complaint = errors.value(0).errorString(); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this, complaint] {
        m_socket->disconnect(this);
        const QString why = complaint->isEmpty() ? m_socket->errorString() : *complaint;
        const bool plain = why.contains(QLatin1String("wrong version number"));
        report(How::Failed, plain ? tr("the server does not speak TLS on this port; try http://") : why);
    });
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        m_socket->disconnect(this);
        if (!m_config.verifyTls)
            return report(How::Warning, tr("the certificate is not checked, anyone may answer in the server's name"));
        const QDateTime end = m_socket->peerCertificate().expiryDate();
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(end);
        const QString until = end.date().toString(Qt::ISODate);
        constexpr qint64 soon = 14;
        if (days < soon)
            return report(How::Warning, tr("the certificate ends soon, on %1").arg(until));
        report(How::Good, tr("%1, certificate good until %2").arg(m_socket->sessionCipher().protocolString(), until));
    });
    m_deadline.start(m_config.timeoutMs);
    m_socket->startClientEncryption();
}

void ConnectionTest::testAccess()
{
    m_socket.reset();
    const bool prometheus = m_config.kind == SourceConfig::Kind::Prometheus;
    HttpRequest request;
    const bool alertmanager = m_config.kind == SourceConfig::Kind::Alertmanager;
    request.url = prometheus  ? m_client->urlOf(QStringLiteral("/api/v1/query"))
                : alertmanager ? m_client->urlOf(QStringLiteral("/api/v2/status"))
                               : QUrl(m_config.url);
    if (prometheus)
        request.url.setQuery(QStringLiteral("query=vector(1)"));
    if (m_config.kind == SourceConfig::Kind::Grafana) {
        request.url = m_client->urlOf(QStringLiteral("/api/annotations"));
        request.url.setQuery(QStringLiteral("limit=1"));
    }
    request.timeoutMs = m_config.timeoutMs;
    request.maxBytes = m_limits.maxBytes;
    m_client->http().send(request, this, [this](Result<HttpAnswer> answer) {
        if (!answer)
            return report(How::Failed, qstr(answer.error().reason));
        m_answer = *std::move(answer);
        if (m_answer.status == 401 || m_answer.status == 403)
            return report(How::Failed, qstr(statusError(QUrl(m_config.url), m_answer).reason));
        const bool secret = !m_secret.isEmpty() || !m_config.tokenFile.isEmpty();
        report(How::Good, secret ? tr("the server accepts the credentials") : tr("the server asks for no credentials"));
    });
}

void ConnectionTest::testAnswer()
{
    const QUrl url(m_config.url);
    if (m_config.kind == SourceConfig::Kind::Exporter)
        return testPage(m_answer);
    if (m_config.kind == SourceConfig::Kind::Alertmanager)
        return testAlertmanager();
    if (m_config.kind == SourceConfig::Kind::Grafana)
        return testAnnotations();
    const auto envelope = envelopeFrom(url, m_answer);
    if (!envelope)
        return report(How::Failed, qstr(envelope.error().reason));
    report(How::Good, tr("the query API answers"));
}

void ConnectionTest::testAlertmanager()
{
    if (!m_answer.isGood())
        return report(How::Failed, qstr(statusError(QUrl(m_config.url), m_answer).reason));
    const QJsonObject status = QJsonDocument::fromJson(m_answer.body).object();
    if (!status[u"versionInfo"].isObject())
        return report(How::Failed, tr("the answer names no version, this is not Alertmanager's API; check the path of the address"));
    m_product = tr("Alertmanager %1, cluster: %2").arg(status[u"versionInfo"][u"version"].toString(), status[u"cluster"][u"status"].toString());
    report(How::Good, tr("the API v2 answers"));
}

void ConnectionTest::testAlerts()
{
    HttpRequest request;
    request.url = m_client->urlOf(QStringLiteral("/api/v2/alerts"));
    request.timeoutMs = m_config.timeoutMs;
    request.maxBytes = m_limits.maxBytes;
    m_client->http().send(request, this, [this, url = request.url](Result<HttpAnswer> answer) {
        if (!answer)
            return report(How::Failed, qstr(answer.error().reason));
        if (!answer->isGood())
            return report(How::Failed, qstr(statusError(url, *answer).reason));
        const QJsonDocument alerts = QJsonDocument::fromJson(answer->body);
        if (!alerts.isArray())
            return report(How::Failed, tr("the list of alerts cannot be read"));
        report(How::Good, tr("%n alerts", nullptr, int(alerts.array().size())));
    });
}

void ConnectionTest::testAnnotations()
{
    if (!m_answer.isGood())
        return report(How::Failed, qstr(statusError(QUrl(m_config.url), m_answer).reason));
    if (!QJsonDocument::fromJson(m_answer.body).isArray())
        return report(How::Failed, tr("the answer is no list of annotations, this is not Grafana's API; check the path of the address"));
    report(How::Good, tr("the annotations can be read"));
}

void ConnectionTest::testPage(const HttpAnswer &answer)
{
    if (!answer.isGood())
        return report(How::Failed, qstr(statusError(QUrl(m_config.url), answer).reason));
    if (answer.body.left(200).trimmed().startsWith('<'))
        return report(How::Failed, tr("the answer is a web page instead of metrics; check the path, it is often /metrics"));
    const std::string_view text(answer.body.constData(), std::size_t(answer.body.size()));
    ExpositionOptions options;
    options.format = expositionFormat({ answer.contentType.constData(), std::size_t(answer.contentType.size()) }, text);
    const ExpositionPage page = parseExposition(text, options);
    if (page.samples.empty() && page.refusedLines > 0)
        return report(How::Failed, tr("no line of the answer is a metric; line 1: %1").arg(qstr(page.issues[0].reason)));
    m_firstSeries = page.samples.empty() ? QString() : qstr(page.samples[0].labels.text());
    if (page.refusedLines > 0)
        return report(How::Warning, tr("%1 samples, %2 lines cannot be read; line %3: %4").arg(page.samples.size()).arg(page.refusedLines)
            .arg(page.issues[0].line).arg(qstr(page.issues[0].reason)));
    report(How::Good, tr("%n samples", nullptr, int(page.samples.size())));
}

void ConnectionTest::testKind()
{
    if (!m_product.isEmpty())
        return report(How::Good, m_product);
    m_client->buildInfo(this, [this](Result<BuildInfo> info) {
        if (!info)
            return report(How::Warning, tr("the server does not say what it is: %1").arg(qstr(info.error().reason)));
        report(How::Good, (serverKindText(info->kind) + u' ' + info->version).trimmed());
    });
}

void ConnectionTest::testClock()
{
    if (!m_answer.clockOffsetMs)
        return report(How::Skipped, tr("the server does not send its time"));
    const double offset = double(*m_answer.clockOffsetMs) / 1000.0;
    const QLocale c = QLocale::c();
    if (std::abs(offset) <= m_limits.clockLimitSeconds)
        return report(How::Good, tr("the clocks agree within %1 seconds").arg(c.toString(m_limits.clockLimitSeconds)));
    const QString text = offset > 0 ? tr("the server is %1 seconds ahead, limit %2") : tr("the server is %1 seconds behind, limit %2");
    report(How::Warning, text.arg(c.toString(std::abs(offset), 'f', 1), c.toString(m_limits.clockLimitSeconds)));
}

void ConnectionTest::testSelection()
{
    m_client->query(QStringLiteral("count(%1)").arg(selectorOf(m_config)), 0, this, [this](Result<QueryAnswer> answer) {
        if (!answer)
            return report(How::Failed, qstr(answer.error().reason));
        const double count = answer->series.empty() || answer->series[0].samples.empty() ? 0 : answer->series[0].samples[0].v;
        if (count == 0)
            return report(How::Failed, tr("the selector matches no series"));
        if (count > double(m_limits.maxSeries))
            return report(How::Warning, tr("the selector matches %1 series, only the first %2 are mirrored").arg(qint64(count)).arg(m_limits.maxSeries));
        report(How::Good, tr("the selector matches %n series", nullptr, int(count)));
    });
}

void ConnectionTest::testFirstSeries()
{
    if (m_config.kind == SourceConfig::Kind::Host)
        return testHost();
    if (m_config.kind == SourceConfig::Kind::Exporter) {
        const bool empty = m_firstSeries.isEmpty();
        return report(empty ? How::Warning : How::Good, empty ? tr("the page is empty") : m_firstSeries);
    }
    const QString expr = QStringLiteral("topk(1, %1)").arg(selectorOf(m_config));
    m_client->query(expr, 0, this, [this](Result<QueryAnswer> answer) {
        if (!answer)
            return report(How::Failed, qstr(answer.error().reason));
        if (answer->series.empty())
            return report(How::Warning, tr("the selector has only native histograms, which are not read"));
        report(How::Good, qstr(answer->series[0].labels.text()));
    });
}

void ConnectionTest::testHost()
{
    HostScraper scraper { std::vector<Labels::Pair>() };
    const auto samples = scraper.scrape(QDateTime::currentMSecsSinceEpoch());
    if (samples.empty())
        return report(How::Failed, tr("the kernel's figures in /proc cannot be read"));
    report(How::Good, tr("%n series of this machine", nullptr, int(samples.size())));
}

} // namespace lepto
