/* What is said: conditions, quotes, expectations. Each is a choice among many, and what several
 * reports tell in their own words is one line. */
#include <stdlib.h>

#include "view/alike.h"
#include "view/briefing.h"
#include "view/lists.h"

enum {
    MOST_CANDIDATES = 400, /* grouping is quadratic in them */
    MOST_TEXT_BYTES = 220,
    MOST_CONDITIONS = 5,
    MOST_CONDITIONS_A_HOLDER = 2,
    MOST_QUOTES = 6,
    MOST_QUOTES_A_SIDE = 3,
    MOST_QUOTES_A_SPEAKER = 2,
    MOST_OUTLOOK = 5
};

typedef struct Saying {
    int32_t actor; /* who says it, -1 = nobody named */
    PlSlice name;
    PlSlice text;
    uint32_t kind; /* only those of one kind can be one line */
    uint32_t score;
    uint32_t order; /* as found */
    uint32_t n_publishers;
    PlWordSet words;
    PlEvidence evidence;
} Saying;

typedef PL_VEC(Saying) Sayings;

static int compare_found(const void *x, const void *y)
{
    const Saying *a = x;
    const Saying *b = y;
    int order = (b->score > a->score) - (b->score < a->score);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static int compare_chosen(const void *x, const void *y)
{
    const Saying *a = x;
    const Saying *b = y;
    int order = (b->n_publishers > a->n_publishers) - (b->n_publishers < a->n_publishers);
    return order ? order : compare_found(x, y);
}

static uint32_t count_words(PlSlice text)
{
    uint32_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = text.ptr[i] == ' ' || text.ptr[i] == '\n' || text.ptr[i] == '\t';
        n += !is_space && !inside;
        inside = !is_space;
    }
    return n;
}

/* A line of its own can be read at a glance and still says something. */
static uint32_t score_length(PlSlice text)
{
    uint32_t n_words = count_words(text);
    if (n_words < 4 || n_words > 60) return 0;
    return n_words >= 6 && n_words <= 30 ? 3 : 1;
}

static void finish_group(PlBriefing *briefing, Saying *saying)
{
    pl_evidence_sort(&saying->evidence);
    saying->n_publishers =
        pl_evidence_n_publishers(briefing->arena, briefing->record, &saying->evidence);
}

static bool is_one(const Saying *a, const Saying *b)
{
    bool same_holder = a->kind == b->kind && a->actor == b->actor &&
                       (a->actor >= 0 || pl_slice_equal(a->name, b->name));
    return same_holder &&
           (pl_slice_equal(a->text, b->text) || pl_word_sets_alike(&a->words, &b->words));
}

/* Best first; the best wording of each group speaks for it. */
static Sayings group(PlBriefing *briefing, Sayings *found)
{
    Sayings groups = {0};
    if (found->n) qsort(found->items, found->n, sizeof *found->items, compare_found);
    for (uint32_t i = 0; i < found->n && i < MOST_CANDIDATES; i++) {
        Saying *saying = &found->items[i];
        saying->words = pl_word_set_make(briefing->arena, saying->text);
        uint32_t g = 0;
        while (g < groups.n && !is_one(&groups.items[g], saying))
            g++;
        if (g == groups.n) {
            *pl_vec_push(briefing->arena, &groups) = *saying;
            continue;
        }
        for (uint32_t e = 0; e < saying->evidence.n; e++)
            *pl_vec_push(briefing->arena, &groups.items[g].evidence) = saying->evidence.items[e];
    }
    for (uint32_t i = 0; i < groups.n; i++)
        finish_group(briefing, &groups.items[i]);
    if (groups.n) qsort(groups.items, groups.n, sizeof *groups.items, compare_chosen);
    return groups;
}

static void add_line(PlBriefing *briefing, const Saying *saying, PlBriefLines *lines)
{
    *pl_vec_push(briefing->arena, lines) =
        (PlBriefLine){.lead = saying->name,
                      .note = pl_briefing_office(briefing, saying->actor, (PlSlice){0}),
                      .text = pl_briefing_tidy(briefing->arena, saying->text, MOST_TEXT_BYTES),
                      .n_publishers = saying->n_publishers,
                      .evidence = saying->evidence};
}

static bool is_named(const PlBriefing *briefing, int32_t actor)
{
    return actor >= 0 && briefing->record->actors.actors.items[actor].is_named;
}

static Saying *add_saying(PlBriefing *briefing, Sayings *found, int32_t report, int32_t holder)
{
    Saying *saying = pl_vec_push(briefing->arena, found);
    saying->actor = pl_naming_actor(briefing->record, report, holder);
    saying->name = pl_naming_entity(briefing->record, report, holder);
    saying->order = found->n;
    if (is_named(briefing, saying->actor)) saying->score += 3;
    return saying;
}

/* ---- conditions ----------------------------------------------------------------------------- */

static PlSlice condition_text(PlBriefing *briefing, int32_t report, const PlSpan *spans,
                              uint32_t n_spans)
{
    PlSlice first = pl_naming_words(briefing->record, report, spans[0]);
    if (n_spans == 1) return first;
    PlSlice second = pl_naming_words(briefing->record, report, spans[1]);
    return pl_arena_format(briefing->arena, "%.*s … %.*s", PL_PRI(first), PL_PRI(second));
}

static uint32_t count_lead(const PlBriefLines *lines, PlSlice lead)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < lines->n; i++)
        n += pl_slice_equal(lines->items[i].lead, lead);
    return n;
}

static void find_conditions(PlBriefing *briefing)
{
    const PlRecord *record = briefing->record;
    Sayings found = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->conditions.n; i++) {
            const PlCondition *said = &talks->conditions.items[i];
            PlSpan spans[2];
            uint32_t n_spans = pl_condition_spans(record, (int32_t)r, said, spans);
            Saying *saying = add_saying(briefing, &found, (int32_t)r, said->holder);
            saying->text = condition_text(briefing, (int32_t)r, spans, n_spans);
            saying->score += score_length(saying->text);
            for (uint32_t s = 0; s < n_spans; s++)
                pl_evidence_add(briefing->arena, &saying->evidence, (int32_t)r, spans[s]);
        }
    }
    Sayings groups = group(briefing, &found);
    PlBriefLines *chosen = &briefing->brief->conditions;
    for (uint32_t i = 0; i < groups.n && chosen->n < MOST_CONDITIONS; i++)
        if (count_lead(chosen, groups.items[i].name) < MOST_CONDITIONS_A_HOLDER)
            add_line(briefing, &groups.items[i], chosen);
}

/* ---- quotes --------------------------------------------------------------------------------- */

/* Whose side a speaker is on, as a number to count by: parties first. */
static uint32_t side_of(const PlBriefing *briefing, int32_t actor)
{
    int32_t side = pl_briefing_side(briefing, actor);
    int32_t party = pl_briefing_party(briefing, side);
    return party >= 0 ? (uint32_t)party : briefing->brief->parties.n + (uint32_t)side;
}

static void gather_quotes(PlBriefing *briefing, Sayings *found)
{
    const PlRecord *record = briefing->record;
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlQuotes *quotes = &record->reports[r].quotes;
        for (uint32_t i = 0; i < quotes->quotes.n; i++) {
            const PlQuote *quote = &quotes->quotes.items[i];
            PlSlice text = pl_naming_words(record, (int32_t)r, quote->span);
            uint32_t score = score_length(text);
            int32_t actor = pl_naming_actor(record, (int32_t)r, quote->speaker);
            if (quote->kind != PL_QUOTE_DIRECT || score == 0 || actor < 0) continue;
            Saying *saying = add_saying(briefing, found, (int32_t)r, quote->speaker);
            saying->text = text;
            saying->score += score + (record->actors.actors.items[actor].type == PL_ENTITY_PER);
            pl_evidence_add(briefing->arena, &saying->evidence, (int32_t)r, quote->span);
        }
    }
}

/* Takes the best while no side and no speaker has too many. */
static Sayings choose_quotes(PlBriefing *briefing, const Sayings *groups)
{
    uint32_t n_sides = briefing->brief->parties.n + briefing->record->actors.actors.n;
    uint8_t *by_side = pl_arena_array(briefing->arena, uint8_t, n_sides + 1);
    uint8_t *by_speaker =
        pl_arena_array(briefing->arena, uint8_t, briefing->record->actors.actors.n + 1);
    Sayings chosen = {0};
    for (uint32_t i = 0; i < groups->n && chosen.n < MOST_QUOTES; i++) {
        const Saying *saying = &groups->items[i];
        uint32_t side = side_of(briefing, saying->actor);
        if (by_side[side] >= MOST_QUOTES_A_SIDE) continue;
        if (by_speaker[saying->actor] >= MOST_QUOTES_A_SPEAKER) continue;
        by_side[side]++;
        by_speaker[saying->actor]++;
        *pl_vec_push(briefing->arena, &chosen) = *saying;
        chosen.items[chosen.n - 1].kind = side;
    }
    return chosen;
}

/* By side, parties first; within a side one speaker after the other. */
static int compare_sides(const void *x, const void *y)
{
    const Saying *a = x;
    const Saying *b = y;
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    if (!order) order = (a->actor > b->actor) - (a->actor < b->actor);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static void find_quotes(PlBriefing *briefing)
{
    Sayings found = {0};
    gather_quotes(briefing, &found);
    Sayings groups = group(briefing, &found);
    Sayings chosen = choose_quotes(briefing, &groups);
    if (chosen.n) qsort(chosen.items, chosen.n, sizeof *chosen.items, compare_sides);
    for (uint32_t i = 0; i < chosen.n; i++)
        add_line(briefing, &chosen.items[i], &briefing->brief->quotes);
}

/* ---- outlook -------------------------------------------------------------------------------- */

static void gather_outlook(PlBriefing *briefing, Sayings *found)
{
    const PlRecord *record = briefing->record;
    PlEvidence by_polarity[PL_N_POLARITIES] = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlTalks *talks = &record->reports[r].talks;
        for (uint32_t i = 0; i < talks->outlook.n; i++) {
            const PlOutlook *said = &talks->outlook.items[i];
            Saying *saying = add_saying(briefing, found, (int32_t)r, said->holder);
            saying->text = pl_naming_words(record, (int32_t)r, said->span);
            saying->kind = said->polarity;
            saying->score += score_length(saying->text);
            pl_evidence_add(briefing->arena, &saying->evidence, (int32_t)r, said->span);
            pl_evidence_add(briefing->arena, &by_polarity[said->polarity], (int32_t)r, said->span);
        }
    }
    for (uint32_t p = 0; p < PL_N_POLARITIES; p++) {
        pl_evidence_sort(&by_polarity[p]);
        briefing->brief->n_outlook[p] =
            pl_evidence_n_publishers(briefing->arena, record, &by_polarity[p]);
    }
}

/* The best of each polarity first, so that no expectation goes unheard; then the best of all. */
static void find_outlook(PlBriefing *briefing)
{
    Sayings found = {0};
    gather_outlook(briefing, &found);
    Sayings groups = group(briefing, &found);
    bool *taken = pl_arena_array(briefing->arena, bool, groups.n + 1);
    uint32_t n_taken = 0;
    for (uint32_t p = 0; p < PL_N_POLARITIES; p++) {
        for (uint32_t i = 0; i < groups.n; i++) {
            if (groups.items[i].kind != p) continue;
            taken[i] = true;
            n_taken++;
            break;
        }
    }
    for (uint32_t i = 0; i < groups.n && n_taken < MOST_OUTLOOK; i++) {
        n_taken += !taken[i];
        taken[i] = true;
    }
    for (uint32_t i = 0; i < groups.n; i++)
        if (taken[i]) add_line(briefing, &groups.items[i], &briefing->brief->outlook);
}

void pl_briefing_find_sayings(PlBriefing *briefing)
{
    find_conditions(briefing);
    find_quotes(briefing);
    find_outlook(briefing);
}
