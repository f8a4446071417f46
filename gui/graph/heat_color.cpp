// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/heat_color.h"

#include "gui/graph/operator_color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quantoscope::gui {

namespace {

constexpr std::array<QRgb, 5> kOnLight{0xfffff7d6, 0xfffed98e, 0xfffe9929, 0xffcc4c02, 0xff7a2d04};
constexpr std::array<QRgb, 5> kOnDark{0xff2e2a26, 0xff6b3410, 0xffb3560f, 0xfff09a35, 0xffffe9a8};

/// Relative luminance. Source: WCAG 2.1, "relative luminance".
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

QColor heatColor(double share, const QPalette& palette)
{
    const bool isDark = palette.color(QPalette::Base).lightnessF() < 0.5F;
    const auto& anchors = isDark ? kOnDark : kOnLight;
    const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    return blended(QColor(anchors[below]), QColor(anchors[below + 1]),
                   at - static_cast<double>(below));
}

QColor readableOn(const QColor& background)
{
    // Where the contrast ratios of WCAG with black and with white are equal.
    return luminance(background) > 0.179 ? Qt::black : Qt::white;
}

} // namespace quantoscope::gui
