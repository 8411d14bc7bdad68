#include "ui/widgets/run_queue.h"

#include "ui/looks.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace lepto {

namespace {

enum QueueRole { PlanRole = Qt::UserRole + 1, TimeRole, MarkRole, StateRole, MetaRole };
constexpr int headHeight = 30, rowHeight = 56, padding = 14;

class QueueDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return { option.rect.width(), index.data(PlanRole).isValid() ? rowHeight : headHeight };
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const QRect r = option.rect;
        p->save();
        p->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.color("line.subtle"));
        if (!index.data(PlanRole).isValid()) {
            p->setFont(theme.font(Theme::Type::Caption));
            p->setPen(theme.color("text.muted"));
            p->drawText(r.adjusted(padding, 6, -padding, 0), Qt::AlignVCenter, index.data().toString());
            p->restore();
            return;
        }
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver))
            p->fillRect(r.adjusted(0, 0, 0, -1), theme.color(selected ? "bg.selected" : "bg.raised"));
        if (selected)
            p->fillRect(QRect(r.left(), r.top(), 3, r.height()), theme.color("accent.line"));
        paintRow(p, r.adjusted(padding, 7, -padding, -7), index);
        if ((option.state & QStyle::State_HasFocus) && selected) {
            p->setPen(theme.color("accent.line"));
            p->drawRect(r.adjusted(3, 0, -1, -2));
        }
        p->restore();
    }

private:
    static void paintRow(QPainter *p, const QRect &r, const QModelIndex &index)
    {
        const Theme &theme = Theme::of();
        const QString time = index.data(TimeRole).toString();
        p->setFont(theme.font(Theme::Type::Number));
        const int timeWidth = p->fontMetrics().horizontalAdvance(time);
        p->setPen(theme.color("text.muted"));
        p->drawText(QRect(r.left(), r.top(), r.width(), 18), Qt::AlignRight | Qt::AlignVCenter, time);
        p->setFont(theme.font(Theme::Type::Strong));
        p->setPen(theme.color("text.primary"));
        const int titleWidth = r.width() - timeWidth - 10;
        p->drawText(QRect(r.left(), r.top(), titleWidth, 18), Qt::AlignVCenter | Qt::TextSingleLine,
            p->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
        const QString state = index.data(StateRole).toString();
        const QRect chip(r.left(), r.top() + 21, Chip::widthOf(state), 20);
        Chip::paint(p, chip, MarkCode(index.data(MarkRole).toInt()), state);
        p->setFont(theme.font(Theme::Type::Caption));
        p->setPen(theme.color("text.muted"));
        const QRect meta(chip.right() + 10, chip.top(), r.right() - chip.right() - 10, 20);
        p->drawText(meta, Qt::AlignVCenter | Qt::TextSingleLine, p->fontMetrics().elidedText(index.data(MetaRole).toString(), Qt::ElideRight, meta.width()));
    }
};

bool isProposed(RunState state)
{
    return state == RunState::Planned || state == RunState::Blocked;
}

} // namespace

RunQueue::RunQueue(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("runQueue"));
    setModel(m_model);
    setItemDelegate(new QueueDelegate(this));
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (!m_filling && now.data(PlanRole).isValid())
            Q_EMIT chosen(now.data(PlanRole).toString());
    });
}

void RunQueue::addSection(const QString &title, const std::vector<Run> &runs, TimeMs now, bool utc, bool (*belongs)(RunState))
{
    bool first = true;
    for (const Run &run : runs) {
        if (!belongs(run.state))
            continue;
        if (std::exchange(first, false)) {
            auto *head = new QStandardItem(title);
            head->setFlags(Qt::NoItemFlags);
            m_model->appendRow(head);
        }
        auto *item = new QStandardItem(run.plan.title);
        item->setData(run.plan.id, PlanRole);
        item->setData(text::when(isOver(run.state) ? run.updatedAt : run.plan.expiresAt, now, utc), TimeRole);
        item->setData(int(lepto::markOf(run.state)), MarkRole);
        item->setData(text::of(run.state), StateRole);
        item->setData(run.plan.incident > 0 ? text::incident(run.plan.incident) : run.plan.target, MetaRole);
        item->setAccessibleText(run.plan.title + QStringLiteral(", ") + text::of(run.state));
        m_model->appendRow(item);
    }
}

void RunQueue::show(const std::vector<Run> &runs, bool openOnly, TimeMs now, bool utc)
{
    const QString before = current();
    m_filling = true;
    m_model->clear();
    addSection(tr("Needs your decision"), runs, now, utc, needsDecision);
    addSection(tr("Under way"), runs, now, utc, isUnderWay);
    addSection(tr("Proposed"), runs, now, utc, isProposed);
    if (!openOnly)
        addSection(tr("Closed"), runs, now, utc, [](RunState state) { return isOver(state); });
    select(before);
    m_filling = false;
    if (current() != before)
        Q_EMIT chosen(current());
}

QString RunQueue::current() const
{
    return currentIndex().data(PlanRole).toString();
}

void RunQueue::select(const QString &plan)
{
    int firstRow = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QVariant id = m_model->index(row, 0).data(PlanRole);
        if (!id.isValid())
            continue;
        if (firstRow < 0)
            firstRow = row;
        if (id.toString() == plan) {
            setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
    if (firstRow >= 0 && current().isEmpty())
        setCurrentIndex(m_model->index(firstRow, 0));
}

int RunQueue::shown() const
{
    int count = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        count += m_model->index(row, 0).data(PlanRole).isValid();
    return count;
}

} // namespace lepto
