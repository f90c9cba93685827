#include "event/event_clause.h"

enum {
    MAX_HEIGHT = 24, /* levels of a subtree that its extent follows */
    MAX_CLIMB = 4,   /* verbs above one without a subject */
    MAX_REACH = 12,  /* tokens to the nearest mention */
    MAX_CHILDREN = 40
};

static void link_children(PlEventText *text)
{
    uint32_t n = text->tokens->n_tokens;
    for (uint32_t i = 0; i < n; i++)
        text->first_child[i] = text->next_child[i] = -1;
    for (uint32_t i = n; i-- > 0;) {
        int32_t head = text->syntax->head_tok[i];
        if (head < 0) continue;
        text->next_child[i] = text->first_child[head];
        text->first_child[head] = (int32_t)i;
    }
}

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
    text->first_child = pl_arena_array(text->arena, int32_t, n);
    text->next_child = pl_arena_array(text->arena, int32_t, n);
    text->left_tok = pl_arena_array(text->arena, uint32_t, n);
    text->right_tok = pl_arena_array(text->arena, uint32_t, n);
    link_children(text);
    find_extents(text);
}

bool pl_event_actors_have(const PlEventActors *actors, int32_t entity)
{
    for (uint32_t i = 0; i < actors->n; i++)
        if (actors->entities[i] == entity) return true;
    return false;
}

void pl_event_actors_add(PlEventActors *actors, int32_t entity, uint32_t tok)
{
    if (entity < 0 || actors->n == PL_EVENT_MAX_ACTORS || pl_event_actors_have(actors, entity))
        return;
    actors->entities[actors->n] = entity;
    actors->toks[actors->n++] = tok;
}

/* Weapons, laws and works do nothing by themselves. */
static bool can_act(const PlEventText *text, int32_t entity)
{
    return entity >= 0 && text->mentions->entities.items[entity].type != PL_ENTITY_MISC;
}

bool pl_event_is_mere_place(const PlMentions *mentions, int32_t entity)
{
    const PlEntity *row = &mentions->entities.items[entity];
    return row->type == PL_ENTITY_LOC && !row->is_state && row->code.len == 0;
}

/* The entity of the mention over `tok`; inside a noun phrase the one at its head. */
static int32_t entity_at(const PlEventText *text, uint32_t tok)
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
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_PRON;
}

static void add_phrase(const PlEventText *text, uint32_t head, PlEventActors *actors)
{
    int32_t entity = entity_at(text, head);
    if (entity < 0) {
        /* "the Norwegian delegation", "Mali's army": who it is stands before the head. */
        uint32_t left = text->left_tok[head];
        if (head - left > MAX_REACH) left = head - MAX_REACH;
        for (uint32_t tok = head; tok > left && entity < 0; tok--)
            entity = entity_at(text, tok - 1);
    }
    pl_event_actors_add(actors, entity, head);
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
    pl_event_actors_add(actors, entity_at(text, first - 2), first - 2);
}

void pl_event_phrase_actors(const PlEventText *text, uint32_t head, PlEventActors *actors)
{
    add_joined_before(text, head, actors);
    add_phrase(text, head, actors);
    uint32_t k = 0;
    for (int32_t child = text->first_child[head]; child >= 0 && k < MAX_CHILDREN;
         child = text->next_child[child], k++)
        if (text->syntax->deprel[child] == PL_DEPREL_conj && is_noun(text, (uint32_t)child))
            add_phrase(text, (uint32_t)child, actors);
}

int32_t pl_event_child(const PlEventText *text, uint32_t tok, PlDeprel deprel)
{
    uint32_t k = 0;
    for (int32_t child = text->first_child[tok]; child >= 0 && k < MAX_CHILDREN;
         child = text->next_child[child], k++)
        if (text->syntax->deprel[child] == deprel) return child;
    return -1;
}

bool pl_event_is_passive(const PlEventText *text, uint32_t verb)
{
    if (text->syntax->xpos[verb] != PL_XPOS_VBN && text->syntax->xpos[verb] != PL_XPOS_VBD)
        return false;
    if (pl_event_child(text, verb, PL_DEPREL_nsubj_pass) >= 0) return true;
    if (pl_event_child(text, verb, PL_DEPREL_aux_pass) >= 0) return true;
    return text->syntax->deprel[verb] == PL_DEPREL_acl && text->syntax->xpos[verb] == PL_XPOS_VBN;
}

/* The preposition of a noun phrase, or the form that introduces it. */
static PlSlice preposition_of(const PlEventText *text, uint32_t noun)
{
    int32_t adposition = pl_event_child(text, noun, PL_DEPREL_case);
    return adposition >= 0 ? text->tokens->lower[adposition] : (PlSlice){0};
}

static void agents(const PlEventText *text, uint32_t verb, PlEventActors *actors)
{
    uint32_t k = 0;
    for (int32_t child = text->first_child[verb]; child >= 0 && k < MAX_CHILDREN;
         child = text->next_child[child], k++) {
        uint8_t deprel = text->syntax->deprel[child];
        bool is_agent = deprel == PL_DEPREL_obl_agent ||
                        ((deprel == PL_DEPREL_obl || deprel == PL_DEPREL_nmod) &&
                         pl_slice_is(preposition_of(text, (uint32_t)child), "by"));
        if (is_agent) pl_event_phrase_actors(text, (uint32_t)child, actors);
    }
}

void pl_event_subject(const PlEventText *text, uint32_t verb, PlEventActors *actors)
{
    if (pl_event_is_passive(text, verb)) {
        agents(text, verb, actors);
        return;
    }
    int32_t at = (int32_t)verb;
    for (uint32_t k = 0; k < MAX_CLIMB && at >= 0; k++) {
        int32_t subject = pl_event_child(text, (uint32_t)at, PL_DEPREL_nsubj);
        if (subject < 0 && at != (int32_t)verb)
            subject = pl_event_child(text, (uint32_t)at, PL_DEPREL_nsubj_pass);
        if (subject >= 0) {
            pl_event_phrase_actors(text, (uint32_t)subject, actors);
            return;
        }
        uint8_t deprel = text->syntax->deprel[at];
        int32_t head = text->syntax->head_tok[at];
        if (head < 0) return;
        /* "the army shelling the town": the noun that it describes. */
        if ((deprel == PL_DEPREL_acl || deprel == PL_DEPREL_acl_relcl) &&
            is_noun(text, (uint32_t)head)) {
            pl_event_phrase_actors(text, (uint32_t)head, actors);
            return;
        }
        /* "urged them to leave": who leaves is the object of "urge". */
        if (deprel == PL_DEPREL_xcomp) {
            int32_t object = pl_event_child(text, (uint32_t)head, PL_DEPREL_obj);
            if (object >= 0 && object < at) {
                pl_event_phrase_actors(text, (uint32_t)object, actors);
                return;
            }
        }
        at = head;
    }
}

int32_t pl_event_object(const PlEventText *text, uint32_t verb)
{
    if (pl_event_is_passive(text, verb)) {
        int32_t subject = pl_event_child(text, verb, PL_DEPREL_nsubj_pass);
        if (subject < 0 && text->syntax->deprel[verb] == PL_DEPREL_acl)
            subject = text->syntax->head_tok[verb];
        return subject;
    }
    int32_t object = pl_event_child(text, verb, PL_DEPREL_obj);
    return object >= 0 ? object : pl_event_child(text, verb, PL_DEPREL_iobj);
}

static bool leads_to_target(const PlEventRule *rule, PlSlice preposition)
{
    for (uint32_t i = 0; i < rule->n_prepositions; i++)
        if (pl_slice_equal(rule->prepositions[i], preposition)) return true;
    return false;
}

void pl_event_behind(const PlEventText *text, const PlEventRule *rule, uint32_t tok,
                     PlEventActors *actors)
{
    uint32_t k = 0;
    for (int32_t child = text->first_child[tok]; child >= 0 && k < MAX_CHILDREN;
         child = text->next_child[child], k++) {
        if (!is_noun(text, (uint32_t)child)) continue;
        if (leads_to_target(rule, preposition_of(text, (uint32_t)child)))
            pl_event_phrase_actors(text, (uint32_t)child, actors);
    }
    if (actors->n > 0) return;
    /* Without a tree to rely on: a preposition of the rule soon after, and what stands behind. */
    uint32_t sent_end = text->tokens->sent_first_tok[text->tokens->sent[tok] + 1];
    for (uint32_t at = tok + 1; at < sent_end && at <= tok + MAX_REACH; at++) {
        if (text->syntax->upos[at] == PL_UPOS_PUNCT || text->syntax->upos[at] == PL_UPOS_VERB)
            return;
        if (!leads_to_target(rule, text->tokens->lower[at])) continue;
        pl_event_nearest(text, at, 1, true, actors);
        if (actors->n > 0) return;
    }
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
        int32_t entity = entity_at(text, here);
        if (entity < 0) continue;
        pl_event_actors_add(actors, entity, here);
        return;
    }
}
