#include "core/changes/grafana_source.h"

#include <QDateTime>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs kShortest = 1000; // a fuller second than this is not asked for in halves
constexpr TimeMs kAhead = 60'000;  // the server's clock may be ahead
constexpr std::size_t kMostWindows = 64;
constexpr int kSlowest = 300'000;

QStringList tagsOf(const QString &query)
{
    QStringList out;
    for (const QString &tag : query.split(u',', Qt::SkipEmptyParts))
        out.append(tag.trimmed());
    return out;
}

} // namespace

GrafanaSource::GrafanaSource(const SourceConfig &config, const QString &secret, QObject *parent)
    : PollingSource(config, parent)
    , m_client(config, secret)
    , m_tags(tagsOf(config.query))
{ }

void GrafanaSource::poll()
{
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    m_report = {};
    m_windows = { { now - (m_polls % deepEvery == 0 ? reach : overlap), now + kAhead } };
    ask();
}

void GrafanaSource::ask()
{
    const auto window = m_windows.back();
    m_windows.pop_back();
    m_client.annotations({ window.first, window.second, m_tags, limit }, this, [this, window](Result<std::pair<std::vector<Change>, bool>> answer) {
        if (!answer)
            return fail(answer.error());
        take(window, std::move(answer->first), answer->second);
    });
}

void GrafanaSource::take(std::pair<TimeMs, TimeMs> window, std::vector<Change> changes, bool full)
{
    const auto [from, to] = window;
    if (full && to - from > kShortest && m_windows.size() < kMostWindows) {
        m_windows.insert(m_windows.end(), { { from, from + (to - from) / 2 }, { from + (to - from) / 2 + 1, to } });
        return ask();
    }
    if (full) {
        m_report.partial = true;
        m_report.warnings = QStringList { tr("there are more annotations than Grafana lists at once") };
    }
    m_report.series += qint64(changes.size());
    if (!changes.empty())
        Q_EMIT found(config().name, changes);
    if (!m_windows.empty())
        return ask();
    ++m_polls;
    finish({}, m_report);
}

int GrafanaSource::delayAfterFailureMs(const Error &error, int failures) const
{
    // A refused token does not become good by asking often, and a server in trouble wants fewer questions.
    const int slow = isWorthRetrying(error) ? std::min(failures, 6) : 6;
    return std::min(kSlowest, config().intervalMs << slow);
}

} // namespace lepto
