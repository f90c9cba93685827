"""The scorer's own matching, on hand-made cases: a measure that is wrong misleads everybody.

Most cases stand beside the functions, as doctests; here are those that need a gold and answers.
"""

import csv
import doctest
import sys
import tempfile
import unittest
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import coreference  # noqa: E402
import expression_score  # noqa: E402
import language_score  # noqa: E402
import matching  # noqa: E402
import mention_score  # noqa: E402
import negotiation_gold  # noqa: E402
import negotiation_score  # noqa: E402
import quote_score  # noqa: E402
import score_table  # noqa: E402
import happening_score  # noqa: E402
import story_score  # noqa: E402
import timex_values  # noqa: E402

TABLES = {
    "people": "person\tsurface_forms\tside\trole\nAda Moreau\tAda Moreau|Moreau\tVelia\tminister",
    "places": "document\ttext\tkind\tcountry\tnote\n000\tVelia\tcountry\tVEL\t\n"
    "000\tVelport\tcity\tVEL\tmetonym for the government of Velia",
    "quotes": "document\tquote\tspeaker\tkind\tabout\n"
    "000\tWe will sign.\tAda Moreau\tdirect\t\n"
    "000\tthe port would open in March\tVelia\tindirect\t\n"
    "000\tNo way back\t\theading\t",
    "boilerplate": "document\ttext\twhy\n000\tRead more\twidget",
}
TEXT = "Port talks\n“We will sign,” Moreau said. Velport said the port would open in March.\n‘No way back’\nRead more"


def span_of(words):
    start = len(TEXT[: TEXT.index(words)].encode("utf-8"))
    return {"start": start, "end": start + len(words.encode("utf-8"))}


class Answers(negotiation_score.Answers):
    """Answers without a program."""

    def __init__(self, **rows):
        report = {"quotes": [], "boilerplate": [], "sentences": [], **rows}
        self.reports = {"000": report}
        self.texts = {"000": TEXT}
        self.bytes = {"000": TEXT.encode("utf-8")}
        self.names = {"000": {0: "Ada Moreau", 1: "Velport"}}
        self.people = rows.get("people", [])


class NegotiationTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, rows in TABLES.items():
            (Path(self.folder.name) / f"{name}.tsv").write_text(rows + "\n", encoding="utf-8")
        self.gold = negotiation_gold.Gold(Path(self.folder.name))
        self.table = score_table.Table("test")

    def tearDown(self):
        self.folder.cleanup()

    def measures(self):
        return {name: value for name, value, _, _ in self.table.measures}

    def test_actors(self):
        self.assertTrue(self.gold.same_actor("Ada Moreau", "Moreau"))
        self.assertTrue(self.gold.same_actor("Ada Moreau|Velia", "Velia"))
        self.assertTrue(self.gold.same_actor("Velia", "Velport"), "a metonym is its government")
        self.assertTrue(self.gold.same_actor("union officials", "two senior union officials"))
        self.assertTrue(self.gold.same_actor("", None))
        self.assertFalse(self.gold.same_actor("Ada Moreau", None))
        self.assertFalse(self.gold.same_actor("Ada Moreau", "Velia"))
        self.assertTrue(self.gold.same_speaker("reporter", None))
        self.assertFalse(self.gold.same_speaker("reporter", "Moreau"))

    def test_people(self):
        rows = [
            {"type": "PER", "name": "Ada Moreau", "country": "VEL"},
            {"type": "PER", "name": "Moreau", "country": "VEL"},
            {"type": "PER", "name": "Port Talks", "country": None},
            {"type": "ORG", "name": "Dockers' Union", "country": None},
        ]
        negotiation_score.score_people(self.gold, Answers(people=rows), self.table)
        measures = self.measures()
        self.assertEqual(measures["people found"], 1)
        self.assertEqual(measures["people false"], 1)
        self.assertEqual(measures["people in two rows"], 1)
        self.assertEqual(measures["people found, right side"], 1)

    def test_direct_quotes(self):
        right = {"kind": "direct", "speaker": 0, **span_of("We will sign,")}
        wrong = {"kind": "direct", "speaker": 0, **span_of("No way back")}
        negotiation_score.score_direct_quotes(self.gold, Answers(quotes=[right, wrong]), self.table)
        measures = self.measures()
        self.assertEqual(measures["direct quotes found"], 1)
        self.assertEqual(measures["direct quotes, of all with right speaker"], 1)
        self.assertEqual(measures["direct quotes precision"], 0.5)
        self.assertEqual(measures["heading and scare quotes not attributed"], 0)

    def test_reported_quotes(self):
        row = {"kind": "indirect", "speaker": 0, **span_of("the port would open")}
        negotiation_score.score_reported_quotes(self.gold, Answers(quotes=[row]), self.table)
        measures = self.measures()
        self.assertEqual(measures["reported quotes found"], 1)
        self.assertEqual(measures["reported quotes, of all with right speaker"], 0)

    def test_boilerplate(self):
        widget = span_of("Read more")
        head = span_of("Port talks")
        answers = Answers(boilerplate=[[widget["start"], widget["end"]], [head["start"], head["end"]]])
        negotiation_score.score_boilerplate(self.gold, answers, self.table)
        measures = self.measures()
        self.assertEqual(measures["boilerplate removed"], 1)
        self.assertEqual(measures["body lines lost"], 1)


class TableTest(unittest.TestCase):
    def test_record(self):
        table = score_table.Table("suite")
        table.found("names", 3, 4, 6)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "quality.csv"
            table.record(path, "abc1234")
            table.record(path, "def5678")
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 6)
        self.assertEqual(rows[0]["metric"], "names recall")
        self.assertEqual(rows[0]["value"], "0.7500")
        self.assertEqual(rows[2]["value"], "0.6000")
        self.assertEqual(rows[5]["commit"], "def5678")


class QuoteTest(unittest.TestCase):
    def test_polnear_golds(self):
        brat = "T1\tSource 0 3\tAda\nT2\tCue 4 8\tsaid\nT3\tContent 9 11;13 15\tno no\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1"
        golds = quote_score.polnear_golds(brat, "a", "Ada said no, no.")
        self.assertEqual(
            golds,
            [{
                "report": "a",
                "source": "Ada", "source spans": [(0, 3)],
                "cue": "said", "cue spans": [(4, 8)],
                "content": "no no", "content spans": [(9, 11), (13, 15)],
            }],
        )

    def test_attributed_spans(self):
        text = b"Ada said it was \"over\""
        mixed = {"kind": "mixed", "start": 9, "end": 22, "cue_start": 4, "cue_end": 8, "speaker_start": 0, "speaker_end": 3}
        direct = {**mixed, "kind": "direct", "start": 17, "end": 21}
        rows = quote_score.attributed_spans({"quotes": [mixed, direct]}, text)
        self.assertEqual(rows, [{"content": ' it was "over"', "source": "Ada"}])


class LanguageTest(unittest.TestCase):
    """Ships sailed . / They left ."""

    def words(self, *rows):
        return [language_score.Word(s, e, lemma, upos, "X", head, relation)
                for s, e, lemma, upos, head, relation in rows]

    def gold(self):
        return [
            self.words((0, 5, "ship", "NOUN", 1, "nsubj"), (6, 12, "sail", "VERB", -1, "root"),
                       (12, 13, ".", "PUNCT", 1, "punct")),
            self.words((14, 18, "they", "PRON", 1, "nsubj"), (19, 23, "leave", "VERB", -1, "root"),
                       (23, 24, ".", "PUNCT", 1, "punct")),
        ]

    def test_the_same_is_all_right(self):
        counts = language_score.Counts()
        counts.add(self.gold(), self.gold())
        self.assertEqual(counts.right, counts.gold)
        self.assertEqual(counts.right, counts.said)

    def test_what_differs_counts_where_it_differs(self):
        said = [
            self.words((0, 5, "ships", "NOUN", 1, "nsubj:pass"), (6, 13, "sailed.", "X", -1, "root")),
            self.words((14, 18, "they", "NOUN", 1, "obj"), (19, 23, "leave", "VERB", -1, "root"),
                       (23, 24, ".", "PUNCT", 0, "punct")),
        ]
        counts = language_score.Counts()
        counts.add(self.gold(), said)
        self.assertEqual(counts.gold["words"], 6)
        self.assertEqual(counts.said["words"], 5)
        self.assertEqual(counts.right["words"], 4)  # not "sailed."
        self.assertEqual(counts.right["UPOS"], 3)  # not "They"
        self.assertEqual(counts.right["lemma"], 3)  # not "ships"
        self.assertEqual(counts.right["UAS"], 2)  # the head of "Ships" is no gold word
        self.assertEqual(counts.right["LAS"], 1)  # "left": subtypes do not matter, relations do
        self.assertEqual(counts.right["sentences"], 2)

    def test_offsets_are_bytes_of_the_text_of_all_sentences(self):
        rows = "# newdoc id = a\n1\tÉté\tété\tNOUN\tNN\t_\t0\troot\t_\t_\n\n" \
               "1\tIci\tici\tADV\tRB\t_\t0\troot\t_\t_\n"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.conllu"
            path.write_text(rows, encoding="utf-8")
            [(name, text, sentences)] = language_score.read_treebank(path)
        self.assertEqual((name, text), ("a", "Été Ici"))
        self.assertEqual([s[0].span for s in sentences], [(0, 5), (6, 9)])


class Expressions(unittest.TestCase):
    """Invented cases in the corpus' form."""

    def is_right(self, text, phrase, values, times):
        start = text.index(phrase)
        case = {
            "Input": text,
            "Context": {"ReferenceDateTime": "2031-02-05T00:00:00"},
            "Results": [
                {
                    "Text": phrase.lower(),
                    "Start": start,
                    "End": start + len(phrase) - 1,
                    "TypeName": "datetimeV2.x",
                    "Resolution": {"values": values},
                }
            ],
        }
        found = [
            {"start": text.index(said), "end": text.index(said) + len(said), "value": value}
            for said, value in times
        ]
        at = mention_score.byte_offsets(text)
        return expression_score.is_right(case, found, at)

    def test_an_open_date_takes_each_year_that_is_offered(self):
        values = [
            {"timex": "XXXX-10-09", "type": "date", "value": "2030-10-09"},
            {"timex": "XXXX-10-09", "type": "date", "value": "2031-10-09"},
        ]
        for year, right in (("XXXX", True), ("2030", True), ("2031", True), ("2029", False)):
            times = [("9 October", f"{year}-10-09")]
            self.assertEqual(self.is_right("Sign on 9 October.", "9 October", values, times), right)

    def test_a_stretch_is_its_two_ends(self):
        values = [
            {
                "timex": "(2030-03-01,2030-06-01,P3M)",
                "type": "daterange",
                "start": "2030-03-01",
                "end": "2030-06-01",
            }
        ]
        text, phrase = "It ran from March to June 2030.", "from March to June 2030"
        right = [("March", "2030-03"), ("June 2030", "2030-06")]
        wrong = [("March", "2031-03"), ("June 2030", "2030-06")]
        self.assertTrue(self.is_right(text, phrase, values, right))
        self.assertFalse(self.is_right(text, phrase, values, wrong))
        self.assertFalse(self.is_right(text, phrase, values, right[1:]))
        self.assertFalse(self.is_right(text, phrase, values, [("March", "P3M")]))

    def test_what_the_corpus_does_not_have_is_wrong(self):
        values = [{"timex": "T09", "type": "time", "value": "09:00:00"}]
        clock = ("9 am", "2031-02-05T09:00")
        self.assertTrue(self.is_right("Call 9 am or soon.", "9 am", values, [clock]))
        self.assertFalse(
            self.is_right("Call 9 am or soon.", "9 am", values, [clock, ("soon", "FUTURE_REF")])
        )

    def test_counted_dates_keep_the_grain_of_their_unit(self):
        values = [{"timex": "2030-12-05", "type": "date", "value": "2030-12-05"}]
        for ours, right in (("2030-12", True), ("2030-11", False), ("2030", False), ("P2M", False)):
            times = [("two months ago", ours)]
            self.assertEqual(
                self.is_right("They met two months ago.", "two months ago", values, times), right
            )


def load_tests(loader, tests, pattern):
    modules = (coreference, expression_score, language_score, matching, mention_score,
               negotiation_gold, negotiation_score, quote_score, happening_score, story_score,
               timex_values)
    for module in modules:
        tests.addTests(doctest.DocTestSuite(module))
    return tests


if __name__ == "__main__":
    unittest.main()
