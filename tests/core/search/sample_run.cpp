// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/search/sample_run.h"

#include "core/eval/dataset.h"
#include "core/eval/image_pass.h"
#include "core/eval/qt_image_decoder.h"
#include "core/exec/runner.h"
#include "tests/core/exec/sample_model.h"

#include <QtGlobal>

#include <numeric>

namespace quantoscope::tests {
namespace {

constexpr std::int64_t kBatch = 16;

template <typename T>
T checked(Result<T> result)
{
    if (!result) {
        qFatal("%s", toString(result.error()).c_str());
    }
    return *std::move(result);
}

void check(const Status& status)
{
    if (!status) {
        qFatal("%s", toString(status.error()).c_str());
    }
}

eval::ImageSet samplePictures(const Shape& inputShape, std::size_t limit)
{
    const auto folder = sampleModelFile().parent_path();
    eval::DatasetRequest request;
    request.images = folder / "val";
    auto index = checked(eval::indexDataset(request));
    if (limit > 0 && limit < index.samples.size()) { // spread over the classes
        const std::size_t all = index.samples.size();
        std::vector<eval::Sample> some;
        for (std::size_t i = 0; i < limit; ++i) {
            some.push_back(index.samples[i * all / limit]);
        }
        index.samples = std::move(some);
    }
    const auto preprocess =
        checked(eval::readPreprocess(folder / "model.preprocess.json", inputShape));
    return checked(eval::loadImages(index, preprocess, eval::QtImageDecoder(), {}));
}

} // namespace

struct SampleRun::Parts
{
    exec::Engine engine;
    std::shared_ptr<const model::LayerModel> layers;
    std::unique_ptr<exec::ConfiguredModel> configured;
    std::unique_ptr<exec::Runner> runner;
    std::unique_ptr<eval::ImageSet> images;
};

SampleRun::SampleRun(std::size_t pictureLimit) : m_parts(std::make_unique<Parts>())
{
    Parts& parts = *m_parts;
    parts.layers = checked(openLayers(parts.engine, sampleModelFile()));
    parts.configured = std::make_unique<exec::ConfiguredModel>(parts.layers);
    parts.runner = checked(exec::Runner::create(checked(
        exec::compileInstrumented(parts.engine, *parts.layers, kBatch, exec::Observe::Nothing))));
    const auto& graph = *parts.layers->graph;
    parts.images = std::make_unique<eval::ImageSet>(
        samplePictures(*graph.tensor(graph.inputs.front()).shape, pictureLimit));
    for (const eval::Sample& sample : parts.images->index().samples) {
        m_labels.push_back(static_cast<std::size_t>(*sample.label));
    }
    std::int64_t left = parts.layers->macs;
    for (const model::Layer& layer : parts.layers->layers) {
        if (layer.hasWeights()) {
            m_layers.push_back(layer.name);
            m_shares.push_back(static_cast<double>(left) / static_cast<double>(parts.layers->macs));
        }
        left -= layer.macs;
    }
}

SampleRun::~SampleRun() = default;

Tensor SampleRun::scores(const quant::Configuration& configuration)
{
    exec::Runner& runner = *m_parts->runner;
    check(runner.apply(checked(m_parts->configured->bind(configuration, nullptr))));
    const auto order = eval::naturalOrder(m_parts->images->size());
    Tensor rows;
    check(eval::runPass(
        runner, {m_parts->images.get(), order, 0, Stage::RunningQuantized}, {},
        [&](std::span<const std::int32_t> pictures) -> Status {
            const auto values = runner.output(0).values;
            const std::size_t size = values.size() / static_cast<std::size_t>(runner.batch());
            rows.shape = {static_cast<std::int64_t>(order.size()), static_cast<std::int64_t>(size)};
            rows.values.insert(rows.values.end(), values.begin(),
                               values.begin() +
                                   static_cast<std::ptrdiff_t>(size * pictures.size()));
            return {};
        }));
    return rows;
}

quant::Configuration SampleRun::onlyLayer(std::size_t layer, int bits) const
{
    quant::Configuration configuration;
    configuration.weights[m_layers[layer]].precision = quant::Precision::integer(bits);
    return configuration;
}

quant::Configuration SampleRun::allLayers(int bits) const
{
    quant::Configuration configuration;
    for (const std::string& layer : m_layers) {
        configuration.weights[layer].precision = quant::Precision::integer(bits);
    }
    return configuration;
}

} // namespace quantoscope::tests
