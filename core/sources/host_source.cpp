#include "core/sources/host_source.h"

#include "core/base/text.h"

#include <QSysInfo>

namespace lepto {

namespace {

std::vector<Labels::Pair> targetOf(const SourceConfig &config)
{
    return { { "job", "host" }, { "instance", utf8(QSysInfo::machineHostName()) }, { "source", utf8(config.name) } };
}

} // namespace

HostSource::HostSource(const SourceConfig &config, QObject *parent, const QString &root)
    : PollingSource(config, parent)
    , m_scraper(std::make_shared<HostScraper>(targetOf(config), utf8(root)))
    , m_jobs(1)
{
}

void HostSource::poll()
{
    using Samples = std::vector<LabelledSample>;
    const TimeMs at = scrapeTime();
    m_jobs.run<Samples>([scraper = m_scraper, at](QPromise<Samples> &promise) { promise.addResult(scraper->scrape(at)); }, this,
        [this, at](const Samples &samples) {
            if (samples.empty())
                return fail({ ErrorCode::Unavailable, "/proc", utf8(tr("the kernel's figures cannot be read")) });
            ScrapeReport report;
            report.series = qint64(samples.size());
            finish({ config().name, at, samples }, report);
        });
}

} // namespace lepto
