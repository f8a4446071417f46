// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/configurations.h"
#include "core/session/data_opening.h"
#include "core/session/layer_figures.h"
#include "core/session/model_opening.h"
#include "core/session/session_state.h"

#include <algorithm>
#include <utility>

namespace quantoscope::session {

Session::Session(std::shared_ptr<const eval::ImageDecoder> decoder)
    : m_impl(std::make_unique<Impl>(std::move(decoder)))
{
}

Session::~Session() = default;

Result<std::shared_ptr<const ModelInfo>> Session::openModel(const ModelRequest& request,
                                                            const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    auto opened = openModelFile(m_impl->engine, request, context);
    if (!opened) {
        return failFrom(opened);
    }
    auto info = std::make_shared<const ModelInfo>(*std::move(opened));
    auto room = std::make_shared<EngineRoom>(m_impl->engine, info);
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->model = info;
    m_impl->room = std::move(room);
    m_impl->data.reset();
    m_impl->forgetResults();
    return info;
}

Result<std::shared_ptr<const ModelInfo>>
Session::keepBatchNorms(const std::vector<std::string>& layers, const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    const auto model = modelInfo();
    if (!model) {
        return notOpen("model is");
    }
    auto opened = openModelFile(m_impl->engine, {model->file, model->fixed, layers}, context);
    if (!opened) {
        return failFrom(opened);
    }
    if (context.cancelled()) { // a later call may have had its turn before
        return cancelledError();
    }
    auto info = std::make_shared<const ModelInfo>(*std::move(opened));
    auto room = std::make_shared<EngineRoom>(m_impl->engine, info);
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->model = info;
    m_impl->room = std::move(room);
    m_impl->forgetResults();
    return info;
}

Result<std::shared_ptr<const DataInfo>> Session::openData(const DataRequest& request,
                                                          const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    const auto model = modelInfo();
    if (!model) {
        return notOpen("model is");
    }
    auto opened = openPictures(*model, request, *m_impl->decoder, context);
    if (!opened) {
        return failFrom(opened);
    }
    if (context.cancelled()) { // a later call may have had its turn before
        return cancelledError();
    }
    auto info = std::make_shared<const DataInfo>(*std::move(opened));
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->data = info;
    m_impl->forgetResults();
    return info;
}

void Session::close()
{
    const auto turn = m_impl->takeTurn();
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->model.reset();
    m_impl->room.reset();
    m_impl->data.reset();
    m_impl->forgetResults();
}

Result<std::shared_ptr<const CalibrationInfo>> Session::calibrate(const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    return m_impl->calibrateLocked(context);
}

Result<std::shared_ptr<const FloatReference>> Session::evaluateFloat(const JobContext& context)
{
    const auto turn = m_impl->takeTurn();
    return m_impl->evaluateFloatLocked(context);
}

Result<std::shared_ptr<const Evaluation>>
Session::evaluate(const quant::Configuration& configuration, const JobContext& context,
                  const PartialCallback& partial)
{
    const auto turn = m_impl->takeTurn();
    const quant::Configuration wanted = canonical(configuration);
    if (const Status valid = check(wanted); !valid) {
        return failFrom(valid);
    }
    if (auto known = m_impl->findEvaluation(wanted)) {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->previous = known;
        return known;
    }
    const auto ready = m_impl->prepareLocked(wanted, context);
    if (!ready) {
        return failFrom(ready);
    }
    const auto cache = m_impl->cacheLocked(*ready->reference, context);
    if (!cache) {
        return failFrom(cache);
    }
    const auto previous = m_impl->published(m_impl->previous);
    auto evaluated = runQuantizedPass(
        *m_impl->room,
        {*dataInfo(), *ready->reference, ready->calibration.get(), wanted, *cache, previous.get()},
        context, partial);
    if (!evaluated) {
        return failFrom(evaluated);
    }
    auto result = std::make_shared<const Evaluation>(*std::move(evaluated));
    m_impl->keep(result);
    return result;
}

Result<std::shared_ptr<const Evaluation>>
Session::evaluateBetweenEdits(const quant::Configuration& configuration, const JobContext& context)
{
    const quant::Configuration wanted = canonical(configuration);
    std::optional<Impl::Ground> ground;
    std::optional<Impl::Prerequisites> ready;
    {
        const std::scoped_lock turn(m_impl->jobs);
        auto found = m_impl->groundFor(*this, wanted, context);
        if (!found) {
            return failFrom(found);
        }
        if (auto known = m_impl->findEvaluation(wanted)) {
            return known;
        }
        auto prepared = m_impl->prepareLocked(wanted, context);
        if (!prepared) {
            return failFrom(prepared);
        }
        ground = *std::move(found);
        ready = *std::move(prepared);
    }
    auto evaluated = runQuantizedPassBetweenEdits(
        *ground->room, {*ground->data, *ready->reference, ready->calibration.get(), wanted},
        ground->giveWay, context);
    if (!evaluated) {
        return failFrom(evaluated);
    }
    auto result = std::make_shared<const Evaluation>(*std::move(evaluated));
    m_impl->keepBeside(result, *ground->data);
    return result;
}

Result<quant::Configuration> Session::uniform(const UniformSettings& settings) const
{
    const auto model = modelInfo();
    return model ? uniformConfiguration(*model->layers, settings)
                 : Result<quant::Configuration>(notOpen("model is"));
}

Result<std::int64_t> Session::sizeBytes(const quant::Configuration& configuration) const
{
    const auto model = modelInfo();
    return model ? Result<std::int64_t>(modelBytes(*model->layers, configuration))
                 : Result<std::int64_t>(notOpen("model is"));
}

Result<double> Session::bops(const quant::Configuration& configuration) const
{
    const auto room = m_impl->published(m_impl->room);
    return room ? Result<double>(modelBops(room->configured(), configuration))
                : Result<double>(notOpen("model is"));
}

Status Session::check(const quant::Configuration& configuration) const
{
    const auto model = modelInfo();
    return model ? checkConfiguration(*model->layers, configuration) : Status(notOpen("model is"));
}

std::shared_ptr<const ModelInfo> Session::modelInfo() const
{
    return m_impl->published(m_impl->model);
}

std::shared_ptr<const DataInfo> Session::dataInfo() const
{
    return m_impl->published(m_impl->data);
}

std::shared_ptr<const CalibrationInfo>
Session::calibration(const quant::Configuration& configuration) const
{
    return m_impl->knownCalibration(configuration.equalization);
}

std::shared_ptr<const CalibrationInfo> Session::calibration() const
{
    return m_impl->published(m_impl->calibration);
}

std::shared_ptr<const FloatReference> Session::floatReference() const
{
    return m_impl->published(m_impl->reference);
}

void Session::setMemoryBudget(std::size_t bytes)
{
    m_impl->budgetBytes = bytes;
}

std::size_t Session::memoryBudget() const
{
    return m_impl->budgetBytes;
}

std::int64_t Session::compileCount() const
{
    return m_impl->engine.compileCount();
}

} // namespace quantoscope::session
