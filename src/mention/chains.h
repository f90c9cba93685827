/* Chains: which noun phrases and pronouns of a report mean the same.
 *
 * Candidates are taken in order. Each is joined to the one before it that scores best (and so to
 * its whole chain), or begins a chain. Only a bounded number are looked at: those not far before,
 * the newest ones of the same head word, and the newest of its entity of the record. An entity of
 * the record that has a name keeps its mentions: they are one chain and no other entity's.
 *
 * owner    `arena`
 * cost     O(candidates)
 * threads  pure
 */
#ifndef PL_MENTION_CHAINS_H
#define PL_MENTION_CHAINS_H

#include "mention/link_features.h"

enum { PL_MAX_ANTECEDENTS = 80 };

typedef struct PlAntecedent {
    uint32_t candidate;
    uint32_t rank; /* how many that agree in number and gender stand nearer */
} PlAntecedent;

typedef struct PlChain {
    int32_t entity; /* of the record, -1 = none */
    uint32_t size;
    uint8_t number;
    uint8_t gender;
    uint8_t sort;
    bool has_name;
    bool has_noun;
    uint32_t newest; /* candidate */
    uint64_t modifiers;
} PlChain;

typedef struct PlChaining {
    PlArena *arena;
    const PlCoref *coref;
    PlCandidates candidates;
    PlLinkOffsets offsets;
    PL_VEC(PlChain) chains;
    int32_t *chain_of;        /* [candidates] */
    int32_t *newest_of_lemma; /* [lemmas]: candidate, -1 = none */
    int32_t *older_of_lemma;  /* [candidates]: the one before with the same lemma, -1 */
    int32_t *first_of_words;  /* [words] */
    int32_t *chain_of_entity; /* [entities] -1 */
    uint32_t *order;          /* [candidates]: as they are decided: "I" in a quotation waits for
                                 whoever says it */
    uint32_t *place;          /* [candidates]: in `order` */
    int32_t newest_of_kind[PL_N_CANDIDATE_KINDS];
} PlChaining;

void pl_chaining_begin(const PlCoref *coref, PlChaining *chaining);
/* What the record has settled: the newest of the chain of `c`'s named entity, or of the person whom
 * "he" or "she" means; -1 = open. */
int32_t pl_chaining_settled(const PlChaining *chaining, uint32_t c);
/* Those that candidate `c` may mean, nearest first. Returns how many. */
uint32_t pl_chaining_antecedents(const PlChaining *chaining, uint32_t c,
                                 PlAntecedent antecedents[PL_MAX_ANTECEDENTS]);
/* The facts of candidate `c` alone; then those of it with an antecedent, over the former. */
PlLinkFacts pl_chaining_facts(const PlChaining *chaining, uint32_t c);
void pl_chaining_pair(const PlChaining *chaining, uint32_t c, const PlAntecedent *antecedent,
                      PlLinkFacts *facts);
/* Candidates before `c` in `order` are done; antecedent -1 begins a chain. */
void pl_chaining_join(PlChaining *chaining, uint32_t c, int32_t antecedent);

/* Fills mentions->references and mentions->things, and tells the record what is sure enough for it:
 * a description ("the firm") whose chain has a name means that entity, "I" in a quotation with a
 * known speaker means the speaker. Call before pl_entities_number. */
void pl_chains_find(PlCoref *coref);

#endif
