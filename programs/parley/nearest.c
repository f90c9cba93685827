#include "nearest.h"

#include <string.h>

enum { MOST_LETTERS = 32 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits between two words, a swap of neighbours being one (optimal string alignment). */
static size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t cost[MOST_LETTERS + 1][MOST_LETTERS + 1];
    for (size_t i = 0; i <= a_len; i++)
        cost[i][0] = i;
    for (size_t j = 0; j <= b_len; j++)
        cost[0][j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        for (size_t j = 1; j <= b_len; j++) {
            size_t change = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = least(change, least(cost[i - 1][j], cost[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = least(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a_len][b_len];
}

const char *nearest_word(const char *typed, const char *const *known, size_t n_known)
{
    const char *nearest = NULL;
    size_t nearest_cost = 0;
    size_t typed_len = strlen(typed);
    if (typed_len == 0 || typed_len > MOST_LETTERS) return NULL;
    for (size_t i = 0; i < n_known; i++) {
        size_t len = strlen(known[i]);
        if (len > MOST_LETTERS) continue;
        size_t cost = edit_distance(typed, typed_len, known[i], len);
        /* A beginning is as good as one slip: "diff" for "differences". */
        if (typed_len >= 3 && strncmp(known[i], typed, typed_len) == 0) cost = 1;
        if (cost > 1 && cost > (len > typed_len ? len : typed_len) / 3) continue;
        if (nearest && cost >= nearest_cost) continue;
        nearest = known[i];
        nearest_cost = cost;
    }
    return nearest;
}
