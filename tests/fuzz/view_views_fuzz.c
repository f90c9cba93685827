/* Several reports out of words of the program's tables, as a record, in any view: the first byte
 * chooses it.
 *
 * Whatever order the reports come in, the view is the same.
 */
#include "fuzz/table_text.h"
#include "pipeline/negotiations.h"
#include "view/event_table.h"
#include "view/views.h"

#include <stdlib.h>

enum { MOST_REPORTS = 5, N_VIEWS = PARLEY_VIEW_KTAB + 1, N_FORMATS = PARLEY_FORMAT_CSV + 1 };

typedef struct Fuzz {
    ParleyModel model;
    TableWords words;
} Fuzz;

/* The number chooses day and outlet, so that some reports share one. */
static PlMetadata metadata_of(PlArena *arena, uint32_t report, uint8_t number)
{
    static const char *const outlets[] = {"", "Harbour Wire", "Lake Post", "Hill Courier"};
    PlSlice published = pl_arena_format(arena, "2031-03-%02d", number / 4 % 28 + 1);
    return (PlMetadata){.id = pl_arena_format(arena, "r%u", report),
                        .source = pl_slice(outlets[number % 4]),
                        .published = number < 0xf0 ? published : (PlSlice){0}};
}

/* Each number is a view in a format. */
static void write_view(const PlRecord *record, uint8_t number, PlBuffer *out)
{
    ParleyError error;
    ParleyViewOptions options = {.view = (ParleyView)(number % N_VIEWS),
                                 .format = (ParleyFormat)(number / N_VIEWS % N_FORMATS),
                                 .argument = "r0",
                                 .other = "r1",
                                 .mentions = number % 3 == 0,
                                 .color = number % 2 == 0,
                                 .width = 40 + number};
    if (options.view != PARLEY_VIEW_SEARCH) pl_view_write(record, &options, out, &error);
}

/* Each line of an event table has all of its fields. */
static void write_event_table(PlArena *arena, const PlRecord *record, uint8_t number, PlBuffer *out)
{
    ParleyEventTable format = (ParleyEventTable)(number % PARLEY_N_EVENT_TABLES);
    size_t first = out->len;
    uint32_t n_fields = 1;
    uint32_t n_columns = 1;
    pl_event_table_write(arena, format, record, out);
    for (const char *c = pl_event_tables[format].columns; *c; c++)
        n_columns += *c == '|';
    for (size_t i = first; i < out->len; i++) {
        n_fields += out->bytes[i] == '\t';
        if (out->bytes[i] != '\n') continue;
        if (n_fields != n_columns) abort();
        n_fields = 1;
    }
}

/* With `backwards` the last report comes first. */
static void write_record(PlArena *arena, const Fuzz *fuzz, const PlAnnotation *reports, uint32_t n,
                         uint8_t view, bool backwards, PlBuffer *out)
{
    PlRecord record;
    PlAnnotation *ordered = pl_arena_array(arena, PlAnnotation, n);
    for (uint32_t i = 0; i < n; i++)
        ordered[i] = reports[backwards ? n - 1 - i : i];
    pl_record_compute(arena, &fuzz->model, ordered, n, &record);
    PlNegotiations negotiations;
    pl_negotiations_find(arena, &record, &negotiations);
    for (uint32_t i = 0; i < negotiations.negotiations.n; i++)
        pl_buffer_put(out,
                      pl_negotiation_title(arena, &record, &negotiations.negotiations.items[i]));
    write_view(&record, view, out);
    write_event_table(arena, &record, view, out);
}

static void load(Fuzz *fuzz)
{
    PlArena *arena = &fuzz->model.arena;
    pl_arena_init(arena, 0);
    pl_annotation_model_load(&fuzz->model);
    table_words_load(arena, &fuzz->words);
}

/* The first of `bytes` says how many reports share the others; each begins with its number. */
static uint32_t annotate(PlArena *arena, const Fuzz *fuzz, const uint8_t *bytes, size_t len,
                         PlAnnotation *reports)
{
    uint32_t n = bytes[0] % MOST_REPORTS + 1;
    size_t share = (len - 1) / n;
    for (uint32_t i = 0; i < n && share > 0; i++) {
        const uint8_t *own = bytes + 1 + i * share;
        PlRawReport raw = {.bytes = table_words_text(arena, &fuzz->words, own + 1, share - 1),
                           .metadata = metadata_of(arena, i, own[0])};
        pl_annotate(arena, &fuzz->model, &raw, &reports[i]);
    }
    return share > 0 ? n : 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static Fuzz fuzz; /* the fuzzer runs one thread */
    if (!fuzz.model.talks) load(&fuzz);
    if (len < 2) return 0;
    PlArena arena;
    PlAnnotation reports[MOST_REPORTS];
    PlBuffer forwards;
    PlBuffer backwards;
    pl_arena_init(&arena, 0);
    pl_buffer_init(&forwards);
    pl_buffer_init(&backwards);
    uint32_t n = annotate(&arena, &fuzz, bytes + 1, len - 1, reports);
    write_record(&arena, &fuzz, reports, n, bytes[0], false, &forwards);
    write_record(&arena, &fuzz, reports, n, bytes[0], true, &backwards);
    if (forwards.failed || backwards.failed || forwards.len != backwards.len ||
        (forwards.len && memcmp(forwards.bytes, backwards.bytes, forwards.len) != 0))
        abort();
    pl_buffer_clear(&forwards);
    pl_buffer_clear(&backwards);
    pl_arena_clear(&arena);
    return 0;
}
