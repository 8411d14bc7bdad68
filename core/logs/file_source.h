#pragma once

#include "core/base/job_runner.h"
#include "core/logs/file_set.h"
#include "core/logs/log_source.h"

namespace lepto {

/// Files as logs: `url` is an absolute path or a glob. They are read in a thread of their own, so that a stuck disk stalls nothing else.
class FileSource final : public LogSource {
    Q_OBJECT
public:
    explicit FileSource(const SourceConfig &config, QObject *parent = nullptr);
    void resumeFrom(const std::map<std::string, std::string> &positions) override { m_files->resumeFrom(positions); }

private:
    void poll() override;
    void take(const std::shared_ptr<FileSet::Reading> &reading);

    std::shared_ptr<FileSet> m_files; ///< shared with the one running job
    JobRunner m_jobs;
};

} // namespace lepto
