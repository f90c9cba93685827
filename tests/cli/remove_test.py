"""`parley remove`: what a person sees when a report is taken out, or is not there to be."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()

REPORTS = {
    "first": "The ferry crews of Marlow Sound rejected the pay offer on Tuesday.\n",
    "second": "The ferry company of Marlow Sound offered its crews four percent on Monday.\n",
}


class RemoveTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.db = self.folder / "record.db"
        for name, text in REPORTS.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        self.run_parley(0, "read", "--db", self.db, *self.folder.glob("*.txt"))

    def run_parley(self, code, *arguments):
        run = subprocess.run([PROGRAM, *arguments], capture_output=True, cwd=self.folder, timeout=60)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run

    def ids(self):
        rows = self.run_parley(0, "reports", "--db", self.db, "--format", "json").stdout
        return [row["id"] for row in json.loads(rows)]

    def test_a_removed_report_is_in_no_list(self):
        self.run_parley(0, "remove", "--db", self.db, "first")
        self.assertEqual(self.ids(), ["second"])
        hits = self.run_parley(0, "search", "--db", self.db, "--format", "json", "rejected").stdout
        self.assertEqual(json.loads(hits), [])

    def test_the_last_report_can_go_and_come_back(self):
        self.run_parley(0, "remove", "--db", self.db, "first", "second")
        self.assertEqual(self.ids(), [])
        self.run_parley(0, "read", "--db", self.db, self.folder / "first.txt")
        self.assertEqual(self.ids(), ["first"])

    def test_an_unknown_id_takes_nothing_out(self):
        run = self.run_parley(3, "remove", "--db", self.db, "first", "thrid")
        self.assertIn("thrid", run.stderr.decode())
        self.assertEqual(len(run.stderr.decode().splitlines()), 1)
        self.assertEqual(self.ids(), ["first", "second"])

    def test_a_beginning_is_enough_when_one_report_has_it(self):
        self.run_parley(0, "remove", "--db", self.db, "fi")
        self.assertEqual(self.ids(), ["second"])

    def test_a_beginning_of_several_takes_nothing_out(self):
        other = self.folder / "firth.txt"
        other.write_text("Nothing moved on Marlow Sound on Wednesday.\n", encoding="utf-8")
        self.run_parley(0, "read", "--db", self.db, other)
        run = self.run_parley(3, "remove", "--db", self.db, "fir")
        self.assertIn("several", run.stderr.decode())
        self.assertEqual(self.ids(), ["first", "firth", "second"])

    def test_no_record_is_made(self):
        other = self.folder / "other.db"
        self.run_parley(3, "remove", "--db", other, "first")
        self.assertFalse(other.exists())

    def test_what_to_remove_must_be_said(self):
        self.run_parley(2, "remove", "--db", self.db)


if __name__ == "__main__":
    unittest.main()
