/* Explaining an event through the public API: a report is read, its event found, and the reasons
 * asked for, in both forms; ids that lead nowhere are told of. */
#include "unit/api/reading.h"

static const char *const report =
    "Norway's foreign minister met her Danish counterpart in Bergen on Tuesday.\n\n"
    "Sweden will send experts to Norway if the ferries stop.\n\n"
    "Denmark did not attack Sweden over the herring quota.\n";

static ParleyModel *model;

typedef struct World {
    Scratch scratch;
    char db[600];
    ParleyRecord *record;
} World;

static int set_up(void **state)
{
    World *w = calloc(1, sizeof *w);
    assert_non_null(w);
    ParleyError error;
    scratch_make(&w->scratch);
    snprintf(w->db, sizeof w->db, "%s", scratch_path(&w->scratch, "a.db"));
    const char *path = scratch_write(&w->scratch, "herring.txt", report, strlen(report));
    ParleyReadOptions options = {.metadata = {.published = "2031-03-14"}};
    reading_run(model, w->db, &path, 1, &options);
    if (parley_record_open(w->db, PARLEY_RECORD_READ, &w->record, &error))
        fail_msg("%s", error.message);
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    World *w = *state;
    parley_record_close(w->record);
    scratch_remove(&w->scratch);
    free(w);
    return 0;
}

typedef struct Text {
    char bytes[1 << 16];
    size_t len;
} Text;

static bool keep(void *context, const char *bytes, size_t len)
{
    Text *text = context;
    if (text->len + len >= sizeof text->bytes) return false;
    memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
    text->bytes[text->len] = 0;
    return true;
}

/* The id of the first event of `type`, cut to `n_digits`. */
static void find_id(World *w, const char *type, char *id, size_t n_digits)
{
    static Text list;
    ParleyError error = {0};
    list.len = 0;
    ParleyViewOptions options = {
        .view = PARLEY_VIEW_EVENTS, .format = PARLEY_FORMAT_JSON, .type = type};
    assert_int_equal(parley_record_view(w->record, &options, (ParleySink){keep, &list}, &error),
                     PARLEY_OK);
    const char *at = strstr(list.bytes, "\"id\":\"");
    assert_non_null(at);
    memcpy(id, at + 6, n_digits);
    id[n_digits] = 0;
}

static ParleyStatus explain(World *w, const char *id, ParleyFormat format, Text *text,
                            ParleyError *error)
{
    ParleyViewOptions options = {.format = format, .width = 200};
    text->len = 0;
    text->bytes[0] = 0;
    return parley_record_explain(w->record, model, id, &options, (ParleySink){keep, text}, error);
}

static void assert_has(const Text *text, const char *words)
{
    if (!strstr(text->bytes, words)) fail_msg("\"%s\" is not in:\n%s", words, text->bytes);
}

static void test_a_meeting(void **state)
{
    static Text text;
    World *w = *state;
    char id[16];
    ParleyError error = {0};
    find_id(w, "CONSULT", id, 8);
    assert_int_equal(explain(w, id, PARLEY_FORMAT_TEXT, &text, &error), PARLEY_OK);
    assert_has(&text, "CONSULT, CAMEO 040, actual");
    assert_has(&text, "1 mention in 1 report of 1 independent publisher");
    assert_has(&text, "[trigger: met]");
    assert_has(&text, "Frame 040 meet: frames/consult.frames, line 3");
    assert_has(&text, "nsubj of \"met\"");
    assert_has(&text, "obj of \"met\"");
    assert_has(&text, "\"Tuesday\", in a report of 2031-03-14");
    assert_has(&text, "met  VERB  root");
    assert_int_equal(explain(w, id, PARLEY_FORMAT_JSON, &text, &error), PARLEY_OK);
    assert_has(&text, "\"trigger\":{\"start\":26,\"end\":29,\"text\":\"met\"}");
    assert_has(&text,
               "\"frame\":{\"name\":\"040 meet\",\"file\":\"frames/consult.frames\",\"line\":3");
    assert_has(&text, "\"deprel\":\"nsubj\"");
}

static void test_why_it_did_not_happen(void **state)
{
    static Text text;
    World *w = *state;
    char id[16];
    ParleyError error = {0};
    find_id(w, "ASSAULT", id, 12);
    assert_int_equal(explain(w, id, PARLEY_FORMAT_TEXT, &text, &error), PARLEY_OK);
    assert_has(&text, "Status negated: \"not\" before it: it did not happen");
    assert_has(&text, "Date unknown: no date near it in its sentence");
}

static void test_ids_that_lead_nowhere(void **state)
{
    static Text text;
    World *w = *state;
    ParleyError error = {0};
    assert_int_equal(explain(w, "xyz", PARLEY_FORMAT_TEXT, &text, &error), PARLEY_NOT_FOUND);
    assert_non_null(strstr(error.message, "no event has this id"));
    assert_int_equal(explain(w, "", PARLEY_FORMAT_TEXT, &text, &error), PARLEY_NOT_FOUND);
    assert_non_null(strstr(error.message, "several events"));
    assert_int_equal(explain(w, "abc", PARLEY_FORMAT_CSV, &text, &error), PARLEY_BAD_ARGUMENT);
    assert_int_equal(text.len, 0);
}

/* The record was made with frames that this reading has not. */
static void test_another_reading(void **state)
{
    static Text text;
    World *w = *state;
    char id[16];
    ParleyError error = {0};
    ParleyModel *other = reading_model();
    const char *frames = "frame 1722 herring\nnouns herring quota\ntarget over\nsource in-place\n"
                         "frame 074 send experts\nverbs send experts\ntarget to\n";
    char path[600]; /* the next path takes the place of the last */
    snprintf(path, sizeof path, "%s",
             scratch_write(&w->scratch, "my.frames", frames, strlen(frames)));
    const char *herring = scratch_path(&w->scratch, "herring.txt");
    size_t n_refused = 7;
    ParleyReadOptions options = {.metadata = {.published = "2031-03-14"}};
    assert_int_equal(parley_model_add_frames(other, path, NULL, NULL, &n_refused, &error),
                     PARLEY_OK);
    assert_int_equal(n_refused, 0);
    reading_run(other, w->db, &herring, 1, &options);
    find_id(w, "074", id, 12);
    assert_int_equal(explain(w, id, PARLEY_FORMAT_TEXT, &text, &error), PARLEY_OK);
    assert_has(&text, "does not code it");
    ParleyModel *plain = model;
    model = other;
    assert_int_equal(explain(w, id, PARLEY_FORMAT_TEXT, &text, &error), PARLEY_OK);
    model = plain;
    assert_has(&text, "Frame 074 send experts: of a file given with --frames");
    parley_model_close(other);
}

static int open_model(void **state)
{
    (void)state;
    model = reading_model();
    return 0;
}

static int close_model(void **state)
{
    (void)state;
    parley_model_close(model);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_meeting),
        TEST(test_why_it_did_not_happen),
        TEST(test_ids_that_lead_nowhere),
        TEST(test_another_reading),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
