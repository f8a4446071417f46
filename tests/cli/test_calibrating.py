# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pictures calibrate, how ranges follow their number, and cascades, on the bundled sample."""

import csv
import json

from cli_case import MODEL, ROAD_SIGNS, CliCase, main

CALIBRATION = ["--calibration", ROAD_SIGNS / "calib"]
VALIDATION = ["--images", ROAD_SIGNS / "val"]
METHODS = ["min-max", "moving-average", "percentile", "mse", "entropy", "p-norm"]


class Choice(CliCase):
    def calibration(self, *arguments):
        file = self.folder / "report.json"
        text = self.succeed("evaluate", MODEL, *VALIDATION, "--limit", 16, "--noise-images", 0,
                            "--json", file, *arguments)
        return text, json.loads(file.read_text())["calibration"]

    def test_balanced_set_of_a_folder(self):
        text, calibration = self.calibration(*CALIBRATION, "--calibration-images", 40,
                                             "--calibration-choice", "balanced", "--calibration-seed", 7)
        self.assertEqual(calibration["choice"], "balanced")
        self.assertEqual(calibration["seed"], 7)
        each, rest = divmod(calibration["images"], calibration["classes"])
        self.assertEqual((each, rest), (40 // calibration["classes"], 0))
        self.assertIn(f"{each} of each of {calibration['classes']} classes (seed 7)", text)

    def test_random_set_of_the_validation_pictures(self):
        text, calibration = self.calibration("--calibration-images", 5, "--calibration-choice", "random")
        self.assertTrue(calibration["fromValidation"])
        self.assertEqual(calibration["images"], 5)
        self.assertIn("5 of the validation pictures drawn at random (seed 0)", text)

    def test_other_choices_are_refused(self):
        self.complain(2, ["--calibration-choice", "balanced"], "evaluate", MODEL, *VALIDATION,
                      "--calibration-choice", "best")


class Course(CliCase):
    def test_every_method_over_the_number_of_pictures(self):
        table, report = self.folder / "course.csv", self.folder / "course.json"
        text = self.succeed("calibrate", MODEL, *CALIBRATION, "--calibration-images", 6, "--csv", table,
                            "--json", report)
        for method in METHODS:
            self.assertIn(method, text)
        course = json.loads(report.read_text())
        self.assertEqual(course["counts"], [1, 2, 4, 6])
        self.assertEqual(course["methods"], METHODS)
        with open(table, newline="") as rows:
            rows = list(csv.DictReader(rows))
        self.assertEqual(len(rows), len(course["tensors"]) * 4 * len(METHODS))
        for tensor in course["tensors"]:
            lows, highs = zip(*(ranges[0] for ranges in tensor["ranges"]))
            self.assertEqual(list(lows), sorted(lows, reverse=True))  # min-max only widens
            self.assertEqual(list(highs), sorted(highs))

    def test_a_tensor_and_the_results(self):
        report = self.folder / "course.json"
        text = self.succeed("calibrate", MODEL, *CALIBRATION, "--calibration-images", 4, *VALIDATION,
                            "--limit", 24, "--results", "--tensor", "image", "--json", report)
        course = json.loads(report.read_text())
        self.assertEqual([tensor["name"] for tensor in course["tensors"]], ["image"])
        self.assertEqual([result["images"] for result in course["results"]], [1, 2, 4])
        for result in course["results"]:
            self.assertIn(f"{result['top1'] * 100:.2f} %", text)

    def test_what_cannot_be_shown(self):
        self.complain(1, ["tensor ghost"], "calibrate", MODEL, *CALIBRATION, "--tensor", "ghost")
        self.complain(1, ["--calibration"], "calibrate", MODEL)
        self.complain(1, ["static ranges"], "calibrate", MODEL, *VALIDATION, "--limit", 4, "--results",
                      "--bits", "W8")
        self.complain(2, ["--results", "--images"], "calibrate", MODEL, *CALIBRATION, "--results")


class Cascade(CliCase):
    def setUp(self):
        super().setUp()
        self.cheap, self.better = self.folder / "cheap.json", self.folder / "better.json"
        self.succeed("config", MODEL, "--bits", "W4A8", "-o", self.cheap)
        self.succeed("config", MODEL, "--bits", "W8A8", "-o", self.better)

    def cascade(self, *arguments):
        return self.succeed("cascade", MODEL, *VALIDATION, *CALIBRATION, "--calibration-images", 20,
                            "--cheap", self.cheap, "--better", self.better, *arguments)

    def test_figures_and_files(self):
        text = self.cascade("--export-folder", self.folder / "out", "--json", self.folder / "cascade.json")
        manifest = json.loads((self.folder / "out" / "cascade.json").read_text())
        self.assertEqual(manifest, json.loads((self.folder / "cascade.json").read_text()))
        figures = manifest["figures"]
        self.assertGreaterEqual(figures["accuracy"], manifest["better"]["accuracy"] - 0.005 - 1e-9)
        self.assertAlmostEqual(figures["cost"],
                               manifest["cheap"]["cost"] + figures["share"] * manifest["better"]["cost"])
        within = [point for point in manifest["curve"] if point["accuracy"] >= figures["accuracy"] - 1e-9]
        self.assertEqual(min(point["cost"] for point in within), figures["cost"])
        self.assertIn(f"{figures['accuracy'] * 100:.2f} %", text)
        for side in ("cheap", "better"):
            content = (self.folder / "out" / manifest[side]["model"]).read_bytes()
            self.assertIn(b"QuantizeLinear", content)
            config = json.loads((self.folder / "out" / manifest[side]["configuration"]).read_text())
            self.assertEqual(config["format"], "quantoscope-configuration")

    def test_a_larger_drop_is_cheaper(self):
        costs = []
        for points in (0, 2, 100):
            self.cascade("--drop", points, "--json", self.folder / "cascade.json")
            costs.append(json.loads((self.folder / "cascade.json").read_text())["figures"]["cost"])
        self.assertEqual(costs, sorted(costs, reverse=True))
        self.assertGreater(costs[0], costs[2])

    def test_needs_both(self):
        self.complain(2, ["--better"], "cascade", MODEL, *VALIDATION, "--cheap", self.cheap)
        self.complain(1, ["none.json"], "cascade", MODEL, *VALIDATION, "--cheap", self.cheap, "--better",
                      "none.json")


main()
