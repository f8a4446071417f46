// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/data_opening.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <system_error>
#include <utility>

namespace quantoscope::session {
namespace {

/// model.onnx -> model.preprocess.json in the same folder.
std::filesystem::path sidecarOf(const std::filesystem::path& model)
{
    std::filesystem::path sidecar = model;
    return sidecar.replace_extension(".preprocess.json");
}

bool isPreset(const std::string& name)
{
    const auto presets = eval::preprocessPresets();
    return std::find(presets.begin(), presets.end(), name) != presets.end();
}

Result<ChosenPreprocess> fromFile(const std::filesystem::path& file, const Shape& inputShape)
{
    auto preprocess = eval::readPreprocess(file, inputShape);
    if (!preprocess) {
        return failFrom(preprocess);
    }
    return ChosenPreprocess{*std::move(preprocess), "file " + file.string()};
}

Result<ChosenPreprocess> fromPreset(const std::string& name, const Shape& inputShape)
{
    auto preprocess = eval::preprocessPreset(name, inputShape);
    if (!preprocess) {
        return failFrom(preprocess);
    }
    return ChosenPreprocess{*std::move(preprocess), "preset " + name};
}

Result<std::shared_ptr<const eval::ImageSet>> load(const eval::DatasetIndex& index,
                                                   const eval::Preprocess& preprocess,
                                                   const eval::ImageDecoder& decoder,
                                                   const JobContext& context)
{
    auto images = eval::loadImages(index, preprocess, decoder, context);
    if (!images) {
        return failFrom(images);
    }
    return std::make_shared<const eval::ImageSet>(*std::move(images));
}

/// The calibration pictures of a folder of their own, or of the validation pictures.
struct CalibrationPictures
{
    eval::DatasetIndex index; ///< of those that are taken
    std::vector<std::int32_t> positions;
    std::int64_t classes = 0;
};

Result<CalibrationPictures> calibrationPictures(const DataRequest& request,
                                                const eval::DatasetIndex& validation)
{
    eval::DatasetRequest folder;
    folder.images = request.calibrationImages;
    const auto all = request.calibrationImages.empty() ? Result<eval::DatasetIndex>(validation)
                                                       : eval::indexDataset(folder);
    if (!all) {
        return failFrom(all);
    }
    auto positions = eval::chooseSamples(*all, request.calibrationChoice, request.calibrationLimit,
                                         request.calibrationSeed);
    if (!positions) {
        return failFrom(positions);
    }
    CalibrationPictures chosen{*all, *std::move(positions), 0};
    chosen.index.samples.clear();
    std::set<int> classes;
    for (const std::int32_t position : chosen.positions) {
        chosen.index.samples.push_back(all->samples[static_cast<std::size_t>(position)]);
        classes.insert(chosen.index.samples.back().label.value_or(0));
    }
    if (request.calibrationChoice == eval::SampleChoice::ClassBalanced) {
        chosen.classes = static_cast<std::int64_t>(classes.size());
    }
    return chosen;
}

/// Shares the pixels of pictures that are among the validation pictures.
Result<std::shared_ptr<const eval::ImageSet>> calibrationSet(const DataInfo& info,
                                                             const CalibrationPictures& chosen,
                                                             const eval::ImageDecoder& decoder,
                                                             const JobContext& context)
{
    if (info.calibrationFromValidation) {
        return std::make_shared<const eval::ImageSet>(info.validation->subset(chosen.positions));
    }
    return load(chosen.index, info.validation->preprocess(), decoder, context);
}

} // namespace

Result<ChosenPreprocess> choosePreprocess(const ModelInfo& model, const DataRequest& request)
{
    if (request.customPreprocess) {
        const Status valid = eval::validate(*request.customPreprocess);
        if (!valid) {
            return failFrom(valid);
        }
        return ChosenPreprocess{*request.customPreprocess, "edited"};
    }
    if (request.preprocess.starts_with('{')) {
        auto preprocess =
            eval::parsePreprocess(request.preprocess, "preprocess", model.imageInputShape);
        return preprocess ? Result<ChosenPreprocess>({*std::move(preprocess), "edited"})
                          : failFrom(preprocess);
    }
    if (!request.preprocess.empty()) {
        return isPreset(request.preprocess) || !std::filesystem::exists(request.preprocess)
                   ? fromPreset(request.preprocess, model.imageInputShape)
                   : fromFile(request.preprocess, model.imageInputShape);
    }
    const std::filesystem::path sidecar = sidecarOf(model.file);
    std::error_code ignored;
    return std::filesystem::exists(sidecar, ignored)
               ? fromFile(sidecar, model.imageInputShape)
               : fromPreset("torchvision", model.imageInputShape);
}

Result<DataInfo> openPictures(const ModelInfo& model, const DataRequest& request,
                              const eval::ImageDecoder& decoder, const JobContext& context)
{
    const auto start = std::chrono::steady_clock::now();
    const auto chosen = choosePreprocess(model, request);
    if (!chosen) {
        return failFrom(chosen);
    }
    const auto index = eval::indexDataset(request.validation);
    if (!index) {
        return failFrom(index);
    }
    if (model.task == TaskKind::Classification) {
        if (const Status valid = eval::checkLabels(*index, model.classCount); !valid) {
            return failFrom(valid);
        }
    }
    const auto calibration = calibrationPictures(request, *index);
    if (!calibration) {
        return failFrom(calibration);
    }
    DataInfo info;
    info.request = request;
    info.preprocessOrigin = chosen->origin;
    info.calibrationFromValidation = request.calibrationImages.empty();
    auto validationSet = load(*index, chosen->preprocess, decoder, context);
    if (!validationSet) {
        return failFrom(validationSet);
    }
    info.validation = *std::move(validationSet);
    auto forCalibration = calibrationSet(info, *calibration, decoder, context);
    if (!forCalibration) {
        return failFrom(forCalibration);
    }
    info.calibration = *std::move(forCalibration);
    info.calibrationClasses = calibration->classes;
    if (info.calibrationFromValidation) {
        info.calibrationPositions = calibration->positions;
    }
    info.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return info;
}

} // namespace quantoscope::session
