// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "core/session/session_state.h"

#include <system_error>

namespace quantoscope::session {
namespace {

search::CascadePicture pictureOf(const Evaluation& cheap, const Evaluation& better,
                                 std::size_t picture, std::size_t label)
{
    const eval::TopFive& scores = cheap.predictions[picture];
    const auto expected = static_cast<int>(label);
    return {scores[0].probability - scores[1].probability, scores[0].classIndex == expected,
            better.predictions[picture][0].classIndex == expected};
}

} // namespace

Result<CascadeReportPtr> Session::measureCascade(const CascadeRequest& request,
                                                 const JobContext& context)
{
    const auto model = modelInfo();
    if (model && model->task != TaskKind::Classification) {
        return fail(ErrorCode::InvalidArgument,
                    "a cascade needs a model that classifies: its margin is between the two most "
                    "probable classes");
    }
    CascadeReport report;
    report.request = request;
    for (auto* side : {&report.cheap, &report.better}) {
        auto evaluated = evaluate(side == &report.cheap ? request.cheap : request.better, context);
        if (!evaluated) {
            return failFrom(evaluated);
        }
        *side = *std::move(evaluated);
    }
    const auto reference = floatReference();
    const auto data = dataInfo();
    if (!reference || !data || reference->labels.size() != report.cheap->predictions.size() ||
        report.better->predictions.size() != report.cheap->predictions.size()) {
        return cancelledError(); // other pictures were opened meanwhile
    }
    if (reference->labels.size() < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "a threshold needs at least two validation pictures to be chosen on");
    }
    report.isLabelled = isLabelled(*data);
    for (std::size_t i = 0; i < reference->labels.size(); ++i) {
        report.pictures.push_back(
            pictureOf(*report.cheap, *report.better, i, reference->labels[i]));
    }
    report.costs = {report.cheap->bops, report.better->bops};
    if (request.cost == CascadeCost::Time) {
        const auto cheap = measureTime(request.cheap, context);
        const auto better = cheap ? measureTime(request.better, context) : cheap;
        if (!better) {
            return failFrom(better);
        }
        report.costs = {(*cheap)->quantizedMs, (*better)->quantizedMs};
    }
    report.curve = search::cascadeCurve(report.pictures, report.costs);
    return withDrop(report, request.drop);
}

Status Session::exportCascade(const CascadeReport& report, const std::filesystem::path& folder,
                              const JobContext& context)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return fail(ErrorCode::FileUnwritable, "the folder cannot be made: " + failed.message(),
                    folder.string());
    }
    Status written = exportQdq(report.request.cheap, folder / kCheapModel, context);
    if (written) {
        written = exportQdq(report.request.better, folder / kBetterModel, context);
    }
    if (written) {
        written = writeConfiguration(report.request.cheap, folder / kCheapConfiguration);
    }
    if (written) {
        written = writeConfiguration(report.request.better, folder / kBetterConfiguration);
    }
    return written ? writeFile(folder / kCascadeManifest, cascadeJson(report)) : written;
}

} // namespace quantoscope::session
