#include "mention/known_people.h"

#include "base/data.h"
#include "mention/people_index.h"

enum { MAX_PEOPLE = 400 }; /* of one surname that are looked at */

static PlKnownOrigin origin_of(const char *table)
{
    return pl_slice_starts(pl_slice(table), "officials/") ? PL_KNOWN_OURS : PL_KNOWN_LISTED;
}

/* The first entry of the index that has `surname` or a later one. */
static uint32_t first_entry(uint32_t surname)
{
    uint32_t low = 0;
    uint32_t high = pl_n_people_index;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (pl_people_index[middle].surname < surname)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The lines of one person. */
static void add_person(PlArena *arena, const PlMentionModel *model, PlPeopleEntry entry,
                       PlKnownActors *people)
{
    const char *table = pl_people_tables[entry.where >> PL_PEOPLE_OFFSET_BITS];
    PlSlice rest = pl_data_file(table);
    uint32_t offset = entry.where & ((1u << PL_PEOPLE_OFFSET_BITS) - 1);
    rest = (PlSlice){rest.ptr + offset, rest.len - offset};
    PlSlice person = {0};
    PlSlice line;
    while (pl_slice_next(&rest, '\n', &line)) {
        PlSlice cells = line;
        PlSlice name;
        pl_slice_next(&cells, '\t', &name);
        if (person.ptr && !pl_slice_equal(name, person)) return;
        person = name;
        pl_known_actors_add_line(arena, people, &model->actor_codes, origin_of(table), line);
    }
}

/* The people of our own tables who have the surname, as a small table. */
static PlKnownActors people_called(PlArena *arena, const PlMentionModel *model, PlSlice surname)
{
    PlKnownActors people = {0};
    uint32_t wanted = (uint32_t)pl_slice_hash(surname);
    uint32_t at = first_entry(wanted);
    for (uint32_t n = 0; n < MAX_PEOPLE && at < pl_n_people_index; n++, at++) {
        if (pl_people_index[at].surname != wanted) break;
        add_person(arena, model, pl_people_index[at], &people);
    }
    return people;
}

static bool find_in(PlArena *arena, const PlKnownActors *known, const PlNameForm *form,
                    PlTableDay day, PlKnownPerson *person)
{
    int32_t actor = pl_known_actors_person(arena, known, form, day);
    if (actor < 0) return false;
    *person = (PlKnownPerson){.origin = known->actors.items[actor].origin,
                              .is_obscure = pl_known_actors_is_obscure(known, actor),
                              .is_famous = pl_known_actors_has_short_name(known, actor)};
    pl_known_actors_code(arena, known, actor, day, &person->code, &person->country);
    return true;
}

bool pl_known_person_find(PlArena *arena, const PlMentionModel *model, const PlNameForm *form,
                          PlTableDay day, PlKnownPerson *person)
{
    if (form->n_words == 0) return false;
    if (find_in(arena, &model->known, form, day, person)) return true;
    PlKnownActors people = people_called(arena, model, form->words[form->n_words - 1]);
    return people.actors.n && find_in(arena, &people, form, day, person);
}

bool pl_known_person_is_name(PlArena *arena, const PlMentionModel *model, const PlNameForm *form)
{
    if (form->n_words < 2) return false;
    if (pl_known_actors_has_name(arena, &model->known, form)) return true;
    PlKnownActors people = people_called(arena, model, form->words[form->n_words - 1]);
    return people.actors.n && pl_known_actors_has_name(arena, &people, form);
}
