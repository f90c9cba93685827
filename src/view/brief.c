#include "view/brief.h"

#include <stdlib.h>

#include "mention/actor_sides.h"
#include "view/briefing.h"

enum {
    MOST_DIFFERENCES = 7,
    MOST_AGREEMENTS = 5,
    MOST_VALUE_BYTES = 90,
    MOST_ISSUES = 8,
    MOST_OTHERS = 5
};

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

PlSlice pl_briefing_office(const PlBriefing *briefing, int32_t actor, PlSlice known)
{
    int32_t index = actor < 0 ? -1 : briefing->persons.person_of_actor[actor];
    if (index < 0) return (PlSlice){0};
    const PlPerson *person = &briefing->persons.persons.items[index];
    if (person->roles.n == 0) return (PlSlice){0};
    return pl_person_role_label(briefing->arena, &person->roles.items[0], known);
}

static uint32_t count(PlSlice text, PlSlice needle)
{
    uint32_t n = 0;
    for (ptrdiff_t at; (at = pl_slice_find(text, needle)) >= 0; n++) {
        text.ptr += (size_t)at + needle.len;
        text.len -= (size_t)at + needle.len;
    }
    return n;
}

PlSlice pl_briefing_tidy(PlArena *arena, PlSlice text, size_t most)
{
    text = pl_slice_trim(text);
    while (text.len && (text.ptr[text.len - 1] == ',' || text.ptr[text.len - 1] == ';'))
        text.len--;
    bool is_cut = text.len > most;
    size_t len = is_cut ? most : text.len;
    while (is_cut && len > most / 2 && text.ptr[len] != ' ')
        len--;
    while (is_cut && len > 0 && ((unsigned char)text.ptr[len] & 0xc0) == 0x80)
        len--;
    text.len = len;
    uint32_t n_open = count(text, PL_SLICE("“"));
    uint32_t n_close = count(text, PL_SLICE("”"));
    if (!is_cut && n_open == n_close) return text;
    return pl_arena_format(arena, "%s%.*s%s%s", n_close > n_open ? "“" : "", PL_PRI(text),
                           is_cut ? "…" : "", n_open > n_close ? "”" : "");
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

static void find_differences(PlBriefing *briefing, bool agreements, uint32_t most,
                             PlDifferencesSaid *said, uint32_t *n_more)
{
    pl_differences_collect(briefing->arena, briefing->record, agreements, said);
    *n_more = said->n > most ? said->n - most : 0;
    said->n -= *n_more;
    for (uint32_t i = 0; i < said->n; i++)
        for (uint32_t v = 0; v < said->items[i].values.n; v++) {
            PlSlice *value = &said->items[i].values.items[v].value;
            *value = pl_briefing_tidy(briefing->arena, *value, MOST_VALUE_BYTES);
        }
}

PlSlice pl_brief_other_talks(PlArena *arena, const PlRecord *record)
{
    enum { MOST_NAMED = 4 };
    PlSlice text = {0};
    uint32_t n = record->other_talks.n;
    for (uint32_t i = 0; i < n && i < MOST_NAMED; i++)
        text = pl_arena_format(arena, "%.*s%s%.*s", PL_PRI(text),
                               i == 0 ? "Also in the record: talks of " : "; ",
                               PL_PRI(record->other_talks.items[i]));
    if (n > MOST_NAMED)
        text = pl_arena_format(arena, "%.*s; +%u more", PL_PRI(text), n - MOST_NAMED);
    return text;
}

void pl_brief_make(PlArena *arena, const PlRecord *record, PlBrief *brief)
{
    *brief = (PlBrief){0};
    PlBriefing briefing = {.arena = arena,
                           .record = record,
                           .brief = brief,
                           .most_issues = MOST_ISSUES,
                           .most_others = MOST_OTHERS};
    pl_persons_find(arena, record, &briefing.persons);
    pl_issue_names_load(arena, &briefing.issue_names);
    briefing.side_of = pl_actor_sides_find(arena, &record->actors);
    count_reports(&briefing);
    pl_briefing_find_parties(&briefing);
    pl_briefing_find_facts(&briefing);
    pl_briefing_find_delegations(&briefing);
    pl_briefing_find_positions(&briefing);
    pl_briefing_find_sayings(&briefing);
    find_differences(&briefing, false, MOST_DIFFERENCES, &brief->differences,
                     &brief->n_more_differences);
    find_differences(&briefing, true, MOST_AGREEMENTS, &brief->agreements,
                     &brief->n_more_agreements);
    make_title(&briefing);
}

void pl_brief_make_positions(PlArena *arena, const PlRecord *record, PlBrief *brief)
{
    *brief = (PlBrief){0};
    PlBriefing briefing = {.arena = arena,
                           .record = record,
                           .brief = brief,
                           .most_issues = UINT32_MAX,
                           .most_others = UINT32_MAX};
    pl_issue_names_load(arena, &briefing.issue_names);
    briefing.side_of = pl_actor_sides_find(arena, &record->actors);
    pl_briefing_find_parties(&briefing);
    pl_briefing_find_positions(&briefing);
}
