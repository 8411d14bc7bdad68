#include "ui/widgets/state_chips.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lepto {

namespace {

class ChipButton : public QAbstractButton {
public:
    ChipButton(MarkCode mark, const QString &words)
        : m_mark(mark)
    {
        setText(words);
        setAccessibleName(words);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override { return { Chip::widthOf(text()), 24 }; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        Chip::paint(&painter, rect(), m_mark, text());
        if (!hasFocus())
            return;
        painter.setPen(QPen(Theme::of().color("accent.line"), 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 4, 4);
    }

private:
    MarkCode m_mark;
};

} // namespace

StateChips::StateChips(QWidget *parent)
    : QWidget(parent)
{
    flatRow(this);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateChips::setCounts(const HealthCounts &counts)
{
    struct Entry {
        int count;
        Severity severity;
        QString words;
    };
    const Entry entries[] = { { counts.critical, Severity::Critical, tr("%1 critical") },
        { counts.warning, Severity::Warning, tr("%1 warning") }, { counts.silent, Severity::NoData, tr("%1 silent") },
        { counts.maintenance, Severity::Maintenance, tr("%1 maintenance") } };
    QString state = tr("%1 healthy").arg(counts.healthy);
    for (const Entry &entry : entries)
        state += QLatin1Char('/') + entry.words.arg(entry.count);
    if (std::exchange(m_state, state) == state)
        return;
    delete m_buttons;
    m_buttons = new QWidget;
    auto *row = flatRow(m_buttons);
    row->setSpacing(12);
    for (const Entry &entry : entries) {
        if (entry.count == 0)
            continue;
        auto *chip = new ChipButton(markOf(entry.severity), entry.words.arg(entry.count));
        connect(chip, &QAbstractButton::clicked, this, [this, severity = entry.severity] { Q_EMIT chosen(severity); });
        row->addWidget(chip);
    }
    row->addWidget(plainLabel(Theme::Type::Body, "muted", tr("%1 healthy").arg(counts.healthy)));
    layout()->addWidget(m_buttons);
}

} // namespace lepto
