"""`parley stories`: ids that stay, and what is kept when they cannot."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()

REPORTS = [
    ("monday", "2032-05-03", "Orchard pickers of the Tollen valley laid down their baskets on Monday "
     "after the growers' league refused to pay for frost days. The pickers' union wants nine crowns "
     "an hour; the league says seven."),
    ("tuesday", "2032-05-04", "The strike of orchard pickers in the Tollen valley went into its second "
     "day. The growers' league, which offers seven crowns an hour, would not talk about frost days, "
     "said the pickers' union, which asks for nine."),
    ("wednesday", "2032-05-05", "Growers' league and pickers' union met in the Tollen valley on Wednesday "
     "over nine crowns an hour and pay for frost days; the orchard pickers are still on strike."),
]


class StoriesTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.db = self.folder / "record.db"

    def run_parley(self, *arguments, text=None):
        run = subprocess.run([PROGRAM, *arguments, "--db", self.db], capture_output=True,
                             cwd=self.folder, timeout=60, input=text)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return run.stdout

    def read(self, *numbers):
        lines = [json.dumps(dict(zip(("id", "published", "text"), REPORTS[number])))
                 for number in numbers]
        self.run_parley("read", "-q", "--input", "jsonl", "-", text="\n".join(lines).encode())

    def rows(self, *arguments):
        return json.loads(self.run_parley(*arguments, "--format", "json"))

    def test_later_reports_leave_the_id(self):
        self.read(0)
        self.read(1)
        self.read(2)
        self.assertEqual([row["id"] for row in self.rows("stories")], ["monday"])
        self.assertEqual(self.rows("stories", "--changes"), [])

    def test_an_old_id_leads_to_its_story(self):
        self.read(1)
        self.read(2)
        self.read(0)
        self.assertEqual(self.rows("stories", "--changes"),
                         [{"story": "tuesday", "change": "renamed", "into": "monday"}])
        for name in ("tuesday", "monday"):
            self.assertEqual([row["id"] for row in self.rows("stories", name)], ["monday"])
        self.assertEqual(self.rows("stories", "no-such-story"), [])

    def test_a_withdrawn_report_leaves_no_id(self):
        self.read(1)
        self.read(0)
        self.run_parley("remove", "monday")
        self.assertEqual(self.rows("stories", "--changes"), [])
        self.assertEqual([row["id"] for row in self.rows("stories")], ["tuesday"])
        self.assertNotIn(b"monday", self.db.read_bytes())

    def test_history_is_not_exported(self):
        self.read(1)
        self.read(0)
        self.run_parley("export", "--as", "csv", "--dir", self.folder / "one")
        self.db.unlink()
        self.read(0, 1)
        self.run_parley("export", "--as", "csv", "--dir", self.folder / "two")
        tables = sorted(path.name for path in (self.folder / "one").iterdir())
        self.assertIn("stories.csv", tables)
        for name in tables:
            self.assertEqual((self.folder / "one" / name).read_bytes(),
                             (self.folder / "two" / name).read_bytes(), name)


if __name__ == "__main__":
    unittest.main()
