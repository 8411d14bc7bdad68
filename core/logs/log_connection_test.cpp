#include "core/logs/log_connection_test.h"

#include "core/base/text.h"
#include "core/logs/journal_entry.h"
#include "core/logs/journal_source.h"
#include "core/logs/line_parser.h"
#include "core/logs/plain_text.h"

#include <QDateTime>
#include <QPointer>
#include <QStandardPaths>

namespace lepto {

namespace {

constexpr std::int64_t kHour = 3'600'000'000'000;

} // namespace

LogConnectionTest::LogConnectionTest(const SourceConfig &config, const QString &secret, QObject *parent)
    : SourceTest(parent)
    , m_config(config)
    , m_loki(config.kind == SourceConfig::Kind::Loki ? std::make_unique<LokiClient>(config, secret) : nullptr)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { report(Code::Access, How::Failed, tr("no answer within %1 seconds").arg(m_config.timeoutMs / 1000)); });
}

LogConnectionTest::~LogConnectionTest()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(2000);
    }
}

void LogConnectionTest::start()
{
    if (!std::exchange(m_started, true))
        QTimer::singleShot(0, this, &LogConnectionTest::testAddress);
}

void LogConnectionTest::end(bool good)
{
    if (!std::exchange(m_over, true))
        Q_EMIT finished(good);
}

bool LogConnectionTest::report(Code code, How how, const QString &words)
{
    if (m_over)
        return false;
    const TestStep step { code, how, m_clock.isValid() ? m_clock.restart() : 0, oneLine(words, 400) };
    const QPointer<LogConnectionTest> alive(this);
    Q_EMIT stepFinished(step);
    if (alive && how == How::Failed)
        end(false);
    return alive && !m_over;
}

void LogConnectionTest::testAddress()
{
    m_clock.start();
    const auto good = checkSource(m_config);
    if (!report(Code::Address, good ? How::Good : How::Failed, good ? tr("the configuration is well formed") : qstr(good.error().reason)))
        return;
    switch (m_config.kind) {
    case SourceConfig::Kind::Loki: return testLoki();
    case SourceConfig::Kind::Journal: return testJournal();
    default: return testFiles();
    }
}

void LogConnectionTest::showLine(const std::string &line)
{
    if (report(Code::FirstSeries, How::Good, visibleText(line, 300)))
        end(true);
}

void LogConnectionTest::testLoki()
{
    m_loki->labels(this, [this](const Result<LokiAnswer> &answer, std::optional<qint64> offset) {
        if (!answer) {
            report(Code::Access, How::Failed, qstr(answer.error().reason));
            return;
        }
        if (!report(Code::Access, How::Good, tr("the server answers and knows %n labels", nullptr, int(answer->names.size()))))
            return;
        const double seconds = double(offset.value_or(0)) / 1000;
        const bool near = std::abs(seconds) <= SourceLimits().clockLimitSeconds;
        const How how = !offset ? How::Skipped : near ? How::Good : How::Warning;
        const QString words = !offset ? tr("the server does not send its time") : tr("the clocks differ by %1 seconds").arg(QLocale::c().toString(seconds, 'f', 1));
        if (report(Code::Clock, how, words))
            testLokiLines();
    });
}

void LogConnectionTest::testLokiLines()
{
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    m_loki->queryRange({ m_config.query, now - kHour, now, 1, false }, this, [this](const Result<LokiAnswer> &answer, std::optional<qint64>) {
        if (!answer) {
            report(Code::Selection, How::Failed, qstr(answer.error().reason));
        } else if (answer->entries.empty()) {
            if (report(Code::Selection, How::Warning, tr("the selector matches no line of the last hour")))
                end(true);
        } else if (report(Code::Selection, How::Good, qstr(answer->entries[0].stream.text()))) {
            showLine(answer->entries[0].line);
        }
    });
}

void LogConnectionTest::testJournal()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("journalctl"));
    if (program.isEmpty()) {
        report(Code::Access, How::Failed, tr("journalctl is not installed, so the journal cannot be read"));
        return;
    }
    if (!JournalSource::isThere(m_config)) {
        report(Code::Access, How::Failed, tr("no journal can be seen on this machine"));
        return;
    }
    QStringList arguments = JournalSource::arguments(m_config, {});
    arguments.removeAll(QStringLiteral("--follow"));
    m_process = std::make_unique<QProcess>();
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::finished, this, [this] { takeJournal(); });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this] { report(Code::Access, How::Failed, m_process->errorString()); });
    m_deadline.start(m_config.timeoutMs);
    m_process->start(program, arguments);
}

void LogConnectionTest::takeJournal()
{
    m_deadline.stop();
    const QString said = QString::fromUtf8(m_process->readAllStandardError()).trimmed();
    const QByteArray out = m_process->readAllStandardOutput().trimmed();
    const QByteArray last = out.mid(out.lastIndexOf('\n') + 1);
    const auto entry = parseJournalEntry({ last.constData(), std::size_t(last.size()) });
    if (entry) {
        if (report(Code::Access, How::Good, said.isEmpty() ? tr("the journal can be read") : said))
            showLine(entry->line.bytes);
        return;
    }
    const bool nothing = said.isEmpty() && m_process->exitCode() == 0;
    if (!nothing)
        report(Code::Access, How::Failed, said.isEmpty() ? tr("journalctl ended with code %1").arg(m_process->exitCode()) : said);
    else if (report(Code::Access, How::Warning, tr("the journal has no such entry")))
        end(true);
}

void LogConnectionTest::testFiles()
{
    FileSet files(utf8(m_config.url));
    FileSet::Reading reading = files.read();
    if (reading.failure) {
        report(Code::Access, How::Failed, qstr(reading.failure->text()));
        return;
    }
    const QString count = tr("%n files can be read", nullptr, int(reading.files));
    const How how = reading.warnings.isEmpty() ? How::Good : How::Warning;
    if (!report(Code::Access, how, reading.warnings.isEmpty() ? count : count + QStringLiteral("; ") + reading.warnings.constFirst()))
        return;
    const auto &lines = reading.batch.lines;
    if (lines.empty()) {
        if (report(Code::Answer, How::Warning, tr("there is no line yet")))
            end(true);
        return;
    }
    const ClockContext context { QDateTime::currentMSecsSinceEpoch(), 0 };
    const auto timed = std::count_if(lines.begin(), lines.end(), [&](const RawLine &line) { return parseLogLine(line.bytes, context).t.has_value(); });
    const int percent = int(100 * timed / std::ptrdiff_t(lines.size()));
    if (report(Code::Answer, percent < 50 ? How::Warning : How::Good, tr("%1 % of the lines say their time").arg(percent)))
        showLine(lines.back().bytes);
}

} // namespace lepto
