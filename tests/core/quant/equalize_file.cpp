// SPDX-License-Identifier: GPL-3.0-or-later
// equalize_file IN.json OUT.json: equalizes one pair of convolutions; what a peer test compares
// with NumPy. IN: "writer" and "reader", each with "weights" as one list, "groups", "inChannels",
// "outChannels" and "taps", and the writer's "bias". OUT: scales, writer, bias and reader.
#include "core/quant/equalization.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>

using namespace quantoscope::quant;

namespace {

using Json = nlohmann::json;

WeightLayout layoutOf(const Json& json)
{
    return {json.at("groups"), json.at("inChannels"), json.at("outChannels"), json.at("taps"),
            false};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: equalize_file IN.json OUT.json\n";
        return 2;
    }
    const Json json = Json::parse(std::ifstream(argv[1]));
    const auto writer = json.at("writer").at("weights").get<std::vector<float>>();
    const auto reader = json.at("reader").at("weights").get<std::vector<float>>();
    const auto bias = json.at("writer").at("bias").get<std::vector<float>>();
    const WeightLayout writing = layoutOf(json.at("writer"));
    const WeightLayout reading = layoutOf(json.at("reader"));
    const auto scales =
        equalizingScales(outputRanges(writer, writing), inputRanges(reader, reading));
    const EqualizedLayer first{scales, {}};
    const EqualizedLayer second{{}, scales};
    std::ofstream(argv[2]) << Json{{"scales", scales},
                                   {"writer", equalizedWeights(writer, writing, first)},
                                   {"bias", equalizedBias(bias, first)},
                                   {"reader", equalizedWeights(reader, reading, second)}};
    return 0;
}
