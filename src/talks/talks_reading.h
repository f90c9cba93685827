/* Reading: one report as the talks layer looks at it: its tree walked downwards, who says a
 * sentence, and where a clause ends.
 *
 * A tree can be wrong, so each question has an answer from the words beside it too: the finders ask
 * here and do not look at heads themselves.
 *
 * Invariants
 *  1. left_tok[t] <= t < right_tok[t], inside t's sentence: the words that hang from t.
 *  2. speaker[s] is an entity, or -1 when nobody in particular says the sentence.
 *
 * owner    `arena`
 * cost     pl_reading_make is O(tokens); each question is bounded by PL_READING_REACH tokens
 * threads  one report, one thread; the model is shared
 */
#ifndef PL_TALKS_TALKS_READING_H
#define PL_TALKS_TALKS_READING_H

#include "syntax/children.h"
#include "talks/talks_model.h"

enum {
    PL_READING_UNKNOWN = -2,
    PL_READING_REACH = 48,   /* tokens that a question looks away from where it is asked */
    PL_READING_CHILDREN = 64 /* children of a token that are looked at */
};

typedef struct PlReading {
    PlArena *arena;
    const PlTalksModel *model;
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlMentions *mentions;
    PlChildren children;
    uint32_t *left_tok;  /* [n_tokens] */
    uint32_t *right_tok; /* [n_tokens] one past */
    uint8_t *in_quotes;  /* [n_tokens] between quotation marks */
    int32_t *speaker;    /* [n_sents] */
    int32_t *speech_tok; /* [n_sents] the verb of saying, -1 = none */
    int32_t *side_of; /* [n_entities] what pl_side_of_entity has found, PL_READING_UNKNOWN before */
    int32_t *name_of_tok; /* [n_tokens] the longest mention by name that covers it, -1 = none */
} PlReading;

/* Half-open range of tokens of one sentence. */
typedef struct PlToks {
    uint32_t first;
    uint32_t end;
} PlToks;

PlReading pl_reading_make(PlArena *arena, const PlTalksModel *model, const PlArticle *article,
                          const PlTokens *tokens, const PlSyntax *syntax,
                          const PlMentions *mentions);

PlToks pl_reading_sent(const PlReading *reading, uint32_t tok);
PlSpan pl_reading_span(const PlReading *reading, PlToks toks);
bool pl_reading_is(const PlReading *reading, uint32_t tok, const char *lower);
bool pl_reading_lemma_is(const PlReading *reading, uint32_t tok, const char *lemma);
/* `word` is one of the words of `list`, which are split by '|'. */
bool pl_word_in(PlSlice word, const char *list);
bool pl_reading_is_verb(const PlReading *reading, uint32_t tok);
/* Noun or name. */
bool pl_reading_is_noun(const PlReading *reading, uint32_t tok);

/* The first child of `tok` with this relation, or -1. */
int32_t pl_reading_child(const PlReading *reading, uint32_t tok, PlDeprel deprel);
/* The token that is the subject of the verb (or predicate) at `tok`: its own, or that of the verb
 * it hangs from ("continues to push", "came and offered"), or the noun that it describes ("the
 * union, demanding ..."). -1 = none. */
int32_t pl_reading_subject(const PlReading *reading, uint32_t tok);
/* "not", "never", "no longer", "failed to" at the verb. */
bool pl_reading_is_negated(const PlReading *reading, uint32_t tok);
/* "could", "may", "might", "should", "if": it is not said that it is so. */
bool pl_reading_is_unreal(const PlReading *reading, uint32_t tok);
/* Passive: "was rejected by". */
bool pl_reading_is_passive(const PlReading *reading, uint32_t tok);

/* The words around `tok` up to the next comma, semicolon, dash, bracket, quotation mark or
 * conjunction of clauses on each side. */
PlToks pl_reading_clause(const PlReading *reading, uint32_t tok);
/* The token ends a clause when reading on to the right. */
bool pl_reading_is_boundary(const PlReading *reading, uint32_t tok);
/* The comma at `tok` is one of a list: a conjunction follows before any verb, or "including". */
bool pl_reading_is_list_comma(const PlReading *reading, uint32_t tok);
/* Without articles, conjunctions, prepositions and punctuation at the ends. */
PlToks pl_reading_trim(const PlReading *reading, PlToks toks);

/* Who says what stands at `tok`: the speaker of its sentence when it is inside the quotation or
 * after (or, with a comma, before) the verb of saying; -1 = the reporter. */
int32_t pl_reading_speaker(const PlReading *reading, uint32_t tok);

#endif
