// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/openvino_request.h"

#include <cstdlib>
#include <exception>
#include <sstream>
#include <utility>

namespace quantoscope::exec {
namespace {

// Facts of an executed model's nodes (openvino/runtime/exec_model_info.hpp, not among the headers
// that OpenVINO installs).
constexpr const char* kTimeKey = "execTimeMcs";
constexpr const char* kNamesKey = "originalLayersNames";
constexpr double kSecondsPerMicrosecond = 1e-6;

std::vector<std::string> splitNames(const std::string& list)
{
    std::vector<std::string> names;
    std::istringstream stream(list);
    for (std::string name; std::getline(stream, name, ',');) {
        names.push_back(std::move(name));
    }
    return names;
}

class OpenvinoRequest final : public Request
{
public:
    OpenvinoRequest(ov::InferRequest request, const std::vector<Port>& inputs,
                    const std::vector<Port>& outputs)
        : m_request(std::move(request)), m_inputPorts(inputs), m_outputPorts(outputs),
          m_bound(inputs.size()), m_boundOutputs(outputs.size())
    {
    }

    std::span<float> input(std::size_t index) override
    {
        ov::Tensor tensor = m_request.get_input_tensor(index);
        return {tensor.data<float>(), tensor.get_size()};
    }

    Status bind(std::size_t index, std::shared_ptr<const Tensor> tensor,
                std::int64_t first) override
    {
        const Port& port = m_inputPorts[index];
        if (const Status fits = checkShape(port, tensor->shape, first); !fits) {
            return fits;
        }
        try {
            // The engine reads inputs only; its interface has no const form.
            auto* values = const_cast<float*>(tensor->values.data()); // NOLINT
            m_request.set_input_tensor(index, wrap(port.shape, values, first));
        } catch (const std::exception& exception) {
            return fail(ErrorCode::EngineFailure, exception.what(), port.name);
        }
        m_bound[index] = std::move(tensor);
        return {};
    }

    Status bindOutput(std::size_t index, std::shared_ptr<Tensor> tensor,
                      std::int64_t first) override
    {
        const Port& port = m_outputPorts[index];
        if (const Status fits = checkShape(port, tensor->shape, first); !fits) {
            return fits;
        }
        try {
            m_request.set_output_tensor(index, wrap(port.shape, tensor->values.data(), first));
        } catch (const std::exception& exception) {
            return fail(ErrorCode::EngineFailure, exception.what(), port.name);
        }
        m_boundOutputs[index] = std::move(tensor);
        return {};
    }

    Status run() override
    {
        try {
            m_request.infer();
            return {};
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory, "not enough memory to run the model");
        } catch (const std::exception& exception) {
            return fail(ErrorCode::EngineFailure, exception.what());
        }
    }

    TensorView output(std::size_t index) const override
    {
        const ov::Tensor tensor = m_request.get_output_tensor(index);
        return {m_outputPorts[index].shape,
                std::span<const float>(tensor.data<const float>(), tensor.get_size())};
    }

private:
    static Status checkShape(const Port& port, const Shape& shape, std::int64_t first)
    {
        Shape fitting = port.shape;
        if (!fitting.empty() && shape.size() == fitting.size() && first >= 0 &&
            shape.front() >= first + fitting.front()) {
            fitting.front() = shape.front();
        }
        return shape == fitting
                   ? Status{}
                   : fail(ErrorCode::ShapeMismatch,
                          "has shape " + toString(shape) + ", expected " + toString(port.shape),
                          port.name);
    }

    static ov::Tensor wrap(const Shape& shape, float* values, std::int64_t first)
    {
        Shape row = shape;
        if (!row.empty()) {
            row.front() = 1;
        }
        return {ov::element::f32, ov::Shape(shape.begin(), shape.end()),
                values + first * elementCount(row)};
    }

    mutable ov::InferRequest m_request; ///< keeps its compiled model alive
    std::vector<Port> m_inputPorts;
    std::vector<Port> m_outputPorts;
    std::vector<std::shared_ptr<const Tensor>> m_bound;
    std::vector<std::shared_ptr<Tensor>> m_boundOutputs;
};

} // namespace

OpenvinoCompiledModel::OpenvinoCompiledModel(ov::CompiledModel model, std::vector<Port> inputs,
                                             std::vector<Port> outputs)
    : m_model(std::move(model)), m_inputs(std::move(inputs)), m_outputs(std::move(outputs))
{
}

Result<std::unique_ptr<Request>> OpenvinoCompiledModel::newRequest() const
{
    try {
        return std::make_unique<OpenvinoRequest>(m_model.create_infer_request(), m_inputs,
                                                 m_outputs);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to run the model");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::EngineFailure, exception.what());
    }
}

Result<std::vector<PieceTime>> OpenvinoCompiledModel::pieceTimes() const
{
    try {
        std::vector<PieceTime> pieces;
        for (const auto& node : m_model.get_runtime_model()->get_ordered_ops()) {
            const ov::RTMap& facts = node->get_rt_info();
            const auto time = facts.find(kTimeKey);
            const auto names = facts.find(kNamesKey);
            if (time == facts.end() || names == facts.end()) {
                continue;
            }
            // "not_executed" where the piece never ran
            const double microseconds =
                std::strtod(time->second.as<std::string>().c_str(), nullptr);
            pieces.push_back({splitNames(names->second.as<std::string>()),
                              microseconds * kSecondsPerMicrosecond});
        }
        return pieces;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::EngineFailure, exception.what());
    }
}

} // namespace quantoscope::exec
