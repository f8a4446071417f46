// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/layer_names.h"

#include <algorithm>

namespace quantoscope::session {
/// Matches greedily: the last star takes in what it must.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    std::size_t star = std::string_view::npos;
    std::size_t afterStar = 0; // place in the text where what follows the star is tried
    std::size_t p = 0;
    std::size_t t = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            afterStar = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++afterStar;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool isChosen(const LayerChoice& choice, const std::string& layer)
{
    return choice.empty() || choice.contains(layer);
}

bool areChosen(const LayerChoice& choice, const model::LayerModel& layers,
               const std::vector<std::size_t>& indices)
{
    return std::ranges::all_of(
        indices, [&](std::size_t index) { return isChosen(choice, layers.layers[index].name); });
}

Result<std::vector<std::string>> layersNamed(const model::LayerModel& layers,
                                             std::string_view pattern)
{
    std::vector<std::string> names;
    for (const model::Layer& layer : layers.layers) {
        if (!layer.hasWeights()) {
            continue;
        }
        if (layer.name == pattern) {
            return std::vector{layer.name};
        }
        if (matchesPattern(pattern, layer.name)) {
            names.push_back(layer.name);
        }
    }
    if (names.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the model has no layer with weights of this name; the command info lists "
                    "them, and * stands for any characters",
                    "layer \"" + std::string(pattern) + "\"");
    }
    return names;
}

} // namespace quantoscope::session
