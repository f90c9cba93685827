/* Every frame of data/en/frames is tried on the sentences that its file shows: those with "+" give
 * its code with the actors named, those with "*" no event of its type. */
#include "unit/mention/reading_desk.h"

#include "event/event_model.h"

static const PlEventModel *model;
static PlEvents events;

static int open_frames(void **state)
{
    int failed = desk_open(state);
    model = pl_event_model_load(&desk.model_arena);
    return failed;
}

static bool has_actor(int32_t event, PlEventSide side, PlSlice country)
{
    for (uint32_t i = 0; i < events.actors.n; i++) {
        const PlEventActor *actor = &events.actors.items[i];
        if (actor->event == event && actor->side == side && actor->code.len >= country.len &&
            memcmp(actor->code.ptr, country.ptr, country.len) == 0)
            return true;
    }
    return false;
}

/* In a frame of the mutual form all actors are sources. */
static bool has_actors(int32_t event, PlEventSide side, PlSlice countries)
{
    PlSlice country;
    while (countries.len && pl_slice_next(&countries, '|', &country))
        if (!has_actor(event, side, country) && !has_actor(event, PL_EVENT_SOURCE, country))
            return false;
    return true;
}

static bool is_right(const PlFrameExample *example)
{
    const PlFrame *frame = &model->frames->frames.items[example->frame];
    const PlEventCode *code = &model->frames->codes[frame->code];
    for (uint32_t i = 0; i < events.events.n; i++) {
        const PlEvent *event = &events.events.items[i];
        if (example->is_counter && pl_slice_equal(event->plover, code->plover)) return false;
        if (!example->is_counter && pl_slice_equal(event->cameo, code->cameo) &&
            has_actors((int32_t)i, PL_EVENT_SOURCE, example->sources) &&
            has_actors((int32_t)i, PL_EVENT_TARGET, example->targets))
            return true;
    }
    return example->is_counter;
}

static void print_events(void)
{
    for (uint32_t i = 0; i < events.events.n; i++) {
        const PlEvent *event = &events.events.items[i];
        print_message("    %.*s:", PL_PRI(event->frame));
        for (uint32_t k = 0; k < events.actors.n; k++) {
            const PlEventActor *actor = &events.actors.items[k];
            if (actor->event == (int32_t)i)
                print_message(" %s %.*s \"%.*s\"", pl_event_side_names[actor->side],
                              PL_PRI(actor->code),
                              PL_PRI(pl_slice_of(desk.article.text, actor->span)));
        }
        print_message("\n");
    }
}

static void every_frame_does_what_its_file_shows(void **state)
{
    (void)state;
    uint32_t n_wrong = 0;
    char sentence[512];
    for (uint32_t i = 0; i < model->frames->examples.n; i++) {
        const PlFrameExample *example = &model->frames->examples.items[i];
        snprintf(sentence, sizeof sentence, "%.*s", PL_PRI(example->sentence));
        desk_read(sentence, "2029-03-14");
        pl_events_find(&desk.arena, model, &desk.article, &desk.tokens, &desk.syntax,
                       &desk.mentions, &events);
        if (is_right(example)) continue;
        n_wrong++;
        print_message("%.*s:%u: %s\n", PL_PRI(example->file), example->line, sentence);
        print_events();
    }
    assert_int_equal(n_wrong, 0);
}

static void every_frame_has_an_example(void **state)
{
    (void)state;
    const PlFrames *frames = model->frames;
    for (uint32_t f = 0; f < frames->frames.n; f++) {
        uint32_t n[2] = {0, 0};
        for (uint32_t i = 0; i < frames->examples.n; i++)
            if (frames->examples.items[i].frame == (int32_t)f)
                n[frames->examples.items[i].is_counter]++;
        if (!n[0] || !n[1]) print_message("frame %.*s\n", PL_PRI(frames->frames.items[f].name));
        assert_true(n[0] && n[1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_frame_does_what_its_file_shows),
        cmocka_unit_test(every_frame_has_an_example),
    };
    return cmocka_run_group_tests(tests, open_frames, desk_close);
}
