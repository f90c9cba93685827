#include "mention/chains.h"

#include <assert.h>
#include <stdlib.h>

enum {
    NEAR = 40,      /* candidates back */
    SAME_LEMMA = 6, /* newest with the same head word */
    NO_CANDIDATE = -1
};

/* ---- state ----------------------------------------------------------------------------------- */

static int32_t *filled(PlArena *arena, uint32_t n)
{
    int32_t *items = pl_arena_array(arena, int32_t, n + 1);
    for (uint32_t i = 0; i <= n; i++)
        items[i] = NO_CANDIDATE;
    return items;
}

/* "I" waits for the speaker who stands behind the quotation. */
static int32_t waits_for(const PlCandidates *candidates, uint32_t c)
{
    const PlCandidate *candidate = &candidates->items.items[c];
    if (candidate->kind != PL_CANDIDATE_I || !candidate->quotation) return NO_CANDIDATE;
    int32_t speaker = candidates->speaker[candidate->quotation];
    int32_t other = speaker > (int32_t)candidate->head_tok ? candidates->of_tok[speaker] : -1;
    return other > (int32_t)c ? other : NO_CANDIDATE;
}

static void find_order(PlChaining *chaining)
{
    const PlCandidates *candidates = &chaining->candidates;
    uint32_t n = candidates->items.n;
    int32_t *waiting = filled(chaining->arena, n); /* the first that waits for a candidate */
    int32_t *next = filled(chaining->arena, n);
    chaining->order = pl_arena_array(chaining->arena, uint32_t, n + 1);
    chaining->place = pl_arena_array(chaining->arena, uint32_t, n + 1);
    for (uint32_t c = n; c-- > 0;) {
        int32_t other = waits_for(candidates, c);
        if (other < 0) continue;
        next[c] = waiting[other];
        waiting[other] = (int32_t)c;
    }
    uint32_t place = 0;
    for (uint32_t c = 0; c < n; c++) {
        if (waits_for(candidates, c) >= 0) continue;
        chaining->order[place++] = c;
        for (int32_t later = waiting[c]; later >= 0; later = next[later])
            chaining->order[place++] = (uint32_t)later;
    }
    assert(place == n);
    for (uint32_t i = 0; i < n; i++)
        chaining->place[chaining->order[i]] = i;
}

void pl_chaining_begin(const PlCoref *coref, PlChaining *chaining)
{
    *chaining = (PlChaining){.arena = coref->arena, .coref = coref};
    pl_link_offsets(&chaining->offsets);
    pl_candidates_find(coref, &chaining->candidates);
    uint32_t n = chaining->candidates.items.n;
    chaining->chain_of = filled(coref->arena, n);
    chaining->older_of_lemma = filled(coref->arena, n);
    chaining->newest_of_lemma = filled(coref->arena, chaining->candidates.lemmas.names.n);
    chaining->first_of_words = filled(coref->arena, chaining->candidates.words.names.n);
    chaining->chain_of_entity = filled(coref->arena, coref->mentions->entities.n);
    for (int k = 0; k < PL_N_CANDIDATE_KINDS; k++)
        chaining->newest_of_kind[k] = NO_CANDIDATE;
    find_order(chaining);
}

static const PlCandidate *at(const PlChaining *chaining, uint32_t c)
{
    return &chaining->candidates.items.items[c];
}

static PlChain *chain_at(const PlChaining *chaining, uint32_t c)
{
    assert(chaining->chains.items && chaining->chain_of[c] >= 0);
    return &chaining->chains.items[chaining->chain_of[c]];
}

static bool is_pronoun(const PlCandidate *candidate)
{
    return candidate->kind < PL_CANDIDATE_NAME;
}

void pl_chaining_join(PlChaining *chaining, uint32_t c, int32_t antecedent)
{
    const PlCandidate *candidate = at(chaining, c);
    if (antecedent < 0) {
        chaining->chain_of[c] = (int32_t)chaining->chains.n;
        *pl_vec_push(chaining->arena, &chaining->chains) =
            (PlChain){.entity = -1, .number = PL_CANDIDATE_ANY, .sort = PL_SORT_UNKNOWN};
    } else {
        chaining->chain_of[c] = chaining->chain_of[antecedent];
    }
    PlChain *chain = chain_at(chaining, c);
    chain->size++;
    chain->newest = c;
    if (chain->number == PL_CANDIDATE_ANY) chain->number = candidate->number;
    if (chain->gender == PL_GENDER_UNKNOWN) chain->gender = candidate->gender;
    if (chain->sort == PL_SORT_UNKNOWN) chain->sort = candidate->sort;
    if (!is_pronoun(candidate)) {
        chain->has_noun |=
            candidate->kind != PL_CANDIDATE_NAME && candidate->kind != PL_CANDIDATE_CLAUSE;
        chain->has_name |= candidate->kind == PL_CANDIDATE_NAME;
        chain->modifiers |= candidate->modifiers;
        chaining->older_of_lemma[c] = chaining->newest_of_lemma[candidate->lemma];
        chaining->newest_of_lemma[candidate->lemma] = (int32_t)c;
        if (chaining->first_of_words[candidate->words] < 0)
            chaining->first_of_words[candidate->words] = (int32_t)c;
    }
    if (candidate->entity >= 0) {
        if (chain->entity < 0 || candidate->is_named) chain->entity = candidate->entity;
        chaining->chain_of_entity[candidate->entity] = chaining->chain_of[c];
    }
    chaining->newest_of_kind[candidate->kind] = (int32_t)c;
}

/* ---- antecedents ----------------------------------------------------------------------------- */

/* Two entities of the record that both have a name stay two. */
static bool is_barred(const PlChaining *chaining, const PlCandidate *candidate, uint32_t antecedent)
{
    if (!candidate->is_named) return false;
    const PlChain *chain = chain_at(chaining, antecedent);
    return chain->entity >= 0 && chain->entity != candidate->entity &&
           chaining->coref->mentions->entities.items[chain->entity].is_named;
}

static int clash(uint8_t a, uint8_t b, uint8_t unknown)
{
    if (a == unknown || b == unknown) return 2;
    return a != b;
}

static bool agrees(const PlChaining *chaining, const PlCandidate *candidate, uint32_t antecedent)
{
    const PlChain *chain = chain_at(chaining, antecedent);
    return clash(candidate->number, chain->number, PL_CANDIDATE_ANY) != 1 &&
           clash(candidate->gender, chain->gender, PL_GENDER_UNKNOWN) != 1;
}

typedef struct Collector {
    const PlChaining *chaining;
    uint32_t c;
    PlAntecedent *out;
    uint32_t n;
    uint32_t n_agreeing;
    uint32_t oldest; /* place of the near ones */
} Collector;

static void collect(Collector *collector, uint32_t antecedent)
{
    if (collector->n == PL_MAX_ANTECEDENTS) return;
    const PlCandidate *candidate = at(collector->chaining, collector->c);
    if (is_barred(collector->chaining, candidate, antecedent)) return;
    collector->out[collector->n++] = (PlAntecedent){antecedent, collector->n_agreeing};
    collector->n_agreeing += agrees(collector->chaining, candidate, antecedent);
}

/* Older than the near ones, which have it already otherwise. */
static void collect_old(Collector *collector, int32_t antecedent)
{
    if (antecedent < 0 || collector->chaining->place[antecedent] >= collector->oldest) return;
    for (uint32_t i = 0; i < collector->n; i++)
        if (collector->out[i].candidate == (uint32_t)antecedent) return;
    collect(collector, (uint32_t)antecedent);
}

/* "They refused. This ...": a clause is spoken of right behind it. */
static bool may_mean_clause(const PlChaining *chaining, const PlCandidate *candidate,
                            const PlCandidate *clause)
{
    enum { CLAUSE_SENTENCES = 2 };
    const uint32_t *sent = chaining->coref->tokens->sent;
    if (sent[candidate->head_tok] > sent[clause->head_tok] + CLAUSE_SENTENCES) return false;
    switch ((PlCandidateKind)candidate->kind) {
    case PL_CANDIDATE_IT:
    case PL_CANDIDATE_THIS:
    case PL_CANDIDATE_THAT:
    case PL_CANDIDATE_THE:
    case PL_CANDIDATE_THIS_ONE:
        return true;
    default:
        return false;
    }
}

static bool is_person_pronoun(uint8_t kind)
{
    return kind == PL_CANDIDATE_I || kind == PL_CANDIDATE_WE || kind == PL_CANDIDATE_YOU;
}

int32_t pl_chaining_settled(const PlChaining *chaining, uint32_t c)
{
    const PlCandidate *candidate = at(chaining, c);
    bool is_he = candidate->kind == PL_CANDIDATE_HE || candidate->kind == PL_CANDIDATE_SHE;
    int32_t entity = candidate->is_named ? candidate->entity : is_he ? candidate->likely : -1;
    if (entity < 0 || chaining->chain_of_entity[entity] < 0) return NO_CANDIDATE;
    return (int32_t)chaining->chains.items[chaining->chain_of_entity[entity]].newest;
}

uint32_t pl_chaining_antecedents(const PlChaining *chaining, uint32_t c,
                                 PlAntecedent antecedents[PL_MAX_ANTECEDENTS])
{
    const PlCandidate *candidate = at(chaining, c);
    Collector collector = {.chaining = chaining, .c = c, .out = antecedents};
    int32_t known = candidate->entity >= 0 ? chaining->chain_of_entity[candidate->entity] : -1;
    if (candidate->kind == PL_CANDIDATE_CLAUSE) return 0;
    uint32_t place = chaining->place[c];
    collector.oldest = place;
    for (uint32_t n = 0; collector.oldest && n < NEAR;) {
        uint32_t a = chaining->order[--collector.oldest];
        bool is_clause = at(chaining, a)->kind == PL_CANDIDATE_CLAUSE;
        if (!is_clause || may_mean_clause(chaining, candidate, at(chaining, a)))
            collect(&collector, a);
        n += !is_clause;
    }
    if (known >= 0) collect_old(&collector, (int32_t)chaining->chains.items[known].newest);
    if (is_person_pronoun(candidate->kind))
        collect_old(&collector, chaining->newest_of_kind[candidate->kind]);
    if (!is_pronoun(candidate)) {
        int32_t old = chaining->newest_of_lemma[candidate->lemma];
        for (uint32_t n = 0; old >= 0 && n < SAME_LEMMA; n++) {
            collect_old(&collector, old);
            old = chaining->older_of_lemma[old];
        }
        collect_old(&collector, chaining->first_of_words[candidate->words]);
    }
    return collector.n;
}

/* ---- facts ----------------------------------------------------------------------------------- */

static uint8_t bin(uint32_t value, const uint32_t *most, uint8_t n)
{
    for (uint8_t i = 0; i < n; i++)
        if (value <= most[i]) return i;
    return n;
}

static uint32_t apart(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

static uint8_t seen_bin(const PlChaining *chaining, const PlCandidate *candidate)
{
    static const uint32_t most[] = {1, 5, 20};
    int32_t old = is_pronoun(candidate) ? -1 : chaining->newest_of_lemma[candidate->lemma];
    if (old < 0) return 0;
    const uint32_t *sent = chaining->coref->tokens->sent;
    uint32_t distance =
        apart(sent[candidate->head_tok], sent[at(chaining, (uint32_t)old)->head_tok]);
    return (uint8_t)(1 + bin(distance, most, 3));
}

static void fill_alone(const PlChaining *chaining, const PlCandidate *m, PlLinkFacts *facts)
{
    const PlTokens *tokens = chaining->coref->tokens;
    uint8_t *v = facts->value;
    v[PL_LINK_kind] = m->kind;
    v[PL_LINK_role] = m->role;
    v[PL_LINK_sort] = m->sort;
    v[PL_LINK_number] = m->number;
    v[PL_LINK_modifiers] = m->has_after ? 3 : m->n_modifiers > 2 ? 2 : m->n_modifiers;
    v[PL_LINK_seen] = seen_bin(chaining, m);
    bool heard = !is_pronoun(m) && chaining->first_of_words[m->words] >= 0;
    v[PL_LINK_heard] = is_pronoun(m) ? 3 : !heard ? 0 : m->n_modifiers ? 2 : 1;
    uint32_t sent = tokens->sent[m->head_tok];
    v[PL_LINK_place] = sent == 0                                      ? 0
                       : sent < 5                                     ? 1
                       : m->first_tok == tokens->sent_first_tok[sent] ? 2
                                                                      : 3;
    v[PL_LINK_quoted] = m->quotation != 0;
    v[PL_LINK_likely] = m->likely >= 0;
    v[PL_LINK_predicate] = m->predicate;
    v[PL_LINK_known] = m->is_named ? 2 : m->entity >= 0;
}

static bool shares_word(const PlCoref *coref, const PlCandidate *a, const PlCandidate *b)
{
    uint64_t head_a = (uint64_t)1 << (pl_slice_hash(coref->syntax->lemma[a->head_tok]) & 63);
    uint64_t head_b = (uint64_t)1 << (pl_slice_hash(coref->syntax->lemma[b->head_tok]) & 63);
    return ((a->modifiers | head_a) & head_b) || ((b->modifiers | head_b) & head_a);
}

/* "the Free Traders' League" has the initials of "FTL". */
static bool has_initials(const PlTokens *tokens, const PlCandidate *whole,
                         const PlCandidate *letters)
{
    PlSlice form = tokens->form[letters->head_tok];
    if (!(tokens->flags[letters->head_tok] & PL_TOK_ALL_CAPS)) return false;
    size_t n = 0;
    for (uint32_t tok = whole->first_tok; tok < whole->end_tok; tok++) {
        if (!(tokens->flags[tok] & PL_TOK_CAPITAL)) continue;
        if (n == form.len || tokens->form[tok].ptr[0] != form.ptr[n]) return false;
        n++;
    }
    return n > 1 && n == form.len;
}

static uint8_t compare_words(const PlCoref *coref, const PlCandidate *m, const PlCandidate *a)
{
    if (is_pronoun(m) || is_pronoun(a)) return 5;
    if (m->words == a->words) return 2;
    if (m->lemma == a->lemma) return 1;
    if (has_initials(coref->tokens, a, m) || has_initials(coref->tokens, m, a)) return 6;
    if (m->kind == PL_CANDIDATE_NAME && a->kind == PL_CANDIDATE_NAME) {
        if ((m->modifiers & a->modifiers) != 0) return 3;
        return shares_word(coref, m, a) ? 3 : 0;
    }
    return shares_word(coref, m, a) ? 4 : 0;
}

static uint8_t compare_modifiers(const PlCandidate *m, const PlCandidate *a)
{
    uint64_t both = m->modifiers & a->modifiers;
    if (!m->modifiers && !a->modifiers) return 0;
    if (m->modifiers == a->modifiers) return 1;
    if (both == m->modifiers) return 2;
    if (both == a->modifiers) return 3;
    return both ? 4 : 5;
}

static uint8_t compare_entities(const PlChaining *chaining, const PlCandidate *m,
                                uint32_t antecedent)
{
    int32_t entity = chain_at(chaining, antecedent)->entity;
    if (entity < 0 && m->entity < 0) return 0;
    if (entity < 0 || m->entity < 0) return 1;
    return chaining->chain_of_entity[m->entity] == chaining->chain_of[antecedent] ? 2 : 3;
}

static bool within(const PlCandidate *inner, const PlCandidate *outer)
{
    return outer->first_tok <= inner->head_tok && inner->head_tok < outer->end_tok;
}

static uint8_t tree_between(const PlSyntax *syntax, const PlCandidate *m, const PlCandidate *a)
{
    int32_t head_m = syntax->head_tok[m->head_tok];
    int32_t head_a = syntax->head_tok[a->head_tok];
    bool m_on_a = head_m == (int32_t)a->head_tok;
    if (m_on_a && m->role == PL_CANDIDATE_APPOSITION) return 1;
    if (head_a == (int32_t)m->head_tok && a->role == PL_CANDIDATE_SUBJECT &&
        m->role == PL_CANDIDATE_PREDICATE)
        return 2;
    if ((m_on_a || head_m == head_a) && m->role == PL_CANDIDATE_CONJUNCT) return 3;
    if (within(m, a)) return 4;
    if (within(a, m)) return 5;
    if (head_m >= 0 && head_m == head_a) return m->is_reflexive ? 7 : 6;
    if (head_m >= 0 && head_a >= 0 && syntax->head_tok[head_m] == head_a) return 8;
    if (head_m >= 0 && head_a >= 0 && syntax->head_tok[head_a] == head_m) return 9;
    return 0;
}

static int32_t speaker_chain(const PlChaining *chaining, uint32_t quotation)
{
    int32_t tok = chaining->candidates.speaker[quotation];
    int32_t c = tok >= 0 ? chaining->candidates.of_tok[tok] : -1;
    return c >= 0 ? chaining->chain_of[c] : -1;
}

static uint8_t compare_quotations(const PlChaining *chaining, const PlCandidate *m,
                                  uint32_t antecedent)
{
    const PlCandidate *a = at(chaining, antecedent);
    if (!m->quotation && !a->quotation) return 0;
    if (m->quotation == a->quotation) return 1;
    int32_t speaker = speaker_chain(chaining, m->quotation);
    if (m->quotation && speaker >= 0 && speaker == chaining->chain_of[antecedent]) return 2;
    /* Who says it stands behind the quotation as often. */
    if (a->quotation && chaining->candidates.speaker[a->quotation] == (int32_t)m->head_tok)
        return 2;
    if (m->quotation && !a->quotation) return 3;
    if (m->quotation && a->quotation && speaker >= 0 &&
        speaker == speaker_chain(chaining, a->quotation))
        return 5;
    return 4;
}

static void fill_pair(const PlChaining *chaining, const PlCandidate *m,
                      const PlAntecedent *antecedent, PlLinkFacts *facts)
{
    static const uint32_t sentences[] = {0, 1, 2, 3, 7, 15, 40};
    static const uint32_t between[] = {1, 2, 3, 5, 9, 17, 40};
    static const uint32_t sizes[] = {1, 2, 4, 9};
    const PlCoref *coref = chaining->coref;
    const PlCandidate *a = at(chaining, antecedent->candidate);
    const PlChain *chain = chain_at(chaining, antecedent->candidate);
    uint8_t *v = facts->value;
    v[PL_LINK_other_kind] = a->kind;
    v[PL_LINK_other_role] = a->role;
    v[PL_LINK_other_sort] = chain->sort;
    v[PL_LINK_sentences] = bin(
        apart(coref->tokens->sent[m->head_tok], coref->tokens->sent[a->head_tok]), sentences, 7);
    v[PL_LINK_between] = bin(apart(m->nth, a->nth), between, 7);
    v[PL_LINK_words] = compare_words(coref, m, a);
    v[PL_LINK_modified] = compare_modifiers(m, a);
    v[PL_LINK_numbers] = (uint8_t)clash(m->number, chain->number, PL_CANDIDATE_ANY);
    v[PL_LINK_genders] = (uint8_t)clash(m->gender, chain->gender, PL_GENDER_UNKNOWN);
    v[PL_LINK_entities] = compare_entities(chaining, m, antecedent->candidate);
    v[PL_LINK_tree] = tree_between(coref->syntax, m, a);
    v[PL_LINK_quotation] = compare_quotations(chaining, m, antecedent->candidate);
    v[PL_LINK_size] = bin(chain->size, sizes, 4);
    v[PL_LINK_chain] = (uint8_t)(chain->has_name * 2 + chain->has_noun);
    v[PL_LINK_newest] = chain->newest == antecedent->candidate;
    v[PL_LINK_likely_one] = m->likely < 0 ? 0 : m->likely == chain->entity ? 1 : 2;
    v[PL_LINK_rank] = (uint8_t)(antecedent->rank < 5 ? antecedent->rank : 5);
}

PlLinkFacts pl_chaining_facts(const PlChaining *chaining, uint32_t c)
{
    PlLinkFacts facts = {.is_new = true};
    fill_alone(chaining, at(chaining, c), &facts);
    return facts;
}

void pl_chaining_pair(const PlChaining *chaining, uint32_t c, const PlAntecedent *antecedent,
                      PlLinkFacts *facts)
{
    facts->is_new = false;
    fill_pair(chaining, at(chaining, c), antecedent, facts);
}

/* ---- decisions ------------------------------------------------------------------------------- */

static int32_t score(const PlChaining *chaining, const int16_t *weights, const PlLinkFacts *facts)
{
    uint32_t rows[PL_MAX_LINK_FEATURES];
    uint32_t n = pl_link_rows(&chaining->offsets, facts, rows);
    int32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += weights[rows[i]];
    return sum;
}

static int32_t best_of(const PlChaining *chaining, const int16_t *weights, uint32_t c)
{
    int32_t settled = pl_chaining_settled(chaining, c);
    if (settled >= 0) return settled;
    PlAntecedent antecedents[PL_MAX_ANTECEDENTS];
    uint32_t n = pl_chaining_antecedents(chaining, c, antecedents);
    int32_t best = -1;
    PlLinkFacts facts = pl_chaining_facts(chaining, c);
    int32_t most = score(chaining, weights, &facts);
    for (uint32_t i = 0; i < n; i++) {
        pl_chaining_pair(chaining, c, &antecedents[i], &facts);
        int32_t points = score(chaining, weights, &facts);
        if (points <= most) continue;
        most = points;
        best = (int32_t)antecedents[i].candidate;
    }
    return best;
}

/* ---- what comes of it ------------------------------------------------------------------------ */

typedef struct Emitter {
    PlCoref *coref;
    const PlChaining *chaining;
    int32_t *entity_of_chain; /* [chains] */
    uint8_t *is_mentioned;    /* [n_tokens]: heads of mentions that have an entity */
} Emitter;

static uint32_t head_of(const PlSyntax *syntax, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        int32_t head = syntax->head_tok[tok];
        if (head < (int32_t)first || head >= (int32_t)end) return tok;
    }
    return end - 1;
}

static int32_t new_thing(Emitter *emitter, const PlCandidate *candidate)
{
    static const PlEntityType types[PL_N_SORTS] = {
        [PL_SORT_PERSON] = PL_ENTITY_PER,  [PL_SORT_ORG] = PL_ENTITY_ORG,
        [PL_SORT_PLACE] = PL_ENTITY_LOC,   [PL_SORT_PEOPLE] = PL_ENTITY_NORP,
        [PL_SORT_OBJECT] = PL_ENTITY_MISC, [PL_SORT_ANIMAL] = PL_ENTITY_MISC,
        [PL_SORT_ACT] = PL_ENTITY_MISC,    [PL_SORT_IDEA] = PL_ENTITY_MISC,
        [PL_SORT_STATE] = PL_ENTITY_MISC,  [PL_SORT_AMOUNT] = PL_ENTITY_MISC,
        [PL_SORT_TIME] = PL_ENTITY_MISC,   [PL_SORT_UNKNOWN] = PL_ENTITY_MISC};
    PlCoref *coref = emitter->coref;
    PlSpan span = pl_tokens_span(coref->tokens, candidate->first_tok, candidate->end_tok);
    *pl_vec_push(coref->arena, &coref->mentions->things) =
        (PlThing){.name = pl_slice_of(coref->tokens->text, span), .type = types[candidate->sort]};
    return (int32_t)(coref->mentions->entities.n + coref->mentions->things.n - 1);
}

static void emit(Emitter *emitter, uint32_t c)
{
    PlCoref *coref = emitter->coref;
    const PlCandidate *candidate = at(emitter->chaining, c);
    const PlChain *chain = chain_at(emitter->chaining, c);
    if (emitter->is_mentioned[candidate->head_tok]) return;
    if (chain->size < 2 && candidate->likely < 0) return;
    int32_t *entity = &emitter->entity_of_chain[emitter->chaining->chain_of[c]];
    if (*entity < 0 && chain->size > 1) *entity = new_thing(emitter, candidate);
    *pl_vec_push(coref->arena, &coref->mentions->references) = (PlReference){
        .span = pl_tokens_span(coref->tokens, candidate->first_tok, candidate->end_tok),
        .first_tok = candidate->first_tok,
        .end_tok = candidate->end_tok,
        .head_tok = candidate->head_tok,
        .kind = is_pronoun(candidate)                  ? PL_MENTION_PRONOUN
                : candidate->kind == PL_CANDIDATE_NAME ? PL_MENTION_NAME
                                                       : PL_MENTION_DESCRIPTION,
        .entity = *entity};
}

static int compare_references(const void *a, const void *b)
{
    const PlReference *x = a;
    const PlReference *y = b;
    if (x->first_tok != y->first_tok) return x->first_tok < y->first_tok ? -1 : 1;
    if (x->end_tok != y->end_tok) return x->end_tok > y->end_tok ? -1 : 1;
    return (x->head_tok > y->head_tok) - (x->head_tok < y->head_tok);
}

/* "The firm" means the one that is named. */
static void settle_descriptions(const PlChaining *chaining)
{
    PlMentions *mentions = chaining->coref->mentions;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_DESCRIPTION || mention->entity < 0) continue;
        uint32_t head = head_of(chaining->coref->syntax, mention->first_tok, mention->end_tok);
        int32_t c = chaining->candidates.of_tok[head];
        if (c < 0) continue;
        int32_t entity = chain_at(chaining, (uint32_t)c)->entity;
        const PlEntity *own = &mentions->entities.items[mention->entity];
        if (entity < 0 || entity == mention->entity || own->is_named) continue;
        const PlEntity *other = &mentions->entities.items[entity];
        if (!other->is_named || other->type != own->type || other->is_group != own->is_group)
            continue;
        mention->entity = entity;
    }
}

/* "I" in a quotation means who says it, where the words around it tell. */
static void settle_speakers(PlCoref *coref, const PlChaining *chaining)
{
    for (uint32_t c = 0; c < chaining->candidates.items.n; c++) {
        const PlCandidate *candidate = at(chaining, c);
        if (candidate->kind != PL_CANDIDATE_I || !candidate->quotation) continue;
        int32_t entity = chain_at(chaining, c)->entity;
        if (entity < 0 || speaker_chain(chaining, candidate->quotation) != chaining->chain_of[c])
            continue;
        pl_coref_add_mention(coref, candidate->head_tok, candidate->head_tok + 1,
                             coref->mentions->entities.items[entity].type, PL_MENTION_PRONOUN,
                             entity);
    }
}

void pl_chains_find(PlCoref *coref)
{
    PlChaining chaining;
    pl_chaining_begin(coref, &chaining);
    uint32_t n = chaining.candidates.items.n;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t c = chaining.order[i];
        pl_chaining_join(&chaining, c, best_of(&chaining, coref->model->link_weights, c));
    }
    Emitter emitter = {.coref = coref,
                       .chaining = &chaining,
                       .entity_of_chain = filled(coref->arena, chaining.chains.n),
                       .is_mentioned =
                           pl_arena_array(coref->arena, uint8_t, coref->tokens->n_tokens + 1)};
    for (uint32_t i = 0; i < chaining.chains.n; i++)
        emitter.entity_of_chain[i] = chaining.chains.items[i].entity;
    PlMentions *mentions = coref->mentions;
    settle_descriptions(&chaining);
    settle_speakers(coref, &chaining);
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->entity < 0 || mention->kind == PL_MENTION_PRONOUN) continue;
        emitter.is_mentioned[head_of(coref->syntax, mention->first_tok, mention->end_tok)] = 1;
    }
    for (uint32_t c = 0; c < n; c++)
        emit(&emitter, c);
    if (mentions->references.n)
        qsort(mentions->references.items, mentions->references.n,
              sizeof *mentions->references.items, compare_references);
}
