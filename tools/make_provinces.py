#!/usr/bin/env python3
"""Make data/en/provinces.tsv: the first-level parts of countries, with a point each.

usage: make_provinces.py COUNTRIES DATA_EN > data/en/provinces.tsv

COUNTRIES   the npm package @countrystatecity/countries, unpacked
DATA_EN     data/en: what areas.tsv, countries.tsv and regions.tsv name is left out, and so is what is
            called as a city of the same country in places.tsv
ISO codes come from Debian's iso-codes. The same input gives the same bytes.
"""

import glob
import json
import os
import re
import sys

ISO_CODES = "/usr/share/iso-codes/json/iso_3166-1.json"
KINDS = """province region governorate district county state oblast krai republic department canton
prefecture municipality parish commune division territory emirate voivodeship metropolitan city area
autonomous community island islands special administrative""".split()
# Names that say nothing by themselves.
GENERIC = set("""central centre center north south east west northern southern eastern western capital
north-east north-west south-east south-west northeast northwest southeast southwest upper lower middle
coast littoral plateau nord sud est ouest centro norte sur este oeste sul interior federal national
river rivers delta bay gulf new other black red white""".split())
HEADER = """\
# Provinces: the first-level parts of countries that areas.tsv has not, for finding where a name is.
#
# country   ISO 3166-1 alpha-3
# names     '|' between
# lat, lon  degrees, roughly the middle
#
# Made by tools/make_provinces.py from the npm package @countrystatecity/countries 1.0.9 (the
# Countries States Cities Database, https://github.com/dr5hn/countries-states-cities-database). This
# file is under the Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1-0/), as that
# database is. Changed: selected, names shortened, rounded.
"""


def read_names(path, columns):
    names = set()
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]
    for row in lines[1:]:
        for name, cell in zip(lines[0], row):
            if name in columns:
                names.update(cell.split("|"))
    return names


def read_cities(path):
    """(country, name) of each city."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]
    country, names = rows[0].index("country"), rows[0].index("names")
    return {(row[country], name) for row in rows[1:] for name in row[names].split("|")}


def short_name(name):
    """
    >>> short_name("Kachin State"), short_name("Province of Cuneo"), short_name("Free State")
    ('Kachin', 'Cuneo', 'Free State')
    """
    short = re.sub(r"^(?:Province|Region|State|District|Municipality|Department) of (?:the )?", "", name)
    words = short.split()
    while len(words) > 1 and words[-1].lower() in KINDS and words != ["Free", "State"]:
        words.pop()
    return " ".join(words)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(ISO_CODES, encoding="utf-8") as file:
        iso3 = {c["alpha_2"]: c["alpha_3"] for c in json.load(file)["3166-1"]}
    iso3["XK"] = "XKX"
    taken = read_names(os.path.join(sys.argv[2], "areas.tsv"), ("name", "aliases"))
    taken |= read_names(os.path.join(sys.argv[2], "countries.tsv"), ("name", "aliases", "people", "adjectives"))
    taken |= read_names(os.path.join(sys.argv[2], "regions.tsv"), ("name", "aliases", "people", "adjectives"))
    cities = read_cities(os.path.join(sys.argv[2], "places.tsv"))
    rows = set()
    for path in glob.glob(os.path.join(sys.argv[1], "**", "states.json"), recursive=True):
        with open(path, encoding="utf-8") as file:
            states = json.load(file)
        for state in states:
            country = iso3.get(state["country_code"])
            if not country or not state.get("latitude") or not state.get("longitude"):
                continue
            full = re.sub(r"\s*\(.*?\)", "", state["name"]).replace("’", "'").strip()
            names = [n for n in dict.fromkeys([short_name(full), full])
                     if len(n) >= 4 and n not in taken and (country, n) not in cities and n[0].isupper() and "|" not in n
                     and not {w for w in re.split(r"[\s-]+", n.lower())} <= GENERIC | set(KINDS)]
            if names:
                rows.add((country, "|".join(names), f"{float(state['latitude']):.1f}",
                          f"{float(state['longitude']):.1f}"))
    sys.stdout.write(HEADER + "country\tnames\tlat\tlon\n")
    for row in sorted(rows):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
