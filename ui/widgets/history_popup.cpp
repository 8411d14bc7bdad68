#include "ui/widgets/history_popup.h"

#include "core/base/text.h"
#include "ui/widgets/pane.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int popupWidth = 620, popupHeight = 320, textLimit = 400;

} // namespace

HistoryPopup::HistoryPopup(QWidget *window)
    : Popup(window)
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("historyPopup"));
    m_filter->setObjectName(QStringLiteral("historyFilter"));
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    Theme::of().dress(m_list, Theme::Type::Code);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    setFixedSize(popupWidth, popupHeight);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryPopup::fill);
    connect(m_list, &QListWidget::itemClicked, this, &HistoryPopup::choose);
}

void HistoryPopup::open(const QStringList &newestFirst, QWidget *anchor)
{
    m_queries = newestFirst;
    m_filter->setPlaceholderText(tr("Filter earlier queries"));
    m_filter->setAccessibleName(tr("Filter earlier queries"));
    m_list->setAccessibleName(tr("Earlier queries, newest first"));
    m_filter->clear();
    fill();
    openBelow(anchor, m_filter);
}

void HistoryPopup::fill()
{
    m_list->clear();
    for (const QString &query : m_queries) {
        if (!query.contains(m_filter->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(oneLine(query.simplified(), textLimit), m_list);
        item->setData(Qt::UserRole, query);
        item->setToolTip(oneLine(query, 2 * textLimit).toHtmlEscaped());
    }
    if (m_list->count() == 0) {
        auto *none = new QListWidgetItem(m_queries.isEmpty() ? tr("No query was run yet") : tr("No earlier query fits"), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void HistoryPopup::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString query = item ? item->data(Qt::UserRole).toString() : QString();
    close();
    if (!query.isEmpty())
        Q_EMIT chosen(query);
}

bool HistoryPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return Popup::eventFilter(watched, event);
}

} // namespace lepto
