#pragma once

#include "core/alerts/alert.h"
#include "ui/models/alert_sieve.h"
#include "ui/models/cell_model.h"

namespace lepto {

/// All episodes of one alert in a range.
struct AlertPast {
    QString fingerprint;
    Labels labels;
    QMap<QString, QString> annotations;
    std::vector<AlertEpisode> episodes;            ///< earliest first
    TimeMs firing = 0, longest = 0;                ///< inside the range
    bool goesOn = false, flapping = false;         ///< flapping: began kFlapCount times within some hour
};

/// Episodes put together by alert, the one that fired last leads. Pure.
std::vector<AlertPast> pastOf(const std::vector<AlertEpisode> &episodes, TimeMs from, TimeMs to, TimeMs now);

/// That as rows, key is the fingerprint; the lane of each row comes through LaneRole.
class EpisodeModel : public CellModel {
    Q_OBJECT
public:
    explicit EpisodeModel(QObject *parent = nullptr);
    enum Roles { LaneRole = KeyRole + 1 };         ///< QVariant of Lane, in every column
    static constexpr int laneColumn = 1, most = 300;
    /// Begin and end of each bar as shares of the range.
    using Lane = std::vector<std::pair<double, double>>;

    void say();
    void show(std::vector<AlertPast> past, const AlertSieve &sieve, TimeMs from, TimeMs to, TimeMs now, bool utc);
    const AlertPast *past(const QString &fingerprint) const;
    int passed() const { return m_passed; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<AlertPast> m_past;
    std::vector<Lane> m_lanes;
    int m_passed = 0;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::EpisodeModel::Lane)
