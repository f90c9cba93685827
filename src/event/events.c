#include "event/events.h"

#include "event/event_parties.h"
#include "event/event_status.h"

const char *const pl_event_status_names[PL_N_EVENT_STATUSES] = {
    "actual", "planned", "hypothetical", "negated", "historical",
};
const char *const pl_event_side_names[PL_N_EVENT_SIDES] = {"source", "target"};

enum {
    MAX_CONTENT_CLIMB = 6, /* tokens from an event up to the one whose content it is */
    MAX_CLIMB_TOKS = 5     /* tokens from a noun up to its verb */
};

typedef struct Coding {
    PlEventText text;
    PlEvents *events;
    PlEventSidesList sides; /* by event */
    PlEventActors talkers;  /* of the last talks told of: who "the talks" are between */
    uint32_t next_time;     /* the first time that does not end before the token at hand */
    int32_t *frame_at;      /* [n_tokens] the frame coded there, -1 = none */
    int32_t coded_object;   /* the noun that gave the last verb its frame, -1 = none */
} Coding;

uint32_t pl_events_first_actor(const PlEvents *events, int32_t event)
{
    uint32_t low = 0;
    uint32_t high = events->actors.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (events->actors.items[middle].event < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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
        row->span = pl_event_phrase_span(text, row->entity, actors->toks[i]);
        row->code = pl_event_actor_code(text, row->entity, actors->toks[i], place, opposite);
    }
}

/* The clause: from the verb's first word to its last, for a noun those of its verb. */
static PlSpan clause_span(const PlEventText *text, const PlEventTrigger *trigger)
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

/* "would not meet them": of a cooperation a refusal, which has happened. */
static bool is_refusal(const PlEventText *text, const PlEventTrigger *trigger, const PlFrame *frame)
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
    if (pl_event_is_type(text, above, words)) return true;
    return pl_event_is_type(text, above, acts) && text->syntax->upos[below] == PL_UPOS_VERB &&
           is_open_clause(text, below);
}

/* "promised to send troops", "called for sanctions", "marched to demand a vote": what only is the
 * content of another event of the sentence is no event beside it. Words are, whatever comes of
 * them: "rejected the offer". */
static bool is_content(const Coding *coding, const PlEventTrigger *trigger, const PlFrame *frame)
{
    static const char *const words[] = {"REQUEST", "REJECT", "AGREE", "THREATEN", "ACCUSE", NULL};
    const PlEventText *text = &coding->text;
    bool is_word = trigger->is_noun && pl_event_is_type(text, frame, words);
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
            return !is_word && takes_content(text, pl_event_frame(text, above), below);
        below = (uint32_t)head;
    }
    return false;
}

/* The first frame that needs no object and finds its actors: those that demand something first. */
static const PlFrame *frame_by_context(Coding *coding, const PlEventTrigger *trigger,
                                       PlEventSides *sides)
{
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < trigger->frames->n; i++) {
            const PlFrame *frame = pl_event_frame(&coding->text, trigger->frames->items[i]);
            bool demands = frame->near_kinds || frame->subject_kinds;
            if (demands != (pass == 0) || !pl_event_is_evoked(&coding->text, trigger, frame))
                continue;
            *sides = (PlEventSides){0};
            if (pl_event_find_sides(&coding->text, trigger, frame, &coding->talkers, sides))
                return frame;
        }
    return NULL;
}

static void code_event(Coding *coding, const PlEventTrigger *trigger)
{
    const PlEventText *text = &coding->text;
    int32_t object = -1;
    const PlFrame *frame = NULL;
    if (trigger->object >= 0)
        frame = pl_event_frame_of_object(text, trigger->frames, (uint32_t)trigger->object);
    else if (!trigger->is_noun)
        frame = pl_event_frame_by_object(text, trigger, &object);
    PlEventSides sides = {0};
    if (!frame || !pl_event_find_sides(&coding->text, trigger, frame, &coding->talkers, &sides)) {
        object = -1;
        frame = pl_event_lends(text, trigger) ? NULL : frame_by_context(coding, trigger, &sides);
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
        frame = pl_event_frame(text, text->model->frames->refusal);
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

static void put_all_actors(Coding *coding)
{
    const PlEventText *text = &coding->text;
    pl_event_settle_parties(text, coding->events, &coding->sides);
    for (uint32_t i = 0; i < coding->sides.n; i++) {
        const PlEventSides *sides = &coding->sides.items[i];
        put_actors(coding, (int32_t)i, PL_EVENT_SOURCE, &sides->sources,
                   pl_event_country_of(text, &sides->targets));
        put_actors(coding, (int32_t)i, PL_EVENT_TARGET, &sides->targets,
                   pl_event_country_of(text, &sides->sources));
    }
}

/* Names and times hold words of events without telling of any: "Victory March", "in March". */
static bool is_name(const PlEventText *text, uint32_t tok)
{
    int32_t mention = text->mentions->mention_of_tok[tok];
    return mention >= 0 && text->mentions->mentions.items[mention].kind == PL_MENTION_NAME;
}

static bool is_discarded(const PlEventText *text, uint32_t sent)
{
    for (uint32_t tok = text->tokens->sent_first_tok[sent];
         tok < text->tokens->sent_first_tok[sent + 1]; tok++) {
        const PlLexicon *discards = text->model->discards;
        int32_t row = pl_lexicon_match(discards, text->tokens, text->syntax, tok).row;
        if (row >= 0 &&
            !pl_slice_is(pl_lexicon_cell(discards, row, text->model->discard_field), "nature"))
            return true;
    }
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
        PlEventTrigger trigger = {0};
        /* The object that told what the verb means is told of with it: "broke off talks". */
        bool is_found =
            !is_in_time(coding, tok) && !is_name(text, tok) &&
            coding->coded_object != (int32_t)tok &&
            (pl_event_find_modal(text, tok, &trigger) || pl_event_find_verb(text, tok, &trigger) ||
             pl_event_find_noun(text, tok, &trigger));
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
                     .events = events,
                     .coded_object = -1};
    pl_event_text_init(&coding.text);
    coding.frame_at = pl_arena_array(arena, int32_t, tokens->n_tokens);
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++)
        coding.frame_at[tok] = -1;
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        code_sentence(&coding, sent);
    put_all_actors(&coding);
}
