#include "mention/name_types.h"

#include <string.h>

#include "text/utf8.h"

/* The row of name-heads.tsv for a word that stands first or last in a name, -1 = none. */
static int32_t head_row(const PlMentionModel *model, const PlTokens *tokens, uint32_t tok,
                        bool is_last)
{
    PlSlice word = tokens->lower[tok];
    int32_t row = pl_lexicon_find(model->heads, word);
    if (row < 0 && word.len > 3 && pl_slice_ends(word, "s"))
        row = pl_lexicon_find(model->heads, (PlSlice){word.ptr, word.len - 1});
    if (row < 0) return -1;
    PlSlice where = pl_lexicon_cell(model->heads, row, model->head_where);
    if (pl_slice_is(where, "last") && !is_last) return -1;
    if (pl_slice_is(where, "first") && is_last) return -1;
    return row;
}

PlSlice pl_name_head_sector(const PlMentionModel *model, const PlTokens *tokens, uint32_t first_tok,
                            uint32_t end_tok)
{
    PlSlice sector = {0};
    int32_t row = head_row(model, tokens, end_tok - 1, true);
    if (row >= 0) sector = pl_lexicon_cell(model->heads, row, model->head_sector);
    if (sector.len) return sector;
    row = head_row(model, tokens, first_tok, false);
    for (uint32_t tok = first_tok + 1; row < 0 && tok < end_tok; tok++)
        if (pl_token_is(tokens, tok, "of") || pl_token_is(tokens, tok, "for"))
            row = head_row(model, tokens, tok - 1, true);
    return row >= 0 ? pl_lexicon_cell(model->heads, row, model->head_sector) : sector;
}

PlEntityType pl_name_head_type(const PlMentionModel *model, const PlTokens *tokens, uint32_t tok,
                               bool is_last)
{
    int32_t row = head_row(model, tokens, tok, is_last);
    if (row < 0) return PL_N_ENTITY_TYPES;
    PlSlice type = pl_lexicon_cell(model->heads, row, model->head_type);
    if (pl_slice_is(type, "ORG")) return PL_ENTITY_ORG;
    return pl_slice_is(type, "LOC") ? PL_ENTITY_LOC : PL_ENTITY_MISC;
}

static void add(PlName *name, PlEntityType type, int points)
{
    int sum = name->scores[type] + points;
    name->scores[type] = (int8_t)(sum > 100 ? 100 : sum < -100 ? -100 : sum);
}

static bool is_initial(PlSlice form)
{
    return form.len == 2 && form.ptr[0] >= 'A' && form.ptr[0] <= 'Z' && form.ptr[1] == '.';
}

static bool is_numeral(const PlTokens *tokens, uint32_t tok)
{
    static const char *const numerals[] = {"one", "two", "i",  "ii", "iii",
                                           "iv",  "v",   "vi", "xi", NULL};
    for (uint32_t i = 0; numerals[i]; i++)
        if (pl_token_is(tokens, tok, numerals[i])) return true;
    return tokens->flags[tok] & PL_TOK_DIGIT;
}

/* Words of the name; what hyphens join is one. */
static uint32_t count_words(const PlTokens *tokens, const PlName *name)
{
    uint32_t n = name->end_tok - name->first_tok;
    for (uint32_t tok = name->first_tok; tok < name->end_tok; tok++)
        if (pl_token_is(tokens, tok, "-") && n > 2) n -= 2;
    return n;
}

PlSlice pl_ship_country(const PlMentionModel *model, const PlTokens *tokens, uint32_t first_tok,
                        uint32_t end_tok)
{
    if (end_tok - first_tok < 2) return (PlSlice){0};
    int32_t row = pl_lexicon_find(model->ship_prefixes, tokens->form[first_tok]);
    return row >= 0 ? pl_lexicon_cell(model->ship_prefixes, row, model->ship_country)
                    : (PlSlice){0};
}

static void score_words(const PlMentionModel *model, const PlTokens *tokens, PlName *name)
{
    uint32_t n_toks = name->end_tok - name->first_tok;
    uint32_t last = name->end_tok - 1;
    if (pl_ship_country(model, tokens, name->first_tok, name->end_tok).len)
        add(name, PL_ENTITY_ORG, 30);
    /* "World War II", "Air Force One": the head stands before the number. */
    if (n_toks > 2 && is_numeral(tokens, last)) last--;
    PlEntityType head = pl_name_head_type(model, tokens, last, true);
    if (head != PL_N_ENTITY_TYPES && n_toks > 1) add(name, head, 7);
    head = pl_name_head_type(model, tokens, name->first_tok, false);
    if (head != PL_N_ENTITY_TYPES && n_toks > 1) add(name, head, 6);
    for (uint32_t tok = name->first_tok; tok < name->end_tok; tok++) {
        if (pl_token_is(tokens, tok, "of") && tok > name->first_tok) {
            head = pl_name_head_type(model, tokens, tok - 1, true);
            if (head != PL_N_ENTITY_TYPES) add(name, head, 8);
        }
        if (is_initial(tokens->form[tok]) && n_toks > 1) add(name, PL_ENTITY_PER, 4);
    }
    bool given = pl_is_given_name(model, tokens->form[name->first_tok], NULL);
    if (given) add(name, PL_ENTITY_PER, n_toks > 1 && n_toks <= 5 ? 5 : 2);
    uint32_t n_words = count_words(tokens, name);
    bool full = n_words == 2 || n_words == 3;
    if (full) add(name, PL_ENTITY_PER, 2);
    if (full && (pl_is_family_name(model, tokens->form[last]) ||
                 pl_is_family_name(model, tokens->form[name->first_tok])))
        add(name, PL_ENTITY_PER, 3);
    PlSlice form = tokens->form[name->first_tok];
    if (n_toks == 1 && (tokens->flags[name->first_tok] & PL_TOK_ALL_CAPS) && form.len <= 6)
        add(name, PL_ENTITY_ORG, 4);
    if (n_toks == 1) {
        head = pl_name_head_type(model, tokens, last, true);
        if (head != PL_N_ENTITY_TYPES) add(name, head, head == PL_ENTITY_MISC ? 6 : 3);
    }
}

static bool is_one_of(const PlTokens *tokens, uint32_t tok, const char *const *words)
{
    for (; *words; words++)
        if (pl_token_is(tokens, tok, *words)) return true;
    return false;
}

static const char *const place_words[] = {
    "city",   "town",   "village", "province", "region",  "state",  "district", "capital",
    "suburb", "island", "area",    "border",   "airport", "resort", "port",     NULL};
static const char *const place_prepositions[] = {"in", "near", "outside", "around", NULL};
static const char *const reign_words[] = {
    "administration", "presidency", "campaign", "doctrine", "era", "aide", "loyalist", NULL};
static const char *const speech_words[] = {"said",     "says",   "told",  "added",
                                           "argued",   "wrote",  "vowed", "tweeted",
                                           "insisted", "warned", NULL};
static const char *const person_words[] = {"who", "whose", "himself", "herself", NULL};

/* Words of sectors.tsv for a body that stand before its name; a ministry or an army has none. */
bool pl_name_follows_body(const PlMentionModel *model, const PlTokens *tokens,
                          const PlSyntax *syntax, uint32_t tok, uint32_t sent_first)
{
    enum { MOST_WORDS = 3 };
    static const char *const of_states[] = {"GOV", "MIL", "LEG", "COP", "JUD", "SPY", NULL};
    if (tok == sent_first || (tokens->flags[tok - 1] & PL_TOK_CAPITAL)) return false;
    if (syntax->upos[tok - 1] != PL_UPOS_NOUN) return false;
    if (!pl_slice_equal(syntax->lemma[tok - 1], tokens->lower[tok - 1])) return false;
    for (uint32_t n = MOST_WORDS; n > 0; n--) {
        if (n > tok - sent_first) continue;
        PlLexiconHit hit = pl_lexicon_match(model->sectors, tokens, syntax, tok - n);
        if (hit.row < 0 || hit.n_toks != n) continue;
        PlSlice sector = pl_lexicon_cell(model->sectors, hit.row, model->sector_sector);
        bool is_states = false;
        for (uint32_t i = 0; of_states[i]; i++)
            is_states = is_states || pl_slice_is(sector, of_states[i]);
        return !is_states && sector.len &&
               pl_slice_is(pl_lexicon_cell(model->sectors, hit.row, model->sector_kind), "org");
    }
    return false;
}

static void score_before(const PlMentionModel *model, const PlTokens *tokens,
                         const PlSyntax *syntax, PlName *name, uint32_t sent_first,
                         bool before_noun)
{
    if (name->first_tok == sent_first) return;
    uint32_t before = name->first_tok - 1;
    if (pl_name_follows_body(model, tokens, syntax, name->first_tok, sent_first))
        add(name, PL_ENTITY_ORG,
            pl_is_given_name(model, tokens->form[name->first_tok], NULL) ? 3 : 12);
    if (is_one_of(tokens, before, place_prepositions)) add(name, PL_ENTITY_LOC, 4);
    if (pl_token_is(tokens, before, "at")) add(name, PL_ENTITY_LOC, 1);
    if (pl_token_is(tokens, before, "the") && !before_noun) {
        add(name, PL_ENTITY_ORG, 2);
        add(name, PL_ENTITY_PER, -4);
    }
    if (is_one_of(tokens, before, place_words)) add(name, PL_ENTITY_LOC, 2);
    if (pl_token_is(tokens, before, "of") && before > sent_first &&
        is_one_of(tokens, before - 1, place_words))
        add(name, PL_ENTITY_LOC, 5);
    if (name->is_titled) add(name, PL_ENTITY_PER, 8);
}

/* "Jane Doe, 45," and "Jane Doe, the envoy,". */
static void score_apposition(const PlMentionModel *model, const PlTokens *tokens,
                             const PlSyntax *syntax, PlName *name, uint32_t sent_end)
{
    uint32_t at = name->end_tok + 1;
    if (at >= sent_end) return;
    uint8_t flags = tokens->flags[at];
    if ((flags & PL_TOK_DIGIT) && at + 1 < sent_end && pl_token_is(tokens, at + 1, ","))
        add(name, PL_ENTITY_PER, 4);
    if (pl_token_is(tokens, at, "a") || pl_token_is(tokens, at, "an") ||
        pl_token_is(tokens, at, "the"))
        at++;
    for (uint32_t tries = 0; tries < 3 && at < sent_end; tries++, at++) {
        PlTitle title = pl_title_at(model, tokens, syntax, at, sent_end);
        if (title.row < 0) continue;
        add(name, PL_ENTITY_PER, 4);
        return;
    }
}

static void score_after(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        PlName *name, uint32_t sent_end)
{
    uint32_t after = name->end_tok;
    if (after >= sent_end) return;
    if (is_one_of(tokens, after, place_words)) add(name, PL_ENTITY_LOC, 3);
    if (is_one_of(tokens, after, reign_words)) add(name, PL_ENTITY_PER, 4);
    if (is_one_of(tokens, after, speech_words)) add(name, PL_ENTITY_PER, 2);
    if (is_one_of(tokens, after, person_words)) add(name, PL_ENTITY_PER, 4);
    if (!pl_token_is(tokens, after, ",") || after + 1 >= sent_end) return;
    if (is_one_of(tokens, after + 1, person_words)) add(name, PL_ENTITY_PER, 4);
    PlGazetteerHit hit = pl_gazetteer_match(&model->gazetteer, tokens, after + 1, sent_end);
    if (hit.subject >= 0 && (hit.readings & PL_READING_NAME) &&
        model->gazetteer.subjects.items[hit.subject].kind == PL_SUBJECT_COUNTRY)
        add(name, PL_ENTITY_LOC, 5);
    score_apposition(model, tokens, syntax, name, sent_end);
}

PlEntityType pl_name_tag_type(const PlSyntax *syntax, uint32_t tok)
{
    static const PlEntityType types[PL_N_NAME_TYPES] = {PL_ENTITY_PER, PL_ENTITY_ORG, PL_ENTITY_LOC,
                                                        PL_N_ENTITY_TYPES};
    if (!syntax->name_tag || syntax->name_tag[tok] == PL_NAME_TAG_O) return PL_N_ENTITY_TYPES;
    return types[(syntax->name_tag[tok] - PL_NAME_TAG_B) % PL_N_NAME_TYPES];
}

/* The tagger of names, one vote for each token that it tags. */
static void score_tags(const PlSyntax *syntax, PlName *name)
{
    uint32_t n_votes[PL_N_ENTITY_TYPES + 1] = {0};
    for (uint32_t tok = name->first_tok; tok < name->end_tok; tok++)
        n_votes[pl_name_tag_type(syntax, tok)]++;
    uint32_t n_toks = name->end_tok - name->first_tok;
    for (uint32_t type = 0; type < PL_N_ENTITY_TYPES; type++)
        if (n_votes[type] * 2 >= n_toks) add(name, (PlEntityType)type, n_toks > 1 ? 5 : 3);
}

static void score_place(const PlMentionModel *model, const PlTokens *tokens, PlName *name)
{
    const PlPlaceRow *row = NULL;
    uint32_t n = pl_places_match(model->places, tokens, name->first_tok, &row);
    if (n == name->end_tok - name->first_tok)
        add(name, PL_ENTITY_LOC,
            pl_is_given_name(model, tokens->form[name->first_tok], NULL) ? 2 : 5);
}

void pl_name_score(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                   PlName *name)
{
    if (name->subject >= 0) return;
    uint32_t sent = tokens->sent[name->first_tok];
    score_words(model, tokens, name);
    score_place(model, tokens, name);
    score_tags(syntax, name);
    uint32_t sent_end = tokens->sent_first_tok[sent + 1];
    /* "the Doe administration": the article belongs to the noun. */
    bool before_noun = name->end_tok < sent_end && syntax->upos[name->end_tok] == PL_UPOS_NOUN;
    score_before(model, tokens, syntax, name, tokens->sent_first_tok[sent], before_noun);
    score_after(model, tokens, syntax, name, sent_end);
    uint32_t last = name->end_tok - 1;
    if (syntax->deprel[last] == PL_DEPREL_nsubj) add(name, PL_ENTITY_PER, 1);
}

static PlEntityType best_type(const int *sums)
{
    static const PlEntityType order[] = {PL_ENTITY_PER, PL_ENTITY_ORG, PL_ENTITY_LOC,
                                         PL_ENTITY_NORP, PL_ENTITY_MISC};
    PlEntityType best = PL_ENTITY_PER;
    for (uint32_t i = 1; i < PL_N_ENTITY_TYPES; i++)
        if (sums[order[i]] > sums[best]) best = order[i];
    /* Nothing speaks for anything: an unknown word with a capital. */
    return sums[best] <= 0 ? PL_ENTITY_MISC : best;
}

void pl_name_types_settle(PlArena *arena, const PlTokens *tokens, PlNames *names)
{
    int(*sums)[PL_N_ENTITY_TYPES] =
        pl_arena_alloc_array(arena, names->keys.names.n + 1, sizeof *sums, _Alignof(int));
    /* A surname alone is the person of the full name. */
    PlSymbols persons = {0};
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        for (uint32_t type = 0; type < PL_N_ENTITY_TYPES; type++)
            sums[name->key][type] += name->scores[type];
    }
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        if (name->subject >= 0 || name->end_tok - name->first_tok < 2) continue;
        if (best_type(sums[name->key]) != PL_ENTITY_PER) continue;
        pl_symbols_intern(arena, &persons, tokens->form[name->end_tok - 1]);
    }
    for (uint32_t i = 0; i < names->names.n; i++) {
        const PlName *name = &names->names.items[i];
        if (name->subject < 0 && name->end_tok - name->first_tok == 1 &&
            pl_symbols_find(&persons, tokens->form[name->first_tok]) != PL_NO_SYMBOL)
            sums[name->key][PL_ENTITY_PER] += 6;
    }
    for (uint32_t i = 0; i < names->names.n; i++) {
        PlName *name = &names->names.items[i];
        if (name->subject < 0) name->type = (uint8_t)best_type(sums[name->key]);
    }
}
