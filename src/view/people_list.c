#include "view/lists.h"
#include "view/naming.h"
#include "view/persons.h"

enum { NAME, TYPE, COUNTRY, CODE, ROLES, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [NAME] = {"name", "Name", PL_CELL_TEXT, {NULL}},
    [TYPE] = {"type", NULL, PL_CELL_TEXT, {NULL}},
    [COUNTRY] = {"country", "Side", PL_CELL_TEXT, {NULL}},
    [CODE] = {"code", NULL, PL_CELL_TEXT, {NULL}},
    [ROLES] = {"roles", "Offices, as reports say", PL_CELL_OBJECTS, {"title", "of", "status"}},
};

static void fill_roles(PlArena *arena, const PlPerson *person, PlCell *cell)
{
    PlRich labels = {0};
    for (uint32_t i = 0; i < person->roles.n; i++) {
        const PlPersonRole *role = &person->roles.items[i];
        PlSlice status = pl_slice(pl_role_status_names[role->status]);
        pl_cell_add(arena, cell, role->title, role->of, status);
        if (i > 0) pl_rich_puts(arena, &labels, PL_STYLE_PLAIN, "; ");
        pl_rich_add(arena, &labels, PL_STYLE_PLAIN,
                    pl_person_role_label(arena, role, (PlSlice){0}));
    }
    cell->text = (PlSlice){labels.bytes, labels.n_bytes};
}

void pl_list_people(const PlListing *listing, PlList *list)
{
    PlPersons persons;
    pl_persons_find(listing->arena, listing->record, &persons);
    *list = (PlList){.what = "people", .columns = columns, .n_columns = N_COLUMNS};
    for (uint32_t i = 0; i < persons.persons.n; i++) {
        const PlPerson *person = &persons.persons.items[i];
        const PlActor *actor = &listing->record->actors.actors.items[person->actor];
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[NAME].text = actor->name;
        row->cells[TYPE].text = pl_slice(pl_entity_type_names[actor->type]);
        row->cells[COUNTRY].text = actor->country;
        row->cells[CODE].text = actor->code;
        fill_roles(listing->arena, person, &row->cells[ROLES]);
        row->evidence = person->evidence;
    }
}
