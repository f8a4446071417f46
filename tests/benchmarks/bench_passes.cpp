// SPDX-License-Identifier: GPL-3.0-or-later
// What emulating quantization costs: one pass of the instrumented model (W8A8) against one pass of
// the plain FP32 model at its best batch, the same pictures, interleaved in one run. Prints JSON;
// judges the ratio only.
#include "core/exec/runner.h"
#include "tests/core/exec/sample_model.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

using namespace quantoscope;

namespace {

constexpr std::int64_t kPictures = 64;
constexpr int kRounds = 9;

struct Contender
{
    std::int64_t batch = 1;
    std::unique_ptr<exec::Runner> runner;
    std::vector<double> seconds;

    [[nodiscard]] double median()
    {
        std::sort(seconds.begin(), seconds.end());
        return seconds[seconds.size() / 2];
    }
};

template <typename T>
T orExit(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "bench_passes: %s\n", toString(result.error()).c_str());
        std::exit(2);
    }
    return *std::move(result);
}

void fillRandom(exec::Runner& runner)
{
    std::mt19937 generator(1);
    std::normal_distribution<float> normal;
    for (float& value : runner.input(0)) {
        value = normal(generator);
    }
}

double passSeconds(Contender& contender)
{
    const auto start = std::chrono::steady_clock::now();
    for (std::int64_t done = 0; done < kPictures; done += contender.batch) {
        if (!contender.runner->run()) {
            std::exit(2);
        }
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Every weight and every site at 8 bits; ranges as of normally distributed activations.
exec::ModelBinding eightBits(exec::ConfiguredModel& configured)
{
    quant::Configuration configuration;
    exec::SiteHistograms histograms;
    quant::StreamingHistogram histogram;
    histogram.add(std::vector<float>{-6.0F, 6.0F});
    for (const model::ActivationSite& site : configured.layers().sites) {
        configuration.activations[site.name] = {};
        histograms[site.name] = histogram;
    }
    for (const model::Layer& layer : configured.layers().layers) {
        if (layer.hasWeights()) {
            configuration.weights[layer.name] = {};
        }
    }
    return orExit(configured.bind(configuration, &histograms));
}

} // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path shared = QUANTOSCOPE_SHARED_DATA "/models/efficientnet-lite0.onnx";
    std::filesystem::path file =
        std::filesystem::exists(shared) ? shared : tests::sampleModelFile();
    if (argc > 1 && argv[1][0] != 0) {
        file = argv[1];
    } else if (file != shared) {
        std::puts("SKIP   : efficientnet-lite0 is not there; measuring the bundled sample");
    }
    const double limit = argc > 2 ? std::atof(argv[2]) : 0.0;

    exec::Engine engine;
    const auto layers = orExit(tests::openLayers(engine, file));
    std::vector<Contender> plain;
    for (const std::int64_t batch : {1, 4, 8, 16}) {
        auto runner =
            orExit(exec::Runner::create(orExit(exec::compilePlain(engine, *layers, batch))));
        plain.push_back({runner->batch(), std::move(runner), {}});
    }
    exec::ConfiguredModel configured(layers);
    Contender emulated{16,
                       orExit(exec::Runner::create(orExit(exec::compileInstrumented(
                           engine, *layers, 16, exec::Observe::Nothing)))),
                       {}};
    emulated.batch = emulated.runner->batch();
    if (!emulated.runner->apply(eightBits(configured))) {
        return 2;
    }
    std::vector<Contender*> all{&emulated};
    for (Contender& each : plain) {
        all.push_back(&each);
    }
    for (Contender* each : all) {
        fillRandom(*each->runner);
        passSeconds(*each);
    }
    for (int round = 0; round < kRounds; ++round) {
        for (Contender* each : all) {
            each->seconds.push_back(passSeconds(*each));
        }
    }
    const auto best = std::min_element(plain.begin(), plain.end(),
                                       [](auto& a, auto& b) { return a.median() < b.median(); });
    const double ratio = emulated.median() / best->median();
    std::printf(
        "{\"model\": \"%s\", \"pictures\": %d, \"plainBatch\": %d, \"plainMsPerPicture\": %.3f, "
        "\"emulatedBatch\": %d, \"emulatedMsPerPicture\": %.3f, \"ratio\": %.3f}\n",
        file.filename().string().c_str(), static_cast<int>(kPictures),
        static_cast<int>(best->batch), best->median() * 1e3 / kPictures,
        static_cast<int>(emulated.batch), emulated.median() * 1e3 / kPictures, ratio);
    return limit > 0.0 && ratio > limit ? 1 : 0;
}
