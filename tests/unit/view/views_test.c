#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden.h"
#include "sample_record.h"
#include "view/views.h"

typedef struct Fixture {
    PlArena arena;
    PlRecord record;
} Fixture;

static void make_record(void *context)
{
    Fixture *fixture = context;
    sample_record_make(&fixture->arena, &fixture->record);
}

static int set_up(void **state)
{
    static Fixture fixture;
    pl_arena_init(&fixture.arena, 0);
    assert_true(pl_arena_run(&fixture.arena, make_record, &fixture));
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *fixture = *state;
    pl_arena_clear(&fixture->arena);
    return 0;
}

static void check_view(Fixture *fixture, const ParleyViewOptions *options, const char *name)
{
    PlBuffer out;
    ParleyError error = {0};
    pl_buffer_init(&out);
    assert_int_equal(pl_view_write(&fixture->record, options, &out, &error), PARLEY_OK);
    assert_true(pl_buffer_flush(&out));
    golden_check(name, (PlSlice){out.bytes, out.len});
    pl_buffer_clear(&out);
}

typedef struct ViewName {
    ParleyView view;
    const char *name;
} ViewName;

static const ViewName lists[] = {{PARLEY_VIEW_PEOPLE, "people"},
                                 {PARLEY_VIEW_DELEGATIONS, "delegations"},
                                 {PARLEY_VIEW_EVENTS, "events"},
                                 {PARLEY_VIEW_QUOTES, "quotes"},
                                 {PARLEY_VIEW_POSITIONS, "positions"},
                                 {PARLEY_VIEW_CONDITIONS, "conditions"},
                                 {PARLEY_VIEW_OUTLOOK, "outlook"},
                                 {PARLEY_VIEW_TIMELINE, "timeline"},
                                 {PARLEY_VIEW_DIFFERENCES, "differences"},
                                 {PARLEY_VIEW_AGREEMENTS, "agreements"},
                                 {PARLEY_VIEW_STORIES, "stories"},
                                 {PARLEY_VIEW_FIGURES, "figures"},
                                 {PARLEY_VIEW_COPIES, "copies"},
                                 {PARLEY_VIEW_SOURCES, "sources"},
                                 {PARLEY_VIEW_REPORTS, "reports"},
                                 {PARLEY_VIEW_TALKS, "talks"},
                                 {PARLEY_VIEW_MOVES, "moves"},
                                 {PARLEY_VIEW_GAPS, "gaps"}};

static void ktab_has_actors_and_dimensions(void **state)
{
    check_view(*state, &(ParleyViewOptions){.view = PARLEY_VIEW_KTAB, .format = PARLEY_FORMAT_CSV},
               "ktab.csv");
}

static void lists_have_three_forms(void **state)
{
    static const char *const endings[] = {
        [PARLEY_FORMAT_TEXT] = "txt", [PARLEY_FORMAT_JSON] = "json", [PARLEY_FORMAT_CSV] = "csv"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        for (int format = PARLEY_FORMAT_TEXT; format <= PARLEY_FORMAT_CSV; format++) {
            if (format == PARLEY_FORMAT_HTML) continue;
            char name[64];
            snprintf(name, sizeof name, "%s.%s", lists[i].name, endings[format]);
            check_view(*state,
                       &(ParleyViewOptions){.view = lists[i].view, .format = (ParleyFormat)format},
                       name);
        }
    }
}

static void a_narrow_list_becomes_blocks(void **state)
{
    check_view(*state, &(ParleyViewOptions){.view = PARLEY_VIEW_PEOPLE, .width = 32},
               "people_narrow.txt");
}

/* Columns give way, then words break: whatever the width, it ends. */
static void every_view_fits_every_width(void **state)
{
    Fixture *fixture = *state;
    for (size_t i = 0; i <= sizeof lists / sizeof *lists; i++) {
        ParleyView view = i ? lists[i - 1].view : PARLEY_VIEW_BRIEF;
        for (unsigned width = 1; width <= 160; width += 3) {
            PlBuffer out;
            ParleyViewOptions options = {.view = view, .width = width};
            pl_buffer_init(&out);
            assert_int_equal(pl_view_write(&fixture->record, &options, &out, NULL), PARLEY_OK);
            assert_true(out.len > 0 && out.len < 64 * 1024);
            pl_buffer_clear(&out);
        }
    }
}

static void quotes_can_be_chosen_by_speaker_and_subject(void **state)
{
    check_view(*state, &(ParleyViewOptions){.view = PARLEY_VIEW_QUOTES, .speaker = "lena VOSS"},
               "quotes_of_voss.txt");
    check_view(*state, &(ParleyViewOptions){.view = PARLEY_VIEW_QUOTES, .about = "gates"},
               "quotes_about_gates.txt");
    check_view(*state, &(ParleyViewOptions){.view = PARLEY_VIEW_QUOTES, .speaker = "nobody"},
               "quotes_of_nobody.txt");
}

static void events_can_be_chosen(void **state)
{
    ParleyViewOptions options = {.view = PARLEY_VIEW_EVENTS, .mentions = true};
    check_view(*state, &options, "events_mentions.txt");
    options = (ParleyViewOptions){
        .view = PARLEY_VIEW_EVENTS, .pair = "merisia, ALD", .date = "2024-03-08..", .type = "035"};
    check_view(*state, &options, "events_of_pair.txt");
    options = (ParleyViewOptions){
        .view = PARLEY_VIEW_EVENTS, .actor = "aldova", .type = "consult", .status = "actual"};
    options.place = "port selwyn";
    check_view(*state, &options, "events_at_selwyn.txt");
    options = (ParleyViewOptions){.view = PARLEY_VIEW_EVENTS, .date = "..2024-02"};
    check_view(*state, &options, "events_of_no_date.txt");
}

static void an_event_filter_without_sense_is_refused(void **state)
{
    Fixture *fixture = *state;
    static const ParleyViewOptions senseless[] = {{.view = PARLEY_VIEW_EVENTS, .date = "May"},
                                                  {.view = PARLEY_VIEW_EVENTS, .date = ".."},
                                                  {.view = PARLEY_VIEW_EVENTS, .date = "2024-3-07"},
                                                  {.view = PARLEY_VIEW_EVENTS, .pair = "Aldova"},
                                                  {.view = PARLEY_VIEW_EVENTS, .status = "likely"}};
    for (size_t i = 0; i < sizeof senseless / sizeof *senseless; i++) {
        PlBuffer out;
        ParleyError error = {0};
        pl_buffer_init(&out);
        assert_int_equal(pl_view_write(&fixture->record, &senseless[i], &out, &error),
                         PARLEY_BAD_ARGUMENT);
        assert_true(error.message[0] != 0 && out.len == 0);
        pl_buffer_clear(&out);
    }
}

static void the_brief_has_its_forms(void **state)
{
    ParleyViewOptions options = {.view = PARLEY_VIEW_BRIEF};
    check_view(*state, &options, "brief.txt");
    options.width = 44;
    check_view(*state, &options, "brief_narrow.txt");
    options.width = 0;
    options.color = true;
    check_view(*state, &options, "brief_color.txt");
    options.format = PARLEY_FORMAT_JSON;
    check_view(*state, &options, "brief.json");
    options.format = PARLEY_FORMAT_HTML;
    check_view(*state, &options, "brief.html");
}

static void a_report_is_shown_by_a_beginning_of_its_id(void **state)
{
    ParleyViewOptions options = {.view = PARLEY_VIEW_SHOW, .argument = "quay"};
    check_view(*state, &options, "show.txt");
    options.color = true;
    check_view(*state, &options, "show_color.txt");
    options.format = PARLEY_FORMAT_JSON;
    check_view(*state, &options, "show.json");
    options.format = PARLEY_FORMAT_HTML;
    check_view(*state, &options, "show.html");
}

static void a_report_that_is_not_there_is_told_of(void **state)
{
    Fixture *fixture = *state;
    PlBuffer out;
    ParleyError error = {0};
    ParleyViewOptions options = {.view = PARLEY_VIEW_SHOW, .argument = "nowhere\033[31m"};
    pl_buffer_init(&out);
    assert_int_equal(pl_view_write(&fixture->record, &options, &out, &error), PARLEY_NOT_FOUND);
    assert_non_null(strstr(error.message, "no report has this id"));
    assert_null(strchr(error.message, '\033'));
    pl_buffer_clear(&out);
}

static void a_form_that_a_view_has_not_is_refused(void **state)
{
    Fixture *fixture = *state;
    PlBuffer out;
    ParleyError error = {0};
    pl_buffer_init(&out);
    ParleyViewOptions options = {.view = PARLEY_VIEW_PEOPLE, .format = PARLEY_FORMAT_HTML};
    assert_int_equal(pl_view_write(&fixture->record, &options, &out, &error), PARLEY_BAD_ARGUMENT);
    options = (ParleyViewOptions){.view = PARLEY_VIEW_BRIEF, .format = PARLEY_FORMAT_CSV};
    assert_int_equal(pl_view_write(&fixture->record, &options, &out, &error), PARLEY_BAD_ARGUMENT);
    assert_int_equal(out.len, 0);
    pl_buffer_clear(&out);
}

static void an_empty_record_has_every_view(void **state)
{
    (void)state;
    PlRecord empty = {0};
    for (int view = PARLEY_VIEW_BRIEF; view <= PARLEY_VIEW_REPORTS; view++) {
        PlBuffer out;
        ParleyViewOptions options = {.view = (ParleyView)view};
        pl_buffer_init(&out);
        assert_int_equal(pl_view_write(&empty, &options, &out, NULL), PARLEY_OK);
        assert_true(out.len > 0);
        pl_buffer_clear(&out);
    }
}

static void hits_are_marked_and_cited(void **state)
{
    Fixture *fixture = *state;
    PlStoreHit hit = {pl_slice("hill-post-0308"), 5,
                      fixture->record.reports[2].tokens.sent_span[4]};
    PlStoreHits hits = {.items = &hit, .n = 1};
    ParleyViewOptions options = {.argument = "water \"40 percent\"", .color = true};
    PlBuffer out;
    pl_buffer_init(&out);
    pl_view_write_hits(&fixture->record, &hits, &options, &out);
    golden_check("search.txt", (PlSlice){out.bytes, out.len});
    pl_buffer_clear(&out);
    options.format = PARLEY_FORMAT_JSON;
    pl_buffer_init(&out);
    pl_view_write_hits(&fixture->record, &hits, &options, &out);
    golden_check("search.json", (PlSlice){out.bytes, out.len});
    pl_buffer_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_have_three_forms),
        cmocka_unit_test(ktab_has_actors_and_dimensions),
        cmocka_unit_test(a_narrow_list_becomes_blocks),
        cmocka_unit_test(every_view_fits_every_width),
        cmocka_unit_test(quotes_can_be_chosen_by_speaker_and_subject),
        cmocka_unit_test(events_can_be_chosen),
        cmocka_unit_test(an_event_filter_without_sense_is_refused),
        cmocka_unit_test(the_brief_has_its_forms),
        cmocka_unit_test(a_report_is_shown_by_a_beginning_of_its_id),
        cmocka_unit_test(a_report_that_is_not_there_is_told_of),
        cmocka_unit_test(a_form_that_a_view_has_not_is_refused),
        cmocka_unit_test(an_empty_record_has_every_view),
        cmocka_unit_test(hits_are_marked_and_cited),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
