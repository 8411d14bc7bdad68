#include "ui/widgets/suggestion_list.h"

#include "core/base/text.h"
#include "ui/looks.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepto {

SuggestionList::SuggestionList(QWidget *parent)
    : QWidget(parent)
    , m_column(flatColumn(this))
{
    setObjectName(QStringLiteral("suggestionList"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SuggestionList::setRuns(const std::vector<Run> &runs, qint64 incident, int limit)
{
    std::vector<const Run *> open;
    QStringList state;
    int hidden = 0;
    for (const Run &run : runs) {
        if (isOver(run.state) || (incident != 0 && run.plan.incident != incident))
            continue;
        if (int(open.size()) == limit) {
            ++hidden;
            continue;
        }
        open.push_back(&run);
        state.append(QStringLiteral("%1/%2/%3/%4").arg(run.plan.id).arg(int(run.state)).arg(run.plan.title, text::of(run.state)));
    }
    state.append(QString::number(hidden));
    state.append(tr("Nothing suggested"));
    m_shown = int(open.size());
    if (state == m_state)
        return;
    m_state = state;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < open.size(); ++i)
        m_column->addWidget(makeRow(*open[i], i == 0));
    if (open.empty() || hidden > 0) {
        QLabel *note = plainLabel(Theme::Type::Caption, "muted",
            open.empty() ? tr("Nothing suggested") : tr("%n more on the Actions page", nullptr, hidden));
        note->setContentsMargins(14, 4, 14, 10);
        m_column->addWidget(note);
    }
}

QWidget *SuggestionList::makeRow(const Run &run, bool first)
{
    auto *row = new QWidget;
    auto *column = flatColumn(row);
    if (!first)
        column->addWidget(horizontalLine());
    auto *body = new QHBoxLayout;
    body->setContentsMargins(14, 8, 14, 8);
    body->setSpacing(10);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    auto *title = new ElidedLabel(Theme::Type::Control);
    title->setText(oneLine(run.plan.title, 160));
    QStringList facts { oneLine(run.plan.target, 60), text::risk(run.plan.risk) };
    facts.append(run.plan.reversible ? tr("reversible") : tr("not reversible"));
    auto *detail = new ElidedLabel(Theme::Type::Caption, "muted");
    detail->setText(facts.join(QStringLiteral("   ")));
    texts->addWidget(title);
    texts->addWidget(detail);
    texts->addWidget(new Chip(markOf(run.state), text::of(run.state)), 0, Qt::AlignLeft);
    QPushButton *review = makeButton(first ? ButtonKind::Primary : ButtonKind::Normal, {}, tr("Review"));
    review->setProperty("size", QStringLiteral("small"));
    review->setAccessibleName(tr("Review %1").arg(oneLine(run.plan.title, 80)));
    connect(review, &QPushButton::clicked, this, [this, id = run.plan.id] { Q_EMIT reviewAsked(id); });
    body->addLayout(texts, 1);
    body->addWidget(review, 0, Qt::AlignTop);
    column->addLayout(body);
    return row;
}

} // namespace lepto
