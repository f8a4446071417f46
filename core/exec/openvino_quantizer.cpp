// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/openvino_quantizer.h"

#include "core/exec/emulated_quantizer.h"
#include "core/exec/openvino_tensor.h"

#include <openvino/frontend/onnx/extension/conversion.hpp>

namespace quantoscope::exec {

OpenvinoQuantizer::OpenvinoQuantizer(const ov::Output<ov::Node>& x,
                                     const ov::Output<ov::Node>& description)
    : Op({x, description})
{
    constructor_validate_and_infer_types();
}

void OpenvinoQuantizer::validate_and_infer_types()
{
    set_output_type(0, get_input_element_type(0), get_input_partial_shape(0));
}

std::shared_ptr<ov::Node>
OpenvinoQuantizer::clone_with_new_inputs(const ov::OutputVector& inputs) const
{
    check_new_args_count(this, inputs);
    return std::make_shared<OpenvinoQuantizer>(inputs[0], inputs[1]);
}

bool OpenvinoQuantizer::visit_attributes(ov::AttributeVisitor& /*visitor*/)
{
    return true;
}

bool OpenvinoQuantizer::has_evaluate() const
{
    return get_input_element_type(0) == ov::element::f32;
}

bool OpenvinoQuantizer::evaluate(ov::TensorVector& outputs, const ov::TensorVector& inputs) const
{
    const ov::Shape& dimensions = inputs[0].get_shape();
    const std::span<const float> description(inputs[1].data<const float>(), kDescriptionSize);
    const Shape shape = shapeOfPictures(Shape(dimensions.begin(), dimensions.end()), description);
    outputs[0].set_shape(dimensions);
    const std::size_t count = inputs[0].get_size();
    emulateBatch({shape, {inputs[0].data<const float>(), count}}, quantizerFrom(description),
                 {outputs[0].data<float>(), count});
    return true;
}

ov::Extension::Ptr quantizerExtension()
{
    return std::make_shared<ov::frontend::onnx::ConversionExtension>(
        kEmulatedQuantizer, kOwnDomain, [](const ov::frontend::NodeContext& node) {
            return ov::OutputVector{
                std::make_shared<OpenvinoQuantizer>(node.get_input(0), node.get_input(1))};
        });
}

} // namespace quantoscope::exec
