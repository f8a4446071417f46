#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up the machine, builds Quantoscope into build/ and runs it.
#
#   packaging/run.sh                     opens the window on the bundled sample; without a display
#                                        evaluates the sample on the command line instead
#   packaging/run.sh --headless [...]    evaluates the sample in any case; further options go to
#                                        `quantoscope-cli evaluate`
#   packaging/run.sh [--] ARGS...        passes ARGS on, in place of --sample
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build()
{
    bash "$root/packaging/setup.sh"
    (cd "$root" && cmake --preset release && cmake --build --preset release)
}

evaluateSample()
{
    local sample=$root/samples/road-signs
    "$root/build/bin/quantoscope-cli" evaluate "$sample/model.onnx" \
        --images "$sample/val" --calibration "$sample/calib" --bits W8A8 \
        --json "$root/build/report.json" --report "$root/build/report.html" "$@"
}

openWindow()
{
    if (($# == 0)); then
        set -- --sample
    fi
    "$root/build/bin/quantoscope" "$@"
}

hasDisplay() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

main()
{
    local headless=0 passedOn=()
    while (($# > 0)); do
        case $1 in
            --headless) headless=1 ;;
            --) passedOn+=("${@:2}") && break ;;
            *) passedOn+=("$1") ;;
        esac
        shift
    done
    build
    if ((headless)) || ! hasDisplay; then
        evaluateSample "${passedOn[@]}"
    else
        openWindow "${passedOn[@]}"
    fi
}

main "$@"
