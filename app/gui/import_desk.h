#pragma once

#include "app/gui/history_reader.h"
#include "ui/desks/import_desk.h"

namespace lepto {

class ImportJob;

/// ui/desks/import_desk.h: looks in a pool, imports through the engine's ImportJob, which lives and ends with the engine.
class EngineImportDesk final : public ImportDesk {
    Q_OBJECT
public:
    EngineImportDesk(Engine &engine, HistoryReader &reader, QObject *parent);

    void preview(const QString &path, const CsvHints &hints, QObject *context, Answer<ImportPreview> answer) override;
    void start(const QStringList &paths, const ImportOptions &options) override;
    void cancel() override;
    bool running() const override { return m_running; }

private:
    ImportJob *jobOf(Services &services);
    void tell(std::function<void()> call);
    void end();

    Engine &m_engine;
    HistoryReader &m_reader;
    JobRunner m_lookers{1};
    QPointer<ImportJob> m_job;        ///< lives in the engine's thread, used there only
    bool m_running = false;
};

} // namespace lepto
