# SPDX-License-Identifier: GPL-3.0-or-later
"""The search command on the bundled sample."""

import json

from cli_case import MODEL, ROAD_SIGNS, CliCase, main

PICTURES = ["--images", ROAD_SIGNS / "val", "--limit", 64, "--calibration", ROAD_SIGNS / "calib",
            "--calibration-images", 16]


class Search(CliCase):
    def search(self, *arguments, evaluations=4):
        report, config = self.folder / "search.json", self.folder / "best.json"
        text = self.succeed("search", MODEL, *PICTURES, "--sensitivity-images", 16,
                            "--evaluations", evaluations, "--json", report,
                            "--config-out", config, *arguments)
        return text, json.loads(report.read_text()), config

    def evaluated(self, config):
        """What `evaluate` says of a configuration file."""
        report = self.folder / "evaluated.json"
        self.succeed("evaluate", MODEL, *PICTURES, "--noise-images", 0, "--config", config,
                     "--json", report)
        return json.loads(report.read_text())

    def test_average_bits(self):
        text, report, config = self.search("--base", "W8A8", "--budget", "avg-bits=4")
        self.assertIn("uniform", text)
        self.assertIn("weight-sqnr", text)
        best = report["tried"][report["best"]]
        self.assertLessEqual(best["averageWeightBits"], 4)
        self.assertEqual(len(report["tried"]), 4)
        uniform = next(p for p in report["tried"] if p["origin"] == "uniform")
        self.assertEqual(set(uniform["weightBits"].values()), {4})
        self.assertLessEqual(best["kl"], uniform["kl"])
        written = json.loads(config.read_text())
        self.assertEqual({name: f"INT{bits}" for name, bits in best["weightBits"].items()},
                         {name: entry["precision"] for name, entry in written["weights"].items()})
        self.assertTrue(written["activations"])
        evaluated = self.evaluated(config)
        self.assertAlmostEqual(evaluated["quantized"]["kl"], best["kl"], places=9)
        self.assertEqual(evaluated["quantized"]["top1"], best["top1"])
        self.assertEqual(evaluated["sizeBytes"]["quantized"], best["sizeBytes"])

    def test_fixed_point_multipliers(self):
        """What is found is judged as it is evaluated, with the multipliers asked for."""
        _, report, config = self.search("--base", "W8A8", "--budget", "avg-bits=6",
                                        "--requantization", "fixed-point")
        self.assertEqual(json.loads(config.read_text())["requantization"], "fixed-point")
        evaluated = self.evaluated(config)
        best = report["tried"][report["best"]]
        self.assertAlmostEqual(evaluated["quantized"]["kl"], best["kl"], places=9)
        _, floats, _ = self.search("--base", "W8A8", "--budget", "avg-bits=6")
        self.assertNotEqual(floats["tried"][0]["kl"], report["tried"][0]["kl"])

    def test_size_pins_and_profile(self):
        info = self.folder / "info.json"
        self.succeed("info", MODEL, "--json", info)
        layers = [layer["name"] for layer in json.loads(info.read_text())["layers"]
                  if "weightShape" in layer]
        _, full, _ = self.search("--base", "W8", "--budget", "avg-bits=8", "--bits", "8")
        limit = full["tried"][0]["sizeBytes"] / 1024 * 0.7
        _, report, _ = self.search("--base", "W8", "--budget", f"size={limit:.3f}KiB",
                                   "--profile", "qualcomm-qnn", "--pin", f"{layers[0]}=8",
                                   "--pin", f"{layers[3]}=4")
        for point in report["tried"]:
            self.assertLessEqual(point["sizeBytes"], limit * 1024)
            self.assertEqual(point["weightBits"][layers[0]], 8)
            self.assertEqual(point["weightBits"][layers[3]], 4)
            self.assertLessEqual(set(point["weightBits"].values()), {4, 8})

    def test_own_profile_and_held_out(self):
        profile = self.folder / "chip.json"
        profile.write_text(json.dumps({
            "format": "quantoscope-hardware-profile", "version": 1, "id": "chip", "name": "Chip",
            "weightBits": [3, 5], "source": "its data sheet"}))
        text, report, _ = self.search("--base", "W8", "--budget", "avg-bits=4", "--profile",
                                      profile, "--held-out", 0.5)
        self.assertIn("32 pictures held out", text)
        self.assertEqual((report["images"], report["heldOutImages"]), (32, 32))
        for point in report["tried"]:
            self.assertLessEqual(set(point["weightBits"].values()), {3, 5})
        checked = [point for point in report["tried"] if point["heldOutTop1"] is not None]
        self.assertIn(report["tried"][report["best"]], checked)
        for point in checked:  # a fraction of 32 pictures
            self.assertAlmostEqual(point["heldOutTop1"] * 32 % 1, 0, places=6)

    def test_drop_in_points(self):
        _, report, config = self.search("--base", "W8", "--budget", "drop=3", evaluations=8)
        best = report["tried"][report["best"]]
        self.assertGreaterEqual(best["againstFloat"]["value"], -0.03 - 1e-9)
        evaluated = self.evaluated(config)
        self.assertGreaterEqual(evaluated["quantized"]["top1"],
                                evaluated["fp32"]["top1"] - 0.03 - 1e-9)

    def test_complains(self):
        search = ["search", MODEL, *PICTURES]
        self.complain(2, ["--budget"], *search)
        for wrong in ("avg-bits", "bits=4", "size=big", "drop=-1", "=4"):
            self.complain(2, ["--budget", "avg-bits=4", wrong], *search, "--budget", wrong)
        self.complain(2, ["--pin", "LAYER=BITS"], *search, "--budget", "avg-bits=4", "--pin", "x")
        self.complain(2, ["--bits"], *search, "--budget", "avg-bits=4", "--bits", "4,9")
        self.complain(2, ["--held-out"], *search, "--budget", "avg-bits=4", "--held-out", "1")
        self.complain(1, ["budget", "the least is"], *search, "--budget", "size=1KiB")
        self.complain(1, ["abacus", "edge-tpu"], *search, "--budget", "avg-bits=4",
                      "--profile", "abacus")
        self.complain(1, ["pin of layer x"], *search, "--budget", "avg-bits=4", "--pin", "x=8")
        broken = self.folder / "broken.json"
        broken.write_text('{"format": "quantoscope-hardware-profile", "version": 2}')
        self.complain(1, ["broken.json", '"version"'], *search, "--budget", "avg-bits=4",
                      "--profile", broken)


main()
