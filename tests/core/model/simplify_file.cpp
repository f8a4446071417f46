// SPDX-License-Identifier: GPL-3.0-or-later
// simplify_file IN.onnx OUT.onnx: what peer tests compare with the original in ONNX Runtime.
#include "core/exec/engine.h"
#include "core/model/onnx_io.h"
#include "core/model/simplify.h"

#include <iostream>

using namespace quantoscope;
using namespace quantoscope::model;

namespace {

int report(const Error& error)
{
    std::cerr << toString(error) << "\n";
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: simplify_file IN.onnx OUT.onnx\n";
        return 2;
    }
    const auto graph = readOnnx(argv[1]);
    if (!graph) {
        return report(graph.error());
    }
    exec::Engine engine;
    const auto simplified = simplify(*graph, engine, {});
    if (!simplified) {
        return report(simplified.error());
    }
    if (const Status written = writeOnnx(simplified->graph, argv[2]); !written) {
        return report(written.error());
    }
    for (const Node& node : simplified->graph.nodes) {
        std::cout << node.opType << "\n";
    }
    return 0;
}
