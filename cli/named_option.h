// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/named_choice.h"
#include "cli/option_groups.h"

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quantoscope::cli {

/// "VALUE", for all, or "NAME=VALUE".
[[nodiscard]] inline NamedChoice<std::string> namedText(const std::string& text)
{
    auto parts = assignment(text);
    return parts ? NamedChoice<std::string>{std::move(parts->first), std::move(parts->second)}
                 : NamedChoice<std::string>{{}, text};
}

/// Name, help and type of an option, as CLI11 shows them.
struct OptionText
{
    const char* name;
    const char* help;
    const char* type;
};

/// Adds an option of quantization that takes "VALUE" or "NAME=VALUE" and may be given several
/// times; `choices` gets them in their order.
/// \param parse reads a VALUE: a Result<T>, whose failure the option refuses the text with
template <typename T, typename Parse>
CLI::Option* addNamedOption(CLI::App& command, const OptionText& text,
                            std::vector<NamedChoice<T>>& choices, Parse parse)
{
    return command
        .add_option_function<std::vector<std::string>>(
            text.name,
            [&choices, parse](const std::vector<std::string>& texts) {
                for (const std::string& given : texts) {
                    NamedChoice<std::string> choice = namedText(given);
                    if (auto value = parse(choice.value)) {
                        choices.push_back({std::move(choice.name), *std::move(value)});
                    }
                }
            },
            text.help)
        ->type_name(text.type)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check(
            [parse](const std::string& given) { return complaint(parse(namedText(given).value)); })
        ->group("Quantization");
}

} // namespace quantoscope::cli
