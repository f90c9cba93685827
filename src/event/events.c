#include "event/events.h"

#include "event/event_status.h"

#include <string.h>

const char *const pl_event_status_names[PL_N_EVENT_STATUSES] = {
    "actual", "planned", "hypothetical", "negated", "historical",
};
const char *const pl_event_side_names[PL_N_EVENT_SIDES] = {"source", "target"};

enum {
    MAX_OBJECT_TOKS = 7,   /* tokens behind a verb in which its object's kind is looked for */
    MAX_CONTEXT_TOKS = 25, /* tokens around a noun that can say which kind of strike it is */
    MAX_CONTENT_CLIMB = 6, /* tokens from an event up to the one whose content it is */
    MAX_CLIMB_TOKS = 5,    /* tokens from a noun up to its verb */
    MAX_PHRASE_TOKS = 12   /* tokens before the head of an actor's phrase that are shown */
};

/* Who did it, and to whom. */
typedef struct Sides {
    PlEventActors sources;
    PlEventActors targets;
    const PlFrame *frame;
    bool is_open; /* "the talks": it is an event only if the report tells who talks */
} Sides;

typedef struct Coding {
    PlEventText text;
    PlEvents *events;
    PL_VEC(Sides) sides;   /* by event */
    uint32_t next_time;    /* the first time that does not end before the token at hand */
    PlEventActors parties; /* of the last talks told of: who "the talks" are between */
    int32_t *party_of;    /* [n_entities] the entity that stands for its side in talks, -1 = none */
    uint32_t *n_mentions; /* [n_entities] of a party and all who stand for it */
    int32_t *frame_at;    /* [n_tokens] the frame coded there, -1 = none */
    int32_t coded_object; /* the noun that gave the last verb its frame, -1 = none */
} Coding;

typedef struct Trigger {
    uint32_t tok;
    uint32_t n_toks;
    const PlFrameList *frames; /* that the words evoke */
    bool is_noun;
    bool is_modal;  /* of a clause below one who says so: "that Kenya must leave" */
    int32_t object; /* of a noun: what it is done to, -1 = not asked for */
    int32_t lender; /* of a noun: the verb whose subject does it */
} Trigger;

/* The first part of an actor code without a country that acts in politics: CAMEO's primary roles,
 * its organisations, parliaments and parties. Teachers, firms or farmers do so only against
 * somebody of these, or as those of a country. */
static bool is_political_code(PlSlice code)
{
    static const char *const roles[] = {"COP", "GOV", "INS", "JUD", "MIL", "OPP", "REB", "SEP",
                                        "SPY", "UAF", "LEG", "PTY", "IGO", "NGO", "NGM", "IMG"};
    for (uint32_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (pl_slice_starts(code, roles[i])) return true;
    return false;
}

/* Of no one country: organisations of states, of the world, of a faith or region. */
static bool has_world_code(PlSlice code)
{
    return pl_slice_starts(code, "IGO") || pl_slice_starts(code, "NGO") ||
           pl_slice_starts(code, "NGM") || pl_slice_starts(code, "IMG") ||
           pl_slice_starts(code, "MNC");
}

static PlSlice country_in(const PlEventText *text, uint32_t head);

static bool is_political_actor(const PlEventText *text, int32_t entity, int32_t tok)
{
    if (entity < 0) return false;
    const PlEntity *row = &text->mentions->entities.items[entity];
    if (row->code.len && tok >= 0 && country_in(text, (uint32_t)tok).len) return true;
    return row->country.len > 0 || row->is_state || is_political_code(row->code) ||
           (row->is_named && (row->type == PL_ENTITY_ORG || row->type == PL_ENTITY_PER));
}

/* Frames. --------------------------------------------------------------------------------------*/

static const PlFrame *frame_at(const PlEventText *text, int32_t frame)
{
    return &text->model->frames->frames.items[frame];
}

/* Names are looked up as they are written: "the Europe Bridge" is a bridge. */
static uint64_t kinds_of(const PlEventText *text, uint32_t tok)
{
    bool is_name = text->syntax->upos[tok] == PL_UPOS_PROPN;
    return pl_frames_kinds(text->model->frames,
                           is_name ? text->tokens->lower[tok] : text->syntax->lemma[tok]);
}

/* In "hunger strike" the strike is no strike. */
static bool is_in_longer_noun(const PlEventText *text, uint32_t tok)
{
    if (tok == text->tokens->sent_first_tok[text->tokens->sent[tok]]) return false;
    return pl_lexicon_match(text->model->frames->nouns, text->tokens, text->syntax, tok - 1)
               .n_toks > 1;
}

/* The first frame of the trigger that wants an object of the kind of `tok`. */
static const PlFrame *frame_of_object(const PlEventText *text, const PlFrameList *frames,
                                      uint32_t tok)
{
    uint64_t kinds = is_in_longer_noun(text, tok) ? 0 : kinds_of(text, tok);
    for (uint32_t i = 0; kinds && i < frames->n; i++)
        if (frame_at(text, frames->items[i])->object_kinds & kinds)
            return frame_at(text, frames->items[i]);
    return NULL;
}

static bool wants_object(const PlEventText *text, const PlFrameList *frames)
{
    for (uint32_t i = 0; i < frames->n; i++)
        if (frame_at(text, frames->items[i])->object_kinds) return true;
    return false;
}

static bool find_noun(const PlEventText *text, uint32_t tok, Trigger *trigger);

/* By the verb's object, or by a noun right behind the verb; *object is that noun. */
static const PlFrame *frame_by_object(const PlEventText *text, const Trigger *trigger,
                                      int32_t *object)
{
    if (!wants_object(text, trigger->frames)) return NULL;
    *object = pl_event_object(text, trigger->tok);
    const PlFrame *frame =
        *object >= 0 ? frame_of_object(text, trigger->frames, (uint32_t)*object) : NULL;
    if (frame) return frame;
    /* "announced a cut of aid" announces no aid. */
    Trigger noun;
    if (*object >= 0 && find_noun(text, (uint32_t)*object, &noun)) return NULL;
    uint32_t end = text->tokens->sent_first_tok[text->tokens->sent[trigger->tok] + 1];
    uint32_t from = trigger->tok + trigger->n_toks;
    for (uint32_t at = from; at < end && at < from + MAX_OBJECT_TOKS; at++) {
        uint8_t upos = text->syntax->upos[at];
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_PUNCT || upos == PL_UPOS_SCONJ) break;
        /* In "war games" the war only describes. */
        bool is_head = text->syntax->deprel[at] != PL_DEPREL_compound;
        if (is_head && (upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN))
            frame = frame_of_object(text, trigger->frames, at);
        if (!frame) continue;
        *object = (int32_t)at;
        return frame;
    }
    return NULL;
}

static bool is_near(const PlEventText *text, uint64_t kinds, uint32_t tok)
{
    uint32_t sent = text->tokens->sent[tok];
    uint32_t first = text->tokens->sent_first_tok[sent];
    uint32_t end = text->tokens->sent_first_tok[sent + 1];
    if (tok - first > MAX_CONTEXT_TOKS) first = tok - MAX_CONTEXT_TOKS;
    for (uint32_t at = first; at < end && at < tok + MAX_CONTEXT_TOKS; at++)
        if (at != tok && (pl_frames_kinds(text->model->frames, text->syntax->lemma[at]) & kinds))
            return true;
    return false;
}

static bool has_subject_of(const PlEventText *text, uint64_t kinds, uint32_t tok)
{
    int32_t subject = pl_event_child(text, tok, PL_DEPREL_nsubj);
    if (subject < 0) return false;
    /* "a first group of troops arrived" */
    int32_t inner = pl_event_object_of_noun(text, (uint32_t)subject);
    return (kinds_of(text, (uint32_t)subject) & kinds) ||
           (inner >= 0 && (kinds_of(text, (uint32_t)inner) & kinds));
}

static bool is_type(const PlEventText *text, const PlFrame *frame, const char *const *types)
{
    PlSlice plover = text->model->frames->codes[frame->code].plover;
    for (uint32_t i = 0; types[i]; i++)
        if (pl_slice_is(plover, types[i])) return true;
    return false;
}

/* "suggested that prices have risen", "insisted the town was calm": what is said is no wish. */
static bool states_fact(const PlEventText *text, uint32_t verb)
{
    int32_t said = pl_event_child(text, verb, PL_DEPREL_ccomp);
    if (said < 0) return false;
    uint8_t xpos = text->syntax->xpos[said];
    int32_t copula = pl_event_child(text, (uint32_t)said, PL_DEPREL_cop);
    int32_t auxiliary = pl_event_child(text, (uint32_t)said, PL_DEPREL_aux);
    if (copula >= 0)
        xpos = text->syntax->xpos[copula];
    else if (auxiliary >= 0)
        xpos = text->syntax->xpos[auxiliary];
    return xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD;
}

/* Whether the frame's demands on other words than the object are met. */
static bool is_evoked(const PlEventText *text, const Trigger *trigger, const PlFrame *frame)
{
    if (frame->near_kinds) return is_near(text, frame->near_kinds, trigger->tok);
    if (frame->subject_kinds) return has_subject_of(text, frame->subject_kinds, trigger->tok);
    if (frame->object_kinds && !trigger->is_noun) return false;
    static const char *const wishes[] = {"REQUEST", NULL};
    return trigger->is_noun || !is_type(text, frame, wishes) || !states_fact(text, trigger->tok);
}

/* Actors. --------------------------------------------------------------------------------------*/

static void drop_places(const PlMentions *mentions, PlEventActors *actors)
{
    PlEventActors kept = {0};
    for (uint32_t i = 0; i < actors->n; i++)
        if (!pl_event_is_mere_place(mentions, actors->entities[i]))
            pl_event_actors_add(&kept, actors->entities[i], actors->toks[i]);
    *actors = kept;
}

static void add_all(PlEventActors *actors, const PlEventActors *more)
{
    for (uint32_t i = 0; i < more->n; i++)
        pl_event_actors_add(actors, more->entities[i], more->toks[i]);
}

static bool is_own_place(const PlMentions *mentions, const PlEventActors *sources, int32_t place)
{
    const PlEntity *target = &mentions->entities.items[place];
    for (uint32_t i = 0; i < sources->n; i++) {
        if (sources->entities[i] < 0) continue;
        const PlEntity *source = &mentions->entities.items[sources->entities[i]];
        if (target->country.len && pl_slice_equal(source->country, target->country)) return true;
    }
    return false;
}

static bool has_target_place(const PlEventText *text, const Sides *sides)
{
    for (uint32_t i = 0; i < sides->targets.n; i++) {
        int32_t entity = sides->targets.entities[i];
        if (entity >= 0 && text->mentions->entities.items[entity].type == PL_ENTITY_LOC &&
            !is_own_place(text->mentions, &sides->sources, entity))
            return true;
    }
    return false;
}

static uint32_t n_entities(const PlEventActors *actors)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < actors->n; i++)
        n += actors->entities[i] >= 0;
    return n;
}

static bool is_met(const PlEventText *text, const PlFrame *frame, uint32_t tok, const Sides *sides)
{
    switch (frame->need) {
    case PL_NEED_TARGET:
        return n_entities(&sides->sources) + n_entities(&sides->targets) > 1;
    case PL_NEED_OBJECT:
        return pl_event_object(text, tok) >= 0 && n_entities(&sides->sources) > 0 &&
               n_entities(&sides->targets) > 0;
    case PL_NEED_PLACE:
        return sides->sources.n > 0 && has_target_place(text, sides);
    case PL_NEED_NOTHING:
        break;
    }
    return n_entities(&sides->sources) + n_entities(&sides->targets) > 0;
}

static bool has_country(const PlEventText *text, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++)
        if (actors->entities[i] >= 0 &&
            text->mentions->entities.items[actors->entities[i]].country.len)
            return true;
    return false;
}

/* Of a deed, who did it; of anything else, whose it is. */
static void add_doers(const PlEventText *text, uint32_t noun, const PlEventActors *sources,
                      PlEventActors *actors)
{
    pl_event_owners(text, noun, actors);
    if (actors->n == 0) pl_event_agents(text, noun, actors);
    PlLexiconHit deed =
        pl_lexicon_match(text->model->frames->nouns, text->tokens, text->syntax, noun);
    if (actors->n == 0 && deed.row < 0) pl_event_phrase_actors(text, noun, sources, actors);
    if (actors->n == 0) pl_event_actors_add(actors, -1, (int32_t)noun);
}

/* The object as a target: the actors that it is or that it belongs to, or that stand behind one of
 * the frame's prepositions under it ("a travel ban on the reporter"), else its own words. */
static void add_object(const PlEventText *text, const PlFrame *frame, uint32_t object,
                       const PlEventActors *sources, PlEventActors *targets)
{
    if (frame->blames) {
        add_doers(text, object, sources, targets);
        return;
    }
    if (frame->takes_object && !frame->object_kinds)
        pl_event_phrase_actors(text, object, sources, targets);
    if (targets->n == 0) pl_event_behind(text, frame, object, true, sources, targets);
    if (targets->n == 0 && frame->takes_object) pl_event_any_actors(text, object, sources, targets);
}

static void verb_sources(const PlEventText *text, const Trigger *trigger, const PlFrame *frame,
                         PlEventActors *sources)
{
    int32_t subject = pl_event_subject(text, trigger->tok);
    if (subject >= 0 && frame->subject_kinds) {
        /* "talks between Kenya and Uganda collapsed" */
        pl_event_owners(text, (uint32_t)subject, sources);
        pl_event_behind(text, frame, (uint32_t)subject, false, NULL, sources);
        if (sources->n == 0 && frame->form == PL_FORM_ACT)
            pl_event_phrase_actors(text, (uint32_t)subject, NULL, sources);
        return;
    }
    if (subject >= 0) pl_event_any_actors(text, (uint32_t)subject, NULL, sources);
    if (sources->n == 0 && !pl_event_is_passive(text, trigger->tok))
        pl_event_nearest(text, trigger->tok, 1, false, sources);
}

static void verb_targets(const PlEventText *text, const Trigger *trigger, const PlFrame *frame,
                         const PlEventActors *sources, PlEventActors *targets)
{
    uint32_t last = trigger->tok + trigger->n_toks - 1;
    int32_t object = pl_event_object(text, trigger->tok);
    /* "gave Chad a deadline" */
    int32_t receiver = pl_event_child(text, trigger->tok, PL_DEPREL_iobj);
    if (receiver >= 0 && receiver != object)
        pl_event_phrase_actors(text, (uint32_t)receiver, sources, targets);
    if (targets->n == 0 && object >= 0 && (frame->takes_object || frame->n_prepositions))
        add_object(text, frame, (uint32_t)object, sources, targets);
    if (!has_country(text, targets)) {
        PlEventActors behind = {0};
        pl_event_behind(text, frame, trigger->tok, true, sources, &behind);
        if (behind.n == 0 && last != trigger->tok)
            pl_event_behind(text, frame, last, true, sources, &behind);
        /* "offered its troops to Chad" */
        bool is_better = has_country(text, &behind) || targets->n == 0 ||
                         (n_entities(&behind) > 0 && n_entities(targets) == 0);
        if (is_better) *targets = behind;
    }
    if (!has_country(text, targets) && frame->takes_clause) {
        PlEventActors below = {0};
        pl_event_in_clause(text, trigger->tok, sources, &below);
        if (has_country(text, &below) || (below.n > 0 && n_entities(targets) == 0))
            *targets = below;
    }
    if (targets->n == 0 && frame->takes_object && object < 0 &&
        !pl_event_is_passive(text, trigger->tok))
        pl_event_nearest(text, trigger->tok, trigger->n_toks, true, targets);
}

/* An entity cannot be on both sides; the source's place stands. */
static void part_sides(Sides *sides)
{
    PlEventActors targets = {0};
    for (uint32_t i = 0; i < sides->targets.n; i++)
        if (!pl_event_actors_have(&sides->sources, sides->targets.entities[i]))
            pl_event_actors_add(&targets, sides->targets.entities[i], sides->targets.toks[i]);
    sides->targets = targets;
}

/* "Peru said that Chile must pay": who says so, and who must. */
static void modal_sides(const PlEventText *text, const Trigger *trigger, Sides *sides)
{
    int32_t verb = text->syntax->head_tok[trigger->tok];
    int32_t above = verb < 0 ? -1 : text->syntax->head_tok[verb];
    if (above < 0 || text->syntax->deprel[verb] != PL_DEPREL_ccomp) return;
    int32_t subject = pl_event_subject(text, (uint32_t)above);
    int32_t obliged = pl_event_child(text, (uint32_t)verb, PL_DEPREL_nsubj);
    if (subject < 0 || obliged < 0) return;
    pl_event_phrase_actors(text, (uint32_t)subject, NULL, &sides->sources);
    pl_event_phrase_actors(text, (uint32_t)obliged, NULL, &sides->targets);
    part_sides(sides);
    if (sides->targets.n == 0) sides->sources.n = 0;
}

static void noun_sides(const PlEventText *text, const Trigger *trigger, const PlFrame *frame,
                       Sides *sides)
{
    bool is_mutual = frame->form == PL_FORM_MUTUAL;
    uint32_t last = trigger->tok + trigger->n_toks - 1;
    pl_event_owners(text, trigger->tok, &sides->sources);
    if (!is_mutual) {
        PlEventActors agents = {0};
        pl_event_agents(text, last, &agents);
        add_all(&sides->sources, &agents);
    }
    if (frame->blames) {
        PlEventActors behind = {0};
        pl_event_behind(text, frame, last, true, &sides->sources, &behind);
        if (behind.n > 0 && behind.toks[0] >= 0)
            add_doers(text, (uint32_t)behind.toks[0], &sides->sources, &sides->targets);
    } else {
        pl_event_behind(text, frame, last, false, &sides->sources, &sides->targets);
    }
    if (trigger->lender < 0) return;
    uint32_t lender = (uint32_t)trigger->lender;
    bool is_joint = is_mutual && sides->sources.n + sides->targets.n > 1;
    int32_t subject = pl_event_subject(text, lender);
    if (subject >= 0 && (sides->sources.n == 0 || (is_mutual && !is_joint)))
        pl_event_any_actors(text, (uint32_t)subject, NULL, &sides->sources);
    if (sides->targets.n == 0)
        pl_event_behind(text, frame, lender, true, &sides->sources, &sides->targets);
    if (n_entities(&sides->targets) == 0) {
        /* "opened an inquiry into the leak": what it is about, in its own words. */
        PlEventActors behind = {0};
        pl_event_behind(text, frame, last, true, &sides->sources, &behind);
        if (behind.n) sides->targets = behind;
    }
}

/* "the talks" with nobody named are between those last told of. */
static void recall_parties(Coding *coding, const Trigger *trigger, const PlFrame *frame,
                           Sides *sides)
{
    const PlEventText *text = &coding->text;
    bool are_talks = pl_slice_is(text->model->frames->codes[frame->code].cameo, "046");
    if (frame->form != PL_FORM_MUTUAL || !are_talks) return;
    if (n_entities(&sides->sources) >= 2) {
        coding->parties = sides->sources;
        return;
    }
    if (!trigger->is_noun || coding->parties.n < 2) return;
    bool is_party =
        sides->sources.n == 0 || pl_event_actors_have(&coding->parties, sides->sources.entities[0]);
    if (!is_party) return;
    sides->sources = coding->parties;
    for (uint32_t i = 0; i < sides->sources.n; i++)
        sides->sources.toks[i] = -1;
}

/* Events. --------------------------------------------------------------------------------------*/

/* The noun phrase headed by `tok`, from its first word, with the name that it is part of; a phrase
 * that is no entity goes on to its last word ("the death of a miner"). */
static PlSpan phrase_span(const PlEventText *text, int32_t entity, int32_t tok)
{
    if (tok < 0) return (PlSpan){0};
    uint32_t head = (uint32_t)tok;
    uint32_t first = text->left_tok[head];
    if (first < head && head - first > MAX_PHRASE_TOKS) first = head - MAX_PHRASE_TOKS;
    uint32_t end = head + 1;
    int32_t mention = text->mentions->mention_of_tok[head];
    if (entity < 0 && text->right_tok[head] >= end && text->right_tok[head] < end + MAX_PHRASE_TOKS)
        end = text->right_tok[head] + 1;
    if (mention >= 0) {
        const PlMention *named = &text->mentions->mentions.items[mention];
        if (named->first_tok < first) first = named->first_tok;
        if (named->end_tok > end) end = named->end_tok;
    }
    return pl_tokens_span(text->tokens, first, end);
}

/* The country that a phrase names or lies in: "rebels in the east of Chad". */
static PlSlice country_in(const PlEventText *text, uint32_t head)
{
    uint32_t last = text->right_tok[head];
    if (last > head + MAX_PHRASE_TOKS) last = head + MAX_PHRASE_TOKS;
    for (uint32_t at = text->left_tok[head]; at <= last; at++) {
        int32_t entity = pl_event_entity_at(text, at);
        if (entity < 0 || text->syntax->upos[at] == PL_UPOS_VERB) continue;
        PlSlice country = text->mentions->entities.items[entity].country;
        if (country.len) return country;
    }
    return (PlSlice){0};
}

/* The actor's code. A role without a country ("the rebels", "President Omari") has that of its
 * phrase, else of the place where it acts, else of whom it acts on or is acted on by. */
static PlSlice actor_code(const PlEventText *text, int32_t entity, int32_t tok, int32_t place,
                          PlSlice opposite)
{
    if (entity < 0) return (PlSlice){0};
    const PlEntity *row = &text->mentions->entities.items[entity];
    if (row->country.len) return row->code.len ? row->code : row->country;
    bool is_role =
        row->type == PL_ENTITY_PER || row->type == PL_ENTITY_ORG || row->type == PL_ENTITY_NORP;
    if (!is_role || has_world_code(row->code)) return row->code;
    PlSlice country = tok >= 0 ? country_in(text, (uint32_t)tok) : (PlSlice){0};
    if (!country.len && place >= 0) country = text->mentions->entities.items[place].country;
    if (!country.len && row->code.len) country = opposite;
    if (!country.len) return row->code;
    char *code = pl_arena_array(text->arena, char, country.len + row->code.len);
    memcpy(code, country.ptr, country.len);
    if (row->code.len) memcpy(code + country.len, row->code.ptr, row->code.len);
    return (PlSlice){code, country.len + row->code.len};
}

/* The country of the first actor that has one. */
static PlSlice country_of(const PlEventText *text, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++) {
        if (actors->entities[i] < 0) continue;
        const PlEntity *row = &text->mentions->entities.items[actors->entities[i]];
        if (row->country.len && !has_world_code(row->country)) return row->country;
    }
    return (PlSlice){0};
}

static void put_actors(Coding *coding, int32_t event, PlEventSide side, const PlEventActors *actors,
                       PlSlice opposite)
{
    const PlEventText *text = &coding->text;
    int32_t place = coding->events->events.items[event].place;
    for (uint32_t i = 0; i < actors->n; i++) {
        PlEventActor *row = pl_vec_push(text->arena, &coding->events->actors);
        row->event = event;
        row->side = side;
        row->entity = actors->entities[i];
        row->span = phrase_span(text, row->entity, actors->toks[i]);
        row->code = actor_code(text, row->entity, actors->toks[i], place, opposite);
    }
}

/* The clause: from the verb's first word to its last, for a noun those of its verb. */
static PlSpan clause_span(const PlEventText *text, const Trigger *trigger)
{
    uint32_t verb = trigger->tok;
    for (uint32_t k = 0; k < MAX_CLIMB_TOKS; k++) {
        int32_t head = text->syntax->head_tok[verb];
        if (text->syntax->upos[verb] == PL_UPOS_VERB || head < 0) break;
        verb = (uint32_t)head;
    }
    uint32_t first = text->left_tok[verb] < trigger->tok ? text->left_tok[verb] : trigger->tok;
    uint32_t last = trigger->tok + trigger->n_toks - 1;
    if (text->right_tok[verb] > last) last = text->right_tok[verb];
    return pl_tokens_span(text->tokens, first, last + 1);
}

static bool is_political(const PlEventText *text, const Sides *sides)
{
    for (uint32_t i = 0; i < sides->sources.n; i++)
        if (is_political_actor(text, sides->sources.entities[i], sides->sources.toks[i]))
            return true;
    for (uint32_t i = 0; i < sides->targets.n; i++)
        if (is_political_actor(text, sides->targets.entities[i], sides->targets.toks[i]))
            return true;
    return false;
}

/* Where it happens, instead of those that are no entities. */
static void take_place(const PlEventText *text, uint32_t tok, PlEventActors *actors)
{
    int32_t at = pl_event_place_tok(text, tok);
    if (at < 0) return;
    actors->n = 0;
    pl_event_actors_add(actors, pl_event_entity_at(text, (uint32_t)at), at);
}

/* Who is who in the event; false: it is none. */
/* "after last month's invasion": a deed that is only named on the way, and not to whom it was done,
 * or to nobody that is known. */
static bool is_background(const PlEventText *text, const Trigger *trigger, const PlFrame *frame,
                          const Sides *sides)
{
    static const char *const words[] = {"REQUEST", "REJECT", "AGREE", "THREATEN", "ACCUSE", NULL};
    if (!trigger->is_noun || frame->form != PL_FORM_ACT || is_type(text, frame, words))
        return false;
    if (sides->sources.n == 0) return !has_country(text, &sides->targets);
    uint8_t deprel = text->syntax->deprel[trigger->tok + trigger->n_toks - 1];
    bool is_named = deprel == PL_DEPREL_obl || deprel == PL_DEPREL_nmod;
    return is_named && trigger->lender < 0 && sides->targets.n == 0;
}

static bool find_sides(Coding *coding, const Trigger *trigger, const PlFrame *frame, Sides *sides)
{
    const PlEventText *text = &coding->text;
    if (trigger->is_modal) {
        modal_sides(text, trigger, sides);
    } else if (trigger->is_noun) {
        noun_sides(text, trigger, frame, sides);
    } else {
        verb_sources(text, trigger, frame, &sides->sources);
        verb_targets(text, trigger, frame, &sides->sources, &sides->targets);
    }
    drop_places(text->mentions, &sides->sources);
    if (frame->form != PL_FORM_ACT) drop_places(text->mentions, &sides->targets);
    if (frame->form == PL_FORM_MUTUAL) {
        add_all(&sides->sources, &sides->targets);
        sides->targets.n = 0;
    }
    part_sides(sides);
    if (n_entities(&sides->targets) == 0 && frame->takes_place)
        take_place(text, trigger->tok, &sides->targets);
    if (sides->sources.n == 0 && frame->is_of_place)
        take_place(text, trigger->tok, &sides->sources);
    part_sides(sides);
    recall_parties(coding, trigger, frame, sides);
    bool is_lone_meeting =
        frame->form == PL_FORM_MUTUAL && trigger->is_noun && sides->sources.n < 2;
    sides->is_open = is_lone_meeting && frame->takes_party && trigger->lender < 0;
    if (is_lone_meeting) return sides->is_open;
    return is_met(text, frame, trigger->tok, sides) && is_political(text, sides) &&
           !is_background(text, trigger, frame, sides);
}

/* "would not meet them": of a cooperation a refusal, which has happened. */
static bool is_refusal(const PlEventText *text, const Trigger *trigger, const PlFrame *frame)
{
    const PlFrames *frames = text->model->frames;
    if (trigger->is_noun || frames->refusal < 0) return false;
    if (frames->codes[frame->code].quad > 2) return false;
    return pl_event_is_unwilling(text, trigger->tok);
}

/* An infinitive, a gerund or a clause without a tense of its own ("demanded that it leave"). */
static bool is_open_clause(const PlEventText *text, uint32_t tok)
{
    uint8_t xpos = text->syntax->xpos[tok];
    return xpos == PL_XPOS_VB || xpos == PL_XPOS_VBG || xpos == PL_XPOS_VBP;
}

/* Whether the frame of the word above takes what hangs on it as its content: what is demanded,
 * refused, promised, threatened, alleged, or what a protest is for. */
static bool takes_content(const PlEventText *text, const PlFrame *above, uint32_t below)
{
    static const char *const words[] = {"REQUEST", "REJECT", "AGREE", "THREATEN", NULL};
    static const char *const acts[] = {"ACCUSE", "PROTEST", NULL};
    if (is_type(text, above, words)) return true;
    return is_type(text, above, acts) && text->syntax->upos[below] == PL_UPOS_VERB &&
           is_open_clause(text, below);
}

/* "promised to send troops", "called for sanctions", "marched to demand a vote": what only is the
 * content of another event of the sentence is no event beside it. Words are, whatever comes of
 * them: "rejected the offer". */
static bool is_content(const Coding *coding, const Trigger *trigger, const PlFrame *frame)
{
    static const char *const words[] = {"REQUEST", "REJECT", "AGREE", "THREATEN", "ACCUSE", NULL};
    const PlEventText *text = &coding->text;
    bool is_word = trigger->is_noun && is_type(text, frame, words);
    uint32_t below = trigger->tok;
    for (uint32_t k = 0; k < MAX_CONTENT_CLIMB; k++) {
        uint8_t deprel = text->syntax->deprel[below];
        int32_t head = text->syntax->head_tok[below];
        if (head < 0 || deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_acl_relcl) return false;
        bool is_clause =
            deprel == PL_DEPREL_ccomp || deprel == PL_DEPREL_advcl || deprel == PL_DEPREL_parataxis;
        if (is_clause && !is_open_clause(text, below)) return false;
        int32_t above = coding->frame_at[head];
        if (above >= 0 && deprel != PL_DEPREL_conj)
            return !is_word && takes_content(text, frame_at(text, above), below);
        below = (uint32_t)head;
    }
    return false;
}

/* "ordered an attack": what a verb of little meaning of its own lends its subject to. */
static bool lends_to_event(const PlEventText *text, const Trigger *trigger)
{
    if (trigger->is_noun || trigger->n_toks > 1 ||
        !(pl_event_cues(text->model, text->syntax->lemma[trigger->tok]) & PL_CUE_LENDS))
        return false;
    int32_t object = pl_event_object(text, trigger->tok);
    Trigger noun;
    return object >= 0 && text->syntax->deprel[object] != PL_DEPREL_nsubj &&
           find_noun(text, (uint32_t)object, &noun);
}

/* The first frame that needs no object and finds its actors: those that demand something first. */
static const PlFrame *frame_by_context(Coding *coding, const Trigger *trigger, Sides *sides)
{
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < trigger->frames->n; i++) {
            const PlFrame *frame = frame_at(&coding->text, trigger->frames->items[i]);
            bool demands = frame->near_kinds || frame->subject_kinds;
            if (demands != (pass == 0) || !is_evoked(&coding->text, trigger, frame)) continue;
            *sides = (Sides){0};
            if (find_sides(coding, trigger, frame, sides)) return frame;
        }
    return NULL;
}

static void code_event(Coding *coding, const Trigger *trigger)
{
    const PlEventText *text = &coding->text;
    int32_t object = -1;
    const PlFrame *frame = NULL;
    if (trigger->object >= 0)
        frame = frame_of_object(text, trigger->frames, (uint32_t)trigger->object);
    else if (!trigger->is_noun)
        frame = frame_by_object(text, trigger, &object);
    Sides sides = {0};
    if (!frame || !find_sides(coding, trigger, frame, &sides)) {
        object = -1;
        frame = lends_to_event(text, trigger) ? NULL : frame_by_context(coding, trigger, &sides);
        if (!frame) return;
    }
    if (is_content(coding, trigger, frame)) return;
    coding->coded_object = object;
    coding->frame_at[trigger->tok] = (int32_t)(frame - text->model->frames->frames.items);
    /* What hangs on the verb that lends, or on the noun that a participle was read to describe,
     * hangs on the event. */
    int32_t head = text->syntax->head_tok[trigger->tok];
    bool describes = text->syntax->deprel[trigger->tok] == PL_DEPREL_amod && !trigger->is_noun;
    int32_t also = trigger->lender >= 0 ? trigger->lender : describes ? head : -1;
    if (also >= 0 && coding->frame_at[also] < 0)
        coding->frame_at[also] = coding->frame_at[trigger->tok];

    int32_t time = pl_event_time(text, trigger->tok);
    PlEventStatus status = pl_event_status(text, trigger->tok, time);
    if (status == PL_EVENT_NEGATED && is_refusal(text, trigger, frame)) {
        frame = frame_at(text, text->model->frames->refusal);
        status = PL_EVENT_ACTUAL;
    }
    const PlEventCode *code = &text->model->frames->codes[frame->code];
    PlEvent *event = pl_vec_push(text->arena, &coding->events->events);
    event->span = clause_span(text, trigger);
    event->trigger = pl_tokens_span(text->tokens, trigger->tok, trigger->tok + trigger->n_toks);
    event->frame = frame->name;
    event->plover = code->plover;
    event->mode = code->mode;
    event->cameo = code->cameo;
    event->quad = code->quad;
    event->goldstein = code->goldstein;
    event->status = trigger->is_modal ? PL_EVENT_ACTUAL : status;
    if (time >= 0) event->date = pl_event_iso_date(text->mentions->times.items[time].value);
    event->place = pl_event_place(text, trigger->tok);
    sides.frame = frame;
    *pl_vec_push(text->arena, &coding->sides) = sides;
}

/* The other party. -----------------------------------------------------------------------------*/

/* Two parties that the report tells to talk with each other, and how often. */
typedef struct Pair {
    int32_t parties[2];
    uint32_t n_votes;
} Pair;

enum { MAX_PAIRS = 16, VOTES_OF_TALKS = 2, LEAST_VOTES = 3 };

/* The parties among the actors; more than `most` are as good as none. */
static uint32_t parties_of(const Coding *coding, const PlEventActors *actors, uint32_t most,
                           int32_t *parties)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < actors->n; i++) {
        int32_t entity = actors->entities[i];
        /* A city where they meet is no party. */
        bool is_place = pl_event_is_mere_place(coding->text.mentions, entity);
        int32_t party = entity < 0 || is_place ? -1 : coding->party_of[entity];
        bool is_known = party < 0;
        for (uint32_t k = 0; k < n; k++)
            is_known |= parties[k] == party;
        if (is_known) continue;
        if (n == most) return 0;
        parties[n++] = party;
    }
    return n;
}

static void vote(Pair *pairs, uint32_t *n_pairs, const int32_t *parties, uint32_t n_votes)
{
    int32_t low = parties[0] < parties[1] ? parties[0] : parties[1];
    int32_t high = parties[0] < parties[1] ? parties[1] : parties[0];
    uint32_t at = 0;
    while (at < *n_pairs && (pairs[at].parties[0] != low || pairs[at].parties[1] != high))
        at++;
    if (at == MAX_PAIRS) return;
    if (at == *n_pairs) pairs[(*n_pairs)++] = (Pair){{low, high}, 0};
    pairs[at].n_votes += n_votes;
}

/* The two parties of an event: both sources of a meeting, or a source and a target. */
static bool two_parties(const Coding *coding, const Sides *sides, int32_t *parties)
{
    if (sides->frame->form == PL_FORM_MUTUAL)
        return parties_of(coding, &sides->sources, 2, parties) == 2;
    return parties_of(coding, &sides->sources, 1, parties) == 1 &&
           parties_of(coding, &sides->targets, 1, parties + 1) == 1 && parties[0] != parties[1];
}

/* The two whom the report is about: between whom most of its events are, talks above all, and whom
 * it speaks of most; false: there are none. */
static bool find_pair(const Coding *coding, Pair *best)
{
    Pair pairs[MAX_PAIRS];
    uint32_t n_pairs = 0;
    for (uint32_t i = 0; i < coding->events->events.n; i++) {
        const PlEvent *event = &coding->events->events.items[i];
        int32_t parties[2];
        if (two_parties(coding, &coding->sides.items[i], parties))
            vote(pairs, &n_pairs, parties, pl_slice_is(event->cameo, "046") ? VOTES_OF_TALKS : 1);
    }
    *best = (Pair){0};
    for (uint32_t i = 0; i < n_pairs; i++) {
        uint32_t first = coding->n_mentions[pairs[i].parties[0]];
        uint32_t second = coding->n_mentions[pairs[i].parties[1]];
        pairs[i].n_votes *= first < second ? first : second;
        if (pairs[i].n_votes > best->n_votes) *best = pairs[i];
    }
    return best->n_votes >= LEAST_VOTES;
}

/* Places and phrases are no parties. */
static bool names_party(const PlMentions *mentions, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++)
        if (actors->entities[i] >= 0 && !pl_event_is_mere_place(mentions, actors->entities[i]))
            return true;
    return false;
}

/* "Kyiv demands a ceasefire" of whom it negotiates with; who hosts talks hosts both. */
static void add_other_party(const Coding *coding, const Pair *pair, Sides *sides)
{
    const PlMentions *mentions = coding->text.mentions;
    if (!sides->frame->takes_party || names_party(mentions, &sides->targets)) return;
    int32_t party = -1;
    if (parties_of(coding, &sides->sources, 1, &party) != 1) return;
    bool is_host = sides->frame->form == PL_FORM_HOST;
    bool is_one = pair->parties[0] == party || pair->parties[1] == party;
    if (!is_one && !is_host) return;
    PlEventActors *side = sides->frame->form == PL_FORM_MUTUAL ? &sides->sources : &sides->targets;
    if (side == &sides->targets) side->n = 0;
    for (uint32_t i = 0; i < 2; i++)
        if (pair->parties[i] != party) pl_event_actors_add(side, pair->parties[i], -1);
}

/* "the talks" are between the two, unless they are said to be another's. */
static bool fill_open(const Coding *coding, const Pair *pair, Sides *sides)
{
    int32_t party = -1;
    uint32_t n = parties_of(coding, &sides->sources, 1, &party);
    if (n == 1 && party != pair->parties[0] && party != pair->parties[1]) return false;
    if (n == 0) sides->sources.n = 0;
    for (uint32_t i = 0; i < 2; i++)
        if (n == 0 || pair->parties[i] != party)
            pl_event_actors_add(&sides->sources, pair->parties[i], -1);
    return true;
}

/* Talks of nobody are left out: events and their sides close up. */
static void drop_open(Coding *coding, const Pair *pair)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < coding->events->events.n; i++) {
        Sides *sides = &coding->sides.items[i];
        if (sides->is_open && (!pair || !fill_open(coding, pair, sides))) continue;
        coding->events->events.items[n] = coding->events->events.items[i];
        coding->sides.items[n++] = *sides;
    }
    coding->events->events.n = coding->sides.n = n;
}

static void put_all_actors(Coding *coding)
{
    Pair pair;
    bool has_pair = find_pair(coding, &pair);
    drop_open(coding, has_pair ? &pair : NULL);
    for (uint32_t i = 0; i < coding->events->events.n; i++) {
        Sides *sides = &coding->sides.items[i];
        if (has_pair) add_other_party(coding, &pair, sides);
        put_actors(coding, (int32_t)i, PL_EVENT_SOURCE, &sides->sources,
                   country_of(&coding->text, &sides->targets));
        put_actors(coding, (int32_t)i, PL_EVENT_TARGET, &sides->targets,
                   country_of(&coding->text, &sides->sources));
    }
}

/* Names and times hold words of events without telling of any: "Victory March", "in March". */
static bool is_name(const PlEventText *text, uint32_t tok)
{
    int32_t mention = text->mentions->mention_of_tok[tok];
    return mention >= 0 && text->mentions->mentions.items[mention].kind == PL_MENTION_NAME;
}

static bool find_verb(const PlEventText *text, uint32_t tok, Trigger *trigger)
{
    uint8_t upos = text->syntax->upos[tok];
    if (upos != PL_UPOS_VERB && upos != PL_UPOS_ADJ && upos != PL_UPOS_AUX && upos != PL_UPOS_ADP)
        return false;
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->verbs, text->tokens, text->syntax, tok);
    if (hit.row < 0) return false;
    /* "the proposed visit": a participle before its noun is no clause. */
    bool is_bare = upos != PL_UPOS_VERB && upos != PL_UPOS_AUX;
    if (hit.n_toks < 2 && (is_bare || !pl_event_is_clause(text, tok))) return false;
    *trigger = (Trigger){.tok = tok,
                         .n_toks = hit.n_toks,
                         .frames = &frames->of_verb[hit.row],
                         .object = -1,
                         .lender = -1};
    return true;
}

/* "the release of prisoners": the noun and what it is done to. */
static bool find_nominal(const PlEventText *text, uint32_t tok, Trigger *trigger)
{
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->nominals, text->tokens, text->syntax, tok);
    if (hit.row < 0) return false;
    uint32_t last = tok + hit.n_toks - 1;
    *trigger = (Trigger){.tok = tok,
                         .n_toks = hit.n_toks,
                         .frames = &frames->of_nominal[hit.row],
                         .is_noun = true,
                         .object = pl_event_object_of_noun(text, last),
                         .lender = pl_event_lender(text, last)};
    return trigger->object >= 0 &&
           frame_of_object(text, trigger->frames, (uint32_t)trigger->object);
}

static bool find_noun(const PlEventText *text, uint32_t tok, Trigger *trigger)
{
    uint8_t upos = text->syntax->upos[tok];
    if (upos != PL_UPOS_NOUN && upos != PL_UPOS_ADJ && upos != PL_UPOS_PROPN) return false;
    if (find_nominal(text, tok, trigger)) return true;
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->nouns, text->tokens, text->syntax, tok);
    if (hit.row < 0) return false;
    uint32_t last = tok + hit.n_toks - 1;
    /* In "peace talks organiser" the talks only describe. */
    if (text->syntax->deprel[last] == PL_DEPREL_compound) return false;
    *trigger = (Trigger){.tok = tok,
                         .n_toks = hit.n_toks,
                         .frames = &frames->of_noun[hit.row],
                         .is_noun = true,
                         .object = -1,
                         .lender = pl_event_lender(text, last)};
    return true;
}

static bool find_modal(const PlEventText *text, uint32_t tok, Trigger *trigger)
{
    uint8_t upos = text->syntax->upos[tok];
    if (upos != PL_UPOS_AUX && upos != PL_UPOS_VERB) return false;
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->modals, text->tokens, text->syntax, tok);
    if (hit.row < 0 || text->syntax->deprel[tok] != PL_DEPREL_aux) return false;
    *trigger = (Trigger){.tok = tok,
                         .n_toks = hit.n_toks,
                         .frames = &frames->of_modal[hit.row],
                         .is_modal = true,
                         .object = -1,
                         .lender = -1};
    return true;
}

static bool is_discarded(const PlEventText *text, uint32_t sent)
{
    for (uint32_t tok = text->tokens->sent_first_tok[sent];
         tok < text->tokens->sent_first_tok[sent + 1]; tok++)
        if (pl_lexicon_match(text->model->discards, text->tokens, text->syntax, tok).row >= 0)
            return true;
    return false;
}

static bool is_in_time(Coding *coding, uint32_t tok)
{
    const PlMentions *mentions = coding->text.mentions;
    uint32_t byte = coding->text.tokens->start_byte[tok];
    while (coding->next_time < mentions->times.n &&
           mentions->times.items[coding->next_time].span.end_byte <= byte)
        coding->next_time++;
    return coding->next_time < mentions->times.n &&
           mentions->times.items[coding->next_time].span.start_byte <= byte;
}

static void code_sentence(Coding *coding, uint32_t sent)
{
    const PlEventText *text = &coding->text;
    const PlTokens *tokens = text->tokens;
    if (is_discarded(text, sent)) return;
    coding->coded_object = -1;

    for (uint32_t tok = tokens->sent_first_tok[sent]; tok < tokens->sent_first_tok[sent + 1];) {
        Trigger trigger = {0};
        /* The object that told what the verb means is told of with it: "broke off talks". */
        bool is_found = !is_in_time(coding, tok) && !is_name(text, tok) &&
                        coding->coded_object != (int32_t)tok &&
                        (find_modal(text, tok, &trigger) || find_verb(text, tok, &trigger) ||
                         find_noun(text, tok, &trigger));
        if (is_found) code_event(coding, &trigger);
        tok += is_found ? trigger.n_toks : 1;
    }
}

/* As pl_mentions_party_of, for all entities at once. */
static void find_parties(Coding *coding)
{
    const PlMentions *mentions = coding->text.mentions;
    uint32_t n = mentions->entities.n;
    PlSymbols countries = {0};
    PL_VEC(int32_t) states = {0}; /* by country: the first entity that is that state */
    coding->party_of = pl_arena_array(coding->text.arena, int32_t, n);
    coding->n_mentions = pl_arena_array(coding->text.arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const PlEntity *entity = &mentions->entities.items[i];
        if (!entity->is_state || !entity->country.len) continue;
        int32_t country = pl_symbols_intern(coding->text.arena, &countries, entity->country);
        if ((uint32_t)country == states.n) *pl_vec_push(coding->text.arena, &states) = (int32_t)i;
    }
    for (uint32_t i = 0; i < n; i++) {
        const PlEntity *entity = &mentions->entities.items[i];
        int32_t country = pl_symbols_find(&countries, entity->country);
        coding->n_mentions[i] = 0;
        coding->party_of[i] = entity->is_state                ? (int32_t)i
                              : country != PL_NO_SYMBOL       ? states.items[country]
                              : entity->type == PL_ENTITY_ORG ? (int32_t)i
                                                              : -1;
    }
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        int32_t entity = mentions->mentions.items[i].entity;
        if (entity >= 0 && coding->party_of[entity] >= 0)
            coding->n_mentions[coding->party_of[entity]]++;
    }
}

void pl_events_find(PlArena *arena, const PlEventModel *model, const PlArticle *article,
                    const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                    PlEvents *events)
{
    *events = (PlEvents){0};
    if (tokens->n_tokens == 0 || !mentions->mention_of_tok) return;
    Coding coding = {.text = {.arena = arena,
                              .model = model,
                              .article = article,
                              .tokens = tokens,
                              .syntax = syntax,
                              .mentions = mentions},
                     .events = events,
                     .coded_object = -1};
    pl_event_text_init(&coding.text);
    coding.frame_at = pl_arena_array(arena, int32_t, tokens->n_tokens);
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++)
        coding.frame_at[tok] = -1;
    find_parties(&coding);
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        code_sentence(&coding, sent);
    put_all_actors(&coding);
}
