#include "view/difference_view.h"

#include <assert.h>
#include <inttypes.h>

#include "view/list.h"
#include "view/naming.h"

enum { MOST_REFS = 4 };

void pl_differences_collect(PlArena *arena, const PlRecord *record, bool agreements,
                            PlDifferencesSaid *said)
{
    const PlDifferences *all = &record->differences;
    int32_t *place = pl_arena_array(arena, int32_t, all->differences.n + 1);
    for (uint32_t i = 0; i < all->differences.n; i++) {
        bool is_agreement = pl_difference_is_agreement(all->differences.items[i].kind);
        place[i] = -1;
        if (is_agreement != agreements) continue;
        place[i] = (int32_t)said->n;
        *pl_vec_push(arena, said) = (PlDifferenceSaid){.difference = &all->differences.items[i]};
    }
    /* where each value stands, for its evidence: under its difference, or nowhere */
    int32_t *number = pl_arena_array(arena, int32_t, all->values.n + 1);
    for (uint32_t i = 0; i < all->values.n; i++) {
        const PlDifferenceValue *value = &all->values.items[i];
        if (place[value->difference] < 0) continue;
        assert(said->items);
        PlDifferenceSaid *difference = &said->items[place[value->difference]];
        number[i] = (int32_t)difference->values.n;
        *pl_vec_push(arena, &difference->values) =
            (PlValueSaid){.value = value->value, .n_publishers = value->n_publishers};
    }
    for (uint32_t i = 0; i < all->evidence.n; i++) {
        const PlDifferenceEvidence *evidence = &all->evidence.items[i];
        int32_t at = place[all->values.items[evidence->value].difference];
        if (at < 0) continue;
        assert(said->items && said->items[at].values.items);
        PlValueSaid *value = &said->items[at].values.items[number[evidence->value]];
        pl_evidence_add(arena, &value->evidence, evidence->report, evidence->span);
    }
}

/* Which of A to F, and none ('-' at the end), the sources of a value have. */
enum { N_LETTERS = 6, UNGRADED = N_LETTERS };

static void find_grades(const PlRecord *record, const PlEvidence *evidence,
                        bool grades[N_LETTERS + 1])
{
    for (uint32_t i = 0; i < evidence->n; i++) {
        const PlMetadata *metadata = &record->reports[evidence->items[i].report].article.metadata;
        char letter = pl_grades_of(&record->grades, metadata->source);
        grades[letter ? letter - 'A' : UNGRADED] = true;
    }
}

PlSlice pl_difference_publishers(PlArena *arena, const PlRecord *record, const PlValueSaid *value)
{
    const char *noun = value->n_publishers == 1 ? "publisher" : "publishers";
    PlSlice text = pl_arena_format(arena, "%" PRIu32 " %s", value->n_publishers, noun);
    if (record->grades.n == 0) return text;
    bool grades[N_LETTERS + 1] = {false};
    find_grades(record, &value->evidence, grades);
    bool is_first = true;
    for (int i = 0; i <= N_LETTERS; i++) {
        if (!grades[i]) continue;
        text = pl_arena_format(arena, "%.*s%s%c", PL_PRI(text), is_first ? "; graded " : ", ",
                               i == UNGRADED ? '-' : 'A' + i);
        is_first = false;
    }
    return text;
}

/* "grades":["A","C",null] */
static void write_grades(PlJson *json, const PlRecord *record, const PlValueSaid *value)
{
    if (record->grades.n == 0) return;
    bool grades[N_LETTERS + 1] = {false};
    find_grades(record, &value->evidence, grades);
    pl_json_key(json, "grades");
    pl_json_array(json);
    for (int i = 0; i < N_LETTERS; i++) {
        char letter = (char)('A' + i);
        if (grades[i]) pl_json_string(json, (PlSlice){&letter, 1});
    }
    if (grades[UNGRADED]) pl_json_null(json);
    pl_json_end(json);
}

void pl_difference_write_json(PlJson *json, const PlRecord *record, const PlDifferenceSaid *said)
{
    pl_json_object(json);
    pl_json_key(json, "subject");
    pl_json_string(json, said->difference->subject);
    pl_json_key(json, "attribute");
    pl_json_string(json, said->difference->attribute);
    pl_json_key(json, "kind");
    pl_json_string(json, pl_slice(pl_difference_kind_names[said->difference->kind]));
    pl_json_key(json, "values");
    pl_json_array(json);
    for (uint32_t i = 0; i < said->values.n; i++) {
        const PlValueSaid *value = &said->values.items[i];
        pl_json_object(json);
        pl_json_key(json, "value");
        pl_json_string(json, value->value);
        pl_json_key(json, "publishers");
        pl_json_integer(json, value->n_publishers);
        write_grades(json, record, value);
        pl_json_key(json, "evidence");
        pl_evidence_write_json(json, record, &value->evidence);
        pl_json_end(json);
    }
    pl_json_end(json);
    pl_json_end(json);
}

static void write_json(PlBuffer *out, const PlRecord *record, const PlDifferencesSaid *said)
{
    PlJson json;
    pl_json_init(&json, out);
    pl_json_array(&json);
    for (uint32_t i = 0; i < said->n; i++)
        pl_difference_write_json(&json, record, &said->items[i]);
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}

enum { SUBJECT, ATTRIBUTE, KIND, VALUE, PUBLISHERS, GRADES, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [SUBJECT] = {"subject", NULL, PL_CELL_TEXT, {NULL}},
    [ATTRIBUTE] = {"attribute", NULL, PL_CELL_TEXT, {NULL}},
    [KIND] = {"kind", NULL, PL_CELL_TEXT, {NULL}},
    [VALUE] = {"value", NULL, PL_CELL_TEXT, {NULL}},
    [PUBLISHERS] = {"publishers", NULL, PL_CELL_NUMBER, {NULL}},
    [GRADES] = {"grades", NULL, PL_CELL_TEXT, {NULL}}, /* last: left out when none are given */
};

/* "A C none" */
static PlSlice grades_in_a_line(PlArena *arena, const PlRecord *record, const PlValueSaid *value)
{
    bool grades[N_LETTERS + 1] = {false};
    PlSlice text = {0};
    find_grades(record, &value->evidence, grades);
    for (int i = 0; i < N_LETTERS; i++)
        if (grades[i])
            text = pl_arena_format(arena, "%.*s%s%c", PL_PRI(text), text.len ? " " : "", 'A' + i);
    if (!grades[UNGRADED]) return text;
    return pl_arena_format(arena, "%.*s%snone", PL_PRI(text), text.len ? " " : "");
}

static void write_csv(PlPage *page, const PlRecord *record, const PlDifferencesSaid *said)
{
    PlList list = {.columns = columns, .n_columns = record->grades.n ? N_COLUMNS : GRADES};
    for (uint32_t i = 0; i < said->n; i++) {
        const PlDifference *difference = said->items[i].difference;
        for (uint32_t v = 0; v < said->items[i].values.n; v++) {
            const PlValueSaid *value = &said->items[i].values.items[v];
            PlListRow *row = pl_list_add_row(page->arena, &list);
            row->cells[SUBJECT].text = difference->subject;
            row->cells[ATTRIBUTE].text = difference->attribute;
            row->cells[KIND].text = pl_slice(pl_difference_kind_names[difference->kind]);
            row->cells[VALUE].text = value->value;
            row->cells[PUBLISHERS].number = value->n_publishers;
            if (record->grades.n)
                row->cells[GRADES].text = grades_in_a_line(page->arena, record, value);
            row->evidence = value->evidence;
        }
    }
    pl_list_write_csv(page->arena, page->out, record, &list);
}

void pl_difference_put_value(PlArena *arena, const PlRecord *record, const PlValueSaid *value,
                             PlRich *rich)
{
    PlSlice publishers = pl_difference_publishers(arena, record, value);
    pl_rich_add(arena, rich, PL_STYLE_PLAIN, value->value);
    pl_rich_space(arena, rich);
    pl_rich_add(arena, rich, PL_STYLE_DIM, pl_arena_format(arena, "(%.*s)", PL_PRI(publishers)));
    pl_evidence_put_refs(arena, record, &value->evidence, MOST_REFS, rich);
}

static void put_difference(PlPage *page, const PlRecord *record, const PlDifferenceSaid *said)
{
    PlArena *arena = page->arena;
    PlRich head = {0};
    pl_rich_add(arena, &head, PL_STYLE_BOLD, pl_naming_capital(arena, said->difference->subject));
    pl_rich_puts(arena, &head, PL_STYLE_PLAIN, ": ");
    pl_rich_add(arena, &head, PL_STYLE_PLAIN, said->difference->attribute);
    if (said->difference->kind != PL_DIFFERENCE_AGREEMENT) {
        const char *kind = said->difference->kind == PL_DIFFERENCE_SHARED
                               ? "others say otherwise: parley differences"
                               : pl_difference_kind_names[said->difference->kind];
        pl_rich_space(arena, &head);
        pl_rich_add(arena, &head, PL_STYLE_DIM, pl_arena_format(arena, "(%s)", kind));
    }
    pl_page_paragraph(page, &head, 0, 2);
    for (uint32_t i = 0; i < said->values.n; i++) {
        PlRich line = {0};
        pl_difference_put_value(arena, record, &said->values.items[i], &line);
        pl_page_paragraph(page, &line, 2, 4);
    }
}

void pl_difference_view_write(PlPage *page, const PlRecord *record, bool agreements,
                              ParleyFormat format)
{
    PlDifferencesSaid said = {0};
    pl_differences_collect(page->arena, record, agreements, &said);
    if (format == PARLEY_FORMAT_JSON) {
        write_json(page->out, record, &said);
        return;
    }
    if (format == PARLEY_FORMAT_CSV) {
        write_csv(page, record, &said);
        return;
    }
    if (said.n == 0)
        pl_buffer_format(page->out, "No %s in %" PRIu32 " %s.\n",
                         agreements ? "agreements" : "differences", record->n_reports,
                         record->n_reports == 1 ? "report" : "reports");
    for (uint32_t i = 0; i < said.n; i++) {
        if (i > 0) pl_page_blank(page);
        put_difference(page, record, &said.items[i]);
    }
}
