#!/usr/bin/env python3
"""Make data/en/country_points.tsv: the point that stands for each country on a map.

usage: make_country_points.py WORLD_COUNTRIES > data/en/country_points.tsv

WORLD_COUNTRIES   the npm package world-countries, unpacked
"""

import json
import os
import sys

# The package gives the middle of a box around the states with Alaska and Hawaii left half out; a
# reader looks for the middle of the contiguous states.
CHANGED = {"USA": (39.8, -98.6)}
HEADER = """\
# The point that stands for a country on a map.
#
# country   ISO 3166-1 alpha-3; XKX for Kosovo
# lat, lon  degrees
#
# Made by tools/make_country_points.py from the npm package world-countries 5.1.0
# (https://github.com/mledoze/countries). This file is under the Open Database License 1.0
# (https://opendatacommons.org/licenses/odbl/1-0/), as that package is. Changed: selected; the point
# of the United States.
"""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(os.path.join(sys.argv[1], "countries.json"), encoding="utf-8") as file:
        countries = json.load(file)
    sys.stdout.write(HEADER + "country\tlat\tlon\n")
    for country in sorted(countries, key=lambda country: country["cca3"]):
        code = {"UNK": "XKX"}.get(country["cca3"], country["cca3"])
        lat, lon = CHANGED.get(code, country["latlng"])
        print(code, f"{lat:.1f}", f"{lon:.1f}", sep="\t")


if __name__ == "__main__":
    main()
