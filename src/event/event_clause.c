#include "event/event_clause.h"

enum {
    MAX_HEIGHT = 24, /* levels of a subtree that its extent follows */
    MAX_CLIMB = 6,   /* tokens above one without a subject */
    MAX_DEPTH = 3,   /* nouns below nouns: "the offices of the party of the president" */
    MAX_REACH = 12,  /* tokens to the nearest mention */
    MAX_CLAUSE = 24, /* tokens of a clause below */
    MAX_CHILDREN = 40,
    MAX_COMPOUND_TOKS = 5
};

static void find_extents(PlEventText *text)
{
    uint32_t n = text->tokens->n_tokens;
    for (uint32_t i = 0; i < n; i++)
        text->left_tok[i] = text->right_tok[i] = i;
    for (uint32_t i = 0; i < n; i++) {
        int32_t at = text->syntax->head_tok[i];
        for (uint32_t k = 0; k < MAX_HEIGHT && at >= 0; k++, at = text->syntax->head_tok[at]) {
            if (i < text->left_tok[at]) text->left_tok[at] = i;
            if (i > text->right_tok[at]) text->right_tok[at] = i;
        }
    }
}

void pl_event_text_init(PlEventText *text)
{
    uint32_t n = text->tokens->n_tokens;
    text->left_tok = pl_arena_array(text->arena, uint32_t, n);
    text->right_tok = pl_arena_array(text->arena, uint32_t, n);
    pl_children_make(text->arena, text->tokens, text->syntax, &text->children);
    find_extents(text);
}

bool pl_event_actors_have(const PlEventActors *actors, int32_t entity)
{
    for (uint32_t i = 0; actors && i < actors->n; i++)
        if (entity >= 0 && actors->entities[i] == entity) return true;
    return false;
}

void pl_event_actors_add(PlEventActors *actors, int32_t entity, int32_t tok)
{
    if (actors->n == PL_EVENT_MAX_ACTORS || pl_event_actors_have(actors, entity)) return;
    actors->entities[actors->n] = entity;
    actors->toks[actors->n++] = tok;
}

static void add_entity(PlEventActors *actors, int32_t entity, uint32_t tok)
{
    if (entity >= 0) pl_event_actors_add(actors, entity, (int32_t)tok);
}

/* Weapons, laws and works do nothing by themselves. */
static bool can_act(const PlEventText *text, int32_t entity)
{
    return entity >= 0 && text->mentions->entities.items[entity].type != PL_ENTITY_MISC;
}

bool pl_event_is_mere_place(const PlMentions *mentions, int32_t entity)
{
    if (entity < 0) return false;
    const PlEntity *row = &mentions->entities.items[entity];
    return row->type == PL_ENTITY_LOC && !row->is_state && row->code.len <= row->country.len;
}

int32_t pl_event_entity_at(const PlEventText *text, uint32_t tok)
{
    const PlMentions *mentions = text->mentions;
    int32_t mention = mentions->mention_of_tok[tok];
    if (mention < 0) return -1;
    int32_t entity = mentions->mentions.items[mention].entity;
    return can_act(text, entity) ? entity : -1;
}

static bool is_noun(const PlEventText *text, uint32_t tok)
{
    uint8_t upos = text->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_PRON ||
           upos == PL_UPOS_NUM;
}

int32_t pl_event_child(const PlEventText *text, uint32_t tok, PlDeprel deprel)
{
    return pl_children_find(&text->children, text->syntax, tok, deprel);
}

/* The preposition of a noun phrase, or the form that introduces it. */
static PlSlice preposition_of(const PlEventText *text, uint32_t noun)
{
    int32_t adposition = pl_event_child(text, noun, PL_DEPREL_case);
    return adposition >= 0 ? text->tokens->lower[adposition] : (PlSlice){0};
}

/* "the Norwegian delegation", "Mali's army": who it is stands before the head. */
static int32_t entity_before(const PlEventText *text, uint32_t head, const PlEventActors *apart)
{
    uint32_t left = text->left_tok[head];
    if (head - left > MAX_REACH) left = head - MAX_REACH;
    for (uint32_t tok = head; tok > left; tok--) {
        int32_t entity = pl_event_entity_at(text, tok - 1);
        if (entity >= 0 && !pl_event_actors_have(apart, entity)) return entity;
    }
    return -1;
}

/* "members of the police": who it is stands behind the head, places apart. */
static int32_t entity_below(const PlEventText *text, uint32_t head, uint32_t depth,
                            const PlEventActors *apart)
{
    uint32_t k = 0;
    for (int32_t child = text->children.first[head]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++) {
        if (text->syntax->deprel[child] != PL_DEPREL_nmod || (uint32_t)child < head) continue;
        int32_t entity = pl_event_entity_at(text, (uint32_t)child);
        if (entity < 0) entity = entity_before(text, (uint32_t)child, apart);
        if (entity < 0 && depth < MAX_DEPTH)
            entity = entity_below(text, (uint32_t)child, depth + 1, apart);
        if (entity < 0 || pl_event_actors_have(apart, entity)) continue;
        if (!pl_event_is_mere_place(text->mentions, entity)) return entity;
    }
    return -1;
}

static void add_phrase(const PlEventText *text, uint32_t head, bool with_phrase,
                       const PlEventActors *apart, PlEventActors *actors)
{
    int32_t entity = pl_event_entity_at(text, head);
    if (entity < 0) entity = entity_before(text, head, apart);
    if (entity < 0) entity = entity_below(text, head, 0, apart);
    if (entity >= 0 || with_phrase) pl_event_actors_add(actors, entity, (int32_t)head);
}

/* The entity joined by "and" in front of the phrase of `head`, for trees that hang both on the
 * verb.
 */
static void add_joined_before(const PlEventText *text, uint32_t head, PlEventActors *actors)
{
    const PlMentions *mentions = text->mentions;
    int32_t mention = mentions->mention_of_tok[head];
    if (mention < 0) return;
    uint32_t first = mentions->mentions.items[mention].first_tok;
    uint32_t sent_first = text->tokens->sent_first_tok[text->tokens->sent[head]];
    if (first < sent_first + 2 || text->syntax->upos[first - 1] != PL_UPOS_CCONJ) return;
    add_entity(actors, pl_event_entity_at(text, first - 2), first - 2);
}

static void add_phrases(const PlEventText *text, uint32_t head, bool with_phrase,
                        const PlEventActors *apart, PlEventActors *actors)
{
    add_joined_before(text, head, actors);
    add_phrase(text, head, with_phrase, apart, actors);
    uint32_t k = 0;
    for (int32_t child = text->children.first[head]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++)
        if (text->syntax->deprel[child] == PL_DEPREL_conj && is_noun(text, (uint32_t)child))
            add_phrase(text, (uint32_t)child, with_phrase, apart, actors);
}

void pl_event_phrase_actors(const PlEventText *text, uint32_t head, const PlEventActors *apart,
                            PlEventActors *actors)
{
    add_phrases(text, head, false, apart, actors);
}

void pl_event_any_actors(const PlEventText *text, uint32_t head, const PlEventActors *apart,
                         PlEventActors *actors)
{
    add_phrases(text, head, true, apart, actors);
}

static bool is_in_time(const PlEventText *text, uint32_t tok)
{
    return text->syntax->deprel[tok] != PL_DEPREL_compound &&
           pl_event_cues(text->model, text->tokens->lower[tok]) & PL_CUE_DAY;
}

/* The noun before a verb, without a day between: "Peru on Friday closed". */
static int32_t noun_before(const PlEventText *text, uint32_t verb)
{
    uint32_t first = text->tokens->sent_first_tok[text->tokens->sent[verb]];
    uint32_t at = verb;
    while (at > first && is_in_time(text, at - 1)) {
        at--;
        if (at > first && pl_token_is(text->tokens, at - 1, "on")) at--;
    }
    if (at == first) return -1;
    uint8_t upos = text->syntax->upos[at - 1];
    return upos == PL_UPOS_PROPN || upos == PL_UPOS_NOUN ? (int32_t)at - 1 : -1;
}

/* "Poland supplied tanks" read as tanks that Poland supplied: a participle right behind a noun or
 * behind "have" is the verb of a clause. The head of its subject; -1: it only describes. */
static int32_t subject_after_all(const PlEventText *text, uint32_t verb)
{
    bool is_participle = text->syntax->upos[verb] == PL_UPOS_VERB &&
                         text->syntax->deprel[verb] == PL_DEPREL_amod &&
                         text->syntax->head_tok[verb] > (int32_t)verb;
    uint32_t first = text->tokens->sent_first_tok[text->tokens->sent[verb]];
    if (!is_participle || verb == first) return -1;
    if (pl_slice_is(text->syntax->lemma[verb - 1], "have"))
        return pl_event_child(text, verb - 1, PL_DEPREL_nsubj);
    int32_t at = noun_before(text, verb);
    for (uint32_t k = 0; k < MAX_DEPTH && at >= 0; k++) {
        int32_t head = text->syntax->head_tok[at];
        if (head < 0 || head >= (int32_t)verb || !is_noun(text, (uint32_t)head)) break;
        at = head;
    }
    return at;
}

bool pl_event_is_clause(const PlEventText *text, uint32_t verb)
{
    return text->syntax->deprel[verb] != PL_DEPREL_amod || subject_after_all(text, verb) >= 0;
}

bool pl_event_is_passive(const PlEventText *text, uint32_t verb)
{
    if (text->syntax->xpos[verb] != PL_XPOS_VBN && text->syntax->xpos[verb] != PL_XPOS_VBD)
        return false;
    if (pl_event_child(text, verb, PL_DEPREL_aux_pass) >= 0) return true;
    /* "gunmen kidnapped two miners": what has an object is none. */
    return text->syntax->deprel[verb] == PL_DEPREL_acl && text->syntax->xpos[verb] == PL_XPOS_VBN &&
           pl_event_child(text, verb, PL_DEPREL_obj) < 0;
}

/* The phrase behind "by" under `tok`, -1 = none. */
static int32_t agent_of(const PlEventText *text, uint32_t tok)
{
    uint32_t k = 0;
    for (int32_t child = text->children.first[tok]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++) {
        uint8_t deprel = text->syntax->deprel[child];
        if (deprel == PL_DEPREL_obl_agent) return child;
        if ((deprel == PL_DEPREL_obl || deprel == PL_DEPREL_nmod) &&
            pl_slice_is(preposition_of(text, (uint32_t)child), "by"))
            return child;
    }
    return -1;
}

void pl_event_agents(const PlEventText *text, uint32_t tok, PlEventActors *actors)
{
    int32_t agent = agent_of(text, tok);
    if (agent >= 0) {
        pl_event_any_actors(text, (uint32_t)agent, NULL, actors);
        return;
    }
    int32_t participle = pl_event_child(text, tok, PL_DEPREL_acl);
    if (participle < 0) return;
    agent = agent_of(text, (uint32_t)participle);
    if (agent >= 0) pl_event_any_actors(text, (uint32_t)agent, NULL, actors);
}

static bool is_relative(const PlEventText *text, int32_t tok)
{
    PlSlice word = text->tokens->lower[tok];
    return pl_slice_is(word, "who") || pl_slice_is(word, "which") || pl_slice_is(word, "that");
}

/* The verb that tells who does what a verb or noun without a subject says; -1 = none. *subject: the
 * subject, where it is no verb's. */
static int32_t controller(const PlEventText *text, int32_t at, int32_t *subject)
{
    uint8_t deprel = text->syntax->deprel[at];
    int32_t head = text->syntax->head_tok[at];
    if (head < 0) return -1;
    bool describes = deprel == PL_DEPREL_acl || deprel == PL_DEPREL_acl_relcl;
    if (describes && is_noun(text, (uint32_t)head)) {
        /* "the army shelling the town"; but who accuses in "issued a report accusing them" is he
         * who issued it. */
        PlEventActors actors = {0};
        pl_event_phrase_actors(text, (uint32_t)head, NULL, &actors);
        int32_t verb = text->syntax->head_tok[head];
        bool is_made = actors.n == 0 && verb >= 0 && text->syntax->deprel[head] == PL_DEPREL_obj;
        if (is_made) return verb;
        *subject = head;
        return -1;
    }
    if (deprel == PL_DEPREL_xcomp || deprel == PL_DEPREL_advcl) {
        /* "urged them to leave": who leaves is the object of "urge". */
        int32_t object = pl_event_child(text, (uint32_t)head, PL_DEPREL_obj);
        bool steers = pl_event_cues(text->model, text->syntax->lemma[head]) & PL_CUE_STEERS;
        if (steers && deprel == PL_DEPREL_xcomp && object >= 0 && object < at) {
            *subject = object;
            return -1;
        }
    }
    return head;
}

int32_t pl_event_subject(const PlEventText *text, uint32_t verb)
{
    if (pl_event_is_passive(text, verb)) return agent_of(text, verb);
    int32_t before = subject_after_all(text, verb);
    if (before >= 0) return before;
    int32_t at = (int32_t)verb;
    for (uint32_t k = 0; k < MAX_CLIMB && at >= 0; k++) {
        int32_t subject = pl_event_child(text, (uint32_t)at, PL_DEPREL_nsubj);
        if (subject < 0) subject = pl_event_child(text, (uint32_t)at, PL_DEPREL_nsubj_pass);
        bool is_relcl = text->syntax->deprel[at] == PL_DEPREL_acl_relcl;
        if (subject >= 0 && is_relcl && is_relative(text, subject))
            return text->syntax->head_tok[at];
        if (subject >= 0) return subject;
        at = controller(text, at, &subject);
        if (at < 0) return subject;
    }
    return -1;
}

int32_t pl_event_object(const PlEventText *text, uint32_t verb)
{
    if (pl_event_is_passive(text, verb)) {
        int32_t subject = pl_event_child(text, verb, PL_DEPREL_nsubj_pass);
        bool describes = text->syntax->deprel[verb] == PL_DEPREL_acl;
        bool is_relcl = text->syntax->deprel[verb] == PL_DEPREL_acl_relcl;
        if ((subject < 0 && describes) || (subject >= 0 && is_relcl && is_relative(text, subject)))
            subject = text->syntax->head_tok[verb];
        return subject;
    }
    if (subject_after_all(text, verb) >= 0) return text->syntax->head_tok[verb];
    int32_t object = pl_event_child(text, verb, PL_DEPREL_obj);
    return object >= 0 ? object : pl_event_child(text, verb, PL_DEPREL_iobj);
}

int32_t pl_event_object_of_noun(const PlEventText *text, uint32_t noun)
{
    uint32_t k = 0;
    for (int32_t child = text->children.first[noun]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++) {
        uint8_t deprel = text->syntax->deprel[child];
        if (deprel == PL_DEPREL_compound) return child;
        if (deprel == PL_DEPREL_nmod && pl_slice_is(preposition_of(text, (uint32_t)child), "of"))
            return child;
    }
    return -1;
}

int32_t pl_event_lender(const PlEventText *text, uint32_t noun)
{
    int32_t at = (int32_t)noun;
    for (uint32_t k = 0; k < MAX_DEPTH && at >= 0; k++) {
        int32_t head = text->syntax->head_tok[at];
        uint8_t deprel = text->syntax->deprel[at];
        if (head < 0) return -1;
        if (deprel == PL_DEPREL_conj && is_noun(text, (uint32_t)head)) {
            at = head;
            continue;
        }
        bool is_object =
            deprel == PL_DEPREL_obj || deprel == PL_DEPREL_obl || deprel == PL_DEPREL_nsubj_pass;
        bool lends = text->syntax->upos[head] == PL_UPOS_VERB &&
                     (pl_event_cues(text->model, text->syntax->lemma[head]) & PL_CUE_LENDS);
        return is_object && lends ? head : -1;
    }
    return -1;
}

void pl_event_owners(const PlEventText *text, uint32_t noun, PlEventActors *actors)
{
    uint32_t first = text->tokens->sent_first_tok[text->tokens->sent[noun]];
    for (uint32_t k = 1; k <= MAX_COMPOUND_TOKS && noun >= first + k; k++) {
        uint32_t at = noun - k;
        uint8_t upos = text->syntax->upos[at];
        bool is_inside = upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_ADJ ||
                         upos == PL_UPOS_PART || pl_slice_is(text->tokens->form[at], "-") ||
                         pl_slice_is(text->tokens->form[at], "\u2013") ||
                         text->syntax->xpos[at] == PL_XPOS_POS ||
                         text->syntax->xpos[at] == PL_XPOS_PRPS || upos == PL_UPOS_NUM;
        if (!is_inside) break;
        add_entity(actors, pl_event_entity_at(text, at), at);
    }
}

static bool leads_to_target(const PlFrame *frame, PlSlice preposition)
{
    for (uint32_t i = 0; i < frame->n_prepositions; i++)
        if (pl_slice_equal(frame->prepositions[i], preposition)) return true;
    return false;
}

/* The noun phrases under `tok` that one of the frame's prepositions leads to. */
static void add_led(const PlEventText *text, const PlFrame *frame, uint32_t tok, bool with_phrases,
                    const PlEventActors *apart, PlEventActors *actors)
{
    uint32_t k = 0;
    for (int32_t child = text->children.first[tok]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++)
        if (is_noun(text, (uint32_t)child) &&
            leads_to_target(frame, preposition_of(text, (uint32_t)child)))
            add_phrases(text, (uint32_t)child, with_phrases, apart, actors);
}

void pl_event_behind(const PlEventText *text, const PlFrame *frame, uint32_t tok, bool with_phrases,
                     const PlEventActors *apart, PlEventActors *actors)
{
    uint32_t k = 0;
    for (int32_t child = text->children.first[tok]; child >= 0 && k < MAX_CHILDREN;
         child = text->children.next[child], k++) {
        /* "sanctions imposed on Chad" */
        if (text->syntax->deprel[child] == PL_DEPREL_acl && !is_noun(text, (uint32_t)child))
            add_led(text, frame, (uint32_t)child, with_phrases, apart, actors);
    }
    add_led(text, frame, tok, with_phrases, apart, actors);
    if (actors->n > 0) return;
    /* Without a tree to rely on: a preposition of the rule soon after, and what stands behind. */
    uint32_t sent_end = text->tokens->sent_first_tok[text->tokens->sent[tok] + 1];
    for (uint32_t at = tok + 1; at < sent_end && at <= tok + MAX_REACH; at++) {
        if (text->syntax->upos[at] == PL_UPOS_PUNCT || text->syntax->upos[at] == PL_UPOS_VERB)
            return;
        if (!leads_to_target(frame, text->tokens->lower[at])) continue;
        pl_event_nearest(text, at, 1, true, actors);
        if (actors->n > 0) return;
    }
}

static int32_t clause_below(const PlEventText *text, uint32_t verb)
{
    static const PlDeprel clauses[] = {PL_DEPREL_xcomp, PL_DEPREL_ccomp, PL_DEPREL_advcl,
                                       PL_DEPREL_acl};
    for (uint32_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
        int32_t child = pl_event_child(text, verb, clauses[i]);
        if (child > (int32_t)verb) return child;
    }
    return -1;
}

/* How well an entity of the clause below does for a target: another country's comes before a place,
 * and that before somebody of no country. */
static uint32_t rank_in_clause(const PlEventText *text, const PlEventActors *sources,
                               int32_t entity)
{
    const PlEntity *row = &text->mentions->entities.items[entity];
    if (!row->country.len) return 1;
    for (uint32_t i = 0; i < sources->n; i++)
        if (sources->entities[i] >= 0 &&
            pl_slice_equal(text->mentions->entities.items[sources->entities[i]].country,
                           row->country))
            return 1;
    return pl_event_is_mere_place(text->mentions, entity) ? 2 : 3;
}

void pl_event_in_clause(const PlEventText *text, uint32_t verb, const PlEventActors *sources,
                        PlEventActors *actors)
{
    int32_t clause = clause_below(text, verb);
    if (clause < 0) return;
    uint32_t first = text->left_tok[clause] > verb ? text->left_tok[clause] : verb + 1;
    uint32_t last = text->right_tok[clause];
    if (last > first + MAX_CLAUSE) last = first + MAX_CLAUSE;
    uint32_t best_rank = 0;
    uint32_t best = 0;
    for (uint32_t at = first; at <= last; at++) {
        int32_t entity = pl_event_entity_at(text, at);
        if (entity < 0 || pl_event_actors_have(sources, entity)) continue;
        uint32_t rank = rank_in_clause(text, sources, entity);
        if (rank <= best_rank) continue;
        best_rank = rank;
        best = at;
    }
    if (best_rank > 0) add_entity(actors, pl_event_entity_at(text, best), best);
}

void pl_event_nearest(const PlEventText *text, uint32_t tok, uint32_t n_toks, bool is_right,
                      PlEventActors *actors)
{
    uint32_t sent = text->tokens->sent[tok];
    int64_t first = text->tokens->sent_first_tok[sent];
    int64_t end = text->tokens->sent_first_tok[sent + 1];
    int64_t at = is_right ? (int64_t)tok + n_toks : (int64_t)tok - 1;
    for (uint32_t k = 0; k < MAX_REACH && at >= first && at < end; k++, at += is_right ? 1 : -1) {
        uint32_t here = (uint32_t)at;
        uint8_t upos = text->syntax->upos[here];
        /* A clause ends at a verb; to the right also at punctuation. */
        if (upos == PL_UPOS_VERB || (is_right && upos == PL_UPOS_PUNCT)) return;
        int32_t entity = pl_event_entity_at(text, here);
        if (entity < 0) continue;
        add_entity(actors, entity, here);
        return;
    }
}
