#pragma once

#include "ui/desks/quality_desk.h"
#include "ui/desks/self_desk.h"

namespace lepto {

/// Answers when the test says so.
class FakeQualityDesk : public QualityDesk {
public:
    using QualityDesk::QualityDesk;
    void survey(TimeMs from, TimeMs to, QObject *, Answer<Survey> answer) override
    {
        surveys.push_back({ from, to });
        pending = std::move(answer);
    }
    void stopSurvey() override
    {
        if (auto answer = std::exchange(pending, {}))
            answer(Error { ErrorCode::Cancelled, "the survey", "was stopped" });
    }
    void detail(const DetailRequest &request, QObject *, Answer<SeriesDetail> answer) override
    {
        details.push_back(request);
        answer(theDetail);
    }
    void finish(std::vector<SurveyedSeries> series)
    {
        auto survey = std::make_shared<QualitySurvey>();
        survey->stored = qint64(series.size());
        survey->series = std::move(series);
        std::exchange(pending, {})(Survey(survey));
    }

    std::vector<std::pair<TimeMs, TimeMs>> surveys;
    std::vector<DetailRequest> details;
    Result<SeriesDetail> theDetail { SeriesDetail {} };
    Answer<Survey> pending;
};

class FakeSelfDesk : public SelfDesk {
public:
    using SelfDesk::SelfDesk;
    const SelfReport &report() const override { return theReport; }
    void watch(bool on) override { watched = on; }

    SelfReport theReport;
    bool watched = false;
};

} // namespace lepto
