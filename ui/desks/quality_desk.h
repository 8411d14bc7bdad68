#pragma once

#include "core/quality/series_detail.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lepto {

/// How far the series of a range can be trusted.
struct QualitySurvey {
    std::vector<SurveyedSeries> series;  ///< the worst first
    qint64 stored = 0;                   ///< series of the whole history; more than `series` where the range or a limit leaves some out
    bool capped = false;                 ///< a limit left some out
};

/// What the page of data quality asks. GUI thread; requests return at once, the work is done elsewhere, an answer comes in the GUI thread
/// and is dropped when `context` has died. Over a bundle the answers are the bundle's.
class QualityDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    using Survey = std::shared_ptr<const QualitySurvey>;

    /// Reads every series of the range; a new survey stops the one before, whose answer is Cancelled.
    virtual void survey(TimeMs from, TimeMs to, QObject *context, Answer<Survey> answer) = 0;
    virtual void stopSurvey() = 0;
    virtual void detail(const DetailRequest &request, QObject *context, Answer<SeriesDetail> answer) = 0;

Q_SIGNALS:
    void progressed(double share);       ///< of the running survey, 0..1
};

} // namespace lepto
