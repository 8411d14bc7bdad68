#pragma once

#include "ui/console.h"

#include <QStatusBar>

namespace lepto {

class StatusCell;

/// The status bar: how true the picture is, sources, ingest, scoring, frame | training, device, audit, user. Each cell asks for its page.
class StatusStrip : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void show(const ConsoleState &state, const std::vector<TrainingJob> &jobs, int frameMs);

Q_SIGNALS:
    void asked(const QString &page);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    StatusCell *add(const char *name, const char *page, bool left, const QString &icon = {});
    void sayTruth(const ConsoleState &state);
    void sayTraining(const std::vector<TrainingJob> &jobs);
    StatusCell *m_truth, *m_sources, *m_ingest, *m_scoring, *m_frame, *m_training, *m_device, *m_audit, *m_user;
    bool m_watching = false;
};

} // namespace lepto
