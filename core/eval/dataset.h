// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/eval/preprocess.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// Where pictures and their classes come from.
struct DatasetRequest
{
    std::filesystem::path images;  ///< folder: flat, or one sub-folder per class
    std::filesystem::path labels;  ///< CSV/TXT "file,label"; empty: <images>.csv, <images>.txt or labels.csv/.txt inside when present
    std::filesystem::path classes; ///< class names, one a line; empty: classes.txt beside or inside `images` when present
    std::int64_t limit = 0;        ///< at most so many pictures (0: all), taken in file order
};

struct Sample
{
    std::filesystem::path file;
    std::string displayName; ///< path relative to the images folder
    std::optional<int> label; ///< class index
};

/// What a folder holds, before anything is decoded. Samples are sorted by displayName.
struct DatasetIndex
{
    std::vector<Sample> samples;
    std::vector<std::string> classNames; ///< empty when unknown
    bool hasLabels = false;              ///< every sample has one
};

/// Lists a folder. Sub-folders are classes: named by a class index when all names are integers, by a
/// class name when classes are known, else numbered in sorted order. Errors: FileNotFound; InvalidData for
/// an empty folder (naming it and the formats looked for) or a wrong labels row (naming file, row, content and what was expected).
[[nodiscard]] Result<DatasetIndex> indexDataset(const DatasetRequest& request);

/// Decoded and fitted pictures, 8 bits a value, in the index's order. Immutable once made.
class ImageSet
{
public:
    ImageSet(DatasetIndex index, Preprocess preprocess, std::vector<std::uint8_t> pixels);

    [[nodiscard]] const DatasetIndex& index() const { return m_index; }
    [[nodiscard]] const Preprocess& preprocess() const { return m_preprocess; }
    [[nodiscard]] std::int64_t size() const;
    /// One picture's tensor: [C,H,W] or [H,W,C] by the layout.
    [[nodiscard]] Shape sampleShape() const;
    /// Normalized values of pictures `order[first] .. order[first + count - 1]` one after another into `out`.
    void fill(std::span<const std::int32_t> pictures, std::span<float> out) const;

private:
    DatasetIndex m_index;
    Preprocess m_preprocess;
    std::vector<std::uint8_t> m_pixels;
};

/// Decodes all pictures on all cores. A damaged picture is an error that names it.
[[nodiscard]] Result<ImageSet> loadImages(const DatasetIndex& index, const Preprocess& preprocess,
                                          const ImageDecoder& decoder, const JobContext& context);

} // namespace quantoscope::eval
