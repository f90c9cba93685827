"""The command line against transcripts that people can read.

    cli_test.py PARLEY SOURCE_DIR

A transcript, tests/golden/cli/*.txt, is what a terminal shows: lines that begin with "$ " are
typed, what follows is standard output and standard error together, and "[exit N]" stands where a
command did not end with 0. Lines before the first "$ " say what the transcript is about. All
commands of one transcript run in one empty folder. With PARLEY_UPDATE_GOLDEN=1 in the environment
the transcripts are written anew; the diff is reviewed like code.

The manual and the completion scripts are held against the program's own help as well.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

CLEARED = ("PARLEY_DB", "NO_COLOR", "COLUMNS", "TERM")


def environment(parley, source):
    env = {key: value for key, value in os.environ.items() if key not in CLEARED}
    env["PATH"] = f"{parley.parent}{os.pathsep}{env['PATH']}"
    env["EXAMPLES"] = str(source / "examples")
    env["LC_ALL"] = "C"
    return env


def run(command, folder, env):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, timeout=60, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    output = done.stdout.decode("utf-8", "backslashreplace")
    if output and not output.endswith("\n"):
        output += "\n"
    return output + (f"[exit {done.returncode}]\n" if done.returncode else "")


def replay(transcript, env):
    text = transcript.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if line.startswith("$ "))
    played = "".join(lines[:first])
    commands = [line for line in lines if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder:
        for i, line in enumerate(commands):
            played += ("\n" if i else "") + line + run(line[2:].rstrip("\n"), folder, env)
    return text, played


def check_transcripts(source, env):
    failures = 0
    for transcript in sorted((source / "tests/golden/cli").glob("*.txt")):
        wanted, played = replay(transcript, env)
        if os.environ.get("PARLEY_UPDATE_GOLDEN"):
            transcript.write_text(played, encoding="utf-8")
        elif wanted != played:
            failures += 1
            print(f"{transcript.name} differs; it is now:\n{played}")
    return failures


def help_of(parley, *command):
    return subprocess.run([parley, "help", *command], check=True, capture_output=True,
                          text=True).stdout


def check_manual(parley, source):
    """Every command and option of the help is in the manual and in both completion scripts."""
    texts = {name: (source / name).read_text(encoding="utf-8").replace("\\-", "-")
             for name in ("docs/man/parley.1", "programs/parley/completion/parley.bash",
                          "programs/parley/completion/_parley")}
    commands = re.findall(r"^  ([a-z]+) {2,}", help_of(parley), re.MULTILINE)
    words = set(commands)
    for command in commands:
        words |= set(re.findall(r"--[a-z]+", help_of(parley, command).split("\nExamples")[0]))
    missing = [(name, word) for name, text in texts.items() for word in sorted(words)
               if not re.search(rf"(?<![a-z-]){re.escape(word)}(?![a-z])", text)]
    for name, word in missing:
        print(f"{name}: does not tell of {word}")
    return len(missing)


def main():
    parley = pathlib.Path(sys.argv[1]).resolve()
    source = pathlib.Path(sys.argv[2]).resolve()
    failures = check_transcripts(source, environment(parley, source))
    failures += check_manual(parley, source)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
