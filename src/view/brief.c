#include "view/brief.h"

#include <stdlib.h>

#include "view/briefing.h"

enum { MOST_DIFFERENCES = 8, MOST_AGREEMENTS = 6 };

/* The government itself is coded as its country and GOV; ministries and the like have more. */
static bool stands_for_state(const PlActor *actor)
{
    if (actor->is_state || actor->country.len == 0) return false;
    if (actor->type == PL_ENTITY_PER || actor->type == PL_ENTITY_NORP) return true;
    bool is_government =
        actor->code.len == actor->country.len + 3 && pl_slice_ends(actor->code, "GOV");
    return actor->type == PL_ENTITY_ORG && is_government;
}

static void find_sides(PlBriefing *briefing)
{
    const PlActors *actors = &briefing->record->actors;
    uint32_t n = actors->actors.n;
    PlSymbols countries = {0};
    int32_t *state_of = pl_arena_array(briefing->arena, int32_t, n + 1); /* by country's symbol */
    briefing->side_of = pl_arena_array(briefing->arena, int32_t, n + 1);
    for (uint32_t a = 0; a < n; a++) {
        const PlActor *actor = &actors->actors.items[a];
        if (!actor->is_state || actor->country.len == 0) continue;
        if (pl_symbols_find(&countries, actor->country) != PL_NO_SYMBOL) continue;
        state_of[pl_symbols_intern(briefing->arena, &countries, actor->country)] = (int32_t)a;
    }
    for (uint32_t a = 0; a < n; a++) {
        const PlActor *actor = &actors->actors.items[a];
        int32_t country = pl_symbols_find(&countries, actor->country);
        bool stands = stands_for_state(actor) && country != PL_NO_SYMBOL;
        briefing->side_of[a] = stands ? state_of[country] : (int32_t)a;
    }
}

int32_t pl_briefing_side(const PlBriefing *briefing, int32_t actor)
{
    return actor < 0 ? -1 : briefing->side_of[actor];
}

int32_t pl_briefing_party(const PlBriefing *briefing, int32_t actor)
{
    for (uint32_t i = 0; i < briefing->brief->parties.n; i++)
        if (briefing->brief->parties.items[i] == actor) return (int32_t)i;
    return -1;
}

PlSlice pl_briefing_office(const PlBriefing *briefing, int32_t actor)
{
    int32_t index = actor < 0 ? -1 : briefing->persons.person_of_actor[actor];
    if (index < 0) return (PlSlice){0};
    const PlPerson *person = &briefing->persons.persons.items[index];
    if (person->roles.n == 0) return (PlSlice){0};
    return pl_person_role_label(briefing->arena, &person->roles.items[0], (PlSlice){0});
}

PlBriefLine *pl_brief_lines_get(PlArena *arena, PlBriefLines *lines, PlSlice text)
{
    for (uint32_t i = 0; i < lines->n; i++)
        if (pl_slice_equal(lines->items[i].text, text)) return &lines->items[i];
    PlBriefLine *line = pl_vec_push(arena, lines);
    line->text = text;
    return line;
}

static int compare_lines(const void *x, const void *y)
{
    const PlBriefLine *a = x;
    const PlBriefLine *b = y;
    int order = (b->n_publishers > a->n_publishers) - (b->n_publishers < a->n_publishers);
    if (!order) order = (b->evidence.n > a->evidence.n) - (b->evidence.n < a->evidence.n);
    return order ? order : pl_slice_compare(a->text, b->text);
}

void pl_brief_lines_finish(PlBriefing *briefing, PlBriefLines *lines, uint32_t most)
{
    for (uint32_t i = 0; i < lines->n; i++) {
        PlBriefLine *line = &lines->items[i];
        pl_evidence_sort(&line->evidence);
        line->n_publishers =
            pl_evidence_n_publishers(briefing->arena, briefing->record, &line->evidence);
    }
    if (lines->n) qsort(lines->items, lines->n, sizeof *lines->items, compare_lines);
    if (lines->n > most) lines->n = most;
}

/* "A", "A and B", "A, B and C". */
static void put_parties(const PlBriefing *briefing, PlRich *title)
{
    const PlBrief *brief = briefing->brief;
    for (uint32_t i = 0; i < brief->parties.n; i++) {
        bool is_last = i + 1 == brief->parties.n;
        if (i > 0) pl_rich_puts(briefing->arena, title, PL_STYLE_TITLE, is_last ? " and " : ", ");
        pl_rich_add(briefing->arena, title, PL_STYLE_TITLE,
                    pl_naming_actor_name(briefing->record, brief->parties.items[i]));
    }
}

static void make_title(PlBriefing *briefing)
{
    PlArena *arena = briefing->arena;
    PlBrief *brief = briefing->brief;
    PlRich title = {0};
    put_parties(briefing, &title);
    if (brief->parties.n) pl_rich_puts(arena, &title, PL_STYLE_TITLE, ": talks");
    if (brief->parties.n == 0) pl_rich_puts(arena, &title, PL_STYLE_TITLE, "Talks");
    if (brief->place.len) pl_rich_puts(arena, &title, PL_STYLE_TITLE, " in ");
    pl_rich_add(arena, &title, PL_STYLE_TITLE, brief->place);
    if (brief->date.len) pl_rich_puts(arena, &title, PL_STYLE_TITLE, ", ");
    pl_rich_add(arena, &title, PL_STYLE_TITLE, pl_naming_date(arena, brief->date));
    brief->title = (PlSlice){title.bytes, title.n_bytes};
}

static void count_reports(PlBriefing *briefing)
{
    const PlRecord *record = briefing->record;
    PlBrief *brief = briefing->brief;
    PlEvidence all = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        PlSlice published = record->reports[r].article.metadata.published;
        pl_evidence_add(briefing->arena, &all, (int32_t)r, (PlSpan){0});
        if (published.len == 0) continue;
        bool is_first = !brief->first.len || pl_slice_compare(published, brief->first) < 0;
        if (is_first) brief->first = published;
        if (pl_slice_compare(published, brief->last) > 0) brief->last = published;
    }
    brief->n_publishers = pl_evidence_n_publishers(briefing->arena, record, &all);
}

static uint32_t keep_most(PlDifferencesSaid *said, uint32_t most)
{
    uint32_t n_more = said->n > most ? said->n - most : 0;
    said->n -= n_more;
    return n_more;
}

void pl_brief_make(PlArena *arena, const PlRecord *record, PlBrief *brief)
{
    *brief = (PlBrief){0};
    PlBriefing briefing = {.arena = arena, .record = record, .brief = brief};
    pl_persons_find(arena, record, &briefing.persons);
    pl_issue_names_load(arena, &briefing.issue_names);
    find_sides(&briefing);
    count_reports(&briefing);
    pl_briefing_find_parties(&briefing);
    pl_briefing_find_facts(&briefing);
    pl_briefing_find_delegations(&briefing);
    pl_briefing_find_positions(&briefing);
    pl_briefing_find_sayings(&briefing);
    pl_differences_collect(arena, record, false, &brief->differences);
    brief->n_more_differences = keep_most(&brief->differences, MOST_DIFFERENCES);
    pl_differences_collect(arena, record, true, &brief->agreements);
    brief->n_more_agreements = keep_most(&brief->agreements, MOST_AGREEMENTS);
    make_title(&briefing);
}
