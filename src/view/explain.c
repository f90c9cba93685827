#include "view/explain.h"

#include "base/json.h"
#include "view/event_reasons.h"
#include "view/evidence.h"
#include "view/happening_ids.h"
#include "view/naming.h"

int32_t pl_explain_find_event(const PlAnnotation *report, const PlEvent *stored)
{
    int32_t found = -1;
    for (uint32_t i = 0; i < report->events.events.n; i++) {
        const PlEvent *event = &report->events.events.items[i];
        if (event->trigger.start_byte != stored->trigger.start_byte ||
            event->trigger.end_byte != stored->trigger.end_byte)
            continue;
        if (pl_slice_equal(event->cameo, stored->cameo)) return (int32_t)i;
        if (found < 0) found = (int32_t)i;
    }
    return found;
}

static const PlEvent *event_of(const PlExplainedMention *mention)
{
    return &mention->report->events.events.items[mention->event];
}

static PlSlice actor_name(const PlExplainedMention *mention, const PlEventActor *actor)
{
    return actor->entity < 0 ? pl_slice_of(mention->report->article.text, actor->span)
                             : mention->report->mentions.entities.items[actor->entity].name;
}

static PlSpan sentence_span(const PlExplainedMention *mention)
{
    int32_t sentence = pl_event_sentence(mention->report, event_of(mention));
    return sentence < 0 ? event_of(mention)->span : mention->report->tokens.sent_span[sentence];
}

/* ---- text ---- */

enum { INDENT = 2, DEEP = 4, MOST_TREE_INDENT = 20, MOST_TREE_TOKENS = 400 };

/* What a byte of the sentence is: the trigger wins over an actor. */
static PlStyle style_at(const PlExplainedMention *mention, uint32_t byte)
{
    const PlEvent *event = event_of(mention);
    if (byte >= event->trigger.start_byte && byte < event->trigger.end_byte) return PL_STYLE_HIT;
    const PlEvents *events = &mention->report->events;
    for (uint32_t i = 0; i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != mention->event) continue;
        if (byte >= actor->span.start_byte && byte < actor->span.end_byte)
            return actor->side == PL_EVENT_SOURCE ? PL_STYLE_PERSON : PL_STYLE_PLACE;
    }
    return PL_STYLE_PLAIN;
}

static const char *style_name(PlStyle style)
{
    if (style == PL_STYLE_HIT) return "[trigger: ";
    return style == PL_STYLE_PERSON ? "[source: " : "[target: ";
}

/* In colour the words are coloured; without, they stand in brackets. */
static void put_sentence(PlPage *page, const PlExplainedMention *mention)
{
    PlSpan span = sentence_span(mention);
    PlRich rich = {0};
    for (uint32_t start = span.start_byte; start < span.end_byte;) {
        PlStyle style = style_at(mention, start);
        uint32_t end = start + 1;
        while (end < span.end_byte && style_at(mention, end) == style)
            end++;
        bool in_brackets = style != PL_STYLE_PLAIN && !page->color;
        if (in_brackets) pl_rich_puts(page->arena, &rich, PL_STYLE_PLAIN, style_name(style));
        pl_rich_add_part(page->arena, &rich, style,
                         pl_slice_of(mention->report->article.text, (PlSpan){start, end}));
        if (in_brackets) pl_rich_puts(page->arena, &rich, PL_STYLE_PLAIN, "]");
        start = end;
    }
    pl_page_paragraph(page, &rich, INDENT, INDENT);
}

static void put_line(PlPage *page, uint32_t indent, PlStyle style, PlSlice words, PlSlice why)
{
    PlRich rich = {0};
    pl_rich_add(page->arena, &rich, style, words);
    if (why.len) pl_rich_puts(page->arena, &rich, PL_STYLE_PLAIN, ": ");
    pl_rich_add(page->arena, &rich, PL_STYLE_PLAIN, why);
    pl_page_paragraph(page, &rich, indent, indent + INDENT);
}

static void put_frame(PlPage *page, const PlEvent *event)
{
    PlFrameText frame = pl_frame_text_find(event->frame);
    PlSlice where = frame.line ? pl_arena_format(page->arena, "%.*s, line %u", PL_PRI(frame.file),
                                                 (unsigned)frame.line)
                               : PL_SLICE("of a file given with --frames");
    put_line(page, INDENT, PL_STYLE_BOLD,
             pl_arena_format(page->arena, "Frame %.*s", PL_PRI(event->frame)), where);
    PlSlice rest = frame.lines;
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        PlRich rich = {0};
        pl_rich_add(page->arena, &rich, PL_STYLE_DIM, line);
        pl_page_paragraph(page, &rich, DEEP, DEEP + DEEP);
    }
}

static void put_actors(PlPage *page, const PlExplainedMention *mention)
{
    static const char *const labels[PL_N_EVENT_SIDES] = {"Source", "Target"};
    const PlEvents *events = &mention->report->events;
    for (uint32_t i = 0; i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != mention->event) continue;
        PlSlice name = actor_name(mention, actor);
        PlSlice words = pl_slice_of(mention->report->article.text, actor->span);
        PlSlice code = actor->code.len ? actor->code : PL_SLICE("no code");
        PlSlice label = pl_arena_format(page->arena, "%s %.*s (%.*s)", labels[actor->side],
                                        PL_PRI(name), PL_PRI(code));
        PlSlice why = pl_event_actor_reason(page->arena, mention->report, event_of(mention), actor);
        if (words.len && !pl_slice_equal(words, name))
            why = pl_arena_format(page->arena, "\"%.*s\", %.*s", PL_PRI(words), PL_PRI(why));
        put_line(page, INDENT, PL_STYLE_BOLD, label, why);
    }
}

static uint32_t depth_of(const PlSyntax *syntax, uint32_t tok)
{
    uint32_t depth = 0;
    for (int32_t at = syntax->head_tok[tok]; at >= 0 && depth < MOST_TREE_INDENT;
         at = syntax->head_tok[at])
        depth++;
    return depth;
}

/* A word a line, in the order of the text, as deep as it hangs in the tree. */
static void put_tree(PlPage *page, const PlExplainedMention *mention)
{
    const PlTokens *tokens = &mention->report->tokens;
    const PlSyntax *syntax = &mention->report->syntax;
    int32_t sentence = pl_event_sentence(mention->report, event_of(mention));
    if (sentence < 0) return;
    put_line(page, INDENT, PL_STYLE_BOLD, PL_SLICE("Parse"), (PlSlice){0});
    uint32_t end = tokens->sent_first_tok[sentence + 1];
    uint32_t first = tokens->sent_first_tok[sentence];
    if (end - first > MOST_TREE_TOKENS) end = first + MOST_TREE_TOKENS;
    for (uint32_t tok = first; tok < end; tok++) {
        uint32_t indent = DEEP + INDENT * depth_of(syntax, tok);
        int32_t head = syntax->head_tok[tok];
        PlRich word = {0};
        pl_rich_add(page->arena, &word, style_at(mention, tokens->start_byte[tok]),
                    tokens->form[tok]);
        pl_rich_puts(page->arena, &word, PL_STYLE_DIM, "  ");
        pl_rich_puts(page->arena, &word, PL_STYLE_DIM, pl_upos_names[syntax->upos[tok]]);
        pl_rich_puts(page->arena, &word, PL_STYLE_DIM, "  ");
        pl_rich_puts(page->arena, &word, PL_STYLE_PLAIN, pl_deprel_names[syntax->deprel[tok]]);
        if (head >= 0) {
            pl_rich_puts(page->arena, &word, PL_STYLE_DIM, " of ");
            pl_rich_add(page->arena, &word, PL_STYLE_DIM, tokens->form[head]);
        }
        pl_page_paragraph(page, &word, indent, indent + INDENT);
    }
}

static void put_reasons(PlPage *page, const PlExplainedMention *mention)
{
    PlArena *arena = page->arena;
    const PlEvent *event = event_of(mention);
    put_line(page, INDENT, PL_STYLE_BOLD,
             pl_arena_format(arena, "Status %s", pl_event_status_names[event->status]),
             pl_event_status_reason(arena, mention->report, event));
    put_line(page, INDENT, PL_STYLE_BOLD,
             event->date.len ? pl_arena_format(arena, "Date %.*s", PL_PRI(event->date))
                             : PL_SLICE("Date unknown"),
             pl_event_date_reason(arena, mention->report, event));
    if (event->place >= 0)
        put_line(page, INDENT, PL_STYLE_BOLD, PL_SLICE("Place"),
                 mention->report->mentions.entities.items[event->place].name);
}

static void put_mention(PlPage *page, const PlRecord *record, const PlExplainedMention *mention)
{
    int32_t report = mention->mention->report;
    const PlEvent *stored = &record->reports[report].events.events.items[mention->mention->event];
    const PlMetadata *metadata = &record->reports[report].article.metadata;
    PlSlice ref = pl_evidence_ref(page->arena, record, (PlPlaceInReport){report, stored->span});
    PlSlice source = metadata->source.len ? metadata->source : metadata->id;
    PlSpan shown = mention->event < 0 ? stored->span : sentence_span(mention);
    pl_page_blank(page);
    put_line(page, 0, PL_STYLE_HEADING,
             pl_arena_format(page->arena, "[%.*s] %.*s", PL_PRI(ref), PL_PRI(source)),
             pl_arena_format(page->arena, "bytes %u to %u, trigger %u to %u", shown.start_byte,
                             shown.end_byte, stored->trigger.start_byte, stored->trigger.end_byte));
    if (mention->event < 0) {
        put_line(page, INDENT, PL_STYLE_PLAIN,
                 PL_SLICE("this Parley, with these frames and actors, does not code it; the record "
                          "was made with others: read the report again"),
                 (PlSlice){0});
        return;
    }
    put_sentence(page, mention);
    put_frame(page, event_of(mention));
    put_actors(page, mention);
    put_reasons(page, mention);
    put_tree(page, mention);
}

void pl_explain_write_text(PlPage *page, const PlRecord *record, int32_t happening,
                           const PlExplainedMention *mentions, uint32_t n)
{
    const PlHappening *row = &record->happenings.happenings.items[happening];
    PlSlice mode =
        row->mode.len ? pl_arena_format(page->arena, " (%.*s)", PL_PRI(row->mode)) : (PlSlice){0};
    put_line(page, 0, PL_STYLE_TITLE, pl_arena_format(page->arena, "Event %.*s", PL_PRI(row->id)),
             pl_arena_format(page->arena, "%.*s%.*s, CAMEO %.*s, %s", PL_PRI(row->plover),
                             PL_PRI(mode), PL_PRI(row->cameo), pl_event_status_names[row->status]));
    put_line(page, 0, PL_STYLE_PLAIN,
             pl_arena_format(page->arena, "%u %s in %u %s of %u independent %s", row->n_mentions,
                             row->n_mentions == 1 ? "mention" : "mentions", row->n_reports,
                             row->n_reports == 1 ? "report" : "reports", row->n_publishers,
                             row->n_publishers == 1 ? "publisher" : "publishers"),
             (PlSlice){0});
    for (uint32_t i = 0; i < n; i++)
        put_mention(page, record, &mentions[i]);
    if (n < row->n_mentions) {
        pl_page_blank(page);
        put_line(page, 0, PL_STYLE_PLAIN,
                 pl_arena_format(page->arena, "and %u more; parley events --mentions shows all",
                                 row->n_mentions - n),
                 (PlSlice){0});
    }
}

/* ---- JSON ---- */

static void write_place(PlJson *json, const char *key, PlSlice text, PlSpan span)
{
    pl_json_key(json, key);
    pl_json_object(json);
    pl_json_key(json, "start");
    pl_json_integer(json, span.start_byte);
    pl_json_key(json, "end");
    pl_json_integer(json, span.end_byte);
    pl_json_key(json, "text");
    pl_json_string(json, pl_slice_of(text, span));
    pl_json_end(json);
}

static void write_text(PlJson *json, const char *key, PlSlice value)
{
    pl_json_key(json, key);
    pl_json_string_or_null(json, value);
}

static void write_reason(PlJson *json, const char *key, PlSlice value, PlSlice why)
{
    pl_json_key(json, key);
    pl_json_object(json);
    write_text(json, "value", value);
    write_text(json, "why", why);
    pl_json_end(json);
}

static void write_frame(PlJson *json, PlSlice name)
{
    PlFrameText frame = pl_frame_text_find(name);
    pl_json_key(json, "frame");
    pl_json_object(json);
    write_text(json, "name", name);
    write_text(json, "file", frame.file);
    pl_json_key(json, "line");
    if (frame.line)
        pl_json_integer(json, frame.line);
    else
        pl_json_null(json);
    write_text(json, "lines", frame.lines);
    pl_json_end(json);
}

static void write_actors(PlArena *arena, PlJson *json, const PlExplainedMention *mention)
{
    const PlEvents *events = &mention->report->events;
    pl_json_key(json, "actors");
    pl_json_array(json);
    for (uint32_t i = 0; i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        if (actor->event != mention->event) continue;
        pl_json_object(json);
        write_text(json, "side", pl_slice(pl_event_side_names[actor->side]));
        write_text(json, "name", actor_name(mention, actor));
        write_text(json, "code", actor->code);
        if (!pl_span_empty(actor->span))
            write_place(json, "words", mention->report->article.text, actor->span);
        write_text(json, "why",
                   pl_event_actor_reason(arena, mention->report, event_of(mention), actor));
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_tokens(PlJson *json, const PlExplainedMention *mention)
{
    const PlTokens *tokens = &mention->report->tokens;
    const PlSyntax *syntax = &mention->report->syntax;
    int32_t sentence = pl_event_sentence(mention->report, event_of(mention));
    pl_json_key(json, "tokens");
    pl_json_array(json);
    uint32_t first = sentence < 0 ? 0 : tokens->sent_first_tok[sentence];
    uint32_t end = sentence < 0 ? 0 : tokens->sent_first_tok[sentence + 1];
    for (uint32_t tok = first; tok < end; tok++) {
        int32_t head = syntax->head_tok[tok];
        pl_json_object(json);
        pl_json_key(json, "start");
        pl_json_integer(json, tokens->start_byte[tok]);
        pl_json_key(json, "end");
        pl_json_integer(json, tokens->end_byte[tok]);
        write_text(json, "form", tokens->form[tok]);
        write_text(json, "lemma", syntax->lemma[tok]);
        write_text(json, "upos", pl_slice(pl_upos_names[syntax->upos[tok]]));
        pl_json_key(json, "head"); /* of this list */
        pl_json_integer(json, head < 0 ? -1 : head - (int32_t)first);
        write_text(json, "deprel", pl_slice(pl_deprel_names[syntax->deprel[tok]]));
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_mention(PlArena *arena, PlJson *json, const PlRecord *record,
                          const PlExplainedMention *mention)
{
    const PlAnnotation *stored = &record->reports[mention->mention->report];
    const PlEvent *event = &stored->events.events.items[mention->mention->event];
    pl_json_object(json);
    write_text(json, "report", stored->article.metadata.id);
    write_place(json, "clause", stored->article.text, event->span);
    write_place(json, "trigger", stored->article.text, event->trigger);
    pl_json_key(json, "coded");
    pl_json_bool(json, mention->event >= 0);
    if (mention->event >= 0) {
        event = event_of(mention);
        write_place(json, "sentence", mention->report->article.text, sentence_span(mention));
        write_frame(json, event->frame);
        write_actors(arena, json, mention);
        write_reason(json, "status", pl_slice(pl_event_status_names[event->status]),
                     pl_event_status_reason(arena, mention->report, event));
        write_reason(json, "date", event->date,
                     pl_event_date_reason(arena, mention->report, event));
        write_tokens(json, mention);
    }
    pl_json_end(json);
}

void pl_explain_write_json(PlArena *arena, PlBuffer *out, const PlRecord *record, int32_t happening,
                           const PlExplainedMention *mentions, uint32_t n)
{
    const PlHappening *row = &record->happenings.happenings.items[happening];
    PlJson json;
    pl_json_init(&json, out);
    pl_json_object(&json);
    write_text(&json, "id", row->id);
    write_text(&json, "plover", row->plover);
    write_text(&json, "mode", row->mode);
    write_text(&json, "cameo", row->cameo);
    write_text(&json, "status", pl_slice(pl_event_status_names[row->status]));
    write_text(&json, "date", row->date);
    pl_json_key(&json, "n_mentions");
    pl_json_integer(&json, row->n_mentions);
    pl_json_key(&json, "n_publishers");
    pl_json_integer(&json, row->n_publishers);
    pl_json_key(&json, "mentions");
    pl_json_array(&json);
    for (uint32_t i = 0; i < n; i++)
        write_mention(arena, &json, record, &mentions[i]);
    pl_json_end(&json);
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}
