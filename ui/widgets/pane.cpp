#include "ui/widgets/pane.h"

#include "ui/theme/icons.h"
#include "ui/widgets/buttons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int padding = 14;

QFrame *line(QSize size)
{
    auto *frame = new QFrame;
    frame->setProperty("line", true);
    if (size.width() > 0)
        frame->setFixedWidth(size.width());
    if (size.height() > 0)
        frame->setFixedHeight(size.height());
    return frame;
}

} // namespace

QFrame *horizontalLine()
{
    return line({ 0, 1 });
}

QFrame *verticalLine()
{
    return line({ 1, 0 });
}

QFrame *makePane(const char *ground)
{
    auto *frame = new QFrame;
    frame->setProperty("pane", QLatin1String(ground));
    return frame;
}

QVBoxLayout *flatColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QHBoxLayout *flatRow(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    return row;
}

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    content->setProperty("scrolled", true);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

PaneHead::PaneHead(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(Theme::Type::PaneTitle))
    , m_meta(new ElidedLabel(Theme::Type::Caption, "muted"))
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(36);
    m_row->setContentsMargins(padding, 0, padding, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_meta, 1);
}

void PaneHead::setMeta(const QString &meta)
{
    m_meta->setText(meta);
}

void PaneHead::addRight(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

KeyValues::KeyValues(Side side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
}

void KeyValues::setRows(const std::vector<Row> &rows)
{
    // A fresh grid each time: rows are few and change seldom.
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(padding, 2, padding, 8);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(2, 1);
    int at = 0;
    for (const Row &row : rows) {
        if (row.mark != MarkCode::None)
            grid->addWidget(new MarkLabel(13, row.mark), at, 0);
        grid->addWidget(plainLabel(Theme::Type::Body, row.mark == MarkCode::None ? "muted" : "primary", row.name), at, 1);
        auto *value = new ElidedLabel(row.mono ? Theme::Type::Number : Theme::Type::Body, row.tone, row.mono ? Qt::ElideMiddle : Qt::ElideRight);
        value->setText(row.value);
        value->setAlignment((m_side == Side::Right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        value->setAccessibleName(row.name + QStringLiteral(", ") + row.value);
        grid->addWidget(value, at++, 2);
    }
}

EmptyNote::EmptyNote(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel)
    , m_sentence(plainLabel(Theme::Type::Body, "secondary"))
    , m_why(wrappedLabel(Theme::Type::Caption, "muted"))
    , m_mark(new MarkLabel(18))
    , m_action(makeButton(ButtonKind::Normal))
{
    const auto draw = [this, icon] { m_picture->setPixmap(iconPixmap(icon, "text.muted", 20, devicePixelRatioF())); };
    draw();
    connect(&Theme::of(), &Theme::changed, this, draw);
    connect(m_action, &QPushButton::clicked, this, &EmptyNote::acted);
    m_picture->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_why->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(m_picture);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence);
    column->addWidget(m_why);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    m_mark->hide();
    say({});
}

void EmptyNote::say(const QString &sentence, const QString &why, const QString &action)
{
    m_sentence->setText(sentence);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
}

void EmptyNote::showMark(MarkCode mark)
{
    m_mark->setMark(mark);
    m_mark->setVisible(mark != MarkCode::None);
    m_picture->setVisible(mark == MarkCode::None);
}

} // namespace lepto
