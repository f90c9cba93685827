"""Behaviours that PETRARCH's authors tested: passives, compounds, agents, dates of offices.

The cases are stylised sentences about made-up countries, coded with small dictionaries of their
own. Both are given to Parley as a user would give his: the actors as a file of actors, the verbs'
own codes as a file of frames. Countries and codes that do not exist are stood for by others that do,
one for one; actors are compared by country. Patterns of the verb dictionary (a verb with other words around it) are not carried
over: what hangs on them shows as a wrong code.

A case is right when every coding expected is there (source and target; then with its code), or
nothing where nothing is expected. Reported by group.
"""

import datetime
import re
import tempfile
from pathlib import Path

def read_cases(folder):
    """[(group, text, date, [(source, target, code)])]"""
    text = (folder / "PETR.UnitTest.records.xml").read_text(encoding="utf-8", errors="replace")
    cases = []
    for block in re.findall(r"<Sentence .*?</Sentence>", text, re.S):
        head = dict(re.findall(r'(\w+)="([^"]*)"', block[: block.index(">")]))
        words = re.search(r"<Text>(.*?)</Text>", block, re.S)
        codings = re.findall(r"<EventCoding ([^>]*)>", block)
        if not words or head["category"] == "ERROR":
            continue  # cases of files that cannot be read have nothing to find
        expected = []
        for coding in codings:
            fields = dict(re.findall(r'(\w+)="([^"]*)"', coding))
            if {"sourcecode", "targetcode", "eventcode"} <= fields.keys():
                expected.append((fields["sourcecode"], fields["targetcode"], fields["eventcode"]))
        cases.append((head["category"], " ".join(words[1].split()), head.get("date", "19950101"), expected))
    return cases


class Codes:
    """Codes of the dictionaries, each with one that Parley knows; the same one every time."""

    def __init__(self, countries, cameo):
        self.countries, self.cameo = countries, cameo
        self.of_country, self.of_event = {}, {}
        self.stand_ins = sorted(set(countries.values()), reverse=True)

    def actor(self, code):
        first = code[:3]
        if first in ("IGO", "NGO", "IMG", "MNC", "---"):
            return code
        if first not in self.of_country:
            self.of_country[first] = self.stand_ins.pop()
        return self.of_country[first]

    def event(self, code):
        if code not in self.of_event:
            self.of_event[code] = self.cameo[len(self.of_event) % len(self.cameo)]
        return self.of_event[code]


def table_column(path, column):
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    at = rows[0].split("\t").index(column)
    return [(row.split("\t") + [""] * (at + 1))[at] for row in rows[1:]]


def words_of(name):
    return re.sub(r"\s+", " ", name.replace("_", " ")).strip().title()


def write_actors(folder, codes, path):
    """The dictionary of actors, with codes by date where it has some."""
    text = (folder / "PETR.Validate.actors.txt").read_text(encoding="utf-8", errors="replace")
    rows, names = [], []
    for line in re.sub(r"<!--.*?-->", "", text, flags=re.S).splitlines():
        line = line.split("#")[0].rstrip()
        code = re.search(r"\[([^\]]*)\]", line)
        name = re.sub(r"\[.*", "", line).strip()
        if name and not line.startswith(("\t", " ", "+")):
            names = [name]
        elif name.startswith("+"):
            names.append(name[1:])
            if rows and rows[-1][0] == names[0]:
                rows[-1][1].append(name[1:])
        if code and names:
            rows.append([names[0], names[1:], *dated(code[1])])
    seen = set()
    lines = ["name\taliases\ttype\tcode\tfrom\tto"]
    for name, aliases, code, start, end in rows:
        real = next((codes.countries[words_of(n)] for n in [name, *aliases] if words_of(n) in codes.countries), None)
        if real:
            codes.of_country[code[:3]] = real  # Parley knows it, perhaps by another code
            if real in codes.stand_ins:
                codes.stand_ins.remove(real)
    for name, aliases, code, start, end in rows:
        if any(words_of(n) in codes.countries for n in [name, *aliases]) or (name, start) in seen:
            continue
        seen.add((name, start))
        if re.fullmatch(r"[A-Z]{3,}", code):
            others = "|".join(words_of(alias) for alias in aliases)
            lines.append(f"{words_of(name)}\t{others}\tORG\t{codes.actor(code)}\t{start}\t{end}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def day(digits, shift=0):
    """'950601' or '19950601' as a date, `shift` days on."""
    read = datetime.date.fromisoformat((digits if len(digits) == 8 else "19" + digits))
    return (read + datetime.timedelta(days=shift)).isoformat()


def dated(code):
    """'HOBGOV 19950601 - 19990815' as code and days.

    >>> dated("HOB < 950601"), dated("GON")
    (('HOB', '', '1995-05-31'), ('GON', '', ''))
    """
    
    name, *rest = code.replace("-", " - ").split()
    days = [word for word in rest if word.isdigit() and len(word) in (6, 8)]
    if "<" in rest and days:
        return name, "", day(days[0], -1)
    if ">" in rest and days:
        return name, day(days[0], 1), ""
    if len(days) == 2:
        return name, day(days[0]), day(days[1])
    return name, "", ""


def write_frames(folder, codes, path):
    """The verbs and their synonyms with the verb's own code."""
    text = (folder / "PETR.Validate.verbs.txt").read_text(encoding="utf-8", errors="replace")
    lines, verbs, code = [], [], None

    def close():
        if verbs and code:
            lines.append(f"frame {codes.event(code)} {verbs[0]}\nverbs {' | '.join(verbs)}\ntarget obj | with | to | on | against | from | for | clause\n")

    for line in text.splitlines():
        head = re.match(r"--- (\S+)\s+\[(\d+)", line)
        if line.startswith("---"):
            close()
            verbs, code = [], head[2] if head else None
        elif re.match(r"^[A-Z][A-Z_]+\b", line) and code:
            verbs.append(line.split()[0].replace("_", " ").strip().lower())
        elif line.startswith("&"):
            close()
            verbs, code = [], None
    close()
    path.write_text("\n".join(lines), encoding="utf-8")


def pairs(events):
    """Each source with each target, as the gold lists them; partners in a mutual event both ways."""
    found = []
    for event in events:
        sources, targets = ([(a["code"] or "---")[:3] for a in event[side]] for side in ("sources", "targets"))
        if not targets and len(sources) > 1:
            found += [(a, b, event["cameo"]) for a in sources for b in sources if a != b]
        else:
            found += [(a, b, event["cameo"]) for a in sources or ["---"] for b in targets or ["---"]]
    return found


def score_petrarch(parley, data, table, root):
    folder = data / "petrarch_unittest"
    countries = root / "data/en/countries.tsv"
    known = {}
    columns = ("name", "aliases", "adjectives", "people", "capital", "metonyms")
    for code, *cells in zip(*(table_column(countries, column) for column in ("iso3", *columns))):
        known.update((word.title(), code) for cell in cells for word in cell.split("|") if word)
    codes = Codes(known, table_column(root / "data/en/cameo.tsv", "code"))
    cases = read_cases(folder)
    with tempfile.TemporaryDirectory() as scratch:
        actors, frames = Path(scratch, "actors.tsv"), Path(scratch, "verbs.frames")
        write_actors(folder, codes, actors)
        write_frames(folder, codes, frames)
        reports = [
            {"id": str(i), "text": text, "language": "en", "published": f"{d[:4]}-{d[4:6]}-{d[6:8]}"}
            for i, (_, text, d, _) in enumerate(cases)
        ]
        answers = parley.annotate_texts(reports, "--actors", actors, "--frames", frames)
    groups = {}
    for i, (group, text, _, expected) in enumerate(cases):
        events = [e for e in answers[str(i)]["events"] if e["status"] in ("actual", "planned", "historical")]
        found = pairs(events)
        wanted = [(codes.actor(s), codes.actor(t), codes.event(c)) for s, t, c in expected]
        sides_right = {w[:2] for w in wanted} <= {f[:2] for f in found} if wanted else not found
        all_right = set(wanted) <= set(found) if wanted else not found
        counts = groups.setdefault(group, [0, 0, 0])
        counts[0] += sides_right
        counts[1] += all_right
        counts[2] += 1
        if not all_right:
            table.error("petrarch", "wrong", f"{group}\t{text}\twanted {wanted}, found {found}")
    for group, (sides_right, all_right, n) in sorted(groups.items()):
        table.share(f"petrarch {group}: source + target", sides_right, n)
        table.share(f"petrarch {group}: source + target + code", all_right, n)
    total = [sum(counts[k] for counts in groups.values()) for k in range(3)]
    table.share("petrarch, all: source + target", total[0], total[2])
    table.share("petrarch, all: source + target + code", total[1], total[2])
