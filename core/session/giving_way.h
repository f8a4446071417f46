// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <functional>

namespace quantoscope::session {

/// A short piece of work; when it is stopped to let an edit in, it runs again from its start.
using PieceOfWork = std::function<Status(const JobContext&)>;
/// Runs pieces between edits. Cancelled when the job is, or the model or the pictures have been
/// replaced.
using GivingWay = std::function<Status(const PieceOfWork&)>;

} // namespace quantoscope::session
