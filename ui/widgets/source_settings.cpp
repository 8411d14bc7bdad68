#include "ui/widgets/source_settings.h"

#include "ui/desks/self_desk.h"
#include "ui/models/self_rows.h"
#include "ui/models/source_rows.h"
#include "ui/text.h"
#include "ui/widgets/connection_test_view.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/source_form.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace lepto {

namespace {

constexpr int roomyWidth = 860, mostTableRows = 8;
constexpr std::size_t narrowColumns = 5; ///< up to the age

} // namespace

void SourceSettings::select(const QString &name)
{
    m_table->selectKey(name);
}

void SourceSettings::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto way = width() > roomyWidth ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == way)
        return;
    m_split->setOrientation(way);
    sayColumns();
    // Once the splitter has its new size.
    QMetaObject::invokeMethod(this, [this, way] { m_split->setSizes(way == Qt::Horizontal ? QList<int> { 800, 400 } : QList<int> { 700, 200 }); }, Qt::QueuedConnection);
}

/// Narrow: what the form says anyway and the rates give way to the names.
void SourceSettings::sayColumns()
{
    std::vector<TableColumn> columns = sourceColumns();
    if (m_split->orientation() == Qt::Vertical)
        columns.resize(narrowColumns);
    m_model->setColumns(std::move(columns));
}

bool SourceSettings::allowed() const
{
    return !m_console.state().offline;
}

const SourceConfig *SourceSettings::find(const QString &name) const
{
    const auto &sources = m_console.sources();
    const auto found = std::ranges::find(sources, name, &SourceConfig::name);
    return found == sources.end() ? nullptr : &*found;
}

QStringList SourceSettings::otherNames() const
{
    QStringList names;
    for (const SourceConfig &config : m_console.sources()) {
        if (m_fresh || config.name != m_selected)
            names << config.name;
    }
    return names;
}

void SourceSettings::show()
{
    showTable();
    showForm();
    showTraffic();
}

void SourceSettings::showTable()
{
    const ConsoleState &state = m_console.state();
    const auto live = std::ranges::count(state.sources, SourceState::Code::Live, &SourceState::code);
    const auto &sources = m_console.sources();
    m_head->setMeta(sources.empty() ? tr("none yet") : tr("%1 of %2 live, %3 series").arg(live).arg(sources.size()).arg(text::count(state.store.series)));
    m_model->setRows(sourceRows(sources, state));
    m_table->setVisible(!sources.empty());
    const int rows = std::clamp(int(sources.size()), 1, mostTableRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * Theme::of().rowHeight() + 6);
    if (!m_fresh && !m_selected.isEmpty() && !find(m_selected))
        sources.empty() ? add(SourceConfig::Kind::Prometheus) : m_table->selectKey(sources.front().name);
    showAllowed();
}

void SourceSettings::showAllowed()
{
    const bool may = allowed();
    if (may)
        m_rule->show(PanelLook::Good);
    else
        m_rule->show(PanelLook::NotAllowed, tr("Sources cannot be changed while a recording is open."), tr("They go on collecting. Leave the recording to change them."),
            tr("Leave the recording"));
    if (m_form->isEnabled() == may)
        return;
    for (QWidget *part : std::initializer_list<QWidget *> { m_form, m_add, m_remove })
        part->setEnabled(may);
    showForm();
}

void SourceSettings::keepDraft()
{
    if (m_showing)
        return;
    const QString key = m_fresh ? QString() : m_selected;
    if (m_form->unsaved() > 0)
        m_drafts[key] = { m_form->config(), m_form->secret() };
    else
        m_drafts.remove(key);
    showForm();
}

void SourceSettings::choose(const QString &name)
{
    const SourceConfig *config = find(name);
    if (!config || (name == m_selected && !m_fresh))
        return;
    m_selected = name;
    m_fresh = false;
    m_showing = true;
    m_form->edit(*config, false, otherNames());
    if (const auto draft = m_drafts.constFind(name); draft != m_drafts.constEnd())
        m_form->setDraft(draft->config, draft->secret);
    m_showing = false;
    m_test->clear();
    m_problem.clear();
    showForm();
}

void SourceSettings::add(SourceConfig::Kind kind)
{
    m_fresh = true;
    m_selected.clear();
    m_table->clearSelection();
    m_showing = true;
    SourceConfig config;
    config.kind = kind;
    m_form->edit(config, true, otherNames());
    if (const auto draft = m_drafts.constFind(QString()); draft != m_drafts.constEnd())
        m_form->setDraft(draft->config, draft->secret);
    m_showing = false;
    m_test->clear();
    m_problem.clear();
    showForm();
    if (auto *name = m_form->findChild<QLineEdit *>(QStringLiteral("sourceName")))
        name->setFocus(Qt::OtherFocusReason);
}

void SourceSettings::showForm()
{
    const int unsaved = m_form->unsaved();
    m_formHead->setTitle(m_fresh ? tr("New source") : m_selected);
    m_formHead->setMeta(text::of(m_form->config().kind));
    m_unsaved->setText(unsaved > 0 ? tr("%n unsaved changes", nullptr, unsaved) : QString());
    m_unsaved->updateGeometry();
    const bool valid = m_form->valid(), may = allowed();
    m_save->setEnabled(may && valid && unsaved > 0);
    m_save->setAccessibleDescription(m_save->isEnabled() ? QString()
            : !may                                       ? tr("disabled: a recording is open")
            : valid                                      ? tr("disabled: nothing has changed")
                                                         : tr("disabled: name and address first"));
    m_save->setToolTip(m_save->isEnabled() ? QStringLiteral("Ctrl+S") : m_save->accessibleDescription());
    m_testButton->setEnabled(valid);
    m_discard->setEnabled(unsaved > 0);
    m_remove->setVisible(!m_fresh);
    m_wrong->setText(m_problem.isEmpty() ? m_form->problem() : m_problem);
    m_wrong->setVisible(!m_wrong->text().isEmpty());
}

void SourceSettings::save()
{
    if (!m_save->isEnabled())
        return;
    const SourceConfig config = m_form->config();
    const QString key = m_fresh ? QString() : m_selected;
    m_console.saveSource(config, m_form->secret(), this, [this, config, key](Result<bool> done) {
        m_problem = done ? QString() : text::of(done.error());
        if (!done)
            return showForm();
        m_drafts.remove(key);
        m_fresh = true; // makes the selection below take the saved values
        showTable();
        m_table->selectKey(config.name);
        choose(config.name);
    });
}

void SourceSettings::test()
{
    if (m_testButton->isEnabled())
        m_test->run(m_form->config(), m_form->secret());
}

void SourceSettings::discard()
{
    const QString selected = m_selected;
    m_drafts.remove(m_fresh ? QString() : selected);
    if (m_fresh)
        return add(m_form->config().kind);
    m_selected.clear();
    choose(selected);
}

void SourceSettings::askRemove()
{
    if (!m_fresh && !m_selected.isEmpty() && allowed())
        m_question->ask(tr("Remove %1? Its samples stay.").arg(m_selected), tr("Remove %1").arg(m_selected), tr("Keep"));
}

void SourceSettings::remove()
{
    const SourceConfig *config = find(m_selected);
    if (!config)
        return;
    m_drafts.remove(m_selected);
    m_console.removeSource(m_selected, this, [this, removed = *config](Result<bool> done) {
        m_problem = done ? QString() : text::of(done.error());
        if (done)
            m_removed = removed;
        showForm();
        if (m_removed)
            m_undo->show(PanelLook::Empty, tr("%1 is removed.").arg(m_removed->name), tr("Its samples and its secret stay."), tr("Undo"));
    });
}

void SourceSettings::undo()
{
    if (!m_removed)
        return;
    m_console.saveSource(*m_removed, {}, this, [this, name = m_removed->name](Result<bool> done) {
        m_problem = done ? QString() : text::of(done.error());
        if (!done)
            return showForm();
        m_removed.reset();
        m_undo->show(PanelLook::Good);
        showTable();
        m_table->selectKey(name);
    });
}

void SourceSettings::showTraffic()
{
    SelfDesk *desk = m_console.self();
    m_trafficPane->setVisible(desk);
    if (!desk)
        return;
    const SelfReport &report = desk->report();
    m_trafficHead->setMeta(outsideSentence(report.hosts));
    m_trafficModel->setRows(hostRows(report.hosts));
    m_traffic->setVisible(!report.hosts.empty());
    m_traffic->fitHeight();
}

} // namespace lepto
