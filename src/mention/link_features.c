#include "mention/link_features.h"

#include <stdio.h>

enum { MAX_PARTS = 4 };

typedef struct Template {
    bool is_new;
    int8_t n;
    uint8_t parts[MAX_PARTS];
} Template;

#define F(name) PL_LINK_##name

static const Template templates[] = {
    {true, 1, {F(kind)}},
    {true, 2, {F(kind), F(role)}},
    {true, 2, {F(kind), F(sort)}},
    {true, 3, {F(kind), F(modifiers), F(seen)}},
    {true, 2, {F(kind), F(heard)}},
    {true, 3, {F(kind), F(seen), F(heard)}},
    {true, 2, {F(kind), F(place)}},
    {true, 2, {F(kind), F(quoted)}},
    {true, 2, {F(kind), F(known)}},
    {true, 2, {F(kind), F(number)}},
    {true, 2, {F(kind), F(likely)}},
    {true, 3, {F(kind), F(predicate), F(role)}},
    {true, 3, {F(sort), F(modifiers), F(seen)}},
    {true, 3, {F(role), F(modifiers), F(seen)}},

    {false, 2, {F(kind), F(other_kind)}},
    {false, 3, {F(kind), F(other_kind), F(sentences)}},
    {false, 2, {F(kind), F(sentences)}},
    {false, 2, {F(kind), F(between)}},
    {false, 3, {F(kind), F(other_kind), F(words)}},
    {false, 3, {F(kind), F(words), F(modified)}},
    {false, 3, {F(words), F(modified), F(sentences)}},
    {false, 3, {F(words), F(modified), F(other_kind)}},
    {false, 3, {F(kind), F(words), F(modifiers)}},
    {false, 2, {F(kind), F(numbers)}},
    {false, 3, {F(words), F(numbers), F(kind)}},
    {false, 2, {F(kind), F(genders)}},
    {false, 3, {F(kind), F(other_kind), F(genders)}},
    {false, 3, {F(kind), F(sort), F(other_sort)}},
    {false, 3, {F(sort), F(other_sort), F(words)}},
    {false, 2, {F(kind), F(entities)}},
    {false, 3, {F(kind), F(entities), F(words)}},
    {false, 3, {F(kind), F(role), F(other_role)}},
    {false, 3, {F(kind), F(other_role), F(sentences)}},
    {false, 2, {F(kind), F(tree)}},
    {false, 2, {F(other_kind), F(tree)}},
    {false, 3, {F(kind), F(other_kind), F(tree)}},
    {false, 3, {F(kind), F(other_kind), F(quotation)}},
    {false, 2, {F(kind), F(quotation)}},
    {false, 2, {F(kind), F(size)}},
    {false, 3, {F(kind), F(chain), F(size)}},
    {false, 3, {F(kind), F(newest), F(sentences)}},
    {false, 3, {F(kind), F(rank), F(other_role)}},
    {false, 3, {F(kind), F(rank), F(sentences)}},
    {false, 3, {F(kind), F(seen), F(words)}},
    {false, 2, {F(kind), F(likely_one)}},
    {false, 3, {F(kind), F(likely_one), F(other_sort)}},
};

#undef F

enum { N_TEMPLATES = sizeof templates / sizeof *templates };

#define KINDS                                                                                      \
    "I we you he she it they this that these some here name the this-one owned a counted bare "    \
    "bares "                                                                                       \
    "number clause"
#define ROLES                                                                                      \
    "subject object oblique modifier owner conjunct apposition predicate premodifier other"
#define SORTS "person org place people object animal act idea state amount time unknown"

static const struct {
    const char *name;
    uint8_t n;
    const char *values;
} fact_list[PL_N_LINK_FACTS] = {
#define X(name, n, values) {#name, n, values},
    PL_LINK_FACT_LIST(X)
#undef X
};

static uint32_t size_of(uint32_t t)
{
    uint32_t n = 1;
    for (int i = 0; i < templates[t].n; i++)
        n *= fact_list[templates[t].parts[i]].n;
    return n;
}

uint32_t pl_link_n_rows(void)
{
    uint32_t n = 0;
    for (uint32_t t = 0; t < N_TEMPLATES; t++)
        n += size_of(t);
    return n;
}

_Static_assert((int)N_TEMPLATES <= (int)PL_MAX_LINK_FEATURES,
               "rows and offsets have room for each");

void pl_link_offsets(PlLinkOffsets *offsets)
{
    uint32_t first = 0;
    for (uint32_t t = 0; t < N_TEMPLATES; t++) {
        offsets->first[t] = first;
        first += size_of(t);
    }
}

uint32_t pl_link_rows(const PlLinkOffsets *offsets, const PlLinkFacts *facts,
                      uint32_t rows[PL_MAX_LINK_FEATURES])
{
    uint32_t n = 0;
    for (uint32_t t = 0; t < N_TEMPLATES; t++) {
        if (templates[t].is_new != facts->is_new) continue;
        uint32_t value = 0;
        for (int i = 0; i < templates[t].n; i++) {
            uint8_t part = templates[t].parts[i];
            value = value * fact_list[part].n + facts->value[part];
        }
        rows[n++] = offsets->first[t] + value;
    }
    return n;
}

static PlSlice value_name(uint8_t fact, uint32_t value)
{
    PlSlice rest = pl_slice(fact_list[fact].values);
    PlSlice name = {0};
    for (uint32_t i = 0; i <= value; i++)
        if (!pl_slice_next(&rest, ' ', &name)) return (PlSlice){0};
    return name;
}

void pl_link_row_name(uint32_t row, char *name, size_t size)
{
    uint32_t t = 0;
    while (row >= size_of(t))
        row -= size_of(t++);
    uint32_t left = size_of(t);
    size_t n = 0;
    for (int i = 0; i < templates[t].n && n < size; i++)
        n += (size_t)snprintf(name + n, size - n, "%s%s", i ? " " : "",
                              fact_list[templates[t].parts[i]].name);
    for (int i = 0; i < templates[t].n && n < size; i++) {
        uint8_t part = templates[t].parts[i];
        left /= fact_list[part].n;
        n += (size_t)snprintf(name + n, size - n, "%s%.*s", i ? " " : "\t",
                              PL_PRI(value_name(part, row / left)));
        row %= left;
    }
}

static bool is_template(uint32_t t, PlSlice facts)
{
    PlSlice name;
    int n = 0;
    for (; pl_slice_next(&facts, ' ', &name); n++)
        if (n == templates[t].n || !pl_slice_is(name, fact_list[templates[t].parts[n]].name))
            return false;
    return n == templates[t].n;
}

/* The value of a fact that `name` is; as many as there are: none. */
static uint32_t value_named(uint8_t fact, PlSlice name)
{
    PlSlice rest = pl_slice(fact_list[fact].values);
    PlSlice other;
    uint32_t value = 0;
    while (pl_slice_next(&rest, ' ', &other) && !pl_slice_equal(name, other))
        value++;
    return value;
}

static int32_t value_in(uint32_t t, PlSlice values)
{
    uint32_t row = 0;
    for (int i = 0; i < templates[t].n; i++) {
        PlSlice name;
        uint8_t part = templates[t].parts[i];
        if (!pl_slice_next(&values, ' ', &name)) return -1;
        uint32_t value = value_named(part, name);
        if (value >= fact_list[part].n) return -1;
        row = row * fact_list[part].n + value;
    }
    return (int32_t)row;
}

int32_t pl_link_row_named(PlSlice facts, PlSlice values)
{
    uint32_t first = 0;
    for (uint32_t t = 0; t < N_TEMPLATES; t++) {
        if (is_template(t, facts)) {
            int32_t row = value_in(t, values);
            return row < 0 ? -1 : (int32_t)first + row;
        }
        first += size_of(t);
    }
    return -1;
}
