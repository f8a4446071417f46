// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/live_pass.h"
#include "core/exec/activation_cache.h"
#include "core/session/engine_room.h"
#include "core/session/giving_way.h"
#include "core/session/passes.h"
#include "core/session/search_pictures.h"
#include "core/session/session.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <stop_token>
#include <utility>

namespace quantoscope::session {

/// Evaluations kept for coming back to; the front end keeps its own history beyond that.
inline constexpr std::size_t kKeptEvaluations = 64;

inline tl::unexpected<Error> notOpen(const char* what)
{
    return fail(ErrorCode::InvalidArgument, std::string("no ") + what + " open");
}

/// Results are published under `mutex`; `jobs` makes long functions run one at a time. Pointers are
/// replaced, never changed, so what was handed out stays valid.
struct Session::Impl
{
    explicit Impl(std::shared_ptr<const eval::ImageDecoder> imageDecoder)
        : decoder(std::move(imageDecoder))
    {
    }

    std::shared_ptr<const eval::ImageDecoder> decoder;
    exec::Engine engine;
    std::mutex jobs;
    std::atomic<int> urgent{0}; ///< edits that wait for their turn
    std::stop_source yielding;  ///< of the piece of work that gives way, under `mutex`
    mutable std::mutex mutex;
    std::shared_ptr<EngineRoom> room; ///< null before openModel
    std::shared_ptr<const ModelInfo> model;
    std::shared_ptr<const DataInfo> data;
    std::shared_ptr<const CalibrationInfo> calibration;
    /// What calibration saw of the model with the equalization used last.
    struct EqualizedCalibration
    {
        std::shared_ptr<const quant::Equalization> equalization;
        std::shared_ptr<const CalibrationInfo> info;
    } equalizedCalibration;
    std::shared_ptr<const FloatReference> reference;
    /// Calibration pictures that a search judges by, and their reference.
    struct Judging
    {
        std::shared_ptr<const DataInfo> data;
        std::shared_ptr<const FloatReference> reference;
    };
    std::array<Judging, 2> judging; ///< of a search that rounds, and of one that fits weights
    std::deque<std::shared_ptr<const Evaluation>> evaluations;
    std::shared_ptr<const Evaluation> previous;   ///< returned last; edits are compared with it
    std::unique_ptr<exec::ActivationCache> cache; ///< used by long functions only
    std::atomic<std::size_t> budgetBytes{kDefaultMemoryBudget};

    template <typename T>
    std::shared_ptr<T> published(const std::shared_ptr<T>& pointer) const
    {
        const std::scoped_lock lock(mutex);
        return pointer;
    }

    void forgetResults()
    {
        calibration.reset();
        equalizedCalibration = {};
        reference.reset();
        judging = {};
        evaluations.clear();
        previous.reset();
        cache.reset();
    }

    /// The kept activations of the open pictures, within the budget as it is now.
    Result<exec::ActivationCache*> cacheLocked(const FloatReference& floats,
                                               const JobContext& context)
    {
        const auto chain = room->chain(context);
        if (!chain) {
            return failFrom(chain);
        }
        if (!cache) {
            const std::size_t batches = eval::batchCount((*chain)->model(), floats.order.size());
            cache = std::make_unique<exec::ActivationCache>((*chain)->sharedModel(), batches,
                                                            budgetBytes);
        }
        cache->setBudget(budgetBytes);
        return cache.get();
    }

    Status requireData() const
    {
        if (!published(model)) {
            return notOpen("model is");
        }
        if (!published(data)) {
            return notOpen("pictures are");
        }
        return {};
    }

    Result<std::shared_ptr<const CalibrationInfo>> calibrateLocked(const JobContext& context)
    {
        if (const Status ready = requireData(); !ready) {
            return failFrom(ready);
        }
        if (auto known = published(calibration)) {
            return known;
        }
        auto info = runCalibration(*room, *published(data), nullptr, context);
        if (!info) {
            return failFrom(info);
        }
        const std::scoped_lock lock(mutex);
        calibration = std::make_shared<const CalibrationInfo>(*std::move(info));
        return calibration;
    }

    /// What calibration saw under an equalization (may be null); null before that.
    std::shared_ptr<const CalibrationInfo>
    knownCalibration(const std::shared_ptr<const quant::Equalization>& equalization) const
    {
        const std::scoped_lock lock(mutex);
        if (!equalization) {
            return calibration;
        }
        return quant::isSameEqualization(equalizedCalibration.equalization, equalization)
                   ? equalizedCalibration.info
                   : nullptr;
    }

    Result<std::shared_ptr<const CalibrationInfo>>
    calibrateEqualizedLocked(const std::shared_ptr<const quant::Equalization>& equalization,
                             const JobContext& context)
    {
        if (const auto plain = calibrateLocked(context); !plain) { // what panels show
            return failFrom(plain);
        }
        if (auto known = knownCalibration(equalization)) {
            return known;
        }
        auto info = runCalibration(*room, *published(data), equalization, context);
        if (!info) {
            return failFrom(info);
        }
        const std::scoped_lock lock(mutex);
        equalizedCalibration = {equalization,
                                std::make_shared<const CalibrationInfo>(*std::move(info))};
        return equalizedCalibration.info;
    }

    /// The calibration where a configuration needs it, else null.
    Result<std::shared_ptr<const CalibrationInfo>>
    rangesLocked(const quant::Configuration& configuration, const JobContext& context)
    {
        if (!needsCalibration(configuration)) {
            return std::shared_ptr<const CalibrationInfo>();
        }
        return calibrateLocked(configuration.equalization, context);
    }
    Result<std::shared_ptr<const CalibrationInfo>>
    calibrateLocked(const std::shared_ptr<const quant::Equalization>& equalization,
                    const JobContext& context)
    {
        return equalization ? calibrateEqualizedLocked(equalization, context)
                            : calibrateLocked(context);
    }

    Result<std::shared_ptr<const FloatReference>> evaluateFloatLocked(const JobContext& context)
    {
        if (const Status ready = requireData(); !ready) {
            return failFrom(ready);
        }
        if (auto known = published(reference)) {
            return known;
        }
        auto result = runFloatPass(*room, *published(data), context);
        if (!result) {
            return failFrom(result);
        }
        const std::scoped_lock lock(mutex);
        reference = std::make_shared<const FloatReference>(*std::move(result));
        return reference;
    }

    Result<Judging> judgingLocked(bool fitsWeights, const JobContext& context);
    Result<SearchPictureSets>
    searchPicturesLocked(const SearchRequest& request,
                         const std::shared_ptr<const FloatReference>& floats,
                         const JobContext& context);

    std::shared_ptr<const Evaluation>
    findEvaluation(const quant::Configuration& configuration) const
    {
        const std::scoped_lock lock(mutex);
        const auto found =
            std::find_if(evaluations.begin(), evaluations.end(),
                         [&](const auto& known) { return known->configuration == configuration; });
        return found == evaluations.end() ? nullptr : *found;
    }

    void keep(std::shared_ptr<const Evaluation> evaluation)
    {
        const std::scoped_lock lock(mutex);
        previous = evaluation;
        pushEvaluation(std::move(evaluation));
    }

    /// Of an exploration; dropped where other pictures have been opened meanwhile.
    void keepBeside(std::shared_ptr<const Evaluation> evaluation, const DataInfo& ofData)
    {
        const std::scoped_lock lock(mutex);
        if (data.get() == &ofData) {
            pushEvaluation(std::move(evaluation));
        }
    }

    /// With `mutex` held.
    void pushEvaluation(std::shared_ptr<const Evaluation> evaluation)
    {
        evaluations.push_back(std::move(evaluation));
        if (evaluations.size() > kKeptEvaluations) {
            evaluations.pop_front();
        }
    }

    /// Lets an edit in before anything else: stops what gives way, and takes the turn.
    [[nodiscard]] std::unique_lock<std::mutex> takeTurn()
    {
        ++urgent;
        {
            const std::scoped_lock lock(mutex);
            yielding.request_stop();
        }
        std::unique_lock<std::mutex> turn(jobs);
        --urgent;
        urgent.notify_all();
        return turn;
    }

    /// Runs a short piece of a long exploration between edits; again from its start when one came
    /// in. Cancelled when the model or the pictures have been replaced.
    template <typename Work>
    auto runGivingWay(const JobContext& context, const Work& work, const EngineRoom& ofRoom,
                      const DataInfo& ofData) -> decltype(work(context))
    {
        while (true) {
            for (int waiting = urgent; waiting > 0; waiting = urgent) {
                urgent.wait(waiting);
            }
            const std::scoped_lock job(jobs);
            if (context.cancelled() || published(room).get() != &ofRoom ||
                published(data).get() != &ofData) {
                return cancelledError();
            }
            std::stop_source stop;
            {
                const std::scoped_lock lock(mutex);
                yielding = stop;
            }
            const std::stop_callback outer(context.stop, [&stop] { stop.request_stop(); });
            auto result = work(JobContext{stop.get_token(), context.report});
            const bool gaveWay =
                !result && result.error().code == ErrorCode::Cancelled && !context.cancelled();
            if (!gaveWay) {
                return result;
            }
        }
    }

    /// runGivingWay() for what is open now, as jobs take it.
    [[nodiscard]] GivingWay givingWay(const JobContext& context, std::shared_ptr<EngineRoom> ofRoom,
                                      std::shared_ptr<const DataInfo> ofData)
    {
        return [this, &context, ofRoom = std::move(ofRoom),
                ofData = std::move(ofData)](const PieceOfWork& work) {
            return runGivingWay(context, work, *ofRoom, *ofData);
        };
    }

    /// What a job over the calibration pictures runs on.
    struct Ground
    {
        std::shared_ptr<EngineRoom> room;
        std::shared_ptr<const DataInfo> data;
        GivingWay giveWay;
    };
    /// With the turn held; fails where nothing is open or `base` does not fit it.
    [[nodiscard]] Result<Ground> groundFor(const Session& session, const quant::Configuration& base,
                                           const JobContext& context)
    {
        if (const Status ready = requireData(); !ready) {
            return failFrom(ready);
        }
        if (const Status fits = session.check(base); !fits) {
            return failFrom(fits);
        }
        const auto ownRoom = published(room);
        const auto ownData = session.dataInfo();
        return Ground{ownRoom, ownData, givingWay(context, ownRoom, ownData)};
    }

    /// What an exploration may keep beside the activations of the current configuration.
    [[nodiscard]] std::size_t sweepBudget() const
    {
        const std::size_t whole = budgetBytes;
        const std::size_t used = cache ? cache->bytes() : 0;
        return std::max(whole / 4, whole - std::min(whole, used));
    }

    /// session_time.cpp
    Result<model::Graph> qdqGraphLocked(const quant::Configuration& configuration,
                                        const JobContext& context);

    /// Calibration and FP32 results a configuration needs; calibration stays null when it needs
    /// none.
    struct Prerequisites
    {
        std::shared_ptr<const CalibrationInfo> calibration;
        std::shared_ptr<const FloatReference> reference;
    };
    Result<Prerequisites> prepareLocked(const quant::Configuration& configuration,
                                        const JobContext& context)
    {
        Prerequisites ready;
        auto floats = evaluateFloatLocked(context);
        if (!floats) {
            return failFrom(floats);
        }
        ready.reference = *std::move(floats);
        auto calibrated = rangesLocked(configuration, context);
        if (!calibrated) {
            return failFrom(calibrated);
        }
        ready.calibration = *std::move(calibrated);
        return ready;
    }
};

} // namespace quantoscope::session
