// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/course_tables.h"
#include "cli/opening.h"
#include "core/base/atomic_file.h"
#include "core/session/configuration_summary.h"

#include <iostream>

namespace quantoscope::cli {

Status runCalibrate(const CalibrateOptions& options, const JobContext& context)
{
    const auto session = newSession();
    const auto model = session->openModel(options.model, context);
    if (!model) {
        return failFrom(model);
    }
    const auto chosen = chosenConfiguration(*session, options.quantization);
    if (!chosen) {
        return failFrom(chosen);
    }
    const auto pictures = options.withResults ? Result<session::DataRequest>(options.data)
                                              : calibrationOnly(options.data);
    if (!pictures) {
        return failFrom(pictures);
    }
    const auto data = session->openData(*pictures, context);
    if (!data) {
        return failFrom(data);
    }
    const auto configuration =
        equalizedWhereAsked(*session, *chosen, options.quantization.equalization, context);
    if (!configuration) {
        return failFrom(configuration);
    }
    session::CalibrationCourseRequest request{*configuration, options.tensors, options.withResults};
    const auto course = session->measureCalibrationCourse(request, context);
    if (!course) {
        return failFrom(course);
    }
    std::cout << "Ranges over "
              << session::calibrationPictures(**data, (*data)->calibration->size()) << '\n';
    printRanges(std::cout, **course, !options.tensors.empty());
    if (options.withResults) {
        printResults(std::cout, **course, session::calibrationSummary(*configuration));
    }
    Status written;
    if (!options.csv.empty()) {
        written = writeFile(options.csv, courseCsv(**course));
    }
    return written && !options.json.empty() ? writeFile(options.json, courseJson(**course))
                                            : written;
}

} // namespace quantoscope::cli
