"""`parley compare`, grades of sources, `parley sources`: what is shown, and what is made of it."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()

REPORTS = [
    {"id": "lamp-0612", "source": "The Lamplighter", "published": "2033-06-12",
     "title": "Tram drivers <b>walk out</b>",
     "text": "Tram drivers <b>walk out</b>\n\nMarta Quill, the head of the drivers' union, said on Sunday that "
             "the drivers would not go back to work.\n\nThe mayor of Ostrel, Henrik Vale, rejected a "
             "pay rise of nine percent. The former transport minister Odo Lant called the strike a "
             "disgrace.\n\nForty hostages were held when a crowd broke through a gate, and 12 prisoners fled.\n"},
    {"id": "gull-0613", "source": "The Gull", "published": "2033-06-13", "title": "No trams in Ostrel",
     "text": "No trams in Ostrel\n\nThe mayor of Ostrel, Henrik Vale, rejected a pay rise for tram "
             "drivers of nine percent, and transport minister Odo Lant said he would step in.\n\n"
             "Marta Quill, who leads the drivers' union, travelled to the capital. The police were still "
             "looking for 14 prisoners.\n"},
    {"id": "post-0613", "source": "Valley Post", "published": "2033-06-13", "title": "Snow on the passes",
     "text": "Snow on the passes\n\nThe high road is closed, the road service said on Monday.\n"},
]


class CompareTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.db = cls.folder / "record.db"
        lines = "\n".join(json.dumps(report) for report in REPORTS).encode()
        cls.parley("read", "-q", "--input", "jsonl", "-", text=lines)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def parley(cls, *arguments, code=0, text=None):
        run = subprocess.run([PROGRAM, *arguments, "--db", cls.db], capture_output=True,
                             cwd=cls.folder, timeout=60, input=text, check=False)
        assert run.returncode == code, (run.returncode, run.stderr.decode())
        return (run.stdout if code == 0 else run.stderr).decode()

    def rows(self, *arguments):
        return json.loads(self.parley(*arguments, "--format", "json"))

    def grades(self, text):
        path = self.folder / "grades.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    # ---- compare ----

    def test_where_two_reports_differ_and_agree(self):
        told = self.rows("compare", "lamp", "gull")
        self.assertEqual([report["id"] for report in told["reports"]], ["lamp-0612", "gull-0613"])
        differ = {(row["subject"], row["attribute"]): row for row in told["differences"]}
        office = differ[("Odo Lant", "office")]
        self.assertEqual({value["evidence"][0]["report"] for value in office["values"]},
                         {"lamp-0612", "gull-0613"})
        self.assertIn(("Henrik Vale", "office"),
                      {(row["subject"], row["attribute"]) for row in told["agreements"]})

    def test_what_one_alone_says_names_its_bytes(self):
        told = self.rows("compare", "lamp", "gull")
        lamp = told["only"][0]
        self.assertEqual(lamp["report"], "lamp-0612")
        counted = [row for row in lamp["says"] if row["attribute"] == "number"]
        self.assertEqual(len(counted), 1)
        place = counted[0]["evidence"][0]
        words = REPORTS[0]["text"].encode()[place["start"]:place["end"]].decode()
        self.assertIn("Forty", words)

    def test_the_other_way_round_it_is_the_same_comparison(self):
        one, other = self.rows("compare", "lamp", "gull"), self.rows("compare", "gull", "lamp")
        self.assertEqual(one["differences"], other["differences"])
        self.assertEqual(one["agreements"], other["agreements"])
        self.assertEqual(one["only"], other["only"][::-1])

    def test_strangers_share_nothing(self):
        told = self.rows("compare", "post", "gull")
        self.assertFalse(told["same_story"])
        self.assertIsNone(told["shared_text"])
        self.assertEqual(told["differences"] + told["agreements"], [])

    def test_markup_of_a_report_is_text_on_the_page(self):
        page = self.parley("compare", "lamp", "gull", "--format", "html")
        self.assertIn("&lt;b&gt;walk out", page)
        self.assertNotIn("<b>walk out", page)
        self.assertIn("Odo Lant", page)

    def test_two_reports_must_be_named(self):
        self.parley("compare", "lamp", code=2)
        self.parley("compare", "lamp", "lamp-0612", code=2)
        self.assertIn("no report", self.parley("compare", "lamp", "owl", code=3))

    # ---- grades ----

    def test_grades_are_shown_and_change_nothing_else(self):
        path = self.grades("# mine\nsource\tgrade\tnote\nthe gull\tb\tlocal\nThe Lamplighter\tD\t\n")
        plain = self.rows("differences")
        graded = self.rows("differences", "--grades", path)
        office = next(row for row in graded if row["attribute"] == "office")
        self.assertEqual(sorted(value["grades"] for value in office["values"]), [["B"], ["D"]])
        for row in graded:
            for value in row["values"]:
                del value["grades"]
        self.assertEqual(graded, plain)
        self.assertIn("graded", self.parley("differences", "--grades", path))
        self.assertIn("graded", self.parley("brief", "--grades", path))
        self.assertEqual([row.get("grade") for row in self.rows("sources", "--grades", path)],
                         ["B", "D", None])
        self.assertNotIn("grade", self.rows("sources")[0])

    def test_a_bad_grade_is_told_in_one_line(self):
        for text, word in (("source\tgrade\nThe Gull\tZ\n", "Z"), ("outlet\tmark\n", "columns"),
                           ("", "columns"), ("source\tgrade\nA\tB\na\tC\n", "second")):
            told = self.parley("sources", "--grades", self.grades(text), code=3)
            self.assertEqual(len(told.splitlines()), 1, told)
            self.assertIn(word, told)
        self.parley("sources", "--grades", self.folder / "none.tsv", code=3)

    # ---- figures ----

    def test_figures_name_source_and_date(self):
        rows = self.rows("figures")
        self.assertEqual([row["figure"] for row in rows], ["prisoners"])
        self.assertEqual(rows[0]["low"],
                         [{"number": "12", "source": "The Lamplighter", "published": "2033-06-12"}])
        self.assertEqual(rows[0]["latest"],
                         [{"number": "14", "source": "The Gull", "published": "2033-06-13"}])
        self.assertEqual(len(rows[0]["evidence"]), 2)
        self.assertIn("14 (The Gull, 13 June 2033)", " ".join(self.parley("figures", "--width", "200").split()))
        self.assertTrue(self.parley("figures", "--format", "csv").startswith("figure,of,unit,publishers,low,"))

    # ---- sources ----

    def test_who_is_alone_first_and_contradicted(self):
        rows = {row["source"]: row for row in self.rows("sources")}
        self.assertEqual(rows["Valley Post"]["alone"], 1)
        self.assertEqual(rows["The Lamplighter"]["first_to_tell"], 1)
        self.assertEqual(rows["The Gull"]["first_to_tell"], 0)
        self.assertEqual(rows["The Gull"]["contradicted"], 1)
        self.assertEqual(rows["The Lamplighter"]["contradicted"], 1)
        self.assertEqual(rows["Valley Post"]["contradicted"], 0)


if __name__ == "__main__":
    unittest.main()
