#include "view/naming.h"

#include "base/data.h"

int32_t pl_naming_actor(const PlRecord *record, int32_t report, int32_t entity)
{
    return entity < 0 ? -1 : record->actors.actor_of[report][entity];
}

PlSlice pl_naming_actor_name(const PlRecord *record, int32_t actor)
{
    return actor < 0 ? (PlSlice){0} : record->actors.actors.items[actor].name;
}

PlSlice pl_naming_entity(const PlRecord *record, int32_t report, int32_t entity)
{
    int32_t actor = pl_naming_actor(record, report, entity);
    if (actor >= 0) return pl_naming_actor_name(record, actor);
    return entity < 0 ? (PlSlice){0} : record->reports[report].mentions.entities.items[entity].name;
}

PlSlice pl_naming_capital(PlArena *arena, PlSlice text)
{
    if (text.len == 0 || text.ptr[0] < 'a' || text.ptr[0] > 'z') return text;
    PlSlice rest = {text.ptr + 1, text.len - 1};
    return pl_arena_format(arena, "%c%.*s", text.ptr[0] - 'a' + 'A', PL_PRI(rest));
}

typedef struct Date {
    uint32_t year;
    uint32_t month; /* 0 = none */
    uint32_t day;   /* 0 = none */
} Date;

static bool read_number(PlSlice text, size_t start, size_t n_digits, uint32_t *number)
{
    if (text.len < start + n_digits) return false;
    *number = 0;
    for (size_t i = start; i < start + n_digits; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        *number = *number * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return true;
}

static bool read_date(PlSlice iso, Date *date)
{
    *date = (Date){0};
    if (!read_number(iso, 0, 4, &date->year)) return false;
    if (iso.len == 4) return true;
    if (iso.ptr[4] != '-' || !read_number(iso, 5, 2, &date->month)) return false;
    if (date->month < 1 || date->month > 12) return false;
    if (iso.len == 7) return true;
    if (iso.ptr[7] != '-' || !read_number(iso, 8, 2, &date->day)) return false;
    return iso.len == 10 || iso.ptr[10] == 'T' || iso.ptr[10] == ' ';
}

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};

static PlSlice format_date(PlArena *arena, Date date, bool with_year)
{
    const char *month = month_names[date.month];
    if (date.month == 0) return pl_arena_format(arena, "%u", date.year);
    if (date.day == 0) return pl_arena_format(arena, "%s %u", month, date.year);
    if (!with_year) return pl_arena_format(arena, "%u %s", date.day, month);
    return pl_arena_format(arena, "%u %s %u", date.day, month, date.year);
}

PlSlice pl_naming_date(PlArena *arena, PlSlice iso)
{
    Date first;
    Date last;
    PlSlice rest = iso;
    PlSlice start;
    PlSlice end;
    if (!pl_slice_next(&rest, '/', &start) || !read_date(start, &first)) return iso;
    if (!pl_slice_next(&rest, '/', &end) || !read_date(end, &last))
        return format_date(arena, first, true);
    bool same_year = first.year == last.year;
    PlSlice from = format_date(arena, first, !same_year);
    PlSlice to = format_date(arena, last, true);
    return pl_arena_format(arena, "%.*s or %.*s", PL_PRI(from), PL_PRI(to));
}

void pl_issue_names_load(PlArena *arena, PlIssueNames *names)
{
    for (unsigned file = 0; file < pl_n_data_files; file++) {
        if (!pl_slice_starts(pl_slice(pl_data_files[file].name), "issues/")) continue;
        PlTable table = pl_table_load(arena, pl_data_files[file].name);
        uint32_t id_column = pl_table_column(&table, "id");
        uint32_t name_column = pl_table_column(&table, "name");
        for (uint32_t row = 0; row < table.n_rows; row++) {
            PlSlice id = pl_table_cell(&table, row, id_column);
            PlSlice name = pl_table_cell(&table, row, name_column);
            if (name.len == 0 || pl_symbols_find(&names->ids, id) != PL_NO_SYMBOL) continue;
            pl_symbols_intern(arena, &names->ids, id);
            *pl_vec_push(arena, &names->names) = name;
        }
    }
}

PlSlice pl_issue_names_find(PlArena *arena, const PlIssueNames *names, PlSlice id)
{
    int32_t symbol = pl_symbols_find(&names->ids, id);
    if (symbol != PL_NO_SYMBOL) return names->names.items[symbol];
    char *name = pl_arena_array(arena, char, id.len + 1);
    for (size_t i = 0; i < id.len; i++)
        name[i] = id.ptr[i] == '-' || id.ptr[i] == '_' ? ' ' : id.ptr[i];
    return (PlSlice){name, id.len};
}

PlSlice pl_naming_words(const PlRecord *record, int32_t report, PlSpan span)
{
    return pl_slice_of(record->reports[report].article.text, span);
}
