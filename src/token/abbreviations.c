#include "token/abbreviations.h"

static PlAbbreviation kind_of(PlSlice name)
{
    if (pl_slice_is(name, "title")) return PL_ABBREVIATION_TITLE;
    if (pl_slice_is(name, "number")) return PL_ABBREVIATION_NUMBER;
    if (pl_slice_is(name, "inside")) return PL_ABBREVIATION_INSIDE;
    return PL_ABBREVIATION_ANY;
}

PlAbbreviation pl_abbreviation_find(const PlLookup *table, PlSlice form, PlSlice lower)
{
    PlSlice rest, kind, capital;
    if (!pl_lookup_find(table, lower, &rest)) return PL_ABBREVIATION_NONE;
    pl_slice_next(&rest, '\t', &kind);
    bool needs_capital = pl_slice_next(&rest, '\t', &capital) && pl_slice_is(capital, "capital");
    if (needs_capital && form.ptr[0] == lower.ptr[0]) return PL_ABBREVIATION_NONE;
    return kind_of(kind);
}
