#include "ui/widgets/timeline_list.h"

#include "core/base/text.h"
#include "ui/looks.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace lepto {

namespace {

constexpr int timeRoom = 78, markRoom = 24, padding = 14, lineHeight = 16, gapBelow = 10, mostLines = 6;

using Kind = TimelineEntry::Kind;

MarkCode markOf(Kind kind)
{
    switch (kind) {
    case Kind::Anomaly:
        return MarkCode::Anomaly;
    case Kind::Health:
        return MarkCode::Critical;
    case Kind::Verified:
        return MarkCode::Ok;
    case Kind::Label:
        return MarkCode::Label;
    default:
        return MarkCode::None;
    }
}

/// What stands in the second line: the words of the entry and who or what wrote them.
QString detailOf(const TimelineEntry &entry)
{
    QStringList parts;
    for (const QString &line : entry.text.left(1000).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        parts.append(oneLine(line, 300));
    QString detail = parts.join(QLatin1Char('\n'));
    const QString actor = oneLine(entry.actor, 60);
    if (!actor.isEmpty())
        detail += detail.isEmpty() ? actor : QStringLiteral(" · ") + actor;
    return detail;
}

class TimelineDelegate : public QStyledItemDelegate {
public:
    explicit TimelineDelegate(TimelineList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const TimelineEntry *entry = m_list->timeline()->entry(index.row());
        const QFontMetrics metrics(Theme::of().font(Theme::Type::Caption));
        const int width = std::max(60, m_list->viewport()->width() - padding - timeRoom - markRoom - padding);
        const int height
            = entry ? metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, detailOf(*entry)).height() : 0;
        return { 200, 8 + lineHeight + std::min(height, mostLines * metrics.lineSpacing()) + gapBelow };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const TimelineEntry *entry = m_list->timeline()->entry(index.row());
        if (!entry)
            return;
        const Theme &theme = Theme::of();
        const bool current = index == m_list->currentIndex();
        painter->save();
        if (current || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(current ? "bg.selected" : "bg.hover"));
        if (current)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.color("accent.line"));
        paintRail(painter, option.rect, *entry, index.row() + 1 == m_list->timeline()->rowCount());
        paintWords(painter, option.rect, *entry);
        painter->restore();
    }

private:
    static void paintRail(QPainter *painter, const QRect &row, const TimelineEntry &entry, bool last)
    {
        const Theme &theme = Theme::of();
        const int x = row.left() + padding + timeRoom + 6;
        const double ratio = painter->device()->devicePixelRatioF();
        if (!last)
            painter->fillRect(QRect(x, row.top() + 26, 1, row.height() - 24), theme.color("line.default"));
        if (const MarkCode mark = markOf(entry.kind); mark != MarkCode::None) {
            painter->setRenderHint(QPainter::Antialiasing);
            paintMark(painter, mark, QRectF(x - 6, row.top() + 9, 12, 12));
        } else {
            painter->drawPixmap(x - 7, row.top() + 8, iconPixmap(iconOf(entry.kind), "text.secondary", 14, ratio));
        }
    }

    void paintWords(QPainter *painter, const QRect &row, const TimelineEntry &entry) const
    {
        const Theme &theme = Theme::of();
        painter->setFont(theme.font(Theme::Type::Number));
        painter->setPen(theme.color("text.muted"));
        painter->drawText(row.left() + padding, row.top() + 19, text::time(entry.at, m_list->timeline()->utc()));
        const QRect area(row.left() + padding + timeRoom + markRoom, row.top() + 8,
            row.width() - padding - timeRoom - markRoom - padding, row.height() - 8);
        painter->setFont(theme.font(Theme::Type::Control));
        painter->setPen(theme.color("text.primary"));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, text::of(entry.kind));
        painter->setFont(theme.font(Theme::Type::Caption));
        painter->setPen(theme.color("text.muted"));
        // Whole lines only: what does not fit ends between two lines, and the tool tip has it all.
        const QRect words = area.adjusted(0, lineHeight + 1, 0, 0);
        painter->setClipRect(QRect(words.topLeft(), QSize(words.width(), mostLines * painter->fontMetrics().lineSpacing())));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, detailOf(entry));
    }

    TimelineList *m_list;
};

} // namespace

TimelineList::TimelineList(QWidget *parent)
    : QListView(parent)
    , m_model(new TimelineModel(this))
{
    setObjectName(QStringLiteral("incidentTimeline"));
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        viewport()->update();
        if (const TimelineEntry *entry = m_model->entry(current.row()); entry && !m_following)
            Q_EMIT chosen(entry->at);
    });
}

void TimelineList::follow(TimeMs t)
{
    const int row = m_model->rowAt(t);
    if (row < 0 || row == currentIndex().row())
        return;
    m_following = true;
    setCurrentIndex(m_model->index(row));
    m_following = false;
}

void TimelineList::step(int by, bool anomaliesOnly)
{
    const int from = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : m_model->rowCount());
    const int row
        = anomaliesOnly ? m_model->nextAnomaly(from, by) : std::clamp(from + by, 0, std::max(0, m_model->rowCount() - 1));
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row));
}

void TimelineList::keyPressEvent(QKeyEvent *event)
{
    if (!event->text().isEmpty() && event->text().front().isPrint())
        return event->ignore(); // letters are commands of the page, not type-ahead
    QListView::keyPressEvent(event);
}

void TimelineList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines wrap at another place
}

} // namespace lepto
