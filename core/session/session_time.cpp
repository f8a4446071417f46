// SPDX-License-Identifier: GPL-3.0-or-later
// The model as it ships: exported, and how long it takes.
#include "core/export/qdq_onnx.h"
#include "core/model/onnx_io.h"
#include "core/session/configurations.h"
#include "core/session/layer_times.h"
#include "core/session/quantized_model.h"
#include "core/session/session_state.h"

namespace quantoscope::session {

/// The graph with QDQ pairs of a configuration, whose ranges are known.
Result<model::Graph> Session::Impl::qdqGraphLocked(const quant::Configuration& configuration,
                                                   const JobContext& context)
{
    const auto calibrated = rangesLocked(needsCalibration(configuration), context);
    if (!calibrated) {
        return failFrom(calibrated);
    }
    context.progress(Stage::Exporting, 0, 0);
    const auto quantized = quantizedModel(room->configured(), configuration,
                                          *calibrated ? &(*calibrated)->histograms : nullptr);
    return quantized ? exporting::toQdqGraph(*quantized)
                     : Result<model::Graph>(failFrom(quantized));
}

Status Session::exportQdq(const quant::Configuration& configuration,
                          const std::filesystem::path& file, const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    const quant::Configuration wanted = canonical(configuration);
    if (const Status valid = check(wanted); !valid) {
        return valid;
    }
    const auto graph = m_impl->qdqGraphLocked(wanted, context);
    return graph ? model::writeOnnx(*graph, file) : Status(failFrom(graph));
}

Result<std::shared_ptr<const TimeReport>>
Session::measureTime(const quant::Configuration& configuration, const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    const quant::Configuration wanted = canonical(configuration);
    if (const Status valid = check(wanted); !valid) {
        return failFrom(valid);
    }
    if (const Status ready = m_impl->requireData(); !ready) {
        return failFrom(ready);
    }
    const auto graph = m_impl->qdqGraphLocked(wanted, context);
    if (!graph) {
        return failFrom(graph);
    }
    EngineRoom& room = *m_impl->room;
    const auto data = dataInfo();
    auto report = measureLayerTimes(
        m_impl->engine,
        {room.info().layers.get(), &*graph, data->validation.get(), room.imageInput()}, context);
    return report ? std::make_shared<const TimeReport>(*std::move(report))
                  : Result<std::shared_ptr<const TimeReport>>(failFrom(report));
}

} // namespace quantoscope::session
