// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/eval/dataset.h"
#include "core/eval/text_lines.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <mutex>
#include <new>
#include <numeric>
#include <utility>

namespace quantoscope::eval {
namespace {

std::size_t pictureSize(const Preprocess& preprocess)
{
    return static_cast<std::size_t>(preprocess.width) * preprocess.height *
           preprocess.channelCount();
}

/// The failure of the first picture that has one, whatever the order in which they are found.
class FirstFailure
{
public:
    /// False once an earlier picture failed: this one no longer matters.
    [[nodiscard]] bool isAfter(std::size_t picture) const { return m_picture > picture; }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] bool exists() const { return m_picture != kNone; }

    void add(std::size_t picture, Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (picture < m_picture) {
            m_picture = picture;
            m_error = std::move(error);
        }
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::mutex m_mutex;
    std::atomic<std::size_t> m_picture{kNone};
    Error m_error;
};

Status loadOne(const Sample& sample, const Preprocess& preprocess, const ImageDecoder& decoder,
               PixelStore& pixels, std::size_t place)
{
    const std::string name = utf8FromPath(sample.file);
    try {
        const Result<Image> image = decoder.decode(sample.file);
        if (!image) {
            return failFrom(image);
        }
        const Result<std::vector<std::uint8_t>> fitted = fitImage(*image, preprocess);
        if (!fitted) {
            return fail(fitted.error().code, fitted.error().message, name);
        }
        return pixels.write(place, *fitted);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory to decode the picture", name);
    }
}

std::vector<std::int32_t> inOrder(std::size_t count)
{
    std::vector<std::int32_t> places(count);
    std::iota(places.begin(), places.end(), 0);
    return places;
}

} // namespace

ImageSet::ImageSet(DatasetIndex index, Preprocess preprocess, std::vector<std::uint8_t> pixels)
    : m_index(std::move(index)), m_preprocess(std::move(preprocess)),
      m_table(normalizeTable(m_preprocess)), m_places(inOrder(m_index.samples.size()))
{
    assert(pixels.size() == m_index.samples.size() * pictureSize(m_preprocess));
    m_pixels = std::make_shared<const PixelStore>(std::move(pixels), pictureSize(m_preprocess));
}

ImageSet::ImageSet(DatasetIndex index, Preprocess preprocess,
                   std::shared_ptr<const PixelStore> pixels, std::vector<std::int32_t> places)
    : m_index(std::move(index)), m_preprocess(std::move(preprocess)),
      m_table(normalizeTable(m_preprocess)), m_pixels(std::move(pixels)),
      m_places(std::move(places))
{
}

std::int64_t ImageSet::size() const
{
    return static_cast<std::int64_t>(m_index.samples.size());
}

Shape ImageSet::sampleShape() const
{
    const Preprocess& p = m_preprocess;
    return p.layout == TensorLayout::Nchw ? Shape{p.channelCount(), p.height, p.width}
                                          : Shape{p.height, p.width, p.channelCount()};
}

Result<std::vector<std::uint8_t>> ImageSet::pixels(std::int32_t picture) const
{
    std::vector<std::uint8_t> pixels(pictureSize(m_preprocess));
    const auto place = static_cast<std::size_t>(m_places[static_cast<std::size_t>(picture)]);
    if (const Status read = m_pixels->read(place, pixels); !read) {
        return failFrom(read);
    }
    return pixels;
}

Status ImageSet::fill(std::span<const std::int32_t> pictures, std::span<float> out) const
{
    const std::size_t size = pictureSize(m_preprocess);
    assert(out.size() == pictures.size() * size);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto own = pixels(pictures[i]);
        if (!own) {
            return failFrom(own);
        }
        normalize(*own, m_preprocess, m_table, out.subspan(i * size, size));
    }
    return {};
}

ImageSet ImageSet::subset(std::span<const std::int32_t> pictures) const
{
    DatasetIndex index = m_index;
    index.samples.clear();
    std::vector<std::int32_t> places;
    for (const std::int32_t picture : pictures) {
        index.samples.push_back(m_index.samples[static_cast<std::size_t>(picture)]);
        places.push_back(m_places[static_cast<std::size_t>(picture)]);
    }
    return {std::move(index), m_preprocess, m_pixels, std::move(places)};
}

Result<ImageSet> loadImages(const DatasetIndex& index, const Preprocess& preprocess,
                            const ImageDecoder& decoder, const JobContext& context)
{
    if (const Status valid = validate(preprocess); !valid) {
        return failFrom(valid);
    }
    const std::size_t count = index.samples.size();
    const std::size_t size = pictureSize(preprocess);
    auto pixels = PixelStore::create(count, size);
    if (!pixels) {
        return failFrom(pixels);
    }
    const auto total = static_cast<std::int64_t>(count);
    FirstFailure failure;
    std::atomic<std::int64_t> done{0};
    context.progress(Stage::DecodingImages, 0, total);
    parallelFor(count, [&](std::size_t i, unsigned worker) {
        if (context.cancelled() || !failure.isAfter(i)) {
            return;
        }
        const Status loaded = loadOne(index.samples[i], preprocess, decoder, **pixels, i);
        if (!loaded) {
            failure.add(i, loaded.error());
        }
        ++done;
        if (worker == 0) { // the thread that runs the job
            context.progress(Stage::DecodingImages, done, total);
        }
    });
    if (context.cancelled()) {
        return cancelledError();
    }
    if (failure.exists()) {
        return tl::unexpected<Error>(failure.error());
    }
    context.progress(Stage::DecodingImages, total, total);
    return ImageSet(index, preprocess, std::shared_ptr<const PixelStore>(*std::move(pixels)),
                    inOrder(count));
}

} // namespace quantoscope::eval
