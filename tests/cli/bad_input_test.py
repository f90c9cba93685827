"""The built program and what goes wrong: one line that says what, where and what to do; the other
reports are read; the exit code tells.

usage: bad_input_test.py PROGRAM

0 all is fine, 1 a report was left out, 2 wrong usage, 3 what was asked could not be done.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = ""
MIB = 1024 * 1024
GOOD = (
    "Pilots of Northern Air and the company met in Velda on Monday.\n\n"
    '"We want two free days a week," said Ana Marek, who leads the pilots\' union.\n'
)


def limit_file_size():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))


def limit_memory():
    resource.setrlimit(resource.RLIMIT_DATA, (256 * MIB, 256 * MIB))


def become_nobody():
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="parley-cli-")
        os.chmod(self.folder, 0o755)
        self.db = self.path("record.db")
        self.good = self.write("good.txt", GOOD)

    def tearDown(self):
        os.chmod(self.folder, 0o755)
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def run_parley(self, *arguments, **options):
        return subprocess.run(
            [PROGRAM, *arguments], capture_output=True, cwd=self.folder, timeout=120, **options
        )

    def run_as_nobody(self, *arguments):
        """As somebody who may not write here; root may write anywhere."""
        try:
            return self.run_parley(*arguments, preexec_fn=become_nobody)
        except PermissionError:
            self.skipTest("the program lies where nobody else may run it")

    def read(self, *arguments, **options):
        return self.run_parley("read", "--db", self.db, *arguments, **options)

    def assert_told(self, run, code, *parts):
        """The exit code, and one line of standard error that has all the parts."""
        told = run.stderr.decode()
        self.assertEqual(run.returncode, code, told)
        lines = told.splitlines()
        self.assertTrue(
            any(all(part in line for part in parts) for line in lines), (parts, told)
        )
        self.assertNotIn("\x1b", told)

    def reports(self):
        database = sqlite3.connect(self.db)
        ids = [row[0] for row in database.execute("SELECT id FROM reports ORDER BY id")]
        database.close()
        return ids

    def left_out(self, path, *parts):
        """A bad report beside a good one: told of, left out; the good one is read."""
        self.assert_told(self.read(path, self.good), 1, *parts)
        self.assertEqual(self.reports(), ["good"])
        run = self.run_parley("annotate", path, self.good)
        self.assert_told(run, 1, *parts)
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_all_good(self):
        run = self.read(self.good)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b"1 new", run.stderr)
        self.assertIn(b"1 unchanged", self.read(self.good).stderr)

    def test_missing_file(self):
        self.left_out("nowhere.txt", "nowhere.txt: no such file", "check the path")

    def test_folder(self):
        os.mkdir(self.path("reports"))
        self.left_out("reports", "reports: is a folder", "reports/*.txt")
        self.left_out("reports/", "reports/: is a folder", "reports/*.txt")

    def test_empty_file(self):
        self.left_out(self.write("empty.txt", ""), "empty.txt: empty")
        self.left_out(self.write("blank.txt", " \n\n\t\n"), "blank.txt: empty")

    def test_binary_file(self):
        self.left_out(self.write("x.pdf", b"%PDF-1.7\n\x00\x01"), "x.pdf: a PDF", "text")
        noise = bytes((i * 7919 >> 3) & 0xFF for i in range(5000))
        self.left_out(self.write("noise.bin", b"x" + noise), "noise.bin: not text")
        self.left_out(self.write("wide.txt", GOOD.encode("utf-16")), "wide.txt: UTF-16", "UTF-8")

    def test_control_characters_do_not_reach_the_terminal(self):
        self.left_out("no\x1b[31mwhere\n.txt", "no such file")

    def test_no_permission(self):
        path = self.write("secret.txt", GOOD)
        os.chmod(path, 0)
        run = self.run_as_nobody("annotate", path, self.good)
        self.assert_told(run, 1, "secret.txt: no permission")
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_damaged_text_is_read(self):
        path = self.write("latin.txt", "The Café talks\n\n".encode("latin-1") + GOOD.encode())
        self.assert_told(self.read(path), 0, "warning", "latin.txt", "UTF-8")
        path = self.write("nul.txt", GOOD.encode().replace(b" met ", b" m\0et "))
        self.assert_told(self.read(path), 0, "warning", "nul.txt")
        self.assertEqual(self.reports(), ["latin", "nul"])

    def test_other_languages_are_kept_and_not_analysed(self):
        for name, text, language in (
            ("fr", "Les pilotes ont dit que la reprise du travail ne se ferait pas avec la direction.", "fr"),
            ("ru", "Пилоты и компания встретились в понедельник.", "und-Cyrl"),
        ):
            path = self.write(f"{name}.txt", text)
            self.assert_told(self.read(path), 0, path, "not analysed")
            with sqlite3.connect(self.db) as db:
                told = db.execute("SELECT language FROM reports WHERE id = ?", (name,)).fetchall()
                found = db.execute("SELECT count(*) FROM mentions WHERE report = ?", (name,)).fetchall()
            self.assertEqual(told, [(language,)])
            self.assertEqual(found, [(0,)])
            self.assertIn(b"\t_\t_\t_\t_\t", self.run_parley("annotate", "--format", "conllu", path).stdout)
            tokens = json.loads(self.run_parley("annotate", "--tokens", path).stdout)["tokens"]
            self.assertEqual({"start", "end"}, set().union(*tokens))

    def test_huge_line_is_refused_fast_and_in_little_memory(self):
        path = self.write("huge.txt", "")
        with open(path, "r+b") as file:
            file.truncate(200 * 1000 * 1000)
        start = time.monotonic()
        self.left_out(path, "huge.txt", "16 MiB", "split")
        run = self.run_parley("annotate", "huge.txt", "good.txt", preexec_fn=limit_memory)
        if b"AddressSanitizer" not in run.stderr and b"ReserveShadow" not in run.stderr:
            self.assertEqual(run.returncode, 1, run.stderr)
        self.assertLess(time.monotonic() - start, 20)

    def test_endless_pipe_is_refused(self):
        with open("/dev/zero", "rb") as zero:
            run = self.run_parley("annotate", "-", stdin=zero)
        self.assert_told(run, 1, "standard input", "16 MiB")

    def test_standard_input(self):
        run = self.run_parley("annotate", "-", input=GOOD.encode())
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b'"id":"stdin-', run.stdout)
        self.assert_told(self.run_parley("annotate", "-", input=b""), 1, "standard input: empty")

    def test_json_lines(self):
        path = self.write(
            "r.jsonl",
            '{"id":"a","text":"Pilots met in Velda."}\n{"text": 5}\n{oops\n'
            '{"id":"b","text":"Talks go on."}\n',
        )
        run = self.read(path)
        self.assert_told(run, 1, "r.jsonl, line 2", '"text" is not a string')
        self.assert_told(run, 1, "r.jsonl, line 3", "broken JSON")
        self.assertEqual(self.reports(), ["a", "b"])

    def test_given_tokens(self):
        rest = "\t_" * 7
        path = self.write(
            "given.conllu",
            "# newdoc id = first\n# sent_id = s-1\n"
            f"1-2\tcan't{rest}\tSpaceAfter=No\n1\tca{rest}\t_\n2\tn't{rest}\t_\n"
            f"2.1\tgo{rest}\t_\noops\n3\t.{rest}\t_\n\n"
            f"# sent_id = s-2\n1\tAna Marek{rest}\t_\n2\tmet{rest}\t_\n\n"
            f"# newdoc id = second\n# newpar\n1\tYes{rest}\tSpaceAfter=No\n",
        )
        run = self.run_parley("annotate", "--format", "conllu", path)
        self.assert_told(run, 1, "given.conllu, line 7", "not ten columns")
        lines = run.stdout.decode().splitlines()
        words = [line.split("\t")[:2] for line in lines if line and line[0] != "#"]
        self.assertEqual(
            words,
            [["1", "ca"], ["2", "n't"], ["3", "."], ["1", "Ana Marek"], ["2", "met"], ["1", "Yes"]],
        )
        for line in ("# sent_id = s-1", "# text = can't.", "# sent_id = s-2",
                     "# newdoc id = second", "# sent_id = second-1"):
            self.assertIn(line, lines)
        with open(path, "rb") as file:
            piped = self.run_parley(
                "annotate", "--input", "conllu", "--format", "conllu", "-", input=file.read()
            )
        self.assertEqual(piped.stdout, run.stdout)
        self.assert_told(
            self.run_parley("read", "--db", self.path("g.db"), path), 3, "not CoNLL-U"
        )

    def test_manifest(self):
        missing = self.write("missing.tsv", "file\tsource\ngood.txt\tPost\n")
        self.assert_told(
            self.read("--manifest", missing, self.good), 3, "missing.tsv, line 1", '"path"'
        )
        wide = self.write("wide.tsv", "path\tsource\ngood.txt\tPost\tand\tmore\n")
        self.assert_told(self.read("--manifest", wide, self.good), 3, "wide.tsv, line 2", "cells")
        self.assert_told(self.read("--manifest", "no.tsv", self.good), 3, "no.tsv: no such file")
        wrong = self.write("wrong.tsv", "path\tsauce\ngood.txt\tPost\n")
        self.assert_told(
            self.read("--manifest", wrong, self.good), 0, "wrong.tsv, line 1", '"sauce"', "source"
        )
        self.assertEqual(self.reports(), ["good"])

    def test_actors(self):
        header = "name\ttype\tcode\tfrom\tto\n"
        bad = self.write(
            "bad.tsv",
            header
            + "Velda Pilots\tORG\tNORLAB\n"
            + "Ann Roe\tPER\tNORQQQ\n"
            + "Ann Roe\tPER\tNORGOV\t2020\t2021\n"
            + "Ann Roe\tPER\tNOROPP\t2021-06\n",
        )
        run = self.read("--actors", bad, self.good)
        self.assert_told(run, 1, "bad.tsv, line 3", "QQQ")
        self.assert_told(run, 1, "bad.tsv, line 5", "overlap", "line 4")
        self.assertEqual(self.reports(), ["good"])
        text = b"The Velda Pilots rejected it. Ann Roe agreed."
        run = self.run_parley(
            "annotate", "--actors", bad, "--published", "2021-07-01", "-", input=text
        )
        self.assertIn(b'"code":"NORLAB"', run.stdout)
        self.assertIn(b'"code":"NORGOV"', run.stdout)
        # other actors are another reading of the same report
        good = self.write("good.tsv", header + "Velda Pilots\tORG\tSWELAB\n")
        again = self.read("--actors", good, self.good)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn(b"1 changed", again.stderr)
        self.assertIn(b"1 unchanged", self.read("--actors", good, self.good).stderr)
        self.assert_told(self.read("--actors", "no.tsv", self.good), 3, "no.tsv: no such file")
        headless = self.write("headless.tsv", "Velda Pilots\tORG\tNORLAB\n")
        self.assert_told(self.read("--actors", headless, self.good), 3, "headless.tsv, line 1")

    def test_frames(self):
        bad = self.write(
            "bad.frames",
            "verbs   haul home\n"
            + "frame 999 nothing\n"
            + "verbs   vanish\n"
            + "frame 0872 haul home\n"
            + "verbs   haul\n"
            + "object  TRAWLERS\n"
            + "form    sideways\n"
            + "needs   luck\n"
            + "source  thin air\n"
            + "tint    blue\n"
            + "+ Kenya hauled its patrols home.\n",
        )
        run = self.read("--frames", bad, self.good)
        for line, word in [
            (1, "first"),
            (2, "CAMEO"),
            (6, "kind"),
            (7, "form"),
            (8, "needed"),
            (9, "source"),
            (10, "coding.md"),
            (11, "SOURCE"),
        ]:
            self.assert_told(run, 1, f"bad.frames:{line}:", word)
        self.assertNotIn(b"bad.frames:3:", run.stderr)  # of a frame that was refused already
        good = self.write("good.frames", "frame 0872 haul home\nverbs   haul home\ntarget  obj\n")
        text = b"Kenya hauled home its lake patrols."
        plain = self.run_parley("annotate", "-", input=text)
        self.assertNotIn(b'"0872"', plain.stdout)
        run = self.run_parley("annotate", "--frames", good, "-", input=text)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b'"frame":"0872 haul home"', run.stdout)
        # other frames are another reading of the same report
        self.assertIn(b"1 changed", self.read("--frames", good, self.good).stderr)
        self.assertIn(b"1 unchanged", self.read("--frames", good, self.good).stderr)
        self.assert_told(self.read("--frames", "no.frames", self.good), 3, "no.frames: no such file")

    def test_merge_rules(self):
        paths = [
            self.write("a.txt", "Jonas Weber met the pilots in Velda on Monday.\n"),
            self.write("b.txt", "J. Weber spoke to the pilots in Velda on Tuesday.\n"),
        ]
        self.assertEqual(self.read(*paths).returncode, 0)
        merges = self.run_parley("merges", "--db", self.db, "--format", "csv").stdout
        self.assertIn(b"Jonas Weber,J. Weber,initial,", merges)
        rules = self.write(
            "rules.tsv",
            "do\tname\tother\nsplit\tjonas weber\tJ. Weber\njoin\tA\tB\nmerge\tA\n"
            "merge\tJ. Weber\tJonas Weber\n",
        )
        run = self.run_parley("merges", "--db", self.db, "--rules", rules)
        self.assert_told(run, 1, "rules.tsv, line 3", '"join"', "merge nor split")
        self.assert_told(run, 1, "rules.tsv, line 4", "no other name")
        self.assert_told(run, 1, "rules.tsv, line 5", "line 2")
        self.assertIn(b"No merged names", run.stdout)
        people = self.run_parley("people", "--db", self.db, "--format", "csv").stdout
        self.assertIn(b"Jonas Weber", people)
        self.assertIn(b"J. Weber", people)
        # the record keeps them: what is read later goes by them too
        self.assertEqual(
            self.read(self.write("c.txt", "Talks with J. Weber go on in Velda.\n")).returncode, 0
        )
        self.assertIn(b"No merged names", self.run_parley("merges", "--db", self.db).stdout)
        forced = self.write("forced.tsv", "do\tname\tother\nmerge\tJonas Weber\tJ. Weber\n")
        self.assertEqual(self.run_parley("merges", "--db", self.db, "--rules", forced).returncode, 0)
        self.assertEqual(self.run_parley("people", "--db", self.db, "--format", "csv").stdout.count(b"Weber"), 1)
        none = self.write("none.tsv", "do\tname\tother\n")
        self.assertIn(b"initial", self.run_parley("merges", "--db", self.db, "--rules", none).stdout)
        headless = self.write("headless.tsv", "split\tA\tB\n")
        self.assert_told(self.run_parley("merges", "--db", self.db, "--rules", headless), 3, "headless.tsv, line 1")
        self.assert_told(self.run_parley("merges", "--db", self.db, "--rules", "no.tsv"), 3, "no.tsv: no such file")

    def test_two_files_with_one_id(self):
        os.mkdir(self.path("other"))
        other = self.write("other/good.txt", GOOD.replace("Monday", "Friday"))
        for order in (self.good, other), (other, self.good):
            self.assert_told(self.read(*order), 1, "other/good.txt: left out", '"good"')
        database = sqlite3.connect(self.db)
        self.assertIn("Monday", database.execute("SELECT text FROM reports").fetchone()[0])
        database.close()

    def test_bad_date(self):
        self.assertIn(self.read("--published", "yesterday", self.good).returncode, (2, 3))

    def test_locked_record(self):
        self.read(self.good)
        holder = sqlite3.connect(self.db, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        other = self.write("other.txt", GOOD)
        self.assert_told(self.read(other), 3, "record.db: another process is writing", "again")
        people = self.run_parley("people", "--db", self.db)  # reading goes on meanwhile
        self.assertEqual(people.returncode, 0, people.stderr)
        holder.execute("ROLLBACK")
        holder.close()
        self.assertEqual(self.reports(), ["good"])
        self.assertEqual(self.read(other).returncode, 0)

    def test_full_disk(self):
        run = self.read(self.good, preexec_fn=limit_file_size)
        self.assert_told(run, 3, "record.db: the disk is full", "make room")
        self.assertEqual(self.read(self.good).returncode, 0)
        self.assertEqual(self.reports(), ["good"])

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_output(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run(
                [PROGRAM, "annotate", self.good], stdout=full, stderr=subprocess.PIPE, timeout=60
            )
        self.assertEqual(run.returncode, 3, run.stderr)

    def test_read_only_folder(self):
        self.read(self.good)
        os.chmod(self.db, 0o444)
        os.chmod(self.folder, 0o555)
        run = self.run_as_nobody("read", "--db", "new.db", "good.txt")
        self.assert_told(run, 3, "new.db: cannot be", "--db")
        people = self.run_as_nobody("people", "--db", "record.db")
        self.assertEqual(people.returncode, 0, people.stderr)
        self.assertIn(b"Ana Marek", people.stdout)
        run = self.run_as_nobody("export", "--as", "csv", "--dir", "out", "--db", "record.db")
        self.assert_told(run, 3, "out: cannot be written")

    def test_not_a_record(self):
        notes = self.write("notes.db", "These are my notes, not a database, and they stay.\n" * 20)
        run = self.run_parley("read", "--db", notes, self.good)
        self.assert_told(run, 3, "notes.db: is not a Parley record", "--db")
        with open(notes, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("These are my notes"))
        other = self.path("other.db")
        database = sqlite3.connect(other)
        database.execute("CREATE TABLE t(x)")
        database.close()
        run = self.run_parley("read", "--db", other, self.good)
        self.assert_told(run, 3, "other.db: is a database of another program")
        run = self.run_parley("people", "--db", self.path("none.db"))
        self.assert_told(run, 3, "none.db: no record here", "parley read")
        self.assertFalse(os.path.exists(self.path("none.db")))

    def test_export_is_whole(self):
        self.read(self.good)
        for form in "csv", "jsonl":
            run = self.run_parley("export", "--as", form, "--dir", "out", "--db", self.db)
            self.assertEqual(run.returncode, 0, run.stderr)
        names = os.listdir(self.path("out"))
        self.assertIn("quotes.csv", names)
        self.assertIn("quotes.jsonl", names)
        self.assertFalse([name for name in names if name.startswith(".")])

    def test_wrong_usage(self):
        self.assertEqual(self.run_parley("read").returncode, 2)
        self.assertEqual(self.run_parley("frobnicate").returncode, 2)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
