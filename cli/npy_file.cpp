// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/npy_file.h"

#include <string>
#include <utility>

namespace quantoscope::cli {

namespace {

constexpr std::size_t kAlignment = 64; // of the data, counted from the start of the file
constexpr std::string_view kMagic{"\x93NUMPY\x01\x00", 8};

std::string header(const Shape& shape)
{
    std::string extents;
    for (const std::int64_t extent : shape) {
        extents += std::to_string(extent) + ", ";
    }
    std::string text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + extents + "), }";
    const std::size_t before = kMagic.size() + 2 + text.size() + 1;
    text.append((kAlignment - before % kAlignment) % kAlignment, ' ');
    text += '\n';
    const auto length = static_cast<unsigned>(text.size());
    std::string bytes(kMagic);
    bytes += static_cast<char>(length & 0xFFU);
    bytes += static_cast<char>(length >> 8U);
    return bytes + text;
}

} // namespace

Result<NpyWriter> NpyWriter::open(const std::filesystem::path& file, const Shape& shape)
{
    auto created = AtomicFile::create(file);
    if (!created) {
        return failFrom(created);
    }
    if (const Status written = created->write(header(shape)); !written) {
        return failFrom(written);
    }
    return NpyWriter(*std::move(created));
}

Status NpyWriter::append(std::span<const float> values)
{
    return m_file.write({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
}

Status writeNpy(const std::filesystem::path& file, const TensorView& tensor)
{
    auto writer = NpyWriter::open(file, tensor.shape);
    if (!writer) {
        return failFrom(writer);
    }
    if (Status appended = writer->append(tensor.values); !appended) {
        return appended;
    }
    return writer->finish();
}

} // namespace quantoscope::cli
