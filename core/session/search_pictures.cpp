// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/search_pictures.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace quantoscope::session {
namespace {

constexpr std::size_t kSample = 16; // as the reference's order is stratified
constexpr std::int64_t kFewest = 6;

template <typename Chooses>
std::shared_ptr<const eval::ImageSet> part(const eval::ImageSet& images, const Chooses& chooses)
{
    std::vector<std::int32_t> chosen;
    for (std::size_t i = 0; i < images.index().samples.size(); ++i) {
        if (chooses(i)) {
            chosen.push_back(static_cast<std::int32_t>(i));
        }
    }
    return std::make_shared<const eval::ImageSet>(images.subset(chosen));
}

} // namespace

bool isLabelled(const DataInfo& data)
{
    const auto& samples = data.validation->index().samples;
    return std::ranges::all_of(samples,
                               [](const auto& sample) { return sample.label.has_value(); });
}

Result<SearchPictureSets> validationSets(std::shared_ptr<const DataInfo> data,
                                         std::shared_ptr<const FloatReference> reference,
                                         double heldOut)
{
    const auto pictures = static_cast<std::size_t>(data->validation->size());
    const std::size_t samples = (pictures + kSample - 1) / kSample;
    const auto kept =
        static_cast<std::size_t>(std::ceil((1.0 - heldOut) * static_cast<double>(samples) - 1e-9));
    const std::size_t searched = std::min(pictures, std::max<std::size_t>(kept, 1) * kSample);
    if (heldOut > 0.0 && searched == pictures) {
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(pictures) + " pictures are too few to hold any out",
                    "held-out share");
    }
    const SearchCheck check{reference, searched, pictures - searched, isLabelled(*data)};
    return SearchPictureSets{data, std::move(reference), searched, data, check};
}

Result<std::shared_ptr<const DataInfo>> judgingPictures(const DataInfo& data, bool fitsWeights)
{
    auto swapped = std::make_shared<DataInfo>(data);
    swapped->validation = data.calibration;
    if (!fitsWeights) {
        return swapped;
    }
    if (data.calibration->size() < kFewest) {
        return fail(ErrorCode::InvalidArgument,
                    "a search that corrects weights needs at least " + std::to_string(kFewest) +
                        " calibration pictures, not " + std::to_string(data.calibration->size()),
                    "calibration");
    }
    swapped->validation = part(*data.calibration, [](std::size_t i) { return i % 3 == 2; });
    swapped->calibration = part(*data.calibration, [](std::size_t i) { return i % 3 != 2; });
    return swapped;
}

SearchPictureSets calibrationSets(std::shared_ptr<const DataInfo> data,
                                  const std::shared_ptr<const FloatReference>& reference,
                                  std::shared_ptr<const DataInfo> calibration,
                                  std::shared_ptr<const FloatReference> calibrationReference)
{
    SearchPictureSets sets;
    sets.data = std::move(calibration);
    sets.reference = std::move(calibrationReference);
    sets.count = sets.reference->order.size();
    auto checked = std::make_shared<FloatReference>(*reference);
    if (data->calibrationFromValidation) {
        std::vector<bool> isUsed(checked->order.size());
        for (const std::int32_t picture : data->calibrationPositions) {
            isUsed[static_cast<std::size_t>(picture)] = true;
        }
        std::erase_if(checked->order, [&](std::int32_t picture) {
            return isUsed[static_cast<std::size_t>(picture)];
        });
    }
    const std::size_t count = checked->order.size();
    sets.check = {std::move(checked), 0, count, isLabelled(*data)};
    sets.checkData = std::move(data);
    return sets;
}

} // namespace quantoscope::session
