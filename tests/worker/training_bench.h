#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/base/home.h"
#include "core/models/training_service.h"
#include "core/store/store.h"

#include "tests/support/postgres_server.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <map>

namespace lepto::test {

constexpr TimeMs kStart = 1'700'000'000'000, kStep = 10'000;
constexpr int kRows = 2500;

inline Labels signal(const char *name)
{
    return Labels({{"__name__", "leptoscope:signal"}, {"service", "checkout"}, {"signal", name}, {"odd", "quote \" slash \\ line \n end"}});
}

/// The same place for the same folder: a bench is opened again to see what is left.
inline QString opsPlace(const QString &folder)
{
    static std::map<QString, QString> places;
    QString &place = places[folder];
    if (place.isEmpty())
        place = freshOpsPlace(folder);
    return place;
}

/// A data folder with its databases and the services of a console, opened as a console opens them.
struct TrainingBench {
    explicit TrainingBench(const QString &folder)
    {
        home.emplace(*Home::prepare(folder));
        store = std::move(*Store::open(home->historyDb(), Store::Mode::ReadWrite));
        ops = std::move(*OpsDatabase::open(opsPlace(folder)));
        key.emplace(*SigningKey::loadOrCreate(home->keys(), QStringLiteral("models")));
        audit = std::make_unique<AuditLog>(*ops, *key, clock, QString());
        registry = std::make_unique<ModelRegistry>(*ops, *audit, *key, home->models(), clock, QStringLiteral("tester"));
        training = std::make_unique<TrainingService>(TrainingService::Parts{store.get(), *ops, *registry, clock, home->jobs(),
            {QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-worker")}, [this](const Labels &, TimeMs, TimeMs) { return labels; }});
    }

    void fill()
    {
        for (int row = 0; row < kRows; ++row) {
            const double load = std::sin(row / 30.0), wobble = std::sin(row * 12.9898) * 43758.5453;
            const double noise = wobble - std::floor(wobble) - 0.5;
            const TimeMs t = kStart + row * kStep;
            const std::vector<LabelledSample> batch{{signal("traffic"), {t, 100 + 40 * load + 2 * noise}}, {signal("cpu"), {t, 50 + 20 * load + noise}}};
            QVERIFY(store->append(batch));
        }
    }

    TrainingSpec spec(int epochs) const
    {
        TrainingSpec spec{QStringLiteral("ae-checkout"), {signal("traffic"), signal("cpu")}, kStart, kStart + (kRows - 1) * kStep, kStep, {}};
        spec.options.epochs = epochs;
        spec.options.patience = 100'000;
        spec.options.replicas = 2;
        spec.options.device = "cpu";
        return spec;
    }

    SystemClock clock;
    std::optional<Home> home;
    std::unique_ptr<Store> store;
    std::unique_ptr<OpsDatabase> ops;
    std::optional<SigningKey> key;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<ModelRegistry> registry;
    std::vector<LabelRegion> labels;
    std::unique_ptr<TrainingService> training;
};

} // namespace lepto::test
