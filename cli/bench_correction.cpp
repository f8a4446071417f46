// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench_correction.h"

#include "cli/pass_clock.h"

namespace quantoscope::cli {

namespace {

using Json = nlohmann::ordered_json;

Json figure(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// Passes are those of just before and just after, as a shared machine changes its pace.
Result<Json> measureOne(session::Session& session, const std::string& bits, PassClock& clock,
                        const JobContext& context)
{
    const auto preset = quant::parseBits(bits);
    if (!preset) {
        return failFrom(preset);
    }
    session::UniformSettings settings;
    settings.bits = *preset;
    const auto base = session.uniform(settings);
    if (!base) {
        return failFrom(base);
    }
    const auto before = session.evaluate(*base, context);
    const auto reference = before ? clock.measure() : Result<double>(0.0);
    if (!before || !reference) {
        return before ? failFrom(reference) : failFrom(before);
    }
    session::CorrectionRequest request;
    request.base = *base;
    const auto corrected = session.correctWeights(request, context);
    const auto pass = corrected ? clock.measure() : Result<double>(0.0);
    if (!corrected || !pass) {
        return corrected ? failFrom(pass) : failFrom(corrected);
    }
    const auto after = session.evaluate((*corrected)->configuration, context);
    if (!after) {
        return failFrom(after);
    }
    return Json{{"bits", bits},
                {"layers", (*corrected)->correctedLayers()},
                {"seconds", (*corrected)->seconds},
                {"passes", (*corrected)->seconds / *pass},
                {"nearestTop1", figure((*before)->accuracy.top1)},
                {"top1", figure((*after)->accuracy.top1)}};
}

} // namespace

Result<Json> measureCorrections(session::Session& session, std::span<const std::string> bits,
                                const JobContext& context)
{
    PassClock clock(session, context);
    if (const auto pass = clock.measure(); !pass) {
        return failFrom(pass);
    }
    Json measured = Json::array();
    for (const std::string& each : bits) {
        auto one = measureOne(session, each, clock, context);
        if (!one) {
            return failFrom(one);
        }
        measured.push_back(*std::move(one));
    }
    return Json{{"passSeconds", clock.mean()}, {"corrections", std::move(measured)}};
}

} // namespace quantoscope::cli
