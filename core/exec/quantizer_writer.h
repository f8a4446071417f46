// SPDX-License-Identifier: GPL-3.0-or-later
// Private to instrument.cpp.
#pragma once

#include "core/exec/instrument.h"

#include <string>
#include <vector>

namespace quantoscope::exec {

/// Appends one activation quantizer to a graph as ordinary operators.
class QuantizerWriter
{
public:
    /// \param hasTokens whether dynamic ranges may be taken from each token
    QuantizerWriter(model::Graph& graph, Quantizers form, model::TensorId tensor, std::string name,
                    bool hasTokens);

    /// \return what readers of the tensor read from now on
    [[nodiscard]] model::TensorId write();
    /// Where its scalars are among the graph's inputs.
    [[nodiscard]] const QuantizerInputs& inputs() const { return m_inputs; }

private:
    struct Grid
    {
        model::TensorId scale, low, high;
    };
    [[nodiscard]] Grid grid();
    [[nodiscard]] Grid dynamicGrid(const Grid& fixed);
    /// Minimum or maximum of every picture or token, zero included.
    [[nodiscard]] model::TensorId extreme(const char* reduction, const char* bound);
    [[nodiscard]] model::TensorId reduce(const char* reduction, const std::string& name,
                                         model::TensorId tensor, std::vector<std::int64_t> axes);
    [[nodiscard]] model::TensorId roundedToUnits(model::TensorId value);

    model::TensorId scalar(Scalar which, const char* name);
    model::TensorId number(const char* name, float value);
    model::TensorId append(const char* opType, const std::string& name,
                           std::vector<model::TensorId> inputs);

    model::Graph& m_graph;
    Quantizers m_form;
    model::TensorId m_tensor;
    std::string m_name;
    bool m_hasTokens;
    std::size_t m_rank;
    QuantizerInputs m_inputs;
};

} // namespace quantoscope::exec
