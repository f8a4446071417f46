// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quant/input_moments.h"

namespace quantoscope::quant {

InputMoments InputMoments::centered() const
{
    InputMoments result = *this;
    if (count <= 0.0) {
        return result;
    }
    const Eigen::VectorXd mean = quantizedSum / count;
    result.quantized.noalias() -= mean * quantizedSum.transpose();
    result.cross.noalias() -= mean * floatSum.transpose();
    if (extra.size() > 0) {
        result.extra.noalias() -= mean * extraSum.transpose();
    }
    return result;
}

} // namespace quantoscope::quant
