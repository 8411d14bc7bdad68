#include "ui/widgets/command_palette.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

enum PaletteRole { IndexRole = Qt::UserRole + 1, DetailRole, IconRole, LockRole, LockWordRole };
constexpr int paletteWidth = 520, rowHeight = 32, headHeight = 26, mostRows = 60, listHeight = 330;

class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return { paletteWidth - 4, index.data(IndexRole).isValid() ? rowHeight : headHeight };
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const QRect r = option.rect;
        p->save();
        if (!index.data(IndexRole).isValid()) {
            p->setFont(theme.font(Theme::Type::Caption));
            p->setPen(theme.color("text.muted"));
            p->drawText(r.adjusted(14, 4, -14, 0), Qt::AlignVCenter, index.data().toString());
            p->restore();
            return;
        }
        if (option.state & QStyle::State_Selected) {
            p->fillRect(r, theme.color("bg.selected"));
            p->fillRect(QRect(r.left(), r.top(), 3, r.height()), theme.color("accent.line"));
        }
        p->drawPixmap(r.left() + 14, r.center().y() - 7, iconPixmap(index.data(IconRole).toString(), "text.secondary", 14, p->device()->devicePixelRatioF()));
        paintWords(p, r.adjusted(38, 0, -14, 0), index);
        p->restore();
    }

private:
    static void paintWords(QPainter *p, QRect r, const QModelIndex &index)
    {
        const Theme &theme = Theme::of();
        if (index.data(LockRole).toBool()) {
            const QString word = index.data(LockWordRole).toString();
            p->setFont(theme.font(Theme::Type::Caption));
            p->setPen(theme.color("text.muted"));
            p->drawText(r, Qt::AlignVCenter | Qt::AlignRight, word);
            r.setRight(r.right() - p->fontMetrics().horizontalAdvance(word) - 20);
            p->drawPixmap(r.right() + 2, r.center().y() - 6, iconPixmap(QStringLiteral("lock"), "text.muted", 12, p->device()->devicePixelRatioF()));
        }
        p->setFont(theme.font(Theme::Type::Control));
        p->setPen(theme.color("text.primary"));
        const QString title = p->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, r.width());
        p->drawText(r, Qt::AlignVCenter | Qt::TextSingleLine, title);
        r.setLeft(r.left() + p->fontMetrics().horizontalAdvance(title) + 10);
        p->setFont(theme.font(Theme::Type::Caption));
        p->setPen(theme.color("text.muted"));
        if (r.width() > 30)
            p->drawText(r, Qt::AlignVCenter | Qt::TextSingleLine, p->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, r.width()));
    }
};

} // namespace

int fuzzyScore(const QString &typed, const QString &title)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int score = 0;
    for (const QString &word : words) {
        const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        const bool begins = at == 0 || !title[at - 1].isLetterOrNumber();
        score += at == 0 ? 4 : begins ? 3 : 1;
    }
    return score;
}

CommandPalette::CommandPalette(QWidget *window)
    : Popup(window)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_count(plainLabel(Theme::Type::Caption, "muted"))
    , m_open(plainLabel(Theme::Type::Caption, "muted"))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->installEventFilter(this);
    Theme::of().dress(m_field, Theme::Type::PaneTitle);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(listHeight);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 10, 10, 10);
    top->addWidget(m_field);
    column->addLayout(top);
    column->addWidget(horizontalLine());
    column->addWidget(m_list);
    column->addWidget(horizontalLine());
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 6);
    foot->setSpacing(8);
    foot->addWidget(keyCap(QStringLiteral("↵")));
    foot->addWidget(m_open);
    foot->addStretch();
    foot->addWidget(m_count);
    column->addLayout(foot);
    setFixedWidth(paletteWidth);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_found.clear();
        filter();
        Q_EMIT typed(m_field->text());
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(std::vector<Command> commands, bool writeArmed)
{
    m_commands = std::move(commands);
    m_found.clear();
    m_armed = writeArmed;
    m_field->clear();
    m_field->setPlaceholderText(tr("Search services, metrics, incidents, commands"));
    m_field->setAccessibleName(tr("Command palette"));
    m_open->setText(tr("open", "verb, Enter opens what is selected"));
    filter();
    adjustSize();
    openAtTop(64, m_field);
}

void CommandPalette::add(const QString &forText, std::vector<Command> commands)
{
    if (!isVisible() || forText != m_field->text())
        return;
    m_found = std::move(commands);
    filter();
}

int CommandPalette::shown() const
{
    int rows = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        rows += m_model->index(i, 0).data(IndexRole).isValid();
    return rows;
}

void CommandPalette::addRow(const Command &command, int index)
{
    auto *item = new QStandardItem(command.title);
    item->setData(index, IndexRole);
    item->setData(command.detail, DetailRole);
    item->setData(command.icon, IconRole);
    item->setData(command.needsWrite && !m_armed, LockRole);
    item->setData(tr("arm first"), LockWordRole);
    m_model->appendRow(item);
}

void CommandPalette::filter()
{
    struct Hit {
        int index, score;
    };
    std::vector<Command> all = m_commands;
    all.insert(all.end(), m_found.begin(), m_found.end());
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int score = fuzzyScore(m_field->text(), all[i].title + QLatin1Char(' ') + all[i].detail);
        if (score >= 0)
            hits.push_back({ int(i), score + (m_lastUsed.contains(all[i].title) ? 2 : 0) });
    }
    std::ranges::stable_sort(hits, std::ranges::greater {}, &Hit::score);
    QStringList sections;
    for (const Hit &hit : hits) {
        if (!sections.contains(all[std::size_t(hit.index)].section))
            sections << all[std::size_t(hit.index)].section;
    }
    m_model->clear();
    int rows = 0;
    for (const QString &section : std::as_const(sections)) {
        auto *head = new QStandardItem(section);
        head->setFlags(Qt::NoItemFlags);
        m_model->appendRow(head);
        for (const Hit &hit : hits) {
            if (all[std::size_t(hit.index)].section == section && rows++ < mostRows)
                addRow(all[std::size_t(hit.index)], hit.index);
        }
    }
    m_count->setText(rows == 0 ? tr("Nothing fits") : rows > mostRows ? tr("%1 of %2 shown").arg(mostRows).arg(rows) : tr("%n found", nullptr, rows));
    move(1);
}

void CommandPalette::move(int rows)
{
    int row = m_list->currentIndex().row();
    const int step = rows > 0 ? 1 : -1;
    for (int at = row + step; at >= 0 && at < m_model->rowCount(); at += step) {
        if (!m_model->index(at, 0).data(IndexRole).isValid())
            continue;
        row = at;
        if ((rows -= step) == 0)
            break;
    }
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex at = m_list->currentIndex();
    if (!at.data(IndexRole).isValid() || at.data(LockRole).toBool())
        return;
    const auto index = std::size_t(at.data(IndexRole).toInt());
    const Command command = index < m_commands.size() ? m_commands[index] : m_found[index - m_commands.size()];
    m_lastUsed.removeAll(command.title);
    m_lastUsed.prepend(command.title);
    close();
    if (command.run)
        command.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_PageDown: move(8); return true;
        case Qt::Key_PageUp: move(-8); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: runCurrent(); return true;
        case Qt::Key_Escape: close(); return true;
        default: break;
        }
    }
    return Popup::eventFilter(watched, event);
}

} // namespace lepto
