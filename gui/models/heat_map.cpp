// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/heat_map.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quantoscope::gui {

namespace {

/// More cells than pixels are not seen, and cost time.
constexpr int kMostCells = 1200;

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui::HeatMap", text);
}

int cellsFor(int count)
{
    return std::min(count, kMostCells);
}

/// Fills a map's cells from a field of `rows` x `columns` values read by `valueAt`.
template <typename ValueAt>
void pool(HeatMap& map, int rows, int columns, const ValueAt& valueAt)
{
    map.rows = cellsFor(rows);
    map.columns = cellsFor(columns);
    map.rowStep = static_cast<double>(rows) / std::max(1, map.rows);
    map.columnStep = static_cast<double>(columns) / std::max(1, map.columns);
    map.values.assign(static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns),
                      std::numeric_limits<float>::quiet_NaN());
    for (int row = 0; row < rows; ++row) {
        const auto cellRow = static_cast<std::size_t>(row / map.rowStep);
        for (int column = 0; column < columns; ++column) {
            const float value = valueAt(row, column);
            float& cell = map.values[cellRow * static_cast<std::size_t>(map.columns) +
                                     static_cast<std::size_t>(column / map.columnStep)];
            if (std::isnan(cell) || std::abs(value) > std::abs(cell)) {
                cell = value;
            }
        }
    }
}

} // namespace

QString HeatMap::cellName(int row, int column) const
{
    const int trueRow = static_cast<int>(row * rowStep);
    const int trueColumn = static_cast<int>(column * columnStep);
    if (tilesPerRow == 0) {
        return tr("channel %1, value %2").arg(trueRow).arg(trueColumn);
    }
    const int tile = trueRow / (tileRows + 1) * tilesPerRow + trueColumn / (tileColumns + 1);
    return tr("channel %1, row %2, column %3")
        .arg(tile)
        .arg(trueRow % (tileRows + 1))
        .arg(trueColumn % (tileColumns + 1));
}

HeatMap channelRows(std::span<const float> values, int channels)
{
    HeatMap map;
    const int columns = channels > 0 ? static_cast<int>(values.size()) / channels : 0;
    pool(map, columns > 0 ? channels : 0, columns, [&](int row, int column) {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    });
    return map;
}

HeatMap channelTiles(std::span<const float> values, int channels, int height, int width)
{
    HeatMap map;
    const auto tile = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    if (channels < 1 || tile == 0 || values.size() < tile * static_cast<std::size_t>(channels)) {
        return map;
    }
    const double area = static_cast<double>(channels) * (height + 1) * (width + 1);
    const int perRow =
        std::clamp(static_cast<int>(std::lround(std::sqrt(area) / (width + 1))), 1, channels);
    const int tileRowsNeeded = (channels + perRow - 1) / perRow;
    map.tileRows = height;
    map.tileColumns = width;
    map.tilesPerRow = perRow;
    pool(map, tileRowsNeeded * (height + 1) - 1, perRow * (width + 1) - 1,
         [&](int row, int column) {
             const int y = row % (height + 1);
             const int x = column % (width + 1);
             const int channel = row / (height + 1) * perRow + column / (width + 1);
             if (y == height || x == width || channel >= channels) {
                 return std::numeric_limits<float>::quiet_NaN();
             }
             return values[static_cast<std::size_t>(channel) * tile +
                           static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                           static_cast<std::size_t>(x)];
         });
    return map;
}

std::vector<float> channelsFirst(std::span<const float> values, const Shape& shape, int axis)
{
    std::size_t inner = 1;
    for (std::size_t i = static_cast<std::size_t>(axis) + 1; i < shape.size(); ++i) {
        inner *= static_cast<std::size_t>(shape[i]);
    }
    const auto channels = static_cast<std::size_t>(shape[static_cast<std::size_t>(axis)]);
    const std::size_t outer = values.size() / std::max<std::size_t>(1, inner * channels);
    std::vector<float> sorted;
    sorted.reserve(values.size());
    for (std::size_t channel = 0; channel < channels; ++channel) {
        for (std::size_t o = 0; o < outer; ++o) {
            const auto part = values.subspan((o * channels + channel) * inner, inner);
            sorted.insert(sorted.end(), part.begin(), part.end());
        }
    }
    return sorted;
}

double largestMagnitude(std::span<const float> values)
{
    float most = std::numeric_limits<float>::min();
    for (const float value : values) {
        most = std::max(most, std::abs(value)); // NaN compares false and is passed over
    }
    return static_cast<double>(most);
}

} // namespace quantoscope::gui
