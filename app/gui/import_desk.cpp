#include "app/gui/import_desk.h"

#include "core/base/text.h"
#include "core/files/import_job.h"

#include <QFile>
#include <QFileInfo>

namespace lepto {

namespace {

constexpr int kRows = 12, kLongestLine = 400;

QStringList firstLines(const QString &path)
{
    QFile file(path);
    QStringList lines;
    if (file.open(QIODevice::ReadOnly)) {
        while (lines.size() < kRows && !file.atEnd())
            lines.append(QString::fromUtf8(file.readLine(kLongestLine)).trimmed());
    }
    return lines;
}

Result<ImportPreview> look(const QString &path, const CsvHints &hints)
{
    const auto kind = detectFileKind(path);
    if (!kind)
        return kind.error();
    const QFileInfo info(path);
    ImportPreview preview{path, importSourceOf(path), *kind, info.isFile() ? info.size() : 0, {}, {}};
    if (*kind == FileKind::Csv) {
        auto rows = previewFile(path, hints, kRows);
        if (!rows)
            return rows.error();
        preview.csv = std::move(*rows);
    } else if (*kind != FileKind::Tsdb) {
        preview.lines = firstLines(path);
    }
    return preview;
}

} // namespace

EngineImportDesk::EngineImportDesk(Engine &engine, HistoryReader &reader, QObject *parent)
    : ImportDesk(parent), m_engine(engine), m_reader(reader)
{ }

void EngineImportDesk::preview(const QString &path, const CsvHints &hints, QObject *context, Answer<ImportPreview> answer)
{
    if (m_reader.offline())
        return answer(Error{ErrorCode::Refused, {}, utf8(tr("a bundle is open; close it to change anything"))});
    using Looked = std::shared_ptr<Result<ImportPreview>>;
    m_lookers.run<Looked>([path, hints](QPromise<Looked> &promise) { promise.addResult(std::make_shared<Result<ImportPreview>>(look(path, hints))); }, context,
                          [answer](const Looked &looked) { answer(std::move(*looked)); });
}

/// In the window's thread, from the engine's.
void EngineImportDesk::tell(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

ImportJob *EngineImportDesk::jobOf(Services &services)
{
    const auto store = services.requireStore();
    if (m_job || !store)
        return m_job;
    m_job = new ImportJob(**store, &services);
    connect(m_job, &ImportJob::progressed, m_job, [this](double fraction) { tell([this, fraction] { Q_EMIT progressed(fraction); }); });
    connect(m_job, &ImportJob::imported, m_job, [this](const ImportReport &report) { tell([this, report] { Q_EMIT imported(report); }); });
    connect(m_job, &ImportJob::failed, m_job, [this](const Error &error) { tell([this, error] { Q_EMIT failed(error); }); });
    connect(m_job, &ImportJob::finished, m_job, [this] { tell([this] { end(); }); });
    return m_job;
}

void EngineImportDesk::end()
{
    m_running = false;
    Q_EMIT finished();
}

void EngineImportDesk::start(const QStringList &paths, const ImportOptions &options)
{
    if (std::exchange(m_running, true))
        return;
    m_engine.tell([this, paths, options](Services &services) {
        if (ImportJob *job = jobOf(services))
            return job->start(paths, options);
        tell([this, why = services.requireStore().error()] { Q_EMIT failed(why), end(); });
    });
}

void EngineImportDesk::cancel()
{
    m_engine.tell([this](Services &) {
        if (m_job)
            m_job->cancel();
    });
}

} // namespace lepto
