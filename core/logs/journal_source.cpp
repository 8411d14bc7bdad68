#include "core/logs/journal_source.h"

#include "core/base/text.h"
#include "core/logs/journal_entry.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t kLargestBatch = 8 << 20;
constexpr std::size_t kLongestEntry = 8 << 20;  ///< a mebibyte as a list of numbers takes four
constexpr int kSettleMs = 300;                  ///< a process that cannot work has said so by then
constexpr int kFirstLines = 1000;

} // namespace

JournalSource::JournalSource(const SourceConfig &config, QObject *parent)
    : LogSource(config, parent)
    , m_cutter(kLongestEntry)
{
}

JournalSource::~JournalSource()
{
    end();
}

void JournalSource::resumeFrom(const std::map<std::string, std::string> &positions)
{
    if (const auto cursor = positions.find("cursor"); cursor != positions.end())
        m_cursor = cursor->second;
}

QStringList JournalSource::arguments(const SourceConfig &config, const std::string &cursor)
{
    // Without --all a field of more than 4 KiB arrives as null; without --merge --follow shows the running boot only, and nothing at all where
    // the cursor lies in an earlier one.
    QStringList list { QStringLiteral("--output=json"), QStringLiteral("--all"), QStringLiteral("--follow"), QStringLiteral("--merge"),
        QStringLiteral("--no-pager"),
        QStringLiteral("--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,UNIT,SYSLOG_IDENTIFIER,_COMM,_HOSTNAME") };
    if (!config.url.isEmpty())
        list += QStringLiteral("--directory=") + config.url;
    if (cursor.empty())
        list += QStringLiteral("--lines=%1").arg(kFirstLines);
    else
        list += { QStringLiteral("--no-tail"), QStringLiteral("--after-cursor=") + qstr(cursor) };
    list += QStringLiteral("--");
    return list + config.query.split(u' ', Qt::SkipEmptyParts);
}

bool JournalSource::isThere(const SourceConfig &config)
{
    const QStringList own { QStringLiteral("/var/log/journal"), QStringLiteral("/run/log/journal") };
    const QStringList folders = config.url.isEmpty() ? own : QStringList { config.url };
    return std::any_of(folders.begin(), folders.end(), [](const QString &folder) {
        return QDirIterator(folder, { QStringLiteral("*.journal") }, QDir::Files, QDirIterator::Subdirectories).hasNext();
    });
}

void JournalSource::begin()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("journalctl"));
    if (program.isEmpty())
        return fail({ ErrorCode::Unavailable, "journalctl", utf8(tr("is not installed, so the journal cannot be read")) });
    if (!isThere(config())) // journalctl would wait for one without a word
        return fail({ ErrorCode::Unavailable, utf8(config().url.isEmpty() ? QStringLiteral("/var/log/journal") : config().url), utf8(tr("no journal can be seen there")) });
    m_said.clear();
    m_full = false;
    m_cutter = LineCutter(kLongestEntry);
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &JournalSource::receive);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, [this] {
        m_said = oneLine((m_said + QString::fromUtf8(m_process->readAllStandardError())).trimmed(), 400);
    });
    m_process->start(program, arguments(config(), m_cursor));
    QTimer::singleShot(kSettleMs, this, [this] { report(); });
}

void JournalSource::end()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(2000);
    m_process.reset();
}

void JournalSource::receive()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_cutter.feed({ bytes.constData(), std::size_t(bytes.size()) }, [this](std::string_view line, bool cut) {
        auto entry = cut || m_full ? std::nullopt : parseJournalEntry(line);
        if (!entry) {
            if (!m_full)
                m_warnings = QStringList { tr("an entry of the journal cannot be read and is left out") };
            return;
        }
        m_cursor = entry->cursor;
        m_batch.positions["cursor"] = m_cursor;
        m_bytes += entry->line.bytes.size() + sizeof(RawLine);
        if (!entry->line.bytes.empty())
            m_batch.lines.push_back(std::move(entry->line));
        m_full = m_bytes > kLargestBatch;
    });
    if (m_full) // what the process has sent beyond is read again from the cursor
        QTimer::singleShot(0, this, [this] { end(); });
}

void JournalSource::poll()
{
    if (isHeld()) {
        end();
        return finish({}, {});
    }
    if (!m_process)
        return begin();
    report();
}

void JournalSource::report()
{
    const bool ended = !m_process || m_process->state() == QProcess::NotRunning;
    ScrapeReport report;
    report.items = qint64(m_batch.lines.size());
    report.more = m_full;
    report.warnings = std::exchange(m_warnings, {});
    if (!m_said.isEmpty())
        report.warnings.prepend(m_said);
    report.partial = !report.warnings.isEmpty();
    give(std::exchange(m_batch, {}));
    m_bytes = 0;
    if (ended && !m_full) {
        const QString why = m_said.isEmpty() ? tr("ended unexpectedly") : m_said;
        if (m_said.contains(QLatin1String("cursor"))) // vacuumed away: what is left is read from its newest lines
            m_cursor.clear();
        m_process.reset();
        return fail({ ErrorCode::Unavailable, "journalctl", utf8(why) });
    }
    finish({}, report);
}

void JournalSource::halt()
{
    end();
}

} // namespace lepto
