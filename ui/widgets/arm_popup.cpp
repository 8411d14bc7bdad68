#include "ui/widgets/arm_popup.h"

#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int choices[] = { 5, 15, 30 };
constexpr qsizetype longestReason = 200;

} // namespace

ArmPopup::ArmPopup(QWidget *window)
    : Popup(window)
    , m_reason(new QLineEdit)
    , m_minutes(new SegmentedButtons(3))
    , m_arm(makeButton(ButtonKind::Primary, QStringLiteral("unlock"), tr("Arm write mode")))
{
    setObjectName(QStringLiteral("armPopup"));
    m_reason->setObjectName(QStringLiteral("armReason"));
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Reason, enters the audit record"));
    m_reason->setAccessibleName(tr("Reason for write mode"));
    m_arm->setObjectName(QStringLiteral("armConfirm"));
    QStringList words;
    for (const int minutes : choices)
        words << text::duration(minutes * 60'000);
    m_minutes->setTexts(words);
    m_minutes->setCurrent(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(plainLabel(Theme::Type::PaneTitle, "primary", tr("Write mode")));
    auto *why = wrappedLabel(Theme::Type::Body, "secondary", tr("Approved plans may run until the time is over. It ends by itself."));
    column->addWidget(why);
    column->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    row->addWidget(m_minutes);
    row->addStretch();
    row->addWidget(m_arm);
    column->addLayout(row);
    setFixedWidth(360);
    const auto check = [this] {
        m_arm->setEnabled(!m_reason->text().trimmed().isEmpty());
        m_arm->setAccessibleDescription(m_arm->isEnabled() ? QString() : tr("disabled: type a reason first"));
        m_arm->setToolTip(m_arm->accessibleDescription());
    };
    connect(m_reason, &QLineEdit::textChanged, this, check);
    connect(m_reason, &QLineEdit::returnPressed, this, &ArmPopup::submit);
    connect(m_arm, &QPushButton::clicked, this, &ArmPopup::submit);
    check();
}

void ArmPopup::open(QWidget *anchor)
{
    openBelow(anchor, m_reason);
}

void ArmPopup::submit()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        return;
    close();
    Q_EMIT armed(choices[std::max(0, m_minutes->current())], reason);
}

} // namespace lepto
