// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Before a loop that runs in place or on separate storage.
// In place means the same address for input and output, never an overlap at another distance.
#if defined(__clang__)
#define QUANTOSCOPE_SAME_OR_APART _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define QUANTOSCOPE_SAME_OR_APART _Pragma("GCC ivdep")
#else
#define QUANTOSCOPE_SAME_OR_APART
#endif
