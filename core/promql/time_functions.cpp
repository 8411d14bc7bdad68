#include "core/promql/evaluation.h"

#include <chrono>
#include <cmath>
#include <limits>

namespace lepto::promql {

namespace {

using namespace std::chrono;

struct Moment {
    sys_days day;
    year_month_day date;
    hh_mm_ss<seconds> clock;
};

using Part = double (*)(const Moment &);

struct TimeFunction {
    std::string_view name;
    Part part;
};

constexpr TimeFunction kFunctions[] = {
    { "minute", [](const Moment &m) { return double(m.clock.minutes().count()); } },
    { "hour", [](const Moment &m) { return double(m.clock.hours().count()); } },
    { "day_of_week", [](const Moment &m) { return double(weekday(m.day).c_encoding()); } },
    { "day_of_month", [](const Moment &m) { return double(unsigned(m.date.day())); } },
    { "day_of_year", [](const Moment &m) { return double((m.day - sys_days(m.date.year() / January / 1)).count() + 1); } },
    { "days_in_month", [](const Moment &m) { return double(unsigned((m.date.year() / m.date.month() / last).day())); } },
    { "month", [](const Moment &m) { return double(unsigned(m.date.month())); } },
    { "year", [](const Moment &m) { return double(int(m.date.year())); } },
};

double partOf(double unixSeconds, Part part)
{
    constexpr double kCalendarEnd = 9e11; // chrono's years end at 32767
    if (!(std::abs(unixSeconds) < kCalendarEnd))
        return std::numeric_limits<double>::quiet_NaN();
    const sys_seconds time { seconds(std::int64_t(unixSeconds)) };
    const sys_days day = floor<days>(time);
    return part({ day, year_month_day(day), hh_mm_ss<seconds>(time - day) });
}

} // namespace

Block callTime(Evaluation &evaluation, const Call &call, const Grid &grid)
{
    Part part = nullptr;
    for (const TimeFunction &function : kFunctions) {
        if (function.name == call.function->name)
            part = function.part;
    }
    if (!part)
        fail("function " + std::string(call.function->name) + " is not evaluated here");
    Block block;
    if (call.args.empty()) {
        block.push_back(emptyRow({}, grid));
        for (int i = 0; i < grid.count; ++i)
            block[0].values[std::size_t(i)] = double(grid.at(i)) / 1000.0;
    } else {
        block = floatsOf(evaluation.vector(*call.args[0], grid));
    }
    for (Row &row : block) {
        row.labels = withoutName(row.labels);
        for (double &v : row.values)
            v = isAbsent(v) ? v : partOf(v, part);
    }
    return mergeRows(std::move(block));
}

} // namespace lepto::promql
