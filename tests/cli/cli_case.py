# SPDX-License-Identifier: GPL-3.0-or-later
"""Running quantoscope-cli from a test: every script takes its path and the samples folder."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI, SAMPLES = (Path(argument).resolve() for argument in sys.argv[1:3])
ROAD_SIGNS = SAMPLES / "road-signs"
MODEL = ROAD_SIGNS / "model.onnx"


class CliCase(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def run_cli(self, *arguments):
        return subprocess.run([str(CLI), *map(str, arguments)], capture_output=True, text=True,
                              cwd=self.folder)

    def succeed(self, *arguments):
        done = self.run_cli(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "")  # no terminal, no progress bar
        return done.stdout

    def complain(self, code, expected, *arguments):
        """The run fails with this code and one line of explanation that names all of `expected`."""
        done = self.run_cli(*arguments)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith("quantoscope-cli: "), lines[0])
        for part in expected:
            self.assertIn(part, lines[0])


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
