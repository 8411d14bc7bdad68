#include "ui/widgets/alert_notice.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace lepto {

AlertNotice::AlertNotice(bool closable, QWidget *parent)
    : QFrame(parent)
    , m_mark(new MarkLabel(15))
    , m_words(wrappedLabel(Theme::Type::Body, "primary"))
    , m_action(makeButton(ButtonKind::Normal))
    , m_close(makeIconButton(QStringLiteral("close")))
{
    setProperty("pane", QStringLiteral("raised"));
    m_action->setProperty("size", QStringLiteral("small"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 10, 7);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_close->setVisible(closable);
    connect(m_action, &QPushButton::clicked, this, &AlertNotice::acted);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void AlertNotice::say(MarkCode mark, const QString &sentence, const QString &action, const QString &whyNot)
{
    m_mark->setMark(mark);
    m_words->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setEnabled(whyNot.isEmpty());
    m_action->setAccessibleDescription(whyNot);
    setPlainToolTip(m_action, whyNot);
    setIconWords(m_close, tr("Dismiss"));
    setVisible(!sentence.isEmpty());
}

QString AlertNotice::sentence() const
{
    return isHidden() ? QString() : m_words->text();
}

} // namespace lepto
