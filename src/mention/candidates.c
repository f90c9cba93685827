#include "mention/candidates.h"

#include <string.h>

#include "mention/pronoun_forms.h"
#include "text/utf8.h"

enum { MAX_PHRASE_TOKS = 40, MAX_WORDS_BYTES = 96, MAX_MODIFIERS = 8, SPEAKER_REACH = 40 };

typedef struct Finder {
    const PlCoref *coref;
    PlCandidates *out;
    uint32_t *first;      /* [n_tokens]: of the phrase that the token heads */
    uint32_t *last;       /* [n_tokens] */
    uint32_t *quotation;  /* [n_tokens] */
    int32_t *mention;     /* [n_tokens]: the longest mention of the record whose head it is, -1 */
    int32_t *likely;      /* [n_tokens]: entity of the record's pronoun, -1 */
    uint8_t *determiner;  /* [n_tokens]: Determiner of the noun */
    uint8_t *n_modifiers; /* [n_tokens] */
    uint64_t *modifiers;  /* [n_tokens] */
    uint8_t *flags;       /* [n_tokens] */
} Finder;

typedef enum Determiner {
    DETERMINER_NONE,
    DETERMINER_THE,
    DETERMINER_THIS,
    DETERMINER_A,
    DETERMINER_SOME,
    DETERMINER_OWNER
} Determiner;

enum { FLAG_COPULA = 1, FLAG_AFTER = 2, FLAG_CLAUSE = 4 };

static bool is(const PlCoref *coref, uint32_t tok, const char *lower)
{
    return pl_token_is(coref->tokens, tok, lower);
}

/* ---- phrases --------------------------------------------------------------------------------- */

/* What hangs from a head and is no part of its phrase. */
static bool is_outside(uint8_t deprel)
{
    switch (deprel) {
    case PL_DEPREL_conj:
    case PL_DEPREL_cc:
    case PL_DEPREL_appos:
    case PL_DEPREL_acl_relcl:
    case PL_DEPREL_parataxis:
    case PL_DEPREL_punct:
    case PL_DEPREL_case:
    case PL_DEPREL_cop:
    case PL_DEPREL_nsubj:
    case PL_DEPREL_nsubj_outer:
    case PL_DEPREL_csubj:
    case PL_DEPREL_aux:
    case PL_DEPREL_mark:
    case PL_DEPREL_advmod:
    case PL_DEPREL_advcl:
    case PL_DEPREL_discourse:
    case PL_DEPREL_vocative:
    case PL_DEPREL_dislocated:
    case PL_DEPREL_dep:
    case PL_DEPREL_list:
    case PL_DEPREL_obl:
    case PL_DEPREL_expl:
    case PL_DEPREL_ccomp:
    case PL_DEPREL_orphan:
    case PL_DEPREL_reparandum:
        return true;
    default:
        return false;
    }
}

/* Every token widens the phrases that it is in; trees are shallow, and MAX_PHRASE_TOKS bounds it.
 */
static void widen(Finder *finder, uint32_t tok)
{
    const PlSyntax *syntax = finder->coref->syntax;
    int32_t at = (int32_t)tok;
    for (uint32_t step = 0; step < MAX_PHRASE_TOKS; step++) {
        int32_t head = syntax->head_tok[at];
        if (head < 0 || is_outside(syntax->deprel[at])) return;
        uint32_t h = (uint32_t)head;
        uint32_t distance = h > tok ? h - tok : tok - h;
        if (distance < MAX_PHRASE_TOKS) {
            if (tok < finder->first[h]) finder->first[h] = tok;
            if (tok > finder->last[h]) finder->last[h] = tok;
        }
        at = head;
    }
}

static Determiner determiner_of(const PlCoref *coref, uint32_t tok)
{
    static const char *const these[] = {"this", "that", "these", "those", "such"};
    for (size_t i = 0; i < sizeof these / sizeof *these; i++)
        if (is(coref, tok, these[i])) return DETERMINER_THIS;
    if (is(coref, tok, "the")) return DETERMINER_THE;
    if (is(coref, tok, "a") || is(coref, tok, "an") || is(coref, tok, "another"))
        return DETERMINER_A;
    return DETERMINER_SOME;
}

static void note_modifier(Finder *finder, uint32_t head, uint32_t tok)
{
    if (finder->n_modifiers[head] < MAX_MODIFIERS) finder->n_modifiers[head]++;
    finder->modifiers[head] |= (uint64_t)1
                               << (pl_slice_hash(finder->coref->syntax->lemma[tok]) & 63);
}

static void note_dependant(Finder *finder, uint32_t tok)
{
    const PlSyntax *syntax = finder->coref->syntax;
    if (syntax->head_tok[tok] < 0) return;
    uint32_t head = (uint32_t)syntax->head_tok[tok];
    switch (syntax->deprel[tok]) {
    case PL_DEPREL_det:
        if (finder->determiner[head] != DETERMINER_OWNER)
            finder->determiner[head] = (uint8_t)determiner_of(finder->coref, tok);
        break;
    case PL_DEPREL_nmod_poss:
        finder->determiner[head] = DETERMINER_OWNER;
        break;
    case PL_DEPREL_nummod:
        if (finder->determiner[head] == DETERMINER_NONE) finder->determiner[head] = DETERMINER_SOME;
        note_modifier(finder, head, tok);
        break;
    case PL_DEPREL_amod:
    case PL_DEPREL_compound:
    case PL_DEPREL_flat:
        note_modifier(finder, head, tok);
        break;
    case PL_DEPREL_nmod:
    case PL_DEPREL_acl:
        if (tok > head) finder->flags[head] |= FLAG_AFTER;
        note_modifier(finder, head, tok);
        break;
    case PL_DEPREL_acl_relcl:
        finder->flags[head] |= FLAG_AFTER;
        break;
    case PL_DEPREL_cop:
        finder->flags[head] |= FLAG_COPULA;
        break;
    case PL_DEPREL_csubj:
    case PL_DEPREL_ccomp:
    case PL_DEPREL_xcomp:
    case PL_DEPREL_advcl:
        if (tok > head) finder->flags[head] |= FLAG_CLAUSE;
        break;
    default:
        break;
    }
}

/* ---- quotations ------------------------------------------------------------------------------ */

static bool starts_block(const PlTokens *tokens, uint32_t tok)
{
    if (!(tokens->flags[tok] & PL_TOK_SENT_START)) return false;
    uint32_t sent = tokens->sent[tok];
    return sent == 0 || tokens->sent_block[sent] != tokens->sent_block[sent - 1];
}

static void number_quotations(Finder *finder)
{
    const PlTokens *tokens = finder->coref->tokens;
    uint32_t open = 0;
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++) {
        uint8_t flags = tokens->flags[tok];
        if (starts_block(tokens, tok)) {
            /* A quotation goes on in the next paragraph when that opens with a mark again. */
            if (open && (flags & PL_TOK_QUOTE_OPEN)) {
                finder->quotation[tok] = open;
                continue;
            }
            open = 0;
        }
        if (flags & PL_TOK_QUOTE_OPEN) open = ++finder->out->n_quotations;
        finder->quotation[tok] = open;
        if (flags & PL_TOK_QUOTE_CLOSE) open = 0;
    }
}

static bool is_speech_verb(const PlCoref *coref, uint32_t tok)
{
    return coref->syntax->upos[tok] == PL_UPOS_VERB &&
           pl_lexicon_match(coref->model->speech_verbs, coref->tokens, coref->syntax, tok).row >= 0;
}

/* A subject of a verb of speech belongs to the quotation in its sentence that stands nearest. */
static void note_speaker(Finder *finder, uint32_t tok)
{
    const PlCoref *coref = finder->coref;
    const PlTokens *tokens = coref->tokens;
    if (coref->syntax->deprel[tok] != PL_DEPREL_nsubj || finder->quotation[tok]) return;
    int32_t verb = coref->syntax->head_tok[tok];
    if (verb < 0 || !is_speech_verb(coref, (uint32_t)verb)) return;
    uint32_t sent = tokens->sent[tok];
    uint32_t first = tokens->sent_first_tok[sent];
    uint32_t end = tokens->sent_first_tok[sent + 1];
    /* A sentence may end with the quotation and the next begin with who said it. */
    if (first && first + 2 >= (tok < (uint32_t)verb ? tok : (uint32_t)verb)) first--;
    for (uint32_t i = 1; i < SPEAKER_REACH; i++) {
        uint32_t before = tok >= first + i ? finder->quotation[tok - i] : 0;
        uint32_t after = tok + i < end ? finder->quotation[tok + i] : 0;
        if (before && finder->out->speaker[before] < 0) finder->out->speaker[before] = (int32_t)tok;
        if (after && finder->out->speaker[after] < 0) finder->out->speaker[after] = (int32_t)tok;
    }
}

/* ---- candidates ------------------------------------------------------------------------------ */

static uint32_t head_of(const PlSyntax *syntax, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        int32_t head = syntax->head_tok[tok];
        if (head < (int32_t)first || head >= (int32_t)end) return tok;
    }
    return end - 1;
}

static void index_mentions(Finder *finder)
{
    const PlMentions *mentions = finder->coref->mentions;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind == PL_MENTION_PRONOUN) {
            finder->likely[mention->first_tok] = mention->entity;
            continue;
        }
        uint32_t head = head_of(finder->coref->syntax, mention->first_tok, mention->end_tok);
        int32_t old = finder->mention[head];
        uint32_t n = mention->end_tok - mention->first_tok;
        if (old < 0 ||
            mentions->mentions.items[old].end_tok - mentions->mentions.items[old].first_tok < n)
            finder->mention[head] = (int32_t)i;
    }
}

static PlCandidateRole role_of(const Finder *finder, uint32_t tok)
{
    if (finder->flags[tok] & FLAG_COPULA) return PL_CANDIDATE_PREDICATE;
    switch (finder->coref->syntax->deprel[tok]) {
    case PL_DEPREL_nsubj:
    case PL_DEPREL_nsubj_pass:
    case PL_DEPREL_nsubj_outer:
        return PL_CANDIDATE_SUBJECT;
    case PL_DEPREL_obj:
    case PL_DEPREL_iobj:
        return PL_CANDIDATE_OBJECT;
    case PL_DEPREL_obl:
    case PL_DEPREL_obl_agent:
    case PL_DEPREL_obl_unmarked:
        return PL_CANDIDATE_OBLIQUE;
    case PL_DEPREL_nmod:
    case PL_DEPREL_nmod_unmarked:
    case PL_DEPREL_nmod_desc:
        return PL_CANDIDATE_MODIFIER;
    case PL_DEPREL_nmod_poss:
        return PL_CANDIDATE_OWNER;
    case PL_DEPREL_conj:
        return PL_CANDIDATE_CONJUNCT;
    case PL_DEPREL_appos:
        return PL_CANDIDATE_APPOSITION;
    case PL_DEPREL_compound:
    case PL_DEPREL_amod:
    case PL_DEPREL_flat:
        return PL_CANDIDATE_PREMODIFIER;
    default:
        return PL_CANDIDATE_OTHER;
    }
}

static bool is_inner(uint8_t deprel)
{
    return deprel == PL_DEPREL_compound || deprel == PL_DEPREL_flat ||
           deprel == PL_DEPREL_goeswith || deprel == PL_DEPREL_fixed || deprel == PL_DEPREL_amod;
}

/* The head of a clause that may be spoken of as a whole. */
static bool is_clause(const Finder *finder, uint32_t tok)
{
    if (finder->mention[tok] >= 0) return false;
    if (finder->coref->syntax->upos[tok] == PL_UPOS_ADJ && !(finder->flags[tok] & FLAG_COPULA))
        return false;
    switch (finder->coref->syntax->deprel[tok]) {
    case PL_DEPREL_root:
    case PL_DEPREL_conj:
    case PL_DEPREL_ccomp:
    case PL_DEPREL_advcl:
    case PL_DEPREL_parataxis:
    case PL_DEPREL_acl_relcl:
    case PL_DEPREL_acl:
    case PL_DEPREL_xcomp:
    case PL_DEPREL_csubj:
        return true;
    default:
        return false;
    }
}

/* PL_N_CANDIDATE_KINDS = no candidate. */
static PlCandidateKind kind_of(const Finder *finder, uint32_t tok)
{
    const PlSyntax *syntax = finder->coref->syntax;
    uint8_t upos = syntax->upos[tok];
    uint8_t deprel = syntax->deprel[tok];
    bool is_named =
        finder->mention[tok] >= 0 &&
        finder->coref->mentions->mentions.items[finder->mention[tok]].kind == PL_MENTION_NAME;
    uint8_t xpos = syntax->xpos[tok];
    if (xpos == PL_XPOS_WDT || xpos == PL_XPOS_WP || deprel == PL_DEPREL_expl)
        return PL_N_CANDIDATE_KINDS;
    if (upos == PL_UPOS_ADV) return pl_adverb_form(finder->coref->tokens->lower[tok]);
    if (upos == PL_UPOS_VERB || upos == PL_UPOS_ADJ)
        return is_clause(finder, tok) ? PL_CANDIDATE_CLAUSE : PL_N_CANDIDATE_KINDS;
    bool has_article =
        finder->determiner[tok] == DETERMINER_THE || finder->determiner[tok] == DETERMINER_A;
    if (upos == PL_UPOS_PRON && has_article) upos = PL_UPOS_NOUN; /* "a mine" */
    if (upos == PL_UPOS_PRON ||
        (upos == PL_UPOS_DET && deprel != PL_DEPREL_det && deprel != PL_DEPREL_det_predet))
        return pl_pronoun_form(finder->coref->tokens->lower[tok]);
    if (upos == PL_UPOS_PROPN)
        return is_inner(deprel) && !is_named ? PL_N_CANDIDATE_KINDS : PL_CANDIDATE_NAME;
    if (is_named) return PL_CANDIDATE_NAME;
    if (upos == PL_UPOS_NUM && deprel != PL_DEPREL_nummod && !is_inner(deprel))
        return PL_CANDIDATE_NUMBER;
    if (upos != PL_UPOS_NOUN)
        return finder->mention[tok] >= 0 ? PL_CANDIDATE_THE : PL_N_CANDIDATE_KINDS;
    if (deprel == PL_DEPREL_fixed || deprel == PL_DEPREL_goeswith) return PL_N_CANDIDATE_KINDS;
    switch ((Determiner)finder->determiner[tok]) {
    case DETERMINER_THE:
        return PL_CANDIDATE_THE;
    case DETERMINER_THIS:
        return PL_CANDIDATE_THIS_ONE;
    case DETERMINER_A:
        return PL_CANDIDATE_A;
    case DETERMINER_SOME:
        return PL_CANDIDATE_COUNTED;
    case DETERMINER_OWNER:
        return PL_CANDIDATE_OWNED;
    case DETERMINER_NONE:
        break;
    }
    return xpos == PL_XPOS_NNS ? PL_CANDIDATE_BARES : PL_CANDIDATE_BARE;
}

static PlCandidateNumber number_of(const Finder *finder, const PlCandidate *candidate)
{
    const PlCoref *coref = finder->coref;
    if (candidate->kind < PL_CANDIDATE_NAME)
        return pl_pronoun_number((PlCandidateKind)candidate->kind);
    if (candidate->entity >= 0 && coref->mentions->entities.items[candidate->entity].is_group)
        return PL_CANDIDATE_MANY;
    uint8_t xpos = coref->syntax->xpos[candidate->head_tok];
    if (xpos == PL_XPOS_NNS || xpos == PL_XPOS_NNPS) return PL_CANDIDATE_MANY;
    bool is_state =
        candidate->entity >= 0 && coref->mentions->entities.items[candidate->entity].is_state;
    if (candidate->sort == PL_SORT_ORG || is_state) return PL_CANDIDATE_ANY;
    return xpos == PL_XPOS_NN || xpos == PL_XPOS_NNP ? PL_CANDIDATE_ONE : PL_CANDIDATE_ANY;
}

static PlSort sort_of_type(PlEntityType type)
{
    switch (type) {
    case PL_ENTITY_PER:
        return PL_SORT_PERSON;
    case PL_ENTITY_ORG:
        return PL_SORT_ORG;
    case PL_ENTITY_LOC:
        return PL_SORT_PLACE;
    case PL_ENTITY_NORP:
        return PL_SORT_PEOPLE;
    default:
        return PL_SORT_UNKNOWN;
    }
}

static PlSort sort_of(const Finder *finder, const PlCandidate *candidate)
{
    const PlCoref *coref = finder->coref;
    if (candidate->entity >= 0)
        return sort_of_type(coref->mentions->entities.items[candidate->entity].type);
    switch ((PlCandidateKind)candidate->kind) {
    case PL_CANDIDATE_I:
    case PL_CANDIDATE_YOU:
    case PL_CANDIDATE_HE:
    case PL_CANDIDATE_SHE:
        return PL_SORT_PERSON;
    case PL_CANDIDATE_WE:
        return PL_SORT_PEOPLE;
    case PL_CANDIDATE_NUMBER:
        return PL_SORT_TIME;
    case PL_CANDIDATE_HERE:
        return PL_SORT_PLACE;
    case PL_CANDIDATE_CLAUSE:
        return PL_SORT_ACT;
    case PL_CANDIDATE_IT:
    case PL_CANDIDATE_THEY:
    case PL_CANDIDATE_THIS:
    case PL_CANDIDATE_THAT:
    case PL_CANDIDATE_THESE:
    case PL_CANDIDATE_SOME:
        return PL_SORT_UNKNOWN;
    case PL_CANDIDATE_NAME: /* "Monday" */
        return pl_noun_sort(&coref->model->noun_sorts, coref->tokens->lower[candidate->head_tok]) ==
                       PL_SORT_TIME
                   ? PL_SORT_TIME
                   : PL_SORT_UNKNOWN;
    default:
        break;
    }
    uint32_t tok = candidate->head_tok;
    uint32_t end = coref->tokens->sent_first_tok[coref->tokens->sent[tok] + 1];
    if (pl_title_at(coref->model, coref->tokens, coref->syntax, tok, end).row >= 0)
        return PL_SORT_PERSON;
    return pl_noun_sort(&coref->model->noun_sorts, coref->syntax->lemma[tok]);
}

static PlCandidatePredicate predicate_of(const Finder *finder, uint32_t tok)
{
    const PlSyntax *syntax = finder->coref->syntax;
    int32_t head = syntax->head_tok[tok];
    if (head < 0 || !(finder->flags[head] & FLAG_CLAUSE)) return PL_PREDICATE_PLAIN;
    if (syntax->upos[head] == PL_UPOS_VERB) return PL_PREDICATE_VERB;
    return syntax->upos[head] == PL_UPOS_ADJ ? PL_PREDICATE_ADJECTIVE : PL_PREDICATE_NOUN;
}

static uint8_t gender_of(const Finder *finder, const PlCandidate *candidate)
{
    if (candidate->kind == PL_CANDIDATE_HE) return PL_GENDER_MALE;
    if (candidate->kind == PL_CANDIDATE_SHE) return PL_GENDER_FEMALE;
    return candidate->entity >= 0 ? finder->coref->facts.items[candidate->entity].gender
                                  : PL_GENDER_UNKNOWN;
}

static int32_t words_of(Finder *finder, const PlCandidate *candidate)
{
    const PlCoref *coref = finder->coref;
    uint32_t first = candidate->first_tok;
    while (first < candidate->head_tok &&
           (coref->syntax->upos[first] == PL_UPOS_DET || coref->syntax->upos[first] == PL_UPOS_ADP))
        first++;
    PlSlice words = pl_slice_of(coref->tokens->text,
                                pl_tokens_span(coref->tokens, first, candidate->head_tok + 1));
    if (words.len > MAX_WORDS_BYTES) {
        words.ptr += words.len - MAX_WORDS_BYTES;
        words.len = MAX_WORDS_BYTES;
    }
    return pl_symbols_intern(coref->arena, &finder->out->words, pl_utf8_lower(coref->arena, words));
}

static void add(Finder *finder, uint32_t tok, PlCandidateKind kind)
{
    const PlCoref *coref = finder->coref;
    PlCandidate *c = pl_vec_push(coref->arena, &finder->out->items);
    *c = (PlCandidate){.head_tok = tok,
                       .first_tok = finder->first[tok],
                       .end_tok = finder->last[tok] + 1,
                       .entity = -1,
                       .nth = finder->out->n_phrases,
                       .likely = finder->likely[tok],
                       .subject = coref->syntax->head_tok[tok],
                       .modifiers = finder->modifiers[tok],
                       .n_modifiers = finder->n_modifiers[tok],
                       .quotation = finder->quotation[tok],
                       .kind = (uint8_t)kind,
                       .role = (uint8_t)role_of(finder, tok),
                       .predicate = (uint8_t)predicate_of(finder, tok),
                       .has_after = (finder->flags[tok] & FLAG_AFTER) != 0};
    if (kind >= PL_CANDIDATE_NAME && finder->mention[tok] >= 0) {
        const PlMention *mention = &coref->mentions->mentions.items[finder->mention[tok]];
        c->first_tok = mention->first_tok;
        c->end_tok = mention->end_tok;
        c->entity = mention->entity;
        c->is_named = c->entity >= 0 && coref->mentions->entities.items[c->entity].is_named;
    }
    PlSlice lower = coref->tokens->lower[tok];
    c->is_reflexive = pl_slice_ends(lower, "self") || pl_slice_ends(lower, "selves");
    c->lemma = pl_symbols_intern(coref->arena, &finder->out->lemmas,
                                 pl_utf8_lower(coref->arena, coref->syntax->lemma[tok]));
    c->words = words_of(finder, c);
    c->sort = (uint8_t)sort_of(finder, c);
    c->number = (uint8_t)number_of(finder, c);
    c->gender = gender_of(finder, c);
    finder->out->n_phrases += kind != PL_CANDIDATE_CLAUSE;
    finder->out->of_tok[tok] = (int32_t)finder->out->items.n - 1;
}

void pl_candidates_find(const PlCoref *coref, PlCandidates *candidates)
{
    uint32_t n = coref->tokens->n_tokens;
    PlArena *arena = coref->arena;
    *candidates = (PlCandidates){.of_tok = pl_arena_array(arena, int32_t, n + 1)};
    Finder finder = {.coref = coref,
                     .out = candidates,
                     .first = pl_arena_array(arena, uint32_t, n + 1),
                     .last = pl_arena_array(arena, uint32_t, n + 1),
                     .quotation = pl_arena_array(arena, uint32_t, n + 1),
                     .mention = pl_arena_array(arena, int32_t, n + 1),
                     .likely = pl_arena_array(arena, int32_t, n + 1),
                     .determiner = pl_arena_array(arena, uint8_t, n + 1),
                     .n_modifiers = pl_arena_array(arena, uint8_t, n + 1),
                     .modifiers = pl_arena_array(arena, uint64_t, n + 1),
                     .flags = pl_arena_array(arena, uint8_t, n + 1)};
    for (uint32_t tok = 0; tok < n; tok++) {
        finder.first[tok] = finder.last[tok] = tok;
        finder.mention[tok] = finder.likely[tok] = candidates->of_tok[tok] = -1;
    }
    number_quotations(&finder);
    candidates->speaker = pl_arena_array(arena, int32_t, candidates->n_quotations + 1);
    for (uint32_t i = 0; i <= candidates->n_quotations; i++)
        candidates->speaker[i] = -1;
    for (uint32_t tok = 0; tok < n; tok++) {
        widen(&finder, tok);
        note_dependant(&finder, tok);
        note_speaker(&finder, tok);
    }
    index_mentions(&finder);
    for (uint32_t tok = 0; tok < n; tok++) {
        PlCandidateKind kind = kind_of(&finder, tok);
        if (kind != PL_N_CANDIDATE_KINDS) add(&finder, tok, kind);
    }
}
