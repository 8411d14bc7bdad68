#include "app/cli/train_command.h"

#include "app/cli/common.h"
#include "app/cli/signals.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/bundle/model_words.h"
#include "core/models/training_service.h"

#include <QCoreApplication>
#include <QTimer>

namespace lepto::cli {

namespace {

bool isOver(TrainingJob::State state)
{
    return state == TrainingJob::State::Done || state == TrainingJob::State::Failed || state == TrainingJob::State::Cancelled
        || state == TrainingJob::State::Interrupted;
}

void say(Session &s, const TrainingJob &job)
{
    if (job.state == TrainingJob::State::Running && !job.validLoss.empty())
        s.out.line(QStringLiteral("epoch %1 of %2 on %3: loss %4, held back %5").arg(job.epoch).arg(job.epochs).arg(job.device, number(job.trainLoss.back()), number(job.validLoss.back())));
    else
        s.out.line(QStringLiteral("%1 %2").arg(nameOf(job.state), job.reason));
}

/// Runs the event loop until the job is over; a stop request cancels it.
int follow(Session &s, TrainingService &training, const QString &id)
{
    QObject::connect(&training, &TrainingService::jobChanged, qApp, [&, id](const TrainingJob &job) {
        if (job.id != id)
            return;
        say(s, job);
        if (isOver(job.state))
            QCoreApplication::exit();
    });
    onStopRequest([&training, id] { (void)training.cancel(id); });
    const auto before = training.job(id);
    if (before && !isOver(before->state))
        QCoreApplication::exec();
    const auto job = training.job(id);
    if (!job)
        return s.out.fail({ErrorCode::NotFound, utf8(id), "no such job"});
    s.out.value(toJson(*job));
    if (job->state == TrainingJob::State::Done)
        return Good;
    return s.out.fail({ErrorCode::Cancelled, utf8(job->name), utf8(nameOf(job->state) + (job->reason.isEmpty() ? QString() : QStringLiteral(": ") + job->reason)) + "; go on with train --resume " + utf8(id)});
}

Result<TrainingSpec> specOf(Session &s, Services &services)
{
    const auto name = s.word(0, QStringLiteral("the model's name"));
    const auto text = name ? s.word(1, QStringLiteral("the selector")) : name;
    const auto matchers = text ? selector(*text) : Result<std::vector<Matcher>>(text.error());
    const auto range = s.range();
    const auto store = services.requireStore();
    if (!matchers || !range || !store)
        return !matchers ? matchers.error() : !range ? range.error() : store.error();
    const auto found = (*store)->select(*matchers, range->first, range->second, 256);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, utf8(*text), "no stored series matches in this range"};
    TrainingSpec spec;
    spec.name = *name;
    spec.from = range->first;
    spec.to = range->second;
    spec.options.epochs = s.options.value(QStringLiteral("epochs")).toInt();
    spec.step = qint64(s.options.value(QStringLiteral("step")).toDouble() * 1000);
    for (const SeriesInfo &series : *found)
        spec.series.push_back(series.labels);
    if (spec.options.epochs < 1 || spec.options.epochs > 10'000)
        return Error{ErrorCode::BadInput, "--epochs", "is not between 1 and 10000"};
    return spec;
}

int train(Session &s)
{
    return withServices(s, [&](Services &services) {
        TrainingService &training = services.training();
        if (s.options.isSet(QStringLiteral("resume"))) {
            const QString id = s.options.value(QStringLiteral("resume"));
            const auto resumed = training.resume(id);
            return resumed ? follow(s, training, id) : s.out.fail(resumed.error());
        }
        const auto spec = specOf(s, services);
        const auto id = spec ? training.start(*spec) : Result<QString>(spec.error());
        if (!id)
            return s.out.fail(id.error());
        s.out.line(QStringLiteral("job %1: %2 series").arg(*id).arg(spec->series.size()));
        return follow(s, training, *id);
    });
}

int jobs(Session &s)
{
    return withServices(s, [&](Services &services) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const TrainingJob &job : services.training().jobs()) {
            array.append(toJson(job));
            rows.push_back({job.id, job.name, nameOf(job.state), QStringLiteral("%1/%2").arg(job.epoch).arg(job.epochs), iso(job.startedAt), job.reason});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("JOB"), QStringLiteral("NAME"), QStringLiteral("STATE"), QStringLiteral("EPOCH"), QStringLiteral("STARTED"), QStringLiteral("REASON")}, rows);
        return int(Good);
    });
}

int run(Session &s) { return s.options.isSet(QStringLiteral("jobs")) ? jobs(s) : train(s); }

} // namespace

void TrainCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("epochs"), QStringLiteral("passes over the data, default 30"), QStringLiteral("n"), QStringLiteral("30")});
    parser.addOption({QStringLiteral("step"), QStringLiteral("grid in seconds; default: chosen from the range"), QStringLiteral("seconds"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("resume"), QStringLiteral("go on with a job that was interrupted"), QStringLiteral("job")});
    parser.addOption({QStringLiteral("jobs"), QStringLiteral("list the training jobs")});
}

std::vector<Verb> TrainCommand::verbs() const
{
    return {{QString(), QStringLiteral("NAME SELECTOR [--from T] [--to T] [--epochs N] | --resume JOB | --jobs"), QStringLiteral("says the device, the loss of each epoch and the comparison"), run}};
}

} // namespace lepto::cli
