#include "mention/actor_sides.h"

#include "base/symbols.h"

/* The government itself is coded as its country and GOV; ministries and the like have more. Of
 * persons and peoples, those in office or in no sector at all stand for their state: farmers,
 * members of a party and rebels do not. */
static bool stands_for_state(const PlActor *actor)
{
    if (actor->is_state || actor->country.len == 0) return false;
    PlSlice sector =
        actor->code.len > actor->country.len
            ? (PlSlice){actor->code.ptr + actor->country.len, actor->code.len - actor->country.len}
            : (PlSlice){0};
    if (actor->type == PL_ENTITY_PER || actor->type == PL_ENTITY_NORP)
        return sector.len == 0 || pl_slice_starts(sector, "GOV") ||
               pl_slice_starts(sector, "MIL") || pl_slice_starts(sector, "ELI");
    bool is_government =
        actor->code.len == actor->country.len + 3 && pl_slice_ends(actor->code, "GOV");
    return actor->type == PL_ENTITY_ORG && is_government;
}

int32_t *pl_actor_sides_find(PlArena *arena, const PlActors *actors)
{
    uint32_t n = actors->actors.n;
    PlSymbols countries = {0};
    int32_t *state_of = pl_arena_array(arena, int32_t, n + 1); /* by country's symbol */
    int32_t *side_of = pl_arena_array(arena, int32_t, n + 1);
    for (uint32_t a = 0; a < n; a++) {
        const PlActor *actor = &actors->actors.items[a];
        if (!actor->is_state || actor->country.len == 0) continue;
        if (pl_symbols_find(&countries, actor->country) != PL_NO_SYMBOL) continue;
        state_of[pl_symbols_intern(arena, &countries, actor->country)] = (int32_t)a;
    }
    for (uint32_t a = 0; a < n; a++) {
        const PlActor *actor = &actors->actors.items[a];
        int32_t country = pl_symbols_find(&countries, actor->country);
        bool stands = stands_for_state(actor) && country != PL_NO_SYMBOL;
        side_of[a] = stands ? state_of[country] : (int32_t)a;
    }
    return side_of;
}
