#include "view/evidence.h"

#include <stdlib.h>

void pl_evidence_add(PlArena *arena, PlEvidence *evidence, int32_t report, PlSpan span)
{
    *pl_vec_push(arena, evidence) = (PlPlaceInReport){report, span};
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const void *x, const void *y)
{
    const PlPlaceInReport *a = x;
    const PlPlaceInReport *b = y;
    int order = compare_numbers(a->report, b->report);
    if (!order) order = compare_numbers(a->span.start_byte, b->span.start_byte);
    return order ? order : compare_numbers(a->span.end_byte, b->span.end_byte);
}

void pl_evidence_sort(PlEvidence *evidence)
{
    if (evidence->n == 0) return;
    qsort(evidence->items, evidence->n, sizeof *evidence->items, compare_places);
    uint32_t n = 1;
    for (uint32_t i = 1; i < evidence->n; i++)
        if (compare_places(&evidence->items[n - 1], &evidence->items[i]) != 0)
            evidence->items[n++] = evidence->items[i];
    evidence->n = n;
}

static int compare_publishers(const void *a, const void *b)
{
    return compare_numbers(*(const int32_t *)a, *(const int32_t *)b);
}

uint32_t pl_evidence_n_publishers(PlArena *arena, const PlRecord *record,
                                  const PlEvidence *evidence)
{
    if (evidence->n == 0) return 0;
    int32_t *publishers = pl_arena_array(arena, int32_t, evidence->n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < evidence->n; i++) {
        int32_t report = evidence->items[i].report;
        if (i > 0 && report == evidence->items[i - 1].report) continue;
        publishers[n++] = record->stories.publisher_of[report];
    }
    qsort(publishers, n, sizeof *publishers, compare_publishers);
    uint32_t n_publishers = 1;
    for (uint32_t i = 1; i < n; i++)
        n_publishers += publishers[i] != publishers[i - 1];
    return n_publishers;
}

uint32_t pl_evidence_n_reports(const PlEvidence *evidence)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < evidence->n; i++)
        n += i == 0 || evidence->items[i].report != evidence->items[i - 1].report;
    return n;
}

static bool knows_publisher(const PlRecord *record, const PlEvidence *chosen, int32_t report)
{
    const int32_t *publisher_of = record->stories.publisher_of;
    for (uint32_t i = 0; i < chosen->n; i++)
        if (publisher_of[chosen->items[i].report] == publisher_of[report]) return true;
    return false;
}

static bool has_sentence(const PlRecord *record, const PlEvidence *chosen, PlPlaceInReport place)
{
    uint32_t sentence = pl_record_sentence(record, place.report, place.span);
    for (uint32_t i = 0; i < chosen->n; i++) {
        if (chosen->items[i].report != place.report) continue;
        if (pl_record_sentence(record, place.report, chosen->items[i].span) == sentence)
            return true;
    }
    return false;
}

static uint32_t count_sentences(const PlRecord *record, const PlEvidence *evidence)
{
    uint32_t n = 0;
    uint32_t last = 0;
    for (uint32_t i = 0; i < evidence->n; i++) {
        PlPlaceInReport place = evidence->items[i];
        uint32_t sentence = pl_record_sentence(record, place.report, place.span);
        if (i == 0 || place.report != evidence->items[i - 1].report || sentence != last) n++;
        last = sentence;
    }
    return n;
}

PlEvidence pl_evidence_choose(PlArena *arena, const PlRecord *record, const PlEvidence *evidence,
                              uint32_t most, uint32_t *n_more)
{
    PlEvidence chosen = {0};
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < evidence->n && chosen.n < most; i++) {
            PlPlaceInReport place = evidence->items[i];
            if (pass == 0 && knows_publisher(record, &chosen, place.report)) continue;
            if (has_sentence(record, &chosen, place)) continue;
            *pl_vec_push(arena, &chosen) = place;
        }
    }
    pl_evidence_sort(&chosen);
    *n_more = count_sentences(record, evidence) - chosen.n;
    return chosen;
}

PlSlice pl_evidence_ref(PlArena *arena, const PlRecord *record, PlPlaceInReport place)
{
    PlSlice ref = record->refs[place.report];
    uint32_t sentence = pl_record_sentence(record, place.report, place.span);
    if (sentence == 0) return ref;
    return pl_arena_format(arena, "%.*s:%u", PL_PRI(ref), sentence);
}

void pl_evidence_put_refs(PlArena *arena, const PlRecord *record, const PlEvidence *evidence,
                          uint32_t most, PlRich *rich)
{
    uint32_t n_more;
    PlEvidence chosen = pl_evidence_choose(arena, record, evidence, most, &n_more);
    for (uint32_t i = 0; i < chosen.n; i++) {
        PlSlice ref = pl_evidence_ref(arena, record, chosen.items[i]);
        pl_rich_space(arena, rich);
        pl_rich_add(arena, rich, PL_STYLE_REF, pl_arena_format(arena, "[%.*s]", PL_PRI(ref)));
    }
    if (n_more == 0) return;
    pl_rich_space(arena, rich);
    pl_rich_add(arena, rich, PL_STYLE_REF, pl_arena_format(arena, "+%u", n_more));
}

void pl_evidence_write_json(PlJson *json, const PlRecord *record, const PlEvidence *evidence)
{
    pl_json_array(json);
    for (uint32_t i = 0; i < evidence->n; i++) {
        PlPlaceInReport place = evidence->items[i];
        pl_json_object(json);
        pl_json_key(json, "report");
        pl_json_string(json, record->reports[place.report].article.metadata.id);
        pl_json_key(json, "start");
        pl_json_integer(json, place.span.start_byte);
        pl_json_key(json, "end");
        pl_json_integer(json, place.span.end_byte);
        pl_json_end(json);
    }
    pl_json_end(json);
}
