// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/npy_file.h"

#include <cerrno>
#include <cstring>
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

Status written(const std::ofstream& stream, const std::filesystem::path& file)
{
    if (!stream) {
        return fail(ErrorCode::FileUnwritable,
                    std::string("cannot be written: ") + std::strerror(errno), file.string());
    }
    return {};
}

} // namespace

NpyWriter::NpyWriter(std::filesystem::path file, std::ofstream stream)
    : m_file(std::move(file)), m_stream(std::move(stream))
{
}

Result<NpyWriter> NpyWriter::open(const std::filesystem::path& file, const Shape& shape)
{
    errno = 0;
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    const std::string start = header(shape);
    stream.write(start.data(), static_cast<std::streamsize>(start.size()));
    if (const Status opened = written(stream, file); !opened) {
        return failFrom(opened);
    }
    return NpyWriter(file, std::move(stream));
}

Status NpyWriter::append(std::span<const float> values)
{
    errno = 0;
    m_stream.write(reinterpret_cast<const char*>(values.data()),
                   static_cast<std::streamsize>(values.size_bytes()));
    m_stream.flush();
    return written(m_stream, m_file);
}

Status writeNpy(const std::filesystem::path& file, const TensorView& tensor)
{
    auto writer = NpyWriter::open(file, tensor.shape);
    return writer ? writer->append(tensor.values) : Status(failFrom(writer));
}

} // namespace quantoscope::cli
