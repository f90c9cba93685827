#include "view/report_notes.h"

#include <stdlib.h>

#include "view/layout.h"
#include "view/naming.h"

/* The notes of one report in the making. */
typedef struct Notes {
    PlArena *arena;
    const PlRecord *record;
    int32_t report;
    PlIssueNames issues;
    PlReportNotes *out;
} Notes;

static PlSlice name_of(const Notes *notes, int32_t entity)
{
    return pl_naming_entity(notes->record, notes->report, entity);
}

static PlSlice name_or(const Notes *notes, int32_t entity, const char *otherwise)
{
    PlSlice name = name_of(notes, entity);
    return name.len ? name : pl_slice(otherwise);
}

static void add(Notes *notes, const char *kind, PlSpan span, PlSlice text)
{
    uint32_t sentence = pl_record_sentence(notes->record, notes->report, span);
    if (sentence == 0) return;
    *pl_vec_push(notes->arena, notes->out) = (PlReportNote){sentence, notes->out->n, kind, text};
}

static void add_quotes(Notes *notes, const PlQuotes *quotes)
{
    for (uint32_t i = 0; i < quotes->quotes.n; i++) {
        const PlQuote *quote = &quotes->quotes.items[i];
        if (quote->kind == PL_QUOTE_HEADING || quote->kind == PL_QUOTE_SCARE) continue;
        PlSlice speaker = name_or(notes, quote->speaker, "speaker not known");
        PlSlice about = name_of(notes, quote->about);
        PlSlice words = pl_naming_words(notes->record, notes->report, quote->span);
        add(notes, "quote", quote->span,
            pl_arena_format(notes->arena, "%.*s%s%.*s, %s: %.*s", PL_PRI(speaker),
                            about.len ? " about " : "", PL_PRI(about),
                            pl_quote_kind_names[quote->kind], PL_PRI(words)));
    }
}

static void add_positions(Notes *notes, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->positions.n; i++) {
        const PlPosition *position = &talks->positions.items[i];
        PlSlice party = name_or(notes, position->party, "party not known");
        PlSlice issue = pl_issue_names_find(notes->arena, &notes->issues, position->issue);
        add(notes, "position", position->span,
            pl_arena_format(notes->arena, "%.*s %s %.*s%s%.*s", PL_PRI(party),
                            pl_stance_names[position->stance], PL_PRI(issue),
                            position->terms.len ? ": " : "", PL_PRI(position->terms)));
    }
}

static void add_delegations(Notes *notes, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        const PlDelegation *said = &talks->delegations.items[i];
        PlSlice party = name_or(notes, said->party, "party not known");
        PlSlice person = name_of(notes, said->person);
        const char *role =
            said->role == PL_DELEGATION_BODY ? "" : pl_delegation_role_names[said->role];
        PlSlice joined = pl_arena_format(notes->arena, "%.*s: %s %.*s %.*s", PL_PRI(party), role,
                                         PL_PRI(person), PL_PRI(said->level));
        add(notes, "delegation", said->span, joined);
    }
}

static void add_expectations(Notes *notes, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->conditions.n; i++) {
        const PlCondition *said = &talks->conditions.items[i];
        PlSlice holder = name_or(notes, said->holder, "the report");
        PlSlice condition = pl_naming_words(notes->record, notes->report, said->condition);
        PlSlice consequence = pl_naming_words(notes->record, notes->report, said->consequence);
        add(notes, "condition", said->condition,
            pl_arena_format(notes->arena, "%.*s: %.*s, for: %.*s", PL_PRI(holder),
                            PL_PRI(condition), PL_PRI(consequence)));
    }
    for (uint32_t i = 0; i < talks->outlook.n; i++) {
        const PlOutlook *said = &talks->outlook.items[i];
        PlSlice holder = name_or(notes, said->holder, "the report");
        add(notes, "outlook", said->span,
            pl_arena_format(notes->arena, "%.*s: %s", PL_PRI(holder),
                            pl_polarity_names[said->polarity]));
    }
}

static void add_events(Notes *notes, const PlEvents *events)
{
    uint32_t actor = 0;
    for (uint32_t i = 0; i < events->events.n; i++) {
        const PlEvent *event = &events->events.items[i];
        PlRich text = {0};
        pl_rich_add(notes->arena, &text, PL_STYLE_PLAIN, event->plover);
        if (event->cameo.len) pl_rich_puts(notes->arena, &text, PL_STYLE_PLAIN, " ");
        pl_rich_add(notes->arena, &text, PL_STYLE_PLAIN, event->cameo);
        pl_rich_puts(notes->arena, &text, PL_STYLE_PLAIN, ", ");
        pl_rich_puts(notes->arena, &text, PL_STYLE_PLAIN, pl_event_status_names[event->status]);
        for (int side = -1; actor < events->actors.n; actor++) {
            const PlEventActor *who = &events->actors.items[actor];
            if (who->event != (int32_t)i) break;
            bool is_first = side != (int)who->side;
            const char *join = who->side == PL_EVENT_SOURCE ? ": " : " > ";
            pl_rich_puts(notes->arena, &text, PL_STYLE_PLAIN, is_first ? join : ", ");
            pl_rich_add(notes->arena, &text, PL_STYLE_PLAIN, name_of(notes, who->entity));
            side = (int)who->side;
        }
        add(notes, "event", event->trigger, (PlSlice){text.bytes, text.n_bytes});
    }
}

static int compare_notes(const void *x, const void *y)
{
    const PlReportNote *a = x;
    const PlReportNote *b = y;
    int order = (a->sentence > b->sentence) - (a->sentence < b->sentence);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

void pl_report_notes_find(PlArena *arena, const PlRecord *record, int32_t report,
                          PlReportNotes *notes)
{
    const PlAnnotation *annotation = &record->reports[report];
    Notes making = {.arena = arena, .record = record, .report = report, .out = notes};
    pl_issue_names_load(arena, &making.issues);
    add_quotes(&making, &annotation->quotes);
    add_positions(&making, &annotation->talks);
    add_delegations(&making, &annotation->talks);
    add_expectations(&making, &annotation->talks);
    add_events(&making, &annotation->events);
    if (notes->n) qsort(notes->items, notes->n, sizeof *notes->items, compare_notes);
}
