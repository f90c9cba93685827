#include "event/event_trigger.h"

enum {
    MAX_OBJECT_TOKS = 7,  /* tokens behind a verb in which its object's kind is looked for */
    MAX_CONTEXT_TOKS = 25 /* tokens around a noun that can say which kind of strike it is */
};

const PlFrame *pl_event_frame(const PlEventText *text, int32_t frame)
{
    return &text->model->frames->frames.items[frame];
}

bool pl_event_is_type(const PlEventText *text, const PlFrame *frame, const char *const *types)
{
    PlSlice plover = text->model->frames->codes[frame->code].plover;
    for (uint32_t i = 0; types[i]; i++)
        if (pl_slice_is(plover, types[i])) return true;
    return false;
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
const PlFrame *pl_event_frame_of_object(const PlEventText *text, const PlFrameList *frames,
                                        uint32_t tok)
{
    uint64_t kinds = is_in_longer_noun(text, tok) ? 0 : kinds_of(text, tok);
    for (uint32_t i = 0; kinds && i < frames->n; i++)
        if (pl_event_frame(text, frames->items[i])->object_kinds & kinds)
            return pl_event_frame(text, frames->items[i]);
    return NULL;
}

static bool wants_object(const PlEventText *text, const PlFrameList *frames)
{
    for (uint32_t i = 0; i < frames->n; i++)
        if (pl_event_frame(text, frames->items[i])->object_kinds) return true;
    return false;
}

/* By the verb's object, or by a noun right behind the verb; *object is that noun. */
const PlFrame *pl_event_frame_by_object(const PlEventText *text, const PlEventTrigger *trigger,
                                        int32_t *object)
{
    if (!wants_object(text, trigger->frames)) return NULL;
    *object = pl_event_object(text, trigger->tok);
    const PlFrame *frame =
        *object >= 0 ? pl_event_frame_of_object(text, trigger->frames, (uint32_t)*object) : NULL;
    if (frame) return frame;
    /* "announced a cut of aid" announces no aid. */
    PlEventTrigger noun;
    if (*object >= 0 && pl_event_find_noun(text, (uint32_t)*object, &noun)) return NULL;
    uint32_t end = text->tokens->sent_first_tok[text->tokens->sent[trigger->tok] + 1];
    uint32_t from = trigger->tok + trigger->n_toks;
    for (uint32_t at = from; at < end && at < from + MAX_OBJECT_TOKS; at++) {
        uint8_t upos = text->syntax->upos[at];
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_PUNCT || upos == PL_UPOS_SCONJ) break;
        /* In "war games" the war only describes. */
        bool is_head = text->syntax->deprel[at] != PL_DEPREL_compound;
        if (is_head && (upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN))
            frame = pl_event_frame_of_object(text, trigger->frames, at);
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
bool pl_event_is_evoked(const PlEventText *text, const PlEventTrigger *trigger,
                        const PlFrame *frame)
{
    if (frame->near_kinds) return is_near(text, frame->near_kinds, trigger->tok);
    if (frame->subject_kinds) return has_subject_of(text, frame->subject_kinds, trigger->tok);
    if (frame->object_kinds && !trigger->is_noun) return false;
    static const char *const wishes[] = {"REQUEST", NULL};
    return trigger->is_noun || !pl_event_is_type(text, frame, wishes) ||
           !states_fact(text, trigger->tok);
}

bool pl_event_find_verb(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger)
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
    *trigger = (PlEventTrigger){.tok = tok,
                                .n_toks = hit.n_toks,
                                .frames = &frames->of_verb[hit.row],
                                .object = -1,
                                .lender = -1};
    return true;
}

/* "the release of prisoners": the noun and what it is done to. */
static bool find_nominal(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger)
{
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->nominals, text->tokens, text->syntax, tok);
    if (hit.row < 0) return false;
    uint32_t last = tok + hit.n_toks - 1;
    *trigger = (PlEventTrigger){.tok = tok,
                                .n_toks = hit.n_toks,
                                .frames = &frames->of_nominal[hit.row],
                                .is_noun = true,
                                .object = pl_event_object_of_noun(text, last),
                                .lender = pl_event_lender(text, last)};
    return trigger->object >= 0 &&
           pl_event_frame_of_object(text, trigger->frames, (uint32_t)trigger->object);
}

bool pl_event_find_noun(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger)
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
    *trigger = (PlEventTrigger){.tok = tok,
                                .n_toks = hit.n_toks,
                                .frames = &frames->of_noun[hit.row],
                                .is_noun = true,
                                .object = -1,
                                .lender = pl_event_lender(text, last)};
    return true;
}

bool pl_event_find_modal(const PlEventText *text, uint32_t tok, PlEventTrigger *trigger)
{
    uint8_t upos = text->syntax->upos[tok];
    if (upos != PL_UPOS_AUX && upos != PL_UPOS_VERB) return false;
    const PlFrames *frames = text->model->frames;
    PlLexiconHit hit = pl_lexicon_match(frames->modals, text->tokens, text->syntax, tok);
    if (hit.row < 0 || text->syntax->deprel[tok] != PL_DEPREL_aux) return false;
    *trigger = (PlEventTrigger){.tok = tok,
                                .n_toks = hit.n_toks,
                                .frames = &frames->of_modal[hit.row],
                                .is_modal = true,
                                .object = -1,
                                .lender = -1};
    return true;
}

/* "ordered an attack": what a verb of little meaning of its own lends its subject to. */
bool pl_event_lends(const PlEventText *text, const PlEventTrigger *trigger)
{
    if (trigger->is_noun || trigger->n_toks > 1 ||
        !(pl_event_cues(text->model, text->syntax->lemma[trigger->tok]) & PL_CUE_LENDS))
        return false;
    int32_t object = pl_event_object(text, trigger->tok);
    PlEventTrigger noun;
    return object >= 0 && text->syntax->deprel[object] != PL_DEPREL_nsubj &&
           pl_event_find_noun(text, (uint32_t)object, &noun);
}
