# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of bad input ends with exit code 1 and one line that names what is wrong."""

import json
import shutil

from cli_case import MODEL, ROAD_SIGNS, CliCase, main
from onnx_bytes import one_node_model


def some_picture():
    return next(file for file in sorted((ROAD_SIGNS / "val").rglob("*")) if file.is_file())


class BadModels(CliCase):
    def model(self, name, content):
        file = self.folder / name
        file.write_bytes(content)
        return file

    def test_missing(self):
        self.complain(1, ["nowhere.onnx"], "info", "nowhere.onnx")

    def test_folder(self):
        self.complain(1, [str(self.folder)], "info", self.folder)

    def test_empty(self):
        self.complain(1, ["empty.onnx"], "info", self.model("empty.onnx", b""))

    def test_truncated(self):
        content = MODEL.read_bytes()
        for part in (100, len(content) // 2, len(content) - 10):
            file = self.model(f"cut{part}.onnx", content[:part])
            self.complain(1, [file.name], "info", file)

    def test_picture_renamed(self):
        file = self.folder / "picture.onnx"
        shutil.copy(some_picture(), file)
        self.complain(1, ["picture.onnx"], "info", file)

    def test_unsupported_operator(self):
        file = self.model("custom.onnx", one_node_model("Frobnicate", "com.example", "the_odd_node"))
        self.complain(1, ["the_odd_node", "Frobnicate"], "info", file)
        file = self.model("unknown.onnx", one_node_model("Frobnicate", "", "the_odd_node"))
        self.complain(1, ["the_odd_node", "Frobnicate"], "info", file)

    def test_handwritten_models_are_read(self):
        file = self.model("relu.onnx", one_node_model("Relu", "", "fine"))
        self.assertIn("Relu", self.succeed("info", file))

    def test_wrong_dimensions(self):
        self.complain(1, ["nonsense"], "info", MODEL, "--dim", "nonsense=3")
        self.complain(1, ["nobody"], "info", MODEL, "--input-shape", "nobody=1x3x64x64")


class BadPictures(CliCase):
    def evaluate(self, images, *arguments):
        return ["evaluate", MODEL, "--images", images, "--noise-images", 0, *arguments]

    def pictures(self, *names):
        folder = self.folder / "pictures"
        folder.mkdir()
        for name in names:
            shutil.copy(some_picture(), folder / name)
        return folder

    def test_missing_folder(self):
        self.complain(1, ["nowhere"], *self.evaluate("nowhere"))

    def test_empty_folder(self):
        self.complain(1, ["pictures"], *self.evaluate(self.pictures()))

    def test_wrong_labels_row(self):
        folder = self.pictures("a.png", "b.png")
        labels = self.folder / "labels.csv"
        labels.write_text("a.png,0\nb.png,zebra\n")
        self.complain(1, ["labels.csv", "zebra", "2"], *self.evaluate(folder, "--labels", labels))
        labels.write_text("a.png,0\nc.png,1\n")
        self.complain(1, ["labels.csv", "c.png", "2"], *self.evaluate(folder, "--labels", labels))

    def test_label_beyond_the_model(self):
        folder = self.pictures("a.png")
        labels = self.folder / "labels.csv"
        labels.write_text("a.png,4711\n")
        self.complain(1, ["4711"], *self.evaluate(folder, "--labels", labels))

    def test_damaged_picture(self):
        folder = self.pictures("good.png")
        (folder / "broken.png").write_bytes(some_picture().read_bytes()[:200])
        self.complain(1, ["broken.png"], *self.evaluate(folder))

    def test_preprocessing(self):
        folder = self.pictures("a.png")
        self.complain(1, ["magic", "torchvision"], *self.evaluate(folder, "--preprocess", "magic"))
        wrong = self.folder / "p.json"
        wrong.write_text('{"filter": "sharp"}')
        self.complain(1, ["p.json", "filter"], *self.evaluate(folder, "--preprocess", wrong))


class BadConfigurations(CliCase):
    def check(self, change, expected):
        file = self.folder / "config.json"
        self.succeed("config", MODEL, "--bits", "W8", "-o", file)
        settings = json.loads(file.read_text())
        change(settings)
        file.write_text(json.dumps(settings))
        self.complain(1, ["config.json", *expected], "export", MODEL, "--config", file, "-o", "out.onnx")

    def test_unknown_layer(self):
        self.check(lambda settings: settings["weights"].update(ghost={"precision": "INT8"}), ["ghost"])

    def test_unknown_tensor(self):
        self.check(lambda settings: settings["activations"].update(ghost={"precision": "INT8"}), ["ghost"])

    def test_illegal_bits(self):
        self.check(lambda settings: settings["weights"].update(ghost={"precision": "INT9"}),
                   ["ghost", "INT9"])

    def test_missing_file(self):
        self.complain(1, ["none.json"], "export", MODEL, "--config", "none.json", "-o", "out.onnx")

    def test_no_pictures_to_calibrate_on(self):
        self.complain(1, ["--calibration"], "export", MODEL, "--bits", "W8A8", "-o", "out.onnx")

    def test_unwritable_output(self):
        self.complain(1, ["no/such/out.onnx"], "export", MODEL, "--bits", "W8", "-o", "no/such/out.onnx")


main()
