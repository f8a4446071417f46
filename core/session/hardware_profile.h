// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/scheme.h"

#include <map>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What a target device takes.
struct HardwareProfile
{
    std::string id;              ///< lower case, digits and hyphens
    std::string name;            ///< for people
    std::vector<int> weightBits; ///< ascending; of 1..8, 16 and 32 (the layer stays in FP32)
    /// In place of weightBits, by operator as the layer table names it: "Conv", "DepthwiseConv".
    std::map<std::string, std::vector<int>> weightBitsByOp;
    std::string source;                                   ///< the document that says so
    std::vector<quant::Precision> weightFormats = {};     ///< beside integers and FP32
    std::vector<quant::Precision> activationFormats = {}; ///< beside integers and FP32
    std::vector<quant::Granularity> blocks = {}; ///< of PerGroup and MxBlocks; the others are taken
    bool dynamicRanges = false;                  ///< activation ranges of each picture or token

    [[nodiscard]] const std::vector<int>& weightBitsOf(const std::string& op) const;
    [[nodiscard]] bool takesWeights(const std::string& op, const quant::Precision& precision) const;
    [[nodiscard]] bool takesActivations(const quant::Precision& precision) const;
    [[nodiscard]] bool takes(quant::Granularity granularity) const;
    friend bool operator==(const HardwareProfile&, const HardwareProfile&) = default;
};

/// A profile as JSON: {"format": "quantoscope-hardware-profile", "version": 1, "id": "edge-tpu",
/// "name": "Edge TPU", "weightBits": [8], "source": "..."}, and where operators differ
/// "weightBitsByOp": {"Conv": [4, 8]}. May be there: "weightFormats": ["FP8E4M3", "FP16"],
/// "activationFormats": ["FP8E4M3"], "blocks": ["per-group", "mx"], "dynamicRanges": true. Errors:
/// InvalidData naming `origin` and the key.
[[nodiscard]] Result<HardwareProfile> hardwareProfileFromJson(const std::string& text,
                                                              const std::string& origin);

/// The profiles that come with the program (resources/profiles), by id.
[[nodiscard]] const std::vector<HardwareProfile>& bundledHardwareProfiles();

/// The bundled profile of that id, or else the one in the file of that path. FileNotFound lists the
/// ids where it is neither.
[[nodiscard]] Result<HardwareProfile> findHardwareProfile(const std::string& idOrFile);

} // namespace quantoscope::session
