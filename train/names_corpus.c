#include "names_corpus.h"

void names_corpus_read(PlArena *arena, const char *folder, bool dev, NamesCorpus *corpus)
{
    (void)arena;
    (void)folder;
    (void)dev;
    (void)corpus;
}

void names_corpus_mark(const NamesCorpus *corpus, Treebank *treebank)
{
    (void)corpus;
    (void)treebank;
}

void names_count(const Sentence *sentence, const Answer *answers, NameCounts *counts)
{
    (void)sentence;
    (void)answers;
    (void)counts;
}

NameScores names_score(const NameCounts *counts)
{
    (void)counts;
    return (NameScores){0};
}
