#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up the machine, builds everything into build/ with warnings as errors and runs all tests.
# Options are passed on to ctest, for example: packaging/check.sh -R tst_quantize
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/build/ctest.log

checkFormat()
{
    if command -v clang-format-19 >/dev/null; then
        bash packaging/format-check.sh
    else
        echo "SKIP: clang-format-19 is not installed, so the code's format was not checked"
    fi
}

build()
{
    cmake --preset ci -DQUANTOSCOPE_TEST_PYTHON="$root/build/venv/bin/python"
    cmake --build --preset ci
}

runTests()
{
    ctest --preset ci --output-on-failure --no-tests=error --parallel "$(nproc)" "$@" | tee "$log"
}

printSlowest()
{
    echo "Slowest tests:"
    sed -nE 's/.*: ([^ ]+) \.* *(Passed|\*\*\*[A-Za-z]+) +([0-9.]+) sec.*/\3 s  \1/p' "$log" |
        sort -rn | head -n 10
}

# What a passing test left out, with its reason.
printSkipped()
{
    echo "Skipped:"
    grep -hE '^SKIP +:' "$root/build/Testing/Temporary/LastTest.log" || echo "nothing"
}

main()
{
    bash "$root/packaging/setup.sh" --tests
    cd "$root"
    checkFormat
    build
    local status=0
    runTests "$@" || status=$?
    printSlowest
    printSkipped
    return "$status"
}

main "$@"
