// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/eval/pixel_store.h"
#include "core/eval/preprocess.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantoscope::eval {

/// Where pictures and their classes come from. An empty `labels` means <images>.csv, <images>.txt
/// or labels.csv, labels.txt inside when present; an empty `classes` means classes.txt inside
/// `images` or beside it when present.
struct DatasetRequest
{
    std::filesystem::path images;  ///< folder: flat, or one sub-folder per class
    std::filesystem::path labels;  ///< CSV or TXT, "file,label"
    std::filesystem::path classes; ///< class names, one a line
    std::int64_t limit = 0;        ///< at most so many pictures (0: all), taken in file order
    friend bool operator==(const DatasetRequest&, const DatasetRequest&) = default;
};

struct Sample
{
    std::filesystem::path file;
    std::string displayName;  ///< path relative to the images folder
    std::optional<int> label; ///< class index
};

/// What a folder holds, before anything is decoded. Samples are sorted by displayName.
struct DatasetIndex
{
    std::vector<Sample> samples;
    std::vector<std::string> classNames; ///< empty when unknown
    bool hasLabels = false;              ///< every sample has one
    std::filesystem::path labelsFile;    ///< the one that was read; empty without
    std::int64_t ignoredCount = 0; ///< pictures in the folder that the labels file does not name
};

/// Lists a folder. Labels come from, in this order: the labels file of the request; the
/// sub-folders, when all pictures lie in them; a labels file found by its name; else there are
/// none. Sub-folders are classes: named by a class index when all names are integers, by a class
/// name when classes are known, else numbered in sorted order (as many as there are class names,
/// when known). With a labels file only the pictures that it names are used. Errors: FileNotFound;
/// InvalidArgument for a negative limit; InvalidData for an empty folder (naming it and the formats
/// looked for), pictures both in the folder and in sub-folders without a labels file, a sub-folder
/// that is no class, and a wrong labels row (naming file, row, content and what was expected).
[[nodiscard]] Result<DatasetIndex> indexDataset(const DatasetRequest& request);

/// InvalidData naming the first picture whose label is not below the model's number of classes.
[[nodiscard]] Status checkLabels(const DatasetIndex& index, std::int64_t classCount);

/// Decoded and fitted pictures, 8 bits a value, in the index's order. Immutable once made. Many of
/// them lie in a file, see PixelStore.
class ImageSet
{
public:
    /// `pixels`: [size, height, width, channelCount] as fitImage makes them.
    ImageSet(DatasetIndex index, Preprocess preprocess, std::vector<std::uint8_t> pixels);

    [[nodiscard]] const DatasetIndex& index() const { return m_index; }
    [[nodiscard]] const Preprocess& preprocess() const { return m_preprocess; }
    [[nodiscard]] std::int64_t size() const;
    /// One picture's tensor: [C,H,W] or [H,W,C] by the layout.
    [[nodiscard]] Shape sampleShape() const;
    /// One fitted picture, [height, width, channelCount], channels in the order of the
    /// preprocessing. Errors: as of PixelStore.
    [[nodiscard]] Result<std::vector<std::uint8_t>> pixels(std::int32_t picture) const;
    /// Normalized values of the pictures with these positions, one after another, into `out`, which
    /// holds pictures.size() times the sample's elements. Errors: as of PixelStore.
    [[nodiscard]] Status fill(std::span<const std::int32_t> pictures, std::span<float> out) const;
    /// The set of the pictures with these positions, in this order; shares their pixels.
    [[nodiscard]] ImageSet subset(std::span<const std::int32_t> pictures) const;

private:
    friend Result<ImageSet> loadImages(const DatasetIndex& index, const Preprocess& preprocess,
                                       const ImageDecoder& decoder, const JobContext& context);
    ImageSet(DatasetIndex index, Preprocess preprocess, std::shared_ptr<const PixelStore> pixels,
             std::vector<std::int32_t> places);

    DatasetIndex m_index;
    Preprocess m_preprocess;
    NormalizeTable m_table;
    std::shared_ptr<const PixelStore> m_pixels;
    std::vector<std::int32_t> m_places; ///< of the pictures in the store
};

/// Decodes and fits all pictures on all cores. Errors: those of the decoder and of fitImage, naming
/// the first picture that failed; OutOfMemory; Cancelled.
[[nodiscard]] Result<ImageSet> loadImages(const DatasetIndex& index, const Preprocess& preprocess,
                                          const ImageDecoder& decoder, const JobContext& context);

} // namespace quantoscope::eval
