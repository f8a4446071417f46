// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/analytic_correction.h"

#include "core/session/channel_means.h"
#include "core/session/layer_problem.h"
#include "core/session/stopwatch.h"

#include <utility>

namespace quantoscope::session {
namespace {

/// The means of a layer's inputs as the problem's moments; false where they are not known.
bool setMeans(const model::LayerModel& layers,
              const std::vector<std::optional<ChannelMeans>>& means, LayerProblem& layer)
{
    const model::TensorId input = layers.layers[layer.layer].inputs.front();
    const auto& known = means[static_cast<std::size_t>(input)];
    const std::size_t rank = layers.graph->tensor(input).shape.value_or(Shape{}).size();
    const model::LinearGeometry& at = layer.geometry;
    const auto channels = static_cast<std::size_t>(at.inChannels);
    if (!known || rank == 0 || known->axis != (at.isChannelsLast ? rank - 1 : 1) ||
        known->means.size() != channels) {
        return false;
    }
    const std::size_t each = channels / static_cast<std::size_t>(at.groups);
    for (std::size_t group = 0; group < static_cast<std::size_t>(at.groups); ++group) {
        quant::InputMoments moments;
        moments.count = 1.0;
        moments.floatSum.resize(static_cast<Eigen::Index>(at.groupInputs()));
        for (std::size_t i = 0; i < at.groupInputs(); ++i) {
            moments.floatSum[static_cast<Eigen::Index>(i)] =
                known->means[group * each + i / at.taps()];
        }
        moments.quantizedSum = moments.floatSum;
        layer.problem.groups.push_back(std::move(moments));
    }
    return true;
}

class AnalyticCorrection
{
public:
    AnalyticCorrection(LayerProblems problems, const CorrectionRequest& request,
                       const JobContext& context)
        : m_problems(std::move(problems)), m_layers(m_problems.configured().layers()),
          m_means(channelMeans(*m_layers.graph)), m_context(context)
    {
        m_report.method = request.method;
        m_report.configuration = request.base;
        m_report.configuration.corrected.clear();
    }

    Result<CorrectionReportPtr> run(const CorrectionCallback& partial)
    {
        auto published = std::make_shared<const CorrectionReport>(m_report);
        const auto total = correctableLayers(m_report.configuration);
        for (std::size_t i = 0; i < m_layers.layers.size(); ++i) {
            const auto scheme = m_report.configuration.weights.find(m_layers.layers[i].name);
            if (scheme == m_report.configuration.weights.end() ||
                !(scheme->second.canBeCorrected() || scheme->second.split > 0.0)) {
                continue;
            }
            if (m_context.cancelled()) {
                return cancelledError();
            }
            m_context.progress(Stage::Correcting, std::ssize(m_report.layers), total);
            auto corrected = correct(i, scheme->second);
            if (!corrected) {
                return failFrom(corrected);
            }
            m_report.layers.push_back(*std::move(corrected));
            m_report.seconds = m_stopwatch.seconds();
            published = std::make_shared<const CorrectionReport>(m_report);
            if (partial) {
                partial(published);
            }
        }
        return CorrectionReportPtr(published);
    }

private:
    Result<CorrectedLayer> correct(std::size_t layer, const quant::WeightScheme& scheme)
    {
        const std::string& name = m_layers.layers[layer].name;
        if (scheme.split > 0.0) {
            return CorrectedLayer{name, false, {}, UncorrectedReason::SplitChannels};
        }
        auto problem = m_problems.of(layer);
        if (!problem) {
            return CorrectedLayer{name, false, {}, UncorrectedReason::OtherKind};
        }
        if (!problem->problem.hasBias) {
            return CorrectedLayer{name, false, {}, UncorrectedReason::NothingToDo};
        }
        if (!setMeans(m_layers, m_means, *problem)) {
            return CorrectedLayer{name, false, {}, UncorrectedReason::UnknownInputs};
        }
        quant::CorrectionSettings settings;
        settings.method = m_report.method;
        const auto solved = m_problems.solve(*problem, scheme, settings, m_context);
        if (!solved) {
            return failFrom(solved);
        }
        m_report.configuration.corrected[name] = solved->weights;
        return CorrectedLayer{name, true, solved->error};
    }

    LayerProblems m_problems;
    const model::LayerModel& m_layers;                ///< as equalized
    std::vector<std::optional<ChannelMeans>> m_means; ///< by tensor
    const JobContext& m_context;
    Stopwatch m_stopwatch;
    CorrectionReport m_report;
};

} // namespace

Result<CorrectionReportPtr>
correctAnalytically(EngineRoom& room, const std::shared_ptr<const CalibrationInfo>& calibration,
                    const CorrectionRequest& request, const JobContext& context,
                    const CorrectionCallback& partial)
{
    if (!hasNormalStatistics(*room.info().layers)) {
        return fail(ErrorCode::InvalidArgument,
                    "the model has no batch normalization to take means from (its exporter has "
                    "folded it into the weights); use the method \"" +
                        quant::toString(quant::CorrectionMethod::BiasCorrection) +
                        "\", which measures them over the calibration pictures",
                    room.info().file.string());
    }
    quant::Configuration plain = request.base;
    plain.corrected.clear();
    const auto bound =
        room.configured().bind(plain, calibration ? &calibration->histograms : nullptr);
    if (!bound) {
        return failFrom(bound);
    }
    auto problems = LayerProblems::create(room, plain, bound->activations);
    if (!problems) {
        return failFrom(problems);
    }
    return AnalyticCorrection(*std::move(problems), request, context).run(partial);
}

} // namespace quantoscope::session
