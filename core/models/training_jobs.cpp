#include "core/models/training_jobs.h"

#include "core/base/text.h"
#include "core/models/model_rows.h"
#include "core/store/ops_query.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace lepto {

namespace {

constexpr TimeMs kForeignGrace = 60'000;
const QString kColumns = QStringLiteral("id, name, state, device, reason, epoch, epochs, losses, result, started_ms, heartbeat_ms");

QString compact(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
QJsonObject objectOf(const QVariant &text) { return QJsonDocument::fromJson(text.toString().toUtf8()).object(); }
QString text(const QString &value) { return value.isNull() ? QStringLiteral("") : value; }

QString lossesOf(const TrainingJob &job)
{
    QJsonArray train, valid;
    for (const double loss : job.trainLoss)
        train.append(loss);
    for (const double loss : job.validLoss)
        valid.append(loss);
    return compact({{QStringLiteral("train"), train}, {QStringLiteral("valid"), valid}});
}

std::vector<double> numbersOf(const QJsonValue &list)
{
    std::vector<double> numbers;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array)
        numbers.push_back(value.toDouble());
    return numbers;
}

TrainingJob jobOf(const QSqlQuery &row)
{
    TrainingJob job;
    job.id = row.value(0).toString();
    job.name = row.value(1).toString();
    job.state = trainingStateOf(row.value(2).toString()).value_or(TrainingJob::State::Failed);
    job.device = row.value(3).toString();
    job.reason = row.value(4).toString();
    job.epoch = row.value(5).toInt();
    job.epochs = row.value(6).toInt();
    const QJsonObject losses = objectOf(row.value(7));
    job.trainLoss = numbersOf(losses[u"train"]);
    job.validLoss = numbersOf(losses[u"valid"]);
    job.result = objectOf(row.value(8));
    job.startedAt = row.value(9).toLongLong();
    job.heartbeat = row.value(10).toLongLong();
    return job;
}

/// Field 22 of /proc/PID/stat: when the process began, in ticks since boot. Tells a process from a later one with its number.
QString startOf(const QString &pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return QString::fromLatin1(fields.value(19));
}

} // namespace

QString thisProcess()
{
    const QString pid = QString::number(QCoreApplication::applicationPid());
    return QString::fromLatin1(QSysInfo::machineUniqueId()) + u':' + pid + u':' + startOf(pid);
}

bool processLives(const QString &owner, TimeMs heartbeat, TimeMs now)
{
    const QStringList parts = owner.split(u':');
    if (parts.size() != 3)
        return false;
    if (parts[0] != QString::fromLatin1(QSysInfo::machineUniqueId()))
        return now - heartbeat < kForeignGrace;
    return !parts[2].isEmpty() && startOf(parts[1]) == parts[2];
}

Result<std::vector<TrainingJob>> TrainingJobs::all()
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT %1 FROM training_job ORDER BY started_ms DESC, id DESC").arg(kColumns));
    if (!rows)
        return rows.error();
    std::vector<TrainingJob> jobs;
    while (rows->next())
        jobs.push_back(jobOf(*rows));
    return jobs;
}

Result<QJsonObject> TrainingJobs::request(const QString &id)
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT request FROM training_job WHERE id = ?"), {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{ErrorCode::NotFound, utf8(id), utf8(QCoreApplication::translate("TrainingService", "there is no such training job"))};
    return objectOf(rows->value(0));
}

Result<void> TrainingJobs::insert(const TrainingJob &job, const QJsonObject &request)
{
    auto done = runQuery(m_db, QStringLiteral("INSERT INTO training_job (%1, request, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(kColumns),
                         {job.id, job.name, nameOf(job.state), text(job.device), text(job.reason), job.epoch, job.epochs, lossesOf(job), compact(job.result),
                          qint64(job.startedAt), qint64(job.heartbeat), compact(request), thisProcess()});
    return done ? Result<void>() : done.error();
}

Result<void> TrainingJobs::update(const TrainingJob &job)
{
    auto done = runQuery(m_db,
                         QStringLiteral("UPDATE training_job SET state = ?, device = ?, reason = ?, epoch = ?, epochs = ?, losses = ?, result = ?, heartbeat_ms = ? "
                                        "WHERE id = ?"),
                         {nameOf(job.state), text(job.device), text(job.reason), job.epoch, job.epochs, lossesOf(job), compact(job.result),
                          qint64(job.heartbeat), job.id});
    return done ? Result<void>() : done.error();
}

Result<void> TrainingJobs::claim(const QString &id)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto rows = runQuery(m_db, QStringLiteral("SELECT owner, heartbeat_ms, state FROM training_job WHERE id = ?"), {id});
    if (!rows)
        return rows.error();
    const bool known = rows->next();
    const QString owner = known ? rows->value(0).toString() : QString();
    const QString state = known ? rows->value(2).toString() : QString();
    const bool unfinished = state == u"queued" || state == u"exporting" || state == u"running" || state == u"evaluating";
    const TimeMs heartbeat = known ? rows->value(1).toLongLong() : 0;
    rows->finish();
    if (unfinished && owner != thisProcess() && processLives(owner, heartbeat, QDateTime::currentMSecsSinceEpoch()))
        return Error{ErrorCode::Conflict, utf8(id), utf8(QCoreApplication::translate("TrainingService", "another process runs this job"))};
    if (auto done = runQuery(m_db, QStringLiteral("UPDATE training_job SET owner = ? WHERE id = ?"), {thisProcess(), id}); !done)
        return done.error();
    return transaction->commit();
}

Result<void> TrainingJobs::markInterrupted()
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto rows = runQuery(m_db, QStringLiteral("SELECT id, owner, heartbeat_ms FROM training_job WHERE state IN ('queued', 'exporting', 'running', 'evaluating')"));
    if (!rows)
        return rows.error();
    QStringList gone;
    while (rows->next())
        if (!processLives(rows->value(1).toString(), rows->value(2).toLongLong(), QDateTime::currentMSecsSinceEpoch()))
            gone.append(rows->value(0).toString());
    rows->finish();
    const QString reason = QCoreApplication::translate("TrainingService", "the process that ran it ended");
    for (const QString &id : gone)
        if (auto done = runQuery(m_db, QStringLiteral("UPDATE training_job SET state = 'interrupted', reason = ? WHERE id = ?"), {reason, id}); !done)
            return done.error();
    return transaction->commit();
}

} // namespace lepto
