#include "view/persons.h"

#include <stdlib.h>

#include "view/naming.h"

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* One statement of a role, on its way to be merged. */
typedef struct RoleRow {
    int32_t actor;
    int32_t report;
    const PlRole *role;
} RoleRow;

static int compare_same_role(const RoleRow *a, const RoleRow *b)
{
    int order = compare_numbers(a->actor, b->actor);
    if (!order) order = pl_slice_compare(a->role->title, b->role->title);
    if (!order) order = pl_slice_compare(a->role->of, b->role->of);
    return order ? order : compare_numbers(a->role->status, b->role->status);
}

static int compare_role_rows(const void *x, const void *y)
{
    const RoleRow *a = x;
    const RoleRow *b = y;
    int order = compare_same_role(a, b);
    if (!order) order = compare_numbers(a->report, b->report);
    if (!order) order = compare_numbers(a->role->span.start_byte, b->role->span.start_byte);
    return order ? order : compare_numbers(a->role->span.end_byte, b->role->span.end_byte);
}

static int compare_roles(const void *x, const void *y)
{
    const PlPersonRole *a = x;
    const PlPersonRole *b = y;
    int order = compare_numbers(b->n_publishers, a->n_publishers);
    /* what somebody is comes before what they were */
    if (!order) order = compare_numbers(a->status, b->status);
    if (!order) order = compare_numbers(b->evidence.n, a->evidence.n);
    if (!order) order = pl_slice_compare(a->title, b->title);
    return order ? order : pl_slice_compare(a->of, b->of);
}

static bool is_named_person(const PlRecord *record, int32_t actor)
{
    if (actor < 0) return false;
    const PlActor *who = &record->actors.actors.items[actor];
    return who->type == PL_ENTITY_PER && who->is_named && !who->is_group;
}

static PlPerson *person_of(PlPersons *persons, int32_t actor)
{
    int32_t person = actor < 0 ? -1 : persons->person_of_actor[actor];
    return person < 0 ? NULL : &persons->persons.items[person];
}

static void add_roles(PlArena *arena, const PlRecord *record, PlPersons *persons)
{
    PL_VEC(RoleRow) rows = {0};
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlMentions *mentions = &record->reports[r].mentions;
        for (uint32_t i = 0; i < mentions->roles.n; i++) {
            const PlRole *role = &mentions->roles.items[i];
            int32_t actor = pl_naming_actor(record, (int32_t)r, role->entity);
            if (!is_named_person(record, actor) || role->title.len == 0) continue;
            *pl_vec_push(arena, &rows) = (RoleRow){actor, (int32_t)r, role};
        }
    }
    if (rows.n) qsort(rows.items, rows.n, sizeof *rows.items, compare_role_rows);
    for (uint32_t i = 0; i < rows.n; i++) {
        const RoleRow *row = &rows.items[i];
        PlPerson *person = person_of(persons, row->actor);
        if (i == 0 || compare_same_role(row - 1, row) != 0)
            *pl_vec_push(arena, &person->roles) = (PlPersonRole){
                .title = row->role->title, .of = row->role->of, .status = row->role->status};
        PlPersonRole *role = &person->roles.items[person->roles.n - 1];
        pl_evidence_add(arena, &role->evidence, row->report, row->role->span);
        pl_evidence_add(arena, &person->evidence, row->report, row->role->span);
    }
}

/* The first name of each entity in each report. */
static void add_mentions(PlArena *arena, const PlRecord *record, PlPersons *persons)
{
    for (uint32_t r = 0; r < record->n_reports; r++) {
        const PlMentions *mentions = &record->reports[r].mentions;
        bool *seen = pl_arena_array(arena, bool, mentions->entities.n + 1);
        for (uint32_t i = 0; i < mentions->mentions.n; i++) {
            const PlMention *mention = &mentions->mentions.items[i];
            if (mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
            if (seen[mention->entity]) continue;
            seen[mention->entity] = true;
            PlPerson *person =
                person_of(persons, pl_naming_actor(record, (int32_t)r, mention->entity));
            if (person) pl_evidence_add(arena, &person->evidence, (int32_t)r, mention->span);
        }
    }
}

typedef struct PersonOrder {
    const PlPerson *person;
    PlSlice name;
} PersonOrder;

static int compare_persons(const void *x, const void *y)
{
    const PersonOrder *a = x;
    const PersonOrder *b = y;
    int order = compare_numbers(b->person->n_publishers, a->person->n_publishers);
    if (!order) order = compare_numbers(b->person->n_reports, a->person->n_reports);
    if (!order) order = pl_slice_compare(a->name, b->name);
    return order ? order : compare_numbers(a->person->actor, b->person->actor);
}

static void finish_person(PlArena *arena, const PlRecord *record, PlPerson *person)
{
    pl_evidence_sort(&person->evidence);
    person->n_publishers = pl_evidence_n_publishers(arena, record, &person->evidence);
    person->n_reports = pl_evidence_n_reports(&person->evidence);
    for (uint32_t i = 0; i < person->roles.n; i++) {
        PlPersonRole *role = &person->roles.items[i];
        pl_evidence_sort(&role->evidence);
        role->n_publishers = pl_evidence_n_publishers(arena, record, &role->evidence);
    }
    if (person->roles.n)
        qsort(person->roles.items, person->roles.n, sizeof *person->roles.items, compare_roles);
}

static void sort_persons(PlArena *arena, const PlRecord *record, PlPersons *persons)
{
    uint32_t n = persons->persons.n;
    if (n == 0) return;
    PersonOrder *order = pl_arena_array(arena, PersonOrder, n);
    for (uint32_t i = 0; i < n; i++) {
        const PlPerson *person = &persons->persons.items[i];
        order[i] = (PersonOrder){person, pl_naming_actor_name(record, person->actor)};
    }
    qsort(order, n, sizeof *order, compare_persons);
    PlPerson *sorted = pl_arena_array(arena, PlPerson, n);
    for (uint32_t i = 0; i < n; i++) {
        sorted[i] = *order[i].person;
        persons->person_of_actor[sorted[i].actor] = (int32_t)i;
    }
    persons->persons.items = sorted;
}

void pl_persons_find(PlArena *arena, const PlRecord *record, PlPersons *persons)
{
    uint32_t n_actors = record->actors.actors.n;
    *persons = (PlPersons){.person_of_actor = pl_arena_array(arena, int32_t, n_actors + 1)};
    for (uint32_t a = 0; a < n_actors; a++) {
        persons->person_of_actor[a] = -1;
        if (!is_named_person(record, (int32_t)a)) continue;
        persons->person_of_actor[a] = (int32_t)persons->persons.n;
        *pl_vec_push(arena, &persons->persons) = (PlPerson){.actor = (int32_t)a};
    }
    add_roles(arena, record, persons);
    add_mentions(arena, record, persons);
    for (uint32_t i = 0; i < persons->persons.n; i++)
        finish_person(arena, record, &persons->persons.items[i]);
    sort_persons(arena, record, persons);
}

/* "the United States", "the State Department", but "Norway". */
static bool takes_article(PlSlice name)
{
    static const char *const first_words[] = {"United ", "European ", "African ", "Arab League"};
    static const char *const last_words[] = {
        "Netherlands", "Philippines", "Kremlin",  "Department",  "Ministry", "Council",
        "Union",       "Nations",     "Republic", "Committee",   "Agency",   "Authority",
        "Office",      "Commission",  "House",    "Organization"};
    for (size_t i = 0; i < sizeof first_words / sizeof *first_words; i++)
        if (pl_slice_starts(name, first_words[i])) return true;
    for (size_t i = 0; i < sizeof last_words / sizeof *last_words; i++)
        if (pl_slice_ends(name, last_words[i])) return true;
    return false;
}

PlSlice pl_person_role_label(PlArena *arena, const PlPersonRole *role, PlSlice known)
{
    bool is_plain = role->status == PL_ROLE_CURRENT;
    bool with_of = role->of.len && !pl_slice_equal(role->of, known);
    PlSlice of = with_of ? role->of : (PlSlice){"", 0};
    const char *join = takes_article(of) ? " of the " : " of ";
    return pl_arena_format(arena, "%s%s%.*s%s%.*s",
                           is_plain ? "" : pl_role_status_names[role->status], is_plain ? "" : " ",
                           PL_PRI(role->title), with_of ? join : "", PL_PRI(of));
}
