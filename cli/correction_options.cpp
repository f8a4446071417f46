// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/correction_options.h"

#include "cli/named_option.h"
#include "cli/quantization_options.h"

namespace quantoscope::cli {
namespace {

void addMethods(CLI::App& command, QuantizationOptions& quantization)
{
    addNamedOption(
        command,
        {"--method",
         "How weights are corrected (means --correct), in all layers or in some: reconstruction "
         "(default: least squares, second-order rounding, biases from means), gptq (Frantar et "
         "al. 2022), adaround (Nagel et al. 2020), bias-correction (means over the calibration "
         "pictures; Nagel et al. 2019, section 4.2), bias-correction-analytic (means from batch "
         "normalization, without a picture; section 4.2.1 there), or nearest to compare with. "
         "May be given several times, e.g. --method gptq --method conv1=adaround; a * in the "
         "name of a layer stands for any characters. Where only layers are named, others stay "
         "as they are",
         "[LAYER=]METHOD"},
        quantization.methods,
        [](const std::string& text) { return quant::parseCorrectionMethod(text); })
        ->each([&quantization](const std::string&) { quantization.correct = true; });
}

} // namespace

void addCorrection(CLI::App& command, QuantizationOptions& quantization)
{
    command
        .add_flag("--correct", quantization.correct,
                  "Fit weights and biases to the calibration pictures, layer by layer, in "
                  "place of rounding to nearest")
        ->group("Quantization");
    addEqualization(command, quantization.equalization);
    addMethods(command, quantization);
    command
        .add_option("--correction-table", quantization.correctionTable,
                    "Write every corrected layer's output error before and after as CSV")
        ->type_name("FILE.csv")
        ->group("Quantization");
    CLI::Option* best =
        command
            .add_option(
                "--best", quantization.bestSeconds,
                "Choose calibration and post-training methods for this model within so "
                "many seconds, by calibration pictures that nothing is fitted to; bits stay")
            ->type_name("SECONDS")
            ->check(CLI::PositiveNumber)
            ->group("Quantization");
    for (const char* other : {"--correct", "--equalize", "--absorb-biases", "--smooth-quant",
                              "--method", "--only-layers"}) {
        best->excludes(command.get_option(other));
    }
}

} // namespace quantoscope::cli
