// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/monotone_curve.h"

#include <algorithm>
#include <cmath>

namespace quantoscope::search {

void MonotoneCurve::add(double x, double y)
{
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return;
    }
    const auto place = std::ranges::upper_bound(m_pairs, x, {}, &Pair::x);
    m_pairs.insert(place, {x, y});
    fit();
}

void MonotoneCurve::fit()
{
    struct Block
    {
        double sum = 0.0;
        double count = 0.0;
        std::size_t first = 0; // of m_pairs
        std::size_t last = 0;
        [[nodiscard]] double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        blocks.push_back({m_pairs[i].y, 1.0, i, i});
        const auto violates = [&] {
            const Block& former = blocks[blocks.size() - 2];
            const bool isSameX = m_pairs[former.last].x == m_pairs[blocks.back().first].x;
            return isSameX || former.mean() > blocks.back().mean();
        };
        while (blocks.size() > 1 && violates()) {
            const Block next = blocks.back();
            blocks.pop_back();
            blocks.back().sum += next.sum;
            blocks.back().count += next.count;
            blocks.back().last = next.last;
        }
    }
    m_knots.clear();
    for (const Block& block : blocks) {
        m_knots.push_back({m_pairs[block.first].x, block.mean()});
        if (m_pairs[block.last].x > m_pairs[block.first].x) {
            m_knots.push_back({m_pairs[block.last].x, block.mean()});
        }
    }
}

double MonotoneCurve::at(double x) const
{
    if (m_knots.empty()) {
        return m_outerSlope * x;
    }
    const auto next = std::ranges::upper_bound(m_knots, x, {}, &Pair::x);
    if (next == m_knots.begin()) {
        return next->y + m_outerSlope * (x - next->x);
    }
    const Pair& former = *std::prev(next);
    if (next == m_knots.end()) {
        return former.y + m_outerSlope * (x - former.x);
    }
    const double share = (x - former.x) / (next->x - former.x);
    return former.y + share * (next->y - former.y);
}

} // namespace quantoscope::search
