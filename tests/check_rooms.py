#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that rooms include only rooms to their left (docs/architecture.md, "Rooms")."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ALLOWED = {
    "core/base": [],
    "core/model": ["core/base"],
    "core/quant": ["core/base", "core/model"],
    "core/exec": ["core/base", "core/model", "core/quant"],
    "core/eval": ["core/base", "core/model", "core/quant", "core/exec"],
    "core/search": ["core/base", "core/model", "core/quant", "core/exec", "core/eval"],
    "core/export": ["core/base", "core/model", "core/quant"],
    "core/session": ["core/base", "core/model", "core/quant", "core/exec", "core/eval",
                     "core/search", "core/export"],
}
# The front ends reach core through the session and the plain value headers that it names.
VALUES = [
    "core/base/", "core/session/", "core/model/graph.h", "core/model/layers.h",
    "core/model/input_shapes.h", "core/quant/scheme.h", "core/quant/quant_params.h",
    "core/quant/noise.h", "core/eval/classification.h", "core/eval/dataset.h",
    "core/eval/preprocess.h", "core/eval/image.h", "core/eval/qt_image_decoder.h",
    "core/search/interval.h", "core/search/sensitivity.h",
]
INCLUDE = re.compile(r'#include\s+[<"]([^">]+)[">]')


def problems():
    for path in sorted(ROOT.glob("core/*/*.[ch]*")):
        room = "/".join(path.relative_to(ROOT).parts[:2])
        for header in INCLUDE.findall(path.read_text()):
            other = "/".join(header.split("/")[:2])
            if header.startswith("core/") and other != room and other not in ALLOWED[room]:
                yield f"{path.relative_to(ROOT)} includes {header}"
            if re.match(r"Q[A-Z]", header) and not path.stem == "qt_image_decoder":
                yield f"{path.relative_to(ROOT)} includes Qt's {header}"
    for path in sorted([*ROOT.glob("gui/**/*.[ch]*"), *ROOT.glob("cli/*.[ch]*")]):
        for header in INCLUDE.findall(path.read_text()):
            if header.startswith("core/") and not any(header.startswith(v) for v in VALUES):
                yield f"{path.relative_to(ROOT)} includes {header}"


found = list(problems())
print("\n".join(found) or f"all includes of {len(ALLOWED)} core rooms and the front ends keep to the rooms")
sys.exit(1 if found else 0)
