# SPDX-License-Identifier: GPL-3.0-or-later
"""Post-training methods on some layers of the bundled sample."""

import csv
import json

from cli_case import MODEL, ROAD_SIGNS, CliCase, main

PICTURES = ["--images", ROAD_SIGNS / "val", "--limit", 24, "--calibration", ROAD_SIGNS / "calib",
            "--calibration-images", 20, "--noise-images", 0]


class ChosenLayers(CliCase):
    def configuration(self, *arguments):
        file = self.folder / "config.json"
        text = self.succeed("evaluate", MODEL, *PICTURES, "--bits", "W4A8", "--config-out", file,
                            *arguments)
        return text, json.loads(file.read_text())

    def methods(self, *arguments):
        text, configuration = self.configuration(*arguments)
        corrected = configuration.get("corrected", {})
        return text, {name: entry["method"] for name, entry in corrected.items()}

    def test_a_method_for_each_layer(self):
        text, methods = self.methods("--method", "bias-correction", "--method", "block*=gptq",
                                     "--method", "head/Conv=adaround", "--method", "stem/Conv=nearest")
        self.assertNotIn("stem/Conv", methods)
        self.assertEqual(methods.pop("head/Conv"), "adaround")
        blocks = [name for name in methods if name.startswith("block")]
        self.assertGreater(len(blocks), 10)
        self.assertTrue(all(methods[name] == "gptq" for name in blocks))
        others = set(methods) - set(blocks)
        self.assertTrue(all(methods[name] == "bias-correction" for name in others))
        self.assertIn(f"{len(blocks)} by gptq", text)

    def test_only_the_layers_named(self):
        table = self.folder / "table.csv"
        _, methods = self.methods("--method", "head/Conv=gptq", "--correction-table", table)
        self.assertEqual(methods, {"head/Conv": "gptq"})
        row, = csv.DictReader(table.read_text().splitlines())
        self.assertEqual((row["layer"], row["method"]), ("head/Conv", "gptq"))
        self.assertLess(float(row["corrected_error"]), float(row["nearest_error"]))
        _, methods = self.methods("--correct", "--only-layers", "block1/*", "--only-layers", "head/Conv")
        self.assertIn("head/Conv", methods)
        self.assertGreater(len(methods), 1)
        self.assertTrue(all(n == "head/Conv" or n.startswith("block1/") for n in methods))

    def test_others_keep_what_a_file_says(self):
        first = self.folder / "first.json"
        self.succeed("evaluate", MODEL, *PICTURES, "--bits", "W4A8", "--method", "bias-correction",
                     "--config-out", first)
        second = self.folder / "second.json"
        self.succeed("evaluate", MODEL, *PICTURES, "--config", first, "--method", "head/Conv=gptq",
                     "--config-out", second)
        before = json.loads(first.read_text())["corrected"]
        after = json.loads(second.read_text())["corrected"]
        self.assertEqual(set(after), set(before))
        self.assertEqual(after.pop("head/Conv")["method"], "gptq")
        before.pop("head/Conv")
        self.assertEqual(after, before)

    def test_channels_between_some_layers(self):
        _, every = self.configuration("--equalize")
        _, some = self.configuration("--equalize", "--only-layers", "block1/*", "--only-layers",
                                     "block2/*")
        self.assertEqual(set(some["equalization"]), {"block1/project/Conv", "block2/expand/Conv"})
        self.assertGreater(set(every["equalization"]), set(some["equalization"]))

    def test_tells_of_absorbed_biases_line_by_line(self):
        text, _ = self.configuration("--absorb-biases")
        self.assertRegex(text, r"(?m)^No biases absorbed \(\d+\.\d s\)$")
        self.assertRegex(text, r"(?m)^  stem/Conv -> .*: skipped, ")

    def test_refuses(self):
        self.complain(1, ["nolayer"], "evaluate", MODEL, *PICTURES, "--method", "nolayer=gptq")
        self.complain(1, ["nolayer*"], "evaluate", MODEL, *PICTURES, "--equalize", "--only-layers", "nolayer*")
        self.complain(2, ["--method"], "evaluate", MODEL, *PICTURES, "--method", "head/Conv=best")
        self.complain(2, ["--best"], "evaluate", MODEL, *PICTURES, "--best", 5, "--only-layers", "head/Conv")


if __name__ == "__main__":
    main()
