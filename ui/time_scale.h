#pragma once

#include "ml/base/series.h"

#include <QObject>

#include <vector>

namespace lepto {

/// The one time of all pages: visible range, live or paused, UTC or local, crosshair and selection. GUI thread.
/// Live means that the range follows `follow(now)` and ends `ahead` after it; any look at the past pauses.
class TimeScale : public QObject {
    Q_OBJECT
public:
    explicit TimeScale(TimeMs now, QObject *parent = nullptr);

    TimeMs from() const { return m_range.from; }
    TimeMs to() const { return m_range.to; }       ///< may lie after now
    TimeMs span() const { return m_range.to - m_range.from; }
    TimeMs now() const { return m_now; }
    TimeMs ahead() const { return m_ahead; }       ///< the part of a live range that shows the forecast
    bool live() const { return m_live; }
    bool utc() const { return m_utc; }
    TimeMs crosshair() const { return m_crosshair; } ///< 0: none
    TimeMs selectionFrom() const { return m_selection.from; } ///< both 0: none
    TimeMs selectionTo() const { return m_selection.to; }

    /// The clock moved. Shifts a live range; never part of the history.
    void follow(TimeMs now);
    /// Shows [from, to] (at least one second, at most ten years) and pauses when it ends before now.
    void setRange(TimeMs from, TimeMs to);
    /// The last `past` and the next `ahead` milliseconds, live.
    void setLast(TimeMs past, TimeMs ahead);
    void setLive(bool live);
    void setUtc(bool utc);
    void step(double spans);                        ///< -0.5: back by half a range
    void zoom(double factor, TimeMs around = 0);    ///< > 1 zooms in; 0 = round the crosshair, else the middle
    void reset();                                   ///< the default range, live
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_history.size(); }
    void back();
    void forward();

    void setCrosshair(TimeMs t);
    void setSelection(TimeMs from, TimeMs to);

Q_SIGNALS:
    void rangeChanged();
    void liveChanged();
    void utcChanged();
    void crosshairMoved();
    void selectionChanged();

private:
    struct Range {
        TimeMs from = 0, to = 0;
        bool operator==(const Range &) const = default;
    };
    struct Place {
        Range range;
        TimeMs ahead = 0;
        bool live = true;
    };
    void show(Range range, bool live);
    void remember();
    void visit(const Place &place);

    Range m_range, m_selection;
    TimeMs m_now, m_ahead, m_crosshair = 0;
    bool m_live = true, m_utc = true;
    std::vector<Place> m_history;
    std::size_t m_at = 0;
};

} // namespace lepto
