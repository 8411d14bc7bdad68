#include "ui/widgets/connection_test_view.h"

#include "ui/models/cell_model.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QHeaderView>
#include <QProgressBar>
#include <QVBoxLayout>

namespace lepto {

ConnectionTestView::ConnectionTestView(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_head(new PaneHead)
    , m_stop(makeButton(ButtonKind::Normal))
    , m_model(new CellModel(this))
    , m_table(new RowTable(m_model))
    , m_progress(new QProgressBar)
    , m_result(wrappedLabel())
    , m_note(wrappedLabel(Theme::Type::Caption, "muted"))
{
    setObjectName(QStringLiteral("connectionTest"));
    m_stop->setProperty("size", QStringLiteral("small"));
    m_head->addRight(m_stop);
    m_table->setSelectable(false);
    m_table->horizontalHeader()->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_result->setObjectName(QStringLiteral("testResult"));
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_table);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 10, 14, 12);
    foot->setSpacing(8);
    foot->addWidget(m_progress);
    foot->addWidget(m_result);
    foot->addWidget(m_note);
    column->addLayout(foot);
    column->addStretch();
    connect(m_stop, &QPushButton::clicked, this, [this] { finish(Error { ErrorCode::Cancelled, {}, "stopped" }); });
    retranslate();
}

void ConnectionTestView::retranslate()
{
    m_head->setTitle(tr("Connection test"));
    m_stop->setText(tr("Stop"));
    m_note->setText(tr("The test only reads, in the background."));
    m_model->setColumns({ { tr("Step"), 150 }, { tr("Result"), -1 }, { tr("Time"), 76, true } });
    show();
}

void ConnectionTestView::clear()
{
    delete std::exchange(m_run, nullptr);
    m_steps.clear();
    m_source.clear();
    m_verdict.clear();
    m_done = false;
    show();
}

void ConnectionTestView::run(const SourceConfig &config, const QString &secret)
{
    clear();
    m_source = config.name.isEmpty() ? config.url : config.name;
    m_run = new QObject(this);
    show();
    m_console.testSource(
        config, secret, m_run, [this](QString step, bool good, qint64 ms, QString words) { addStep(step, good, ms, words); },
        [this](Result<bool> result) { finish(result); });
}

void ConnectionTestView::addStep(const QString &step, bool good, qint64 ms, const QString &words)
{
    if (!m_run)
        return;
    m_steps.push_back({ step, words, good, ms });
    show();
}

void ConnectionTestView::finish(const Result<bool> &result)
{
    if (!m_run)
        return;
    // Not deleted here: this may be called from an answer that it is the context of.
    std::exchange(m_run, nullptr)->deleteLater();
    m_done = true;
    m_good = bool(result) && *result;
    m_verdict = !result && result.error().code == ErrorCode::Cancelled ? tr("Stopped.") : result ? tr("Usable.") : text::of(result.error());
    show();
    Q_EMIT finished(m_good);
}

void ConnectionTestView::show()
{
    m_head->setMeta(m_source);
    m_stop->setVisible(m_run);
    m_progress->setVisible(m_run);
    m_result->setText(m_done ? m_verdict : m_run ? tr("Testing…") : tr("Press Test connection. Values need not be saved first."));
    setTone(m_result, m_done && !m_good ? "critical" : "secondary");
    std::vector<CellModel::Row> rows;
    for (const Step &step : m_steps) {
        rows.push_back({ QString::number(rows.size()),
            { Cell { .text = text::testStep(step.code), .mark = step.good ? MarkCode::Ok : MarkCode::Critical, .bold = true },
                Cell { .text = step.words, .tone = step.good ? "text.secondary" : "sev.critical", .tip = step.words },
                Cell { .text = text::duration(step.ms), .mono = true, .right = true, .tone = "text.muted" } } });
    }
    if (m_run)
        rows.push_back({ QStringLiteral("next"), { Cell { .text = tr("Next step"), .mark = MarkCode::Pending, .tone = "text.muted" }, {}, {} } });
    m_table->setVisible(!rows.empty());
    m_model->setRows(std::move(rows));
    m_table->fitHeight();
}

} // namespace lepto
