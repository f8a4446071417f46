#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks the format of every tracked C++ file, or of the files named, against .clang-format.
#
#   packaging/format-check.sh [FILES...]          reports, exits 1 on a difference
#   packaging/format-check.sh --fix [FILES...]    rewrites
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mode=(--dry-run -Werror)

if [[ ${1:-} == --fix ]]; then
    mode=(-i)
    shift
fi
if (($# > 0)); then
    files=("$@")
else
    cd "$root"
    mapfile -d '' -t files < <(git ls-files -z -- '*.cpp' '*.h')
fi
if ((${#files[@]} == 0)); then
    echo "format: no tracked C++ file" >&2
    exit 1
fi
clang-format-19 "${mode[@]}" -- "${files[@]}"
echo "format: ${#files[@]} files follow .clang-format"
