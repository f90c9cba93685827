#include "mention/actor_codes.h"

#include "base/data.h"

enum { GROUP_LEN = 3, MAX_GROUPS = 5 };

/* Where a group may stand. */
enum {
    KIND_PLACE = 1, /* a country or region: first */
    KIND_WORLD = 2, /* IGO, NGO, MNC, IMG: first */
    KIND_ROLE = 4   /* anywhere */
};

static void add_group(PlArena *arena, PlActorCodes *codes, PlSlice group, uint8_t kind)
{
    if (group.len != GROUP_LEN) return;
    int32_t symbol = pl_symbols_intern(arena, &codes->groups, group);
    if ((uint32_t)symbol == codes->kinds.n) *pl_vec_push(arena, &codes->kinds) = 0;
    codes->kinds.items[symbol] |= kind;
}

static uint8_t kind_of(const PlActorCodes *codes, PlSlice group)
{
    int32_t symbol = pl_symbols_find(&codes->groups, group);
    return symbol == PL_NO_SYMBOL ? 0 : codes->kinds.items[symbol];
}

static PlSlice group_at(PlSlice code, size_t n)
{
    return (PlSlice){code.ptr + n * GROUP_LEN, GROUP_LEN};
}

static void add_column(PlArena *arena, PlActorCodes *codes, const char *file, const char *column,
                       uint8_t kind)
{
    PlTable table = pl_table_load(arena, file);
    uint32_t at = pl_table_column(&table, column);
    for (uint32_t row = 0; row < table.n_rows; row++)
        add_group(arena, codes, pl_table_cell(&table, row, at), kind);
}

/* The groups behind the first of the codes of known organisations and peoples. */
static void add_special(PlArena *arena, PlActorCodes *codes, const char *file)
{
    PlTable table = pl_table_load(arena, file);
    uint32_t at = pl_table_column(&table, "code");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice code = pl_table_cell(&table, row, at);
        for (size_t n = 0; (n + 1) * GROUP_LEN <= code.len; n++)
            if (n > 0 || !kind_of(codes, group_at(code, n)))
                add_group(arena, codes, group_at(code, n), KIND_ROLE);
    }
}

void pl_actor_codes_load(PlArena *arena, PlActorCodes *codes)
{
    static const char *const world[] = {"IGO", "NGO", "MNC", "IMG"};
    add_column(arena, codes, "countries.tsv", "iso3", KIND_PLACE);
    add_column(arena, codes, "regions.tsv", "code", KIND_PLACE);
    for (size_t i = 0; i < sizeof world / sizeof *world; i++)
        add_group(arena, codes, pl_slice(world[i]), KIND_WORLD | KIND_ROLE);
    add_column(arena, codes, "actor_codes.tsv", "code", KIND_ROLE);
    add_special(arena, codes, "organisations.tsv");
    add_special(arena, codes, "groups.tsv");
}

bool pl_actor_code_is_valid(const PlActorCodes *codes, PlSlice code, const char **wrong,
                            PlSlice *group)
{
    *group = code;
    *wrong = "is no run of groups of three letters, as in KENGOV";
    if (code.len == 0 || code.len % GROUP_LEN || code.len > (size_t)MAX_GROUPS * GROUP_LEN)
        return false;
    for (size_t n = 0; n * GROUP_LEN < code.len; n++) {
        *group = group_at(code, n);
        uint8_t kind = kind_of(codes, *group);
        *wrong = "is no country, region or role";
        if (kind == 0) return false;
        *wrong = "is a country or region, which only begins a code";
        /* "IGOAFR...": an organisation of a region's states */
        bool of_region = n == 1 && pl_slice_is(group_at(code, 0), "IGO");
        if (n > 0 && !(kind & KIND_ROLE) && !of_region) return false;
    }
    return true;
}

PlSlice pl_actor_code_country(const PlActorCodes *codes, PlSlice code)
{
    if (code.len < GROUP_LEN) return (PlSlice){0};
    PlSlice first = group_at(code, 0);
    uint8_t kind = kind_of(codes, first);
    if (kind & KIND_PLACE) return first;
    if (!(kind & KIND_WORLD)) return (PlSlice){0};
    bool of_region = code.len >= 2 * (size_t)GROUP_LEN && pl_slice_is(first, "IGO") &&
                     (kind_of(codes, group_at(code, 1)) & KIND_PLACE);
    return of_region ? group_at(code, 1) : first;
}
