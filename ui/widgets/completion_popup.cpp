#include "ui/widgets/completion_popup.h"

#include "core/base/text.h"
#include "core/promql/function_help.h"
#include "ui/models/series_words.h"
#include "ui/widgets/pane.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

using Kind = promql::Completion::Kind;

constexpr int listWidth = 330, helpWidth = 240, mostRows = 9, edge = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lepto::CompletionPopup)
public:
    static QString of(Kind kind)
    {
        switch (kind) {
        case Kind::Keyword:
            return tr("keyword");
        case Kind::Aggregation:
            return tr("aggregation");
        case Kind::Function:
            return tr("function");
        case Kind::Metric:
            return tr("metric");
        case Kind::Label:
            return tr("label");
        case Kind::Value:
            return tr("value");
        case Kind::Range:
            return tr("duration");
        }
        return {};
    }
};

const char *toneOf(Kind kind)
{
    switch (kind) {
    case Kind::Function:
    case Kind::Aggregation:
        return "syn.function";
    case Kind::Keyword:
        return "syn.keyword";
    case Kind::Label:
        return "syn.label";
    case Kind::Value:
        return "syn.string";
    case Kind::Range:
        return "syn.number";
    default:
        return "text.primary";
    }
}

class CompletionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { listWidth, Theme::of().rowHeight() - 2 };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const auto kind = Kind(index.data(Qt::UserRole).toInt());
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(chosen ? "bg.selected" : "bg.hover"));
        const QFont caption = theme.font(Theme::Type::Caption);
        const QString right = Words::of(kind);
        const int rightWidth = QFontMetrics(caption).horizontalAdvance(right) + 16;
        painter->setFont(caption);
        painter->setPen(theme.color("text.muted"));
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, right);
        painter->setFont(theme.font(Theme::Type::Code));
        painter->setPen(theme.color(toneOf(kind)));
        const QRect area = option.rect.adjusted(10, 0, -rightWidth, 0);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    }
};

/// What a metric's name says of it.
QString metricWords(const promql::Completion &metric)
{
    const QString name = qstr(metric.name), unit = seriesUnit(Labels({ { "__name__", metric.name } }));
    const QString kind
        = isCounter(name) ? CompletionPopup::tr("counts up: use rate() or increase()") : CompletionPopup::tr("gauge");
    return unit.isEmpty() ? kind : kind + QStringLiteral(", ") + unit;
}

} // namespace

CompletionPopup::CompletionPopup(QWidget *window)
    : QFrame(window)
    , m_list(new QListWidget)
    , m_name(wrappedLabel(Theme::Type::Code, "primary"))
    , m_kind(plainLabel(Theme::Type::Caption, "muted"))
    , m_signature(wrappedLabel(Theme::Type::Number, "secondary"))
    , m_help(wrappedLabel(Theme::Type::Caption, "secondary"))
    , m_keys(wrappedLabel(Theme::Type::Caption, "muted"))
{
    setObjectName(QStringLiteral("completionPopup"));
    setProperty("popup", true);
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new CompletionDelegate(m_list));
    auto *help = new QWidget;
    help->setFixedWidth(helpWidth);
    auto *column = new QVBoxLayout(help);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(4);
    for (QLabel *label : { m_name, m_kind, m_signature, m_help })
        column->addWidget(label);
    column->addStretch(1);
    column->addWidget(m_keys);
    auto *row = flatRow(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->addWidget(m_list, 1);
    row->addWidget(verticalLine());
    row->addWidget(help);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompletionPopup::explain);
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::taken);
    hide();
}

void CompletionPopup::offer(std::vector<promql::Completion> items, const QRect &cursor)
{
    m_items = std::move(items);
    if (m_items.empty())
        return hide();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const promql::Completion &item : m_items) {
            auto *row = new QListWidgetItem(oneLine(qstr(item.name), 200), m_list);
            row->setData(Qt::UserRole, int(item.kind));
        }
        m_list->setCurrentRow(0);
    }
    m_list->setAccessibleName(tr("Completions"));
    m_keys->setText(tr("Tab or Enter takes it, Esc closes, Ctrl+I explains the query"));
    explain();
    const int rows = std::clamp(int(m_items.size()), 5, mostRows);
    resize(listWidth + helpWidth + 3, rows * (Theme::of().rowHeight() - 2) + 4);
    const QWidget *window = parentWidget();
    const int x = std::clamp(cursor.left() - 20, edge, std::max(edge, window->width() - width() - edge));
    const bool below = cursor.bottom() + 8 + height() <= window->height();
    move(x, below ? cursor.bottom() + 8 : std::max(edge, cursor.top() - height() - 8));
    show();
    raise();
}

const promql::Completion *CompletionPopup::current() const
{
    const int row = m_list->currentRow();
    return !isHidden() && row >= 0 && row < count() ? &m_items[std::size_t(row)] : nullptr;
}

void CompletionPopup::step(int rows)
{
    if (count() > 0)
        m_list->setCurrentRow((m_list->currentRow() + rows % count() + count()) % count());
}

void CompletionPopup::explain()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= count())
        return;
    const promql::Completion &item = m_items[std::size_t(row)];
    m_name->setText(oneLine(qstr(item.name), 120));
    m_kind->setText(Words::of(item.kind));
    m_signature->setText(qstr(item.signature));
    m_signature->setVisible(!item.signature.empty());
    m_help->setText(item.kind == Kind::Metric ? metricWords(item) : promql::helpOf(item.name));
    setAccessibleName(tr("Completion %1 of %2: %3, %4").arg(row + 1).arg(count()).arg(m_name->text(), m_kind->text()));
}

} // namespace lepto
