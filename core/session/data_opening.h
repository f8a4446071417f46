// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

namespace quantoscope::session {

/// Lists, decodes and fits the pictures of a request for a model.
[[nodiscard]] Result<DataInfo> openPictures(const ModelInfo& model, const DataRequest& request,
                                            const eval::ImageDecoder& decoder,
                                            const JobContext& context);

/// The preprocessing a request asks for, and where it came from in words.
struct ChosenPreprocess
{
    eval::Preprocess preprocess;
    std::string origin;
};
[[nodiscard]] Result<ChosenPreprocess> choosePreprocess(const ModelInfo& model,
                                                        const DataRequest& request);

} // namespace quantoscope::session
