#include "ui/widgets/example_list.h"

#include "core/base/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int textLimit = 120;

} // namespace

ExampleList::ExampleList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("exampleList"));
    m_column->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_column->setSpacing(4);
}

void ExampleList::show(const QString &title, const QStringList &queries)
{
    if (title == m_title && queries == m_queries)
        return;
    m_title = title;
    m_queries = queries;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!queries.isEmpty())
        m_column->addWidget(plainLabel(Theme::Type::Caption, "muted", title), 0, Qt::AlignHCenter);
    for (const QString &query : queries) {
        const QString words = oneLine(query, textLimit);
        QPushButton *button = makeButton(ButtonKind::Link, {}, plainButtonText(words));
        button->setAccessibleName(words);
        Theme::of().dress(button, Theme::Type::Code);
        connect(button, &QPushButton::clicked, this, [this, query] { Q_EMIT chosen(query); });
        m_column->addWidget(button, 0, Qt::AlignHCenter);
    }
}

} // namespace lepto
