// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exec/engine.h"

#include <openvino/openvino.hpp>

namespace quantoscope::exec {

/// A compiled OpenVINO model; for the engine's own files only.
class OpenvinoCompiledModel final : public CompiledModel
{
public:
    OpenvinoCompiledModel(ov::CompiledModel model, std::vector<Port> inputs,
                          std::vector<Port> outputs);

    [[nodiscard]] const std::vector<Port>& inputs() const override { return m_inputs; }
    [[nodiscard]] const std::vector<Port>& outputs() const override { return m_outputs; }
    [[nodiscard]] Result<std::unique_ptr<Request>> newRequest() const override;
    [[nodiscard]] Result<std::vector<PieceTime>> pieceTimes() const override;

private:
    mutable ov::CompiledModel m_model;
    std::vector<Port> m_inputs;
    std::vector<Port> m_outputs;
};

} // namespace quantoscope::exec
