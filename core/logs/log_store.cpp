#include "core/logs/log_store.h"

#include "core/base/text.h"
#include "core/logs/log_file.h"
#include "core/logs/log_reader.h"
#include "core/logs/log_writer.h"
#include "core/store/collector_lock.h"

#include <QCoreApplication>
#include <QFile>

#include <mutex>

namespace lepto {

namespace {

class FileLogStore final : public LogStore {
public:
    FileLogStore(const QString &file, std::unique_ptr<Database> db, std::unique_ptr<CollectorLock> lock)
        : m_file(file)
        , m_lock(std::move(lock))
        , m_pool(file, Database::Access::ReadOnly)
        , m_reader(m_pool)
    {
        if (m_lock)
            m_writer = std::make_unique<LogWriter>(std::move(db));
    }

    Result<void> append(const LogAppend &batch) override
    {
        const std::lock_guard guard(m_mutex);
        return m_writer ? m_writer->append(batch) : readOnly();
    }
    Result<void> maintain(TimeMs keepFrom, std::int64_t maxBytes) override
    {
        const std::lock_guard guard(m_mutex);
        return m_writer ? m_writer->maintain(keepFrom, maxBytes) : readOnly();
    }
    Result<LogPage> query(const LogQuery &query) const override { return m_reader.query(query); }
    Result<std::vector<LogRow>> arrivals(const LogQuery &query, std::map<QString, std::int64_t> &after) const override
    {
        return m_reader.arrivals(query, after);
    }
    Result<LogBuckets> counts(const LogQuery &query, TimeMs step) const override { return m_reader.counts(query, step); }
    Result<std::vector<PatternRow>> patterns(const LogQuery &query) const override { return m_reader.patterns(query); }
    Result<std::vector<LogPattern>> patternsOf(const QString &source) const override { return m_reader.patternsOf(source); }
    Result<std::map<std::string, std::string>> positions(const QString &source) const override { return m_reader.positions(source); }
    Result<QStringList> sources() const override { return m_reader.sources(); }
    Result<LogStats> stats() const override { return m_reader.stats(); }

private:
    Error readOnly() const
    {
        return { ErrorCode::Refused, utf8(m_file), utf8(QCoreApplication::translate("Logs", "the logs are open for reading only")) };
    }

    QString m_file;
    std::unique_ptr<CollectorLock> m_lock;
    std::mutex m_mutex;
    std::unique_ptr<LogWriter> m_writer;
    mutable ReadPool m_pool;
    LogReader m_reader;
};

} // namespace

Result<std::unique_ptr<LogStore>> LogStore::open(const QString &file, Mode mode)
{
    const bool write = mode == Mode::ReadWrite;
    if (!write && !QFile::exists(file))
        return Error { ErrorCode::NotFound, utf8(file), utf8(QCoreApplication::translate("Logs", "no logs have been kept yet")) };
    std::unique_ptr<CollectorLock> lock;
    if (write) {
        auto taken = CollectorLock::take(file);
        if (!taken)
            return taken.error();
        lock = *std::move(taken);
    }
    auto db = Database::open(file, write ? Database::Access::ReadWrite : Database::Access::ReadOnly);
    if (!db)
        return db.error();
    if (auto ours = write ? log_file::prepare(**db) : log_file::identify(**db); !ours)
        return ours.error();
    return std::unique_ptr<LogStore>(new FileLogStore(file, *std::move(db), std::move(lock)));
}

} // namespace lepto
