/* Candidates: every noun phrase and pronoun that may mean something that is spoken of twice.
 *
 * A candidate is known by its head word; its span is the phrase around it without conjuncts,
 * appositions and relative clauses. What is said of it here needs nothing but the phrase itself,
 * the tree and the entity that names, titles and descriptions have given it already.
 *
 * Invariant: candidates are in order of their heads, one a head.
 *
 * owner    `arena`
 * cost     O(tokens)
 * threads  pure
 */
#ifndef PL_MENTION_CANDIDATES_H
#define PL_MENTION_CANDIDATES_H

#include "mention/coref.h"

typedef enum PlCandidateKind {
    PL_CANDIDATE_I,
    PL_CANDIDATE_WE,
    PL_CANDIDATE_YOU,
    PL_CANDIDATE_HE,
    PL_CANDIDATE_SHE,
    PL_CANDIDATE_IT,
    PL_CANDIDATE_THEY,
    PL_CANDIDATE_THIS,  /* "this", alone */
    PL_CANDIDATE_THAT,  /* "that", alone and no conjunction */
    PL_CANDIDATE_THESE, /* "these", "those", alone */
    PL_CANDIDATE_SOME,  /* "something", "others", "both" */
    PL_CANDIDATE_HERE,  /* "here", "there" */
    PL_CANDIDATE_NAME,
    PL_CANDIDATE_THE,      /* "the plan" */
    PL_CANDIDATE_THIS_ONE, /* "this plan", "those plans" */
    PL_CANDIDATE_OWNED,    /* "its plan", "Norway's plan" */
    PL_CANDIDATE_A,        /* "a plan" */
    PL_CANDIDATE_COUNTED,  /* "three plans", "some plans" */
    PL_CANDIDATE_BARE,     /* "water" */
    PL_CANDIDATE_BARES,    /* "plans" */
    PL_CANDIDATE_NUMBER,   /* "2015" */
    PL_CANDIDATE_CLAUSE,   /* a verb: what "this" and "that" mean */
    PL_N_CANDIDATE_KINDS
} PlCandidateKind;

typedef enum PlCandidateRole {
    PL_CANDIDATE_SUBJECT,
    PL_CANDIDATE_OBJECT,
    PL_CANDIDATE_OBLIQUE,
    PL_CANDIDATE_MODIFIER, /* "of the plan" behind a noun */
    PL_CANDIDATE_OWNER,    /* "the plan's" */
    PL_CANDIDATE_CONJUNCT,
    PL_CANDIDATE_APPOSITION,
    PL_CANDIDATE_PREDICATE, /* "is the plan" */
    PL_CANDIDATE_PREMODIFIER,
    PL_CANDIDATE_OTHER,
    PL_N_CANDIDATE_ROLES
} PlCandidateRole;

typedef enum PlCandidateNumber {
    PL_CANDIDATE_ONE,
    PL_CANDIDATE_MANY,
    PL_CANDIDATE_ANY,
    PL_N_CANDIDATE_NUMBERS
} PlCandidateNumber;

/* What it is an argument of, when that has a clause too: "it is clear that ...". */
typedef enum PlCandidatePredicate {
    PL_PREDICATE_PLAIN,
    PL_PREDICATE_ADJECTIVE,
    PL_PREDICATE_VERB,
    PL_PREDICATE_NOUN,
    PL_N_CANDIDATE_PREDICATES
} PlCandidatePredicate;

typedef struct PlCandidate {
    uint32_t head_tok;
    uint32_t first_tok;
    uint32_t end_tok;
    int32_t entity;     /* that the record has for it, -1 = none */
    int32_t likely;     /* of a pronoun: the actor that salience gives the record, -1 = none */
    int32_t lemma;      /* symbol of the head's lemma */
    int32_t words;      /* symbol of all words but determiners, lower case */
    int32_t subject;    /* tokens: the predicate it is an argument of, -1 = none */
    uint64_t modifiers; /* a bit a modifier's lemma, by hash */
    uint32_t nth;       /* candidates before it that are no clauses */
    uint32_t quotation; /* 0 = outside of any, else its number */
    uint8_t kind;       /* PlCandidateKind */
    uint8_t role;       /* PlCandidateRole */
    uint8_t number;     /* PlCandidateNumber */
    uint8_t gender;     /* PlGender */
    uint8_t sort;       /* PlSort */
    uint8_t n_modifiers;
    uint8_t predicate; /* PlCandidatePredicate */
    bool is_reflexive;
    bool is_named;  /* the record's entity has a name */
    bool has_after; /* "of ...", "that ..." behind the head */
} PlCandidate;

typedef struct PlCandidates {
    PL_VEC(PlCandidate) items;
    PlSymbols lemmas;
    PlSymbols words;
    int32_t *of_tok;    /* [n_tokens]: candidate whose head it is, -1 = none */
    uint32_t n_phrases; /* candidates that are no clauses */
    uint32_t n_quotations;
    int32_t *speaker; /* [n_quotations + 1]: token that is the subject of the verb of speech beside
                         the quotation, -1 = unknown */
} PlCandidates;

/* Call once names, roles and descriptions have made their mentions. */
void pl_candidates_find(const PlCoref *coref, PlCandidates *candidates);

#endif
