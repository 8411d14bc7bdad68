#include "tests/app/window_stage.h"

#include "core/audit/os_user.h"
#include "core/base/text.h"
#include "tests/app/checkout_past.h"
#include "tests/e2e/fault_stage.h"
#include "tests/support/faulty_service/control.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace lepto::e2e {

namespace {

constexpr int minutesBefore = 45;

/// The shipped rules with windows that forget a fault while a test can wait for it.
const char *rules = R"(version: 1
rules:
  - id: latency_p99
    service: {label: job}
    tier: services
    title: Latency p99
    kind: latency
    unit: seconds
    expr: histogram_quantile(0.99, sum by (job, le) (rate(http_request_duration_seconds_bucket[20s])))
    warning: "> 0.5"
    critical: "> 1.5"
    for: 5s
  - id: errors
    service: {label: job}
    tier: services
    title: Failed requests
    kind: errors
    unit: ratio
    expr: sum by (job) (rate(http_requests_total{code="504"}[20s])) / clamp_min(sum by (job) (rate(http_requests_total[20s])), 1)
    warning: "> 0.01"
    critical: "> 0.05"
    for: 5s
)";

} // namespace

bool WindowStage::write(const QString &name, const QString &text)
{
    const QString file = home() + u'/' + name;
    QFile out(file);
    if (QDir().mkpath(QFileInfo(file).path()) && out.open(QIODevice::WriteOnly) && out.write(text.toUtf8()) > 0)
        return true;
    m_error = file + QStringLiteral(": ") + out.errorString();
    return false;
}

bool WindowStage::writeRunbook()
{
    QFile shipped(QStringLiteral(LEPTOSCOPE_SOURCE_DIR "/resources/runbooks/resize-worker-pool.yaml"));
    const QString control = m_folder.filePath(QStringLiteral("leptoscope-faulty"));
    if (!shipped.open(QIODevice::ReadOnly) || !QFile::copy(FaultStage::program(), control)) {
        m_error = QStringLiteral("no runbook, or no control program");
        return false;
    }
    QString yaml = QString::fromUtf8(shipped.readAll());
    const auto fill = [&yaml](const char *before, const QString &after) { yaml.replace(QLatin1String(before), after); };
    fill("control: {type: path,", QStringLiteral("control: {type: path, default: \"%1\",").arg(control));
    fill("port: {type: int,", QStringLiteral("port: {type: int, default: \"%1\",").arg(m_checkout.port()));
    fill("default: \"8\"", QStringLiteral("default: \"20\""));
    fill("default: \"2\"", QStringLiteral("default: \"4\""));
    fill("delay: 10s", QStringLiteral("delay: 3s"));
    fill("interval: 10s", QStringLiteral("interval: 2s"));
    return write(QStringLiteral("runbooks/resize-worker-pool.yaml"), yaml);
}

bool WindowStage::start()
{
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("state"))));
    const quint16 port = test::freePort();
    if (!m_checkout.start(FaultStage::program(), { QStringLiteral("--port"), QString::number(port) }, port, "/metrics")) {
        m_error = m_checkout.error();
        return false;
    }
    SourceConfig source;
    source.name = QStringLiteral("checkout");
    source.kind = SourceConfig::Kind::Exporter;
    source.url = m_checkout.url() + QStringLiteral("/metrics");
    source.intervalMs = 1000;
    const QJsonObject values { { QLatin1String(setting::healthIntervalMs.key), 1000 }, { QLatin1String(setting::language.key), QStringLiteral("en") },
        { QLatin1String(setting::workerCommand.key), QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-worker") } };
    const QJsonDocument settings(QJsonObject { { QStringLiteral("settings"), values }, { QStringLiteral("sources"), QJsonArray { toJson(source) } } });
    if (!write(QStringLiteral("settings.json"), QString::fromUtf8(settings.toJson())) || !writeRunbook()
        || !write(QStringLiteral("rules/checkout.yaml"), QString::fromLatin1(rules)))
        return false;
    const auto past = writePast(home(), source, minutesBefore);
    if (!past)
        m_error = qstr(past.error());
    return bool(past);
}

void WindowStage::open()
{
    m_settings = std::make_unique<Settings>(Home(home()).settingsFile());
    m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Dark);
    m_language = std::make_unique<Language>();
    m_language->set(m_settings->get(setting::language));
    ServicesOptions options;
    options.mode = ServicesOptions::Mode::Collect;
    options.home = home();
    m_engine = std::make_unique<Engine>(options);
    m_console = std::make_unique<EngineConsole>(*m_engine, osUser());
    QObject::connect(m_console.get(), &Console::message, m_console.get(),
        [this](Severity, const QString &what, const QString &why) { m_messages.append(what + QStringLiteral(": ") + why); });
    m_window = std::make_unique<MainWindow>(*m_console, *m_settings, *m_theme, *m_language, home() + QStringLiteral("/window.ini"));
    m_window->show();
    m_window->activateWindow();
    QApplication::setActiveWindow(m_window.get());
    m_engine->start([this](const Result<void> &opened) {
        if (opened)
            m_console->connectEngine(true);
        else
            m_messages.append(qstr(opened.error()));
    });
}

void WindowStage::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_console.reset();
    m_engine.reset();
    m_language.reset();
    m_theme.reset();
    m_settings.reset();
}

bool WindowStage::setWorkers(int workers)
{
    return demo::workersOf(m_checkout.port(), workers, &m_error) == workers;
}

int WindowStage::workers() const
{
    QString error;
    return demo::workersOf(m_checkout.port(), std::nullopt, &error).value_or(-1);
}

} // namespace lepto::e2e
