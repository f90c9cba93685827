#include "event/event_actor.h"

#include <string.h>

enum { MAX_PHRASE_TOKS = 12 /* tokens of an actor's phrase on a side of its head */ };

/* The first part of an actor code without a country that acts in politics: CAMEO's primary roles,
 * its organisations, parliaments and parties. Teachers, firms or farmers do so only against
 * somebody of these, or as those of a country. */
static bool is_political_code(PlSlice code)
{
    static const char *const roles[] = {"COP", "GOV", "INS", "JUD", "MIL", "OPP",
                                        "REB", "SEP", "SPY", "UAF", "PRM", "LEG",
                                        "PTY", "IGO", "NGO", "NGM", "IMG"};
    for (uint32_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (pl_slice_starts(code, roles[i])) return true;
    return false;
}

/* Of no one country: organisations of states, of the world, of a faith or region. */
static bool has_world_code(PlSlice code)
{
    return pl_slice_starts(code, "IGO") || pl_slice_starts(code, "NGO") ||
           pl_slice_starts(code, "NGM") || pl_slice_starts(code, "IMG") ||
           pl_slice_starts(code, "MNC");
}

/* The country that a phrase names or lies in: "rebels in the east of Chad". */
static PlSlice country_in(const PlEventText *text, uint32_t head)
{
    uint32_t first = text->left_tok[head];
    uint32_t last = text->right_tok[head];
    if (head - first > MAX_PHRASE_TOKS) first = head - MAX_PHRASE_TOKS;
    if (last > head + MAX_PHRASE_TOKS) last = head + MAX_PHRASE_TOKS;
    for (uint32_t at = first; at <= last; at++) {
        int32_t entity = pl_event_entity_at(text, at);
        if (entity < 0 || text->syntax->upos[at] == PL_UPOS_VERB) continue;
        PlSlice country = text->mentions->entities.items[entity].country;
        if (country.len) return country;
    }
    return (PlSlice){0};
}

bool pl_event_is_political(const PlEventText *text, int32_t entity, int32_t tok)
{
    if (entity < 0) return false;
    const PlEntity *row = &text->mentions->entities.items[entity];
    if (row->code.len && tok >= 0 && country_in(text, (uint32_t)tok).len) return true;
    return row->country.len > 0 || row->is_state || is_political_code(row->code) ||
           (row->is_named && (row->type == PL_ENTITY_ORG || row->type == PL_ENTITY_PER));
}

uint32_t pl_event_n_entities(const PlEventActors *actors)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < actors->n; i++)
        n += actors->entities[i] >= 0;
    return n;
}

bool pl_event_has_country(const PlEventText *text, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++)
        if (actors->entities[i] >= 0 &&
            text->mentions->entities.items[actors->entities[i]].country.len)
            return true;
    return false;
}

/* The country of the first actor that has one. */
PlSlice pl_event_country_of(const PlEventText *text, const PlEventActors *actors)
{
    for (uint32_t i = 0; i < actors->n; i++) {
        if (actors->entities[i] < 0) continue;
        const PlEntity *row = &text->mentions->entities.items[actors->entities[i]];
        if (row->country.len && !has_world_code(row->country)) return row->country;
    }
    return (PlSlice){0};
}

/* The actor's code. A role without a country ("the rebels", "President Omari") has that of its
 * phrase, else of the place where it acts, else of whom it acts on or is acted on by. */
PlSlice pl_event_actor_code(const PlEventText *text, int32_t entity, int32_t tok, int32_t place,
                            PlSlice opposite)
{
    if (entity < 0) return (PlSlice){0};
    const PlEntity *row = &text->mentions->entities.items[entity];
    if (row->country.len) return row->code.len ? row->code : row->country;
    bool is_role =
        row->type == PL_ENTITY_PER || row->type == PL_ENTITY_ORG || row->type == PL_ENTITY_NORP;
    if (!is_role || has_world_code(row->code)) return row->code;
    PlSlice country = tok >= 0 ? country_in(text, (uint32_t)tok) : (PlSlice){0};
    if (!country.len && place >= 0) country = text->mentions->entities.items[place].country;
    if (!country.len && row->code.len) country = opposite;
    if (!country.len) return row->code;
    char *code = pl_arena_array(text->arena, char, country.len + row->code.len);
    memcpy(code, country.ptr, country.len);
    if (row->code.len) memcpy(code + country.len, row->code.ptr, row->code.len);
    return (PlSlice){code, country.len + row->code.len};
}

/* The noun phrase headed by `tok`, from its first word, with the name that it is part of; a phrase
 * that is no entity goes on to its last word ("the death of a miner"). */
PlSpan pl_event_phrase_span(const PlEventText *text, int32_t entity, int32_t tok)
{
    if (tok < 0) return (PlSpan){0};
    uint32_t head = (uint32_t)tok;
    uint32_t first = text->left_tok[head];
    if (first < head && head - first > MAX_PHRASE_TOKS) first = head - MAX_PHRASE_TOKS;
    uint32_t end = head + 1;
    int32_t mention = text->mentions->mention_of_tok[head];
    if (entity < 0 && text->right_tok[head] >= end && text->right_tok[head] < end + MAX_PHRASE_TOKS)
        end = text->right_tok[head] + 1;
    if (mention >= 0) {
        const PlMention *named = &text->mentions->mentions.items[mention];
        if (named->first_tok < first) first = named->first_tok;
        if (named->end_tok > end) end = named->end_tok;
    }
    return pl_tokens_span(text->tokens, first, end);
}
