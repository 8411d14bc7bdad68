#pragma once

#include "core/base/clock.h"
#include "core/base/home.h"
#include "core/detect/detection_service.h"
#include "core/store/ops_database.h"
#include "core/store/store.h"
#include "ml/base/result.h"

#include <QObject>

#include <memory>

namespace lepto {

class AlertHistory;
class AuditLog;
class Catalogue;
class Collector;
class ChangeStore;
class ForecastService;
class IncidentReporter;
class IncidentStore;
class LabelStore;
class LayoutStore;
class ModelRegistry;
class RemediationService;
class Settings;
class SigningKey;
class TrainingService;

struct ServicesOptions {
    enum class Mode {
        Collect,  ///< owns the history: collects, evaluates, detects (watch, the window)
        Operate   ///< reads the history that another process may be collecting; decisions can be changed (the other commands)
    };
    Mode mode = Mode::Operate;
    QString home;
    TimeMs fixedNow = 0;  ///< for replays: the clock stands here; 0: the system's clock
    QString language{};   ///< of the signals' titles; empty: the settings'
};

/// The composition root: opens the data folder and makes the core's objects in order, each given the ones it needs; takes them
/// down in reverse. It wires and decides nothing. Lives in one thread, the engine's or a command's main thread.
class Services : public QObject {
    Q_OBJECT
public:
    /// Errors: those of the data folder and its databases, one sentence each. In Operate mode a missing history is no error.
    static Result<std::unique_ptr<Services>> open(const ServicesOptions &options);
    ~Services() override;

    const Home &home() const { return m_home; }
    const Clock &clock() const { return *m_clock; }
    Settings &settings() { return *m_settings; }
    /// Errors: why the history could not be opened.
    Result<Store *> requireStore() const;
    OpsDatabase &ops() { return *m_ops; }
    QString opsPlace() const; ///< the file, or the team database's address
    AuditLog &audit() { return *m_audit; }
    IncidentStore &incidents() { return *m_incidents; }
    LabelStore &labels() { return *m_labels; }
    AlertHistory &alertHistory() { return *m_alertHistory; }
    ChangeStore &changes() { return *m_changes; }
    LayoutStore &layouts() { return *m_layouts; }
    ForecastService *forecasts() { return m_forecasts.get(); } ///< null without a history
    static DetectionService::Factory detectorFactory();
    ModelRegistry &models() { return *m_models; }
    TrainingService &training() { return *m_training; }
    Catalogue &catalogue() { return *m_catalogue; }
    RemediationService &remediation() { return *m_remediation; }

    /// The worker's program beside this one, or from the settings. Errors: NotFound.
    Result<QString> workerProgram() const;
    QStringList workerCommand() const;
    Collector *collector() { return m_collector.get(); } ///< null unless this process collects
    const SigningKey &key() const { return *m_key; }
    const QString &user() const { return m_user; }
    const QString &language() const { return m_language; }

private:
    explicit Services(Home home);
    Result<void> openHistory(ServicesOptions::Mode mode);
    Result<void> openDecisions();
    Result<void> openActions();

    Home m_home;
    QString m_user, m_language;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Store> m_store;
    Error m_noStore;
    std::unique_ptr<OpsDatabase> m_ops;
    std::unique_ptr<SigningKey> m_key;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<IncidentStore> m_incidents;
    std::unique_ptr<LabelStore> m_labels;
    std::unique_ptr<AlertHistory> m_alertHistory;
    std::unique_ptr<ChangeStore> m_changes;
    std::unique_ptr<LayoutStore> m_layouts;
    std::unique_ptr<ForecastService> m_forecasts;
    std::unique_ptr<ModelRegistry> m_models;
    std::unique_ptr<TrainingService> m_training;
    std::unique_ptr<Catalogue> m_catalogue;
    std::unique_ptr<RemediationService> m_remediation;
    std::unique_ptr<IncidentReporter> m_reporter;
    std::unique_ptr<Collector> m_collector;
};

} // namespace lepto
