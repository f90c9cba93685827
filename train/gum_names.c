#include "gum_names.h"

#include <stdio.h>

#include "syntax/names_labels.h"

typedef struct Entity {
    PlSlice group; /* digits that tell entities apart */
    PlSlice kind;
    int32_t first; /* words of the sentence */
    int32_t last;  /* -1 = still open */
} Entity;

typedef PL_VEC(Entity) Entities;

static void close_entity(Entities *entities, PlSlice group, int32_t word)
{
    for (uint32_t i = entities->n; i-- > 0;) {
        Entity *entity = &entities->items[i];
        if (entity->last >= 0 || !pl_slice_equal(entity->group, group)) continue;
        entity->last = word;
        return;
    }
}

/* "(6-person-new-nnnnn-..." opens, "6)" closes, "(6-person-...)" is of one word. */
static void read_marks(PlArena *arena, PlSlice marks, int32_t word, Entities *entities)
{
    size_t at = 0;
    while (at < marks.len) {
        bool opens = marks.ptr[at] == '(';
        size_t start = at += opens;
        while (at < marks.len && marks.ptr[at] != '(' && marks.ptr[at] != ')')
            at++;
        PlSlice rest = {marks.ptr + start, at - start};
        bool closes = at < marks.len && marks.ptr[at] == ')';
        at += closes;
        Entity entity = {.first = word, .last = closes ? word : -1};
        if (!pl_slice_next(&rest, '-', &entity.group)) continue;
        pl_slice_next(&rest, '-', &entity.kind);
        if (opens)
            *pl_vec_push(arena, entities) = entity;
        else
            close_entity(entities, entity.group, word);
    }
}

static PlSlice entity_marks(PlSlice misc)
{
    PlSlice cell;
    while (pl_slice_next(&misc, '|', &cell))
        if (pl_slice_starts(cell, "Entity=")) return (PlSlice){cell.ptr + 7, cell.len - 7};
    return (PlSlice){0};
}

/* ---- from entities to names ----------------------------------------------------------------- */

static int32_t head_of(const Sentence *sentence, const Entity *entity)
{
    for (int32_t w = entity->first; w <= entity->last; w++) {
        int32_t head = sentence->words[w].head;
        if (head < entity->first || head > entity->last) return w;
    }
    return entity->last;
}

static PlSlice form_of(const Treebank *treebank, const Sentence *sentence, int32_t word)
{
    return treebank->tokens.form[sentence->first_tok + (uint32_t)word];
}

static bool is_capital(PlSlice form)
{
    return form.len && form.ptr[0] >= 'A' && form.ptr[0] <= 'Z';
}

static bool is_name_word(const Treebank *treebank, const Sentence *sentence, int32_t word)
{
    int upos = sentence->words[word].upos;
    if (upos == PL_UPOS_PROPN) return true;
    bool content = upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_VERB;
    return content && word > 0 && is_capital(form_of(treebank, sentence, word));
}

/* Words that names have inside. */
static bool is_link(const Treebank *treebank, const Sentence *sentence, int32_t word)
{
    static const char *const links[] = {"of", "the", "and", "for", "&", "-", "de", "'s"};
    PlSlice form = form_of(treebank, sentence, word);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (pl_slice_is(form, links[i])) return true;
    return false;
}

/* The last word of the name that goes on from `word` in a direction; people's names have no links
 * but the hyphen. */
static int32_t name_edge(const Treebank *treebank, const Sentence *sentence, const Entity *entity,
                         int32_t word, int32_t step)
{
    enum { MOST_LINKS = 2 };
    bool is_person = pl_slice_is(entity->kind, "person");
    int32_t edge = word;
    int32_t n_links = 0;
    for (int32_t at = word + step; at >= entity->first && at <= entity->last; at += step) {
        if (is_name_word(treebank, sentence, at)) {
            edge = at;
            n_links = 0;
        } else {
            PlSlice form = form_of(treebank, sentence, at);
            bool links = is_person ? pl_slice_is(form, "-") : is_link(treebank, sentence, at);
            if (!links || ++n_links > MOST_LINKS) break;
        }
    }
    return edge;
}

/* Titles are no part of people's names. */
static bool is_title(PlSlice form)
{
    static const char *const titles[] = {
        "Mr.",      "Mr",      "Mrs.",    "Mrs",        "Ms.",      "Ms",    "Dr.",
        "Dr",       "Prof.",   "Sir",     "Lady",       "Lord",     "Prime", "President",
        "Minister", "Senator", "Justice", "Judge",      "General",  "King",  "Queen",
        "Pope",     "Saint",   "Captain", "Chancellor", "Governor", "Chief", "Professor",
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (pl_slice_is(form, titles[i])) return true;
    return false;
}

static int name_type(const Sentence *sentence, const Entity *entity, int32_t head)
{
    if (pl_slice_is(entity->kind, "person"))
        return sentence->words[head].xpos == PL_XPOS_NNPS ? PL_NAME_MISC : PL_NAME_PER;
    if (pl_slice_is(entity->kind, "organization")) return PL_NAME_ORG;
    if (pl_slice_is(entity->kind, "place")) return PL_NAME_LOC;
    if (pl_slice_is(entity->kind, "time")) return -1;
    return PL_NAME_MISC;
}

static bool mark_name(const Treebank *treebank, Sentence *sentence, const Entity *entity)
{
    int32_t head = head_of(sentence, entity);
    int type = name_type(sentence, entity, head);
    if (sentence->words[head].upos != PL_UPOS_PROPN || type < 0) return false;
    int32_t first = name_edge(treebank, sentence, entity, head, -1);
    int32_t last = name_edge(treebank, sentence, entity, head, 1);
    if (type == PL_NAME_PER)
        while (first < last && is_title(form_of(treebank, sentence, first)))
            first++;
    for (int32_t w = first; w <= last; w++)
        if (sentence->words[w].name != PL_NAME_TAG_O) return false;
    for (int32_t w = first; w <= last; w++)
        sentence->words[w].name = (int8_t)((w == first ? PL_NAME_TAG_B : PL_NAME_TAG_I) + type);
    return true;
}

/* Outer entities first: an inner one has its words taken. */
static uint32_t mark_sentence(PlArena *arena, const Treebank *treebank, Sentence *sentence)
{
    Entities entities = {0};
    uint32_t n_names = 0;
    for (int32_t w = 0; w < sentence->n; w++) {
        sentence->words[w].name = PL_NAME_TAG_O;
        PlSlice misc = treebank->misc[sentence->first_tok + (uint32_t)w];
        read_marks(arena, entity_marks(misc), w, &entities);
    }
    for (int32_t n = sentence->n; n >= 1; n--)
        for (uint32_t i = 0; i < entities.n; i++) {
            const Entity *entity = &entities.items[i];
            if (entity->last >= 0 && entity->last - entity->first + 1 == n)
                n_names += mark_name(treebank, sentence, entity);
        }
    sentence->has_names = true;
    return n_names;
}

void gum_names_mark(PlArena *arena, Treebank *treebank)
{
    uint32_t n_names = 0;
    for (uint32_t s = 0; s < treebank->sentences.n; s++)
        n_names += mark_sentence(arena, treebank, &treebank->sentences.items[s]);
    printf("names: %u in %u sentences of gum\n", n_names, treebank->sentences.n);
}
