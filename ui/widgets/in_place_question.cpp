#include "ui/widgets/in_place_question.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace lepto {

InPlaceQuestion::InPlaceQuestion(QWidget *buttons)
    : m_buttons(buttons)
    , m_question(new ElidedLabel(Theme::Type::Control))
    , m_yes(makeButton(ButtonKind::Risky))
    , m_keep(makeButton(ButtonKind::Normal))
{
    m_yes->setObjectName(QStringLiteral("questionYes"));
    m_keep->setObjectName(QStringLiteral("questionKeep"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_question, 1);
    row->addWidget(m_yes);
    row->addWidget(m_keep);
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void InPlaceQuestion::ask(const QString &question, const QString &action, const QString &keep)
{
    m_question->setText(question);
    m_yes->setText(plainButtonText(action));
    m_keep->setText(keep);
    m_buttons->hide();
    show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void InPlaceQuestion::answer(bool yes)
{
    hide();
    m_buttons->show();
    if (yes)
        Q_EMIT confirmed();
    else
        Q_EMIT kept();
}

void InPlaceQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        answer(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace lepto
