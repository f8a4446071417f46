#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks docs/formulas.md: every header and test is there and names the source of its formula."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = 4


def rows():
    for line in (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == COLUMNS and "/" in cells[2]:
            yield cells


def problems_of(formula, source, header, tests):
    key = re.match(r"[\w-]+", source).group()
    for name in [header, *(test.strip() for test in tests.split(","))]:
        file = ROOT / name
        if not file.is_file():
            yield f"{formula}: {name} is not there"
        elif not re.search(rf"\b{re.escape(key)}\b", file.read_text(encoding="utf-8"), re.IGNORECASE):
            yield f"{formula}: {name} does not name its source, {key}"


def main():
    table = list(rows())
    problems = [problem for row in table for problem in problems_of(*row)]
    if not table:
        problems.append("docs/formulas.md holds no rows")
    print("\n".join(problems) or f"{len(table)} formulas with their sources and tests")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
