#pragma once

#include "ui/console.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace lepto {

class CellModel;
class Chip;
class EmptyNote;
class InPlaceQuestion;
class KeyValues;
class PaneHead;
class RowTable;
class TimeScale;
class VersionLanes;

/// Which model speaks, what proves it, and the way back.
class ModelsPage : public Page {
    Q_OBJECT
public:
    ModelsPage(Console &console, TimeScale &scale, QWidget *parent = nullptr);
    std::vector<Key> pageKeys() const override;
    void open(const QString &model) override;

protected:
    void refresh() override;

private:
    QWidget *buildVersions();
    QWidget *buildPassport();
    QWidget *buildStrip();
    void showAll();
    void showPassport();
    void showStrip();
    void choose(const QString &name);
    void askRollBack();
    void rollBack();
    void askPromote();
    void promote();
    void answered(const Result<bool> &done);
    const ModelVersion *version() const;

    Console &m_console;
    TimeScale &m_scale;
    QString m_name;
    int m_version = 0;
    bool m_busy = false;
    QStackedWidget *m_stack;
    EmptyNote *m_empty;
    PaneHead *m_lanesHead, *m_versionsHead, *m_compareHead, *m_passportHead, *m_fileHead, *m_dataHead, *m_trainingHead, *m_seriesHead;
    VersionLanes *m_lanes;
    CellModel *m_versionModel, *m_compareModel;
    RowTable *m_versions, *m_compare;
    Chip *m_signature;
    KeyValues *m_file, *m_data, *m_training, *m_series;
    QLabel *m_stripTitle, *m_stripWhy, *m_wrong, *m_noMetrics;
    QPushButton *m_promote, *m_rollBack, *m_copy;
    InPlaceQuestion *m_rollBackQuestion, *m_promoteQuestion;
};

} // namespace lepto
