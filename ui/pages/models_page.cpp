#include "ui/pages/models_page.h"

#include "ui/looks.h"
#include "ui/models/metric_rows.h"
#include "ui/models/version_rows.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/version_lanes.h"

#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

ModelsPage::ModelsPage(Console &console, TimeScale &scale, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_scale(scale)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyNote(QStringLiteral("models")))
{
    setObjectName(QStringLiteral("modelsPage"));
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_lanesHead = new PaneHead;
    m_lanesHead->setFixedHeight(44);
    m_lanes = new VersionLanes;
    column->addWidget(m_lanesHead);
    column->addWidget(m_lanes);
    column->addWidget(horizontalLine());
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildVersions());
    split->addWidget(buildPassport());
    split->setStretchFactor(0, 1);
    split->setSizes({ 1000, 420 });
    column->addWidget(split, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    flatColumn(this)->addWidget(m_stack);
    auto *back = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R, this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &ModelsPage::askRollBack);
    connect(m_lanes, &VersionLanes::chosen, this, &ModelsPage::choose);
    connect(m_empty, &EmptyNote::acted, this, [this] { Q_EMIT goTo(QStringLiteral("training"), {}); });
    connect(&console, &Console::modelsChanged, this, &ModelsPage::showAll);
    connect(&scale, &TimeScale::utcChanged, this, &ModelsPage::showAll);
    words([this] {
        m_lanesHead->setTitle(tr("Models"));
        m_lanes->setAccessibleName(tr("Models"));
    });
    showAll();
}

std::vector<Page::Key> ModelsPage::pageKeys() const
{
    return { { QStringLiteral("↑ ↓"), tr("Next, previous model or version") }, { QStringLiteral("Ctrl Shift R"), tr("Prepare a roll-back") } };
}

void ModelsPage::open(const QString &model)
{
    choose(model);
}

void ModelsPage::refresh()
{
    showAll();
}

const ModelVersion *ModelsPage::version() const
{
    for (const ModelVersion &model : m_console.models()) {
        if (model.name == m_name && model.version == m_version)
            return &model;
    }
    return nullptr;
}

void ModelsPage::choose(const QString &name)
{
    const auto &models = m_console.models();
    if (std::ranges::find(models, name, &ModelVersion::name) == models.end())
        return;
    if (name != m_name)
        m_version = 0;
    m_name = name;
    showAll();
}

void ModelsPage::showAll()
{
    const auto &models = m_console.models();
    m_stack->setCurrentIndex(models.empty() ? 0 : 1);
    m_empty->say(tr("No trained model yet"), tr("The built-in baseline detectors watch every signal and need no training."), tr("Go to training"));
    if (models.empty())
        return;
    if (std::ranges::find(models, m_name, &ModelVersion::name) == models.end()) {
        m_name = models.front().name;
        m_version = 0;
    }
    if (!version()) {
        for (const ModelVersion &model : models) {
            if (model.name == m_name && (m_version == 0 || model.stage == ModelStage::Active))
                m_version = model.version;
        }
    }
    const TimeMs now = m_console.state().now;
    m_lanes->show(models, m_name, now, m_scale.utc());
    m_lanesHead->setMeta(tr("by day of training; solid speaks, dashed is a candidate"));
    auto rows = versionRows(models, m_name, now, m_scale.utc());
    m_versionsHead->setTitle(m_name);
    m_versionsHead->setMeta(tr("%n versions", nullptr, int(rows.size())));
    m_versionModel->setRows(std::move(rows));
    m_versions->fitHeight();
    m_versions->selectKey(QString::number(m_version));
    showPassport();
    showStrip();
}

void ModelsPage::showPassport()
{
    const ModelVersion *shown = version();
    if (!shown)
        return;
    const bool refused = shown->stage == ModelStage::Refused, isSigned = !shown->signature.isEmpty();
    m_passportHead->setMeta(QStringLiteral("%1 v%2").arg(shown->name).arg(shown->version));
    m_signature->show(refused ? MarkCode::Critical : isSigned ? MarkCode::Ok : MarkCode::Todo,
        refused ? shown->refusedBecause.left(40) : isSigned ? tr("Signature valid") : tr("Not signed"));
    m_file->setRows(fileFacts(*shown));
    m_data->setRows(dataFacts(*shown, m_scale.utc()));
    m_training->setRows(trainingFacts(*shown, m_scale.utc()));
    std::vector<KeyValues::Row> series;
    for (qsizetype i = 0; i < std::min<qsizetype>(shown->series.size(), 12); ++i)
        series.push_back({ QString::number(i + 1), shown->series[i], true });
    m_seriesHead->setMeta(shown->series.size() > 12 ? tr("first %1 of %2").arg(12).arg(shown->series.size()) : QString());
    m_series->setRows(series);
    auto rows = metricRows(shown->metrics);
    m_compareHead->setMeta(QStringLiteral("v%1").arg(shown->version));
    m_noMetrics->setVisible(rows.empty());
    m_noMetrics->setText(refused ? tr("Refused to load: %1. The version before stays in force.").arg(shown->refusedBecause) : tr("Not evaluated yet."));
    m_compare->setVisible(!rows.empty());
    m_compareModel->setRows(std::move(rows));
    m_compare->fitHeight();
}

void ModelsPage::showStrip()
{
    const ModelVersion *shown = version();
    const int target = rollBackTarget(m_console.models(), m_name);
    const bool candidate = shown && (shown->stage == ModelStage::Candidate || shown->stage == ModelStage::Retired);
    m_promote->setVisible(candidate);
    m_promote->setEnabled(!m_busy);
    if (candidate)
        m_promote->setText(tr("Promote v%1").arg(shown->version));
    m_rollBack->setEnabled(target > 0 && !m_busy);
    m_rollBack->setText(target > 0 ? tr("Roll back to v%1").arg(target) : tr("Roll back"));
    m_rollBack->setAccessibleDescription(target > 0 ? QString() : tr("disabled: there is no version before"));
    m_rollBack->setToolTip(m_rollBack->accessibleDescription());
    m_stripTitle->setText(target > 0 ? tr("Roll %1 back to v%2").arg(m_name).arg(target) : tr("%1 has no version to go back to").arg(m_name));
    m_stripWhy->setText(tr("Model and thresholds together, about a second. Enters the audit record."));
}

void ModelsPage::askRollBack()
{
    if (const int target = rollBackTarget(m_console.models(), m_name); target > 0)
        m_rollBackQuestion->ask(tr("Bring %1 back to v%2?").arg(m_name).arg(target), tr("Roll back to v%1").arg(target), tr("Keep"));
}

void ModelsPage::rollBack()
{
    m_busy = true;
    showStrip();
    m_console.rollBack(m_name, this, [this](Result<bool> done) { answered(done); });
}

void ModelsPage::askPromote()
{
    if (version())
        m_promoteQuestion->ask(tr("Let %1 v%2 speak from now on?").arg(m_name).arg(m_version), tr("Promote v%1").arg(m_version), tr("Keep"));
}

void ModelsPage::promote()
{
    m_busy = true;
    showStrip();
    m_console.promote(m_name, m_version, this, [this](Result<bool> done) { answered(done); });
}

void ModelsPage::answered(const Result<bool> &done)
{
    m_busy = false;
    m_wrong->setVisible(!done);
    if (!done)
        m_wrong->setText(text::of(done.error()));
    showAll();
}

} // namespace lepto
