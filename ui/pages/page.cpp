#include "ui/pages/page.h"

#include <QEvent>

namespace lepto {

Page::Page(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::ClickFocus); // so that the page's keys work before anything in it has the focus
}

void Page::words(std::function<void()> say)
{
    say();
    m_words.push_back(std::move(say));
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const auto &say : m_words)
            say();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace lepto
