// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hardware_check.h"
#include "core/session/hardware_profile.h"
#include "core/session/layer_figures.h"
#include "core/session/session.h"
#include "tests/core/session/sample_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace quantoscope;
using namespace quantoscope::session;

namespace {

const std::string kLegal = R"({"format": "quantoscope-hardware-profile", "version": 1,
    "id": "my-chip", "name": "My Chip", "weightBits": [2, 4, 32], "source": "its data sheet"})";

std::string replaced(const std::string& from, const std::string& to)
{
    std::string text = kLegal;
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class TestHardwareProfile : public QObject
{
    Q_OBJECT

private slots:
    void bundledOnesAreComplete();
    void readsAFile();
    void saysWhatItTakes();
    void findsConflicts();
    void keepsOperatorsInFloat();
    void defaultsSuit();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

/// Every file of resources/profiles is compiled in and legal.
void TestHardwareProfile::bundledOnesAreComplete()
{
    const auto& profiles = bundledHardwareProfiles();
    std::vector<std::string> ids;
    for (const HardwareProfile& profile : profiles) {
        ids.push_back(profile.id);
        QVERIFY(!profile.source.empty() && !profile.weightBits.empty());
    }
    const std::vector<std::string> expected{"binary",       "edge-tpu",        "generic",
                                            "litert",       "onnxruntime-cpu", "openvino-cpu",
                                            "qualcomm-qnn", "tensorrt"};
    QCOMPARE(ids, expected);
    QCOMPARE(findHardwareProfile("edge-tpu")->weightBits, std::vector<int>{8});
    QCOMPARE(findHardwareProfile("litert")->weightBitsOf("DepthwiseConv"), std::vector<int>{8});
    const std::vector<int> ofConv{4, 8};
    QCOMPARE(findHardwareProfile("litert")->weightBitsOf("Conv"), ofConv);
    QCOMPARE(findHardwareProfile("binary")->weightBits, std::vector<int>{1});
}

void TestHardwareProfile::readsAFile()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("chip.json")).toStdString();
    std::ofstream(file) << kLegal;
    const auto profile = findHardwareProfile(file);
    QVERIFY2(profile, profile ? "" : toString(profile.error()).c_str());
    QCOMPARE(profile->name, std::string("My Chip"));
    const std::vector<int> bits{2, 4, 32};
    QCOMPARE(profile->weightBits, bits);
    const auto nothing = findHardwareProfile("abacus");
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::FileNotFound);
}

void TestHardwareProfile::saysWhatItTakes()
{
    const auto tensorRt = findHardwareProfile("tensorrt");
    QVERIFY(tensorRt);
    QVERIFY(!tensorRt->asymmetricActivations);
    QVERIFY(tensorRt->takesActivations("Conv", quant::Precision::integer(8)));
    QVERIFY(!tensorRt->takesActivations("Conv", quant::Precision::integer(16)));
    QVERIFY(tensorRt->takesActivations("Conv", quant::Precision::float16()));
    QVERIFY(tensorRt->takesAxis(-1) && !tensorRt->takesAxis(0));
    QVERIFY(findHardwareProfile("generic")->takesAxis(3));
    const auto own = hardwareProfileFromJson(
        replaced(
            "\"source\"",
            R"("anyWeightAxis": true, "perChannelWeights": false, "floatOperators": ["Softmax"],
            "default": {"bits": "W4A8", "perTensorWeights": true}, "source")"),
        "chip.json");
    QVERIFY2(own, own ? "" : toString(own.error()).c_str());
    QVERIFY(own->takesAxis(2) && !own->takes(quant::Granularity::PerChannel));
    QVERIFY(own->takes(quant::Granularity::PerTensor));
    QVERIFY(!own->takesActivations("Softmax", quant::Precision::integer(8)));
    QVERIFY(own->takesActivations("Softmax", quant::Precision::float32()));
    QCOMPARE(own->defaults.bits.weights.bits(), 4);
    QVERIFY(own->defaults.perTensorWeights);
}

/// Every kind of conflict in a model of one convolution, by name.
void TestHardwareProfile::findsConflicts()
{
    const auto session = openSample();
    QVERIFY(session);
    const model::LayerModel& layers = *session->modelInfo()->layers;
    UniformSettings settings;
    settings.symmetricActivations = true;
    const auto tensorRt = *findHardwareProfile("tensorrt");
    quant::Configuration configuration = *session->uniform(settings);
    QVERIFY(checkHardware(tensorRt, layers, configuration));
    auto& weights = configuration.weights.begin()->second;
    auto& activation = configuration.activations.begin()->second;
    const auto first = [&] {
        const auto conflicts = conflictsWith(tensorRt, layers, configuration);
        return conflicts.size() == 1 ? conflicts.front().where + ": " + conflicts.front().what
                                     : std::to_string(conflicts.size()) + " conflicts";
    };
    const std::string layer = "layer " + configuration.weights.begin()->first + ": ";
    const std::string tensor = "tensor " + configuration.activations.begin()->first + ": ";
    weights.precision = quant::Precision::integer(5);
    QVERIFY2(first().starts_with(layer + "INT5 weights"), first().c_str());
    weights.precision = quant::Precision::integer(8);
    weights.symmetric = false;
    QVERIFY2(first().starts_with(layer + "weights with a zero point"), first().c_str());
    weights.symmetric = true;
    weights.axis = 1;
    QVERIFY2(first().starts_with(layer + "weight scales along axis 1"), first().c_str());
    QVERIFY(conflictsWith(*findHardwareProfile("onnxruntime-cpu"), layers, configuration).empty());
    weights.axis = -1;
    activation.symmetric = false;
    QVERIFY2(first().starts_with(tensor + "activations with a zero point"), first().c_str());
    activation.symmetric = true;
    activation.source = quant::RangeSource::Dynamic;
    QVERIFY2(first().starts_with(tensor + "activation ranges"), first().c_str());
    activation.source = quant::RangeSource::Static;
    activation.precision = quant::Precision::integer(6);
    QVERIFY2(first().starts_with(tensor + "INT6 activations"), first().c_str());
    const Status status = checkHardware(tensorRt, layers, configuration);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::InvalidArgument);
}

/// What runs in float has no quantizers; the rest keeps them.
void TestHardwareProfile::keepsOperatorsInFloat()
{
    const auto session = openSample();
    QVERIFY(session);
    HardwareProfile profile;
    profile.floatOperators = {"Gemm", "Add"};
    const model::LayerModel& layers = *session->modelInfo()->layers;
    const quant::Configuration all = *session->uniform(UniformSettings{});
    const quant::Configuration fitting = keepingInFloat(profile, layers, all);
    for (const model::Layer& layer : layers.layers) {
        QCOMPARE(fitting.weights.contains(layer.name),
                 layer.hasWeights() && operatorName(layer) != "Gemm");
    }
    const auto adds = std::ranges::count_if(layers.sites, [&](const model::ActivationSite& site) {
        return site.layer &&
               operatorName(layers.layers[static_cast<std::size_t>(*site.layer)]) == "Add";
    });
    QVERIFY(adds > 0);
    QCOMPARE(fitting.activations.size(), all.activations.size() - static_cast<std::size_t>(adds));
}

/// What a profile starts with is what it takes.
void TestHardwareProfile::defaultsSuit()
{
    const auto session = openSample();
    QVERIFY(session);
    for (const HardwareProfile& profile : bundledHardwareProfiles()) {
        const auto uniform = session->uniform(withDefaults({}, profile.defaults));
        QVERIFY(uniform);
        const model::LayerModel& layers = *session->modelInfo()->layers;
        const auto configuration = keepingInFloat(profile, layers, *uniform);
        const Status fits = checkHardware(profile, layers, configuration);
        QVERIFY2(fits, fits ? "" : toString(fits.error()).c_str());
    }
}

void TestHardwareProfile::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const std::string& text, const char* part) {
        QTest::newRow(name) << QString::fromStdString(text) << QString(QLatin1String(part));
    };
    row("no JSON", "{", "JSON");
    row("no object", "[1]", "\"format\"");
    row("another format", replaced("-profile", "-photo"), "\"format\"");
    row("a later version", replaced("\"version\": 1", "\"version\": 2"), "\"version\" must be 1");
    row("unknown key", replaced("\"name\"", "\"title\": 1, \"name\""), "\"title\"");
    row("no name", replaced("\"My Chip\"", "\"\""), "\"name\"");
    row("id with blanks", replaced("my-chip", "my chip"), "\"id\"");
    row("no source", replaced(", \"source\": \"its data sheet\"", ""), "\"source\"");
    row("no bits", replaced("[2, 4, 32]", "[]"), "\"weightBits\"");
    row("text as bits", replaced("[2, 4, 32]", "[\"8\"]"), "\"weightBits\"");
    row("illegal bits", replaced("[2, 4, 32]", "[17]"), "\"weightBits\"");
    row("no object by operator", replaced("\"source\"", "\"weightBitsByOp\": 4, \"source\""),
        "\"weightBitsByOp\"");
    row("illegal bits of an operator",
        replaced("\"source\"", "\"weightBitsByOp\": {\"Conv\": [0]}, \"source\""), "\"Conv\"");
    const auto with = [](const std::string& entry) {
        return replaced("\"source\"", entry + ", \"source\"");
    };
    row("illegal activation bits", with(R"("activationBits": [17])"), "\"activationBits\"");
    row("no yes or no", with(R"("asymmetricWeights": 1)"), "\"asymmetricWeights\"");
    row("no words", with(R"("floatOperators": "Softmax")"), "\"floatOperators\"");
    row("no bits as default", with(R"("default": {"bits": "W9Z"})"), "\"default\"");
    row("unknown default", with(R"("default": {"speed": 1})"), "\"speed\"");
    row("bits twice", replaced("[2, 4, 32]", "[4, 4]"), "\"weightBits\"");
}

void TestHardwareProfile::namesWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto profile = hardwareProfileFromJson(text.toStdString(), "chip.json");
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::InvalidData);
    QCOMPARE(profile.error().where, std::string("chip.json"));
    QVERIFY2(QString::fromStdString(profile.error().message).contains(part),
             profile.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestHardwareProfile)
#include "tst_hardware_profile.moc"
