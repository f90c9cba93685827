#include "pipeline/grades.h"

#include <stdlib.h>

#include "base/error.h"

typedef struct Parse {
    PlArena *arena;
    const char *name;
    PlGrades *grades;
    ParleyError *error;
    unsigned line;
    int source_cell;
    int grade_cell; /* -1 = the header was not read yet */
} Parse;

static ParleyStatus read_header(Parse *parse, PlSlice line)
{
    PlSlice cell;
    for (int i = 0; pl_slice_next(&line, '\t', &cell); i++) {
        if (pl_slice_is_nocase(pl_slice_trim(cell), "source")) parse->source_cell = i;
        if (pl_slice_is_nocase(pl_slice_trim(cell), "grade")) parse->grade_cell = i;
    }
    if (parse->source_cell >= 0 && parse->grade_cell >= 0) return PARLEY_OK;
    return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                        "%.400s, line %u: names no columns \"source\" and \"grade\", with one tab "
                        "between; grades are A to F",
                        parse->name, parse->line);
}

static bool is_grade(PlSlice cell)
{
    return cell.len == 1 && ((cell.ptr[0] >= 'A' && cell.ptr[0] <= 'F') ||
                             (cell.ptr[0] >= 'a' && cell.ptr[0] <= 'f'));
}

static ParleyStatus read_row(Parse *parse, PlSlice line)
{
    PlSlice source = {0};
    PlSlice grade = {0};
    PlSlice cell;
    for (int i = 0; pl_slice_next(&line, '\t', &cell); i++) {
        if (i == parse->source_cell) source = pl_slice_trim(cell);
        if (i == parse->grade_cell) grade = pl_slice_trim(cell);
    }
    if (source.len == 0 || !is_grade(grade))
        return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                            "%.400s, line %u: \"%.*s\" is no grade of a source; grades are A to F",
                            parse->name, parse->line, grade.len > 40 ? 40 : (int)grade.len,
                            grade.ptr ? grade.ptr : "");
    if (pl_grades_of(parse->grades, source))
        return pl_error_set(parse->error, PARLEY_BAD_INPUT,
                            "%.400s, line %u: a second grade for \"%.*s\"; keep one", parse->name,
                            parse->line, source.len > 80 ? 80 : (int)source.len, source.ptr);
    *pl_vec_push(parse->arena, parse->grades) =
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
    Parse parse = {.arena = arena,
                   .name = name,
                   .grades = grades,
                   .error = error,
                   .source_cell = -1,
                   .grade_cell = -1};
    if (pl_slice_starts(text, "\xef\xbb\xbf")) text = (PlSlice){text.ptr + 3, text.len - 3};
    ParleyStatus status = PARLEY_OK;
    bool has_header = false;
    PlSlice line;
    while (!status && pl_slice_next(&text, '\n', &line)) {
        parse.line++;
        if (pl_slice_trim(line).len == 0 || line.ptr[0] == '#') continue;
        status = has_header ? read_row(&parse, line) : read_header(&parse, line);
        has_header = true;
    }
    if (!status && !has_header) {
        parse.line = 1;
        status = read_header(&parse, (PlSlice){0});
    }
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
