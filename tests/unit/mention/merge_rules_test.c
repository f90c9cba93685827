/* A user's rules on names: inside one report and across reports. */
#include "mention_asserts.h"

#include "mention/actors.h"
#include "mention/mention_model.h"

static PlMergeRules rules;
static PlMentionModel with_rules;

static void say(const char *lines)
{
    char text[512];
    snprintf(text, sizeof text, "do\tname\tother\n%s", lines);
    rules = (PlMergeRules){0};
    char *kept = pl_arena_array(&desk.model_arena, char, sizeof text);
    memcpy(kept, text, sizeof text);
    uint32_t n_refused = 0;
    assert_int_equal(pl_merge_rules_parse(&desk.model_arena, "m.tsv", pl_slice(kept), NULL, NULL,
                                          &rules, &n_refused, NULL),
                     PARLEY_OK);
    assert_int_equal(n_refused, 0);
    with_rules = *desk.mention_model;
    with_rules.merges = &rules;
}

static void read_with_rules(const char *text)
{
    const PlMentionModel *shared = desk.mention_model;
    desk.mention_model = &with_rules;
    desk_read(text, "");
    desk.mention_model = shared;
}

static void names_in_one_report(void **state)
{
    (void)state;
    const char *text = "Minister Jonas Weber came. Judge J. Weber left. Envoy Rania Kahoul and "
                       "Envoy Lina Odeh spoke.";
    desk_read(text, "");
    assert_same("Jonas Weber", 0, "J. Weber", 0);
    assert_differ("Rania Kahoul", "Lina Odeh");
    say("split\tjonas weber\tJ. Weber\nmerge\tLina Odeh\tRania Kahoul\n");
    read_with_rules(text);
    assert_differ("Jonas Weber", "J. Weber");
    assert_same("Rania Kahoul", 0, "Lina Odeh", 0);
    /* A rule for one spelling says nothing of another. */
    read_with_rules("Minister Jonas Weber came. Judge Jonas K. Weber left.");
    assert_same("Jonas Weber", 0, "Jonas K. Weber", 0);
}

static PlMentions report_naming(PlArena *arena, const char *const *names, PlEntityType type)
{
    PlMentions mentions = {0};
    for (; *names; names++)
        *pl_vec_push(arena, &mentions.entities) =
            (PlEntity){.name = pl_slice(*names), .type = type, .is_named = 1};
    return mentions;
}

/* The actors of two reports, one name each. */
static uint32_t n_linked(const char *a, const char *b, PlEntityType type)
{
    PlArena arena;
    PlActors actors;
    pl_arena_init(&arena, 0);
    PlMentions first = report_naming(&arena, (const char *const[]){a, NULL}, type);
    PlMentions second = report_naming(&arena, (const char *const[]){b, NULL}, type);
    const PlMentions *const reports[] = {&first, &second};
    pl_actors_link(&arena, &with_rules, reports, NULL, 2, &actors);
    uint32_t n = actors.actors.n;
    pl_arena_clear(&arena);
    return n;
}

static void names_across_reports(void **state)
{
    (void)state;
    say("split\tJonas Weber\tJ. Weber\nsplit\tAndrei Rusu\tAndrey Rusu\n"
        "split\tOdeh\tLina Odeh\nmerge\tRania Kahoul\tR. Kahul-Odeh\n"
        "merge\tHarbour Board\tPort Authority\n");
    assert_int_equal(n_linked("Jonas Weber", "J. Weber", PL_ENTITY_PER), 2);
    assert_int_equal(n_linked("Jonas Weber", "Jonas K. Weber", PL_ENTITY_PER), 1);
    assert_int_equal(n_linked("Andrei Rusu", "Andrey Rusu", PL_ENTITY_PER), 2);
    assert_int_equal(n_linked("Lina Odeh", "Odeh", PL_ENTITY_PER), 2);
    assert_int_equal(n_linked("Rania Kahoul", "R. Kahul-Odeh", PL_ENTITY_PER), 1);
    assert_int_equal(n_linked("Harbour Board", "Port Authority", PL_ENTITY_ORG), 1);
    assert_int_equal(n_linked("Harbour Board", "Port Office", PL_ENTITY_ORG), 2);
    /* a body and a person are never one */
    say("merge\tVelda\tAna Velda\n");
    PlArena arena;
    PlActors actors;
    pl_arena_init(&arena, 0);
    PlMentions first = report_naming(&arena, (const char *const[]){"Velda", NULL}, PL_ENTITY_ORG);
    PlMentions second =
        report_naming(&arena, (const char *const[]){"Ana Velda", NULL}, PL_ENTITY_PER);
    const PlMentions *const reports[] = {&first, &second};
    pl_actors_link(&arena, &with_rules, reports, NULL, 2, &actors);
    assert_int_equal(actors.actors.n, 2);
    pl_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_in_one_report),
        cmocka_unit_test(names_across_reports),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
