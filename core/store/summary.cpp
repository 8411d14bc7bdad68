#include "core/store/summary.h"

#include <algorithm>
#include <cmath>

namespace lepto {

void Summary::add(Sample sample)
{
    if (n++ == 0)
        t0 = sample.t;
    t1 = sample.t;
    if (std::isnan(sample.v))
        return;
    if (!plotted) {
        plotted = true;
        min = max = first = sample.v;
    } else if (sample.v < min)
        min = sample.v;
    else if (sample.v > max)
        max = sample.v;
    last = sample.v;
}

void Summary::add(const Summary &later)
{
    if (n == 0) {
        *this = later;
        chunk = 0;
        return;
    }
    t1 = later.t1;
    n += later.n;
    if (!later.plotted)
        return;
    min = plotted ? std::min(min, later.min) : later.min;
    max = plotted ? std::max(max, later.max) : later.max;
    first = plotted ? first : later.first;
    last = later.last;
    plotted = true;
}

void SummaryPage::append(const Summary &s)
{
    const Summary before = m_entries.empty() ? Summary() : m_entries.back();
    ByteWriter out(m_bytes);
    out.signedNumber(s.t0 - before.t1);
    out.number(std::uint64_t(s.t1 - s.t0));
    out.number(std::uint64_t(s.n) << 1 | std::uint64_t(s.plotted));
    out.signedNumber(s.chunk - before.chunk);
    if (s.plotted) {
        out.near(s.min, before.max);
        out.near(s.max, s.min);
        out.near(s.first, s.min);
        out.near(s.last, s.max);
    }
    m_entries.push_back(s);
}

std::optional<SummaryPage> SummaryPage::decode(ByteView data)
{
    SummaryPage page;
    ByteReader in(data);
    while (!in.atEnd() && in.good()) {
        const Summary before = page.m_entries.empty() ? Summary() : page.m_entries.back();
        Summary s;
        s.t0 = TimeMs(std::uint64_t(before.t1) + std::uint64_t(in.signedNumber()));
        s.t1 = TimeMs(std::uint64_t(s.t0) + in.number());
        const std::uint64_t count = in.number();
        s.n = std::int64_t(count >> 1);
        s.plotted = count & 1;
        s.chunk = std::int64_t(std::uint64_t(before.chunk) + std::uint64_t(in.signedNumber()));
        if (s.plotted) {
            s.min = in.near(before.max);
            s.max = in.near(s.min);
            s.first = in.near(s.min);
            s.last = in.near(s.max);
        }
        const bool advances = page.m_entries.empty() || s.t0 > before.t1;
        if (!in.good() || !advances || s.t1 < s.t0 || s.n < 1 || page.m_entries.size() == kCapacity)
            return std::nullopt;
        page.m_entries.push_back(s);
    }
    page.m_bytes.assign(data.begin(), data.end());
    return page;
}

} // namespace lepto
