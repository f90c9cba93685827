#include "view/event_reasons.h"

#include "base/data.h"
#include "base/symbols.h"

enum {
    MOST_STEPS = 8,     /* relations from an actor to the trigger that are told */
    MOST_BEFORE = 12,   /* tokens before a trigger in which a word bears on its status */
    MOST_GOVERNORS = 5, /* verbs above it that do */
    WHOLE_DATE = 10
};

/* ---- the frame ---- */

/* "frame   040 meet" gives "040 meet". */
static bool opens_frame(PlSlice line, PlSlice *name)
{
    PlSlice key;
    *name = pl_slice_trim(line);
    if (!pl_slice_next(name, ' ', &key) || !pl_slice_is(key, "frame")) return false;
    *name = pl_slice_trim(*name);
    return true;
}

static PlFrameText find_in_file(const PlDataFile *file, PlSlice wanted)
{
    PlSlice text = {(const char *)file->bytes, file->len};
    PlSlice rest = text;
    PlSlice line;
    PlSlice name;
    PlFrameText found = {.line = 0};
    for (uint32_t number = 1; pl_slice_next(&rest, '\n', &line); number++) {
        bool opens = opens_frame(line, &name);
        if (opens && found.line) break;
        if (opens && pl_slice_equal(name, wanted))
            found = (PlFrameText){pl_slice(file->name), number, line};
        else if (found.line)
            found.lines.len = (size_t)(line.ptr + line.len - found.lines.ptr);
    }
    found.lines = pl_slice_trim(found.lines);
    return found;
}

PlFrameText pl_frame_text_find(PlSlice name)
{
    for (uint32_t i = 0; i < pl_n_data_files; i++) {
        PlSlice file = pl_slice(pl_data_files[i].name);
        if (!pl_slice_starts(file, "frames/") || !pl_slice_ends(file, ".frames")) continue;
        PlFrameText found = find_in_file(&pl_data_files[i], name);
        if (found.line) return found;
    }
    return (PlFrameText){.line = 0};
}

/* ---- the tree ---- */

int32_t pl_event_sentence(const PlAnnotation *report, const PlEvent *event)
{
    uint32_t tok = pl_tokens_at(&report->tokens, event->trigger.start_byte);
    return tok < report->tokens.n_tokens ? (int32_t)report->tokens.sent[tok] : -1;
}

static bool is_in(const PlTokens *tokens, int32_t tok, PlSpan span)
{
    return tokens->start_byte[tok] >= span.start_byte && tokens->end_byte[tok] <= span.end_byte;
}

/* The word of a span that hangs on a word outside of it; -1 = none. */
static int32_t head_of(const PlAnnotation *report, PlSpan span)
{
    const PlTokens *tokens = &report->tokens;
    for (uint32_t tok = pl_tokens_at(tokens, span.start_byte);
         tok < tokens->n_tokens && tokens->start_byte[tok] < span.end_byte; tok++) {
        int32_t head = report->syntax.head_tok[tok];
        bool is_mark = report->syntax.deprel[tok] == PL_DEPREL_punct;
        if (!is_mark && (head < 0 || !is_in(tokens, head, span))) return (int32_t)tok;
    }
    return -1;
}

/* The words from `tok` to the root, `tok` first. */
static uint32_t path_up(const PlAnnotation *report, int32_t tok, int32_t path[MOST_STEPS])
{
    uint32_t n = 0;
    for (; tok >= 0 && n < MOST_STEPS; tok = report->syntax.head_tok[tok])
        path[n++] = tok;
    return n;
}

/* The preposition of a noun, as written; empty = none. */
static PlSlice preposition_of(const PlAnnotation *report, int32_t noun)
{
    const PlTokens *tokens = &report->tokens;
    for (uint32_t tok = tokens->sent_first_tok[tokens->sent[noun]]; tok < (uint32_t)noun; tok++)
        if (report->syntax.head_tok[tok] == noun && report->syntax.deprel[tok] == PL_DEPREL_case)
            return tokens->form[tok];
    return (PlSlice){0};
}

/* "obl behind "with"". */
static PlSlice relation_of(PlArena *arena, const PlAnnotation *report, int32_t tok)
{
    const char *name = pl_deprel_names[report->syntax.deprel[tok]];
    PlSlice preposition = preposition_of(report, tok);
    return preposition.len ? pl_arena_format(arena, "%s behind \"%.*s\"", name, PL_PRI(preposition))
                           : pl_slice(name);
}

static PlSlice tell_steps(PlArena *arena, const PlAnnotation *report, const int32_t *path,
                          uint32_t n)
{
    PlSlice told = {0};
    for (uint32_t i = 0; i < n; i++) {
        PlSlice step = relation_of(arena, report, path[i]);
        PlSlice head = report->tokens.form[path[i + 1]];
        told = i == 0 ? pl_arena_format(arena, "%.*s of \"%.*s\"", PL_PRI(step), PL_PRI(head))
                      : pl_arena_format(arena, "%.*s, %.*s of \"%.*s\"", PL_PRI(told), PL_PRI(step),
                                        PL_PRI(head));
    }
    return told;
}

PlSlice pl_event_actor_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event,
                              const PlEventActor *actor)
{
    if (pl_span_empty(actor->span))
        return PL_SLICE("not named in the sentence: known from what the report tells elsewhere, as "
                        "a party of its talks");
    int32_t trigger = head_of(report, event->trigger);
    int32_t head = head_of(report, actor->span);
    if (trigger < 0 || head < 0) return PL_SLICE("its words are not in the tree");
    if (is_in(&report->tokens, head, event->trigger)) return PL_SLICE("inside the trigger");
    int32_t up[MOST_STEPS];
    int32_t down[MOST_STEPS];
    uint32_t n_up = path_up(report, head, up);
    uint32_t n_down = path_up(report, trigger, down);
    for (uint32_t i = 0; i < n_up; i++)
        for (uint32_t k = 0; k < n_down; k++) {
            if (up[i] != down[k]) continue;
            PlSlice from = tell_steps(arena, report, up, i);
            PlSlice to = tell_steps(arena, report, down, k);
            PlSlice word = report->tokens.form[trigger];
            if (k == 0) return from;
            return i == 0 ? pl_arena_format(arena, "above \"%.*s\", which is %.*s", PL_PRI(word),
                                            PL_PRI(to))
                          : pl_arena_format(arena, "%.*s; \"%.*s\" is %.*s", PL_PRI(from),
                                            PL_PRI(word), PL_PRI(to));
        }
    return PL_SLICE("the nearest one named in its clause");
}

/* ---- the status ---- */

typedef struct Sign {
    const char *name; /* in event_cues.tsv */
    PlEventStatus status;
    bool governs;
    const char *why;
} Sign;

static const Sign signs[] = {
    {"no", PL_EVENT_NEGATED, false, "it did not happen"},
    {"denies", PL_EVENT_NEGATED, true, "it did not happen"},
    {"modal", PL_EVENT_HYPOTHETICAL, false, "it is only thought of"},
    {"thought", PL_EVENT_HYPOTHETICAL, false, "it is only thought of"},
    {"opener", PL_EVENT_HYPOTHETICAL, false, "it is a condition"},
    {"imagines", PL_EVENT_HYPOTHETICAL, true, "it is only thought of"},
    {"alleges", PL_EVENT_HYPOTHETICAL, true, "it is only alleged"},
    {"future", PL_EVENT_PLANNED, false, "it is to come"},
    {"plans", PL_EVENT_PLANNED, true, "it is to come"},
};

/* "word" has the sign in event_cues.tsv. */
static bool has_sign(const PlTable *cues, const char *sign, PlSlice word)
{
    uint32_t sign_column = pl_table_column(cues, "sign");
    uint32_t word_column = pl_table_column(cues, "word");
    for (uint32_t row = 0; row < cues->n_rows; row++) {
        if (!pl_slice_is(pl_table_cell(cues, row, sign_column), sign)) continue;
        PlSlice rest = pl_table_cell(cues, row, word_column);
        PlSlice cue;
        while (pl_slice_next(&rest, '|', &cue))
            if (pl_slice_equal(cue, word)) return true;
    }
    return false;
}

static PlSlice sign_before(PlArena *arena, const PlAnnotation *report, const PlTable *cues,
                           const Sign *sign, uint32_t trigger)
{
    uint32_t first = report->tokens.sent_first_tok[report->tokens.sent[trigger]];
    for (uint32_t k = 1; k <= MOST_BEFORE && trigger >= first + k; k++)
        if (has_sign(cues, sign->name, report->tokens.lower[trigger - k]))
            return pl_arena_format(arena, "\"%.*s\" before it: %s",
                                   PL_PRI(report->tokens.form[trigger - k]), sign->why);
    return (PlSlice){0};
}

static PlSlice sign_above(PlArena *arena, const PlAnnotation *report, const PlTable *cues,
                          const Sign *sign, uint32_t trigger)
{
    int32_t at = report->syntax.head_tok[trigger];
    for (uint32_t k = 0; k < MOST_GOVERNORS && at >= 0; k++, at = report->syntax.head_tok[at])
        if (has_sign(cues, sign->name, report->syntax.lemma[at]))
            return pl_arena_format(arena, "\"%.*s\" governs it: %s",
                                   PL_PRI(report->tokens.form[at]), sign->why);
    return (PlSlice){0};
}

PlSlice pl_event_status_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event)
{
    if (event->status == PL_EVENT_ACTUAL)
        return PL_SLICE("no word of its clause denies it, imagines it or puts it off");
    int32_t trigger = head_of(report, event->trigger);
    PlTable cues = pl_table_load(arena, "event_cues.tsv");
    for (uint32_t i = 0; trigger >= 0 && i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].status != event->status) continue;
        PlSlice why = signs[i].governs
                          ? sign_above(arena, report, &cues, &signs[i], (uint32_t)trigger)
                          : sign_before(arena, report, &cues, &signs[i], (uint32_t)trigger);
        if (why.len) return why;
    }
    if (event->status == PL_EVENT_HISTORICAL)
        return PL_SLICE("its time lies long before the report's");
    if (event->date.len >= WHOLE_DATE &&
        pl_slice_compare(event->date, report->article.metadata.published) > 0)
        return PL_SLICE("its date lies after the report's");
    return PL_SLICE("the clauses around it say so");
}

/* ---- the date ---- */

PlSlice pl_event_date_reason(PlArena *arena, const PlAnnotation *report, const PlEvent *event)
{
    if (event->date.len == 0) return PL_SLICE("no date near it in its sentence");
    int32_t sentence = pl_event_sentence(report, event);
    const PlTime *best = NULL;
    uint32_t best_bytes = UINT32_MAX;
    for (uint32_t i = 0; sentence >= 0 && i < report->mentions.times.n; i++) {
        const PlTime *time = &report->mentions.times.items[i];
        PlSlice value = time->value;
        if (value.len > event->date.len) value.len = event->date.len;
        bool is_here = pl_span_within(time->span, report->tokens.sent_span[sentence]);
        if (!is_here || !pl_slice_equal(value, event->date)) continue;
        uint32_t far = time->span.start_byte > event->trigger.start_byte
                           ? time->span.start_byte - event->trigger.start_byte
                           : event->trigger.start_byte - time->span.start_byte;
        if (far >= best_bytes) continue;
        best = time;
        best_bytes = far;
    }
    if (!best) return PL_SLICE("from a time near it");
    PlSlice words = pl_slice_of(report->article.text, best->span);
    PlSlice published = report->article.metadata.published;
    return published.len ? pl_arena_format(arena, "\"%.*s\", in a report of %.*s", PL_PRI(words),
                                           PL_PRI(published))
                         : pl_arena_format(arena, "\"%.*s\"", PL_PRI(words));
}
