#include "ui/widgets/capacity_table.h"

#include "core/base/text.h"
#include "ui/console.h"
#include "ui/models/capacity.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/time_scale.h"

#include <QEvent>
#include <QHeaderView>
#include <QTimer>

namespace lepto {

namespace {

constexpr TimeMs day = 86'400'000, back = 7 * day, ahead = 3 * day;
constexpr int sparkColumns = 120, sparkColumn = 2;

} // namespace

CapacityTable::CapacityTable(Console &console, TimeScale &time, QWidget *parent)
    : RowTable(new CellModel, parent)
    , m_console(console)
    , m_time(time)
    , m_minute(new QTimer(this))
{
    cells()->setParent(this);
    setObjectName(QStringLiteral("capacityTable"));
    setSelectable(false);
    setItemDelegateForColumn(sparkColumn,
        new SparklineDelegate(
            [this](const QModelIndex &index) -> const Sparkline * {
                const auto found = m_known.find(cells()->keyOf(index.row()));
                return found == m_known.end() ? nullptr : &found->second.line;
            },
            this));
    const auto tall = [this] { verticalHeader()->setDefaultSectionSize(Theme::of().twoLineHeight() - 6), fitHeight(); };
    tall();
    connect(&Theme::of(), &Theme::changed, this, tall);
    m_minute->setInterval(60'000);
    connect(m_minute, &QTimer::timeout, this, &CapacityTable::askAll);
    say();
}

void CapacityTable::say()
{
    cells()->setColumns({ { tr("Resource"), -3 }, { tr("Used"), 80, true }, { tr("7 d + 3 d"), 120 },
        { m_time.utc() ? tr("Limit reached (UTC)") : tr("Limit reached"), -3 }, { tr("Band held"), 90, true } });
    setAccessibleName(tr("Capacity, fullest first"));
}

void CapacityTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say(), fill();
    RowTable::changeEvent(event);
}

void CapacityTable::showEvent(QShowEvent *event)
{
    RowTable::showEvent(event);
    m_minute->start();
    askAll();
}

QString CapacityTable::keyOf(const SignalState &signal)
{
    return qstr(signal.series.text());
}

void CapacityTable::setHealth(const HealthSnapshot &health)
{
    m_signals = capacitySignals(health, mostRows);
    QStringList keys;
    for (const SignalState &signal : m_signals)
        keys.append(keyOf(signal));
    keys.sort();
    fill();
    if (isVisible() && keys.join(QLatin1Char('\n')) != m_asked)
        askAll();
}

void CapacityTable::askAll()
{
    if (!isVisible())
        return;
    QStringList keys;
    for (const SignalState &signal : m_signals) {
        const QString key = keyOf(signal);
        keys.append(key);
        ChartRequest request;
        request.labels = signal.series;
        request.from = m_time.now() - back;
        request.to = m_time.now() + ahead;
        request.columns = sparkColumns;
        request.forecast = true;
        m_console.chart(request, this, [this, key, request, limit = upperLimit(signal)](Result<ChartAnswer> answer) {
            if (!answer)
                return;
            m_known[key] = { makeSparkline(*answer, request.from, request.to, m_time.now(), limit), *answer };
            fill();
        });
    }
    keys.sort();
    m_asked = keys.join(QLatin1Char('\n'));
}

Cell CapacityTable::fullCell(const SignalState &signal, const Known *known) const
{
    Cell cell;
    cell.tone = "text.muted";
    if (!known) {
        cell.text = tr("asking for a forecast");
        return cell;
    }
    if (known->answer.withheld || known->answer.forecast.empty()) {
        cell.text = known->answer.withheld ? tr("withheld") : tr("no forecast");
        cell.second = known->answer.withheld ? tr("no better than seasonal naive") : tr("not enough history");
        return cell;
    }
    const FullAt full = fullAt(known->answer.forecast, upperLimit(signal));
    if (!full.middle) {
        cell.text = tr("not within 3 d");
        cell.second = full.earliest ? tr("earliest %1").arg(text::dateTime(*full.earliest, m_time.utc())) : QString();
        return cell;
    }
    cell.tone = "text.primary";
    cell.mono = true;
    cell.text = *full.middle <= m_time.now() ? tr("now") : text::dateTime(*full.middle, m_time.utc());
    const QString latest = full.latest ? text::dateTime(*full.latest, m_time.utc()) : tr("later");
    cell.second = full.earliest ? tr("80 %: %1 to %2").arg(text::dateTime(*full.earliest, m_time.utc()), latest) : QString();
    return cell;
}

void CapacityTable::fill()
{
    std::vector<CellModel::Row> rows;
    for (const SignalState &signal : m_signals) {
        const auto found = m_known.find(keyOf(signal));
        const Known *known = found == m_known.end() ? nullptr : &found->second;
        Cell name { oneLine(qstr(signal.service), 60) };
        name.second
            = oneLine(signal.title, 60) + QStringLiteral(", ") + tr("limit %1").arg(text::value(upperLimit(signal), signal.unit));
        name.mark = markOf(signal.severity);
        Cell used { text::value(signal.value, signal.unit) };
        used.mono = used.right = true;
        Cell held { known && !known->answer.forecast.empty() ? text::value(known->answer.forecastHeld, QStringLiteral("ratio"))
                                                             : QString() };
        held.mono = held.right = true;
        held.tone = "text.secondary";
        rows.push_back({ keyOf(signal), { name, used, {}, fullCell(signal, known), held } });
    }
    const int count = int(rows.size());
    cells()->setRows(std::move(rows));
    fitHeight();
    Q_EMIT counted(count);
}

} // namespace lepto
