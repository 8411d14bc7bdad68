#include "app/services/gap_watch.h"

#include "core/base/text.h"
#include "core/settings/settings.h"

#include <QLocale>

namespace lepto {

namespace {

constexpr TimeMs minute = 60'000, hour = 60 * minute;
constexpr TimeMs bridged = 55 * minute; // what a mirror asks for by itself after an outage, with some room

GapFiller::Options optionsOf(const Settings &settings)
{
    GapFiller::Options options;
    options.limits.maxSeries = std::size_t(settings.get(setting::seriesPerSource));
    options.limits.maxBytes = qint64(settings.get(setting::answerMiB)) << 20;
    options.longest = settings.get(setting::fillGapsHours) * hour;
    return options;
}

} // namespace

GapWatch::GapWatch(Store &store, SecretStore *secrets, const Settings &settings, const QString &logFile, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_filler(store, secrets, logFile, optionsOf(settings))
{
    connect(&m_filler, &GapFiller::filled, this, &GapWatch::tell);
    connect(&m_filler, &GapFiller::failed, this, [this](const QString &source, const Error &error) {
        Q_EMIT noticed(tr("%1: missed history is not fetched: %2").arg(source, qstr(error)));
    });
}

void GapWatch::start(const std::vector<SourceConfig> &sources, TimeMs now)
{
    m_on = m_settings.get(setting::fillGaps);
    if (!m_on)
        return;
    m_filler.setSources(sources);
    m_filler.findGaps(now);
    m_filler.start();
}

void GapWatch::stop()
{
    m_on = false;
    m_filler.cancel();
}

void GapWatch::take(const SourceState &state, TimeMs now)
{
    if (!m_on || state.kind != SourceConfig::Kind::Prometheus || state.lastGood == 0)
        return;
    TimeMs &known = m_lastGood[state.name];
    if (known > 0 && state.lastGood - known > bridged) {
        m_filler.addGap({ state.name, known, now });
        m_filler.start();
    }
    known = state.lastGood;
}

void GapWatch::tell(const GapReport &report)
{
    const qint64 minutes = std::max<qint64>(1, (report.gap.to - report.gap.from + minute / 2) / minute);
    if (report.samples + report.histograms == 0)
        return;
    Q_EMIT noticed(tr("%1: %2 samples are fetched from the server, of %n minutes without collection", nullptr, int(minutes))
                       .arg(report.gap.source, QLocale::c().toString(report.samples + report.histograms)));
}

} // namespace lepto
