/* The names that were taken for one person's, and why. What is shown follows from the names: of two
 * that no rule of ours joins, only the user's own can have. */
#include <stdlib.h>

#include "mention/name_agreement.h"
#include "view/lists.h"
#include "view/naming.h"
#include "view/persons.h"

enum { NAME, FORM, REASON, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [NAME] = {"name", "Name", PL_CELL_TEXT, {NULL}},
    [FORM] = {"form", "Also written", PL_CELL_TEXT, {NULL}},
    [REASON] = {"reason", "Why one", PL_CELL_TEXT, {NULL}},
};

/* One way in which reports write a person's name. */
typedef struct Form {
    int32_t actor;
    PlSlice text;
    PlNameForm form;
    PlEvidence evidence; /* the first time in each report */
} Form;

typedef struct Forms {
    PlArena *arena;
    const PlRecord *record;
    PlSymbols keys;
    PL_VEC(Form) forms;
} Forms;

static void note_mention(Forms *forms, int32_t report, const PlMention *mention, int32_t actor)
{
    PlSlice text = pl_slice_of(forms->record->reports[report].article.text, mention->span);
    PlSlice key = pl_arena_format(forms->arena, "%d %.*s", (int)actor, PL_PRI(text));
    int32_t symbol = pl_symbols_intern(forms->arena, &forms->keys, key);
    if ((uint32_t)symbol == forms->forms.n)
        *pl_vec_push(forms->arena, &forms->forms) =
            (Form){.actor = actor, .text = text, .form = pl_name_form_make(forms->arena, text)};
    PlEvidence *evidence = &forms->forms.items[symbol].evidence;
    bool seen = evidence->n && evidence->items[evidence->n - 1].report == report;
    if (!seen) pl_evidence_add(forms->arena, evidence, report, mention->span);
}

static void find_forms(Forms *forms, const PlPersons *persons)
{
    for (uint32_t r = 0; r < forms->record->n_reports; r++) {
        const PlMentions *mentions = &forms->record->reports[r].mentions;
        for (uint32_t i = 0; i < mentions->mentions.n; i++) {
            const PlMention *mention = &mentions->mentions.items[i];
            if (mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
            int32_t actor = pl_naming_actor(forms->record, (int32_t)r, mention->entity);
            if (actor < 0 || persons->person_of_actor[actor] < 0) continue;
            note_mention(forms, (int32_t)r, mention, actor);
        }
    }
}

static bool has_same_words(const PlNameForm *a, const PlNameForm *b)
{
    if (a->n_words != b->n_words) return false;
    for (uint32_t i = 0; i < a->n_words; i++)
        if (!pl_slice_equal(a->words[i], b->words[i])) return false;
    return true;
}

static bool has_initial(const PlNameForm *form)
{
    for (uint32_t i = 0; i < form->n_words; i++)
        if (form->words[i].len == 1) return true;
    return false;
}

/* Why two forms may be one person's; NULL = no reason in the names. */
static const char *reason_between(const PlNameForm *a, const PlNameForm *b)
{
    if (a->n_words == 0 || b->n_words == 0) return NULL;
    if (has_same_words(a, b)) return "spelling";
    if (a->n_words == 1 && b->n_words == 1) return NULL;
    const PlNameForm *part = a->n_words == 1 ? a : b;
    const PlNameForm *full = a->n_words == 1 ? b : a;
    if (part->n_words == 1) {
        if (pl_slice_equal(part->words[0], full->words[full->n_words - 1])) return "surname alone";
        return pl_name_form_has_part(full, part) ? "first name alone" : NULL;
    }
    if (!pl_name_forms_agree(a, b)) return NULL;
    if (!pl_slice_equal(a->words[a->n_words - 1], b->words[b->n_words - 1]))
        return "a letter apart";
    if (has_initial(a) != has_initial(b)) return "initial";
    return a->n_words == b->n_words ? "short first name" : "more names";
}

/* Fullest first, then most reports, then by bytes. */
static int compare_forms(const void *x, const void *y)
{
    const Form *a = x;
    const Form *b = y;
    if (a->actor != b->actor) return a->actor < b->actor ? -1 : 1;
    if (a->form.n_words != b->form.n_words) return a->form.n_words > b->form.n_words ? -1 : 1;
    if (a->evidence.n != b->evidence.n) return a->evidence.n > b->evidence.n ? -1 : 1;
    return pl_slice_compare(a->text, b->text);
}

/* The reason that ties forms[i] to the others of its person, those before it first. */
static const char *reason_of(const Form *forms, uint32_t first, uint32_t end, uint32_t i)
{
    const char *reason = NULL;
    for (uint32_t k = first; k < end && !reason; k++)
        if (k != i) reason = reason_between(&forms[k].form, &forms[i].form);
    return reason ? reason : "rule of yours";
}

static void add_rows(const PlListing *listing, const Forms *forms, uint32_t first, uint32_t end,
                     PlList *list)
{
    PlSlice name = pl_naming_actor_name(listing->record, forms->forms.items[first].actor);
    for (uint32_t i = first; i < end && end - first > 1; i++) {
        const Form *form = &forms->forms.items[i];
        if (pl_slice_equal(form->text, name)) continue;
        PlListRow *row = pl_list_add_row(listing->arena, list);
        row->cells[NAME].text = name;
        row->cells[FORM].text = form->text;
        row->cells[REASON].text = pl_slice(reason_of(forms->forms.items, first, end, i));
        row->evidence = form->evidence;
    }
}

void pl_list_merges(const PlListing *listing, PlList *list)
{
    PlPersons persons;
    Forms forms = {.arena = listing->arena, .record = listing->record};
    pl_persons_find(listing->arena, listing->record, &persons);
    find_forms(&forms, &persons);
    *list = (PlList){.what = "merged names", .columns = columns, .n_columns = N_COLUMNS};
    uint32_t n = forms.forms.n;
    if (n) qsort(forms.forms.items, n, sizeof *forms.forms.items, compare_forms);
    for (uint32_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n; end++)
            if (forms.forms.items[end].actor != forms.forms.items[first].actor) break;
        add_rows(listing, &forms, first, end, list);
    }
}
