// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openvino/core/extension.hpp>
#include <openvino/op/op.hpp>

namespace quantoscope::exec {

/// An activation quantizer as one operator that the engine runs through `evaluate` (see
/// emulateBatch); for the engine's own files only.
class OpenvinoQuantizer final : public ov::op::Op
{
public:
    OPENVINO_OP("EmulatedQuantizer", "quantoscope")

    OpenvinoQuantizer() = default;
    OpenvinoQuantizer(const ov::Output<ov::Node>& x, const ov::Output<ov::Node>& description);

    void validate_and_infer_types() override;
    std::shared_ptr<ov::Node> clone_with_new_inputs(const ov::OutputVector& inputs) const override;
    bool visit_attributes(ov::AttributeVisitor& visitor) override;
    bool has_evaluate() const override;
    bool evaluate(ov::TensorVector& outputs, const ov::TensorVector& inputs) const override;
};

/// What makes the engine read it from ONNX.
[[nodiscard]] ov::Extension::Ptr quantizerExtension();

} // namespace quantoscope::exec
