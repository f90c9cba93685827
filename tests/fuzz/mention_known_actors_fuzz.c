/* Any bytes as a user's table of actors: lines are used or refused in one line each, what is used
 * has a valid code and dates in order, and no look-up goes astray. */
#include <stdlib.h>
#include <string.h>

#include "mention/known_actors.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Parse {
    PlArena arena;
    PlSlice text;
    uint32_t n_notices;
} Parse;

static void check(bool holds)
{
    if (!holds) abort();
}

static void count_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)kind;
    check(strchr(line, '\n') == NULL);
    ((Parse *)context)->n_notices++;
}

static void check_terms(const PlActorCodes *codes, const PlKnownActors *known, int32_t actor)
{
    PlTableDay end = 0;
    check(known->actors.items[actor].first_term >= 0);
    for (int32_t at = known->actors.items[actor].first_term; at >= 0;
         at = known->terms.items[at].next) {
        const PlKnownTerm *term = &known->terms.items[at];
        const char *wrong;
        PlSlice group;
        check(pl_actor_code_is_valid(codes, term->code, &wrong, &group));
        check(term->from <= term->to && (end == 0 || end < term->from));
        end = term->to;
    }
}

static void check_found(Parse *p, const PlKnownActors *known, int32_t actor)
{
    const PlKnownActor *named = &known->actors.items[actor];
    PlSlice code;
    PlSlice country;
    pl_known_actors_code(&p->arena, known, actor, 20200229, &code, &country);
    if (named->type != PL_ENTITY_PER) return;
    PlNameForm form = pl_name_form_make(&p->arena, named->name);
    int32_t found = pl_known_actors_person(&p->arena, known, &form, 0);
    check(found < (int32_t)known->actors.n);
}

static void parse(void *context)
{
    Parse *p = context;
    PlActorCodes codes = {0};
    PlKnownActors known = {0};
    ParleyError error = {0};
    uint32_t n_refused = 0;
    pl_actor_codes_load(&p->arena, &codes);
    if (pl_known_actors_add(&p->arena, &known, &codes, "a.tsv", p->text, PL_KNOWN_USERS,
                            count_notice, p, &n_refused, &error)) {
        check(error.status == PARLEY_BAD_INPUT && error.message[0] && !strchr(error.message, '\n'));
        return;
    }
    check(n_refused == p->n_notices);
    for (uint32_t actor = 0; actor < known.actors.n; actor++) {
        check_terms(&codes, &known, (int32_t)actor);
        check_found(p, &known, (int32_t)actor);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Parse p = {.text = {(const char *)data, size}};
    pl_arena_init(&p.arena, (size_t)64 << 20);
    pl_arena_run(&p.arena, parse, &p);
    pl_arena_clear(&p.arena);
    return 0;
}
