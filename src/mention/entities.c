/* Entities of names: one for a country with its capital and palace, one for a person under all
 * forms of the name, one for an organisation and its acronym. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mention/coref.h"
#include "mention/metonyms.h"
#include "mention/name_agreement.h"
#include "text/utf8.h"

enum {
    MAX_BLOCK = 64,     /* persons of one surname that are compared */
    MAX_ACRONYM = 12,   /* letters */
    MAX_ACRONYM_GAP = 3 /* tokens between a name and its acronym in parentheses */
};

/* The persons of a report by the first letters of their surname. */
typedef struct Persons {
    PlSymbols blocks;
    PL_VEC(int32_t) first; /* by block: entity, -1 = none */
    int32_t *next;         /* by entity */
    uint32_t n_next;
} Persons;

typedef struct Maker {
    PlCoref *coref;
    int32_t *entity_of_name; /* [names] */
    int32_t *entity_of_key;  /* [keys]: organisations, places and the rest */
    int32_t *introduced;     /* [keys]: what the report says that an acronym means, -1 = nothing */
    Persons persons;
    PL_VEC(int32_t) next_person; /* by entity: the next of its block */
} Maker;

static PlSlice name_text(const PlCoref *coref, const PlName *name)
{
    return pl_slice_of(coref->tokens->text,
                       pl_tokens_span(coref->tokens, name->first_tok, name->end_tok));
}

/* White space runs in a name (a line's end) become one space. */
static PlSlice clean_text(PlArena *arena, PlSlice text)
{
    bool clean = true;
    for (size_t i = 0; i < text.len; i++)
        clean = clean && text.ptr[i] != '\n' && text.ptr[i] != '\t' && text.ptr[i] != '\r' &&
                !(text.ptr[i] == ' ' && i + 1 < text.len && text.ptr[i + 1] == ' ');
    if (clean) return text;
    char *out = pl_arena_array(arena, char, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
        if (c != ' ' || (n && out[n - 1] != ' ')) out[n++] = c;
    }
    return (PlSlice){out, n};
}

static int32_t person_block(Maker *maker, const PlNameForm *form, bool create)
{
    PlSlice last = form->words[form->n_words - 1];
    if (last.len > 3) last.len = 3;
    PlSymbols *blocks = &maker->persons.blocks;
    int32_t block = create ? pl_symbols_intern(maker->coref->arena, blocks, last)
                           : pl_symbols_find(blocks, last);
    if (block >= 0 && (uint32_t)block == maker->persons.first.n)
        *pl_vec_push(maker->coref->arena, &maker->persons.first) = -1;
    return block;
}

static void link_person(Maker *maker, int32_t block, int32_t entity)
{
    while (maker->next_person.n <= (uint32_t)entity)
        *pl_vec_push(maker->coref->arena, &maker->next_person) = -1;
    maker->next_person.items[entity] = maker->persons.first.items[block];
    maker->persons.first.items[block] = entity;
}

static void note_gender(Maker *maker, int32_t entity, const PlName *name)
{
    PlEntityFacts *facts = &maker->coref->facts.items[entity];
    PlGender gender = PL_GENDER_UNKNOWN;
    if (facts->gender == PL_GENDER_UNKNOWN &&
        pl_is_given_name(maker->coref->model, maker->coref->tokens->form[name->first_tok], &gender))
        facts->gender = (uint8_t)gender;
}

static int32_t new_person(Maker *maker, const PlName *name, const PlNameForm *form)
{
    PlCoref *coref = maker->coref;
    PlEntity entity = {.name = clean_text(coref->arena, name_text(coref, name)),
                       .type = PL_ENTITY_PER,
                       .is_named = 1};
    int32_t made = pl_coref_add_entity(coref, entity, -1);
    coref->facts.items[made].form = *form;
    coref->facts.items[made].rule =
        pl_merge_rules_name(coref->arena, coref->model->merges, entity.name);
    if (form->n_words) link_person(maker, person_block(maker, form, true), made);
    return made;
}

/* What a user's rule says of a name and a person of this report. */
static PlMergeSaid rule_of(const Maker *maker, const PlName *name, int32_t entity)
{
    const PlCoref *coref = maker->coref;
    const PlMergeRules *merges = coref->model->merges;
    if (!merges || merges->rules.n == 0) return PL_MERGE_UNSAID;
    PlSlice text = clean_text(coref->arena, name_text(coref, name));
    int32_t rule = pl_merge_rules_name(coref->arena, merges, text);
    return pl_merge_rules_ask(merges, rule, coref->facts.items[entity].rule);
}

/* The person whom a rule makes one with the name, -1 = none. */
static int32_t forced_person(const Maker *maker, const PlName *name)
{
    const PlCoref *coref = maker->coref;
    const PlMergeRules *merges = coref->model->merges;
    if (!merges || merges->rules.n == 0) return -1;
    PlSlice text = clean_text(coref->arena, name_text(coref, name));
    int32_t rule = pl_merge_rules_name(coref->arena, merges, text);
    for (uint32_t i = 0; rule >= 0 && i < coref->facts.n; i++)
        if (pl_merge_rules_ask(merges, rule, coref->facts.items[i].rule) == PL_MERGE_FORCED)
            return (int32_t)i;
    return -1;
}

/* A full name: the entity of a form that agrees with it, or a new one. */
static int32_t full_person(Maker *maker, const PlName *name, const PlNameForm *form)
{
    PlCoref *coref = maker->coref;
    int32_t forced = forced_person(maker, name);
    if (forced >= 0) return forced;
    int32_t block = person_block(maker, form, false);
    assert(block < 0 || maker->persons.first.items);
    int32_t at = block >= 0 ? maker->persons.first.items[block] : -1;
    for (uint32_t tries = 0; at >= 0 && tries < MAX_BLOCK; tries++) {
        assert(coref->facts.items && maker->next_person.items);
        PlEntityFacts *facts = &coref->facts.items[at];
        if (pl_name_forms_agree(&facts->form, form) &&
            rule_of(maker, name, at) != PL_MERGE_FORBIDDEN) {
            PlSlice text = clean_text(coref->arena, name_text(coref, name));
            if (form->n_words > facts->form.n_words) {
                facts->form = *form;
                coref->mentions->entities.items[at].name = text;
            }
            return at;
        }
        at = maker->next_person.items[at];
    }
    return new_person(maker, name, form);
}

static bool is_person(const PlName *name)
{
    return name->subject < 0 && name->type == PL_ENTITY_PER;
}

static void make_full_persons(Maker *maker, PlNameForm *forms)
{
    const PlNames *names = maker->coref->names;
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        if (!is_person(name) || forms[i].n_words < 2) continue;
        maker->entity_of_name[i] = full_person(maker, name, &forms[i]);
        note_gender(maker, maker->entity_of_name[i], name);
    }
}

/* Parts of full names: levelled word to the entities that bear it. */
typedef struct Parts {
    PlSymbols words;
    PL_VEC(int32_t) newest; /* the bearer mentioned last, or the only one so far */
    PL_VEC(uint8_t) place;  /* 2 surname, 1 other */
} Parts;

static void add_part(PlArena *arena, Parts *parts, PlSlice word, int32_t entity, uint8_t place)
{
    int32_t symbol = pl_symbols_intern(arena, &parts->words, word);
    if ((uint32_t)symbol == parts->newest.n) {
        *pl_vec_push(arena, &parts->newest) = entity;
        *pl_vec_push(arena, &parts->place) = place;
    } else if (place >= parts->place.items[symbol]) {
        parts->newest.items[symbol] = entity;
        parts->place.items[symbol] = place;
    }
}

static void add_parts(PlCoref *coref, Parts *parts, int32_t entity)
{
    const PlNameForm *form = &coref->facts.items[entity].form;
    for (uint32_t i = 0; i < form->n_words; i++)
        add_part(coref->arena, parts, form->words[i], entity, i + 1 == form->n_words ? 2 : 1);
}

/* One word: the person mentioned last who bears it, else the first who will, else a new one. */
static void make_part_persons(Maker *maker, PlNameForm *forms)
{
    PlCoref *coref = maker->coref;
    const PlNames *names = coref->names;
    Parts later = {0}; /* all of the report; the first bearer of a surname wins */
    for (uint32_t i = names->names.n; i > 0; i--)
        if (maker->entity_of_name[i - 1] >= 0 && is_person(&names->names.items[i - 1]))
            add_parts(coref, &later, maker->entity_of_name[i - 1]);
    Parts before = {0};
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        if (!is_person(name)) continue;
        if (maker->entity_of_name[i] >= 0) {
            add_parts(coref, &before, maker->entity_of_name[i]);
            continue;
        }
        PlSlice word = forms[i].n_words ? forms[i].words[0] : (PlSlice){0};
        int32_t symbol = pl_symbols_find(&before.words, word);
        assert(symbol < 0 || before.newest.items);
        int32_t entity = symbol >= 0 ? before.newest.items[symbol] : -1;
        if (entity < 0) {
            symbol = pl_symbols_find(&later.words, word);
            assert(symbol < 0 || later.newest.items);
            if (symbol >= 0) entity = later.newest.items[symbol];
        }
        int32_t forced = forced_person(maker, name);
        if (forced >= 0)
            entity = forced;
        else if (entity >= 0 && rule_of(maker, name, entity) == PL_MERGE_FORBIDDEN)
            entity = -1;
        if (entity < 0) {
            entity = new_person(maker, name, &forms[i]);
            note_gender(maker, entity, name);
            add_parts(coref, &later, entity);
        }
        maker->entity_of_name[i] = entity;
    }
}

/* "UAW" of "United Auto Workers": the capitals of a name. */
static size_t capitals_of(PlSlice text, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < MAX_ACRONYM; i++)
        if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z') out[n++] = text.ptr[i];
    return n;
}

/* "Acme Workers Union (AWU)": the name after the parenthesis means the one before. */
static int32_t introduced_by(const Maker *maker, uint32_t i)
{
    const PlCoref *coref = maker->coref;
    const PlName *acronym = &coref->names->names.items[i];
    if (i == 0 || acronym->first_tok == 0 || acronym->end_tok - acronym->first_tok != 1) return -1;
    if (!pl_token_is(coref->tokens, acronym->first_tok - 1, "(")) return -1;
    uint32_t before = i;
    while (before > 0 && coref->names->names.items[before - 1].is_nested)
        before--;
    if (before == 0) return -1;
    const PlName *full = &coref->names->names.items[before - 1];
    if (full->end_tok + MAX_ACRONYM_GAP < acronym->first_tok || is_person(full)) return -1;
    char capitals[MAX_ACRONYM];
    size_t n = capitals_of(name_text(coref, full), capitals);
    PlSlice text = name_text(coref, acronym);
    if (text.len < 2 || n < 2 || text.ptr[0] != capitals[0]) return -1;
    return maker->entity_of_name[before - 1];
}

static int32_t keyed_entity(Maker *maker, const PlName *name, PlEntityType type)
{
    PlCoref *coref = maker->coref;
    int32_t *slot = &maker->entity_of_key[name->key];
    if (*slot >= 0) return *slot;
    PlEntity entity = {.name = clean_text(coref->arena, name_text(coref, name)),
                       .type = type,
                       .is_named = 1,
                       .is_group = type == PL_ENTITY_NORP};
    *slot = pl_coref_add_entity(coref, entity, -1);
    return *slot;
}

static int32_t people_entity(Maker *maker, int32_t subject, const PlName *name)
{
    PlCoref *coref = maker->coref;
    if (coref->people_of_subject[subject] >= 0) return coref->people_of_subject[subject];
    PlEntity entity = {.name = clean_text(coref->arena, name_text(coref, name)),
                       .type = PL_ENTITY_NORP,
                       .is_named = 1,
                       .is_group = 1};
    pl_coref_subject_code(coref, subject, &entity);
    coref->people_of_subject[subject] = pl_coref_add_entity(coref, entity, subject);
    return coref->people_of_subject[subject];
}

static bool reads_as_people(const PlCoref *coref, const PlName *name)
{
    if (!(name->readings & PL_READING_PEOPLE)) return false;
    uint32_t last = name->end_tok - 1;
    if (!(name->readings & PL_READING_ADJECTIVE)) return true;
    /* "Germans", or "the Chinese" before a verb; "a German" as an adjective stays one. */
    PlSlice lower = coref->tokens->lower[last];
    bool plural = lower.len > 3 && pl_slice_ends(lower, "s") && !pl_slice_ends(lower, "ss");
    uint8_t upos = coref->syntax->upos[last];
    uint8_t deprel = coref->syntax->deprel[last];
    bool noun = (upos == PL_UPOS_PROPN || upos == PL_UPOS_NOUN) && deprel != PL_DEPREL_amod &&
                deprel != PL_DEPREL_compound && deprel != PL_DEPREL_flat;
    return plural || (noun && pl_slice_ends(lower, "ese"));
}

static int32_t known_entity(Maker *maker, const PlName *name)
{
    PlCoref *coref = maker->coref;
    if (reads_as_people(coref, name)) return people_entity(maker, name->subject, name);
    if ((name->readings & (PL_READING_SEAT | PL_READING_PALACE)) &&
        pl_metonym_is_place(coref->model, coref->tokens, coref->syntax, name)) {
        int32_t place = keyed_entity(maker, name, PL_ENTITY_LOC);
        coref->mentions->entities.items[place].country =
            coref->model->gazetteer.subjects.items[name->subject].country;
        return place;
    }
    return pl_coref_subject_entity(coref, name->subject);
}

static void make_others(Maker *maker)
{
    const PlNames *names = maker->coref->names;
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        if (is_person(name)) continue;
        int32_t entity = name->is_nested ? -1 : introduced_by(maker, i);
        if (entity >= 0) maker->introduced[name->key] = entity;
        if (entity < 0) entity = maker->introduced[name->key];
        if (entity < 0)
            entity = name->subject >= 0 ? known_entity(maker, name)
                                        : keyed_entity(maker, name, (PlEntityType)name->type);
        maker->entity_of_name[i] = entity;
    }
}

void pl_entities_find(PlCoref *coref)
{
    const PlNames *names = coref->names;
    Maker maker = {.coref = coref};
    maker.entity_of_name = pl_arena_array(coref->arena, int32_t, names->names.n + 1);
    maker.introduced = pl_arena_array(coref->arena, int32_t, names->keys.names.n + 1);
    maker.entity_of_key = pl_arena_array(coref->arena, int32_t, names->keys.names.n + 1);
    PlNameForm *forms = pl_arena_array(coref->arena, PlNameForm, names->names.n + 1);
    for (uint32_t i = 0; i < names->keys.names.n; i++)
        maker.entity_of_key[i] = maker.introduced[i] = -1;
    for (uint32_t i = 0; i < names->names.n; i++) {
        maker.entity_of_name[i] = -1;
        if (is_person(&names->names.items[i]))
            forms[i] = pl_name_form_make(coref->arena, name_text(coref, &names->names.items[i]));
    }
    make_full_persons(&maker, forms);
    make_part_persons(&maker, forms);
    make_others(&maker);
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        pl_coref_add_mention(coref, name->first_tok, name->end_tok, (PlEntityType)name->type,
                             PL_MENTION_NAME, maker.entity_of_name[i]);
    }
}

static int compare_mentions(const void *a, const void *b)
{
    const PlMention *x = a;
    const PlMention *y = b;
    if (x->first_tok != y->first_tok) return x->first_tok < y->first_tok ? -1 : 1;
    if (x->end_tok != y->end_tok) return x->end_tok > y->end_tok ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static void renumber(PlCoref *coref)
{
    PlMentions *mentions = coref->mentions;
    uint32_t n = mentions->entities.n;
    int32_t *new_of = pl_arena_array(coref->arena, int32_t, n + 1);
    PlEntity *sorted = pl_arena_array(coref->arena, PlEntity, n + 1);
    for (uint32_t i = 0; i < n; i++)
        new_of[i] = -1;
    int32_t next = 0;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        PlMention *mention = &mentions->mentions.items[i];
        if (mention->entity < 0) continue;
        if (new_of[mention->entity] < 0) new_of[mention->entity] = next++;
        mention->entity = new_of[mention->entity];
    }
    for (uint32_t i = 0; i < n; i++)
        if (new_of[i] < 0) new_of[i] = next++;
    for (uint32_t i = 0; i < n; i++)
        sorted[new_of[i]] = mentions->entities.items[i];
    mentions->entities.items = sorted;
    for (uint32_t i = 0; i < mentions->references.n; i++) {
        PlReference *reference = &mentions->references.items[i];
        bool is_entity = reference->entity >= 0 && reference->entity < (int32_t)n;
        if (is_entity) reference->entity = new_of[reference->entity];
    }
    for (uint32_t i = 0; i < mentions->roles.n; i++) {
        PlRole *role = &mentions->roles.items[i];
        role->entity = new_of[role->entity];
        if (role->of_entity >= 0) role->of_entity = new_of[role->of_entity];
    }
}

static void cover_tokens(PlCoref *coref)
{
    PlMentions *mentions = coref->mentions;
    uint32_t n = coref->tokens->n_tokens;
    mentions->mention_of_tok = pl_arena_array(coref->arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        mentions->mention_of_tok[i] = -1;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        uint32_t len = mention->end_tok - mention->first_tok;
        for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
            int32_t *slot = &mentions->mention_of_tok[tok];
            const PlMention *other = *slot >= 0 ? &mentions->mentions.items[*slot] : NULL;
            if (!other || len > other->end_tok - other->first_tok) *slot = (int32_t)i;
        }
    }
}

void pl_entities_number(PlCoref *coref)
{
    PlMentions *mentions = coref->mentions;
    if (mentions->mentions.n)
        qsort(mentions->mentions.items, mentions->mentions.n, sizeof *mentions->mentions.items,
              compare_mentions);
    renumber(coref);
    cover_tokens(coref);
}
