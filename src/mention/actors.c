/* Linking works on distinct spellings, not on entities: each spelling that occurs is one node, the
 * nodes of persons are grouped by agreement of their name forms, and all that is sorted on is
 * bytes and counts of reports. */
#include "mention/actors.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mention/mention_model.h"
#include "mention/name_agreement.h"
#include "text/utf8.h"

enum {
    NEAR_PREFIX = 2,   /* bytes of the surname that near spellings share */
    MOST_BEARERS = 64, /* groups of one surname that are looked at */
    FAR_MORE = 5       /* times as many reports */
};

/* What a spelling stands for decides with what it can be one. */
typedef enum NodeKind { NODE_STATE, NODE_PERSON, NODE_OTHER } NodeKind;

typedef struct Node {
    NodeKind kind;
    PlNameForm form; /* NODE_PERSON */
    PlSlice key;
    PlSlice country;      /* of the first of its entities that has one */
    bool is_of_countries; /* others have another */
    int32_t rule;         /* symbol of the name among the merge rules, -1 = none is about it */
    uint32_t n_reports;
    int32_t group;
    int32_t next_in_block[2];
    int32_t next_in_group;
} Node;

typedef struct Linker {
    PlArena *arena;
    const PlMergeRules *merges; /* may be NULL */
    PL_VEC(Node) nodes;
    PlSymbols node_keys;
    PlSymbols blocks;
    PL_VEC(int32_t) block_first; /* [blocks]: node */
    PL_VEC(int32_t) group_first; /* [groups]: node */
} Linker;

/* One key for "Kim Doe-ra" and "Kim Doe Ra". */
static PlSlice join(PlArena *arena, char kind, const PlNameForm *form)
{
    PlSlice key = pl_arena_format(arena, "%c ", kind);
    for (uint32_t i = 0; i < form->n_words; i++)
        key = pl_arena_format(arena, "%.*s%.*s", PL_PRI(key), PL_PRI(form->words[i]));
    if (form->is_junior) key = pl_arena_format(arena, "%.*s jr", PL_PRI(key));
    return key;
}

/* "its Western allies": "Western allies". */
static PlSlice without_determiner(PlSlice name)
{
    static const char *const words[] = {"the ",  "its ", "their ", "his ",  "her ",     "our ",
                                        "some ", "a ",   "an ",    "many ", "several ", "other "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t len = strlen(words[i]);
        if (name.len > len && pl_slice_is_nocase((PlSlice){name.ptr, len}, words[i]))
            return (PlSlice){name.ptr + len, name.len - len};
    }
    return name;
}

/* The node of an entity, new if need be; -1 when the entity is nobody across reports. */
static int32_t node_of(Linker *linker, const PlEntity *entity, bool wanted)
{
    if (!entity->is_named && !wanted) return -1;
    Node node = {.kind = NODE_OTHER, .group = -1, .next_in_block = {-1, -1}, .next_in_group = -1};
    if (!entity->is_named && !entity->is_state) {
        PlSlice folded = pl_utf8_fold(linker->arena, without_determiner(entity->name));
        node.key = pl_arena_format(linker->arena, "u %.*s", PL_PRI(folded));
    } else if (entity->is_state) {
        node.kind = NODE_STATE;
        node.key = pl_arena_format(linker->arena, "s %.*s", PL_PRI(entity->country));
    } else if (entity->type == PL_ENTITY_PER) {
        node.kind = NODE_PERSON;
        node.form = pl_name_form_make(linker->arena, entity->name);
        node.key = join(linker->arena, 'p', &node.form);
        /* A name in a script without levelled words keeps its own bytes. */
        if (node.form.n_words == 0)
            node.key = pl_arena_format(linker->arena, "p %.*s", PL_PRI(entity->name));
    } else {
        PlSlice folded = pl_utf8_fold(linker->arena, entity->name);
        char kind = entity->is_group ? 'g' : 'o';
        node.key = pl_arena_format(linker->arena, "%c %.*s", kind, PL_PRI(folded));
    }
    /* A name that a rule is about is not levelled with others: "split" tells spellings apart. */
    node.rule = entity->is_named && !entity->is_state
                    ? pl_merge_rules_name(linker->arena, linker->merges, entity->name)
                    : PL_NO_SYMBOL;
    if (node.rule >= 0)
        node.key = pl_arena_format(linker->arena, "r%d %d", node.kind, (int)node.rule);
    int32_t found = pl_symbols_intern(linker->arena, &linker->node_keys, node.key);
    if ((uint32_t)found == linker->nodes.n) *pl_vec_push(linker->arena, &linker->nodes) = node;
    Node *known = &linker->nodes.items[found];
    if (node.form.n_words > known->form.n_words) known->form = node.form;
    if (known->country.len == 0) known->country = entity->country;
    known->is_of_countries |=
        entity->country.len && !pl_slice_equal(known->country, entity->country);
    return found;
}

static int32_t new_group(Linker *linker, int32_t node)
{
    *pl_vec_push(linker->arena, &linker->group_first) = node;
    linker->nodes.items[node].group = (int32_t)linker->group_first.n - 1;
    return linker->nodes.items[node].group;
}

static void join_group(Linker *linker, int32_t node, int32_t group)
{
    linker->nodes.items[node].group = group;
    linker->nodes.items[node].next_in_group = linker->group_first.items[group];
    linker->group_first.items[group] = node;
}

/* Block 0: the surname. Block 1: the first name and how the surname begins. */
static PlSlice block_key(PlArena *arena, const PlNameForm *form, uint32_t which)
{
    PlSlice last = form->words[form->n_words - 1];
    if (which == 0) return pl_arena_format(arena, "l %.*s", PL_PRI(last));
    if (last.len > NEAR_PREFIX) last.len = NEAR_PREFIX;
    return pl_arena_format(arena, "n %.*s %.*s", PL_PRI(form->words[0]), PL_PRI(last));
}

static int32_t block_of(Linker *linker, PlSlice key)
{
    int32_t block = pl_symbols_intern(linker->arena, &linker->blocks, key);
    if ((uint32_t)block == linker->block_first.n)
        *pl_vec_push(linker->arena, &linker->block_first) = -1;
    return block;
}

/* One that disagrees keeps a form out of the group: agreement does not carry over ("J. A. Doe" and
 * "J. B. Doe" both agree with "J. Doe"). */
static bool agrees_with_group(const Linker *linker, const PlNameForm *form, int32_t group)
{
    for (int32_t at = linker->group_first.items[group]; at >= 0;
         at = linker->nodes.items[at].next_in_group)
        if (!pl_name_forms_agree(&linker->nodes.items[at].form, form)) return false;
    return true;
}

/* Whether a rule says `said` of a node and one of a group. */
static bool is_said_of_group(const Linker *linker, int32_t node, int32_t group, PlMergeSaid said)
{
    int32_t rule = linker->nodes.items[node].rule;
    if (rule < 0) return false;
    for (int32_t at = linker->group_first.items[group]; at >= 0;
         at = linker->nodes.items[at].next_in_group)
        if (pl_merge_rules_ask(linker->merges, rule, linker->nodes.items[at].rule) == said)
            return true;
    return false;
}

/* The group that a rule puts the node into, -1 = none so far. A name that is split from one of the
 * group stays out all the same. */
static int32_t forced_group(const Linker *linker, int32_t node)
{
    if (linker->nodes.items[node].rule < 0) return -1;
    for (uint32_t group = 0; group < linker->group_first.n; group++) {
        const Node *first = &linker->nodes.items[linker->group_first.items[group]];
        if (first->kind != linker->nodes.items[node].kind) continue;
        if (is_said_of_group(linker, node, (int32_t)group, PL_MERGE_FORCED) &&
            !is_said_of_group(linker, node, (int32_t)group, PL_MERGE_FORBIDDEN))
            return (int32_t)group;
    }
    return -1;
}

static void group_full_name(Linker *linker, int32_t index)
{
    int32_t forced = forced_group(linker, index);
    if (forced >= 0) join_group(linker, index, forced);
    for (uint32_t which = 0; which < 2; which++) {
        PlSlice key = block_key(linker->arena, &linker->nodes.items[index].form, which);
        int32_t block = block_of(linker, key);
        for (int32_t at = linker->block_first.items[block];
             at >= 0 && linker->nodes.items[index].group < 0;
             at = linker->nodes.items[at].next_in_block[which]) {
            int32_t group = linker->nodes.items[at].group;
            if (agrees_with_group(linker, &linker->nodes.items[index].form, group) &&
                !is_said_of_group(linker, index, group, PL_MERGE_FORBIDDEN))
                join_group(linker, index, group);
        }
        linker->nodes.items[index].next_in_block[which] = linker->block_first.items[block];
        linker->block_first.items[block] = index;
    }
    if (linker->nodes.items[index].group < 0) new_group(linker, index);
}

/* A group that bears a surname, and in how many reports. */
typedef struct Bearer {
    int32_t group;
    uint32_t n_reports;
} Bearer;

/* Adds the reports of a node to those of its group. */
static void count_bearer(Bearer *bearers, uint32_t *n, const Node *node)
{
    uint32_t i = 0;
    while (i < *n && bearers[i].group != node->group)
        i++;
    if (i == MOST_BEARERS) return;
    if (i == *n) bearers[(*n)++] = (Bearer){node->group, 0};
    bearers[i].n_reports += node->n_reports;
}

static bool may_be_of_one_country(const Linker *linker, const Node *node, int32_t group)
{
    const Node *first = &linker->nodes.items[linker->group_first.items[group]];
    if (node->country.len == 0 || first->country.len == 0) return true;
    return node->is_of_countries || first->is_of_countries ||
           pl_slice_equal(node->country, first->country);
}

/* The group that a surname alone means: the only one that bears it, or the one that reports name
 * far more often than any other ("Obama" is not his wife); -1 = none. */
static int32_t chief_bearer(Linker *linker, const Node *node)
{
    Bearer bearers[MOST_BEARERS];
    uint32_t n = 0;
    PlSlice word = node->form.words[0];
    int32_t block =
        pl_symbols_find(&linker->blocks, pl_arena_format(linker->arena, "l %.*s", PL_PRI(word)));
    int32_t at = block >= 0 ? linker->block_first.items[block] : -1;
    for (; at >= 0; at = linker->nodes.items[at].next_in_block[0])
        count_bearer(bearers, &n, &linker->nodes.items[at]);
    if (n == 0) return -1;
    uint32_t chief = 0;
    for (uint32_t i = 1; i < n; i++)
        if (bearers[i].n_reports > bearers[chief].n_reports) chief = i;
    for (uint32_t i = 0; i < n; i++)
        if (i != chief && bearers[chief].n_reports < bearers[i].n_reports * FAR_MORE) return -1;
    if (n > 1 && !may_be_of_one_country(linker, node, bearers[chief].group)) return -1;
    return bearers[chief].group;
}

/* A node in the order of grouping. */
typedef struct Place {
    const Node *node;
    int32_t index;
} Place;

/* Names of several reports first: what one alone writes may be a slip ("State Jane Doe"), which
 * would keep others apart. Then fuller names, then those that more reports use. */
static int compare_places(const void *x, const void *y)
{
    const Node *a = ((const Place *)x)->node;
    const Node *b = ((const Place *)y)->node;
    if ((a->form.n_words > 1) != (b->form.n_words > 1)) return a->form.n_words > 1 ? -1 : 1;
    if ((a->n_reports > 1) != (b->n_reports > 1)) return a->n_reports > 1 ? -1 : 1;
    if (a->form.n_words != b->form.n_words) return a->form.n_words > b->form.n_words ? -1 : 1;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports ? -1 : 1;
    return pl_slice_compare(a->key, b->key);
}

static void group_nodes(Linker *linker)
{
    uint32_t n = linker->nodes.n;
    Place *order = pl_arena_array(linker->arena, Place, n + 1);
    for (uint32_t i = 0; i < n; i++)
        order[i] = (Place){&linker->nodes.items[i], (int32_t)i};
    if (n) qsort(order, n, sizeof *order, compare_places);
    for (uint32_t i = 0; i < n; i++) {
        const Node *node = order[i].node;
        if (node->kind == NODE_PERSON && node->form.n_words >= 2) {
            group_full_name(linker, order[i].index);
        } else if (node->kind == NODE_PERSON && node->form.n_words == 1) {
            int32_t group = forced_group(linker, order[i].index);
            if (group < 0) group = chief_bearer(linker, node);
            if (group >= 0 && !is_said_of_group(linker, order[i].index, group, PL_MERGE_FORBIDDEN))
                join_group(linker, order[i].index, group);
            else
                new_group(linker, order[i].index);
        } else {
            int32_t group = forced_group(linker, order[i].index);
            if (group >= 0)
                join_group(linker, order[i].index, group);
            else
                new_group(linker, order[i].index);
        }
    }
}

/* What the entities of one group say, one vote a report. */
typedef struct Vote {
    int32_t group;
    uint8_t what; /* VOTE_* */
    bool is_full; /* a person's name of several words: who knows it does not ask for "Mr. Doe" */
    PlSlice value;
    uint32_t n_reports;
    int32_t last_report;
} Vote;

enum { VOTE_NAME, VOTE_TYPE, VOTE_COUNTRY, VOTE_CODE, N_VOTES };

typedef struct Votes {
    PlSymbols keys;
    PL_VEC(Vote) votes;
} Votes;

static Vote *vote(PlArena *arena, Votes *votes, int32_t group, uint8_t what, PlSlice value,
                  int32_t report)
{
    if (value.len == 0) return NULL;
    PlSlice key = pl_arena_format(arena, "%d %d %.*s", group, what, PL_PRI(value));
    int32_t symbol = pl_symbols_intern(arena, &votes->keys, key);
    if ((uint32_t)symbol == votes->votes.n)
        *pl_vec_push(arena, &votes->votes) =
            (Vote){.group = group, .what = what, .value = value, .last_report = -1};
    Vote *cast = &votes->votes.items[symbol];
    cast->n_reports += cast->last_report != report;
    cast->last_report = report;
    return cast;
}

/* A full name, then more reports, then the longer, then the first by bytes. */
static bool is_better(const Vote *a, const Vote *b)
{
    if (!b) return true;
    if (a->is_full != b->is_full) return a->is_full;
    if (a->n_reports != b->n_reports) return a->n_reports > b->n_reports;
    if (a->value.len != b->value.len) return a->value.len > b->value.len;
    return pl_slice_compare(a->value, b->value) < 0;
}

static PlEntityType parse_type(PlSlice name)
{
    for (uint32_t i = 0; i < PL_N_ENTITY_TYPES; i++)
        if (pl_slice_is(name, pl_entity_type_names[i])) return (PlEntityType)i;
    return PL_ENTITY_MISC;
}

/* An actor and the group that it comes from, until both are sorted. */
typedef struct Row {
    PlActor actor;
    int32_t group;
} Row;

static int compare_rows(const void *x, const void *y)
{
    const Row *a = x;
    const Row *b = y;
    if (a->actor.type != b->actor.type) return a->actor.type < b->actor.type ? -1 : 1;
    int order = pl_slice_compare(a->actor.name, b->actor.name);
    if (order) return order;
    order = pl_slice_compare(a->actor.country, b->actor.country);
    return order ? order : (a->group > b->group) - (a->group < b->group);
}

static Row *elect(Linker *linker, const Votes *votes)
{
    uint32_t n = linker->group_first.n;
    const Vote **best =
        pl_arena_alloc_array(linker->arena, (size_t)n * N_VOTES + 1, sizeof *best, 8);
    for (uint32_t i = 0; i < votes->votes.n; i++) {
        const Vote *cast = &votes->votes.items[i];
        const Vote **slot = &best[(size_t)cast->group * N_VOTES + cast->what];
        if (is_better(cast, *slot)) *slot = cast;
    }
    Row *rows = pl_arena_array(linker->arena, Row, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const Vote **won = &best[(size_t)i * N_VOTES];
        rows[i].group = (int32_t)i;
        rows[i].actor.name = won[VOTE_NAME] ? won[VOTE_NAME]->value : (PlSlice){0};
        rows[i].actor.type = won[VOTE_TYPE] ? parse_type(won[VOTE_TYPE]->value) : PL_ENTITY_MISC;
        if (won[VOTE_COUNTRY]) rows[i].actor.country = won[VOTE_COUNTRY]->value;
        if (won[VOTE_CODE]) rows[i].actor.code = won[VOTE_CODE]->value;
    }
    return rows;
}

/* nodes_of[report][entity]: node or -1; counts reports by node. */
static int32_t **find_nodes(Linker *linker, const PlMentions *const *mentions,
                            const uint8_t *const *wanted, uint32_t n_reports)
{
    int32_t **nodes_of = pl_arena_array(linker->arena, int32_t *, n_reports + 1);
    for (uint32_t report = 0; report < n_reports; report++) {
        uint32_t n = mentions[report]->entities.n;
        nodes_of[report] = pl_arena_array(linker->arena, int32_t, n + 1);
        for (uint32_t i = 0; i < n; i++) {
            bool is_wanted = wanted && wanted[report] && wanted[report][i];
            int32_t node = node_of(linker, &mentions[report]->entities.items[i], is_wanted);
            nodes_of[report][i] = node;
            if (node >= 0) linker->nodes.items[node].n_reports++;
        }
    }
    return nodes_of;
}

static void cast_votes(Linker *linker, const PlMentions *const *mentions, uint32_t n_reports,
                       int32_t *const *nodes_of, Votes *votes)
{
    for (uint32_t report = 0; report < n_reports; report++) {
        for (uint32_t i = 0; i < mentions[report]->entities.n; i++) {
            if (nodes_of[report][i] < 0) continue;
            const PlEntity *entity = &mentions[report]->entities.items[i];
            int32_t group = linker->nodes.items[nodes_of[report][i]].group;
            int32_t at = (int32_t)report;
            Vote *name =
                vote(linker->arena, votes, group, VOTE_NAME,
                     entity->is_named ? entity->name : without_determiner(entity->name), at);
            if (name)
                name->is_full = entity->is_named && entity->type == PL_ENTITY_PER &&
                                pl_slice_find(entity->name, PL_SLICE(" ")) > 0;
            vote(linker->arena, votes, group, VOTE_TYPE,
                 pl_slice(pl_entity_type_names[entity->type]), at);
            vote(linker->arena, votes, group, VOTE_COUNTRY, entity->country, at);
            vote(linker->arena, votes, group, VOTE_CODE, entity->code, at);
        }
    }
}

void pl_actors_link(PlArena *arena, const PlMentionModel *model, const PlMentions *const *mentions,
                    const uint8_t *const *wanted, uint32_t n_reports, PlActors *actors)
{
    memset(actors, 0, sizeof *actors);
    Linker linker = {.arena = arena, .merges = model ? model->merges : NULL};
    int32_t **nodes_of = find_nodes(&linker, mentions, wanted, n_reports);
    group_nodes(&linker);
    Votes votes = {{{0}, NULL, 0}, {0}};
    cast_votes(&linker, mentions, n_reports, nodes_of, &votes);
    Row *rows = elect(&linker, &votes);
    uint32_t n = linker.group_first.n;
    if (n) qsort(rows, n, sizeof *rows, compare_rows);
    int32_t *actor_of_group = pl_arena_array(arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        actor_of_group[rows[i].group] = (int32_t)i;
        *pl_vec_push(arena, &actors->actors) = rows[i].actor;
    }
    actors->actor_of = nodes_of;
    for (uint32_t report = 0; report < n_reports; report++)
        for (uint32_t i = 0; i < mentions[report]->entities.n; i++) {
            int32_t node = nodes_of[report][i];
            if (node < 0) continue;
            int32_t actor = actor_of_group[linker.nodes.items[node].group];
            nodes_of[report][i] = actor;
            const PlEntity *entity = &mentions[report]->entities.items[i];
            actors->actors.items[actor].is_named |= entity->is_named;
            actors->actors.items[actor].is_group |= entity->is_group;
            actors->actors.items[actor].is_state |= entity->is_state;
        }
}
