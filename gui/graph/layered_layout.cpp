// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layered_layout.h"

#include "gui/graph/layer_rows.h"
#include "gui/graph/node_picture.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace quantoscope::gui {

namespace {

constexpr double kBendWidth = 8.0;
constexpr int kOrderSweeps = 8;
constexpr int kPlaceSweeps = 12;
constexpr double kRowHeight = kNodeSize.height() + kRowGap;
constexpr double kStraight = 0.5; ///< bends nearer to a straight line are left out

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Places of the vertices while they are improved.
class Placing
{
public:
    explicit Placing(LayerRows rows) : m_rows(std::move(rows)), m_x(m_rows.vertices.size(), 0.0)
    {
        for (std::vector<int>& row : m_rows.rows) {
            pack(row);
        }
    }

    [[nodiscard]] Status improve(const JobContext& context)
    {
        for (int sweep = 0; sweep < kOrderSweeps + kPlaceSweeps; ++sweep) {
            if (context.cancelled()) {
                return cancelledError();
            }
            const bool isDown = sweep % 2 == 0;
            const auto count = static_cast<int>(m_rows.rows.size());
            for (int i = 0; i < count; ++i) {
                std::vector<int>& row = m_rows.rows[at(isDown ? i : count - 1 - i)];
                if (sweep < kOrderSweeps) {
                    order(row, isDown);
                } else {
                    // The last ones look to both sides.
                    place(row, isDown, sweep + 2 >= kOrderSweeps + kPlaceSweeps);
                }
            }
        }
        return {};
    }

    [[nodiscard]] QPointF center(int vertex) const
    {
        return {m_x[at(vertex)], m_rows.vertices[at(vertex)].row * kRowHeight};
    }
    [[nodiscard]] const LayerRows& rows() const { return m_rows; }

private:
    [[nodiscard]] double width(int vertex) const
    {
        return m_rows.vertices[at(vertex)].isBend ? kBendWidth : kNodeSize.width();
    }

    [[nodiscard]] std::vector<double> gaps(const std::vector<int>& row) const
    {
        std::vector<double> gaps(row.size(), 0.0);
        for (std::size_t i = 1; i < row.size(); ++i) {
            gaps[i] = (width(row[i - 1]) + width(row[i])) / 2 + kNodeGap;
        }
        return gaps;
    }

    /// Side by side round 0.
    void pack(const std::vector<int>& row)
    {
        const std::vector<double> distances = gaps(row);
        double total = 0.0;
        for (const double gap : distances) {
            total += gap;
        }
        double x = -total / 2;
        for (std::size_t i = 0; i < row.size(); ++i) {
            x += distances[i];
            m_x[at(row[i])] = x;
        }
    }

    struct Pull
    {
        double x = 0.0;
        double weight = 0.0;
    };

    /// Long edges are kept straighter than short ones.
    void pull(Pull& sum, int vertex, const std::vector<int>& neighbours) const
    {
        for (const int other : neighbours) {
            const int bends = (m_rows.vertices[at(vertex)].isBend ? 1 : 0) +
                              (m_rows.vertices[at(other)].isBend ? 1 : 0);
            const double weight = bends == 2 ? 8.0 : bends == 1 ? 2.0 : 1.0;
            sum.x += weight * m_x[at(other)];
            sum.weight += weight;
        }
    }

    [[nodiscard]] std::optional<Pull> pullOf(int vertex, bool up, bool down) const
    {
        const LayerRows::Vertex& self = m_rows.vertices[at(vertex)];
        Pull sum;
        if (up) {
            pull(sum, vertex, self.above);
        }
        if (down) {
            pull(sum, vertex, self.below);
        }
        return sum.weight > 0.0 ? std::optional(Pull{sum.x / sum.weight, sum.weight})
                                : std::nullopt;
    }

    void order(std::vector<int>& row, bool isDown)
    {
        std::vector<std::pair<double, int>> keyed;
        for (const int vertex : row) {
            const std::optional<Pull> wanted = pullOf(vertex, isDown, !isDown);
            keyed.emplace_back(wanted ? wanted->x : m_x[at(vertex)], vertex);
        }
        std::ranges::stable_sort(keyed, {}, &std::pair<double, int>::first);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = keyed[i].second;
        }
        place(row, isDown, false);
    }

    void place(const std::vector<int>& row, bool isDown, bool bothSides)
    {
        constexpr double kInertia = 0.05; // of what has no neighbours on that side
        std::vector<double> wanted;
        std::vector<double> weights;
        for (const int vertex : row) {
            const auto pull = pullOf(vertex, isDown || bothSides, !isDown || bothSides);
            wanted.push_back(pull ? pull->x : m_x[at(vertex)]);
            weights.push_back(pull ? pull->weight : kInertia);
        }
        const std::vector<double> placed = placedInOrder(wanted, weights, gaps(row));
        for (std::size_t i = 0; i < row.size(); ++i) {
            m_x[at(row[i])] = placed[i];
        }
    }

    LayerRows m_rows;
    std::vector<double> m_x;
};

/// The ends of an edge and those of its bends that are not on a straight line.
std::vector<QPointF> corners(const Placing& placing, const std::vector<int>& way)
{
    std::vector<QPointF> points{placing.center(way.front()) + QPointF(0.0, kNodeSize.height() / 2)};
    const QPointF end = placing.center(way.back()) - QPointF(0.0, kNodeSize.height() / 2);
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
        const QPointF bend = placing.center(way[i]);
        const double next = i + 2 == way.size() ? end.x() : placing.center(way[i + 1]).x();
        const bool isStraight = std::abs(bend.x() - points.back().x()) < kStraight &&
                                std::abs(bend.x() - next) < kStraight;
        if (!isStraight) { // past the nodes of its row without a slope
            points.push_back(bend - QPointF(0.0, kNodeSize.height() / 2));
            points.push_back(bend + QPointF(0.0, kNodeSize.height() / 2));
        }
    }
    points.push_back(end);
    return points;
}

GraphLayout::Edge edgeThrough(std::size_t edge, std::vector<QPointF> corners, bool isUpward)
{
    if (isUpward) {
        std::ranges::reverse(corners);
    }
    GraphLayout::Edge result{edge, {corners.front()}};
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const QPointF from = corners[i - 1];
        const QPointF to = corners[i];
        const double middle = (from.y() + to.y()) / 2;
        result.points.emplace_back(from.x(), middle);
        result.points.emplace_back(to.x(), middle);
        result.points.push_back(to);
    }
    return result;
}

} // namespace

std::vector<double> placedInOrder(const std::vector<double>& wanted,
                                  const std::vector<double>& weights,
                                  const std::vector<double>& gaps)
{
    struct Pool
    {
        double sum; ///< weighted
        double weight;
        std::size_t count;
        [[nodiscard]] double mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    std::vector<double> offsets;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        offsets.push_back(i == 0 ? 0.0 : offsets.back() + gaps[i]);
        pools.push_back({weights[i] * (wanted[i] - offsets[i]), weights[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().weight + last.weight,
                            pools.back().count + last.count};
        }
    }
    std::vector<double> placed;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.count; ++i) {
            placed.push_back(pool.mean() + offsets[placed.size()]);
        }
    }
    return placed;
}

Result<GraphLayout> layeredLayout(const GraphDrawing& drawing, const JobContext& context)
{
    Placing placing(makeRows(drawing));
    if (const Status improved = placing.improve(context); !improved) {
        return failFrom(improved);
    }
    GraphLayout layout;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        layout.centers.push_back(placing.center(static_cast<int>(i)));
        layout.bounds |= nodeBody().translated(layout.centers.back());
    }
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        layout.edges.push_back(
            edgeThrough(i, corners(placing, placing.rows().ways[i]), placing.rows().isUpward[i]));
        for (const QPointF& point : layout.edges.back().points) {
            layout.bounds |= QRectF(point, QSizeF(1.0, 1.0));
        }
    }
    return layout;
}

} // namespace quantoscope::gui
