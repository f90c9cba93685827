"""Reads every #include and fails on one that goes back up.

A layer includes itself and layers before it in the order of the data; siblings do not see each
other; programs see parley/parley.h alone; the runtime never includes the trainers.
"""
import os
import re
import sys

ORDER = ["base", "nn", "bytes", "text", "token", "syntax", "mention", ("event", "quote", "talks"),
         "story", "claim", "pipeline", "store", "view", "api"]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def ranks():
    rank = {}
    for number, layer in enumerate(ORDER):
        for name in layer if isinstance(layer, tuple) else (layer,):
            rank[name] = number
    return rank


def allowed(layer, included, rank):
    """May a file of `layer` include a file of `included`?"""
    if included == "parley" or included == layer:
        return True
    return included in rank and rank[included] < rank[layer]


def problems_of_source(path, text, rank):
    """path is below the project's root."""
    parts = path.split("/")
    found = []
    for include in INCLUDE.findall(text):
        target = include.split("/")[0]
        if parts[0] == "programs":
            own = os.path.dirname(path) + "/" + include
            if include != "parley/parley.h" and not os.path.exists(own) and "/" in include:
                found.append(f"{path}: a program includes {include}; it may see parley/parley.h only")
        elif parts[0] == "src" and len(parts) > 2:
            if parts[1] not in rank:
                found.append(f"{path}: src/{parts[1]} is no layer that this test knows")
            elif not allowed(parts[1], target, rank):
                found.append(f"{path}: {parts[1]} includes {include}, which comes after it")
    return found


def self_test(rank):
    """The test must be able to fail."""
    assert allowed("quote", "mention", rank) and allowed("quote", "quote", rank)
    assert not allowed("quote", "talks", rank), "siblings"
    assert not allowed("token", "syntax", rank), "back up"
    assert not allowed("pipeline", "store", rank), "the engine sees the store"
    assert not allowed("syntax", "train", rank), "the trainers"
    assert problems_of_source("src/token/a.c", '#include "view/b.h"\n', rank)
    assert not problems_of_source("src/view/a.c", '  #include "token/b.h"\n', rank)
    assert problems_of_source("programs/x/a.c", '#include "base/slice.h"\n', rank)


def main():
    root = sys.argv[1]
    os.chdir(root)
    rank = ranks()
    self_test(rank)
    found = []
    n_files = 0
    names = {}
    for top in ("src", "programs", "include"):
        for folder, _, files in os.walk(top):
            for file in sorted(files):
                if not file.endswith((".c", ".h")):
                    continue
                path = os.path.join(folder, file)
                n_files += 1
                names.setdefault(file, []).append(path)
                with open(path, encoding="utf-8") as stream:
                    found += problems_of_source(path, stream.read(), rank)
    found += [f"{file}: the name stands at {' and '.join(paths)}; file names are unique in the tree"
              for file, paths in sorted(names.items()) if len(paths) > 1]
    assert n_files > 20, "the test looks at the wrong folder"
    print("\n".join(found) or f"{n_files} files, every include goes one way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
