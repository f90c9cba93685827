#include "mention/descriptions.h"

#include "mention/codes.h"
#include "text/utf8.h"

enum {
    MAX_DESCRIPTION_TOKS = 16,
    MAX_ROLE_TRIES = 64,
    MAX_KEY_BYTES = 96,
    MAX_TOKS_BEFORE_PLACE = 4
};

static bool is(const PlCoref *coref, uint32_t tok, const char *lower)
{
    return pl_token_is(coref->tokens, tok, lower);
}

/* ---- finding the phrase ---- */

typedef struct PhraseReader {
    const PlCoref *coref;
    uint32_t end_tok;
    PlDescription out;
    bool has_determiner;
} PhraseReader;

static bool is_any(const PlCoref *coref, uint32_t tok, const char *const *words)
{
    for (; *words; words++)
        if (is(coref, tok, *words)) return true;
    return false;
}

static uint32_t read_determiners(PhraseReader *reader, uint32_t tok)
{
    static const char *const definite[] = {"the",   "its",   "his", "her", "their", "this", "that",
                                           "these", "those", "our", "my",  "your",  NULL};
    static const char *const indefinite[] = {"a",     "an",  "another", "some", "several", "many",
                                             "other", "one", "few",     "no",   "any",     NULL};
    static const char *const both[] = {"both", "two",    "all",     "three",
                                       "each", "either", "neither", NULL};
    for (uint32_t n = 0; n < 4 && tok < reader->end_tok; n++, tok++) {
        if (is_any(reader->coref, tok, both))
            reader->out.is_both = true;
        else if (is(reader->coref, tok, "that") && reader->coref->syntax->upos[tok] != PL_UPOS_DET)
            break; /* "said that officials" */
        else if (is_any(reader->coref, tok, definite))
            reader->out.is_definite = true;
        else if (is_any(reader->coref, tok, indefinite))
            reader->out.is_indefinite = true;
        else if (!(n > 0 && is(reader->coref, tok, "of")))
            break;
        reader->has_determiner = true;
    }
    return tok;
}

static bool goes_on(const PhraseReader *reader, uint32_t tok)
{
    if (tok >= reader->end_tok) return false;
    if (is(reader->coref, tok, "-")) return true;
    uint8_t upos = reader->coref->syntax->upos[tok];
    if (upos == PL_UPOS_NOUN) return true;
    return upos == PL_UPOS_PROPN && reader->coref->name_starting[tok] < 0 &&
           !(reader->coref->tokens->flags[tok] & PL_TOK_CAPITAL);
}

static bool is_plural_noun(const PlCoref *coref, uint32_t tok)
{
    PlSlice lower = coref->tokens->lower[tok];
    if (coref->syntax->xpos[tok] == PL_XPOS_NNS || coref->syntax->xpos[tok] == PL_XPOS_NNPS)
        return true;
    return lower.len > 3 && pl_slice_ends(lower, "s") && !pl_slice_ends(lower, "ss") &&
           !pl_slice_equal(lower, coref->syntax->lemma[tok]);
}

static bool is_noun(const PlCoref *coref, uint32_t tok)
{
    uint8_t upos = coref->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || (upos == PL_UPOS_PROPN && coref->name_starting[tok] < 0);
}

/* "the Assembly hopeful", "a conservative": an adjective that heads its phrase is a noun. */
static bool is_adjective_as_noun(const PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    return coref->syntax->upos[tok] == PL_UPOS_ADJ &&
           coref->syntax->deprel[tok] != PL_DEPREL_amod &&
           (reader->has_determiner || reader->out.of_mention >= 0);
}

/* "strategic bombers": what the head's plural means by itself. */
static void prefer_many(const PlCoref *coref, PlDescription *out)
{
    const PlLexicon *sectors = coref->model->sectors;
    int32_t row = pl_lexicon_find(sectors, coref->tokens->lower[out->head_tok]);
    if (row >= 0 &&
        pl_slice_is(pl_lexicon_cell(sectors, row, coref->model->sector_kind), "people") &&
        pl_sector_is_against_state(out->sector))
        out->sector = pl_lexicon_cell(sectors, row, coref->model->sector_sector);
}

static bool accept_title(PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    PlTitle title = pl_title_at(coref->model, coref->tokens, coref->syntax, tok, reader->end_tok);
    if (title.row < 0 || title.is_address || goes_on(reader, title.head_tok + 1)) return false;
    if (title.head_tok == tok && !is_noun(coref, tok) && !is_adjective_as_noun(reader, tok))
        return false;
    /* Before a name the title belongs to it. */
    uint32_t after = title.end_tok;
    if (after < coref->tokens->n_tokens && coref->name_starting[after] >= 0 && title.before_name) {
        const PlMention *next = &coref->mentions->mentions.items[coref->name_starting[after]];
        if (next->type == PL_ENTITY_PER) return false;
    }
    reader->out.kind = PL_DESCRIPTION_PERSON;
    reader->out.title = title;
    reader->out.head_tok = title.head_tok;
    reader->out.end_tok = title.end_tok;
    reader->out.is_plural = title.is_plural || is_plural_noun(coref, title.head_tok);
    reader->out.sector = pl_title_sector(coref->model, coref->tokens, coref->syntax, &title);
    if (reader->out.is_plural) prefer_many(coref, &reader->out);
    return true;
}

/* What is where its state is. */
static bool is_seated(const PlCoref *coref, uint32_t head)
{
    static const char *const words[] = {"ministry",   "government",  "parliament",
                                        "presidency", "authorities", "legislature",
                                        "cabinet",    "senate",      NULL};
    return is_any(coref, head, words);
}

static bool accept_body(PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    PlLexiconHit hit = pl_lexicon_match(coref->model->sectors, coref->tokens, coref->syntax, tok);
    if (hit.row < 0 || tok + hit.n_toks > reader->end_tok) return false;
    PlSlice kind = pl_lexicon_cell(coref->model->sectors, hit.row, coref->model->sector_kind);
    uint32_t head = tok + hit.n_toks - 1;
    if (pl_slice_is(kind, "of") || goes_on(reader, head + 1) || !is_noun(coref, head)) return false;
    reader->out.kind = PL_DESCRIPTION_BODY;
    reader->out.is_people = pl_slice_is(kind, "people");
    reader->out.is_seated = is_seated(coref, head);
    reader->out.head_tok = head;
    reader->out.end_tok = head + 1;
    reader->out.is_plural = is_plural_noun(coref, head);
    reader->out.sector =
        pl_lexicon_cell(coref->model->sectors, hit.row, coref->model->sector_sector);
    return true;
}

static bool accept_side(PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    PlLexiconHit hit = pl_lexicon_match(coref->model->sides, coref->tokens, coref->syntax, tok);
    if (hit.row < 0 || tok + hit.n_toks > reader->end_tok) return false;
    uint32_t head = tok + hit.n_toks - 1;
    if (!is_noun(coref, head) || goes_on(reader, head + 1)) return false;
    PlSlice kind = pl_lexicon_cell(coref->model->sides, hit.row, coref->model->side_kind);
    bool plural = is_plural_noun(coref, head);
    reader->out.head_tok = head;
    reader->out.end_tok = head + 1;
    reader->out.is_plural = plural;
    reader->out.kind = PL_DESCRIPTION_NONE;
    if (pl_slice_is(kind, "org")) {
        if (reader->out.is_definite && !plural && reader->out.of_mention < 0)
            reader->out.kind = PL_DESCRIPTION_ORG;
    } else if (plural && !(reader->out.of_mention >= 0 && is(coref, head, "parties")) &&
               (reader->out.is_both || (pl_slice_is(kind, "sides") && reader->out.is_definite))) {
        reader->out.kind = PL_DESCRIPTION_SIDES;
    } else if (pl_slice_is(kind, "sides") && reader->out.of_mention >= 0 && !plural &&
               is(coref, head, "side")) {
        reader->out.kind = PL_DESCRIPTION_STATE;
    } else if (pl_slice_is(kind, "country") && reader->out.is_definite && !plural &&
               reader->out.of_mention < 0) {
        reader->out.kind = PL_DESCRIPTION_COUNTRY;
    }
    return reader->out.kind != PL_DESCRIPTION_NONE;
}

static bool accept_head(PhraseReader *reader, uint32_t tok)
{
    return accept_side(reader, tok) || accept_body(reader, tok) || accept_title(reader, tok);
}

/* "the rebel Sunrise force": the head is the noun behind the name, and not the word before it. */
static bool is_before_named_body(const PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    if (tok + 1 >= reader->end_tok || coref->name_starting[tok + 1] < 0) return false;
    const PlMention *name = &coref->mentions->mentions.items[coref->name_starting[tok + 1]];
    return name->type == PL_ENTITY_ORG && name->end_tok < reader->end_tok &&
           coref->syntax->upos[name->end_tok] == PL_UPOS_NOUN;
}

static bool is_modifier(const PlCoref *coref, uint32_t tok)
{
    if (is(coref, tok, "-")) return true;
    uint8_t upos = coref->syntax->upos[tok];
    uint8_t xpos = coref->syntax->xpos[tok];
    return upos == PL_UPOS_ADJ || upos == PL_UPOS_NOUN || upos == PL_UPOS_NUM ||
           upos == PL_UPOS_PROPN || (upos == PL_UPOS_ADV && xpos != PL_XPOS_WRB) ||
           (upos == PL_UPOS_VERB && coref->syntax->deprel[tok] == PL_DEPREL_amod);
}

/* Soldiers, officials and spies are often abroad, ministries and parliaments never; who else is "in
 * Norway" is mostly of it. */
static bool belongs_where_it_is(const PlDescription *description)
{
    bool some = description->is_plural || description->kind == PL_DESCRIPTION_BODY ||
                description->is_indefinite;
    bool abroad = pl_sector_is_office(description->sector) &&
                  !(description->kind == PL_DESCRIPTION_BODY && description->is_seated);
    return some && description->sector.len && !abroad && !pl_slice_is(description->sector, "IGO");
}

/* The place that starts at `tok` or a few modifiers on: "southern Norway" yes, "the north of
 * Norway" no; -1 = none. */
static int32_t place_at(const PhraseReader *reader, uint32_t tok)
{
    const PlCoref *coref = reader->coref;
    for (uint32_t n = 0; n < MAX_TOKS_BEFORE_PLACE && tok < reader->end_tok; n++, tok++) {
        int32_t name = coref->name_starting[tok];
        if (name >= 0)
            return coref->mentions->mentions.items[name].type == PL_ENTITY_LOC ? name : -1;
        uint8_t upos = coref->syntax->upos[tok];
        bool modifies = upos == PL_UPOS_DET || upos == PL_UPOS_ADJ || upos == PL_UPOS_ADV ||
                        coref->syntax->deprel[tok] == PL_DEPREL_amod ||
                        coref->syntax->deprel[tok] == PL_DEPREL_compound || is(coref, tok, "-");
        if (!modifies) return -1;
    }
    return -1;
}

/* The name behind "of", "from", "based in" or "in", -1 = none. */
static int32_t name_behind(const PhraseReader *reader, uint32_t preposition)
{
    const PlCoref *coref = reader->coref;
    uint32_t at = preposition + 1;
    if (is(coref, preposition, "based") && is(coref, at, "in")) return place_at(reader, at + 1);
    if (is(coref, preposition, "in"))
        return belongs_where_it_is(&reader->out) ? place_at(reader, at) : -1;
    if (!is(coref, preposition, "of") && !is(coref, preposition, "from")) return -1;
    int32_t mention = coref->name_starting[at];
    if (mention < 0 && is(coref, at, "the") && at + 1 < reader->end_tok)
        mention = coref->name_starting[at + 1];
    return mention;
}

static bool is_of_state(const PlCoref *coref, int32_t mention)
{
    int32_t entity = coref->mentions->mentions.items[mention].entity;
    return entity >= 0 && pl_entity_is_of_state(&coref->mentions->entities.items[entity]);
}

/* A name before the head that says nothing of whose they are: "Kurdish villagers", "the Blue
 * party". */
static bool is_open(const PlCoref *coref, int32_t mention)
{
    int32_t entity = coref->mentions->mentions.items[mention].entity;
    if (entity < 0) return false;
    const PlEntity *of = &coref->mentions->entities.items[entity];
    return of->country.len == 0 && (of->type == PL_ENTITY_NORP || !pl_entity_has_members(of));
}

/* "Norwegian Sami herders", "Norway's Blue party": the state stays whose they are. */
static bool keeps_owner(const PlCoref *coref, int32_t owner, int32_t name)
{
    return owner >= 0 && is_of_state(coref, owner) && is_open(coref, name) &&
           coref->mentions->mentions.items[name].type != PL_ENTITY_LOC;
}

/* "of Norway", "from the union" behind the head; "in Norway" behind those who are mostly of it. */
static void read_of(PhraseReader *reader)
{
    const PlCoref *coref = reader->coref;
    uint32_t tok = reader->out.end_tok;
    if (tok + 1 >= reader->end_tok) return;
    if (reader->out.of_mention >= 0 && !is_open(coref, reader->out.of_mention)) return;
    int32_t mention = name_behind(reader, tok);
    if (mention < 0) return;
    const PlMention *of = &coref->mentions->mentions.items[mention];
    if (of->end_tok < reader->end_tok && is(coref, of->end_tok, "'s")) return;
    reader->out.of_mention = mention;
    reader->out.end_tok = of->end_tok;
}

/* Whose workers they are says more than that they work: "hospital staff", "party workers". Those of
 * a company are labour. */
static bool employs(PlSlice sector)
{
    static const char *const sectors[] = {"HLH", "EDU", "GOV", "MED", "PTY", "REL", "NGO", "COP"};
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
        if (pl_slice_is(sector, sectors[i])) return true;
    return false;
}

/* What the words before a head of `sector` may say instead. A head that says nothing takes all:
 * "gang members"; workers are those of a hospital, soldiers of a militia, gunmen of a cartel. */
static bool yields(const PlDescription *description, PlSlice said)
{
    PlSlice sector = description->sector;
    if (sector.len == 0) return said.len > 0;
    if (pl_slice_is(sector, "UAF")) return said.len > 0 && !pl_slice_is(said, "CVL");
    if (pl_slice_is(sector, "MIL") && description->kind == PL_DESCRIPTION_PERSON)
        return pl_sector_is_against_state(said);
    bool many = description->is_plural || description->is_people;
    return pl_slice_is(sector, "LAB") && many && employs(said);
}

/* The words between whose they are and the head. */
static void read_sector_before(PhraseReader *reader)
{
    const PlCoref *coref = reader->coref;
    PlDescription *out = &reader->out;
    uint32_t first = out->first_tok;
    if (out->of_mention >= 0) {
        const PlMention *of = &coref->mentions->mentions.items[out->of_mention];
        if (of->end_tok <= out->head_tok) first = of->end_tok;
    }
    PlSlice said =
        pl_words_sector(coref->model, coref->tokens, coref->syntax, first, out->head_tok);
    if (yields(out, said)) out->sector = said;
}

/* Of two names before the head the first is whose they are: "Norway's UN envoy", "the UN's Norway
 * envoy", "Reuters' Oslo bureau". */
static bool stays_with(const PhraseReader *reader, int32_t sender)
{
    const PlCoref *coref = reader->coref;
    int32_t of = reader->out.of_mention;
    bool envoy = pl_title_is_envoy(coref->model, &reader->out.title);
    if (envoy && is_of_state(coref, sender)) return true;
    int32_t entity = coref->mentions->mentions.items[sender].entity;
    return entity >= 0 && of >= 0 && of != sender &&
           coref->mentions->mentions.items[of].type == PL_ENTITY_LOC &&
           coref->mentions->mentions.items[sender].type == PL_ENTITY_ORG &&
           pl_entity_has_members(&coref->mentions->entities.items[entity]);
}

PlDescription pl_description_at(const PlCoref *coref, uint32_t tok)
{
    uint32_t end = coref->tokens->sent_first_tok[coref->tokens->sent[tok] + 1];
    if (end > tok + MAX_DESCRIPTION_TOKS) end = tok + MAX_DESCRIPTION_TOKS;
    PhraseReader reader = {.coref = coref, .end_tok = end};
    reader.out.first_tok = tok;
    reader.out.of_mention = -1;
    reader.out.owner = -1;
    reader.out.title.row = -1;
    PlDescription none = reader.out;
    int32_t sender = -1; /* the first of several names */
    uint32_t at = read_determiners(&reader, tok);
    if (at == tok && is(coref, tok, "that")) return none;
    while (at < end) {
        int32_t name = coref->name_starting[at];
        if (name >= 0) {
            const PlMention *mention = &coref->mentions->mentions.items[name];
            if (reader.out.of_mention >= 0 && sender < 0) sender = reader.out.of_mention;
            if (!keeps_owner(coref, reader.out.of_mention, name)) reader.out.of_mention = name;
            at = mention->end_tok;
            if (at < end && (is(coref, at, "'s") || is(coref, at, "'"))) {
                reader.out.is_definite = true;
                at++;
            } else if (mention->type == PL_ENTITY_PER) {
                return none;
            }
            continue;
        }
        if (!is_before_named_body(&reader, at) && accept_head(&reader, at)) break;
        if (!is_modifier(coref, at)) return none;
        at++;
    }
    if (reader.out.kind == PL_DESCRIPTION_NONE) return none;
    if (sender >= 0 && stays_with(&reader, sender)) reader.out.of_mention = sender;
    if (reader.out.kind == PL_DESCRIPTION_PERSON || reader.out.kind == PL_DESCRIPTION_BODY) {
        read_sector_before(&reader);
        read_of(&reader);
    }
    /* "the committee" alone is anybody's */
    if (reader.out.kind == PL_DESCRIPTION_BODY && reader.out.sector.len == 0) return none;
    bool bare = !reader.has_determiner && reader.out.of_mention < 0;
    /* "as president", "army": no determiner and one of them says nothing of anybody. */
    return bare && !reader.out.is_plural ? none : reader.out;
}

/* ---- who is meant ---- */

void pl_described_init(PlDescribed *described, PlCoref *coref, const PlSalience *salience)
{
    *described = (PlDescribed){.coref = coref, .salience = salience};
    uint32_t n_rows = pl_lexicon_table(coref->model->titles.lexicon)->n_rows;
    uint32_t n_roles = coref->mentions->roles.n;
    described->role_of_title = pl_arena_array(coref->arena, int32_t, n_rows + 1);
    described->next_role = pl_arena_array(coref->arena, int32_t, n_roles + 1);
    for (uint32_t i = 0; i < n_rows; i++)
        described->role_of_title[i] = -1;
    for (uint32_t i = n_roles; i > 0; i--) {
        int32_t row = coref->role_rows.items[i - 1];
        described->next_role[i - 1] = described->role_of_title[row];
        described->role_of_title[row] = (int32_t)i - 1;
    }
}

static const PlEntity *entity_of(const PlDescribed *described, int32_t entity)
{
    return &described->coref->mentions->entities.items[entity];
}

static int32_t of_entity(const PlDescribed *described, const PlDescription *description)
{
    if (description->of_mention < 0) return description->owner;
    return described->coref->mentions->mentions.items[description->of_mention].entity;
}

static PlSlice of_country(const PlDescribed *described, const PlDescription *description)
{
    int32_t of = of_entity(described, description);
    return of >= 0 ? entity_of(described, of)->country : (PlSlice){0};
}

PlSlice pl_description_country(const PlDescribed *described, const PlDescription *description)
{
    return of_country(described, description);
}

static bool is_head_of_state(const PlCoref *coref, int32_t row)
{
    PlSlice level = pl_lexicon_cell(coref->model->titles.lexicon, row, coref->model->titles.level);
    PlSlice first = pl_lexicon_cell(coref->model->titles.lexicon, row, 0);
    return pl_slice_is(level, "head") || pl_slice_is(first, "president");
}

static bool is_generic_head(const PlCoref *coref, const PlDescription *description)
{
    uint32_t head = description->title.head_tok;
    return is(coref, head, "leader") || is(coref, head, "ruler") || is(coref, head, "strongman");
}

/* "minister" and "foreign minister" may be one office, "foreign" and "trade minister" are not. */
static bool titles_agree(PlSlice a, PlSlice b)
{
    PlSlice shorter = a.len <= b.len ? a : b;
    PlSlice longer = a.len <= b.len ? b : a;
    PlSlice end = {longer.ptr + (longer.len - shorter.len), shorter.len};
    return pl_slice_equal(end, shorter);
}

/* How well a role answers to the description; -1 = not at all, else the later spoken of the more.
 */
static int64_t role_fit(const PlDescribed *described, const PlDescription *description,
                        int32_t index, PlSlice title)
{
    const PlCoref *coref = described->coref;
    const PlRole *role = &coref->mentions->roles.items[index];
    PlSlice country = of_country(described, description);
    int32_t of = of_entity(described, description);
    bool same_of = of >= 0 && of == role->of_entity;
    if (of >= 0 && !same_of &&
        (country.len == 0 || !pl_slice_equal(country, entity_of(described, role->entity)->country)))
        return -1;
    if (title.len && !titles_agree(title, role->title)) return -1;
    for (uint32_t i = 0; i < PL_SALIENCE_SIZE; i++) {
        const PlRecent *recent = pl_salience_at(described->salience, i);
        if (!recent) break;
        if (recent->entity == role->entity) return (int64_t)recent->tok + 1;
    }
    return 0;
}

static int32_t best_in_chain(const PlDescribed *described, const PlDescription *description,
                             int32_t row, PlSlice title, int64_t *best_fit)
{
    int32_t best = -1;
    uint32_t tries = 0;
    for (int32_t at = described->role_of_title[row]; at >= 0 && tries < MAX_ROLE_TRIES;
         at = described->next_role[at], tries++) {
        int64_t fit = role_fit(described, description, at, title);
        if (fit > *best_fit) {
            *best_fit = fit;
            best = described->coref->mentions->roles.items[at].entity;
        }
    }
    return best;
}

static int32_t person_with_role(const PlDescribed *described, const PlDescription *description)
{
    PlCoref *coref = described->coref;
    int64_t fit = -1;
    PlSlice title = pl_title_usual(coref->arena, coref->model, coref->tokens, coref->syntax,
                                   &description->title);
    int32_t best = best_in_chain(described, description, description->title.row, title, &fit);
    if (best >= 0 || !is_generic_head(coref, description)) return best;
    if (of_country(described, description).len == 0) return -1;
    uint32_t n_rows = pl_lexicon_table(coref->model->titles.lexicon)->n_rows;
    for (uint32_t row = 0; row < n_rows; row++) {
        if (described->role_of_title[row] < 0 || !is_head_of_state(coref, (int32_t)row)) continue;
        int32_t found = best_in_chain(described, description, (int32_t)row, (PlSlice){0}, &fit);
        if (found >= 0) best = found;
    }
    return best;
}

/* "diplomat NOR": the head's lemma and whose it is. */
static int32_t key_of(PlDescribed *described, const PlDescription *description)
{
    PlCoref *coref = described->coref;
    PlSlice country = of_country(described, description);
    int32_t of = of_entity(described, description);
    PlSlice lemma = coref->syntax->lemma[description->head_tok];
    if (lemma.len > MAX_KEY_BYTES) lemma.len = MAX_KEY_BYTES;
    PlSlice key = country.len || of < 0
                      ? pl_arena_format(coref->arena, "%.*s %.*s%s", PL_PRI(lemma), PL_PRI(country),
                                        description->is_plural ? " s" : "")
                      : pl_arena_format(coref->arena, "%.*s %d%s", PL_PRI(lemma), of,
                                        description->is_plural ? " s" : "");
    int32_t symbol = pl_symbols_intern(coref->arena, &described->keys, key);
    if ((uint32_t)symbol == described->key_entity.n)
        *pl_vec_push(coref->arena, &described->key_entity) = -1;
    return symbol;
}

PlSlice pl_description_code(PlArena *arena, const PlDescription *description, PlSlice country,
                            PlSlice sector)
{
    bool is_body = description->kind == PL_DESCRIPTION_BODY && !description->is_people;
    return is_body ? pl_code_of_body(arena, country, sector) : pl_code_make(arena, country, sector);
}

static int32_t new_entity(PlDescribed *described, const PlDescription *description,
                          PlEntityType type)
{
    PlCoref *coref = described->coref;
    PlSlice country = of_country(described, description);
    int32_t of = of_entity(described, description);
    PlEntity entity = {.name = pl_slice_of(coref->tokens->text,
                                           pl_tokens_span(coref->tokens, description->first_tok,
                                                          description->end_tok)),
                       .type = type,
                       .country = country,
                       .is_group = description->is_plural};
    const PlEntity *owner = of >= 0 ? entity_of(described, of) : NULL;
    /* "UN officials" carry the code of the organisation. */
    bool says_more = owner && !owner->is_named && description->sector.len;
    if (owner && pl_entity_has_members(owner) && !says_more)
        entity.code = pl_code_of_members(coref->arena, owner, description->sector);
    else
        entity.code = pl_description_code(coref->arena, description, country, description->sector);
    int32_t made = pl_coref_add_entity(coref, entity, -1);
    if (description->kind == PL_DESCRIPTION_PERSON) {
        PlSlice cell = pl_lexicon_cell(coref->model->titles.lexicon, description->title.row,
                                       coref->model->titles.gender);
        coref->facts.items[made].gender = (uint8_t)pl_gender_parse(cell);
    }
    return made;
}

static int32_t resolve_person(PlDescribed *described, const PlDescription *description)
{
    int32_t key = key_of(described, description);
    if (!description->is_plural && !description->is_indefinite) {
        int32_t person = person_with_role(described, description);
        if (person >= 0) return person;
    }
    int32_t *known = &described->key_entity.items[key];
    if (*known >= 0 && !description->is_indefinite) return *known;
    if (*known >= 0 && description->is_plural) return *known;
    int32_t made = new_entity(described, description, PL_ENTITY_PER);
    described->key_entity.items[key] = made;
    /* Later "the diplomat" may mean the Norwegian one. */
    PlDescription bare = *description;
    bare.of_mention = bare.owner = -1;
    int32_t bare_key = key_of(described, &bare);
    described->key_entity.items[bare_key] = made;
    return made;
}

static bool name_has_word(const PlDescribed *described, int32_t entity, PlSlice word)
{
    PlSlice name = pl_utf8_lower(described->coref->arena, entity_of(described, entity)->name);
    return pl_slice_find(name, word) >= 0;
}

/* "the union": the organisation spoken of last that is called one or is one. */
static int32_t recent_org(const PlDescribed *described, const PlDescription *description,
                          bool any_kind)
{
    PlSlice lemma = described->coref->syntax->lemma[description->head_tok];
    for (uint32_t i = 0; i < PL_SALIENCE_SIZE; i++) {
        const PlRecent *recent = pl_salience_at(described->salience, i);
        if (!recent) return -1;
        const PlEntity *entity = entity_of(described, recent->entity);
        if (entity->type != PL_ENTITY_ORG || !entity->is_named) continue;
        bool media = entity->code.len >= 6 && pl_slice_ends(entity->code, "MED");
        if (any_kind && !media) return recent->entity;
        /* "the union" is no union of states. */
        bool igo = pl_slice_starts(entity->code, "IGO") && description->sector.len;
        if (igo) continue;
        if (name_has_word(described, recent->entity, lemma)) return recent->entity;
        bool state = pl_slice_is(description->sector, "GOV") ||
                     pl_slice_is(description->sector, "MIL") ||
                     pl_slice_is(description->sector, "OPP");
        if (!state && description->sector.len &&
            pl_slice_find(entity->code, description->sector) >= 0)
            return recent->entity;
    }
    return -1;
}

static bool is_delegation(const PlCoref *coref, uint32_t tok)
{
    return pl_slice_is(coref->syntax->lemma[tok], "delegation") ||
           pl_slice_is(coref->syntax->lemma[tok], "team");
}

static int32_t resolve_body(PlDescribed *described, const PlDescription *description)
{
    PlCoref *coref = described->coref;
    if (is(coref, description->head_tok, "side"))
        return description->of_mention >= 0 ? of_entity(described, description) : -1;
    int32_t key = key_of(described, description);
    if (of_entity(described, description) < 0 && description->is_definite &&
        !description->is_plural) {
        int32_t org = is_delegation(coref, description->head_tok)
                          ? -1
                          : recent_org(described, description, false);
        if (org >= 0) return org;
    }
    int32_t known = described->key_entity.items[key];
    if (known >= 0 && !(description->is_indefinite && !description->is_plural)) return known;
    int32_t made = new_entity(described, description, PL_ENTITY_ORG);
    /* A delegation is one body, whatever its number. */
    PlEntity *entity = &coref->mentions->entities.items[made];
    if (!description->is_plural) entity->is_group = 0;
    if (is_delegation(coref, description->head_tok) && entity->country.len == 0) {
        entity->country = pl_side_before(coref, description->first_tok);
        entity->code = pl_code_make(coref->arena, entity->country, description->sector);
    }
    described->key_entity.items[key] = made;
    PlDescription bare = *description;
    bare.of_mention = bare.owner = -1;
    int32_t bare_key = key_of(described, &bare);
    described->key_entity.items[bare_key] = made;
    return made;
}

static int32_t recent_state(const PlDescribed *described)
{
    int32_t best = -1;
    int best_points = 0;
    uint32_t newest = 0;
    for (uint32_t i = 0; i < PL_SALIENCE_SIZE; i++) {
        const PlRecent *recent = pl_salience_at(described->salience, i);
        if (!recent) break;
        if (i == 0) newest = recent->sent;
        if (!entity_of(described, recent->entity)->is_state) continue;
        if (recent->sent + 2 < newest) break;
        int points = 10 - (int)(newest - recent->sent) * 2 + (recent->is_subject ? 3 : 0);
        if (points > best_points) {
            best_points = points;
            best = recent->entity;
        }
    }
    return best;
}

static int32_t resolve_sides(PlDescribed *described, const PlDescription *description)
{
    int32_t key = key_of(described, description);
    int32_t *known = &described->key_entity.items[key];
    if (*known >= 0) return *known;
    int32_t made = new_entity(described, description, PL_ENTITY_ORG);
    described->key_entity.items[key] = made;
    return made;
}

int32_t pl_description_resolve(PlDescribed *described, const PlDescription *description)
{
    switch (description->kind) {
    case PL_DESCRIPTION_PERSON:
        return resolve_person(described, description);
    case PL_DESCRIPTION_BODY:
        return resolve_body(described, description);
    case PL_DESCRIPTION_SIDES:
        return resolve_sides(described, description);
    case PL_DESCRIPTION_STATE:
        return of_entity(described, description);
    case PL_DESCRIPTION_COUNTRY:
        return recent_state(described);
    case PL_DESCRIPTION_ORG:
        return recent_org(described, description, true);
    case PL_DESCRIPTION_NONE:
        break;
    }
    return -1;
}
