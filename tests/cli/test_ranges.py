# SPDX-License-Identifier: GPL-3.0-or-later
"""How ranges are found, by tensor and by layer, on the bundled sample."""

import json

from cli_case import MODEL, ROAD_SIGNS, CliCase, main

CALIBRATION = ["--calibration", ROAD_SIGNS / "calib", "--calibration-images", 8]
PICTURES = ["--images", ROAD_SIGNS / "val", "--limit", 16, *CALIBRATION, "--noise-images", 0]


class Ranges(CliCase):
    def configuration(self, *arguments):
        file = self.folder / "config.json"
        text = self.succeed("config", MODEL, "-o", file, *arguments)
        return text, json.loads(file.read_text())

    def test_methods_of_tensors(self):
        text, configuration = self.configuration(
            "--calibration-method", "mse", "--calibration-method", "block*=percentile:99.9",
            "--calibration-method", "block1/*=entropy", "--percentile", 98)
        self.assertEqual(configuration["calibration"]["method"], "mse")
        own = {name: scheme.get("calibration", {}) for name, scheme in configuration["activations"].items()}
        first = {name for name in own if name.startswith("block1/")}
        blocks = {name for name in own if name.startswith("block")} - first
        self.assertGreater(len(first), 1)
        self.assertTrue(all(own[name]["method"] == "entropy" for name in first))
        self.assertTrue(all(own[name] == {"method": "percentile", "percentile": 99.9} for name in blocks))
        self.assertFalse(any(own[name] for name in set(own) - first - blocks))
        self.assertIn("by percentile 99.9", text)
        # Later ones win, in the whole model, too.
        _, again = self.configuration("--calibration-method", "block*=mse", "--calibration-method", "percentile",
                                      "--percentile", 98)
        self.assertEqual(again["calibration"], {"method": "percentile", "percentile": 98})
        self.assertFalse(any("calibration" in scheme for scheme in again["activations"].values()))

    def outputs(self, *arguments):
        file = self.folder / "outputs.npy"
        self.succeed("evaluate", MODEL, *PICTURES, "--save-outputs", file, *arguments)
        return file.read_bytes()

    def test_they_are_what_runs(self):
        """A method of every tensor is that of the model; one of a single tensor changes outputs, too."""
        whole = self.outputs("--calibration-method", "mse")
        self.assertEqual(self.outputs("--calibration-method", "*=mse"), whole)
        plain = self.outputs()
        self.assertNotEqual(plain, whole)
        one = self.outputs("--calibration-method", "stem/Conv=percentile:99")
        self.assertNotEqual(one, plain)
        self.assertEqual(self.outputs("--calibration-method", "percentile:99", "--calibration-method", "*=min-max",
                                      "--calibration-method", "stem/Conv=percentile:99"), one)

    def test_a_file_is_changed(self):
        first, second = self.folder / "first.json", self.folder / "second.json"
        self.succeed("config", MODEL, "-o", first, "--bits", "W4A8", "--weight-range", "mse",
                     "--weight-range", "head/Conv=percentile", "--weight-percentile", 99)
        weights = json.loads(first.read_text())["weights"]
        head = weights.pop("head/Conv")
        self.assertEqual((head["range"], head["percentile"]), ("percentile", 99))
        self.assertTrue(all(scheme["range"] == "mse" for scheme in weights.values()))
        self.succeed("evaluate", MODEL, *PICTURES, "--config", first, "--calibration-method", "stem*=entropy",
                     "--weight-range", "head/Conv=min-max", "--config-out", second)
        changed = json.loads(second.read_text())
        self.assertNotIn("range", changed["weights"]["head/Conv"])
        self.assertTrue(any("calibration" in scheme for scheme in changed["activations"].values()))

    def test_wrong_ones_are_refused(self):
        for option, value, words in [
                ("--calibration-method", "nobody=mse", ["nobody", "calibrate"]),
                ("--weight-range", "nobody=mse", ["nobody", "info"])]:
            self.complain(1, words, "config", MODEL, "-o", self.folder / "no.json", option, value)
        for option, value, words in [
                ("--calibration-method", "mse:3", ["percentile:99.9"]),
                ("--calibration-method", "stem*=best", ["min-max"]),
                ("--weight-range", "percentile:30", ["above 50"])]:
            self.complain(2, words, "config", MODEL, "-o", self.folder / "no.json", option, value)


if __name__ == "__main__":
    main()
