#include "ui/widgets/nav_rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace lepto {

namespace {

enum NavRole { IconRole = Qt::UserRole + 1, BadgeRole, EmptyRole, IdRole };
constexpr int railWidth = 68, itemHeight = 58, leastHeight = 46;

class NavDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// A low window shows all of them, each a little lower.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int room = option.widget ? option.widget->height() : itemHeight, count = std::max(1, index.model()->rowCount());
        return { railWidth - 1, std::clamp(room / count, leastHeight, itemHeight) };
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const QRect r = option.rect;
        const bool on = option.state & QStyle::State_Selected, empty = index.data(EmptyRole).toBool() && !on;
        p->save();
        if (on || (option.state & QStyle::State_MouseOver))
            p->fillRect(r, theme.color(on ? "bg.hover" : "bg.raised"));
        if (on)
            p->fillRect(QRect(r.left(), r.top(), 3, r.height()), theme.color("accent.line"));
        const char *ink = empty ? "text.disabled" : on ? "text.primary" : "text.secondary";
        const QPixmap icon = iconPixmap(index.data(IconRole).toString(), on ? "accent.text" : ink, 18, p->device()->devicePixelRatioF());
        p->drawPixmap(QPoint(r.center().x() - 8, r.top() + r.height() / 2 - 17), icon);
        paintWords(p, r, index, ink, empty);
        if (const int count = index.data(BadgeRole).toInt(); count > 0)
            paintBadge(p, r, count);
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            p->setPen(QPen(theme.color("accent.line"), 2));
            p->drawRect(r.adjusted(1, 1, -1, -1));
        }
        p->restore();
    }

private:
    static void paintWords(QPainter *p, const QRect &r, const QModelIndex &index, const char *ink, bool empty)
    {
        const Theme &theme = Theme::of();
        QFont name = theme.font(Theme::Type::Caption);
        name.setWeight(QFont::Medium);
        p->setFont(name);
        p->setPen(theme.color(ink));
        const QRect words(r.left() + 2, r.top() + r.height() / 2 + 5, r.width() - 4, 16);
        p->drawText(words, Qt::AlignCenter, QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        p->setFont(theme.font(Theme::Type::Micro));
        p->setPen(theme.color(empty ? "text.disabled" : "text.muted"));
        p->drawText(QRect(r.left() + 7, r.top() + 5, 10, 12), Qt::AlignCenter, QString::number(index.data(IdRole).toInt() + 1));
    }

    static void paintBadge(QPainter *p, const QRect &r, int count)
    {
        const Theme &theme = Theme::of();
        QFont font = theme.font(Theme::Type::Micro);
        font.setWeight(QFont::DemiBold);
        const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
        const int width = std::max(16, QFontMetrics(font).horizontalAdvance(text) + 8);
        const QRect plate(r.right() - width - 5, r.top() + 6, width, 15);
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(theme.color("text.primary"));
        p->drawRoundedRect(plate, 4, 4);
        p->setFont(font);
        p->setPen(theme.color("bg.pane"));
        p->drawText(plate, Qt::AlignCenter, text);
    }
};

} // namespace

NavRail::NavRail(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("navRail"));
    setModel(m_model);
    setItemDelegate(new NavDelegate(this));
    setFixedWidth(railWidth);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !signalsBlocked())
            Q_EMIT chosen(now.data(IdRole).toInt());
    });
}

void NavRail::setItems(const std::vector<Item> &items)
{
    if (m_model->rowCount() != int(items.size())) {
        m_model->clear();
        for (std::size_t i = 0; i < items.size(); ++i)
            m_model->appendRow(new QStandardItem);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        QStandardItem *item = m_model->item(int(i));
        item->setText(items[i].name);
        item->setData(items[i].icon, IconRole);
        item->setData(items[i].id, IdRole);
    }
}

QModelIndex NavRail::indexOf(int id) const
{
    const QModelIndexList found = m_model->match(m_model->index(0, 0), IdRole, id, 1, Qt::MatchExactly);
    return found.value(0);
}

int NavRail::current() const
{
    return currentIndex().isValid() ? currentIndex().data(IdRole).toInt() : -1;
}

void NavRail::setCurrent(int id)
{
    const bool before = blockSignals(true);
    setCurrentIndex(indexOf(id));
    blockSignals(before);
}

void NavRail::setBadge(int id, int count)
{
    if (QStandardItem *item = m_model->itemFromIndex(indexOf(id))) {
        item->setData(count, BadgeRole);
        item->setAccessibleDescription(count > 0 ? tr("%n need you", nullptr, count) : QString());
    }
}

int NavRail::badge(int id) const
{
    return indexOf(id).data(BadgeRole).toInt();
}

void NavRail::setEmpty(int id, bool empty)
{
    if (QStandardItem *item = m_model->itemFromIndex(indexOf(id)))
        item->setData(empty, EmptyRole);
}

} // namespace lepto
