#!/usr/bin/env python3
"""Make data/en/common-words.tsv: the words that most reports have whatever they are about.

usage: make_common_words.py TREEBANK.conllu... > data/en/common-words.tsv

Documents of the treebanks are cut into pieces as long as a report; a word's share is that of the
pieces that have it. Names are left out: what a treebank speaks of is no property of English.
"""

import collections
import re
import sys

PIECE_WORDS = 400
LEAST_SHARE = 0.03
HEADER = """\
# Words that reports have whatever they are about, and so tell little about which are of one
# happening.
#
# word        lower case, as cut at every mark
# per_mille   of pieces of 400 words, how many in a thousand have it
#
# Made by tools/make_common_words.py from Universal Dependencies English EWT and GUM (documents under
# CC BY, CC BY-SA and in the public domain). This file is under the Creative Commons
# Attribution-ShareAlike 4.0 International licence.
"""


def documents(path):
    """The (word, is a name) pairs of each document."""
    words = []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc") and words:
            yield words
            words = []
        columns = line.split("\t")
        if len(columns) > 3 and columns[0].isdigit():
            for part in re.findall(r"[^\W\d_]+", columns[1].lower()):
                words.append((part, columns[3] == "PROPN"))
    if words:
        yield words


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    having, n, n_name = collections.Counter(), collections.Counter(), collections.Counter()
    n_pieces = 0
    for path in sys.argv[1:]:
        for words in documents(path):
            for at in range(0, len(words) - PIECE_WORDS + 1, PIECE_WORDS):
                piece = words[at:at + PIECE_WORDS]
                having.update({word for word, _ in piece})
                n.update(word for word, _ in piece)
                n_name.update(word for word, is_name in piece if is_name)
                n_pieces += 1
    sys.stdout.write(HEADER + "word\tper_mille\n")
    for word, count in sorted(having.items(), key=lambda item: (-item[1], item[0])):
        if count / n_pieces >= LEAST_SHARE and 2 * n_name[word] < n[word]:
            print(word, round(1000 * count / n_pieces), sep="\t")


main()
