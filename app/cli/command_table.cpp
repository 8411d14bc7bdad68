#include "app/cli/alerts_command.h"
#include "app/cli/audit_command.h"
#include "app/cli/backup_command.h"
#include "app/cli/bundle_command.h"
#include "app/cli/change_command.h"
#include "app/cli/dashboard_command.h"
#include "app/cli/detect_command.h"
#include "app/cli/doctor_command.h"
#include "app/cli/export_command.h"
#include "app/cli/import_command.h"
#include "app/cli/incident_command.h"
#include "app/cli/label_command.h"
#include "app/cli/lint_command.h"
#include "app/cli/logs_command.h"
#include "app/cli/model_command.h"
#include "app/cli/quality_command.h"
#include "app/cli/promql_command.h"
#include "app/cli/query_command.h"
#include "app/cli/relay_command.h"
#include "app/cli/runbook_command.h"
#include "app/cli/silence_command.h"
#include "app/cli/source_command.h"
#include "app/cli/store_command.h"
#include "app/cli/train_command.h"
#include "app/cli/watch_command.h"

namespace lepto::cli {

namespace {

template <typename... Commands>
std::vector<std::unique_ptr<Command>> make()
{
    std::vector<std::unique_ptr<Command>> all;
    (all.push_back(std::make_unique<Commands>()), ...);
    return all;
}

} // namespace

std::vector<std::unique_ptr<Command>> allCommands()
{
    return make<WatchCommand, RelayCommand, SourceCommand, QueryCommand, LogsCommand, PromqlCommand, QualityCommand, ImportCommand, ExportCommand, LintCommand,
                DetectCommand, ForecastCommand, AlertsCommand, SilenceCommand, ChangeCommand, DashboardCommand, IncidentCommand, LabelCommand,
                TrainCommand, ModelCommand, RunbookCommand, ApproveCommand, StopCommand, AuditCommand, BundleCommand, StoreCommand, BackupCommand,
                RestoreCommand, DoctorCommand>();
}

} // namespace lepto::cli
