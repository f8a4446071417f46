// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/layer_rows.h"

#include <algorithm>
#include <map>
#include <utility>

namespace quantoscope::gui {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Edges by the node they leave.
std::vector<std::vector<int>> edgesFrom(const GraphDrawing& drawing)
{
    std::vector<std::vector<int>> from(drawing.nodes.size());
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        from[at(drawing.edges[i].from)].push_back(static_cast<int>(i));
    }
    return from;
}

/// Depth first without recursion; an edge to a node still open closes a cycle.
std::vector<bool> edgesToTurn(const GraphDrawing& drawing)
{
    enum class State { New, Open, Done };
    const std::vector<std::vector<int>> from = edgesFrom(drawing);
    std::vector<bool> turned(drawing.edges.size(), false);
    std::vector<State> states(drawing.nodes.size(), State::New);
    std::vector<std::pair<int, std::size_t>> path; // node, and which of its edges is next
    for (std::size_t start = 0; start < drawing.nodes.size(); ++start) {
        if (states[start] != State::New) {
            continue;
        }
        path.emplace_back(static_cast<int>(start), 0);
        states[start] = State::Open;
        while (!path.empty()) {
            const int node = path.back().first;
            if (path.back().second == from[at(node)].size()) {
                states[at(node)] = State::Done;
                path.pop_back();
                continue;
            }
            const int edge = from[at(node)][path.back().second++];
            const int to = drawing.edges[at(edge)].to;
            turned[at(edge)] = states[at(to)] == State::Open;
            if (states[at(to)] == State::New) {
                states[at(to)] = State::Open;
                path.emplace_back(to, 0);
            }
        }
    }
    return turned;
}

struct Link
{
    int from;
    int to;
};

std::vector<Link> downwardLinks(const GraphDrawing& drawing, const std::vector<bool>& turned)
{
    std::vector<Link> links;
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        const OutlineEdge& edge = drawing.edges[i];
        links.push_back(turned[i] ? Link{edge.to, edge.from} : Link{edge.from, edge.to});
    }
    return links;
}

/// Longest way from a source; sources move down to just above what reads them.
std::vector<int> rowsOf(std::size_t count, const std::vector<Link>& links)
{
    std::vector<std::vector<int>> below(count);
    std::vector<int> open(count, 0);
    for (const Link& link : links) {
        below[at(link.from)].push_back(link.to);
        ++open[at(link.to)];
    }
    const std::vector<int> parents = open;
    std::vector<int> rows(count, 0);
    std::vector<int> ready;
    for (std::size_t node = 0; node < count; ++node) {
        if (open[node] == 0) {
            ready.push_back(static_cast<int>(node));
        }
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
        for (const int reader : below[at(ready[next])]) {
            rows[at(reader)] = std::max(rows[at(reader)], rows[at(ready[next])] + 1);
            if (--open[at(reader)] == 0) {
                ready.push_back(reader);
            }
        }
    }
    for (std::size_t node = 0; node < count; ++node) {
        if (parents[node] == 0 && !below[node].empty()) {
            int nearest = rows[at(below[node].front())];
            for (const int reader : below[node]) {
                nearest = std::min(nearest, rows[at(reader)]);
            }
            rows[node] = nearest - 1;
        }
    }
    return rows;
}

/// The bends of what leaves a node, made where they are first needed.
class Bends
{
public:
    explicit Bends(LayerRows& rows) : m_rows(rows) {}

    int at(int source, int row)
    {
        const auto [found, isNew] =
            m_bends.try_emplace({source, row}, static_cast<int>(m_rows.vertices.size()));
        if (isNew) {
            m_rows.vertices.push_back({row, true, {}, {}});
        }
        return found->second;
    }

private:
    LayerRows& m_rows;
    std::map<std::pair<int, int>, int> m_bends;
};

void link(LayerRows& rows, int from, int to)
{
    std::vector<int>& below = rows.vertices[at(from)].below;
    if (std::ranges::find(below, to) == below.end()) {
        below.push_back(to);
        rows.vertices[at(to)].above.push_back(from);
    }
}

} // namespace

LayerRows makeRows(const GraphDrawing& drawing)
{
    LayerRows rows;
    rows.isUpward = edgesToTurn(drawing);
    const std::vector<Link> links = downwardLinks(drawing, rows.isUpward);
    for (const int row : rowsOf(drawing.nodes.size(), links)) {
        rows.vertices.push_back({row, false, {}, {}});
    }
    Bends bends(rows);
    for (const Link& edge : links) {
        std::vector<int> way{edge.from};
        for (int row = rows.vertices[at(edge.from)].row + 1; row < rows.vertices[at(edge.to)].row;
             ++row) {
            way.push_back(bends.at(edge.from, row));
        }
        way.push_back(edge.to);
        for (std::size_t i = 1; i < way.size(); ++i) {
            link(rows, way[i - 1], way[i]);
        }
        rows.ways.push_back(std::move(way));
    }
    for (std::size_t i = 0; i < rows.vertices.size(); ++i) {
        const std::size_t row = at(rows.vertices[i].row);
        rows.rows.resize(std::max(rows.rows.size(), row + 1));
        rows.rows[row].push_back(static_cast<int>(i));
    }
    return rows;
}

} // namespace quantoscope::gui
