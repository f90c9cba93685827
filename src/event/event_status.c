#include "event/event_status.h"

#include "mention/calendar.h"

enum {
    MAX_CLIMB = 5,
    MAX_BEFORE = 6,     /* tokens before a trigger that can defer it */
    MAX_DENIAL = 4,     /* tokens before a trigger that can deny it */
    MAX_TIME_TOKS = 14, /* tokens between an event and its date */
    MAX_PLACE_TOKS = 12,
    DAYS_OF_A_ROUND = 180 /* what is older than this belongs to earlier rounds */
};

static uint32_t sent_first(const PlEventText *text, uint32_t tok)
{
    return text->tokens->sent_first_tok[text->tokens->sent[tok]];
}

/* What the words before the trigger, back to the clause's edge, say of it: bits of PlEventCue. */
static uint32_t read_signs(const PlEventText *text, uint32_t tok)
{
    const PlEventModel *model = text->model;
    uint32_t first = sent_first(text, tok);
    uint32_t signs = 0;
    for (uint32_t k = 1; k <= MAX_BEFORE && tok >= first + k; k++) {
        uint32_t at = tok - k;
        uint32_t cues = pl_event_cues(model, text->tokens->lower[at]);
        if (cues & PL_CUE_EDGE) break;
        if (k > MAX_DENIAL) cues &= ~(uint32_t)PL_CUE_NO;
        if (text->syntax->upos[at] != PL_UPOS_AUX)
            cues &= ~(uint32_t)(PL_CUE_MODAL | PL_CUE_FUTURE);
        signs |= cues;
        /* Another verb's signs are its own. */
        if (text->syntax->upos[at] == PL_UPOS_VERB && k > 1) break;
    }
    return signs;
}

/* "accused them of shelling": what stands below is said of them, not told. */
static bool is_alleged(const PlEventText *text, uint32_t tok)
{
    int32_t head = text->syntax->head_tok[tok];
    if (head < 0 || (uint32_t)head > tok || text->syntax->xpos[tok] != PL_XPOS_VBG) return false;
    return pl_event_cues(text->model, text->syntax->lemma[head]) & PL_CUE_ALLEGES;
}

/* The verb above denies, plans or only imagines what stands below: "failed to", "plan to". */
static PlEventStatus status_from_above(const PlEventText *text, uint32_t tok)
{
    if (is_alleged(text, tok)) return PL_EVENT_HYPOTHETICAL;
    bool is_infinitive = tok > 0 && pl_token_is(text->tokens, tok - 1, "to");
    if (!is_infinitive && text->syntax->upos[tok] != PL_UPOS_NOUN) return PL_EVENT_ACTUAL;
    int32_t at = text->syntax->head_tok[tok];
    for (uint32_t k = 0; k < MAX_CLIMB && at >= 0; k++, at = text->syntax->head_tok[at]) {
        uint32_t head = (uint32_t)at;
        /* In "failed talks" the word before only describes. */
        if (head > tok || tok - head > MAX_PLACE_TOKS || head + 1 == tok) continue;
        uint32_t cues = pl_event_cues(text->model, text->syntax->lemma[head]);
        if (cues & PL_CUE_DENIES) return PL_EVENT_NEGATED;
        if (cues & PL_CUE_PLANS) return PL_EVENT_PLANNED;
        if (cues & PL_CUE_IMAGINES) return PL_EVENT_HYPOTHETICAL;
    }
    return PL_EVENT_ACTUAL;
}

/* The conjunction that opens the clause: "if they meet", "until he resigns". */
static bool is_conditional(const PlEventText *text, uint32_t tok)
{
    int32_t at = (int32_t)tok;
    for (uint32_t k = 0; k < MAX_CLIMB && at >= 0; k++, at = text->syntax->head_tok[at]) {
        int32_t mark = pl_event_child(text, (uint32_t)at, PL_DEPREL_mark);
        if (mark >= 0 && (pl_event_cues(text->model, text->tokens->lower[mark]) & PL_CUE_OPENER))
            return true;
    }
    return false;
}

static int32_t year_of(PlSlice iso)
{
    if (iso.len < 4) return -1;
    int32_t year = 0;
    for (size_t i = 0; i < 4; i++) {
        if (iso.ptr[i] < '0' || iso.ptr[i] > '9') return -1;
        year = year * 10 + (iso.ptr[i] - '0');
    }
    return year;
}

static bool is_past(const PlEventText *text, int32_t time)
{
    if (time < 0) return false;
    PlSlice value = text->mentions->times.items[time].value;
    if (pl_slice_is(value, "PAST_REF")) return true;
    PlDay now;
    PlDay day;
    if (!pl_calendar_read(text->article->metadata.published, &now)) return false;
    if (pl_calendar_read(value, &day)) return day < now - DAYS_OF_A_ROUND;
    int32_t year = year_of(value);
    return year > 0 && year < pl_calendar_date(now).year;
}

static bool is_upcoming(const PlEventText *text, int32_t time)
{
    PlDay now;
    PlDay day;
    if (time < 0) return false;
    PlSlice value = text->mentions->times.items[time].value;
    return pl_slice_is(value, "FUTURE_REF") ||
           (pl_calendar_read(text->article->metadata.published, &now) &&
            pl_calendar_read(value, &day) && day > now);
}

/* "said that it would leave": what was "will" when it was said. */
static bool is_reported_future(const PlEventText *text, uint32_t tok)
{
    int32_t head = text->syntax->head_tok[tok];
    if (head < 0 || text->syntax->deprel[tok] != PL_DEPREL_ccomp) return false;
    if (text->syntax->xpos[head] != PL_XPOS_VBD && text->syntax->xpos[head] != PL_XPOS_VBN)
        return false;
    uint32_t k = 0;
    for (int32_t child = text->children.first[tok]; child >= 0 && k < MAX_BEFORE;
         child = text->children.next[child], k++)
        if (text->syntax->deprel[child] == PL_DEPREL_aux &&
            pl_token_is(text->tokens, (uint32_t)child, "would"))
            return true;
    return false;
}

bool pl_event_is_unwilling(const PlEventText *text, uint32_t tok)
{
    uint32_t first = sent_first(text, tok);
    bool is_denied = false;
    for (uint32_t k = 1; k <= MAX_DENIAL && tok >= first + k; k++) {
        uint32_t cues = pl_event_cues(text->model, text->tokens->lower[tok - k]);
        is_denied |= (cues & PL_CUE_NO) != 0;
        bool is_will = (cues & PL_CUE_FUTURE) || pl_token_is(text->tokens, tok - k, "would");
        if (is_will && is_denied) return true;
    }
    return false;
}

PlEventStatus pl_event_status(const PlEventText *text, uint32_t tok, int32_t time)
{
    uint32_t signs = read_signs(text, tok);
    PlEventStatus above = status_from_above(text, tok);
    if ((signs & PL_CUE_NO) || above == PL_EVENT_NEGATED) return PL_EVENT_NEGATED;
    bool is_backshifted = is_reported_future(text, tok);
    if (is_backshifted) signs &= ~(uint32_t)PL_CUE_MODAL;
    if ((signs & (PL_CUE_MODAL | PL_CUE_THOUGHT | PL_CUE_OPENER)) || is_conditional(text, tok))
        return PL_EVENT_HYPOTHETICAL;
    if (above == PL_EVENT_HYPOTHETICAL) return above;
    if (is_backshifted) return PL_EVENT_PLANNED;
    if (is_past(text, time)) return PL_EVENT_HISTORICAL;
    if ((signs & PL_CUE_FUTURE) || above == PL_EVENT_PLANNED || is_upcoming(text, time))
        return PL_EVENT_PLANNED;
    /* Talks that a clause in the future speaks of are to come; an attack is not made so by "will
     * respond to the attack". */
    bool is_announced =
        text->syntax->upos[tok] == PL_UPOS_NOUN &&
        pl_tense_is_announced(text->model->tense, text->tokens, text->syntax, tok) &&
        pl_tense_around(text->model->tense, text->tokens, text->syntax, tok, NULL) ==
            PL_TENSE_FUTURE;
    return is_announced ? PL_EVENT_PLANNED : PL_EVENT_ACTUAL;
}

PlSlice pl_event_iso_date(PlSlice value)
{
    if (year_of(value) < 0) return (PlSlice){0};
    size_t len = 0;
    while (len < value.len && value.ptr[len] != 'T')
        len++;
    return (PlSlice){value.ptr, len};
}

static uint32_t distance(uint32_t a, uint32_t b)
{
    return a < b ? b - a : a - b;
}

/* The first time that starts at or after `byte`. */
static uint32_t first_time_at(const PlMentions *mentions, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = mentions->times.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->times.items[middle].span.start_byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t pl_event_time(const PlEventText *text, uint32_t tok)
{
    const PlTokens *tokens = text->tokens;
    uint32_t first = sent_first(text, tok);
    uint32_t end = tokens->sent_first_tok[tokens->sent[tok] + 1];
    if (tok - first > MAX_TIME_TOKS) first = tok - MAX_TIME_TOKS;
    if (end - tok > MAX_TIME_TOKS) end = tok + MAX_TIME_TOKS;
    int32_t best = -1;
    uint32_t best_distance = MAX_TIME_TOKS + 1;
    for (uint32_t i = first_time_at(text->mentions, tokens->start_byte[first]);
         i < text->mentions->times.n; i++) {
        const PlTime *time = &text->mentions->times.items[i];
        if (time->span.start_byte >= tokens->end_byte[end - 1]) break;
        if (time->type != PL_TIME_DATE && time->type != PL_TIME_TIME) continue;
        uint32_t at = pl_tokens_at(tokens, time->span.start_byte);
        if (at >= end) break;
        /* "the first talks since May" are not of May. */
        if (at > first && pl_token_is(tokens, at - 1, "since")) continue;
        /* A time that hangs on the trigger is its own, however far it stands. */
        uint32_t far = text->syntax->head_tok[at] == (int32_t)tok ? 0 : distance(tok, at);
        if (far >= best_distance) continue;
        best = (int32_t)i;
        best_distance = far;
    }
    return best;
}

static bool is_locative(PlSlice word)
{
    static const char *const words[] = {"in",     "at",     "near",       "outside", "around",
                                        "across", "inside", "throughout", "within"};
    for (uint32_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pl_slice_is(word, words[i])) return true;
    return false;
}

int32_t pl_event_place_tok(const PlEventText *text, uint32_t tok)
{
    uint32_t end = text->tokens->sent_first_tok[text->tokens->sent[tok] + 1];
    const PlMentions *mentions = text->mentions;
    bool is_led = false;
    for (uint32_t at = tok + 1; at < end && at <= tok + MAX_PLACE_TOKS; at++) {
        uint8_t upos = text->syntax->upos[at];
        if (upos == PL_UPOS_ADP)
            is_led =
                is_led ? pl_token_is(text->tokens, at, "of") || is_locative(text->tokens->lower[at])
                       : is_locative(text->tokens->lower[at]);
        if (upos == PL_UPOS_VERB || upos == PL_UPOS_PUNCT) is_led = false;
        int32_t mention = mentions->mention_of_tok[at];
        if (!is_led || mention < 0) continue;
        const PlMention *found = &mentions->mentions.items[mention];
        if (found->type == PL_ENTITY_LOC && found->entity >= 0) return (int32_t)at;
    }
    return -1;
}

int32_t pl_event_place(const PlEventText *text, uint32_t tok)
{
    int32_t at = pl_event_place_tok(text, tok);
    if (at < 0) return -1;
    return text->mentions->mentions.items[text->mentions->mention_of_tok[at]].entity;
}
