#include "ui/widgets/verdict_bar.h"

#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QEvent>
#include <QHBoxLayout>

namespace lepto {

namespace {

constexpr std::array verdicts = { Verdict::True, Verdict::False, Verdict::Expected, Verdict::WrongScope, Verdict::Missed };
constexpr std::array keys = { "T", "F", "E", "W", "M" };

} // namespace

VerdictBar::VerdictBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("verdictBar"));
    auto *row = flatRow(this);
    row->setContentsMargins(14, 2, 14, 10);
    row->setSpacing(6);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = makeButton(ButtonKind::Normal);
        m_buttons[i]->setObjectName(QStringLiteral("verdict") + QLatin1String(keys[i]));
        m_buttons[i]->setCheckable(true);
        m_buttons[i]->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons[i]->setMinimumWidth(40);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] {
            setVerdict(m_verdict); // stays as it is until the console says so
            Q_EMIT given(verdicts[i]);
        });
        row->addWidget(m_buttons[i]);
    }
    say();
}

void VerdictBar::say()
{
    const QString words[] = { tr("True"), tr("False"), tr("Expected"), tr("Scope"), tr("Missed") };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(words[i]);
        m_buttons[i]->setAccessibleName(tr("Verdict: %1").arg(text::of(verdicts[i])));
        m_buttons[i]->setToolTip(text::of(verdicts[i]) + QStringLiteral("  ") + QLatin1String(keys[i]));
    }
}

void VerdictBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

void VerdictBar::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(verdicts[i] == verdict);
        m_buttons[i]->setAccessibleDescription(verdicts[i] == verdict ? tr("given") : QString());
    }
}

} // namespace lepto
