#include "ui/widgets/label_popup.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int popupWidth = 236, reasonLimit = 400, classCount = 5;

}

LabelPopup::LabelPopup(Console &console, QWidget *page)
    : QFrame(page)
    , m_console(console)
    , m_title(plainLabel(Theme::Type::PaneTitle))
    , m_scope(new ElidedLabel(Theme::Type::Caption, "muted"))
    , m_error(wrappedLabel(Theme::Type::Caption, "critical"))
    , m_classes(new QListWidget)
    , m_reason(new QLineEdit)
    , m_save(makeButton(ButtonKind::Primary))
{
    setObjectName(QStringLiteral("labelPopup"));
    setProperty("popup", true);
    setAutoFillBackground(true);
    setFixedWidth(popupWidth);
    m_classes->setObjectName(QStringLiteral("labelClasses"));
    m_classes->setFixedHeight(classCount * 26 + 2);
    m_classes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_classes->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reason->setObjectName(QStringLiteral("labelReason"));
    m_reason->setMaxLength(reasonLimit);
    m_save->setObjectName(QStringLiteral("labelSave"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_reason, 1);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_title, m_scope, m_classes, m_error })
        column->addWidget(widget);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &LabelPopup::save);
    connect(m_reason, &QLineEdit::returnPressed, this, &LabelPopup::save);
    m_classes->installEventFilter(this);
    say();
    hide();
}

void LabelPopup::say()
{
    const int row = std::max(0, m_classes->currentRow());
    m_classes->clear();
    for (int i = 0; i < classCount; ++i) {
        auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(i + 1).arg(text::of(LabelRegion::Class(i))), m_classes);
        item->setSizeHint({ 100, 26 });
    }
    m_classes->setCurrentRow(row);
    m_classes->setAccessibleName(tr("Class of the label, keys 1 to 5"));
    m_reason->setPlaceholderText(tr("Reason, optional"));
    m_reason->setAccessibleName(tr("Reason of the label"));
    m_save->setText(tr("Save"));
}

void LabelPopup::open(
    const std::vector<Labels> &series, TimeMs from, TimeMs to, qint64 incident, const QRect &region, const QString &title)
{
    m_series = series;
    m_draft = {};
    m_draft.from = from;
    m_draft.to = to;
    m_draft.incident = incident;
    m_title->setText(title);
    m_scope->setText(series.size() == 1 ? seriesTitle(series.front()) : tr("%n series", nullptr, int(series.size())));
    m_error->hide();
    m_reason->clear();
    m_classes->setCurrentRow(0);
    m_save->setEnabled(!series.empty());
    m_open = 0;
    m_saved.clear();
    place(region);
    show();
    raise();
    m_classes->setFocus(Qt::PopupFocusReason);
}

void LabelPopup::place(const QRect &region)
{
    adjustSize();
    const QWidget *page = parentWidget();
    const int right = region.right() + 8;
    const int x = right + width() < page->width() ? right : std::max(4, region.left() - 8 - width());
    move(x, std::clamp(region.top(), 4, std::max(4, page->height() - height() - 4)));
}

bool LabelPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_classes && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the pop-up owns the digits while it is open
        return true;
    }
    if (watched == m_classes && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key >= Qt::Key_1 && key <= Qt::Key_5) {
            m_classes->setCurrentRow(key - Qt::Key_1);
            save();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            save();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void LabelPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        drop();
    else
        QFrame::keyPressEvent(event);
}

void LabelPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QFrame::changeEvent(event);
}

void LabelPopup::save()
{
    if (m_open > 0 || m_series.empty())
        return;
    m_draft.cls = LabelRegion::Class(std::clamp(m_classes->currentRow(), 0, classCount - 1));
    m_draft.reason = m_reason->text().trimmed();
    m_save->setEnabled(false);
    m_saved.clear();
    m_open = int(m_series.size());
    // Copied: an answer may close the pop-up, and another region may open it, before the loop is over.
    const std::vector<Labels> series = m_series;
    LabelRegion draft = m_draft;
    for (const Labels &labels : series) {
        draft.series = labels;
        m_console.addLabel(draft, this, [this](Result<LabelRegion> answer) { receive(std::move(answer)); });
    }
}

void LabelPopup::receive(Result<LabelRegion> answer)
{
    if (answer)
        m_saved.push_back(*answer);
    else
        m_error->setText(text::of(answer.error()));
    if (--m_open > 0)
        return;
    m_save->setEnabled(true);
    if (!m_saved.empty())
        Q_EMIT saved(m_saved);
    if (m_saved.size() == m_series.size())
        return drop();
    // Nothing is lost: the draft stays open with the reason, and what was saved is not asked again.
    std::erase_if(m_series, [&](const Labels &l) {
        return std::any_of(m_saved.begin(), m_saved.end(), [&](const LabelRegion &s) { return s.series == l; });
    });
    m_error->show();
    adjustSize();
}

void LabelPopup::drop()
{
    hide();
    Q_EMIT closed();
}

} // namespace lepto
