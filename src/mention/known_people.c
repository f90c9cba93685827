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

/* The lines of one person, which begin where an entry says, one by one. */
typedef struct Person {
    const char *table;
    PlSlice rest;
    PlSlice name;
} Person;

static Person person_at(PlPeopleEntry entry)
{
    Person person = {.table = pl_people_tables[entry.where >> PL_PEOPLE_OFFSET_BITS]};
    PlSlice text = pl_data_file(person.table);
    uint32_t offset = entry.where & ((1u << PL_PEOPLE_OFFSET_BITS) - 1);
    person.rest = (PlSlice){text.ptr + offset, text.len - offset};
    return person;
}

static bool next_line(Person *person, PlSlice *line)
{
    if (!pl_slice_next(&person->rest, '\n', line)) return false;
    PlSlice cells = *line;
    PlSlice name;
    pl_slice_next(&cells, '\t', &name);
    if (person->name.ptr && !pl_slice_equal(name, person->name)) return false;
    person->name = name;
    return true;
}

static bool may_be_called(PlArena *arena, PlPeopleEntry entry, const PlNameForm *form)
{
    Person person = person_at(entry);
    PlSlice line;
    while (next_line(&person, &line)) {
        PlSlice aliases = {0};
        PlSlice name;
        pl_slice_next(&line, '\t', &name);
        pl_slice_next(&line, '\t', &aliases);
        do {
            PlNameForm other = pl_name_form_make(arena, name);
            if (other.n_words && pl_known_name_may_mean(&other, form, false)) return true;
        } while (pl_slice_next(&aliases, '|', &name));
    }
    return false;
}

/* The people of our own tables whom the name may mean, as a small table. */
static PlKnownActors people_called(PlArena *arena, const PlMentionModel *model,
                                   const PlNameForm *form)
{
    PlKnownActors people = {0};
    uint32_t wanted = (uint32_t)pl_slice_hash(form->words[form->n_words - 1]);
    uint32_t at = first_entry(wanted);
    for (uint32_t n = 0; n < MAX_PEOPLE && at < pl_n_people_index; n++, at++) {
        if (pl_people_index[at].surname != wanted) break;
        if (!may_be_called(arena, pl_people_index[at], form)) continue;
        Person person = person_at(pl_people_index[at]);
        PlSlice line;
        while (next_line(&person, &line))
            pl_known_actors_add_line(arena, &people, &model->actor_codes, origin_of(person.table),
                                     line);
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
    PlKnownActors people = people_called(arena, model, form);
    return people.actors.n && find_in(arena, &people, form, day, person);
}

bool pl_known_person_is_name(PlArena *arena, const PlMentionModel *model, const PlNameForm *form)
{
    if (form->n_words < 2) return false;
    if (pl_known_actors_has_name(arena, &model->known, form)) return true;
    PlKnownActors people = people_called(arena, model, form);
    return people.actors.n && pl_known_actors_has_name(arena, &people, form);
}
