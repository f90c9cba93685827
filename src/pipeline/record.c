#include "pipeline/record.h"

#include <stdlib.h>
#include <string.h>

#include "mention/actor_sides.h"

static int compare_reports(const void *a, const void *b)
{
    const PlAnnotation *x = a;
    const PlAnnotation *y = b;
    return pl_slice_compare(x->article.metadata.id, y->article.metadata.id);
}

static size_t n_shared_bytes(PlSlice a, PlSlice b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
        n++;
    return n;
}

/* The ids are sorted, so the longest prefix that a report shares with any other it shares with a
 * neighbour. */
static void make_refs(PlArena *arena, PlRecord *record)
{
    enum { LEAST_REF_BYTES = 3 };
    record->refs = pl_arena_array(arena, PlSlice, record->n_reports);
    for (uint32_t i = 0; i < record->n_reports; i++) {
        PlSlice id = record->reports[i].article.metadata.id;
        size_t len = LEAST_REF_BYTES;
        for (uint32_t step = 0; step < 2; step++) {
            uint32_t other = step == 0 ? i - 1 : i + 1;
            if (other >= record->n_reports) continue; /* i - 1 of 0 wraps to the largest */
            size_t needed = n_shared_bytes(id, record->reports[other].article.metadata.id) + 1;
            if (needed > len) len = needed;
        }
        if (len > id.len) len = id.len;
        while (len < id.len && ((unsigned char)id.ptr[len] & 0xc0) == 0x80)
            len++; /* do not cut a character */
        record->refs[i] = (PlSlice){id.ptr, len};
    }
}

/* Sides of positions and delegations are actors though they may have no name. */
static const uint8_t *find_wanted(PlArena *arena, const PlAnnotation *report)
{
    uint8_t *wanted = pl_arena_array(arena, uint8_t, report->mentions.entities.n + 1);
    for (uint32_t p = 0; p < report->talks.positions.n; p++) {
        int32_t party = report->talks.positions.items[p].party;
        if (party >= 0) wanted[party] = 1;
    }
    for (uint32_t d = 0; d < report->talks.delegations.n; d++) {
        int32_t party = report->talks.delegations.items[d].party;
        if (party >= 0) wanted[party] = 1;
    }
    return wanted;
}

static void link_actors(PlArena *arena, const ParleyModel *model, PlRecord *record)
{
    const PlMentions **mentions = pl_arena_array(arena, const PlMentions *, record->n_reports);
    const uint8_t **wanted = pl_arena_array(arena, const uint8_t *, record->n_reports + 1);
    for (uint32_t i = 0; i < record->n_reports; i++) {
        mentions[i] = &record->reports[i].mentions;
        wanted[i] = find_wanted(arena, &record->reports[i]);
    }
    pl_actors_link(arena, model->mention, mentions, wanted, record->n_reports, &record->actors);
    for (uint32_t i = 0; i < record->n_reports; i++)
        for (uint32_t e = 0; e < mentions[i]->entities.n; e++) {
            int32_t actor = record->actors.actor_of[i][e];
            if (actor < 0) continue;
            *pl_vec_push(arena, &record->actor_entities) =
                (PlActorEntity){actor, (int32_t)i, (int32_t)e};
        }
}

static void find_stories(PlArena *arena, PlRecord *record)
{
    PlStoryInput *inputs = pl_arena_array(arena, PlStoryInput, record->n_reports);
    for (uint32_t i = 0; i < record->n_reports; i++)
        inputs[i] = (PlStoryInput){.article = &record->reports[i].article,
                                   .mentions = &record->reports[i].mentions,
                                   .actor_of = record->actors.actor_of[i]};
    pl_stories_find(arena, inputs, record->n_reports, &record->stories);
}

static void find_happenings(PlArena *arena, PlRecord *record)
{
    PlHappeningInput *inputs = pl_arena_array(arena, PlHappeningInput, record->n_reports);
    for (uint32_t i = 0; i < record->n_reports; i++)
        inputs[i] = (PlHappeningInput){.article = &record->reports[i].article,
                                       .mentions = &record->reports[i].mentions,
                                       .events = &record->reports[i].events,
                                       .actor_of = record->actors.actor_of[i],
                                       .publisher = record->stories.publisher_of[i]};
    pl_happenings_find(arena, inputs, record->n_reports, &record->actors, &record->stories,
                       &record->happenings);
}

static void find_differences(PlArena *arena, PlRecord *record)
{
    PlClaimedReport *inputs = pl_arena_array(arena, PlClaimedReport, record->n_reports);
    for (uint32_t i = 0; i < record->n_reports; i++)
        inputs[i] = (PlClaimedReport){.claims = &record->reports[i].claims,
                                      .publisher = record->stories.publisher_of[i],
                                      .published = record->reports[i].article.metadata.published,
                                      .actor_of = record->actors.actor_of[i]};
    for (uint32_t i = 0; i < record->stories.reports.n; i++)
        inputs[record->stories.reports.items[i].report].story =
            record->stories.reports.items[i].story;
    pl_differences_find(arena, inputs, record->n_reports, &record->actors, &record->differences);
}

/* One position as one report has it, on its way to be merged. */
typedef struct ReportPosition {
    int32_t party; /* actor */
    int32_t holder;
    int32_t report;
    const PlPosition *position;
} ReportPosition;

static int compare_positions(const void *a, const void *b)
{
    const ReportPosition *x = a;
    const ReportPosition *y = b;
    int order = (x->party > y->party) - (x->party < y->party);
    if (!order) order = pl_slice_compare(x->position->issue, y->position->issue);
    if (!order)
        order = (x->position->stance > y->position->stance) -
                (x->position->stance < y->position->stance);
    if (!order) order = pl_slice_compare(x->position->terms, y->position->terms);
    if (!order) order = (x->report > y->report) - (x->report < y->report);
    if (!order)
        order = (x->position->span.start_byte > y->position->span.start_byte) -
                (x->position->span.start_byte < y->position->span.start_byte);
    if (!order)
        order = (x->position->span.end_byte > y->position->span.end_byte) -
                (x->position->span.end_byte < y->position->span.end_byte);
    return order ? order : (x->holder > y->holder) - (x->holder < y->holder);
}

static bool same_position(const ReportPosition *a, const ReportPosition *b)
{
    return a->party == b->party && a->position->stance == b->position->stance &&
           pl_slice_equal(a->position->issue, b->position->issue) &&
           pl_slice_equal(a->position->terms, b->position->terms);
}

static int32_t actor_of(const PlRecord *record, uint32_t report, int32_t entity)
{
    return entity < 0 ? -1 : record->actors.actor_of[report][entity];
}

/* A report may not say whose minister somebody is while another does: what such a person holds is
 * held by the state. Else the party itself. */
static int32_t side_of_party(const PlRecord *record, const int32_t *side_of, int32_t party)
{
    const PlActor *actor = &record->actors.actors.items[party];
    return actor->type == PL_ENTITY_PER && !actor->is_group ? side_of[party] : party;
}

static void widen_dates(PlRecordPosition *merged, PlSlice published)
{
    if (published.len == 0) return;
    if (merged->first.len == 0 || pl_slice_compare(published, merged->first) < 0)
        merged->first = published;
    if (merged->last.len == 0 || pl_slice_compare(published, merged->last) > 0)
        merged->last = published;
}

/* Actors are sorted by type and name, so sorting by actor number is sorting by party. */
static void merge_positions(PlArena *arena, PlRecord *record)
{
    const int32_t *side_of = pl_actor_sides_find(arena, &record->actors);
    PL_VEC(ReportPosition) found = {0};
    for (uint32_t i = 0; i < record->n_reports; i++) {
        const PlTalks *talks = &record->reports[i].talks;
        for (uint32_t p = 0; p < talks->positions.n; p++) {
            const PlPosition *position = &talks->positions.items[p];
            int32_t party = actor_of(record, i, position->party);
            if (party < 0) continue;
            int32_t holder = actor_of(record, i, position->holder);
            int32_t side = side_of_party(record, side_of, party);
            if (side != party && holder < 0) holder = party;
            *pl_vec_push(arena, &found) = (ReportPosition){side, holder, (int32_t)i, position};
        }
    }
    if (found.n) qsort(found.items, found.n, sizeof *found.items, compare_positions);
    for (uint32_t i = 0; i < found.n; i++) {
        const ReportPosition *row = &found.items[i];
        if (i == 0 || !same_position(row - 1, row))
            *pl_vec_push(arena, &record->positions) =
                (PlRecordPosition){.party = row->party,
                                   .issue = row->position->issue,
                                   .stance = row->position->stance,
                                   .terms = row->position->terms};
        PlRecordPosition *merged = &record->positions.items[record->positions.n - 1];
        widen_dates(merged, record->reports[row->report].article.metadata.published);
        *pl_vec_push(arena, &record->position_evidence) =
            (PlRecordPositionEvidence){.position = (int32_t)record->positions.n - 1,
                                       .report = row->report,
                                       .holder = row->holder,
                                       .span = row->position->span};
    }
}

void pl_record_compute(PlArena *arena, const ParleyModel *model, PlAnnotation *reports,
                       uint32_t n_reports, PlRecord *record)
{
    *record = (PlRecord){.n_reports = n_reports, .reports = reports};
    if (n_reports) qsort(reports, n_reports, sizeof *reports, compare_reports);
    make_refs(arena, record);
    link_actors(arena, model, record);
    find_stories(arena, record);
    find_happenings(arena, record);
    find_differences(arena, record);
    merge_positions(arena, record);
}

uint32_t pl_record_sentence(const PlRecord *record, int32_t report, PlSpan span)
{
    const PlTokens *tokens = &record->reports[report].tokens;
    uint32_t low = 0;
    uint32_t high = tokens->n_sents;
    while (low < high) { /* the last sentence that starts at or before the span */
        uint32_t middle = low + (high - low) / 2;
        if (tokens->sent_span[middle].start_byte <= span.start_byte)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || tokens->sent_span[low - 1].end_byte <= span.start_byte) return 0;
    return low;
}
