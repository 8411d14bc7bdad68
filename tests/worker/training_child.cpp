// A console that trains, to be killed: training_child FOLDER EPOCHS. Prints "job ID", then "epoch N" after each epoch.

#include "tests/worker/training_bench.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    lepto::test::TrainingBench bench(arguments.value(1));
    QObject::connect(bench.training.get(), &lepto::TrainingService::jobChanged, &app, [](const lepto::TrainingJob &job) {
        std::printf("epoch %d\n", job.epoch);
        std::fflush(stdout);
    });
    const auto id = bench.training->start(bench.spec(arguments.value(2).toInt()));
    if (!id)
        return 3;
    std::printf("job %s\n", qPrintable(*id));
    return app.exec();
}
