// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tensor.h"
#include "core/quant/scheme.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace quantoscope::tests {

/// The bundled sample network on its validation pictures: real figures for algorithms that run
/// nothing themselves. Ends the test program with a message where the sample cannot be opened.
class SampleRun
{
public:
    explicit SampleRun(std::size_t pictureLimit = 0);
    ~SampleRun();

    [[nodiscard]] const std::vector<std::size_t>& labels() const { return m_labels; }
    [[nodiscard]] const std::vector<std::string>& weightLayers() const { return m_layers; }
    /// Share of a pass that remains from each weight layer to the end, by MACs.
    [[nodiscard]] const std::vector<double>& remainingShares() const { return m_shares; }
    /// Scores of all pictures with these layers' weights quantized per channel, [pictures,
    /// classes].
    [[nodiscard]] Tensor scores(const quant::Configuration& configuration);
    /// A configuration with weights of `bits`; by index into weightLayers().
    [[nodiscard]] quant::Configuration onlyLayer(std::size_t layer, int bits) const;
    [[nodiscard]] quant::Configuration allLayers(int bits) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
    std::vector<std::size_t> m_labels;
    std::vector<std::string> m_layers;
    std::vector<double> m_shares;
};

} // namespace quantoscope::tests
