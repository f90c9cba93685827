#include "event/events.h"

#include "event/event_status.h"

const char *const pl_event_status_names[PL_N_EVENT_STATUSES] = {
    "actual", "planned", "hypothetical", "negated", "historical",
};
const char *const pl_event_side_names[PL_N_EVENT_SIDES] = {"source", "target"};

enum {
    MAX_OBJECT_TOKS = 7,   /* tokens behind a verb in which its object's kind is looked for */
    MAX_CONTEXT_TOKS = 25, /* tokens around a noun that can say which kind of strike it is */
    MAX_COMPOUND_TOKS = 5,
    MAX_PHRASE_TOKS = 12 /* tokens before the head of an actor's phrase that are shown */
};

typedef struct Coding {
    PlEventText text;
    PlEvents *events;
    uint32_t next_time;    /* the first time that does not end before the token at hand */
    PlEventActors parties; /* of the last talks told of: who "the talks" are between */
} Coding;

typedef struct Trigger {
    uint32_t tok;
    uint32_t n_toks;
    const PlEventRule *rule;
    bool is_noun;
} Trigger;

static bool has_code(const PlMentions *mentions, int32_t entity)
{
    const PlEntity *row = &mentions->entities.items[entity];
    return row->code.len > 0 || row->country.len > 0 || row->is_state ||
           row->type == PL_ENTITY_ORG || row->type == PL_ENTITY_PER || row->type == PL_ENTITY_NORP;
}

/* Codes. ---------------------------------------------------------------------------------------*/

static int32_t choice_of(const PlEventText *text, const PlEventRule *rule, uint32_t tok)
{
    uint32_t kinds = pl_event_kinds(text->model, text->syntax->lemma[tok]);
    for (uint32_t i = 0; kinds && i < rule->n_choices; i++)
        if (rule->choices[i].kinds & kinds) return rule->choices[i].code;
    return -1;
}

/* The code by the verb's object, or by a listed noun right behind the verb. */
static int32_t code_by_object(const PlEventText *text, const Trigger *trigger)
{
    const PlEventRule *rule = trigger->rule;
    if (rule->n_choices == 0) return -1;
    int32_t object = pl_event_object(text, trigger->tok);
    int32_t code = object >= 0 ? choice_of(text, rule, (uint32_t)object) : -1;
    if (code >= 0) return code;
    uint32_t end = text->tokens->sent_first_tok[text->tokens->sent[trigger->tok] + 1];
    uint32_t from = trigger->tok + trigger->n_toks;
    for (uint32_t at = from; at < end && at < from + MAX_OBJECT_TOKS; at++) {
        uint8_t upos = text->syntax->upos[at];
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_PUNCT || upos == PL_UPOS_SCONJ) break;
        if (upos == PL_UPOS_NOUN) code = choice_of(text, rule, at);
        if (code >= 0) return code;
    }
    return -1;
}

static int32_t code_by_subject(const PlEventText *text, const Trigger *trigger)
{
    int32_t subject = pl_event_child(text, trigger->tok, PL_DEPREL_nsubj);
    return subject >= 0 ? choice_of(text, trigger->rule, (uint32_t)subject) : -1;
}

static int32_t code_by_context(const PlEventText *text, const Trigger *trigger)
{
    if (trigger->rule->n_choices == 0) return -1;
    uint32_t sent = text->tokens->sent[trigger->tok];
    uint32_t first = text->tokens->sent_first_tok[sent];
    uint32_t end = text->tokens->sent_first_tok[sent + 1];
    if (trigger->tok - first > MAX_CONTEXT_TOKS) first = trigger->tok - MAX_CONTEXT_TOKS;
    for (uint32_t at = first; at < end && at < trigger->tok + MAX_CONTEXT_TOKS; at++) {
        int32_t code = at == trigger->tok ? -1 : choice_of(text, trigger->rule, at);
        if (code >= 0) return code;
    }
    return -1;
}

static int32_t code_of(const PlEventText *text, const Trigger *trigger)
{
    int32_t code = trigger->is_noun                           ? code_by_context(text, trigger)
                   : trigger->rule->needs == PL_NEEDS_SUBJECT ? code_by_subject(text, trigger)
                                                              : code_by_object(text, trigger);
    return code >= 0 ? code : trigger->rule->code;
}

/* Actors. --------------------------------------------------------------------------------------*/

typedef struct Sides {
    PlEventActors sources;
    PlEventActors targets;
} Sides;

static void drop_places(const PlMentions *mentions, PlEventActors *actors)
{
    PlEventActors kept = {0};
    for (uint32_t i = 0; i < actors->n; i++)
        if (!pl_event_is_mere_place(mentions, actors->entities[i]))
            pl_event_actors_add(&kept, actors->entities[i], actors->toks[i]);
    *actors = kept;
}

static void join_sides(Sides *sides)
{
    for (uint32_t i = 0; i < sides->targets.n; i++)
        pl_event_actors_add(&sides->sources, sides->targets.entities[i], sides->targets.toks[i]);
    sides->targets.n = 0;
}

static bool is_own_place(const PlMentions *mentions, const PlEventActors *sources, int32_t place)
{
    const PlEntity *target = &mentions->entities.items[place];
    for (uint32_t i = 0; i < sources->n; i++) {
        const PlEntity *source = &mentions->entities.items[sources->entities[i]];
        if (target->country.len && pl_slice_equal(source->country, target->country)) return true;
    }
    return false;
}

static bool has_target_place(const PlEventText *text, const Sides *sides)
{
    for (uint32_t i = 0; i < sides->targets.n; i++) {
        int32_t entity = sides->targets.entities[i];
        if (text->mentions->entities.items[entity].type == PL_ENTITY_LOC &&
            !is_own_place(text->mentions, &sides->sources, entity))
            return true;
    }
    return false;
}

static bool is_met(const PlEventText *text, const Trigger *trigger, const Sides *sides)
{
    switch (trigger->rule->needs) {
    case PL_NEEDS_TARGET:
        return sides->sources.n + sides->targets.n > 1;
    case PL_NEEDS_PLACE:
        return sides->sources.n > 0 && has_target_place(text, sides);
    case PL_NEEDS_NOTHING:
    case PL_NEEDS_OBJECT:
    case PL_NEEDS_SUBJECT:
        break;
    }
    return sides->sources.n + sides->targets.n > 0;
}

static void verb_sides(const PlEventText *text, const Trigger *trigger, Sides *sides)
{
    const PlEventRule *rule = trigger->rule;
    pl_event_subject(text, trigger->tok, &sides->sources);
    bool is_passive = pl_event_is_passive(text, trigger->tok);
    if (sides->sources.n == 0 && !is_passive)
        pl_event_nearest(text, trigger->tok, 1, false, &sides->sources);
    if (rule->takes_object) {
        int32_t object = pl_event_object(text, trigger->tok);
        if (object >= 0) {
            pl_event_phrase_actors(text, (uint32_t)object, &sides->targets);
            if (sides->targets.n == 0)
                pl_event_behind(text, rule, (uint32_t)object, &sides->targets);
        }
    }
    if (sides->targets.n == 0)
        pl_event_behind(text, rule, trigger->tok + trigger->n_toks - 1, &sides->targets);
    if (sides->targets.n == 0 && rule->takes_object && !is_passive)
        pl_event_nearest(text, trigger->tok, trigger->n_toks, true, &sides->targets);
}

/* "the Kenya-Uganda talks", "Peru's invasion", "Danish sanctions": who stands before the noun. */
static void add_owners(const PlEventText *text, const Trigger *trigger, PlEventActors *owners)
{
    uint32_t first = text->tokens->sent_first_tok[text->tokens->sent[trigger->tok]];
    const PlMentions *mentions = text->mentions;
    for (uint32_t k = 1; k <= MAX_COMPOUND_TOKS && trigger->tok >= first + k; k++) {
        uint32_t at = trigger->tok - k;
        uint8_t upos = text->syntax->upos[at];
        bool is_inside = upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || upos == PL_UPOS_ADJ ||
                         upos == PL_UPOS_PART || pl_slice_is(text->tokens->form[at], "-") ||
                         pl_slice_is(text->tokens->form[at], "\u2013") ||
                         text->syntax->xpos[at] == PL_XPOS_POS ||
                         text->syntax->xpos[at] == PL_XPOS_PRPS || upos == PL_UPOS_NUM;
        if (!is_inside) break;
        int32_t mention = mentions->mention_of_tok[at];
        if (mention < 0) continue;
        int32_t entity = mentions->mentions.items[mention].entity;
        if (entity >= 0 && mentions->entities.items[entity].type != PL_ENTITY_MISC)
            pl_event_actors_add(owners, entity, at);
    }
}

/* The verb that a nominal event is object of lends its subject: "they held talks". */
static void governing_subject(const PlEventText *text, uint32_t noun, PlEventActors *actors)
{
    int32_t head = text->syntax->head_tok[noun];
    uint8_t deprel = text->syntax->deprel[noun];
    if (head < 0 || text->syntax->upos[head] != PL_UPOS_VERB) return;
    if (deprel != PL_DEPREL_obj && deprel != PL_DEPREL_obl) return;
    pl_event_subject(text, (uint32_t)head, actors);
}

static void by_sides(const PlEventText *text, const Trigger *trigger, Sides *sides)
{
    static const PlEventRule by = {.prepositions = {PL_LIT("by"), PL_LIT("from")},
                                   .n_prepositions = 2};
    PlEventActors agents = {0};
    pl_event_behind(text, &by, trigger->tok, &agents);
    for (uint32_t i = 0; i < agents.n; i++)
        pl_event_actors_add(&sides->sources, agents.entities[i], agents.toks[i]);
}

static void noun_sides(const PlEventText *text, const Trigger *trigger, Sides *sides)
{
    add_owners(text, trigger, &sides->sources);
    if (trigger->rule->frame != PL_FRAME_MUTUAL) by_sides(text, trigger, sides);
    pl_event_behind(text, trigger->rule, trigger->tok + trigger->n_toks - 1, &sides->targets);
    bool is_joint =
        trigger->rule->frame == PL_FRAME_MUTUAL && sides->sources.n + sides->targets.n > 1;
    if (sides->sources.n == 0 || (trigger->rule->frame == PL_FRAME_MUTUAL && !is_joint))
        governing_subject(text, trigger->tok, &sides->sources);
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

/* "the talks" with nobody named are between those last told of. */
static void recall_parties(Coding *coding, const Trigger *trigger, const PlEventCode *code,
                           Sides *sides)
{
    if (trigger->rule->frame != PL_FRAME_MUTUAL || !pl_slice_is(code->cameo, "046")) return;
    if (sides->sources.n >= 2) {
        coding->parties = sides->sources;
        return;
    }
    if (!trigger->is_noun || coding->parties.n < 2) return;
    bool is_party =
        sides->sources.n == 0 || pl_event_actors_have(&coding->parties, sides->sources.entities[0]);
    if (is_party) sides->sources = coding->parties;
}

/* Events. --------------------------------------------------------------------------------------*/

/* The noun phrase headed by `tok`, from its first word, with the name that it is part of. */
static PlSpan phrase_span(const PlEventText *text, uint32_t tok)
{
    uint32_t first = text->left_tok[tok];
    if (first < tok && tok - first > MAX_PHRASE_TOKS) first = tok - MAX_PHRASE_TOKS;
    uint32_t end = tok + 1;
    int32_t mention = text->mentions->mention_of_tok[tok];
    if (mention >= 0) {
        const PlMention *named = &text->mentions->mentions.items[mention];
        if (named->first_tok < first) first = named->first_tok;
        if (named->end_tok > end) end = named->end_tok;
    }
    return pl_tokens_span(text->tokens, first, end);
}

static void put_actors(Coding *coding, int32_t event, PlEventSide side, const PlEventActors *actors)
{
    const PlEventText *text = &coding->text;
    for (uint32_t i = 0; i < actors->n; i++) {
        PlEventActor *row = pl_vec_push(text->arena, &coding->events->actors);
        row->event = event;
        row->side = side;
        row->entity = actors->entities[i];
        row->span = phrase_span(text, actors->toks[i]);
        row->code = text->mentions->entities.items[row->entity].code;
    }
}

/* The clause: from the verb's first word to its last, for a noun those of its verb. */
static PlSpan clause_span(const PlEventText *text, const Trigger *trigger)
{
    uint32_t verb = trigger->tok;
    for (uint32_t k = 0; k < MAX_COMPOUND_TOKS; k++) {
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
        if (has_code(text->mentions, sides->sources.entities[i])) return true;
    for (uint32_t i = 0; i < sides->targets.n; i++)
        if (has_code(text->mentions, sides->targets.entities[i])) return true;
    return false;
}

static void code_event(Coding *coding, const Trigger *trigger)
{
    const PlEventText *text = &coding->text;
    int32_t row = code_of(text, trigger);
    if (row < 0) return;
    const PlEventCode *code = &text->model->codes[row];
    Sides sides = {0};
    if (trigger->is_noun)
        noun_sides(text, trigger, &sides);
    else
        verb_sides(text, trigger, &sides);
    drop_places(text->mentions, &sides.sources);
    if (trigger->rule->frame != PL_FRAME_ACT) drop_places(text->mentions, &sides.targets);
    if (trigger->rule->frame == PL_FRAME_MUTUAL) join_sides(&sides);
    part_sides(&sides);
    recall_parties(coding, trigger, code, &sides);
    bool is_lone_meeting =
        trigger->rule->frame == PL_FRAME_MUTUAL && trigger->is_noun && sides.sources.n < 2;
    if (is_lone_meeting || !is_met(text, trigger, &sides) || !is_political(text, &sides)) return;

    int32_t time = pl_event_time(text, trigger->tok);
    PlEvent *event = pl_vec_push(text->arena, &coding->events->events);
    event->span = clause_span(text, trigger);
    event->trigger = pl_tokens_span(text->tokens, trigger->tok, trigger->tok + trigger->n_toks);
    event->plover = code->plover;
    event->mode = code->mode;
    event->cameo = code->cameo;
    event->quad = code->quad;
    event->goldstein = code->goldstein;
    event->status = pl_event_status(text, trigger->tok, time);
    if (time >= 0) event->date = pl_event_iso_date(text->mentions->times.items[time].value);
    event->place = pl_event_place(text, trigger->tok);
    int32_t index = (int32_t)coding->events->events.n - 1;
    put_actors(coding, index, PL_EVENT_SOURCE, &sides.sources);
    put_actors(coding, index, PL_EVENT_TARGET, &sides.targets);
}

/* Names and times hold words of events without telling of any: "Victory March", "in March". */
static bool is_name(const PlEventText *text, uint32_t tok)
{
    int32_t mention = text->mentions->mention_of_tok[tok];
    return mention >= 0 && text->mentions->mentions.items[mention].kind == PL_MENTION_NAME;
}

static bool find_trigger(const PlEventText *text, uint32_t tok, Trigger *trigger)
{
    uint8_t upos = text->syntax->upos[tok];
    if (is_name(text, tok)) return false;
    PlLexiconHit hit = {-1, 0};
    if (upos == PL_UPOS_VERB || upos == PL_UPOS_ADJ || upos == PL_UPOS_AUX) {
        hit = pl_lexicon_match(text->model->verbs, text->tokens, text->syntax, tok);
        /* "the proposed visit": a participle before its noun is no clause. */
        if (upos == PL_UPOS_ADJ && hit.n_toks < 2) hit.row = -1;
        if (text->syntax->deprel[tok] == PL_DEPREL_amod && hit.n_toks < 2) hit.row = -1;
        if (hit.row >= 0) trigger->rule = &text->model->verb_rules[hit.row];
        trigger->is_noun = false;
    }
    if (hit.row < 0 && (upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN)) {
        hit = pl_lexicon_match(text->model->nouns, text->tokens, text->syntax, tok);
        if (hit.row >= 0) trigger->rule = &text->model->noun_rules[hit.row];
        /* In "peace talks organiser" the talks only describe. */
        if (hit.row >= 0 && text->syntax->deprel[tok + hit.n_toks - 1] == PL_DEPREL_compound)
            hit.row = -1;
        trigger->is_noun = true;
    }
    trigger->tok = tok;
    trigger->n_toks = hit.n_toks;
    return hit.row >= 0;
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
    const PlTokens *tokens = coding->text.tokens;
    if (is_discarded(&coding->text, sent)) return;
    for (uint32_t tok = tokens->sent_first_tok[sent]; tok < tokens->sent_first_tok[sent + 1];) {
        Trigger trigger = {0};
        bool is_found = !is_in_time(coding, tok) && find_trigger(&coding->text, tok, &trigger);
        if (is_found) code_event(coding, &trigger);
        tok += is_found ? trigger.n_toks : 1;
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
                     .events = events};
    pl_event_text_init(&coding.text);
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        code_sentence(&coding, sent);
}
