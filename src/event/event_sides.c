#include "event/event_sides.h"

#include "event/event_status.h"

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

static bool has_target_place(const PlEventText *text, const PlEventSides *sides)
{
    for (uint32_t i = 0; i < sides->targets.n; i++) {
        int32_t entity = sides->targets.entities[i];
        if (entity >= 0 && text->mentions->entities.items[entity].type == PL_ENTITY_LOC &&
            !is_own_place(text->mentions, &sides->sources, entity))
            return true;
    }
    return false;
}

static bool is_met(const PlEventText *text, const PlFrame *frame, uint32_t tok,
                   const PlEventSides *sides)
{
    switch (frame->need) {
    case PL_NEED_TARGET:
        return pl_event_n_entities(&sides->sources) + pl_event_n_entities(&sides->targets) > 1;
    case PL_NEED_OBJECT:
        return pl_event_object(text, tok) >= 0 && pl_event_n_entities(&sides->sources) > 0 &&
               pl_event_n_entities(&sides->targets) > 0;
    case PL_NEED_PLACE:
        return sides->sources.n > 0 && has_target_place(text, sides);
    case PL_NEED_NOTHING:
        break;
    }
    return pl_event_n_entities(&sides->sources) + pl_event_n_entities(&sides->targets) > 0;
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

/* "a cyclone struck Fiji" */
static bool is_of_nature(const PlEventText *text, const PlEventTrigger *trigger)
{
    int32_t subject = trigger->is_noun ? -1 : pl_event_subject(text, trigger->tok);
    return subject >= 0 &&
           pl_lexicon_match(text->model->discards, text->tokens, text->syntax, (uint32_t)subject)
                   .row >= 0;
}

static void verb_sources(const PlEventText *text, const PlEventTrigger *trigger,
                         const PlFrame *frame, PlEventActors *sources)
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
    if (sources->n == 0 && subject < 0 && !pl_event_is_passive(text, trigger->tok))
        pl_event_nearest(text, trigger->tok, 1, false, sources);
}

static void verb_targets(const PlEventText *text, const PlEventTrigger *trigger,
                         const PlFrame *frame, const PlEventActors *sources, PlEventActors *targets)
{
    uint32_t last = trigger->tok + trigger->n_toks - 1;
    int32_t object = pl_event_object(text, trigger->tok);
    /* "gave Chad a deadline" */
    int32_t receiver = pl_event_child(text, trigger->tok, PL_DEPREL_iobj);
    if (receiver >= 0 && receiver != object)
        pl_event_phrase_actors(text, (uint32_t)receiver, sources, targets);
    if (targets->n == 0 && object >= 0 && (frame->takes_object || frame->n_prepositions))
        add_object(text, frame, (uint32_t)object, sources, targets);
    if (!pl_event_has_country(text, targets)) {
        PlEventActors behind = {0};
        pl_event_behind(text, frame, trigger->tok, true, sources, &behind);
        if (behind.n == 0 && last != trigger->tok)
            pl_event_behind(text, frame, last, true, sources, &behind);
        /* "offered its troops to Chad" */
        bool is_better = pl_event_has_country(text, &behind) || targets->n == 0 ||
                         (pl_event_n_entities(&behind) > 0 && pl_event_n_entities(targets) == 0);
        if (is_better) *targets = behind;
    }
    if (!pl_event_has_country(text, targets) && frame->takes_clause) {
        PlEventActors below = {0};
        pl_event_in_clause(text, trigger->tok, sources, &below);
        if (pl_event_has_country(text, &below) ||
            (below.n > 0 && pl_event_n_entities(targets) == 0))
            *targets = below;
    }
    if (targets->n == 0 && frame->takes_object && object < 0 &&
        !pl_event_is_passive(text, trigger->tok))
        pl_event_nearest(text, trigger->tok, trigger->n_toks, true, targets);
}

/* An entity cannot be on both sides; the source's place stands. */
static void part_sides(PlEventSides *sides)
{
    PlEventActors targets = {0};
    for (uint32_t i = 0; i < sides->targets.n; i++)
        if (!pl_event_actors_have(&sides->sources, sides->targets.entities[i]))
            pl_event_actors_add(&targets, sides->targets.entities[i], sides->targets.toks[i]);
    sides->targets = targets;
}

/* "Peru said that Chile must pay": who says so, and who must. */
static void modal_sides(const PlEventText *text, const PlEventTrigger *trigger, PlEventSides *sides)
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

static void noun_sides(const PlEventText *text, const PlEventTrigger *trigger, const PlFrame *frame,
                       PlEventSides *sides)
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
    if (pl_event_n_entities(&sides->targets) == 0) {
        /* "opened an inquiry into the leak": what it is about, in its own words. */
        PlEventActors behind = {0};
        pl_event_behind(text, frame, last, true, &sides->sources, &behind);
        if (behind.n) sides->targets = behind;
    }
}

/* "the talks" with nobody named are between those last told of. */
static void recall_parties(const PlEventText *text, PlEventActors *talkers,
                           const PlEventTrigger *trigger, const PlFrame *frame, PlEventSides *sides)
{
    bool are_talks = pl_slice_is(text->model->frames->codes[frame->code].cameo, "046");
    if (frame->form != PL_FORM_MUTUAL || !are_talks) return;
    if (pl_event_n_entities(&sides->sources) >= 2) {
        *talkers = sides->sources;
        return;
    }
    if (!trigger->is_noun || talkers->n < 2) return;
    bool is_party =
        sides->sources.n == 0 || pl_event_actors_have(talkers, sides->sources.entities[0]);
    if (!is_party) return;
    sides->sources = *talkers;
    for (uint32_t i = 0; i < sides->sources.n; i++)
        sides->sources.toks[i] = -1;
}

static bool is_political(const PlEventText *text, const PlEventSides *sides)
{
    for (uint32_t i = 0; i < sides->sources.n; i++)
        if (pl_event_is_political(text, sides->sources.entities[i], sides->sources.toks[i]))
            return true;
    for (uint32_t i = 0; i < sides->targets.n; i++)
        if (pl_event_is_political(text, sides->targets.entities[i], sides->targets.toks[i]))
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
static bool is_background(const PlEventText *text, const PlEventTrigger *trigger,
                          const PlFrame *frame, const PlEventSides *sides)
{
    static const char *const words[] = {"REQUEST", "REJECT", "AGREE", "THREATEN", "ACCUSE", NULL};
    if (!trigger->is_noun || frame->form != PL_FORM_ACT || pl_event_is_type(text, frame, words))
        return false;
    if (sides->sources.n == 0) return !pl_event_has_country(text, &sides->targets);
    uint8_t deprel = text->syntax->deprel[trigger->tok + trigger->n_toks - 1];
    bool is_named = deprel == PL_DEPREL_obl || deprel == PL_DEPREL_nmod;
    return is_named && trigger->lender < 0 && sides->targets.n == 0;
}

bool pl_event_find_sides(const PlEventText *text, const PlEventTrigger *trigger,
                         const PlFrame *frame, PlEventActors *talkers, PlEventSides *sides)
{
    if (is_of_nature(text, trigger)) return false;
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
    if (pl_event_n_entities(&sides->targets) == 0 && frame->takes_place)
        take_place(text, trigger->tok, &sides->targets);
    if (sides->sources.n == 0 && frame->is_of_place)
        take_place(text, trigger->tok, &sides->sources);
    part_sides(sides);
    recall_parties(text, talkers, trigger, frame, sides);
    bool is_lone_meeting =
        frame->form == PL_FORM_MUTUAL && trigger->is_noun && sides->sources.n < 2;
    sides->is_open = is_lone_meeting && frame->takes_party && trigger->lender < 0;
    if (is_lone_meeting) return sides->is_open;
    return is_met(text, frame, trigger->tok, sides) && is_political(text, sides) &&
           !is_background(text, trigger, frame, sides);
}
