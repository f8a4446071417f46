// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exec/integer_kernels.h"

namespace quantoscope::exec {

bool hasIntegerKernels()
{
#if defined(__x86_64__)
    static const bool has =
        __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
        __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
    return has;
#else
    return false;
#endif
}

const IntegerKernels& integerKernels()
{
    return hasIntegerKernels() ? vectorKernels() : portableKernels();
}

} // namespace quantoscope::exec
