// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tensor_files.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace quantoscope::cli {

Status writePictures(const std::filesystem::path& file, const eval::ImageSet& pictures)
{
    Shape shape = pictures.sampleShape();
    std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
    shape.insert(shape.begin(), pictures.size());
    auto writer = NpyWriter::open(file, shape);
    if (!writer) {
        return failFrom(writer);
    }
    for (std::int32_t i = 0; i < pictures.size(); ++i) {
        Status appended = pictures.fill(std::array{i}, values);
        if (appended) {
            appended = writer->append(values);
        }
        if (!appended) {
            return appended;
        }
    }
    return writer->finish();
}

void OutputCollector::add(const session::PartialEvaluation& partial)
{
    if (partial.pictures.empty()) {
        return;
    }
    const std::int64_t size = partial.outputs.shape.back();
    if (m_outputs.values.empty()) {
        m_outputs.shape = {partial.totalImages, size};
        m_outputs.values.resize(static_cast<std::size_t>(partial.totalImages * size));
    }
    for (std::size_t i = 0; i < partial.pictures.size(); ++i) {
        const auto row = partial.outputs.values.subspan(i * static_cast<std::size_t>(size),
                                                        static_cast<std::size_t>(size));
        std::ranges::copy(row, m_outputs.values.begin() + partial.pictures[i] * size);
    }
}

} // namespace quantoscope::cli
