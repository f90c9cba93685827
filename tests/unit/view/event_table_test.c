/* The event tables: every line has as many fields as the format has columns, whatever the names in
 * the record hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden.h"
#include "sample_record.h"
#include "view/event_codes.h"
#include "view/event_table.h"

typedef struct Fixture {
    PlArena arena;
    PlRecord record;
} Fixture;

static int set_up(void **state)
{
    static Fixture fixture;
    pl_arena_init(&fixture.arena, 0);
    sample_record_make(&fixture.arena, &fixture.record);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_clear(&((Fixture *)*state)->arena);
    return 0;
}

static uint32_t count(const char *text, size_t len, char c)
{
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += text[i] == c;
    return n;
}

/* Lines of the table; fails when one has too many fields or too few. */
static uint32_t check_table(Fixture *fixture, ParleyEventTable format, const char *golden)
{
    PlBuffer out;
    pl_buffer_init(&out);
    pl_event_table_write(&fixture->arena, format, &fixture->record, &out);
    assert_false(out.failed);
    const char *columns = pl_event_tables[format].columns;
    uint32_t n_columns = 1 + count(columns, strlen(columns), '|');
    uint32_t n_lines = 0;
    for (size_t at = 0; at < out.len; n_lines++) {
        size_t end = at;
        while (end < out.len && out.bytes[end] != '\n')
            end++;
        assert_true(end < out.len);
        assert_int_equal(1 + count(out.bytes + at, end - at, '\t'), n_columns);
        at = end + 1;
    }
    if (golden) golden_check(golden, (PlSlice){out.bytes, out.len});
    pl_buffer_clear(&out);
    return n_lines;
}

static const char *const golden_names[PARLEY_N_EVENT_TABLES] = {
    "events.gdelt.tsv", "events.gdelt-mentions.tsv", "events.icews.tsv", "events.polecat.tsv"};

static void every_line_has_every_column(void **state)
{
    static const uint32_t n_columns[PARLEY_N_EVENT_TABLES] = {61, 16, 20, 40};
    for (int format = 0; format < PARLEY_N_EVENT_TABLES; format++) {
        const char *columns = pl_event_tables[format].columns;
        assert_int_equal(1 + count(columns, strlen(columns), '|'), n_columns[format]);
        assert_true(check_table(*state, (ParleyEventTable)format, golden_names[format]) > 1);
    }
}

static void names_cannot_break_a_line(void **state)
{
    Fixture *fixture = *state;
    uint32_t n_before[PARLEY_N_EVENT_TABLES];
    for (int format = 0; format < PARLEY_N_EVENT_TABLES; format++)
        n_before[format] = check_table(fixture, (ParleyEventTable)format, NULL);
    PlSlice bad = PL_SLICE("A\tB\nC\r\nD\033[31m\xff");
    for (uint32_t i = 0; i < fixture->record.happenings.actors.n; i++)
        fixture->record.happenings.actors.items[i].name = bad;
    for (int32_t r = 0; r < SAMPLE_N_REPORTS; r++) {
        fixture->record.reports[r].article.metadata.source = bad;
        fixture->record.reports[r].article.metadata.url = bad;
    }
    for (int format = 0; format < PARLEY_N_EVENT_TABLES; format++)
        assert_int_equal(check_table(fixture, (ParleyEventTable)format, NULL), n_before[format]);
}

static void denied_and_hypothetical_events_are_left_out(void **state)
{
    Fixture *fixture = *state;
    PlHappenings *happenings = &fixture->record.happenings;
    uint32_t n = check_table(fixture, PARLEY_EVENTS_GDELT, NULL);
    happenings->happenings.items[0].status = PL_EVENT_NEGATED;
    assert_int_equal(check_table(fixture, PARLEY_EVENTS_GDELT, NULL), n - 1);
    happenings->happenings.items[1].status = PL_EVENT_HYPOTHETICAL;
    assert_int_equal(check_table(fixture, PARLEY_EVENTS_GDELT, NULL), n - 2);
}

static void codes_come_apart(void **state)
{
    Fixture *fixture = *state;
    PlEventCodes codes;
    pl_event_codes_load(&fixture->arena, &codes);
    PlActorCodeParts parts = pl_actor_code_parts(&codes, PL_SLICE("KENMILMED"));
    assert_true(pl_slice_is(parts.country, "KEN"));
    assert_int_equal(parts.n_types, 2);
    assert_true(pl_slice_is(parts.types[1], "MED"));
    parts = pl_actor_code_parts(&codes, PL_SLICE("IGOUNO"));
    assert_int_equal(parts.country.len, 0);
    assert_true(pl_slice_is(parts.types[0], "IGO"));
    assert_true(pl_slice_is(parts.group, "UNO"));
    parts = pl_actor_code_parts(&codes, PL_SLICE("IGOEUREEC"));
    assert_true(pl_slice_is(parts.country, "EUR"));
    assert_true(pl_slice_is(parts.group, "EEC"));
    parts = pl_actor_code_parts(&codes, PL_SLICE("CHRCTH"));
    assert_true(pl_slice_is(parts.religions[1], "CTH"));
    assert_int_equal(parts.n_types, 0);
    parts = pl_actor_code_parts(&codes, PL_SLICE("XY"));
    assert_int_equal(parts.country.len + parts.group.len + parts.n_types, 0);
    assert_true(pl_slice_is(pl_country_name(&codes, PL_SLICE("KEN")), "Kenya"));
}

static void check_plan(Fixture *fixture, const char *cameo, uint8_t quad, const char *coded)
{
    PlEventCodes codes;
    pl_event_codes_load(&fixture->arena, &codes);
    PlCodedAs as = pl_event_coded_as(&codes, pl_slice(cameo), PL_SLICE("X"), PL_SLICE("y"), quad, 1,
                                     PL_EVENT_PLANNED);
    assert_true(pl_slice_is(as.cameo, coded));
    assert_int_equal(as.quad, coded[0] == '0' ? 1 : 3);
}

static void plans_are_intents(void **state)
{
    check_plan(*state, "046", 1, "036");
    check_plan(*state, "071", 2, "030");
    check_plan(*state, "033", 1, "033");
    check_plan(*state, "195", 4, "130");
    check_plan(*state, "138", 3, "138");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_line_has_every_column),
        TEST(names_cannot_break_a_line),
        TEST(denied_and_hypothetical_events_are_left_out),
        TEST(codes_come_apart),
        TEST(plans_are_intents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
