"""spaCy's small English model. Protocol: see ../pipe_speed.c. usage: spacy_peer.py FILE"""
import sys
import time

import spacy

nlp = spacy.load("en_core_web_sm")
documents = open(sys.argv[1], encoding="utf-8").read().split("\x1e")
words = sum(len(d.split()) for d in documents)
print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(documents))
    print(time.perf_counter() - start, words, tokens, flush=True)
