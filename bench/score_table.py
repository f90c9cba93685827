"""The measures of one suite: as a table for people, as rows of quality.csv, as lists of errors."""

import csv
import datetime


class Table:
    def __init__(self, suite):
        self.suite = suite
        self.measures = []  # (name, value, n, is a share)
        self.errors = []  # (name, "missed" | "false" | "wrong", line)

    def share(self, name, right, n):
        """`right` of `n`; nothing to count is no measure."""
        if n:
            self.measures.append((name, right / n, n, True))

    def number(self, name, value, n):
        self.measures.append((name, value, n, False))

    def found(self, name, right, n_gold, n_answers):
        """Recall, precision and their harmonic mean."""
        self.share(name + " recall", right, n_gold)
        self.share(name + " precision", right, n_answers)
        if n_gold + n_answers:
            self.share(name + " F1", 2 * right, n_gold + n_answers)

    def error(self, name, what, line):
        self.errors.append((name, what, line))

    def print_measures(self):
        for name, value, n, is_share in self.measures:
            shown = f"{100 * value:6.1f} %  ({round(value * n)} of {n})" if is_share else f"{value:6.1f}"
            if name.endswith(" F1"):
                shown = f"{100 * value:6.1f}"
            print(f"{name:44} {shown}")

    def print_errors(self, only):
        for name, what, line in self.errors:
            if not only or name.startswith(only):
                print(f"{name}\t{what}\t{line}")
        if self.errors:
            print()

    def record(self, path, commit):
        today = datetime.date.today().isoformat()
        is_new = not path.exists() or path.stat().st_size == 0
        with path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            if is_new:
                writer.writerow(["date", "commit", "suite", "metric", "value", "n"])
            for name, value, n, _ in self.measures:
                writer.writerow([today, commit, self.suite, name, f"{value:.4f}", n])
