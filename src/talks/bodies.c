#include "talks/bodies.h"

/* What is known of a kind of body: the CAMEO sectors, and words that stand in names of that kind.
 */
typedef struct Kind {
    const char *nouns;
    const char *sectors; /* NULL = only by name */
    const char *words;   /* NULL = none */
    bool may_be_unknown; /* a body of which the code says nothing may be one */
} Kind;

static const Kind kinds[] = {
    {"company|firm|employer|management|manufacturer|airline|carrier|maker|operator|studio|railway|"
     "automaker|carmaker|retailer",
     "BUS|MNC", NULL, true},
    {"union|federation", "LAB|BUS|AGR",
     "Union|Federation|Association|Guild|Brotherhood|Workers|Teamsters", false},
    {"party", "PTY|OPP", NULL, false},
    {"rebel|guerrilla|insurgent|militant|militia|front|group|movement",
     "REB|SEP|UAF|PRM|INS|OPP|CVL", "Front|Movement|Army|Brigade|Brigades|Liberation|Resistance",
     false},
    {"association|ministry|alliance|council|league|guild|board|coalition", NULL, NULL, false},
};

static const Kind *kind_of(PlSlice lemma)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (pl_word_in(lemma, kinds[i].nouns)) return &kinds[i];
    return NULL;
}

/* `name` is `word` with a capital: ASCII words only. */
static bool is_capitalised(PlSlice name, PlSlice word)
{
    if (name.len != word.len || name.len == 0) return false;
    if (name.ptr[0] - 'A' != word.ptr[0] - 'a') return false;
    return pl_slice_equal((PlSlice){name.ptr + 1, name.len - 1},
                          (PlSlice){word.ptr + 1, word.len - 1});
}

static bool has_capitalised(PlSlice name, PlSlice word)
{
    PlSlice part;
    while (pl_slice_next(&name, ' ', &part))
        if (is_capitalised(part, word)) return true;
    return false;
}

static bool has_word_of(PlSlice name, const char *words)
{
    PlSlice part;
    while (words && pl_slice_next(&name, ' ', &part))
        if (pl_word_in(part, words)) return true;
    return false;
}

static bool is_of_sector(const PlEntity *entity, const char *sectors)
{
    PlSlice rest = pl_slice(sectors ? sectors : "");
    PlSlice sector;
    while (pl_slice_next(&rest, '|', &sector))
        if (sector.len && pl_slice_find(entity->code, sector) >= 0) return true;
    return false;
}

/* The name says that it is a body of another kind. */
static bool is_of_other_kind(const PlEntity *entity, const Kind *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (&kinds[i] == kind) continue;
        if (has_word_of(entity->name, kinds[i].words)) return true;
        PlSlice nouns = pl_slice(kinds[i].nouns);
        PlSlice noun;
        while (pl_slice_next(&nouns, '|', &noun))
            if (has_capitalised(entity->name, noun)) return true;
    }
    return false;
}

/* How well an entity fits, 0 = not at all. */
static int fit_of(const PlEntity *entity, const Kind *kind, PlSlice lemma)
{
    if (!entity->is_named || entity->is_state ||
        (entity->type != PL_ENTITY_ORG && entity->type != PL_ENTITY_NORP))
        return 0;
    if (entity->type == PL_ENTITY_ORG && has_capitalised(entity->name, lemma)) return 4;
    if (is_of_sector(entity, kind->sectors)) return 3;
    if (has_word_of(entity->name, kind->words)) return 2;
    bool unknown = kind->may_be_unknown && entity->type == PL_ENTITY_ORG && entity->code.len == 0;
    return unknown && !is_of_other_kind(entity, kind) ? 1 : 0;
}

int32_t pl_body_named(const PlReading *reading, uint32_t tok)
{
    enum { MENTIONS_BACK = 64, BEST = 4 };
    const PlMentions *mentions = reading->mentions;
    PlSlice lemma = reading->syntax->lemma[tok];
    const Kind *kind = kind_of(lemma);
    if (!kind) return -1;
    int32_t found = -1;
    int best = 0;
    uint32_t seen = 0;
    for (uint32_t m = pl_mentions_first_from(mentions, tok);
         m-- > 0 && seen < MENTIONS_BACK && best < BEST; seen++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->kind != PL_MENTION_NAME || mention->entity < 0 || mention->end_tok > tok)
            continue;
        int fit = fit_of(&mentions->entities.items[mention->entity], kind, lemma);
        if (fit <= best) continue;
        best = fit;
        found = mention->entity;
    }
    return found;
}
