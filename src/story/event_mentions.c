#include "story/event_mentions.h"

#include <stdlib.h>

#include "base/data.h"
#include "text/utf8.h"

enum {
    COUNTRY_LETTERS = 3,
    LEAST_PER_MILLE = 150, /* words that this many pieces of text have say nothing of a happening */
    LEAST_LETTERS = 3,
    MOST_STEM_LETTERS = 6
};

typedef struct Reading {
    PlArena *arena;
    const PlHappeningInput *report;
    const PlActors *actors;
    PlEventMentions *found;
    PlSymbols common;
    uint32_t next_actor; /* of the report's event actors */
    uint8_t *hidden;     /* [text] bytes of names and times */
} Reading;

static uint32_t read_number(PlSlice text)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.len; i++)
        number = number * 10 + (uint32_t)(text.ptr[i] - '0');
    return number;
}

static void load_common(Reading *reading)
{
    PlTable words = pl_table_load(reading->arena, "common-words.tsv");
    for (uint32_t row = 0; row < words.n_rows; row++)
        if (read_number(pl_table_cell(&words, row, 1)) >= LEAST_PER_MILLE)
            pl_symbols_intern(reading->arena, &reading->common, pl_table_cell(&words, row, 0));
}

/* ---- parties ---- */

/* What follows the country in a CAMEO code of somebody who acts for it. */
static bool acts_for_country(PlSlice code)
{
    static const char *const sectors[] = {"GOV", "MIL", "SPY", "LEG", "ELI", "COP", "JUD"};
    if (code.len <= COUNTRY_LETTERS) return true;
    PlSlice sector = {code.ptr + COUNTRY_LETTERS, code.len - COUNTRY_LETTERS};
    for (uint32_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
        if (pl_slice_starts(sector, sectors[i])) return true;
    return false;
}

/* Organisations without a sector are themselves, whatever country they are in. */
static bool stands_for_country(PlEntityType type, bool is_state, PlSlice country, PlSlice code)
{
    if (country.len != COUNTRY_LETTERS || pl_slice_is(country, "IGO")) return false;
    if (is_state) return true;
    if (type == PL_ENTITY_LOC) return acts_for_country(code);
    bool is_people = type == PL_ENTITY_PER || type == PL_ENTITY_NORP;
    return (is_people || code.len > COUNTRY_LETTERS) && acts_for_country(code);
}

static int32_t intern(PlArena *arena, PlSymbols *parties, char mark, PlSlice words)
{
    return pl_symbols_intern(arena, parties, pl_arena_format(arena, "%c%.*s", mark, PL_PRI(words)));
}

int32_t pl_event_mentions_party(PlArena *arena, PlSymbols *parties, const PlHappeningInput *report,
                                const PlActors *actors, const PlEventActor *actor)
{
    if (actor->entity < 0) return PL_NO_SYMBOL;
    const PlEntity *entity = &report->mentions->entities.items[actor->entity];
    int32_t linked = report->actor_of[actor->entity];
    const PlActor *row = linked < 0 ? NULL : &actors->actors.items[linked];
    PlSlice country = row ? row->country : entity->country;
    PlSlice code = row ? row->code : entity->code;
    bool is_state = row ? row->is_state : entity->is_state;
    if (stands_for_country(row ? row->type : entity->type, is_state, country, code))
        return pl_symbols_intern(arena, parties, country);
    if (row && row->is_named)
        return pl_symbols_intern(arena, parties, pl_arena_format(arena, "@%d", (int)linked));
    /* "the rebels" of one report are those of another if they are coded alike. */
    return actor->code.len ? intern(arena, parties, '=', actor->code)
                           : intern(arena, parties, '=', pl_utf8_fold(arena, entity->name));
}

static int32_t who_is_meant(const Reading *reading, const PlEventActor *actor)
{
    if (actor->entity < 0) return -1;
    int32_t linked = reading->report->actor_of[actor->entity];
    if (linked < 0) return -1;
    const PlActor *row = &reading->actors->actors.items[linked];
    bool is_person = row->type == PL_ENTITY_PER && row->is_named && !row->is_group;
    bool is_place = row->type == PL_ENTITY_LOC && !row->is_state;
    return is_person || is_place ? linked : -1;
}

static bool is_vague(const PlSymbols *parties, int32_t key)
{
    return key == PL_NO_SYMBOL || pl_symbols_name(parties, key).ptr[0] == '=';
}

static void add_party(PlMentionParties *side, int32_t key, int32_t who, bool vague)
{
    uint32_t at = 0;
    while (at < side->n && side->keys[at] != key)
        at++;
    if (at == PL_MENTION_MOST_PARTIES) return;
    if (at == side->n) {
        side->keys[side->n] = key;
        side->is_vague[side->n] = vague;
        side->who[side->n++] = who;
    } else if (side->who[at] < 0) {
        side->who[at] = who;
    }
}

/* ---- words ---- */

static int compare_hashes(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x;
    uint64_t b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

static void hide(Reading *reading, PlSpan span, uint8_t mark)
{
    for (uint32_t byte = span.start_byte; byte < span.end_byte; byte++)
        reading->hidden[byte] = mark;
}

static void hide_names_and_times(Reading *reading)
{
    const PlMentions *mentions = reading->report->mentions;
    reading->hidden =
        pl_arena_array(reading->arena, uint8_t, reading->report->article->text.len + 1);
    for (uint32_t i = 0; i < mentions->mentions.n; i++)
        if (mentions->mentions.items[i].kind == PL_MENTION_NAME)
            hide(reading, mentions->mentions.items[i].span, 1);
    for (uint32_t i = 0; i < mentions->times.n; i++)
        hide(reading, mentions->times.items[i].span, 1);
}

static uint64_t stem_hash(PlSlice word)
{
    if (word.len > MOST_STEM_LETTERS) word.len = MOST_STEM_LETTERS;
    if (word.len > LEAST_LETTERS && word.ptr[word.len - 1] == 's') word.len--;
    return pl_slice_hash(word);
}

/* The next word of `text` from `*byte` on, lower case; empty = none. *start: where it begins. */
static PlSlice next_word(PlArena *arena, PlSlice text, size_t *byte, size_t *start)
{
    bool inside = false;
    size_t end = text.len;
    while (*byte < text.len) {
        size_t at = *byte;
        uint32_t point = pl_utf8_next(text, byte);
        bool is_word = pl_utf8_is_letter(point) || pl_utf8_is_digit(point);
        if (is_word && !inside) *start = at;
        if (!is_word && inside) end = at;
        if (!is_word && inside) break;
        inside = is_word;
    }
    if (!inside) return (PlSlice){0};
    return pl_utf8_fold(arena, (PlSlice){text.ptr + *start, end - *start});
}

/* In the words of an actor that is told by whom it is: those of the others are content. */
static bool is_inside(Reading *reading, const PlEventActor *actors, uint32_t n, uint32_t byte)
{
    for (uint32_t i = 0; i < n; i++) {
        if (byte < actors[i].span.start_byte || byte >= actors[i].span.end_byte) continue;
        int32_t key = pl_event_mentions_party(reading->arena, &reading->found->parties,
                                              reading->report, reading->actors, &actors[i]);
        if (!is_vague(&reading->found->parties, key)) return true;
    }
    return false;
}

static void add_word(PlEventMention *mention, uint64_t hash)
{
    for (uint32_t i = 0; i < mention->n_words; i++)
        if (mention->words[i] == hash) return;
    if (mention->n_words < PL_MENTION_MOST_WORDS) mention->words[mention->n_words++] = hash;
}

static void read_words(Reading *reading, const PlEvent *event, const PlEventActor *actors,
                       uint32_t n_actors, PlEventMention *mention)
{
    PlSlice clause = pl_slice_of(reading->report->article->text, event->span);
    size_t byte = 0;
    size_t start = 0;
    for (;;) {
        PlSlice word = next_word(reading->arena, clause, &byte, &start);
        if (word.len == 0) break;
        mention->clause = (mention->clause ^ pl_slice_hash(word)) * 0x9e3779b97f4a7c15u;
        uint32_t at = event->span.start_byte + (uint32_t)start;
        if (at >= event->trigger.start_byte && at < event->trigger.end_byte) {
            if (!mention->trigger) mention->trigger = stem_hash(word);
            continue;
        }
        bool is_number = word.ptr[0] >= '0' && word.ptr[0] <= '9';
        bool is_content = (is_number || word.len >= LEAST_LETTERS) && !reading->hidden[at] &&
                          pl_symbols_find(&reading->common, word) == PL_NO_SYMBOL &&
                          !is_inside(reading, actors, n_actors, at);
        if (is_content) add_word(mention, stem_hash(word));
    }
    if (mention->n_words)
        qsort(mention->words, mention->n_words, sizeof *mention->words, compare_hashes);
}

/* ---- mentions ---- */

static void read_event(Reading *reading, int32_t report, int32_t event)
{
    const PlEvents *events = reading->report->events;
    const PlEvent *row = &events->events.items[event];
    uint32_t first = reading->next_actor;
    while (first < events->actors.n && events->actors.items[first].event < event)
        first++;
    uint32_t end = first;
    PlEventMention mention = {.report = report, .event = event, .place = -1};
    for (; end < events->actors.n && events->actors.items[end].event == event; end++) {
        const PlEventActor *actor = &events->actors.items[end];
        int32_t key = pl_event_mentions_party(reading->arena, &reading->found->parties,
                                              reading->report, reading->actors, actor);
        if (key != PL_NO_SYMBOL)
            add_party(&mention.sides[actor->side], key, who_is_meant(reading, actor),
                      is_vague(&reading->found->parties, key));
    }
    reading->next_actor = end;
    if (row->place >= 0) mention.place = reading->report->actor_of[row->place];
    if (end > first)
        read_words(reading, row, &events->actors.items[first], end - first, &mention);
    else
        read_words(reading, row, NULL, 0, &mention);
    *pl_vec_push(reading->arena, &reading->found->mentions) = mention;
}

void pl_event_mentions_find(PlArena *arena, const PlHappeningInput *reports, uint32_t n_reports,
                            const PlActors *actors, PlEventMentions *found)
{
    *found = (PlEventMentions){0};
    Reading reading = {.arena = arena, .actors = actors, .found = found};
    load_common(&reading);
    for (uint32_t r = 0; r < n_reports; r++) {
        reading.report = &reports[r];
        reading.next_actor = 0;
        if (reports[r].events->events.n == 0) continue;
        hide_names_and_times(&reading);
        for (uint32_t e = 0; e < reports[r].events->events.n; e++)
            read_event(&reading, (int32_t)r, (int32_t)e);
    }
}
