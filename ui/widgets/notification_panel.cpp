#include "ui/widgets/notification_panel.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notification_log.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int panelWidth = 620, panelHeight = 520, topOfPanel = 56, margin = 40, longest = 1000;

CellModel::Row rowOf(const Notification &message, TimeMs now)
{
    const char *tone = message.read ? "text.muted" : "text.primary";
    Cell what { oneLine(message.what, 300) };
    what.mark = markOf(message.severity);
    what.second = oneLine(message.why, 300);
    what.bold = !message.read;
    what.tone = tone;
    Cell severity { text::of(message.severity) };
    severity.second = message.read ? NotificationPanel::tr("read") : NotificationPanel::tr("unread");
    severity.tone = tone;
    Cell times { message.times > 1 ? QStringLiteral("×%1").arg(message.times) : QString() };
    times.mono = times.right = true;
    Cell at { text::when(message.at, now, false) };
    at.mono = at.right = true;
    at.tone = "text.muted";
    return { QString::number(message.id), { what, severity, times, at } };
}

} // namespace

NotificationPanel::NotificationPanel(NotificationLog &log, QWidget *window)
    : Popup(window)
    , m_log(log)
    , m_head(new PaneHead)
    , m_allRead(makeButton(ButtonKind::Normal))
    , m_close(makeIconButton(QStringLiteral("close")))
    , m_model(new CellModel(this))
    , m_table(new RowTable(m_model))
    , m_empty(new EmptyNote(QStringLiteral("bell")))
{
    setObjectName(QStringLiteral("notificationPanel"));
    m_table->setObjectName(QStringLiteral("notificationTable"));
    m_table->setTwoLines(true);
    m_table->horizontalHeader()->hide();
    m_allRead->setObjectName(QStringLiteral("notificationAllRead"));
    m_allRead->setProperty("size", QStringLiteral("small"));
    m_head->setFixedHeight(44);
    m_head->addRight(m_allRead);
    m_head->addRight(m_close);
    auto *column = flatColumn(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(buildFull());
    connect(m_allRead, &QPushButton::clicked, &log, &NotificationLog::markAllRead);
    connect(m_close, &QPushButton::clicked, this, &Popup::close);
    connect(m_table, &RowTable::keyChanged, this, &NotificationPanel::choose);
    connect(m_table, &RowTable::activatedKey, this, &NotificationPanel::follow);
    connect(&log, &NotificationLog::changed, this, [this] {
        if (isVisible())
            show();
    });
    say();
}

QWidget *NotificationPanel::buildFull()
{
    m_full = new QWidget;
    auto *column = new QVBoxLayout(m_full);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(6);
    m_what = wrappedLabel(Theme::Type::Strong, "primary");
    m_why = wrappedLabel(Theme::Type::Body, "secondary");
    m_why->setObjectName(QStringLiteral("notificationWhy"));
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_go = makeButton(ButtonKind::Primary, QStringLiteral("enter"));
    m_go->setObjectName(QStringLiteral("notificationGo"));
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addWidget(m_go, 0, Qt::AlignLeft);
    connect(m_go, &QPushButton::clicked, this, &NotificationPanel::follow);
    return m_full;
}

void NotificationPanel::say()
{
    m_head->setTitle(tr("Messages of this run"));
    m_allRead->setText(tr("All read"));
    setIconWords(m_close, tr("Close"), QStringLiteral("Esc"));
    m_table->setAccessibleName(tr("Messages, newest first"));
    m_model->setColumns({ { tr("Message"), -1 }, { tr("Severity"), 96 }, { tr("Times"), 52, true }, { tr("Time"), 116, true } });
    m_go->setText(tr("Show it"));
    setAccessibleName(tr("Messages of this run"));
    show();
}

void NotificationPanel::open()
{
    const QSize room = parentWidget()->size();
    setFixedSize(std::min(panelWidth, room.width() - margin), std::min(panelHeight, room.height() - topOfPanel - margin));
    show();
    openAtTop(topOfPanel, m_table);
}

void NotificationPanel::show()
{
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    std::vector<CellModel::Row> rows;
    for (const Notification &message : m_log.all())
        rows.push_back(rowOf(message, now));
    const bool any = !rows.empty();
    const int unread = m_log.unread();
    m_head->setMeta(unread > 0 ? tr("%n unread", nullptr, unread) : QString());
    m_allRead->setEnabled(unread > 0);
    m_model->setRows(std::move(rows));
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->say(tr("Nothing has been said yet"));
    showFull();
}

void NotificationPanel::showFull()
{
    const Notification *message = m_log.find(m_table->currentKey().toLongLong());
    m_full->setVisible(message);
    if (!message)
        return;
    m_what->setText(oneLine(message->what, longest));
    m_why->setText(oneLine(message->why, longest));
    m_why->setVisible(!message->why.isEmpty());
    m_go->setVisible(!message->page.isEmpty());
    m_go->setAccessibleName(tr("Show it: %1").arg(oneLine(message->what, 120)));
}

void NotificationPanel::choose(const QString &key)
{
    if (isVisible() && !key.isEmpty())
        m_log.markRead(key.toLongLong());
    showFull();
}

void NotificationPanel::follow()
{
    const Notification *message = m_log.find(m_table->currentKey().toLongLong());
    if (!message || message->page.isEmpty())
        return;
    const QString page = message->page, object = message->object;
    m_log.markRead(message->id);
    close();
    Q_EMIT goTo(page, object);
}

void NotificationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    Popup::changeEvent(event);
}

} // namespace lepto
