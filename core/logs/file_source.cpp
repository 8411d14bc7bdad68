#include "core/logs/file_source.h"

#include "core/base/text.h"

namespace lepto {

FileSource::FileSource(const SourceConfig &config, QObject *parent)
    : LogSource(config, parent)
    , m_files(std::make_shared<FileSet>(utf8(config.url)))
    , m_jobs(1)
{
}

void FileSource::poll()
{
    if (isHeld())
        return finish({}, {});
    using Answer = std::shared_ptr<FileSet::Reading>;
    m_jobs.run<Answer>([files = m_files](QPromise<Answer> &promise) { promise.addResult(std::make_shared<FileSet::Reading>(files->read())); }, this,
        [this](const Answer &reading) { take(reading); });
}

void FileSource::take(const std::shared_ptr<FileSet::Reading> &reading)
{
    ScrapeReport report;
    report.series = qint64(reading->files);
    report.items = qint64(reading->batch.lines.size());
    report.more = reading->more;
    report.partial = !reading->warnings.isEmpty();
    report.warnings = reading->warnings;
    give(std::move(reading->batch));
    if (reading->failure)
        return fail(*reading->failure);
    finish({}, report);
}

} // namespace lepto
