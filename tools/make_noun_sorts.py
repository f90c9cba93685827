#!/usr/bin/env python3
"""Makes data/en/noun-sorts.tsv: what sort of thing a common noun mostly means, from WordNet 3.0.

  tools/make_noun_sorts.py /usr/share/wordnet > data/en/noun-sorts.tsv

The folder is that of Debian's package wordnet-base. A noun's sort is that of its first sense, the
most frequent one; nouns that WordNet's own tagged texts never use are left out.
"""

import sys
from pathlib import Path

# WordNet's lexicographer files, by number: lexnames(5WN).
SORTS = {
    4: "act", 5: "animal", 6: "object", 7: "idea", 8: "object", 9: "idea", 10: "idea", 11: "act",
    12: "idea", 13: "object", 14: "group", 15: "place", 16: "idea", 17: "object", 18: "person",
    19: "act", 20: "object", 21: "money", 22: "act", 23: "amount", 24: "idea", 25: "object",
    26: "state", 27: "object", 28: "time",
}
WORDS_A_LINE = 12


def rows(path):
    """Lines of a WordNet file, without its licence."""
    for line in path.read_text(encoding="ascii").split("\n"):
        if line and not line.startswith("  "):
            yield line.split(" | ")[0].split()


def main():
    folder = Path(sys.argv[1])
    lexname = {row[0]: int(row[1]) for row in rows(folder / "data.noun")}
    nouns = {}
    for row in rows(folder / "index.noun"):
        word, n_pointers = row[0], int(row[3])
        n_tagged, first_sense = int(row[5 + n_pointers]), row[6 + n_pointers]
        if n_tagged and word.isalpha() and len(word) > 1 and lexname[first_sense] in SORTS:
            nouns.setdefault(SORTS[lexname[first_sense]], []).append(word)
    print("# The sort of thing that a common noun mostly means: that of its first sense in WordNet 3.0")
    print("# (Princeton University; see NOTICE). Made by tools/make_noun_sorts.py.")
    print("sort\twords")
    for sort, words in sorted(nouns.items()):
        words.sort()
        for i in range(0, len(words), WORDS_A_LINE):
            print(f"{sort}\t{' '.join(words[i : i + WORDS_A_LINE])}")


main()
