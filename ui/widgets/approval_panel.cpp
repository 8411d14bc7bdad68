#include "ui/widgets/approval_panel.h"

#include "ui/looks.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int longestReason = 500;

void enable(QPushButton *button, const QString &whyNot)
{
    button->setEnabled(whyNot.isEmpty());
    button->setAccessibleDescription(whyNot);
    setPlainToolTip(button, whyNot);
}

} // namespace

ApprovalPanel::ApprovalPanel(Console &console, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_head(new PaneHead)
    , m_expires(new ElidedLabel(Theme::Type::Number, "warning"))
    , m_signatures(new KeyValues(KeyValues::Side::Right))
    , m_reason(new QLineEdit)
    , m_name(new QLineEdit)
    , m_type(wrappedLabel(Theme::Type::Caption, "muted"))
    , m_wrong(wrappedLabel(Theme::Type::Body, "critical"))
    , m_note(wrappedLabel(Theme::Type::Caption, "muted"))
    , m_sign(makeButton(ButtonKind::Primary, QStringLiteral("key")))
    , m_execute(makeButton(ButtonKind::Primary, QStringLiteral("play")))
    , m_reject(makeButton(ButtonKind::Normal))
{
    setObjectName(QStringLiteral("approvalPanel"));
    setProperty("pane", QStringLiteral("raised"));
    m_reason->setObjectName(QStringLiteral("approvalReason"));
    m_reason->setMaxLength(longestReason);
    m_name->setObjectName(QStringLiteral("approvalTarget"));
    Theme::of().dress(m_name, Theme::Type::Code);
    m_sign->setObjectName(QStringLiteral("signButton"));
    m_execute->setObjectName(QStringLiteral("runButton"));
    m_reject->setObjectName(QStringLiteral("rejectButton"));
    m_head->addRight(m_expires);
    auto *column = flatColumn(this);
    column->addWidget(horizontalLine());
    column->addWidget(m_head);
    column->addWidget(m_signatures);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(14, 2, 14, 14);
    fields->setSpacing(7);
    fields->addWidget(m_reason);
    fields->addWidget(m_type);
    fields->addWidget(m_name);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_sign);
    buttons->addWidget(m_execute);
    buttons->addStretch();
    buttons->addWidget(m_reject);
    fields->addLayout(buttons);
    fields->addWidget(m_wrong);
    fields->addWidget(m_note);
    column->addLayout(fields);
    m_wrong->hide();
    connect(m_reason, &QLineEdit::textChanged, this, &ApprovalPanel::check);
    connect(m_name, &QLineEdit::textChanged, this, &ApprovalPanel::check);
    connect(m_sign, &QPushButton::clicked, this, &ApprovalPanel::sign);
    connect(m_execute, &QPushButton::clicked, this, &ApprovalPanel::run);
    connect(m_reject, &QPushButton::clicked, this, &ApprovalPanel::reject);
    retranslate();
}

void ApprovalPanel::retranslate()
{
    m_head->setTitle(tr("Approval"));
    m_reason->setPlaceholderText(tr("Reason, enters the audit record"));
    m_reason->setAccessibleName(tr("Reason"));
    m_name->setAccessibleName(tr("Name of the target"));
    m_sign->setText(tr("Approve and sign"));
    m_reject->setText(tr("Reject"));
    m_note->setText(tr("The executor refuses any other bytes, an expired plan or changed targets."));
    say();
}

void ApprovalPanel::show(const Run *run, bool utc)
{
    const bool other = !run || run->plan.id != m_run.plan.id;
    m_has = run != nullptr;
    m_run = run ? *run : Run {};
    m_utc = utc;
    if (other) {
        m_reason->clear();
        m_name->clear();
        m_wrong->hide();
        m_busy = false;
    }
    say();
}

void ApprovalPanel::say()
{
    setVisible(m_has && !isOver(m_run.state));
    if (!m_has)
        return;
    const TimeMs now = m_console.state().now;
    m_head->setMeta(tr("of exactly this plan"));
    const TimeMs left = m_run.plan.expiresAt - now;
    m_expires->setText(left > 0 ? tr("expires in %1").arg(text::duration(left)) : tr("expired"));
    m_expires->updateGeometry();
    std::vector<KeyValues::Row> rows;
    for (const Approval &approval : m_run.approvals)
        rows.push_back({ approval.by, text::time(approval.at, m_utc) + QLatin1Char(' ') + approval.keyFingerprint, true, "muted", MarkCode::Ok });
    if (int(m_run.approvals.size()) < m_run.plan.approvals)
        rows.push_back({ m_console.state().user, tr("you"), false, "secondary", MarkCode::Pending });
    m_signatures->setRows(rows);
    m_type->setText(tr("Type %1 to allow signing").arg(m_run.plan.target));
    m_execute->setText(plainButtonText(tr("Run on %1").arg(m_run.plan.target.left(24))));
    setAccessibleName(tr("Approval of plan %1, %2 of %3 signatures").arg(m_run.plan.hash.left(8)).arg(m_run.approvals.size()).arg(m_run.plan.approvals));
    const bool approved = m_run.state == RunState::Approved, decided = approved || isUnderWay(m_run.state);
    for (QWidget *field : { static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_sign) })
        field->setVisible(!decided);
    m_execute->setVisible(decided);
    check();
}

QString ApprovalPanel::whyNotSign() const
{
    const ConsoleState &state = m_console.state();
    const bool signedByMe = std::ranges::any_of(m_run.approvals, [&](const Approval &a) { return a.by == state.user; });
    const bool dry = std::ranges::any_of(m_run.steps, [](const StepRecord &s) { return s.dryRun && s.state == StepRecord::State::Done; });
    if (m_busy)
        return tr("being signed");
    if (m_run.state != RunState::AwaitingApproval && m_run.state != RunState::Planned)
        return text::of(m_run.state);
    if (m_run.plan.expiresAt <= state.now)
        return tr("the plan has expired");
    if (signedByMe)
        return tr("you have signed; another person is needed");
    if (m_run.plan.dryRunRequired && !dry)
        return tr("waits for a dry run");
    if (state.writeArmedUntil <= state.now)
        return tr("arm write mode first");
    if (m_reason->text().trimmed().isEmpty())
        return tr("type a reason first");
    if (m_name->text() != m_run.plan.target)
        return tr("type %1 first").arg(m_run.plan.target);
    return {};
}

QString ApprovalPanel::whyNotRun() const
{
    const ConsoleState &state = m_console.state();
    if (m_busy || isUnderWay(m_run.state))
        return tr("it is running");
    if (state.stopped)
        return tr("all actions are stopped");
    if (state.writeArmedUntil <= state.now)
        return tr("arm write mode first");
    return {};
}

void ApprovalPanel::check()
{
    if (!m_has)
        return;
    const bool decided = m_run.state == RunState::Approved || isUnderWay(m_run.state);
    const QString sign = whyNotSign(), run = whyNotRun();
    enable(m_sign, sign);
    enable(m_execute, run);
    enable(m_reject, isUnderWay(m_run.state) ? tr("it is running") : QString());
    const QString why = decided ? run : sign;
    m_note->setText(why.isEmpty() ? tr("The executor refuses any other bytes, an expired plan or changed targets.") : tr("Disabled: %1").arg(why));
}

void ApprovalPanel::sign()
{
    if (!whyNotSign().isEmpty())
        return;
    m_busy = true;
    check();
    m_console.approve(m_run.plan.id, m_run.plan.hash, m_reason->text().trimmed(), this, [this](Result<bool> done) { answered(done); });
}

void ApprovalPanel::run()
{
    if (!whyNotRun().isEmpty())
        return;
    m_busy = true;
    check();
    m_console.execute(m_run.plan.id, this, [this](Result<bool> done) { answered(done); });
}

void ApprovalPanel::reject()
{
    m_console.reject(m_run.plan.id, m_reason->text().trimmed());
}

void ApprovalPanel::answered(const Result<bool> &done)
{
    m_busy = false;
    m_wrong->setVisible(!done);
    if (!done)
        m_wrong->setText(text::of(done.error()));
    check();
}

} // namespace lepto
