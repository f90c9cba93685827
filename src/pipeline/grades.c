#include "pipeline/grades.h"

#include <stdlib.h>

#include "base/error.h"
#include "text/user_table.h"

typedef enum Column { COLUMN_SOURCE, COLUMN_GRADE, COLUMN_NOTE, N_COLUMNS } Column;

static const char *const column_names[N_COLUMNS] = {"source", "grade", "note"};

static bool is_grade(PlSlice cell)
{
    return cell.len == 1 && ((cell.ptr[0] >= 'A' && cell.ptr[0] <= 'F') ||
                             (cell.ptr[0] >= 'a' && cell.ptr[0] <= 'f'));
}

static ParleyStatus read_row(const PlUserTable *table, const PlSlice *cells, PlGrades *grades,
                             ParleyError *error)
{
    PlSlice source = cells[COLUMN_SOURCE];
    PlSlice grade = cells[COLUMN_GRADE];
    PlSlice shown = pl_user_table_shown(grade);
    if (source.len == 0 || !is_grade(grade))
        return pl_error_set(error, PARLEY_BAD_INPUT,
                            "%.400s, line %u: \"%.*s\" is no grade of a source; grades are A to F",
                            table->file, table->line, PL_PRI(shown));
    shown = pl_user_table_shown(source);
    if (pl_grades_of(grades, source))
        return pl_error_set(error, PARLEY_BAD_INPUT,
                            "%.400s, line %u: a second grade for \"%.*s\"; keep one", table->file,
                            table->line, PL_PRI(shown));
    *pl_vec_push(table->arena, grades) =
        (PlGrade){source, (char)(grade.ptr[0] & ~0x20)}; /* upper case */
    return PARLEY_OK;
}

static int compare_grades(const void *a, const void *b)
{
    const PlGrade *x = a;
    const PlGrade *y = b;
    return pl_slice_compare(x->source, y->source);
}

ParleyStatus pl_grades_parse(PlArena *arena, const char *name, PlSlice text, PlGrades *grades,
                             ParleyError *error)
{
    *grades = (PlGrades){0};
    PlUserTable table = {.arena = arena,
                         .file = name,
                         .columns = column_names,
                         .n_columns = N_COLUMNS,
                         .needed = 1u << COLUMN_SOURCE | 1u << COLUMN_GRADE,
                         .listed = "source, grade, note; grades are A to F"};
    PlSlice cells[PL_USER_TABLE_COLUMNS];
    ParleyStatus status = pl_user_table_open(&table, text, error);
    while (!status && pl_user_table_next(&table, cells))
        status = read_row(&table, cells, grades, error);
    if (!status && table.n_refused)
        return pl_error_set(error, PARLEY_BAD_INPUT,
                            "%.400s: %u lines are not UTF-8 or have too many cells", name,
                            table.n_refused);
    if (!status && grades->n)
        qsort(grades->items, grades->n, sizeof *grades->items, compare_grades);
    return status;
}

static bool is_same_source(PlSlice a, PlSlice b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = a.ptr[i];
        char y = b.ptr[i];
        if (x >= 'A' && x <= 'Z') x = (char)(x + 32);
        if (y >= 'A' && y <= 'Z') y = (char)(y + 32);
        if (x != y) return false;
    }
    return true;
}

char pl_grades_of(const PlGrades *grades, PlSlice source)
{
    for (uint32_t i = 0; i < grades->n; i++)
        if (is_same_source(grades->items[i].source, source)) return grades->items[i].letter;
    return 0;
}
