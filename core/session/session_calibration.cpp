// SPDX-License-Identifier: GPL-3.0-or-later
// How ranges and results change with the number of calibration pictures.
#include "core/base/parallel.h"
#include "core/eval/image_pass.h"
#include "core/session/configurations.h"
#include "core/session/session_state.h"
#include "core/session/stopwatch.h"

#include <algorithm>

namespace quantoscope::session {
namespace {

/// The walk over the calibration pictures: histograms as they fill, what they were at each count.
class CourseWalk
{
public:
    CourseWalk(const model::LayerModel& layers, const CalibrationCourseRequest& request,
               std::int64_t images)
        : m_layers(layers), m_request(request), m_images(images)
    {
        m_course.counts = courseCounts(images);
        m_course.methods = calibrationMethods();
        m_kept.resize(m_course.counts.size());
        for (std::size_t i = 0; i < layers.sites.size(); ++i) {
            if (request.tensors.empty() ||
                std::ranges::find(request.tensors, layers.sites[i].name) != request.tensors.end()) {
                m_course.tensors.push_back({layers.sites[i].name, {}});
                m_course.tensors.back().ranges.resize(m_course.counts.size());
            }
        }
    }

    [[nodiscard]] Status checkTensors() const
    {
        for (const std::string& tensor : m_request.tensors) {
            if (std::ranges::find(m_course.tensors, tensor, &TensorCourse::tensor) ==
                m_course.tensors.end()) {
                return fail(ErrorCode::InvalidArgument,
                            "is no activation of the model that can be quantized",
                            "tensor " + tensor);
            }
        }
        return {};
    }

    [[nodiscard]] bool isDone() const { return m_done == m_images; }
    [[nodiscard]] std::int64_t done() const { return m_done; }
    [[nodiscard]] const CalibrationCourse& course() const { return m_course; }
    /// What calibration saw after a count, of the tensors that the configuration quantizes.
    [[nodiscard]] const CalibrationInfo& kept(std::size_t count) const { return m_kept[count]; }

    /// Runs the next batch of pictures.
    [[nodiscard]] Status runBatch(exec::Runner& runner, const eval::ImageSet& images,
                                  std::size_t imageInput, const JobContext& context)
    {
        const auto order = eval::naturalOrder(m_images);
        const auto first = static_cast<std::size_t>(m_done);
        const std::size_t count =
            std::min(static_cast<std::size_t>(runner.batch()), order.size() - first);
        return eval::runPass(
            runner,
            {&images, std::span(order).subspan(first, count), imageInput, Stage::Calibrating},
            {context.stop, {}}, [&](std::span<const std::int32_t> pictures) {
                return take(runner, static_cast<std::int64_t>(pictures.size()));
            });
    }

private:
    [[nodiscard]] TensorCourse* find(const std::string& tensor)
    {
        const auto found = std::ranges::find(m_course.tensors, tensor, &TensorCourse::tensor);
        return found == m_course.tensors.end() ? nullptr : &*found;
    }

    /// Adds the pictures of a batch one after another, all sites at once.
    [[nodiscard]] Status take(const exec::Runner& runner, std::int64_t pictures)
    {
        const auto& sites = runner.instrumented().observedSites;
        m_histograms.resize(sites.size());
        const auto& counts = m_course.counts;
        for (std::int64_t picture = 0; picture < pictures; ++picture) {
            const auto count = std::ranges::find(counts, m_done + picture + 1);
            const auto row = static_cast<std::size_t>(count - counts.begin());
            const Status noted = parallelTry(sites.size(), [&](std::size_t i, unsigned) -> Status {
                const auto values = runner.output(sites[i].output).values;
                const std::size_t size = values.size() / static_cast<std::size_t>(runner.batch());
                m_histograms[i].addPicture(
                    values.subspan(size * static_cast<std::size_t>(picture), size));
                return count == counts.end()
                           ? Status{}
                           : note(m_layers.sites[sites[i].index].name, m_histograms[i], row);
            });
            if (!noted) {
                return noted;
            }
            if (count != counts.end() && m_request.withResults) {
                keep(sites, row);
            }
        }
        m_done += pictures;
        return {};
    }

    /// The ranges of a tensor at a count.
    [[nodiscard]] Status note(const std::string& tensor, const quant::StreamingHistogram& histogram,
                              std::size_t row)
    {
        TensorCourse* course = find(tensor);
        if (course == nullptr) {
            return {};
        }
        const auto& activations = m_request.configuration.activations;
        const auto known = activations.find(tensor);
        quant::ActivationScheme scheme =
            known == activations.end() ? quant::ActivationScheme{} : known->second;
        scheme.range.reset();
        quant::Calibration calibration =
            scheme.calibration.value_or(m_request.configuration.calibration);
        scheme.calibration.reset();
        for (const quant::CalibrationMethod method : m_course.methods) {
            calibration.method = method;
            const auto range = quant::calibratedRange(histogram, calibration, scheme);
            if (!range) {
                return fail(range.error().code, range.error().message, "tensor " + tensor);
            }
            course->ranges[row].push_back(*range);
        }
        return {};
    }

    template <typename Sites>
    void keep(const Sites& sites, std::size_t row)
    {
        m_kept[row].images = m_course.counts[row];
        for (std::size_t i = 0; i < sites.size(); ++i) {
            const std::string& tensor = m_layers.sites[sites[i].index].name;
            if (m_request.configuration.activations.contains(tensor)) {
                m_kept[row].histograms.emplace(tensor, m_histograms[i]);
            }
        }
    }

    const model::LayerModel& m_layers;
    const CalibrationCourseRequest& m_request;
    std::int64_t m_images;
    std::int64_t m_done = 0;
    CalibrationCourse m_course;
    std::vector<quant::StreamingHistogram> m_histograms; ///< by site
    std::vector<CalibrationInfo> m_kept;                 ///< by count
};

/// What the course of the open pictures needs.
struct CourseJob
{
    std::shared_ptr<EngineRoom> room;
    std::shared_ptr<const DataInfo> data;
    GivingWay giveWay;

    [[nodiscard]] Status walk(CourseWalk& walk, const CalibrationCourseRequest& request,
                              const JobContext& context) const
    {
        while (!walk.isDone()) {
            context.progress(Stage::Calibrating, walk.done(), data->calibration->size());
            const Status ran = giveWay([&](const JobContext& inner) -> Status {
                const auto runner = room->observedFloat(request.configuration.equalization, inner);
                return runner
                           ? walk.runBatch(**runner, *data->calibration, room->imageInput(), inner)
                           : failFrom(runner);
            });
            if (!ran) {
                return ran;
            }
        }
        return {};
    }

    /// \param row of `rows` such passes, for the progress
    [[nodiscard]] Result<ResultAtCount> result(const QuantizedPass& pass, std::size_t row,
                                               std::size_t rows, const JobContext& context) const
    {
        ResultAtCount result{pass.calibration->images, {}, {}};
        const auto report = [&](const Progress& pictures) {
            const auto done = static_cast<std::int64_t>(row) * pictures.total + pictures.done;
            context.progress(Stage::RunningQuantized, done,
                             static_cast<std::int64_t>(rows) * pictures.total);
        };
        const Status ran = giveWay([&](const JobContext& inner) -> Status {
            const auto chain = room->chain(inner);
            if (!chain) {
                return failFrom(chain);
            }
            const std::size_t batches =
                eval::batchCount((*chain)->model(), pass.reference.order.size());
            exec::ActivationCache nothingKept((*chain)->sharedModel(), batches, 0);
            QuantizedPass own{pass.data, pass.reference, pass.calibration, pass.configuration,
                              &nothingKept};
            const auto evaluated = runQuantizedPass(*room, own, {inner.stop, report}, {});
            if (!evaluated) {
                return failFrom(evaluated);
            }
            result.accuracy = evaluated->accuracy;
            result.comparison = evaluated->comparison;
            return {};
        });
        return ran ? Result<ResultAtCount>(result) : failFrom(ran);
    }
};

} // namespace

Result<CalibrationCoursePtr>
Session::measureCalibrationCourse(const CalibrationCourseRequest& request,
                                  const JobContext& context,
                                  const CalibrationCourseCallback& partial)
{
    const Stopwatch stopwatch;
    CalibrationCourseRequest wanted = request;
    wanted.configuration = canonical(request.configuration);
    CourseJob job;
    std::shared_ptr<const FloatReference> reference;
    {
        const std::scoped_lock turn(m_impl->jobs);
        if (const Status ready = m_impl->requireData(); !ready) {
            return failFrom(ready);
        }
        if (const Status fits = check(wanted.configuration); !fits) {
            return failFrom(fits);
        }
        if (wanted.withResults && !needsCalibration(wanted.configuration)) {
            return fail(ErrorCode::InvalidArgument,
                        "no activation of the configuration gets its range from calibration "
                        "pictures; quantize activations with static ranges");
        }
        if (wanted.withResults) {
            const auto floats = m_impl->evaluateFloatLocked(context);
            if (!floats) {
                return failFrom(floats);
            }
            reference = *floats;
        }
        job.room = m_impl->published(m_impl->room);
        job.data = dataInfo();
        job.giveWay = [this, &context, room = job.room, data = job.data](const PieceOfWork& work) {
            return m_impl->runGivingWay(context, work, *room, *data);
        };
    }
    CourseWalk walk(*job.room->info().layers, wanted, job.data->calibration->size());
    Status ran = walk.checkTensors();
    if (ran) {
        ran = job.walk(walk, wanted, context);
    }
    if (!ran) {
        return failFrom(ran);
    }
    auto course = std::make_shared<CalibrationCourse>(walk.course());
    const auto tell = [&] {
        course->seconds = stopwatch.seconds();
        if (partial) {
            partial(std::make_shared<const CalibrationCourse>(*course));
        }
    };
    tell();
    for (std::size_t i = 0; wanted.withResults && i < course->counts.size(); ++i) {
        const auto result = job.result({*job.data, *reference, &walk.kept(i), wanted.configuration},
                                       i, course->counts.size(), context);
        if (!result) {
            return failFrom(result);
        }
        course->results.push_back(*result);
        tell();
    }
    return CalibrationCoursePtr(std::move(course));
}

} // namespace quantoscope::session
