// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/shape.h"

#include <QString>

#include <span>
#include <vector>

namespace quantoscope::gui {

/// Values in rows and columns, ready to be drawn. A cell may stand for several values, of which it
/// has the one with the largest magnitude; NaN: nothing is there.
struct HeatMap
{
    int rows = 0;
    int columns = 0;
    std::vector<float> values; ///< rows * columns
    double rowStep = 1.0;      ///< values that a cell stands for, along a column
    double columnStep = 1.0;
    /// Tiles: each of a channel; 0: rows are channels, columns the values of one.
    int tileRows = 0, tileColumns = 0, tilesPerRow = 0;

    /// "channel 3, row 0, column 2".
    [[nodiscard]] QString cellName(int row, int column) const;
};

/// Channels as rows, each with its values one after another.
[[nodiscard]] HeatMap channelRows(std::span<const float> values, int channels);
/// Channels as tiles of height x width, in a field about as wide as it is high, a free row and
/// column between them.
[[nodiscard]] HeatMap channelTiles(std::span<const float> values, int channels, int height,
                                   int width);
/// Output channels' slices along `axis` one after another.
[[nodiscard]] std::vector<float> channelsFirst(std::span<const float> values, const Shape& shape,
                                               int axis);
/// The largest magnitude, at least the smallest positive number.
[[nodiscard]] double largestMagnitude(std::span<const float> values);

} // namespace quantoscope::gui
