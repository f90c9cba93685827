"""The gold of one negotiation: tables of what its reports say, and who is who in them."""

import csv
import re

from matching import content_words, find_words, same_name, words


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def report_number(report_id):
    """The gold calls a report by the first three characters of its file's name."""
    return report_id[:3]


def parse_values(cell):
    """The values of a disagreement, each with its reports.

    >>> [(value, sorted(reports)) for value, reports in parse_values("three weeks (000,003) / nearly a month, say unions (001)")]
    [('three weeks', ['000', '003']), ('nearly a month, say unions', ['001'])]
    """
    values = []
    for part in re.split(r"\)\s*/\s*", cell):
        text, _, reports = part.rpartition("(")
        values.append((text.strip(), set(re.findall(r"\d{3}", reports))))
    return values


class Gold:
    def __init__(self, folder):
        self.folder = folder
        self.people = self.rows("people")
        self.surface_forms = {
            row["person"]: [row["person"], *row["surface_forms"].split("|")] for row in self.people
        }
        self.countries = {}  # name -> ISO 3166-1 alpha-3
        self.metonyms = {}  # name of a place -> country code of the government that it stands for
        for row in self.rows("places"):
            if row["kind"] == "country":
                self.countries[" ".join(words(row["text"]))] = row["country"]
            if "metonym" in row["note"]:
                self.metonyms[" ".join(words(row["text"]))] = row["country"]

    def rows(self, name):
        return read_rows(self.folder / f"{name}.tsv")

    def person(self, name):
        """The person of the gold whom `name` names, or None."""
        for person, forms in self.surface_forms.items():
            if any(same_name(form, name) for form in forms):
                return person
        return None

    def country(self, name):
        """The code of a country, or of the government that a place stands for, or None."""
        key = " ".join(content_words(name))
        return self.countries.get(key) or self.metonyms.get(key)

    def same_actor(self, gold_name, answer):
        """`gold_name` may be "A|B": either. `answer` may be None, which matches an empty name.

        A description matches when it has all words of the gold's: "a senior Velian diplomat".
        """
        if not gold_name or not answer:
            return not gold_name and not answer
        return any(self._same_one(name, answer) for name in gold_name.split("|"))

    def _same_one(self, gold_name, answer):
        person, answered = self.person(gold_name), self.person(answer)
        if person or answered:
            return person == answered
        country, answered = self.country(gold_name), self.country(answer)
        if country and answered:
            return country == answered
        return same_name(gold_name, answer) or set(content_words(gold_name)) <= set(content_words(answer))

    def same_speaker(self, gold_name, answer):
        """As same_actor; "reporter" is nobody."""
        if "reporter" in gold_name.split("|"):
            return not answer
        return self.same_actor(gold_name, answer)


def located(rows, texts, column):
    """Adds "span" to rows that follow the order of their report: where each stands in it."""
    ends = {}
    for row in rows:
        text = texts.get(row["document"], "")
        span = find_words(text, row[column], ends.get(row["document"], 0))
        if span:
            ends[row["document"]] = span[1]
        row["span"] = span or find_words(text, row[column])
    return rows
