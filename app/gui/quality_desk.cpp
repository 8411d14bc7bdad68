#include "app/gui/quality_desk.h"

namespace lepto {

namespace {

constexpr int progressMs = 100;
constexpr std::size_t mostSeries = 10'000;

} // namespace

EngineQualityDesk::EngineQualityDesk(Engine &engine, std::function<std::shared_ptr<OpenBundle>()> bundle, QObject *parent)
    : QualityDesk(parent)
    , m_engine(engine)
    , m_bundle(std::move(bundle))
{
    connect(&m_clock, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_run ? m_run->share.load() : 1); });
}

EngineQualityDesk::~EngineQualityDesk() { stopSurvey(); }

template <typename T>
void EngineQualityDesk::read(std::function<Result<T>(const Store &)> work, QObject *context, Answer<T> answer)
{
    const auto bundle = m_bundle();
    if (!bundle) {
        m_engine.read<T>([work = std::move(work)](Services &services) {
            const auto store = services.requireStore();
            return store ? work(**store) : Result<T>(store.error());
        }, context, std::move(answer));
        return;
    }
    m_readers.run<std::shared_ptr<Result<T>>>(
        [bundle, work = std::move(work)](QPromise<std::shared_ptr<Result<T>>> &promise) {
            promise.addResult(std::make_shared<Result<T>>(work(bundle->history().store)));
        },
        context, [answer = std::move(answer)](const std::shared_ptr<Result<T>> &result) { answer(std::move(*result)); });
}

void EngineQualityDesk::survey(TimeMs from, TimeMs to, QObject *context, Answer<Survey> answer)
{
    stopSurvey();
    m_run = std::make_shared<Run>();
    m_clock.start(progressMs);
    // Every series but the console's own signals, whose quality is that of what they are made of.
    const std::vector<Matcher> matchers { { Matcher::Kind::NotRegex, "__name__", "leptoscope:.*" } };
    read<Survey>(
        [matchers, from, to, run = m_run](const Store &store) -> Result<Survey> {
            auto survey = std::make_shared<QualitySurvey>();
            auto judged = surveyQuality(store, matchers, from, to, mostSeries, [run](double share) {
                run->share = share;
                return !run->stopped;
            });
            if (!judged)
                return judged.error();
            survey->series = *std::move(judged);
            survey->stored = store.stats().series;
            survey->capped = survey->series.size() >= mostSeries;
            return Survey(survey);
        },
        context, [this, run = m_run, answer = std::move(answer)](Result<Survey> survey) {
            if (m_run == run)
                stopSurvey();
            answer(std::move(survey));
        });
}

void EngineQualityDesk::stopSurvey()
{
    if (const auto run = std::exchange(m_run, nullptr))
        run->stopped = true;
    m_clock.stop();
}

void EngineQualityDesk::detail(const DetailRequest &request, QObject *context, Answer<SeriesDetail> answer)
{
    read<SeriesDetail>([request](const Store &store) { return seriesDetail(store, request); }, context, std::move(answer));
}

} // namespace lepto
