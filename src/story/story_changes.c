#include "story/story_changes.h"

#include <stdlib.h>

const char *const pl_story_change_kind_names[PL_N_STORY_CHANGE_KINDS] = {
    [PL_STORY_RENAMED] = "renamed", [PL_STORY_MERGED] = "merged", [PL_STORY_SPLIT] = "split"};

/* A report that was in one story is in another. */
typedef struct Move {
    PlSlice from;
    PlSlice to;
    bool has_others; /* the story it went to has reports of other stories */
} Move;

static int compare_by_to(const void *a, const void *b)
{
    const Move *x = a;
    const Move *y = b;
    int order = pl_slice_compare(x->to, y->to);
    return order ? order : pl_slice_compare(x->from, y->from);
}

static int compare_by_from(const void *a, const void *b)
{
    const Move *x = a;
    const Move *y = b;
    int order = pl_slice_compare(x->from, y->from);
    return order ? order : pl_slice_compare(x->to, y->to);
}

static Move *find_moves(PlArena *arena, const PlStoryMembers *before, const PlStoryMembers *now,
                        uint32_t *n)
{
    Move *moves = pl_arena_array(arena, Move, before->n + 1);
    *n = 0;
    uint32_t i = 0;
    uint32_t k = 0;
    while (i < before->n && k < now->n) {
        int order = pl_slice_compare(before->items[i].report, now->items[k].report);
        if (order == 0)
            moves[(*n)++] = (Move){.from = before->items[i].story, .to = now->items[k].story};
        i += order <= 0;
        k += order >= 0;
    }
    return moves;
}

/* Sorts, and keeps each move once. */
static uint32_t keep_once(Move *moves, uint32_t n)
{
    uint32_t kept = 0;
    if (n) qsort(moves, n, sizeof *moves, compare_by_to);
    for (uint32_t i = 0; i < n; i++)
        if (kept == 0 || compare_by_to(&moves[kept - 1], &moves[i]) != 0) moves[kept++] = moves[i];
    for (uint32_t i = 0; i < kept; i++)
        moves[i].has_others = (i > 0 && pl_slice_equal(moves[i - 1].to, moves[i].to)) ||
                              (i + 1 < kept && pl_slice_equal(moves[i + 1].to, moves[i].to));
    if (kept) qsort(moves, kept, sizeof *moves, compare_by_from);
    return kept;
}

void pl_story_changes_find(PlArena *arena, const PlStoryMembers *before, const PlStoryMembers *now,
                           PlStoryChanges *changes)
{
    uint32_t n;
    Move *moves = find_moves(arena, before, now, &n);
    n = keep_once(moves, n);
    for (uint32_t i = 0; i < n; i++) {
        if (pl_slice_equal(moves[i].from, moves[i].to)) continue;
        bool is_part = (i > 0 && pl_slice_equal(moves[i - 1].from, moves[i].from)) ||
                       (i + 1 < n && pl_slice_equal(moves[i + 1].from, moves[i].from));
        *pl_vec_push(arena, changes) =
            (PlStoryChange){.story = moves[i].from,
                            .kind = is_part               ? PL_STORY_SPLIT
                                    : moves[i].has_others ? PL_STORY_MERGED
                                                          : PL_STORY_RENAMED,
                            .into = moves[i].to};
    }
}

static bool is_story(const PlStoryMembers *members, PlSlice id)
{
    for (uint32_t i = 0; i < members->n; i++)
        if (pl_slice_equal(members->items[i].story, id)) return true;
    return false;
}

static bool has_id(const PlStoryIds *ids, PlSlice id)
{
    for (uint32_t i = 0; i < ids->n; i++)
        if (pl_slice_equal(ids->items[i], id)) return true;
    return false;
}

/* One pass over the changes, which are in order: an id that was reached leads on to what it became
 * after. */
void pl_story_changes_follow(PlArena *arena, const PlStoryHistory *history, PlSlice id,
                             PlStoryIds *ids)
{
    if (is_story(&history->members, id)) {
        *pl_vec_push(arena, ids) = id;
        return;
    }
    PlStoryIds reached = {0};
    *pl_vec_push(arena, &reached) = id;
    for (uint32_t i = 0; i < history->changes.n; i++) {
        const PlStoryChange *change = &history->changes.items[i];
        if (has_id(&reached, change->story) && !has_id(&reached, change->into))
            *pl_vec_push(arena, &reached) = change->into;
    }
    for (uint32_t i = 0; i < reached.n; i++)
        if (is_story(&history->members, reached.items[i]))
            *pl_vec_push(arena, ids) = reached.items[i];
}
