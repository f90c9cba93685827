"""Running the program under test."""

import json
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def release_program():
    """The release build's program, built when missing."""
    program = ROOT / "build/release/programs/parley"
    if not program.exists():
        for command in (["cmake", "--preset", "release"], ["cmake", "--build", "--preset", "release"]):
            subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    return program


class Parley:
    def __init__(self, program):
        self.program = str(program)

    def run(self, *arguments, stdin=None):
        """Its output. Exit 1 tells of lines or reports left out, the rest is there."""
        done = subprocess.run(
            [self.program, *map(str, arguments)], input=stdin, capture_output=True, check=False
        )
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join([self.program, *map(str, arguments)])}: exit {done.returncode}\n"
                     + done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def annotate(self, *arguments, stdin=None):
        """One object a report."""
        lines = self.run("annotate", *arguments, stdin=stdin).splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    def annotate_texts(self, reports, *arguments):
        """reports: objects with id, text and what else is known; answers by id."""
        lines = "\n".join(json.dumps(report, ensure_ascii=False) for report in reports)
        answers = self.annotate(*arguments, "--input", "jsonl", "-", stdin=lines.encode("utf-8"))
        return {answer["id"]: answer for answer in answers}

    def rows(self, command, database):
        return json.loads(self.run(command, "--db", database, "--format", "json"))

    def read_ms(self, folder, *arguments, n_runs=5):
        """Milliseconds of `read` into a new database in `folder`: the median run."""
        times = []
        for i in range(n_runs):
            database = Path(folder) / f"timed-{i}.db"
            start = time.perf_counter()
            self.run("read", "--db", database, *arguments)
            times.append(1000 * (time.perf_counter() - start))
        return sorted(times)[n_runs // 2]
