// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/raw_options.h"

#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace quantoscope::cli {

// Options that say how a model is quantized.

/// Settings for a whole model. \return the options, the bits first, so that others can exclude them
std::vector<CLI::Option*> addUniform(CLI::App& command, RawOptions& raw,
                                     session::UniformSettings& uniform,
                                     const char* bitsName = "--bits");
void addHardware(CLI::App& command, HardwareOptions& hardware);
/// A configuration file, or what addUniform adds; ranges, pruning and splitting beside either.
void addQuantization(CLI::App& command, RawOptions& raw, QuantizationOptions& quantization,
                     const char* bitsName = "--bits");
/// And the layers that these work on.
void addEqualization(CLI::App& command, EqualizationOptions& equalization);
void addRequantization(CLI::App& command, QuantizationOptions& quantization);

} // namespace quantoscope::cli
