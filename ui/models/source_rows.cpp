#include "ui/models/source_rows.h"

#include "ui/looks.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceRows)
};

} // namespace

std::vector<TableColumn> sourceColumns()
{
    return { { Words::tr("Name"), -2 }, { Words::tr("Kind"), 150 }, { Words::tr("Address"), -3 }, { Words::tr("State"), 110 },
        { Words::tr("Data age"), 110, true }, { Words::tr("Series"), 90, true }, { Words::tr("Samples"), 100, true } };
}

std::vector<CellModel::Row> sourceRows(const std::vector<SourceConfig> &sources, const ConsoleState &state)
{
    std::vector<CellModel::Row> rows;
    for (const SourceConfig &config : sources) {
        const auto found = std::ranges::find(state.sources, config.name, &SourceState::name);
        const SourceState now = found != state.sources.end() ? *found : SourceState {};
        const bool known = now.lastGood > 0;
        QString tip = now.reason;
        for (const QString &warning : now.warnings)
            tip += (tip.isEmpty() ? QString() : QStringLiteral("\n")) + warning;
        rows.push_back({ config.name,
            { Cell { .text = config.name, .bold = true }, Cell { .text = text::of(config.kind), .tone = "text.secondary" },
                Cell { .text = config.url.isEmpty() ? Words::tr("no network") : config.url, .mono = true, .tone = "text.secondary", .tip = config.url },
                Cell { .text = text::of(now.code), .mark = lepto::markOf(now.code), .chip = true, .tip = tip },
                Cell { .text = text::age(now.lastGood, state.now), .mono = true, .right = true },
                Cell { .text = known ? text::count(now.series) : QStringLiteral("–"), .mono = true, .right = true },
                Cell { .text = known ? text::value(double(now.samplesPerSecond), QStringLiteral("1/s")) : QStringLiteral("–"), .mono = true,
                    .right = true, .tone = "text.secondary" } } });
    }
    return rows;
}

} // namespace lepto
