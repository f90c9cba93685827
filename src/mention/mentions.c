#include "mention/mentions.h"

#include <assert.h>
#include <string.h>

#include "mention/anaphora.h"
#include "mention/chains.h"
#include "mention/codes.h"
#include "mention/coref.h"
#include "mention/described_codes.h"
#include "mention/heading_actors.h"
#include "mention/roles.h"
#include "mention/sayers.h"

void pl_coref_begin(PlCoref *coref, PlNames *names)
{
    coref->day = pl_table_day(coref->article->metadata.published);
    pl_names_find(coref->arena, coref->model, coref->article, coref->tokens, coref->syntax, names);
    coref->names = names;
    pl_coref_init(coref);
    pl_entities_find(coref);
    pl_coref_index_names(coref);
    pl_places_countries_find(coref->model->places, coref->article, coref->tokens, coref->mentions);
    pl_roles_find(coref);
    pl_countries_find(coref);
    pl_codes_find(coref);
    pl_anaphora_find(coref);
    pl_heading_actors_find(coref);
    pl_described_codes_find(coref);
    pl_sayers_find(coref);
}

void pl_mentions_find(PlArena *arena, const PlMentionModel *model, const PlArticle *article,
                      const PlTokens *tokens, const PlSyntax *syntax, PlMentions *mentions)
{
    memset(mentions, 0, sizeof *mentions);
    PlNames names;
    PlCoref coref = {.arena = arena,
                     .model = model,
                     .article = article,
                     .tokens = tokens,
                     .syntax = syntax,
                     .mentions = mentions};
    pl_coref_begin(&coref, &names);
    pl_chains_find(&coref);
    pl_entities_number(&coref);
    pl_times_find(arena, model->times, article, tokens, syntax, mentions);
    pl_quantities_find(arena, model->quantities, tokens, syntax, mentions);
    pl_places_find(arena, model->places, article, tokens, mentions);
}

uint32_t pl_mentions_first_from(const PlMentions *mentions, uint32_t tok)
{
    uint32_t low = 0;
    uint32_t high = mentions->mentions.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->mentions.items[middle].first_tok < tok)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t pl_mentions_entity_in(const PlMentions *mentions, uint32_t first_tok, uint32_t end_tok)
{
    int32_t at_end = -1;
    int32_t last = -1;
    uint32_t last_end = 0;
    for (uint32_t i = pl_mentions_first_from(mentions, first_tok); i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->first_tok >= end_tok) break;
        if (mention->end_tok > end_tok || mention->entity < 0) continue;
        /* Sorted longer first: the first that reaches the end is the longest. */
        if (mention->end_tok == end_tok && at_end < 0) at_end = mention->entity;
        if (mention->end_tok > last_end) {
            last = mention->entity;
            last_end = mention->end_tok;
        }
    }
    return at_end >= 0 ? at_end : last;
}

int32_t *pl_mentions_parties(PlArena *arena, const PlMentions *mentions)
{
    uint32_t n = mentions->entities.n;
    int32_t *parties = pl_arena_array(arena, int32_t, n);
    PlSymbols countries = {0};
    PL_VEC(int32_t) states = {0}; /* by country: the first entity that is that state */
    for (uint32_t i = 0; i < n; i++) {
        const PlEntity *entity = &mentions->entities.items[i];
        if (!entity->is_state || !entity->country.len) continue;
        int32_t country = pl_symbols_intern(arena, &countries, entity->country);
        if ((uint32_t)country == states.n) *pl_vec_push(arena, &states) = (int32_t)i;
    }
    for (uint32_t i = 0; i < n; i++) {
        const PlEntity *entity = &mentions->entities.items[i];
        int32_t country = pl_symbols_find(&countries, entity->country);
        assert(country == PL_NO_SYMBOL || states.items);
        parties[i] = entity->is_state                ? (int32_t)i
                     : country != PL_NO_SYMBOL       ? states.items[country]
                     : entity->type == PL_ENTITY_ORG ? (int32_t)i
                                                     : -1;
    }
    return parties;
}

int32_t pl_mentions_party_of(const PlMentions *mentions, int32_t entity)
{
    if (entity < 0) return -1;
    const PlEntity *of = &mentions->entities.items[entity];
    if (of->is_state) return entity;
    for (uint32_t i = 0; of->country.len && i < mentions->entities.n; i++) {
        const PlEntity *other = &mentions->entities.items[i];
        if (other->is_state && pl_slice_equal(other->country, of->country)) return (int32_t)i;
    }
    return of->type == PL_ENTITY_ORG ? entity : -1;
}
