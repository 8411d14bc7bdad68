#include "core/bundle/model_words.h"

#include <array>

namespace lepto {

namespace {

// Each table in the order of its enum.
constexpr std::array kStage{"candidate", "active", "retired", "refused"};
constexpr std::array kJob{"queued", "exporting", "running", "evaluating", "done", "failed", "cancelled", "interrupted"};

} // namespace

QString nameOf(ModelStage stage) { return QString::fromLatin1(kStage.at(std::size_t(stage))); }
QString nameOf(TrainingJob::State state) { return QString::fromLatin1(kJob.at(std::size_t(state))); }

std::optional<ModelStage> modelStageOf(const QString &name)
{
    for (std::size_t i = 0; i < kStage.size(); ++i) {
        if (name == QLatin1String(kStage[i]))
            return ModelStage(i);
    }
    return std::nullopt;
}

} // namespace lepto
