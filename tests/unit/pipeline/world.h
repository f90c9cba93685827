/* A world of reports made by hand, and the record of them. */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "pipeline/record.h"

enum { WORLD_MOST_REPORTS = 16 };

typedef struct World {
    PlArena arena;
    ParleyModel model;
    PlAnnotation reports[WORLD_MOST_REPORTS];
    uint32_t n;
    PlRecord record;
} World;

static inline int set_up(void **state)
{
    static World world;
    world = (World){0};
    pl_arena_init(&world.arena, 0);
    world.model.mention = pl_mention_model_load(&world.arena);
    *state = &world;
    return 0;
}

static inline int tear_down(void **state)
{
    pl_arena_clear(&((World *)*state)->arena);
    return 0;
}

static inline PlAnnotation *add_report(World *world, const char *id, const char *published)
{
    PlAnnotation *report = &world->reports[world->n++];
    report->article.metadata = (PlMetadata){.id = pl_slice(id), .published = pl_slice(published)};
    return report;
}

static inline void add_state(World *world, PlAnnotation *report, const char *name,
                             const char *country)
{
    *pl_vec_push(&world->arena, &report->mentions.entities) =
        (PlEntity){.name = pl_slice(name),
                   .type = PL_ENTITY_LOC,
                   .country = pl_slice(country),
                   .is_named = 1,
                   .is_state = 1};
}

static inline const PlRecord *compute(World *world)
{
    pl_record_compute(&world->arena, &world->model, world->reports, world->n, &world->record);
    return &world->record;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
