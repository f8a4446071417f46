# SPDX-License-Identifier: GPL-3.0-or-later
"""The four commands on the bundled sample, end to end."""

import json
import signal
import struct
import subprocess
import time

from cli_case import CLI, MODEL, ROAD_SIGNS, CliCase, main

PICTURES = ["--images", ROAD_SIGNS / "val", "--calibration", ROAD_SIGNS / "calib",
            "--calibration-images", 20]


def npy_shape(file):
    head = file.read_bytes()[:128]
    length = struct.unpack("<H", head[8:10])[0]
    return eval(head[10:10 + length].decode(), {}, {"False": False})["shape"]


class Info(CliCase):
    def test_keeps_batch_norms(self):
        def simplified(*options):
            self.succeed("info", MODEL, "--json", self.folder / "info.json", *options)
            return json.loads((self.folder / "info.json").read_text())["simplification"]

        folded = simplified()
        self.assertEqual(folded["keptBatchNorms"], [])
        every = simplified("--keep-batch-norm")
        self.assertEqual(len(every["keptBatchNorms"]), folded["foldedBatchNorms"])
        self.assertEqual(every["foldedBatchNorms"], 0)
        some = simplified("--keep-batch-norm=stem/Conv", "--keep-batch-norm=block5/*")
        self.assertEqual(len(some["keptBatchNorms"]), 4)
        self.assertIn("4 kept as asked", self.succeed("info", MODEL, "--keep-batch-norm=stem/Conv",
                                                      "--keep-batch-norm=block5/*"))
        self.complain(1, ["nowhere"], "info", MODEL, "--keep-batch-norm=nowhere")

    def test_shows_layers(self):
        text = self.succeed("info", MODEL, "--json", self.folder / "info.json")
        self.assertIn("Conv + BatchNormalization", text)
        info = json.loads((self.folder / "info.json").read_text())
        self.assertEqual(info["task"], "classification")
        # Beside the layers' own there are a few shared constants, such as the limits of a Clip.
        extra = info["parameters"] - sum(layer["parameters"] for layer in info["layers"])
        self.assertIn(extra, range(10))
        self.assertEqual(info["macs"], sum(layer["macs"] for layer in info["layers"]))
        weighted = [layer for layer in info["layers"] if "weightShape" in layer]
        self.assertGreater(len(weighted), 10)
        self.assertIn("depthwise-conv", {layer["kind"] for layer in weighted})
        first = weighted[0]  # 3x3 on 3 channels: weights and bias
        channels, depth, height, width = first["weightShape"]
        self.assertEqual(first["parameters"], channels * depth * height * width + channels)
        self.assertEqual(first["macs"], channels * depth * height * width
                         * first["outputShape"][2] * first["outputShape"][3])


class Evaluate(CliCase):
    def report(self, *arguments):
        file = self.folder / "report.json"
        text = self.succeed("evaluate", MODEL, *PICTURES, "--json", file, *arguments)
        return text, json.loads(file.read_text())

    def test_report_has_every_figure(self):
        text, report = self.report("--limit", 40, "--predictions", "--noise-images", 8,
                                   "--report", self.folder / "report.html")
        self.assertEqual(report["images"], 40)
        for key in ("top1", "top5"):
            self.assertTrue(0 <= report["fp32"][key] <= 1)
            self.assertTrue(0 <= report["quantized"][key] <= 1)
        for key in ("agreement", "sqnrDb", "cosine", "kl"):
            self.assertIsInstance(report["quantized"][key], float)
        self.assertGreater(report["sizeBytes"]["fp32"], 3 * report["sizeBytes"]["quantized"])
        for key in ("fp32Pass", "quantizedPass", "calibration"):
            self.assertGreater(report["seconds"][key], 0)
        self.assertGreater(report["peakRssMiB"], 10)
        self.assertEqual(report["calibration"]["images"], 20)
        self.assertFalse(report["calibration"]["fromValidation"])
        self.assertEqual(report["activationSqnrImages"], 8)
        for layer in report["layers"]:
            self.assertEqual(set(layer), {"name", "op", "weightBits", "activationBits", "weightSqnrDb",
                                          "activationSqnrDb", "sizeBytes", "macs",
                                          "keptShare", "sparseFormat", "addedChannels",
                                          "accumulatorBits", "channels", "channelsOver16Bits",
                                          "channelsOver32Bits"})
        weighted = [layer for layer in report["layers"] if layer["weightBits"] is not None]
        self.assertTrue(all(layer["weightBits"] == 8 for layer in weighted))
        self.assertTrue(all(layer["weightSqnrDb"] > 20 for layer in weighted))
        self.assertTrue((self.folder / "report.html").read_text().startswith("<!DOCTYPE html>"))
        self.assertIn(f"{report['quantized']['top1'] * 100:.2f} %", text)
        self.check_predictions(report)

    def check_predictions(self, report):
        predictions = report["predictions"]
        self.assertEqual(len(predictions), 40)
        right = sum(entry["label"] == entry["fp32"] for entry in predictions)
        self.assertAlmostEqual(right / 40, report["fp32"]["top1"])
        right = sum(entry["label"] == entry["quantized"] for entry in predictions)
        self.assertAlmostEqual(right / 40, report["quantized"]["top1"])
        same = sum(entry["fp32"] == entry["quantized"] for entry in predictions)
        self.assertAlmostEqual(same / 40, report["quantized"]["agreement"])

    def test_fewer_bits_are_smaller_and_noisier(self):
        eight = self.report("--limit", 20, "--noise-images", 0, "--bits", "W8")[1]
        two = self.report("--limit", 20, "--noise-images", 0, "--bits", "W2")[1]
        self.assertLess(two["sizeBytes"]["quantized"], eight["sizeBytes"]["quantized"])
        self.assertLess(two["quantized"]["sqnrDb"], eight["quantized"]["sqnrDb"] - 10)
        self.assertEqual(two["averageWeightBits"], 2)
        self.assertEqual(two["activationSqnrImages"], 0)

    def test_calibrates_on_validation_pictures_by_default(self):
        file = self.folder / "report.json"
        text = self.succeed("evaluate", MODEL, "--images", ROAD_SIGNS / "val", "--limit", 12,
                            "--noise-images", 0, "--json", file)
        report = json.loads(file.read_text())
        self.assertTrue(report["calibration"]["fromValidation"])
        self.assertEqual(report["calibration"]["images"], 12)
        self.assertIn("first 12 validation pictures", text)

    def test_saves_tensors(self):
        files = {name: self.folder / f"{name}.npy" for name in ("tensors", "outputs", "float-outputs")}
        options = [part for name, file in files.items() for part in (f"--save-{name}", file)]
        self.report("--limit", 10, "--noise-images", 0, *options)
        self.assertEqual(npy_shape(files["tensors"]), (10, 3, 64, 64))
        self.assertEqual(npy_shape(files["outputs"])[0], 10)
        self.assertEqual(npy_shape(files["outputs"]), npy_shape(files["float-outputs"]))
        self.assertEqual(files["tensors"].stat().st_size % 64, 0)

    def test_configuration_file_counts(self):
        config = self.folder / "config.json"
        self.succeed("config", MODEL, "--bits", "W8A8", "-o", config)
        settings = json.loads(config.read_text())
        layer = next(iter(settings["weights"]))
        settings["weights"][layer]["precision"] = "INT3"
        config.write_text(json.dumps(settings))
        report = self.report("--limit", 10, "--noise-images", 0, "--config", config)[1]
        bits = {entry["name"]: entry["weightBits"] for entry in report["layers"]}
        self.assertEqual(bits[layer], 3)
        self.assertEqual(sorted(set(bits.values()) - {None}), [3, 8])

    def test_writes_the_configuration_as_run(self):
        file = self.folder / "corrected.json"
        options = ["--limit", 16, "--noise-images", 0]
        corrected = self.report(*options, "--bits", "W4A8", "--correct", "--config-out", file)[1]
        again = self.report(*options, "--config", file)[1]
        self.assertEqual(again["quantized"], corrected["quantized"])

    def test_tells_what_fixed_point_multipliers_change(self):
        text, report = self.report("--limit", 20, "--noise-images", 0, "--requantization", "fixed-point")
        self.assertIn("predictions changed", text)
        self.assertIn("none more than 32", text)
        self.assertEqual(report["configuration"]["requantization"], "fixed-point")
        self.assertEqual(report["fixedPoint"]["macShare"], 1)
        self.assertLessEqual(report["fixedPoint"]["changedPredictions"], 2)
        self.assertEqual(report["fixedPoint"]["sqnrDb"], report["quantized"]["sqnrDb"])
        self.complain(2, ["--requantization", "fixed-point"], "evaluate", MODEL, "--images",
                      ROAD_SIGNS / "val", "--requantization", "integer")

    def test_stops_when_interrupted(self):
        command = [str(CLI), "evaluate", str(MODEL), *map(str, PICTURES), "--noise-images", "300"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(0.6)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(errors, "quantoscope-cli: cancelled\n")


class Export(CliCase):
    def test_writes_the_configured_model(self):
        config, out = self.folder / "config.json", self.folder / "out.onnx"
        self.succeed("config", MODEL, "--bits", "W4A8", "--asymmetric-weights", "-o", config)
        text = self.succeed("export", MODEL, "--config", config, "-o", out, "--calibration",
                            ROAD_SIGNS / "calib", "--calibration-images", 10)
        self.assertIn("INT4 asymmetric per-channel", text)
        content = out.read_bytes()
        self.assertIn(b"QuantizeLinear", content)
        self.assertIn(b"Quantoscope", content)
        self.assertLess(len(content), MODEL.stat().st_size / 3)

    def test_weights_alone_need_no_pictures(self):
        self.succeed("export", MODEL, "--bits", "W8", "-o", self.folder / "out.onnx")
        content = (self.folder / "out.onnx").read_bytes()
        self.assertIn(b"DequantizeLinear", content)
        self.assertNotIn(b"\x0eQuantizeLinear", content)

    def test_same_input_same_file(self):
        for name in ("a.onnx", "b.onnx"):
            self.succeed("export", MODEL, "-o", self.folder / name, "--images", ROAD_SIGNS / "val",
                         "--calibration-images", 10)
        self.assertEqual((self.folder / "a.onnx").read_bytes(), (self.folder / "b.onnx").read_bytes())


class Prune(CliCase):
    def test_patterns_and_sizes(self):
        file = self.folder / "report.json"
        text = self.succeed("evaluate", MODEL, *PICTURES, "--limit", 8, "--noise-images", 0, "--json", file,
                            "--prune", "2:4", "--prune", "head/Conv=unstructured:0.5", "--prune",
                            "block2/expand/Conv=none")
        self.assertIn("pruned 2:4", text)
        layers = {layer["name"]: layer for layer in json.loads(file.read_text())["layers"]}
        found = {name: (layers[name]["sparseFormat"], layers[name]["keptShare"])
                 for name in ("block9/expand/Conv", "head/Conv", "block2/expand/Conv", "block9/depthwise/Conv")}
        self.assertEqual(found, {"block9/expand/Conv": ("N:M", 0.5), "head/Conv": ("bitmask", 0.5),
                                 "block2/expand/Conv": ("dense", 1.0), "block9/depthwise/Conv": ("dense", 1.0)})

    def test_configuration_keeps_it(self):
        file = self.folder / "c.json"
        self.succeed("config", MODEL, "--prune", "block5/expand/Conv=channels:0.25", "-o", file)
        weights = json.loads(file.read_text())["weights"]
        self.assertEqual(weights["block5/expand/Conv"]["pruning"], "channels:0.25")
        self.assertNotIn("pruning", weights["head/Conv"])

    def test_curve(self):
        file = self.folder / "curve.json"
        text = self.succeed("prune", MODEL, *PICTURES, "--limit", 8, "--shares", "0,0.5,0.9", "--json", file)
        self.assertIn("90.00 %", text)
        points = json.loads(file.read_text())["points"]
        self.assertEqual([point["share"] for point in points], [0, 0.5, 0.9])
        self.assertGreater(points[1]["sizeBytes"], points[2]["sizeBytes"])

    def test_refuses(self):
        images = ["--images", ROAD_SIGNS / "val"]
        self.complain(2, ["--prune", "2:4"], "evaluate", MODEL, *images, "--prune", "half")
        self.complain(1, ["nolayer"], "evaluate", MODEL, *images, "--prune", "nolayer=2:4")
        self.complain(1, ["block5/expand/Conv"], "evaluate", MODEL, *images,
                      "--prune", "block5/depthwise/Conv=channels:0.5")
        self.complain(1, ["1-bit"], "evaluate", MODEL, *images, "--bits", "W1", "--prune", "head/Conv=2:4")


class Split(CliCase):
    def test_layers_say_what_was_added(self):
        file = self.folder / "report.json"
        text = self.succeed("evaluate", MODEL, *PICTURES, "--limit", 8, "--noise-images", 0, "--json", file,
                            "--bits", "W4", "--per-tensor", "--split-outliers", "0.05",
                            "--split-outliers", "head/Conv=none")
        self.assertIn("split channels (0.05)", text)
        self.assertIn("Not split: block", text)
        self.assertIn("depthwise", text)
        added = {layer["name"]: layer["addedChannels"] for layer in json.loads(file.read_text())["layers"]}
        self.assertGreater(added["block9/project/Conv"], 1)
        self.assertEqual((added["head/Conv"], added["block9/depthwise/Conv"]), (0, 0))

    def test_configuration_keeps_it(self):
        file = self.folder / "c.json"
        self.succeed("config", MODEL, "--split-outliers", "block5/expand/Conv=0.1", "-o", file)
        weights = json.loads(file.read_text())["weights"]
        self.assertEqual(weights["block5/expand/Conv"]["split"], 0.1)
        self.assertNotIn("split", weights["head/Conv"])

    def test_says_what_is_not_corrected(self):
        text = self.succeed("evaluate", MODEL, *PICTURES, "--limit", 8, "--noise-images", 0, "--bits", "W4",
                            "--correct", "--method", "bias-correction", "--split-outliers", "head/Conv=0.05")
        self.assertIn("Not corrected: head/Conv; layers with split channels", text)

    def test_refuses(self):
        images = ["--images", ROAD_SIGNS / "val"]
        self.complain(2, ["--split-outliers", "0.01"], "evaluate", MODEL, *images, "--split-outliers", "2")
        self.complain(1, ["block5/depthwise/Conv", "groups"], "evaluate", MODEL, *images,
                      "--split-outliers", "block5/depthwise/Conv=0.05")
        self.complain(1, ["INT2 to INT8"], "evaluate", MODEL, *images, "--bits", "W16", "--split-outliers",
                      "head/Conv=0.05")
        self.complain(1, ["not both"], "evaluate", MODEL, *images, "--prune", "head/Conv=2:4", "--split-outliers",
                      "head/Conv=0.05")


class Usage(CliCase):
    def test_help(self):
        self.assertIn("evaluate", self.succeed("--help"))
        for command in ("info", "evaluate", "export", "config", "search"):
            self.assertIn("MODEL", self.succeed(command, "--help"))

    def test_wrong_usage(self):
        images = ["--images", ROAD_SIGNS / "val"]
        self.complain(2, ["--help"])
        self.complain(2, ["'frobnicate'", "--help"], "frobnicate")
        self.complain(2, ["MODEL"], "info")
        self.complain(2, ["--images"], "evaluate", MODEL)
        self.complain(2, ["--nonsense"], "info", MODEL, "--nonsense")
        self.complain(2, ["--bits", "INT1 to INT8"], "evaluate", MODEL, *images, "--bits", "W9A8")
        self.complain(2, ["--calibration-method", "min-max"], "evaluate", MODEL, *images,
                      "--calibration-method", "best")
        self.complain(2, ["--limit"], "evaluate", MODEL, *images, "--limit", "-3")
        self.complain(2, ["--dim", "NAME=VALUE"], "info", MODEL, "--dim", "N")
        self.complain(2, ["--input-shape", "1x3x224x224"], "info", MODEL, "--input-shape", "x=1,3")
        self.complain(2, ["--config", "--bits"], "evaluate", MODEL, *images, "--config", "c.json",
                      "--bits", "W8")


main()
