// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/session/best_methods.h"
#include "core/session/bias_absorption.h"
#include "core/session/calibration_course.h"
#include "core/session/cascade.h"
#include "core/session/correction.h"
#include "core/session/equalization.h"
#include "core/session/exploration.h"
#include "core/session/inspection.h"
#include "core/session/model_info.h"
#include "core/session/results.h"
#include "core/session/smoothing.h"

#include <memory>
#include <string>

namespace quantoscope::session {

/// Simple settings for a whole model.
struct UniformSettings
{
    quant::BitsPreset bits;
    bool symmetricWeights = true; ///< formats without zero points are symmetric all the same
    bool symmetricActivations = false;
    quant::Granularity granularity = quant::Granularity::PerChannel; ///< where `bits` says none
    /// Axis of channels or groups of weights, where `bits` says none and a layer's weights have it.
    int weightAxis = -1;
    quant::ScaleKind scale = quant::ScaleKind::Real;
    quant::WeightRange weightRange = quant::WeightRange::MinMax;
    double weightPercentile = 99.9;
    quant::Pruning pruning = {};
    double split = 0.0; ///< where a layer's channels can be split
    quant::Calibration calibration = {};

    [[nodiscard]] quant::WeightScheme weights() const;
    [[nodiscard]] quant::ActivationScheme activations() const;
    void setWeights(const quant::WeightScheme& scheme);
    void setActivations(const quant::ActivationScheme& scheme);
};

/// The only door of the window and the command line to the core: holds a model, pictures, what
/// calibration saw and the FP32 reference, and evaluates configurations.
///
/// Threads: every function may be called from any thread. Functions that take a JobContext are
/// long, run one at a time (a second caller waits) and are cancelled within about one batch. The
/// others only read published results and return at once. Opening a model or pictures replaces what
/// depended on the former ones; what callers already hold stays valid.
class Session
{
public:
    static constexpr std::size_t kDefaultMemoryBudget = std::size_t{640} << 20;

    explicit Session(std::shared_ptr<const eval::ImageDecoder> decoder);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Reads, simplifies and checks a model. On failure the former model stays.
    Result<std::shared_ptr<const ModelInfo>> openModel(const ModelRequest& request,
                                                       const JobContext& context);
    /// Opens the same file anew with the BatchNormalization of these layers, by name or pattern,
    /// kept apart and all others folded; the pictures stay open. What was measured is forgotten. On
    /// failure the model stays as it is.
    Result<std::shared_ptr<const ModelInfo>> keepBatchNorms(const std::vector<std::string>& layers,
                                                            const JobContext& context);
    /// Lists, decodes and fits pictures for the open model. On failure the former pictures stay.
    Result<std::shared_ptr<const DataInfo>> openData(const DataRequest& request,
                                                     const JobContext& context);
    /// Forgets model and pictures.
    void close();
    /// Runs the calibration pictures through FP32 once (at once when that has happened).
    Result<std::shared_ptr<const CalibrationInfo>> calibrate(const JobContext& context);
    /// The ranges that every method finds after 1, 2, 4, .. and all calibration pictures, from one
    /// walk over them; then, where asked for, the validation pictures through the configuration
    /// calibrated with each of these counts. Tells `partial` after the walk and after each count.
    /// Gives way to evaluations. Errors: InvalidArgument for an unknown tensor, and for results of
    /// a configuration that needs no calibration.
    Result<CalibrationCoursePtr>
    measureCalibrationCourse(const CalibrationCourseRequest& request, const JobContext& context,
                             const CalibrationCourseCallback& partial = {});
    /// Runs the validation pictures through both configurations of a cascade (at once where that
    /// has happened) and chooses its threshold on them. Errors: InvalidArgument where the model
    /// does not classify or there are fewer than two pictures.
    Result<CascadeReportPtr> measureCascade(const CascadeRequest& request,
                                            const JobContext& context);
    /// Writes both models of a cascade and their configurations into a folder (made where it is
    /// missing), and the manifest that names them beside the threshold, last.
    Status exportCascade(const CascadeReport& report, const std::filesystem::path& folder,
                         const JobContext& context);
    /// Runs the validation pictures through FP32 once (at once when that has happened).
    Result<std::shared_ptr<const FloatReference>> evaluateFloat(const JobContext& context);
    /// Runs the validation pictures through a configuration; calibrates and runs FP32 first where
    /// that has not happened. Only what lies behind the last unchanged cut of the model runs, and
    /// `partial` is told after every batch. Comes back at once for a configuration already
    /// evaluated.
    Result<std::shared_ptr<const Evaluation>> evaluate(const quant::Configuration& configuration,
                                                       const JobContext& context,
                                                       const PartialCallback& partial = {});
    /// The same for an exploration: gives way to evaluations, tells nothing before its end, and
    /// keeps no activations. Edits go on being compared with what evaluate() returned last.
    Result<std::shared_ptr<const Evaluation>>
    evaluateBetweenEdits(const quant::Configuration& configuration, const JobContext& context);
    /// Runs what an edit of a layer of this configuration will need and is not kept (after coming
    /// back to a configuration evaluated earlier, say), as far as the memory budget goes. Gives way
    /// to evaluations, and ends where one has taken over.
    Status prepareEdit(const quant::Configuration& configuration, const std::string& layer,
                       const JobContext& context);
    /// SQNR of every layer's output against FP32 over the first `images` validation pictures.
    Result<std::shared_ptr<const NoiseReport>>
    measureNoise(const quant::Configuration& configuration, std::int64_t images,
                 const JobContext& context);
    /// The same for one validation picture: where along the way it went another way.
    Result<std::shared_ptr<const NoiseReport>>
    measurePictureNoise(const quant::Configuration& configuration, std::int32_t picture,
                        const JobContext& context);
    /// The noise that every quantized layer makes by itself, its inputs in FP32, over at most
    /// `images` validation pictures (fewer where a batch holds fewer). Takes a batch per layer.
    Result<std::shared_ptr<const NoiseReport>>
    measureOwnNoise(const quant::Configuration& configuration, std::int64_t images,
                    const JobContext& context);
    /// A layer's output for a validation picture, in FP32 and quantized.
    Result<std::shared_ptr<const FeatureMaps>>
    featureMaps(const quant::Configuration& configuration, const std::string& layer,
                std::int32_t picture, const JobContext& context);
    /// Runs any picture through FP32 and a configuration, prepared as the open ones are.
    Result<std::shared_ptr<const TriedPicture>>
    tryPicture(const quant::Configuration& configuration, const std::filesystem::path& file,
               const JobContext& context);
    /// Runs FP32 and the exported form of a configuration picture by picture for a second or two,
    /// with nothing else of this session beside them. Errors: as of exportQdq, and those of the
    /// engine where it lacks a kernel.
    Result<std::shared_ptr<const TimeReport>> measureTime(const quant::Configuration& configuration,
                                                          const JobContext& context);
    /// Measures what quantizing each layer does to the outputs, batch after batch, telling
    /// `partial` after each. Gives way to evaluations within a segment of the model. Goes on from
    /// `former` (may be null) where that is of the same plan; what was done when it is cancelled is
    /// in the last report that `partial` got.
    Result<SensitivityPtr> measureSensitivity(const SensitivityRequest& request,
                                              const SensitivityPtr& former,
                                              const JobContext& context,
                                              const SensitivityCallback& partial = {});
    /// Looks for mixed precision of the weights within a budget: measures sensitivities, predicts a
    /// front from them, evaluates its promising points and corrects it, telling `partial` after
    /// every step. Gives way to evaluations. Goes on from `former` (may be null) where its request
    /// is the same but for the number of evaluations; what was done when it is cancelled is in the
    /// last report that `partial` got. InvalidArgument where the budget cannot be met by any
    /// choice, with the least that can.
    Result<SearchReportPtr> searchMixedPrecision(const SearchRequest& request,
                                                 const SearchReportPtr& former,
                                                 const JobContext& context,
                                                 const SearchCallback& partial = {});
    /// Finds better integer weights and biases for layers than rounding to nearest gives: each is
    /// fitted to the inputs it really gets from the calibration pictures, in graph order, telling
    /// `partial` after each. Gives way to evaluations. Layers after which it is cancelled are in
    /// the last report that `partial` got. BiasCorrectionAnalytic looks at no pictures, and needs
    /// some open only where the base has ranges to calibrate; InvalidArgument where the model has
    /// no batch normalization.
    Result<CorrectionReportPtr> correctWeights(const CorrectionRequest& request,
                                               const JobContext& context,
                                               const CorrectionCallback& partial = {});
    /// The base with the ranges of its channels equalized between layers; see equalized(). Takes a
    /// moment, needs no pictures.
    [[nodiscard]] Result<EqualizationReport> equalize(const EqualizationRequest& request,
                                                      const JobContext& context) const;
    /// Scales the channels that MatMul and Gemm layers read, by how large they become over the
    /// calibration pictures and the weights are, so that activations get easier to quantize; see
    /// quant::smoothingScales(). FP32 outputs stay. In place of what the base's equalization does
    /// there (of all of it where no layers are chosen); a base without such a layer comes back as
    /// it is. Gives way to evaluations. InvalidArgument for an
    /// alpha outside 0 to 1.
    Result<SmoothingReport> smoothActivations(const SmoothingRequest& request,
                                              const JobContext& context);
    /// Moves what is high in biases before a ReLU to the layers behind it, after the base's
    /// equalization (which may be null) and in place of what it moved before; see
    /// quant::absorbableBiases(). FP32 outputs change a little, where a picture is below what was
    /// moved; that is measured over the calibration pictures, and refused where it is too much.
    /// Gives way to evaluations.
    Result<AbsorptionReport> absorbBiases(const EqualizationRequest& request,
                                          const JobContext& context);
    /// Tries post-training methods that leave formats as they are - calibration methods, weight
    /// ranges, equalization, bias absorption, corrections - one after the other, and keeps each
    /// that loses less on calibration pictures which nothing was fitted to; stops trying when the
    /// time is over, telling `partial` after each. Gives way to evaluations. InvalidArgument where
    /// there are fewer than 6 calibration pictures.
    Result<BestReportPtr> findBestMethods(const BestRequest& request, const JobContext& context,
                                          const BestCallback& partial = {});
    /// Seconds that one pass of the validation pictures takes the plain FP32 model (weights
    /// constant, nothing inserted) at the batch that suits it best.
    Result<double> measurePlainPass(const JobContext& context);
    /// Runs a configuration from what is kept and once more from scratch; whether every output is
    /// the same bit for bit.
    Result<bool> resumedEqualsScratch(const quant::Configuration& configuration,
                                      const JobContext& context);
    /// Writes the model with QuantizeLinear/DequantizeLinear (QDQ) pairs as ONNX.
    Status exportQdq(const quant::Configuration& configuration, const std::filesystem::path& file,
                     const JobContext& context);

    /// Weight histogram of a layer under a scheme, rounded to nearest or as corrected; computed on
    /// the calling thread (a few ms).
    [[nodiscard]] Result<WeightInspection>
    inspectWeights(const std::string& layer, const quant::WeightScheme& scheme, int bins,
                   std::shared_ptr<const quant::CorrectedWeights> corrected = {},
                   const std::shared_ptr<const quant::Equalization>& equalization = {}) const;
    /// What a layer asks of an integer accumulator; empty where its weights or its input are on no
    /// static integer grid. InvalidArgument before a calibration that it needs.
    [[nodiscard]] Result<std::optional<quant::AccumulatorFigures>>
    inspectAccumulator(const std::string& layer, const quant::Configuration& configuration) const;
    /// Settings for every layer and site of the open model.
    [[nodiscard]] Result<quant::Configuration> uniform(const UniformSettings& settings) const;
    /// Size of the whole model under a configuration: weights at their bits, scales, zero points,
    /// biases and other parameters at 4 bytes.
    [[nodiscard]] Result<std::int64_t> sizeBytes(const quant::Configuration& configuration) const;
    /// Bit operations of one picture: MACs * weight bits * bits of the layer's input, 32 for FP32.
    [[nodiscard]] Result<double> bops(const quant::Configuration& configuration) const;
    /// Checks that a configuration's names and schemes fit the open model; the error names the
    /// entry.
    [[nodiscard]] Status check(const quant::Configuration& configuration) const;

    [[nodiscard]] std::shared_ptr<const ModelInfo> modelInfo() const; ///< null before openModel
    [[nodiscard]] std::shared_ptr<const DataInfo> dataInfo() const;   ///< null before openData
    [[nodiscard]] std::shared_ptr<const CalibrationInfo> calibration() const;
    /// The same under the configuration's equalization; null before that was calibrated.
    [[nodiscard]] std::shared_ptr<const CalibrationInfo>
    calibration(const quant::Configuration& configuration) const;
    [[nodiscard]] std::shared_ptr<const FloatReference> floatReference() const;
    /// Clipping range and grid a site gets under a configuration; InvalidArgument before
    /// calibration.
    [[nodiscard]] Result<quant::QuantParams>
    activationParams(const std::string& tensor, const quant::Configuration& configuration) const;
    /// What calibration saw of a quantized tensor and where it is clipped; InvalidArgument before
    /// calibration or where the tensor stays in FP32.
    [[nodiscard]] Result<ActivationInspection>
    inspectActivation(const std::string& tensor, const quant::Configuration& configuration,
                      int bins) const;
    /// Bytes that kept activations may take; a smaller budget only costs time. Obeyed from the next
    /// evaluation on.
    void setMemoryBudget(std::size_t bytes);
    [[nodiscard]] std::size_t memoryBudget() const;
    [[nodiscard]] std::int64_t compileCount() const; ///< models compiled by the engine so far

private:
    struct Impl;
    template <typename Report, typename Run>
    Result<std::shared_ptr<const Report>> look(const quant::Configuration& configuration,
                                               const JobContext& context, const Run& run);
    std::unique_ptr<Impl> m_impl;
};

} // namespace quantoscope::session
