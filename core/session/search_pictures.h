// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"
#include "core/session/search_points.h"

#include <cstddef>
#include <memory>

namespace quantoscope::session {

/// Pictures that a search judges by, and those that check its outcome.
struct SearchPictureSets
{
    std::shared_ptr<const DataInfo> data; ///< its `validation` are the search's
    std::shared_ptr<const FloatReference> reference;
    std::size_t count = 0; ///< of the reference's order, the first ones
    std::shared_ptr<const DataInfo> checkData;
    SearchCheck check;
};

/// The first validation pictures, in whole stratified samples of 16, and the others.
/// InvalidArgument where there are too few pictures to hold any out.
[[nodiscard]] Result<SearchPictureSets>
validationSets(std::shared_ptr<const DataInfo> data,
               std::shared_ptr<const FloatReference> reference, double heldOut);

/// These pictures with the calibration set in place of the validation set. Where weights are
/// fitted, every third calibration picture judges and the others fit: by pictures that weights were
/// fitted to, all assignments look alike (4 bits on efficientnet-lite0: KL 0.001 on those, 0.07 on
/// others). InvalidArgument where there are fewer than 6.
[[nodiscard]] Result<std::shared_ptr<const DataInfo>> judgingPictures(const DataInfo& data,
                                                                      bool fitsWeights);

/// The calibration pictures that judge, and all validation pictures that are not among them.
/// \param calibration what judgingPictures made, and its reference
[[nodiscard]] SearchPictureSets
calibrationSets(std::shared_ptr<const DataInfo> data,
                const std::shared_ptr<const FloatReference>& reference,
                std::shared_ptr<const DataInfo> calibration,
                std::shared_ptr<const FloatReference> calibrationReference);

[[nodiscard]] bool isLabelled(const DataInfo& data);

} // namespace quantoscope::session
