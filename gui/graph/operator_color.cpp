// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/operator_color.h"

namespace quantoscope::gui {

QColor operatorColor(const OutlineEntry& entry)
{
    if (entry.isInput) {
        return okabe_ito::kYellow;
    }
    switch (entry.kind) {
    case model::LayerKind::Conv:
    case model::LayerKind::ConvTranspose:
        return okabe_ito::kBlue;
    case model::LayerKind::DepthwiseConv:
        return okabe_ito::kSkyBlue;
    case model::LayerKind::Gemm:
    case model::LayerKind::MatMul:
        return okabe_ito::kGreen;
    case model::LayerKind::Arithmetic:
        return okabe_ito::kOrange;
    case model::LayerKind::Movement:
        return {0x99, 0x99, 0x99};
    case model::LayerKind::Other:
        break;
    }
    return okabe_ito::kPurple;
}

QColor blended(const QColor& base, const QColor& accent, double share)
{
    const auto mix = [share](int from, int to) {
        return static_cast<int>(from + share * (to - from));
    };
    return {mix(base.red(), accent.red()), mix(base.green(), accent.green()),
            mix(base.blue(), accent.blue())};
}

QColor bitsColor(int bits, const QPalette& palette)
{
    if (bits >= 32) {
        return blended(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.45);
    }
    if (bits >= 16) {
        return okabe_ito::kSkyBlue;
    }
    if (bits >= 8) {
        return okabe_ito::kBlue;
    }
    if (bits >= 5) {
        return okabe_ito::kGreen;
    }
    return bits >= 4 ? QColor(okabe_ito::kOrange) : QColor(okabe_ito::kVermillion);
}

} // namespace quantoscope::gui
