"""Events as a user meets them: one event of several reports, filters, exports, explanations."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PARLEY = sys.argv.pop(1) if len(sys.argv) > 1 else "parley"

WIRE = (
    "Norway's foreign minister met her Danish counterpart in Bergen on Tuesday to talk about the "
    "herring quota.\n\nOn Tuesday evening Denmark demanded an audit of the landings.\n"
)
REPORTS = {
    "fjord-wire": ("Fjord Wire", "2031-03-12", WIRE),
    "hill-post": ("Hill Post", "2031-03-12", WIRE),
    "quay-times": (
        "Quay Times",
        "2031-03-12",
        "The Danish foreign minister met Norway's foreign minister on Tuesday.\n\n"
        "Denmark's prime minister will visit Sweden on Friday.\n\n"
        "Denmark did not impose sanctions on Norway.\n",
    ),
}
COLUMNS = {"gdelt": 61, "gdelt-mentions": 16, "icews": 20, "polecat": 40}


class Events(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.db = Path(cls.folder.name) / "a.db"
        for report, (source, published, text) in REPORTS.items():
            path = Path(cls.folder.name) / f"{report}.txt"
            path.write_text(text, encoding="utf-8")
            cls.run_parley("read", "-q", "--source", source, "--published", published, path)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_parley(cls, command, *arguments, expect=0):
        run = subprocess.run(
            [PARLEY, command, "--db", cls.db, *arguments], capture_output=True, check=False
        )
        if run.returncode != expect:
            raise AssertionError(f"{command} {arguments}: {run.returncode}, {run.stderr}")
        return run.stdout.decode("utf-8")

    def events(self, *filters):
        return json.loads(self.run_parley("events", "--format", "json", *filters))

    def test_one_meeting_of_three_reports(self):
        (meeting,) = self.events("--type", "CONSULT", "--status", "actual")
        self.assertEqual(meeting["mentions"], 3)
        self.assertEqual(meeting["reports"], 3)
        self.assertEqual(meeting["publishers"], 2)  # one report is a copy
        self.assertEqual(meeting["date"], "2031-03-11")
        self.assertEqual(len(meeting["evidence"]), 3)
        rows = self.events("--type", "CONSULT", "--status", "actual", "--mentions")
        self.assertEqual({row["id"] for row in rows}, {meeting["id"]})
        self.assertEqual(len(rows), 3)

    def test_who_reports_it(self):
        """An event that somebody tells of is told of as his."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "said.txt"
            path.write_text(
                "Iceland's president Katrin Olafsdottir spoke on Monday.\n\nOlafsdottir said that Norway "
                "had attacked Denmark. Sweden attacked Finland.\n", encoding="utf-8")
            db = Path(folder) / "said.db"
            subprocess.run([PARLEY, "read", "-q", "--db", db, path], check=True)
            run = subprocess.run(
                [PARLEY, "events", "--db", db, "--type", "ASSAULT", "--mentions", "--format", "json"],
                capture_output=True, check=True)
            told = {row["sources"][0]["code"]: row["reported_by"] for row in json.loads(run.stdout)}
            self.assertIn("Olafsdottir", told["NOR"])
            self.assertFalse(told["SWE"])

    def test_filters(self):
        self.assertEqual(len(self.events("--pair", "Denmark,SWE")), 1)
        self.assertEqual(self.events("--pair", "Norway,Sweden"), [])
        self.assertEqual(len(self.events("--actor", "dnk", "--status", "negated")), 1)
        self.assertEqual(len(self.events("--date", "2031-03-14..", "--status", "planned")), 1)
        self.assertEqual(self.events("--date", "2030"), [])
        self.assertEqual(len(self.events("--place", "Bergen")), 1)
        self.run_parley("events", "--date", "Tuesday", expect=2)
        self.run_parley("events", "--status", "likely", expect=2)
        timeline = json.loads(self.run_parley("timeline", "--format", "json", "--actor", "Norway"))
        self.assertEqual([row["date"] for row in timeline], ["2031-03-11"] * 2)

    def test_exports(self):
        out = Path(self.folder.name) / "out"
        for table, n_columns in COLUMNS.items():
            self.run_parley("export", "--as", table, "--dir", out)
        files = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
        self.assertEqual(
            sorted(files), ["gdelt.export.CSV", "gdelt.mentions.CSV", "icews.tab", "polecat.txt"]
        )
        for (name, text), n_columns in zip(sorted(files.items()), COLUMNS.values()):
            lines = text.splitlines()
            self.assertGreater(len(lines), 1, name)
            self.assertEqual({line.count("\t") + 1 for line in lines}, {n_columns}, name)
        rows = [line.split("\t") for line in files["gdelt.export.CSV"].splitlines()]
        codes = [row[26] for row in rows]
        self.assertIn("036", codes)  # the visit is planned
        self.assertFalse([code for code in codes if code.startswith("16")])  # denied
        meeting = next(row for row in rows if row[26] == "040")
        self.assertEqual(meeting[31:34], ["3", "2", "3"])  # mentions, publishers, reports
        self.assertEqual({meeting[7], meeting[17]}, {"NOR", "DNK"})
        ids = {row[0] for row in rows}
        mentions = [line.split("\t") for line in files["gdelt.mentions.CSV"].splitlines()]
        self.assertEqual({row[0] for row in mentions}, ids)

    def test_explain(self):
        (meeting,) = self.events("--type", "CONSULT", "--status", "actual")
        text = self.run_parley("explain", meeting["id"][:7])
        self.assertIn("Frame 040 meet", text)
        self.assertIn("[trigger: met]", text)
        told = json.loads(self.run_parley("explain", meeting["id"], "--format", "json"))
        self.assertEqual(len(told["mentions"]), 3)
        self.assertTrue(all(mention["coded"] for mention in told["mentions"]))
        self.run_parley("explain", "nothing", expect=3)


if __name__ == "__main__":
    unittest.main()
