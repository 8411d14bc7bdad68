#include "ui/widgets/saved_views.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QUuid>

#include <algorithm>

namespace lepto {

namespace {

constexpr int nameLimit = 120, mostNumbered = 9, listHeight = 150;
enum Roles { IdRole = Qt::UserRole, RightRole };
const QString viewPrefix = QStringLiteral("view:");

class ViewDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(chosen ? "bg.selected" : "bg.hover"));
        const QString right = index.data(RightRole).toString();
        painter->setFont(theme.font(Theme::Type::Caption));
        const int rightWidth = painter->fontMetrics().horizontalAdvance(right) + 8;
        painter->setPen(theme.color("text.muted"));
        painter->drawText(option.rect.adjusted(0, 0, -14, 0), Qt::AlignRight | Qt::AlignVCenter, right);
        painter->setFont(theme.font(Theme::Type::Control));
        painter->setPen(theme.color("text.primary"));
        const QRect area = option.rect.adjusted(14, 0, -14 - rightWidth, 0);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, Theme::of().rowHeight() - 2 };
    }
};

} // namespace

SavedViews::SavedViews(LayoutDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_head(new PaneHead)
    , m_list(new QListWidget)
    , m_name(new QLineEdit)
    , m_noteRow(new QWidget)
    , m_note(wrappedLabel(Theme::Type::Caption, "muted"))
    , m_add(makeIconButton(QStringLiteral("plus")))
    , m_import(makeIconButton(QStringLiteral("download")))
    , m_undo(makeButton(ButtonKind::Link))
{
    setObjectName(QStringLiteral("savedViews"));
    m_list->setObjectName(QStringLiteral("savedList"));
    m_list->setItemDelegate(new ViewDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setMaxLength(nameLimit);
    m_name->hide();
    m_name->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("saveView"));
    m_import->setObjectName(QStringLiteral("importDashboard"));
    m_undo->setObjectName(QStringLiteral("undoRemove"));
    m_head->addRight(m_import);
    m_head->addRight(m_add);
    auto *field = new QWidget;
    auto *fieldRow = flatRow(field);
    fieldRow->setContentsMargins(14, 0, 14, 4);
    fieldRow->addWidget(m_name);
    auto *noteRow = flatRow(m_noteRow);
    noteRow->setContentsMargins(14, 2, 8, 6);
    noteRow->addWidget(m_note, 1);
    noteRow->addWidget(m_undo);
    m_noteRow->hide();
    auto *column = flatColumn(this);
    column->addWidget(horizontalLine());
    for (QWidget *part : std::initializer_list<QWidget *> { m_head, field, m_list, m_noteRow })
        column->addWidget(part);
    connect(m_add, &QPushButton::clicked, this, &SavedViews::proposalAsked);
    connect(m_import, &QPushButton::clicked, this, [this] {
        const QString file
            = QFileDialog::getOpenFileName(window(), tr("Import a Grafana dashboard"), {}, tr("Dashboards (*.json)"));
        if (!file.isEmpty())
            importFile(file);
    });
    connect(m_undo, &QPushButton::clicked, this, &SavedViews::undo);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &SavedViews::open);
    connect(&desk, &LayoutDesk::layoutsChanged, this, &SavedViews::fill);
    say();
    fill();
}

bool SavedViews::isView(const QString &origin)
{
    return origin.startsWith(viewPrefix);
}

void SavedViews::say()
{
    m_head->setTitle(tr("Saved views"));
    m_list->setAccessibleName(tr("Saved views and dashboards"));
    m_name->setPlaceholderText(tr("Name, then Enter"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Bring back what was removed"));
    setIconWords(m_add, tr("Save these queries as a view"));
    setIconWords(m_import, tr("Import a Grafana dashboard"));
}

void SavedViews::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say(), fill();
    QWidget::changeEvent(event);
}

void SavedViews::fill()
{
    const qint64 current = currentId();
    m_list->clear();
    int number = 0;
    const auto add = [&](const LayoutStore::Entry &entry, const QString &right) {
        auto *item = new QListWidgetItem(oneLine(entry.title, nameLimit), m_list);
        item->setData(IdRole, entry.id);
        item->setData(RightRole, right);
        item->setToolTip(oneLine(entry.title, nameLimit).toHtmlEscaped());
        item->setData(Qt::AccessibleTextRole, QString(item->text() + QStringLiteral(", ") + right));
        if (entry.id == current)
            m_list->setCurrentItem(item);
    };
    for (const LayoutStore::Entry &entry : m_desk.layouts()) {
        if (isView(entry.origin))
            add(entry, ++number <= mostNumbered ? QStringLiteral("Ctrl+%1").arg(number) : tr("%n charts", nullptr, entry.panels));
    }
    for (const LayoutStore::Entry &entry : m_desk.layouts()) {
        if (!isView(entry.origin))
            add(entry, tr("%n panels", nullptr, entry.panels));
    }
    m_list->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(std::min(listHeight, m_list->count() * (Theme::of().rowHeight() - 2) + 2));
    if (m_list->count() == 0 && m_noteRow->isHidden())
        tell(tr("None yet. The plus keeps these queries with their range."));
}

qint64 SavedViews::currentId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(IdRole).toLongLong() : 0;
}

QString SavedViews::note() const
{
    return m_noteRow->isHidden() ? QString() : m_note->text();
}

void SavedViews::tell(const QString &words, bool canUndo)
{
    m_note->setText(words);
    m_undo->setVisible(canUndo);
    m_noteRow->setVisible(!words.isEmpty());
}

void SavedViews::askName(const QString &proposal)
{
    m_renaming = 0;
    m_name->setText(oneLine(proposal, nameLimit));
    m_name->show();
    m_name->selectAll();
    m_name->setFocus();
}

void SavedViews::takeName()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tell(tr("A view needs a name."));
    m_name->hide();
    m_list->setFocus();
    if (m_renaming == 0)
        return Q_EMIT saveAsked(name);
    m_desk.find(m_renaming, this, [this, name](Result<ExploreLayout> layout) {
        if (!layout)
            return tell(text::of(layout.error()));
        layout->title = name;
        m_desk.save(*layout, this, [this](Result<ExploreLayout> saved) { tell(saved ? QString() : text::of(saved.error())); });
    });
}

void SavedViews::save(ExploreLayout layout)
{
    layout.origin = viewPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_desk.save(layout, this, [this](Result<ExploreLayout> saved) {
        tell(saved ? tr("Saved: %1").arg(oneLine(saved->title, nameLimit)) : text::of(saved.error()));
    });
}

void SavedViews::importFile(const QString &file)
{
    tell(tr("Reading the dashboard"));
    m_desk.importDashboard(file, this, [this](Result<ExploreLayout> layout) {
        if (!layout)
            return tell(text::of(layout.error()));
        tell(tr("Imported: %1").arg(oneLine(layout->title, nameLimit)));
        Q_EMIT opened(*layout);
    });
}

void SavedViews::openNumber(int number)
{
    int at = 0;
    for (const LayoutStore::Entry &entry : m_desk.layouts()) {
        if (isView(entry.origin) && ++at == number) {
            m_desk.find(entry.id, this,
                [this](Result<ExploreLayout> layout) { layout ? Q_EMIT opened(*layout) : tell(text::of(layout.error())); });
            return;
        }
    }
}

void SavedViews::open()
{
    if (const qint64 id = currentId(); id != 0)
        m_desk.find(
            id, this, [this](Result<ExploreLayout> layout) { layout ? Q_EMIT opened(*layout) : tell(text::of(layout.error())); });
}

void SavedViews::rename()
{
    const qint64 id = currentId();
    if (id == 0)
        return;
    askName(m_list->currentItem()->text());
    m_renaming = id;
}

void SavedViews::remove()
{
    const qint64 id = currentId();
    if (id == 0)
        return;
    m_desk.remove(id, this, [this](Result<ExploreLayout> removed) {
        if (!removed)
            return tell(text::of(removed.error()));
        m_removed = *removed;
        tell(tr("Removed: %1").arg(oneLine(removed->title, nameLimit)), true);
    });
}

void SavedViews::undo()
{
    if (!m_removed)
        return;
    m_desk.save(*m_removed, this, [this](Result<ExploreLayout> saved) { tell(saved ? QString() : text::of(saved.error())); });
    m_removed.reset();
    tell({});
}

bool SavedViews::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_name && (enter || key->key() == Qt::Key_Escape)) {
        enter ? takeName() : m_name->hide();
        return true;
    }
    if (watched != m_list)
        return QWidget::eventFilter(watched, event);
    if (enter)
        open();
    else if (key->key() == Qt::Key_F2)
        rename();
    else if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->matches(QKeySequence::Undo))
        undo();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace lepto
