// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/corrected_weights.h"
#include "core/quant/equalization.h"
#include "core/session/layer_names.h"
#include "tests/core/session/high_bias_network.h"
#include "tests/core/session/network_session.h"
#include "tests/core/session/sample_session.h"
#include "tests/core/session/token_network.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quantoscope;
using namespace quantoscope::session;
using quant::CorrectionMethod;

namespace {

CorrectionRequest requestFor(const Session& session, const char* bits)
{
    UniformSettings settings;
    settings.bits = quant::parseBits(bits).value();
    CorrectionRequest request;
    request.base = session.uniform(settings).value();
    return request;
}

/// Names of the layers of the sample in graph order.
std::vector<std::string> namesOf(const Session& session)
{
    return layersNamed(*session.modelInfo()->layers, "*").value();
}

/// What all layers that write and read some channels are called.
LayerChoice layersOf(const EqualizedStream& stream)
{
    LayerChoice names(stream.writers.begin(), stream.writers.end());
    names.insert(stream.readers.begin(), stream.readers.end());
    return names;
}

} // namespace

/// Post-training methods on some layers of a model, where the others keep what they have.
class TestChosenLayers : public QObject
{
    Q_OBJECT

private slots:
    void patternsNameLayers();
    void correctsOneLayer();
    void mixesMethods();
    void othersKeepTheirs();
    void unknownLayersAreRefused();
    void equalizesSomeChannels();
    void absorbsSomeBiases();
    void smoothsSomeActivations();

private:
    QTemporaryDir m_folder;
};

void TestChosenLayers::patternsNameLayers()
{
    const auto session = openSample();
    QVERIFY(session);
    const model::LayerModel& layers = *session->modelInfo()->layers;
    const auto all = namesOf(*session);
    QVERIFY(all.size() > 10);
    QCOMPARE(layersNamed(layers, all[3]).value(), std::vector{all[3]});
    QCOMPARE(layersNamed(layers, "stem/*").value().front(), std::string("stem/Conv"));
    QCOMPARE(layersNamed(layers, "stem/Con?").value(), std::vector<std::string>{"stem/Conv"});
    const auto convolutions = layersNamed(layers, "*/Conv").value();
    QVERIFY(convolutions.size() > 5 && convolutions.size() < all.size());
    QVERIFY(std::ranges::all_of(convolutions,
                                [](const auto& name) { return name.ends_with("/Conv"); }));
    const auto nobody = layersNamed(layers, "nobo*dy");
    QVERIFY(!nobody);
    QVERIFY(toString(nobody.error()).find("nobo*dy") != std::string::npos);
}

/// The first layer reads the picture, so it is fitted to the same whoever else is.
void TestChosenLayers::correctsOneLayer()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W3A8");
    const auto all = session->correctWeights(request, {});
    QVERIFY(all);
    const std::string first = namesOf(*session).front();
    request.layers[first] = CorrectionMethod::Reconstruction;
    const auto one = session->correctWeights(request, {});
    QVERIFY2(one, one ? "" : toString(one.error()).c_str());
    QCOMPARE((*one)->layers.size(), std::size_t{1});
    QCOMPARE((*one)->configuration.corrected.size(), std::size_t{1});
    QVERIFY(*(*one)->configuration.corrected.at(first) ==
            *(*all)->configuration.corrected.at(first));
    QVERIFY((*one)->layers.front().error.reconstructed < (*one)->layers.front().error.nearest);
    const auto equal = session->resumedEqualsScratch((*one)->configuration, {});
    QVERIFY(equal && *equal);
}

void TestChosenLayers::mixesMethods()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W3");
    const auto names = namesOf(*session);
    const std::vector methods{
        CorrectionMethod::Gptq, CorrectionMethod::AdaRound, CorrectionMethod::BiasCorrection,
        CorrectionMethod::BiasCorrectionAnalytic, CorrectionMethod::Reconstruction};
    for (std::size_t i = 0; i < methods.size(); ++i) {
        request.layers[names[i]] = methods[i];
    }
    const auto mixed = session->correctWeights(request, {});
    QVERIFY2(mixed, mixed ? "" : toString(mixed.error()).c_str());
    QCOMPARE((*mixed)->layers.size(), methods.size());
    for (std::size_t i = 0; i < methods.size(); ++i) {
        QVERIFY2((*mixed)->layers[i].isCorrected, names[i].c_str());
        QVERIFY((*mixed)->layers[i].method == methods[i]);
        QVERIFY(correctionMethod((*mixed)->configuration, names[i]) == methods[i]);
    }
    QVERIFY(!correctionMethod((*mixed)->configuration, names[methods.size()]));
    request.layers = {{names[0], CorrectionMethod::Gptq}};
    const auto alone = session->correctWeights(request, {});
    QVERIFY(alone);
    QVERIFY(*(*alone)->configuration.corrected.at(names[0]) ==
            *(*mixed)->configuration.corrected.at(names[0]));
}

void TestChosenLayers::othersKeepTheirs()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W4");
    const auto all = session->correctWeights(request, {});
    QVERIFY(all);
    const auto names = namesOf(*session);
    request.base = (*all)->configuration;
    request.layers = {{names[2], CorrectionMethod::BiasCorrection},
                      {names[4], CorrectionMethod::Nearest}};
    const auto some = session->correctWeights(request, {});
    QVERIFY(some);
    const auto& before = (*all)->configuration.corrected;
    const auto& after = (*some)->configuration.corrected;
    QCOMPARE(after.size(), before.size() - 1);
    QVERIFY(!after.contains(names[4]));
    QCOMPARE(after.at(names[2])->method, quant::toString(CorrectionMethod::BiasCorrection));
    for (const auto& [name, weights] : after) {
        QVERIFY2((weights == before.at(name)) == (name != names[2]), name.c_str());
    }
    // An edit since then stays where the report says nothing of the layer.
    quant::Configuration edited = request.base;
    edited.corrected.erase(names[0]);
    const quant::Configuration merged = withOutcome(edited, **some);
    QVERIFY(!merged.corrected.contains(names[0]) && !merged.corrected.contains(names[4]));
    QVERIFY(merged.corrected.at(names[2]) == after.at(names[2]));
}

void TestChosenLayers::unknownLayersAreRefused()
{
    const auto session = openSample();
    QVERIFY(session);
    CorrectionRequest request = requestFor(*session, "W4");
    request.layers["nobody"] = CorrectionMethod::Gptq;
    const auto report = session->correctWeights(request, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    QVERIFY(report.error().where.find("nobody") != std::string::npos);
}

/// Nagel et al. 2019, equation 11: one stream alone has equal ranges on both sides after one step.
void TestChosenLayers::equalizesSomeChannels()
{
    const auto session = openSample();
    QVERIFY(session);
    const auto all = session->equalize({}, {});
    QVERIFY(all);
    std::vector<EqualizedStream> streams;
    std::ranges::copy_if(all->streams, std::back_inserter(streams), &EqualizedStream::isEqualized);
    QVERIFY(streams.size() >= 2);
    const auto first = session->equalize({{}, layersOf(streams[0])}, {});
    QVERIFY(first);
    QVERIFY(first->configuration.equalization);
    const auto& scaled = first->configuration.equalization->layers;
    for (const auto& [name, layer] : scaled) {
        QVERIFY2(layersOf(streams[0]).contains(name), name.c_str());
    }
    const auto outcome = std::ranges::find_if(first->streams, &EqualizedStream::isEqualized);
    QVERIFY(outcome != first->streams.end());
    QVERIFY(outcome->spreadAfter < outcome->spreadBefore);
    const auto evaluation = session->evaluate(first->configuration, {});
    QVERIFY(evaluation && (*evaluation)->comparison.sqnrDb > 100.0);
    // The second one beside it; the first stays.
    const auto second = session->equalize({first->configuration, layersOf(streams[1])}, {});
    QVERIFY(second);
    const auto& both = second->configuration.equalization;
    for (const std::string& writer : streams[0].writers) {
        QCOMPARE(quant::equalizationOf(both, writer).outputScales, scaled.at(writer).outputScales);
    }
    QVERIFY(!quant::equalizationOf(both, streams[1].writers.front()).outputScales.empty());
    const model::LayerModel& layers = *session->modelInfo()->layers;
    QVERIFY(quant::isSameEqualization(unequalized(both, layers, layersOf(streams[1])),
                                      first->configuration.equalization));
    QVERIFY(!unequalized(both, layers, {}));
    // One side alone is no stream.
    const auto none = session->equalize({{}, {streams[0].writers.front()}}, {});
    QVERIFY(none && none->streams.empty() && !none->configuration.equalization);
}

void TestChosenLayers::absorbsSomeBiases()
{
    const auto session =
        openNetwork(tests::highBiasNetwork(), m_folder.filePath("bias.onnx").toStdString(), 16);
    QVERIFY(session);
    const auto all = session->absorbBiases({}, {});
    QVERIFY(all && hasShifts(all->configuration.equalization));
    const AbsorbedPair& pair = all->pairs.front();
    QVERIFY(!pair.obstacle);
    const LayerChoice ends{pair.writers.front(), pair.readers.front()};
    const auto some = session->absorbBiases({{}, ends}, {});
    QVERIFY(some);
    QCOMPARE(some->pairs.size(), std::size_t{1});
    QCOMPARE(quant::equalizationOf(some->configuration.equalization, pair.writers.front()),
             quant::equalizationOf(all->configuration.equalization, pair.writers.front()));
    const auto other = session->absorbBiases({some->configuration, {pair.writers.front()}}, {});
    QVERIFY(other && other->pairs.empty());
    QVERIFY(other->configuration == some->configuration);
}

void TestChosenLayers::smoothsSomeActivations()
{
    const auto session =
        openNetwork(tests::tokenNetwork(), m_folder.filePath("tokens.onnx").toStdString(), 16);
    QVERIFY(session);
    const auto all = session->smoothActivations({}, {});
    QVERIFY(all);
    QVERIFY(all->smoothedStreams() > 1);
    const EqualizedStream& stream =
        *std::ranges::find_if(all->streams, &EqualizedStream::isEqualized);
    const LayerChoice readers(stream.readers.begin(), stream.readers.end());
    const auto some = session->smoothActivations({{}, 0.5, readers}, {});
    QVERIFY(some);
    QCOMPARE(some->smoothedStreams(), 1);
    const std::string& reader = stream.readers.front();
    QCOMPARE(quant::equalizationOf(some->configuration.equalization, reader).inputScales,
             quant::equalizationOf(all->configuration.equalization, reader).inputScales);
    const model::LayerModel& layers = *session->modelInfo()->layers;
    QVERIFY(!unsmoothed(some->configuration.equalization, layers, readers));
    QVERIFY(unsmoothed(all->configuration.equalization, layers, readers));
}

QTEST_GUILESS_MAIN(TestChosenLayers)
#include "tst_chosen_layers.moc"
