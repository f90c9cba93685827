#include "mention/described_codes.h"

#include "mention/codes.h"
#include "mention/descriptions.h"

static PlEntity *entity_of(const PlCoref *coref, int32_t entity)
{
    return &coref->mentions->entities.items[entity];
}

/* "the country's former envoy": whether what is described is over. */
static bool is_former(const PlCoref *coref, const PlMention *mention, const PlTitle *title)
{
    if (title->row >= 0 && title->status == PL_ROLE_FORMER) return true;
    const PlTitleTable *titles = &coref->model->titles;
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
        if (title->row >= 0 && tok >= title->head_tok) return false;
        PlLexiconHit hit = pl_lexicon_match(titles->words, coref->tokens, NULL, tok);
        if (hit.row < 0) continue;
        bool status =
            pl_slice_is(pl_lexicon_cell(titles->words, hit.row, titles->word_kind), "status");
        if (status &&
            pl_slice_is(pl_lexicon_cell(titles->words, hit.row, titles->word_usual), "former"))
            return true;
    }
    return false;
}

/* "African leaders" are their governments; "African allies" may be anybody. */
static bool leads_region(const PlCoref *coref, const PlDescription *description, int32_t of)
{
    if (of < 0 || !pl_slice_is(coref->syntax->lemma[description->head_tok], "leader")) return false;
    int32_t subject = coref->facts.items[of].subject;
    return subject >= 0 &&
           coref->model->gazetteer.subjects.items[subject].kind == PL_SUBJECT_REGION;
}

static void describe(PlCoref *coref, const PlMention *mention)
{
    PlEntity *entity = entity_of(coref, mention->entity);
    if (entity->is_named || entity->is_state) return;
    PlDescription description = pl_description_at(coref, mention->first_tok);
    if (description.end_tok != mention->end_tok) return;
    PlSlice sector = description.sector;
    int32_t of = description.of_mention >= 0
                     ? coref->mentions->mentions.items[description.of_mention].entity
                     : -1;
    bool own_code = of >= 0 && pl_entity_has_members(entity_of(coref, of));
    if (is_former(coref, mention, &description.title)) {
        entity->code = pl_code_make(coref->arena, entity->country, (PlSlice)PL_LIT("ELI"));
        return;
    }
    if (own_code) return;
    /* "the secretary of state" */
    if (entity->country.len == 0 && of < 0 && description.title.row >= 0)
        entity->country = pl_lexicon_cell(coref->model->titles.lexicon, description.title.row,
                                          coref->model->titles.country);
    /* "the Norwegian president", "Norway's leaders": offices of no sector are the state's. */
    bool is_person = description.kind == PL_DESCRIPTION_PERSON;
    bool of_state = of >= 0 && pl_entity_is_of_state(entity_of(coref, of));
    if (sector.len == 0 && is_person && (of_state || leads_region(coref, &description, of)))
        sector = (PlSlice)PL_LIT("GOV");
    /* of what he is says what he is when his own words do not: "head of the Norwegian army" */
    if (sector.len == 0 && entity->code.len > entity->country.len) return;
    if (entity->country.len || sector.len)
        entity->code = pl_description_code(coref->arena, &description, entity->country, sector);
}

/* "Iraqi Kurds", "Lebanese Christians": the country of a people or faith, when the report gives
 * every mention of it the same. */
static void place_groups(PlCoref *coref)
{
    PlMentions *mentions = coref->mentions;
    PlSlice *country_of = pl_arena_array(coref->arena, PlSlice, mentions->entities.n + 1);
    uint8_t *is_open = pl_arena_array(coref->arena, uint8_t, mentions->entities.n + 1);
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
        const PlEntity *entity = entity_of(coref, mention->entity);
        if (entity->type != PL_ENTITY_NORP || entity->country.len) continue;
        int32_t before = mention->first_tok > 0 ? coref->name_ending[mention->first_tok - 1] : -1;
        if (before < 0 || mentions->mentions.items[before].entity < 0) continue;
        const PlEntity *state = entity_of(coref, mentions->mentions.items[before].entity);
        if (!pl_entity_is_of_state(state)) continue;
        PlSlice *country = &country_of[mention->entity];
        if (country->len && !pl_slice_equal(*country, state->country)) is_open[mention->entity] = 1;
        *country = state->country;
    }
    for (uint32_t i = 0; i < mentions->entities.n; i++) {
        PlEntity *entity = entity_of(coref, (int32_t)i);
        if (country_of[i].len == 0 || is_open[i]) continue;
        entity->code = pl_code_make(coref->arena, country_of[i], entity->code);
        entity->country = country_of[i];
    }
}

void pl_described_codes_find(PlCoref *coref)
{
    place_groups(coref);
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        if (mention->kind == PL_MENTION_DESCRIPTION && mention->entity >= 0)
            describe(coref, mention);
    }
}
