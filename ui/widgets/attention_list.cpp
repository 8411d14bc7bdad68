#include "ui/widgets/attention_list.h"

#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace lepto {

namespace {

constexpr int padding = 14, stillMs = 2000, keyRowHeight = 34;

void paintKey(QPainter &painter, const AttentionList::Key &key)
{
    const Theme &theme = Theme::of();
    painter.setPen(theme.color("line.default"));
    painter.setBrush(theme.color("bg.raised"));
    painter.drawRoundedRect(QRectF(key.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect cap(key.rect.left() + 4, key.rect.top() + 4, 17, 16);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme.font(Theme::Type::Micro));
    painter.setPen(theme.color("text.secondary"));
    painter.drawText(cap, Qt::AlignCenter, key.cap);
    painter.setFont(theme.font(Theme::Type::Caption));
    painter.setPen(theme.color("text.primary"));
    painter.drawText(key.rect.adjusted(26, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, key.word);
}

class AttentionDelegate : public QStyledItemDelegate {
public:
    explicit AttentionDelegate(AttentionList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const AttentionItem *item = m_list->attention().item(index.row());
        const bool keys = item && item->incident != 0 && index == m_list->currentIndex();
        return { 200, Theme::of().twoLineHeight() + (keys ? keyRowHeight : 0) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const AttentionItem *item = m_list->attention().item(index.row());
        if (!item)
            return;
        const Theme &theme = Theme::of();
        const bool current = index == m_list->currentIndex();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect,
            theme.color(current                              ? "bg.selected"
                    : option.state & QStyle::State_MouseOver ? "bg.hover"
                                                             : "bg.pane"));
        if (current)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.color("accent.line"));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color("line.subtle"));
        paintMark(painter, item->mark, QRectF(option.rect.left() + padding, option.rect.top() + 9, 12, 12));
        paintLines(painter, option.rect.adjusted(padding + 21, 0, -padding, 0), *item);
        for (const AttentionList::Key &key : m_list->keysOf(index, option.rect))
            paintKey(*painter, key);
        painter->restore();
    }

private:
    static int right(QPainter *painter, const QRect &area, int base, const QFont &font, const char *token, const QString &text)
    {
        painter->setFont(font);
        painter->setPen(Theme::of().color(token));
        const int left = area.right() - QFontMetrics(font).horizontalAdvance(text);
        painter->drawText(left, base, text);
        return left - 10;
    }

    static void left(QPainter *painter, int x, int base, int limit, const QFont &font, const char *token, const QString &text)
    {
        painter->setFont(font);
        painter->setPen(Theme::of().color(token));
        painter->drawText(x, base, QFontMetrics(font).elidedText(text, Qt::ElideRight, limit - x));
    }

    static void paintLines(QPainter *painter, const QRect &area, const AttentionItem &item)
    {
        const Theme &theme = Theme::of();
        QFont bold = theme.font(Theme::Type::Body);
        bold.setWeight(QFont::DemiBold);
        int base = area.top() + 20;
        int limit = right(painter, area, base, theme.font(Theme::Type::Number), "text.primary", item.value);
        left(painter, area.left(), base, limit, bold, "text.primary", item.service);
        const int after = area.left() + QFontMetrics(bold).horizontalAdvance(item.service) + 8;
        if (after < limit - 20)
            left(painter, after, base, limit, theme.font(Theme::Type::Body), "text.secondary", item.what);
        base = area.top() + 38;
        limit = right(painter, area, base, theme.font(Theme::Type::Micro), "text.muted", item.note);
        left(painter, area.left(), base, limit, theme.font(Theme::Type::Caption), "text.muted", item.detail);
    }

    AttentionList *m_list;
};

} // namespace

Verdict verdictOfKey(int key)
{
    switch (key) {
    case Qt::Key_T:
        return Verdict::True;
    case Qt::Key_F:
        return Verdict::False;
    case Qt::Key_E:
        return Verdict::Expected;
    case Qt::Key_W:
        return Verdict::WrongScope;
    case Qt::Key_M:
        return Verdict::Missed;
    default:
        return Verdict::None;
    }
}

AttentionList::AttentionList(QWidget *parent)
    : QListView(parent)
    , m_model(new AttentionModel(this))
    , m_still(new QTimer(this))
{
    setObjectName(QStringLiteral("attentionList"));
    setModel(m_model);
    setItemDelegate(new AttentionDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    m_still->setSingleShot(true);
    m_still->setInterval(stillMs);
    connect(m_still, &QTimer::timeout, this, [this] { m_model->setHeld(false); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_model->rowOf(m_selected);
        setCurrentIndex(m_model->index(row < 0 ? 0 : row));
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        // Row heights change with the selection: only the selected row shows the keys.
        scheduleDelayedItemsLayout();
        if (const AttentionItem *item = m_model->item(current.row()); item && std::exchange(m_selected, item->key) != item->key)
            Q_EMIT serviceChosen(item->service);
    });
    connect(&Theme::of(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void AttentionList::setItems(std::vector<AttentionItem> items)
{
    m_model->setItems(std::move(items));
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
    setAccessibleName(tr("Needs attention, %n items, sorted by severity", nullptr, m_model->rowCount()));
}

const AttentionItem *AttentionList::currentItem() const
{
    return m_model->item(currentIndex().row());
}

std::vector<AttentionList::Key> AttentionList::keysOf(const QModelIndex &index, const QRect &row) const
{
    const AttentionItem *item = m_model->item(index.row());
    if (!item || item->incident == 0 || index != currentIndex())
        return {};
    std::vector<Key> keys { { {}, Qt::Key_T, QStringLiteral("T"), tr("True") },
        { {}, Qt::Key_F, QStringLiteral("F"), tr("False") }, { {}, Qt::Key_E, QStringLiteral("E"), tr("Expected") },
        { {}, Qt::Key_W, QStringLiteral("W"), tr("Scope") }, { {}, Qt::Key_A, QStringLiteral("A"), tr("Ack") },
        { {}, Qt::Key_M, QStringLiteral("M"), tr("Missed") } };
    if (item->acknowledged)
        keys.erase(keys.end() - 2);
    keys.push_back({ {}, Qt::Key_O, QStringLiteral("O"), tr("Open") });
    const QFontMetrics metrics(Theme::of().font(Theme::Type::Caption));
    int x = row.left() + padding;
    const int y = row.top() + Theme::of().twoLineHeight() + 2;
    std::vector<Key> fitting;
    for (Key &key : keys) {
        const int width = metrics.horizontalAdvance(key.word) + 33;
        const bool last = key.key == Qt::Key_O;
        const int openWidth = metrics.horizontalAdvance(tr("Open")) + 34;
        if (!last && x + width + 6 > row.right() - padding - openWidth)
            continue;
        key.rect = QRect(last ? row.right() - padding - width : x, y, width, 24);
        x += width + 6;
        fitting.push_back(key);
    }
    return fitting;
}

bool AttentionList::press(Qt::Key key)
{
    const AttentionItem *item = currentItem();
    if (!item)
        return false;
    if (key == Qt::Key_O || key == Qt::Key_Return || key == Qt::Key_Enter)
        return Q_EMIT opened(AttentionItem(*item)), true;
    if (item->incident == 0)
        return false;
    if (key == Qt::Key_A)
        return Q_EMIT acknowledged(item->incident), true;
    if (const Verdict verdict = verdictOfKey(key); verdict != Verdict::None)
        return Q_EMIT verdictGiven(item->incident, verdict), true;
    return false;
}

void AttentionList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && press(Qt::Key(event->key())))
        return;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (row >= 0 && row < m_model->rowCount())
            setCurrentIndex(m_model->index(row));
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isPrint())
        return event->ignore(); // no type-ahead: letters are commands
    QListView::keyPressEvent(event);
}

void AttentionList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    for (const Key &key : keysOf(index, visualRect(index))) {
        if (key.rect.contains(event->pos())) {
            press(key.key);
            return;
        }
    }
    QListView::mousePressEvent(event);
}

void AttentionList::mouseMoveEvent(QMouseEvent *event)
{
    m_model->setHeld(true);
    m_still->start();
    QListView::mouseMoveEvent(event);
}

void AttentionList::leaveEvent(QEvent *event)
{
    m_still->stop();
    m_model->setHeld(false);
    QListView::leaveEvent(event);
}

} // namespace lepto
