// SPDX-License-Identifier: GPL-3.0-or-later
// For processors this program has no kernels of their own for.
#include "core/exec/integer_kernels.h"

namespace quantoscope::exec {

const IntegerKernels& vectorKernels()
{
    return portableKernels();
}

} // namespace quantoscope::exec
