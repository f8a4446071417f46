// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quant/scheme.h"

#include <map>
#include <string>
#include <vector>

namespace quantoscope::session {

/// What one would start with on a target device.
struct HardwareDefaults
{
    quant::BitsPreset bits;
    bool symmetricActivations = false;
    bool perTensorWeights = false;
    friend bool operator==(const HardwareDefaults&, const HardwareDefaults&) = default;
};

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
    bool anyWeightAxis = false;                  ///< channels and groups along any axis of weights
    bool dynamicRanges = false;                  ///< activation ranges of each picture or token
    std::vector<int> activationBits = {};        ///< ascending, of 2..8, 16, 32; empty: all of them
    bool asymmetricWeights = true;               ///< weights with a zero point
    bool asymmetricActivations = true;           ///< activations with a zero point
    bool perChannelWeights = true;               ///< a scale for each output channel
    /// Operators that it runs in float: neither their weights nor their outputs are quantized.
    std::vector<std::string> floatOperators = {};
    HardwareDefaults defaults = {};

    [[nodiscard]] const std::vector<int>& weightBitsOf(const std::string& op) const;
    [[nodiscard]] bool takesWeights(const std::string& op, const quant::Precision& precision) const;
    [[nodiscard]] bool takesActivations(const std::string& op,
                                        const quant::Precision& precision) const;
    [[nodiscard]] bool keepsInFloat(const std::string& op) const;
    [[nodiscard]] bool takes(quant::Granularity granularity) const;
    /// Of quant::WeightScheme::axis; every device takes -1.
    [[nodiscard]] bool takesAxis(int axis) const { return axis < 0 || anyWeightAxis; }
    friend bool operator==(const HardwareProfile&, const HardwareProfile&) = default;
};

/// A profile as JSON: {"format": "quantoscope-hardware-profile", "version": 1, "id": "edge-tpu",
/// "name": "Edge TPU", "weightBits": [8], "source": "..."}, and where operators differ
/// "weightBitsByOp": {"Conv": [4, 8]}. May be there: "weightFormats": ["FP8E4M3", "FP16"],
/// "activationFormats": ["FP8E4M3"], "blocks": ["per-group", "mx"], "anyWeightAxis": true,
/// "dynamicRanges": true, "activationBits": [8, 16], "asymmetricWeights": false,
/// "asymmetricActivations": false, "perChannelWeights": false, "floatOperators": ["Softmax"],
/// "default": {"bits": "W8A8", "symmetricActivations": true, "perTensorWeights": true}. Errors:
/// InvalidData naming `origin` and the key.
[[nodiscard]] Result<HardwareProfile> hardwareProfileFromJson(const std::string& text,
                                                              const std::string& origin);

/// The profiles that come with the program (resources/profiles), by id.
[[nodiscard]] const std::vector<HardwareProfile>& bundledHardwareProfiles();

/// The bundled profile of that id, or else the one in the file of that path. FileNotFound lists the
/// ids where it is neither.
[[nodiscard]] Result<HardwareProfile> findHardwareProfile(const std::string& idOrFile);

} // namespace quantoscope::session
