#include "mention/heading_actors.h"

#include <string.h>

#include "mention/codes.h"

/* Somebody in a headline: the words [first, end), the last of which is the head. */
typedef struct Headed {
    uint32_t first_tok;
    uint32_t end_tok;
    PlTitle title; /* row -1: a body */
    PlSlice sector;
    bool is_former;
    bool is_whole; /* all that a label says */
} Headed;

static bool is_free(const uint8_t *covered, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++)
        if (covered[tok]) return false;
    return true;
}

/* The headline is about it: its subject, or it alone. A verb's object in a headline is as often no
 * actor: "Lawmakers to pick speaker". */
static bool is_topic(const PlCoref *coref, uint32_t head)
{
    uint8_t upos = coref->syntax->upos[head];
    uint8_t deprel = coref->syntax->deprel[head];
    bool noun = upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN;
    return noun && (deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_pass ||
                    coref->syntax->head_tok[head] < 0);
}

/* "crime syndicate": a label of a few words, whose last one the parser took for a verb. */
static bool ends_label(const PlCoref *coref, uint32_t end, uint32_t sent_end)
{
    enum { MOST_WORDS = 4 };
    uint32_t first = coref->tokens->sent_first_tok[coref->tokens->sent[end - 1]];
    return end == sent_end && sent_end - first <= MOST_WORDS &&
           coref->syntax->head_tok[end - 1] < 0 && coref->syntax->upos[end - 1] == PL_UPOS_VERB &&
           pl_slice_equal(coref->syntax->lemma[end - 1], coref->tokens->lower[end - 1]);
}

static bool is_followed_by_noun(const PlCoref *coref, uint32_t tok, uint32_t sent_end)
{
    if (tok >= sent_end) return false;
    uint8_t upos = coref->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN || pl_token_is(coref->tokens, tok, "'s") ||
           pl_token_is(coref->tokens, tok, "-");
}

static bool read_title(const PlCoref *coref, uint32_t tok, uint32_t sent_end, Headed *out)
{
    PlTitle title = pl_title_at(coref->model, coref->tokens, coref->syntax, tok, sent_end);
    if (title.row < 0 || title.is_address) return false;
    bool topic = false; /* in "member of parliament" it is not the last word that the verb takes */
    for (uint32_t at = title.first_tok; at <= title.head_tok; at++)
        topic = topic || is_topic(coref, at);
    if (!topic) return false;
    if (is_followed_by_noun(coref, title.end_tok, sent_end)) return false;
    *out = (Headed){.first_tok = tok,
                    .end_tok = title.end_tok,
                    .title = title,
                    .is_former = title.status == PL_ROLE_FORMER};
    out->sector = pl_title_sector(coref->model, coref->tokens, coref->syntax, &title);
    /* "President signs pact": of no body that is named. */
    PlSlice level =
        pl_lexicon_cell(coref->model->titles.lexicon, title.row, coref->model->titles.level);
    if (out->sector.len == 0 && pl_slice_is(level, "head")) out->sector = (PlSlice)PL_LIT("GOV");
    return out->sector.len > 0 || out->is_former;
}

static bool read_body(const PlCoref *coref, uint32_t tok, uint32_t sent_end, Headed *out)
{
    const PlMentionModel *model = coref->model;
    PlLexiconHit hit = pl_lexicon_match(model->sectors, coref->tokens, coref->syntax, tok);
    uint32_t end = tok + hit.n_toks;
    if (hit.row < 0 || end > sent_end) return false;
    bool whole = ends_label(coref, end, sent_end);
    if (!whole && !is_topic(coref, end - 1)) return false;
    if (pl_slice_is(pl_lexicon_cell(model->sectors, hit.row, model->sector_kind), "of"))
        return false;
    if (is_followed_by_noun(coref, end, sent_end)) return false;
    *out = (Headed){.first_tok = tok, .end_tok = end, .title = {.row = -1}, .is_whole = whole};
    out->sector = pl_lexicon_cell(model->sectors, hit.row, model->sector_sector);
    return true;
}

/* The only one to whom the report gives the title, -1 = none or several. */
static int32_t bearer_of(PlCoref *coref, const PlTitle *title)
{
    PlSlice usual = pl_title_usual(coref->arena, coref->model, coref->tokens, coref->syntax, title);
    int32_t found = -1;
    for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
        const PlRole *role = &coref->mentions->roles.items[i];
        if (role->status != title->status || !pl_slice_equal(role->title, usual)) continue;
        if (found >= 0 && found != role->entity) return -1;
        found = role->entity;
    }
    return found;
}

/* What is named behind "of", "at" or "from" right behind the words: "speaker of Ghana's
 * parliament"; NULL = nothing. */
static const PlEntity *body_behind(const PlCoref *coref, uint32_t end_tok)
{
    const PlTokens *tokens = coref->tokens;
    if (end_tok + 1 >= tokens->n_tokens) return NULL;
    if (!pl_token_is(tokens, end_tok, "of") && !pl_token_is(tokens, end_tok, "at") &&
        !pl_token_is(tokens, end_tok, "from"))
        return NULL;
    for (uint32_t tok = end_tok + 1; tok < tokens->n_tokens && tok <= end_tok + 2; tok++) {
        int32_t name = coref->name_starting[tok];
        int32_t entity = name >= 0 ? coref->mentions->mentions.items[name].entity : -1;
        if (entity >= 0) return &coref->mentions->entities.items[entity];
    }
    return NULL;
}

static int32_t new_actor(PlCoref *coref, const Headed *headed)
{
    PlSpan span = pl_tokens_span(coref->tokens, headed->first_tok, headed->end_tok);
    PlEntity entity = {.name = pl_slice_of(coref->tokens->text, span),
                       .type = headed->title.row >= 0 ? PL_ENTITY_PER : PL_ENTITY_ORG,
                       .code = headed->is_former ? (PlSlice)PL_LIT("ELI") : headed->sector};
    const PlEntity *of = body_behind(coref, headed->end_tok);
    if (of && of->country.len) {
        entity.country = of->country;
        entity.code =
            entity.code.len ? pl_code_make(coref->arena, of->country, entity.code) : of->code;
    }
    return pl_coref_add_entity(coref, entity, -1);
}

static void add_headed(PlCoref *coref, const Headed *headed)
{
    int32_t entity = headed->title.row >= 0 ? bearer_of(coref, &headed->title) : -1;
    if (entity < 0) entity = new_actor(coref, headed);
    pl_coref_add_mention(coref, headed->first_tok, headed->end_tok,
                         coref->mentions->entities.items[entity].type, PL_MENTION_DESCRIPTION,
                         entity);
}

/* Where the noun phrase begins whose head part begins at `tok`: "war correspondent". */
static uint32_t phrase_start(const PlCoref *coref, const uint8_t *covered, uint32_t tok,
                             uint32_t first)
{
    for (; tok > first && !covered[tok - 1]; tok--) {
        uint8_t upos = coref->syntax->upos[tok - 1];
        uint8_t deprel = coref->syntax->deprel[tok - 1];
        bool modifies = deprel == PL_DEPREL_compound || deprel == PL_DEPREL_amod;
        if (!modifies || (upos != PL_UPOS_NOUN && upos != PL_UPOS_ADJ)) break;
    }
    return tok;
}

static void read_heading(PlCoref *coref, const uint8_t *covered, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        Headed headed;
        if (covered[tok]) continue;
        if (!read_title(coref, tok, end, &headed) && !read_body(coref, tok, end, &headed)) continue;
        if (!is_free(covered, headed.first_tok, headed.end_tok)) continue;
        /* "deal with union": what follows another word is that word's. */
        uint32_t start = phrase_start(coref, covered, tok, first);
        bool starts = start == first || headed.is_whole ||
                      coref->syntax->upos[start - 1] == PL_UPOS_PUNCT ||
                      coref->syntax->upos[tok - 1] == PL_UPOS_ADJ;
        if (starts) add_headed(coref, &headed);
        tok = headed.end_tok - 1;
    }
}

/* Capitals say so, or that no stop is at its end. */
static bool is_headline(const PlCoref *coref, uint32_t sent)
{
    uint32_t first = coref->tokens->sent_first_tok[sent];
    uint32_t end = coref->tokens->sent_first_tok[sent + 1];
    if (coref->names->is_heading[sent]) return true;
    return end > first && coref->syntax->upos[end - 1] != PL_UPOS_PUNCT;
}

void pl_heading_actors_find(PlCoref *coref)
{
    const PlTokens *tokens = coref->tokens;
    uint8_t *covered = pl_arena_array(coref->arena, uint8_t, tokens->n_tokens + 1);
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        memset(covered + mention->first_tok, 1, mention->end_tok - mention->first_tok);
    }
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++)
        if (is_headline(coref, sent))
            read_heading(coref, covered, tokens->sent_first_tok[sent],
                         tokens->sent_first_tok[sent + 1]);
}
