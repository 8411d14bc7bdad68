#include "ui/pages/audit_page.h"

#include "ui/looks.h"
#include "ui/models/audit_model.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int roomyWidth = 1100, timeWidth = 176, actorWidth = 92;
constexpr std::size_t narrowColumns = 5; ///< up to the object

QByteArray entryJson(const AuditEntry &entry)
{
    return QJsonDocument(QJsonObject { { QStringLiteral("seq"), entry.seq }, { QStringLiteral("at_ms"), qint64(entry.at) }, { QStringLiteral("actor"), entry.actor },
                             { QStringLiteral("type"), entry.type }, { QStringLiteral("subject"), entry.subject }, { QStringLiteral("detail"), entry.detail } })
        .toJson();
}

} // namespace

AuditPage::AuditPage(Console &console, TimeScale &scale, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_scale(scale)
    , m_model(new AuditModel(console, this))
{
    setObjectName(QStringLiteral("auditPage"));
    auto *column = flatColumn(this);
    column->addWidget(buildHead());
    column->addWidget(horizontalLine());
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildTable());
    split->addWidget(buildEntry());
    split->setStretchFactor(0, 1);
    split->setSizes({ 1000, 420 });
    column->addWidget(split, 1);
    auto *key = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &AuditPage::verify);
    auto *proof = new QShortcut(Qt::CTRL | Qt::Key_E, this);
    proof->setContext(Qt::WidgetWithChildrenShortcut);
    connect(proof, &QShortcut::activated, this, &AuditPage::exportProof);
    connect(&console, &Console::stateChanged, this, &AuditPage::checkNew);
    connect(&scale, &TimeScale::utcChanged, this, [this] { m_model->setUtc(m_scale.utc()); });
    connect(m_model, &AuditModel::loadedMore, this, &AuditPage::showFoot);
    showVerdict();
    showEntry();
}

std::vector<Page::Key> AuditPage::pageKeys() const
{
    return { { QStringLiteral("/"), tr("Filter") }, { QStringLiteral("Ctrl Shift V"), tr("Verify now") },
        { QStringLiteral("Ctrl E"), tr("Export proof") }, { QStringLiteral("Ctrl C"), tr("Copy the row") } };
}

QWidget *AuditPage::filter() const
{
    return m_filter;
}

void AuditPage::open(const QString &seq)
{
    m_table->selectKey(seq);
}

void AuditPage::refresh()
{
    m_model->setUtc(m_scale.utc());
    showVerdict();
    showFoot();
    showEntry();
}

void AuditPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_started, true)) {
        m_seen = entriesNow();
        m_model->restart();
        showFoot();
    }
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < roomyWidth;
    if (std::exchange(m_narrow, narrow) != narrow)
        sayColumns();
}

/// Narrow: note and hash, which the entry beside shows, give way to number and time.
void AuditPage::sayColumns()
{
    std::vector<TableColumn> columns = AuditModel::auditColumns();
    if (m_narrow) {
        columns.resize(narrowColumns);
        columns[1].width = timeWidth;
        columns[2].width = actorWidth;
    }
    m_model->setColumns(std::move(columns));
}

/// Verification is slow and rare; the count is not.
qint64 AuditPage::entriesNow() const
{
    return std::max(m_console.state().audit.entries, m_console.state().auditEntries);
}

void AuditPage::checkNew()
{
    showVerdict();
    const qint64 entries = entriesNow();
    m_newer->setVisible(m_started && entries > m_seen);
    m_newer->setText(tr("%n new", nullptr, int(entries - m_seen)));
    m_newer->setAccessibleName(m_newer->text());
}

void AuditPage::showVerdict()
{
    const AuditVerdict &verdict = m_console.state().audit;
    const bool empty = verdict.entries == 0 && verdict.code != AuditVerdict::Code::Broken;
    m_mark->setMark(m_verifying ? MarkCode::Pending : empty ? MarkCode::Todo : lepto::markOf(verdict.code));
    const bool extract = m_console.state().offline;
    m_sentence->setText(m_verifying    ? tr("Checking every entry…")
            : empty && !extract        ? tr("The record begins with your first act")
            : extract                  ? tr("An extract of the record, %n entries", nullptr, int(verdict.entries))
                                       : text::of(verdict));
    const qint64 since = extract || verdict.code == AuditVerdict::Code::Broken ? 0 : entriesNow() - verdict.entries;
    const QString unchecked = since > 0 ? tr("%Ln written since, not checked yet", nullptr, int(since)) : QString();
    m_why->setText(!m_wrong.isEmpty() ? m_wrong : verdict.reason.isEmpty() || unchecked.isEmpty() ? verdict.reason + unchecked
                                                                                                   : verdict.reason + QStringLiteral(" · ") + unchecked);
    setTone(m_why, m_wrong.isEmpty() ? "muted" : "critical");
    m_head->setText(verdict.root.isEmpty() ? QString() : text::shortHash(verdict.root));
    m_head->updateGeometry();
    m_verify->setEnabled(!m_verifying && !empty && !extract);
    m_export->setEnabled(!empty && !extract);
    m_limits->setText(verdict.code == AuditVerdict::Code::Verified
            ? tr("Removal of the newest entries would go unnoticed until the next head leaves this machine.")
            : tr("Without a head kept outside this database the whole record could have been made anew. Keep one elsewhere."));
}

void AuditPage::showFoot()
{
    const int shown = m_model->rowCount(), loaded = m_model->loaded();
    const bool nothing = shown == 0 && !m_model->loading();
    m_table->setVisible(!nothing);
    m_empty->setVisible(nothing);
    m_empty->showMark(m_model->wrong().isEmpty() ? MarkCode::None : MarkCode::Critical);
    if (!m_model->wrong().isEmpty())
        m_empty->say(tr("The record cannot be read"), m_model->wrong(), tr("Try again"));
    else
        m_empty->say(loaded == 0 ? tr("No entry yet") : tr("No entry fits the filter"));
    QString words = m_model->loading() ? tr("Reading…") : tr("%Ln rows shown", nullptr, shown);
    if (!m_model->complete() && !m_model->loading())
        words += QStringLiteral(", ") + tr("older ones load while scrolling");
    m_foot->setText(words);
    if (m_table->currentKey().isEmpty() && shown > 0)
        m_table->selectKey(m_model->keyOf(0));
}

void AuditPage::showEntry()
{
    const AuditEntry *entry = m_model->entry(m_table->currentKey());
    m_entryHead->setTitle(entry ? tr("Entry %1").arg(text::count(entry->seq)) : tr("Entry"));
    m_entryHead->setMeta(entry ? text::auditType(entry->type) + QStringLiteral(", ") + entry->actor : tr("none selected"));
    m_json->setOutput(entry ? QString::fromUtf8(entryJson(*entry)) : QString());
    m_copy->setEnabled(entry);
    if (!entry) {
        m_links->setRows({});
        return;
    }
    m_links->setRows({ { tr("Hash of this entry"), text::shortHash(entry->leafHash), true }, { tr("Place in the record"), text::count(entry->seq), true },
        { tr("Written"), text::date(entry->at, m_scale.utc()) + QLatin1Char(' ') + text::time(entry->at, m_scale.utc()), true },
        { tr("Head"), text::shortHash(m_console.state().audit.root), true } });
}

void AuditPage::verify()
{
    if (m_verifying || !m_verify->isEnabled())
        return;
    m_verifying = true;
    m_wrong.clear();
    showVerdict();
    m_console.verifyAudit(this, [this](Result<AuditVerdict> verdict) {
        m_verifying = false;
        m_wrong = verdict ? QString() : text::of(verdict.error());
        showVerdict();
        if (verdict && verdict->code == AuditVerdict::Code::Broken && verdict->firstBad >= 0)
            m_table->selectKey(QString::number(verdict->firstBad));
    });
}

void AuditPage::exportProof()
{
    auto *dialog = new QFileDialog(this, tr("Export proof"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("audit-proof.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_console.exportAudit(file, this, [this](Result<bool> done) {
            m_wrong = done ? QString() : text::of(done.error());
            showVerdict();
        });
    });
    dialog->open();
}

} // namespace lepto
