#include "ui/widgets/silence_preview.h"

#include "ui/models/alert_words.h"
#include "ui/text.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QHeaderView>

namespace lepto {

SilencePreviewList::SilencePreviewList(QWidget *parent)
    : QWidget(parent)
    , m_head(new PaneHead)
    , m_warning(wrappedLabel(Theme::Type::Body, "warning"))
    , m_model(new CellModel(this))
    , m_table(new RowTable(m_model))
{
    m_warning->setObjectName(QStringLiteral("previewWarning"));
    m_warning->setContentsMargins(14, 0, 14, 6);
    m_table->setObjectName(QStringLiteral("silencePreview"));
    m_table->setTwoLines(true);
    m_table->horizontalHeader()->hide();
    m_table->setMinimumHeight(96);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_warning);
    column->addWidget(m_table, 1);
    retranslate();
}

void SilencePreviewList::retranslate()
{
    m_head->setTitle(tr("Catches"));
    m_table->setAccessibleName(tr("Alerts that it catches"));
    m_model->setColumns({ { tr("Alert"), -1 }, { tr("State"), 116 } });
}

QString SilencePreviewList::warning() const
{
    return m_warning->text();
}

void SilencePreviewList::show(const SilencePreview &preview)
{
    std::vector<const Alert *> alerts;
    for (const Alert &alert : preview.alerts)
        alerts.push_back(&alert);
    const qint64 caught = qint64(alerts.size());
    showAlerts(alerts, tr("%1 of %2 alerts now").arg(text::count(caught), text::count(preview.total)));
    QString warning;
    if (preview.matchesEmpty)
        warning = tr("Each of these matchers holds for alerts without that label; Alertmanager refuses such a silence.");
    else if (caught == preview.total && caught > 0)
        warning = preview.nearlyAll ? tr("It catches every alert, and nearly any that may come.") : tr("It catches every alert there is now.");
    else if (preview.nearlyAll)
        warning = tr("It catches nearly any alert that may come.");
    else if (caught == 0)
        warning = tr("It catches no alert now.");
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void SilencePreviewList::showNothing()
{
    showAlerts({}, {});
}

void SilencePreviewList::showAlerts(const std::vector<const Alert *> &alerts, const QString &meta)
{
    std::vector<CellModel::Row> rows;
    for (const Alert *alert : alerts) {
        if (int(rows.size()) == most)
            break;
        Cell name { alertName(alert->labels) };
        name.mark = markOf(severityOf(alert->labels));
        name.second = alertSubject(alert->labels);
        name.tip = name.second;
        Cell state { alertStateText(*alert) };
        state.mark = markOf(*alert);
        rows.push_back({ alert->fingerprint, { name, state } });
    }
    const bool cut = rows.size() < alerts.size();
    m_head->setMeta(cut ? meta + QStringLiteral(", ") + tr("the first %1 are shown").arg(most) : meta);
    m_warning->hide();
    m_warning->clear();
    m_model->setRows(std::move(rows));
}

} // namespace lepto
