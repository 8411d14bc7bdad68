#include "ui/widgets/suspect_table.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

class ScoreDelegate : public CellDelegate {
public:
    explicit ScoreDelegate(SuspectTable *table)
        : CellDelegate(table)
        , m_table(table)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        CellDelegate::paint(painter, option, index);
        const double score = std::clamp(m_table->scoreOf(index.row()), 0.0, 1.0);
        const QRectF groove(option.rect.left() + 8, option.rect.center().y() - 2, 44, 5);
        painter->fillRect(groove, Theme::of().color("bg.hover"));
        painter->fillRect(
            QRectF(groove.topLeft(), QSizeF(groove.width() * score, groove.height())), Theme::of().color("ml.anomaly"));
    }

private:
    SuspectTable *m_table;
};

} // namespace

SuspectTable::SuspectTable(QWidget *parent)
    : RowTable(new CellModel, parent)
{
    cells()->setParent(this);
    setObjectName(QStringLiteral("suspectTable"));
    const auto tall = [this] { verticalHeader()->setDefaultSectionSize(Theme::of().twoLineHeight()), fitHeight(); };
    tall();
    connect(&Theme::of(), &Theme::changed, this, tall);
    setItemDelegateForColumn(3, new ScoreDelegate(this));
    say();
}

void SuspectTable::say()
{
    cells()->setColumns(
        { { QStringLiteral("#"), 34 }, { tr("Signal"), -1 }, { tr("Onset"), 84, true }, { tr("Score"), 106, true } });
    setAccessibleName(tr("Anomalous signals by onset"));
}

void SuspectTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    RowTable::changeEvent(event);
}

double SuspectTable::scoreOf(int row) const
{
    return row >= 0 && row < int(m_scores.size()) ? m_scores[std::size_t(row)] : 0;
}

void SuspectTable::setSuspects(const std::vector<Suspect> &suspects)
{
    std::vector<CellModel::Row> rows;
    m_scores.clear();
    for (const Suspect &suspect : suspects) {
        Cell place { QString::number(rows.size() + 1) };
        place.mono = true;
        place.tone = "text.muted";
        Cell name { oneLine(qstr(suspect.service), 60) };
        name.bold = rows.empty();
        const QString expected = std::isfinite(suspect.expected)
            ? tr("%1, expected %2").arg(text::value(suspect.value, suspect.unit), text::value(suspect.expected, suspect.unit))
            : text::value(suspect.value, suspect.unit);
        name.second = oneLine(suspect.title, 60) + QStringLiteral(", ") + text::value(suspect.value, suspect.unit);
        name.tip = name.text + QStringLiteral(", ") + oneLine(suspect.title, 60) + QStringLiteral(", ") + expected;
        const TimeMs after = suspect.onset - suspects.front().onset;
        Cell onset { rows.empty() ? tr("first") : after < 1000 ? tr("same time") : QLatin1Char('+') + text::duration(after) };
        onset.mono = onset.right = true;
        Cell score { text::number(suspect.score, 3) };
        score.mono = score.right = true;
        m_scores.push_back(suspect.score);
        rows.push_back({ qstr(suspect.series.text()), { place, name, onset, score } });
    }
    cells()->setRows(std::move(rows));
    fitHeight();
}

} // namespace lepto
