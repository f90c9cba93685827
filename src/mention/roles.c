#include "mention/roles.h"

#include <string.h>

#include "mention/codes.h"

enum {
    MAX_TITLE_BACK = 14,  /* tokens before a name in which its title begins */
    MAX_MODIFIERS = 6,    /* words between a determiner and a title */
    MAX_PHRASE_TOKS = 24, /* of a role phrase */
    MAX_ROLES_A_PHRASE = 3
};

int32_t pl_name_mention_ending(const PlCoref *coref, uint32_t tok)
{
    return coref->name_ending[tok];
}

int32_t pl_name_mention_starting(const PlCoref *coref, uint32_t tok)
{
    return coref->name_starting[tok];
}

static const PlMention *mention_at(const PlCoref *coref, int32_t index)
{
    return &coref->mentions->mentions.items[index];
}

static bool is(const PlCoref *coref, uint32_t tok, const char *lower)
{
    return pl_token_is(coref->tokens, tok, lower);
}

static bool is_possessive(const PlCoref *coref, uint32_t tok)
{
    return is(coref, tok, "'s") || is(coref, tok, "'");
}

static bool is_definite_word(const PlCoref *coref, uint32_t tok)
{
    return is(coref, tok, "the") || is(coref, tok, "its") || is(coref, tok, "his") ||
           is(coref, tok, "her") || is(coref, tok, "their") || is(coref, tok, "this") ||
           is(coref, tok, "that");
}

static bool is_indefinite_word(const PlCoref *coref, uint32_t tok)
{
    return is(coref, tok, "a") || is(coref, tok, "an") || is(coref, tok, "another") ||
           is(coref, tok, "one") || is(coref, tok, "some") || is(coref, tok, "several") ||
           is(coref, tok, "many") || is(coref, tok, "other");
}

static PlTitle title_at(const PlCoref *coref, uint32_t tok, uint32_t end_tok)
{
    return pl_title_at(coref->model, coref->tokens, coref->syntax, tok, end_tok);
}

/* "former", "then-", "acting" that stands apart from its title: "former Russian diplomat". */
static bool status_word(const PlCoref *coref, uint32_t tok, PlRoleStatus *status)
{
    PlLexiconHit hit = pl_lexicon_match(coref->model->titles.words, coref->tokens, NULL, tok);
    if (hit.row < 0) return false;
    const PlTitleTable *titles = &coref->model->titles;
    if (!pl_slice_is(pl_lexicon_cell(titles->words, hit.row, titles->word_kind), "status"))
        return false;
    PlSlice usual = pl_lexicon_cell(titles->words, hit.row, titles->word_usual);
    *status = pl_slice_is(usual, "former")   ? PL_ROLE_FORMER
              : pl_slice_is(usual, "acting") ? PL_ROLE_ACTING
                                             : PL_ROLE_ELECT;
    return true;
}

static bool is_modifier(const PlCoref *coref, uint32_t tok)
{
    uint8_t upos = coref->syntax->upos[tok];
    if (upos == PL_UPOS_ADJ || upos == PL_UPOS_NOUN || upos == PL_UPOS_ADV || upos == PL_UPOS_NUM ||
        upos == PL_UPOS_PROPN)
        return true;
    return upos == PL_UPOS_VERB &&
           (coref->syntax->deprel[tok] == PL_DEPREL_amod ||
            coref->syntax->xpos[tok] == PL_XPOS_VBN || coref->syntax->xpos[tok] == PL_XPOS_VBG);
}

/* "of Norway", "to the president", "at the Acme Institute": what comes behind a title. */
static uint32_t read_of(const PlCoref *coref, PlRolePhrase *phrase, uint32_t tok, uint32_t end_tok)
{
    if (tok + 1 >= end_tok) return tok;
    bool links = is(coref, tok, "of") || is(coref, tok, "to") || is(coref, tok, "for") ||
                 is(coref, tok, "at") || is(coref, tok, "with") || is(coref, tok, "in") ||
                 is(coref, tok, "from");
    if (!links) return tok;
    uint32_t at = tok + 1;
    if (at < end_tok && is(coref, at, "the")) at++;
    if (at >= end_tok) return tok;
    int32_t mention = coref->name_starting[at];
    if (mention < 0 && at > tok + 1) mention = coref->name_starting[at - 1];
    if (mention < 0 || mention_at(coref, mention)->end_tok > end_tok) return tok;
    /* "of Norway's navy" names another thing. */
    uint32_t after = mention_at(coref, mention)->end_tok;
    if (after < end_tok && is_possessive(coref, after)) return tok;
    bool weak = is(coref, tok, "in") || is(coref, tok, "from") || is(coref, tok, "with");
    if (phrase->of_mention < 0 && !(weak && phrase->title.is_plural)) {
        phrase->of_mention = mention;
        phrase->is_abroad = (is(coref, tok, "to") || is(coref, tok, "for")) &&
                            mention_at(coref, mention)->type == PL_ENTITY_LOC;
    }
    return after;
}

/* "Norway's UN ambassador": of the two names before an envoy the state sends, or the body
 * before a place. The name before mention `at`, -1 = none that sends. */
static int32_t sender_before(const PlCoref *coref, int32_t at, uint32_t sent_first)
{
    uint32_t tok = mention_at(coref, at)->first_tok;
    if (tok > sent_first && is_possessive(coref, tok - 1)) tok--;
    if (tok == sent_first || coref->name_ending[tok - 1] < 0) return -1;
    int32_t name = coref->name_ending[tok - 1];
    int32_t entity = mention_at(coref, name)->entity;
    if (entity < 0) return -1;
    const PlEntity *sender = &coref->mentions->entities.items[entity];
    /* "the UN's Norway envoy" */
    bool body = sender->type == PL_ENTITY_ORG && pl_entity_has_members(sender) &&
                mention_at(coref, at)->type == PL_ENTITY_LOC;
    return body || pl_entity_is_of_state(sender) ? name : -1;
}

PlRolePhrase pl_role_phrase_at(const PlCoref *coref, uint32_t tok, uint32_t end_tok)
{
    PlRolePhrase phrase = {.first_tok = tok, .end_tok = tok, .of_mention = -1};
    phrase.title.row = -1;
    if (end_tok > tok + MAX_PHRASE_TOKS) end_tok = tok + MAX_PHRASE_TOKS;
    PlRoleStatus status = PL_ROLE_CURRENT;
    bool has_status = false;
    int32_t sender = -1;
    uint32_t at = tok;
    if (at < end_tok && is_definite_word(coref, at)) {
        phrase.is_definite = true;
        at++;
    } else if (at < end_tok && is_indefinite_word(coref, at)) {
        phrase.is_indefinite = true;
        at++;
    }
    for (uint32_t n = 0; at < end_tok && n < MAX_MODIFIERS; n++) {
        phrase.title = title_at(coref, at, end_tok);
        int32_t name = coref->name_starting[at];
        if (phrase.title.row >= 0 && name < 0) break;
        phrase.title.row = -1;
        if (name >= 0) {
            const PlMention *mention = mention_at(coref, name);
            if (mention->end_tok >= end_tok) return phrase;
            at = mention->end_tok;
            if (sender < 0) sender = sender_before(coref, name, tok);
            phrase.of_mention = name;
            if (is_possessive(coref, at)) {
                phrase.is_definite = true;
                at++;
            } else if (mention->type == PL_ENTITY_PER) {
                return phrase;
            }
            continue;
        }
        has_status = status_word(coref, at, &status) || has_status;
        if (!is_modifier(coref, at) && !is(coref, at, "-") && !is(coref, at, "most") &&
            !status_word(coref, at, &status))
            return phrase;
        at++;
    }
    if (phrase.title.row < 0) return phrase;
    if (sender >= 0 && pl_title_is_envoy(coref->model, &phrase.title)) phrase.of_mention = sender;
    if (has_status && phrase.title.status == PL_ROLE_CURRENT) phrase.title.status = status;
    phrase.end_tok = read_of(coref, &phrase, phrase.title.end_tok, end_tok);
    return phrase;
}

/* "president" of a country, "Kremlin" of its palace, a person's full name. */
static PlSlice of_name(const PlCoref *coref, int32_t mention)
{
    const PlMention *of = mention_at(coref, mention);
    const PlEntity *entity = &coref->mentions->entities.items[of->entity];
    int32_t subject = coref->facts.items[of->entity].subject;
    PlSlice text = pl_slice_of(coref->tokens->text, of->span);
    if (subject < 0 || !entity->is_state) return entity->name;
    PlGazetteerHit hit = pl_gazetteer_find(&coref->model->gazetteer, text);
    if (hit.subject != subject || !(hit.readings & PL_READING_PALACE)) return entity->name;
    if (pl_slice_starts(text, "the ") || pl_slice_starts(text, "The "))
        text = (PlSlice){text.ptr + 4, text.len - 4};
    return text;
}

static void add_role(PlCoref *coref, int32_t person, const PlRolePhrase *phrase, PlSpan span)
{
    if (phrase->title.is_address) return;
    int32_t of_entity =
        phrase->of_mention >= 0 ? mention_at(coref, phrase->of_mention)->entity : -1;
    if (of_entity == person) of_entity = -1;
    PlRole *role = pl_vec_push(coref->arena, &coref->mentions->roles);
    *role = (PlRole){.entity = person,
                     .title = pl_title_usual(coref->arena, coref->model, coref->tokens,
                                             coref->syntax, &phrase->title),
                     .of_entity = of_entity,
                     .status = phrase->title.status,
                     .span = span};
    if (of_entity >= 0) role->of = of_name(coref, phrase->of_mention);
    *pl_vec_push(coref->arena, &coref->role_rows) = phrase->title.row;
    *pl_vec_push(coref->arena, &coref->role_is_abroad) = phrase->is_abroad;
    *pl_vec_push(coref->arena, &coref->role_sectors) =
        pl_title_sector(coref->model, coref->tokens, coref->syntax, &phrase->title);
}

static void note_gender(PlCoref *coref, int32_t person, const PlTitle *title)
{
    PlSlice cell =
        pl_lexicon_cell(coref->model->titles.lexicon, title->row, coref->model->titles.gender);
    PlGender gender = pl_gender_parse(cell);
    if (gender != PL_GENDER_UNKNOWN) coref->facts.items[person].gender = (uint8_t)gender;
}

/* The earliest title that ends where the name begins. */
static PlTitle title_before(const PlCoref *coref, uint32_t name_tok, uint32_t sent_first)
{
    uint32_t from = name_tok > sent_first + MAX_TITLE_BACK ? name_tok - MAX_TITLE_BACK : sent_first;
    for (uint32_t tok = from; tok < name_tok; tok++) {
        if (coref->in_name[tok]) continue; /* "Bakers' Union president" */
        PlTitle title = title_at(coref, tok, name_tok);
        if (title.row >= 0 && title.end_tok == name_tok && title.before_name) return title;
    }
    return (PlTitle){.row = -1};
}

/* What stands before a title: whose it is, and "former". Moves first_tok to the start. */
static void read_before(const PlCoref *coref, PlRolePhrase *phrase, uint32_t sent_first)
{
    uint32_t tok = phrase->first_tok;
    uint32_t end = tok;
    if (tok > sent_first && is_possessive(coref, tok - 1)) end = tok - 1;
    if (end > sent_first && coref->name_ending[end - 1] >= 0) {
        const PlMention *mention = mention_at(coref, coref->name_ending[end - 1]);
        if (end != tok || mention->type != PL_ENTITY_PER) {
            phrase->of_mention = coref->name_ending[end - 1];
            int32_t sender = pl_title_is_envoy(coref->model, &phrase->title)
                                 ? sender_before(coref, phrase->of_mention, sent_first)
                                 : -1;
            if (sender >= 0) phrase->of_mention = sender;
            phrase->first_tok = mention_at(coref, phrase->of_mention)->first_tok;
        }
    }
    tok = phrase->first_tok;
    PlRoleStatus status = PL_ROLE_CURRENT;
    if (tok > sent_first && is(coref, tok - 1, "-")) tok--;
    if (tok > sent_first && status_word(coref, tok - 1, &status)) {
        if (phrase->title.status == PL_ROLE_CURRENT) phrase->title.status = status;
        phrase->first_tok = tok - 1;
    }
}

/* "presidents Doe and Roe": the names that follow in the list. */
static void add_role_to_list(PlCoref *coref, const PlRolePhrase *phrase, uint32_t tok,
                             uint32_t sent_end, PlSpan span)
{
    while (tok + 1 < sent_end) {
        if (is(coref, tok, ",")) tok++;
        if (tok < sent_end && is(coref, tok, "and")) tok++;
        if (tok >= sent_end || coref->name_starting[tok] < 0) return;
        const PlMention *next = mention_at(coref, coref->name_starting[tok]);
        if (next->type != PL_ENTITY_PER || next->entity < 0) return;
        add_role(coref, next->entity, phrase, span);
        tok = next->end_tok;
        if (tok >= sent_end || (!is(coref, tok, ",") && !is(coref, tok, "and"))) return;
    }
}

/* "President Jane Doe of Norway": what stands behind the name is the title's. */
static void read_of_behind_name(const PlCoref *coref, PlRolePhrase *phrase, uint32_t tok,
                                uint32_t sent_end)
{
    if (phrase->of_mention >= 0 || phrase->title.is_plural || phrase->title.is_address) return;
    if (tok >= sent_end || !is(coref, tok, "of")) return;
    PlRolePhrase behind = {.title = phrase->title, .of_mention = -1};
    read_of(coref, &behind, tok, sent_end);
    if (behind.of_mention < 0 || mention_at(coref, behind.of_mention)->type == PL_ENTITY_PER)
        return;
    phrase->of_mention = behind.of_mention;
}

/* "Norway's intelligence chief Lt. Gen. Jane Doe": an office before a rank. Returns where it
 * begins, the rank's start when there is none. */
static uint32_t read_stacked(PlCoref *coref, const PlMention *name, const PlRolePhrase *rank,
                             uint32_t sent_first)
{
    if (rank->title.is_plural || rank->of_mention >= 0) return rank->first_tok;
    PlRolePhrase office = {.of_mention = -1};
    office.title = title_before(coref, rank->first_tok, sent_first);
    if (office.title.row < 0 || office.title.is_plural || office.title.is_address)
        return rank->first_tok;
    office.first_tok = office.title.first_tok;
    read_before(coref, &office, sent_first);
    add_role(coref, name->entity, &office,
             pl_tokens_span(coref->tokens, office.first_tok, office.title.end_tok));
    return office.first_tok;
}

/* Returns where the title and what belongs to it begin; the name's start when there is none. */
static uint32_t read_prenominal(PlCoref *coref, const PlMention *name, uint32_t sent_first,
                                uint32_t sent_end)
{
    PlRolePhrase phrase = {.of_mention = -1};
    phrase.title = title_before(coref, name->first_tok, sent_first);
    if (phrase.title.row < 0) return name->first_tok;
    phrase.first_tok = phrase.title.first_tok;
    phrase.end_tok = phrase.title.end_tok;
    read_before(coref, &phrase, sent_first);
    read_of_behind_name(coref, &phrase, name->end_tok, sent_end);
    if (!phrase.title.is_plural) note_gender(coref, name->entity, &phrase.title);
    PlSpan span = pl_tokens_span(coref->tokens, phrase.first_tok, phrase.title.end_tok);
    uint32_t stacked = read_stacked(coref, name, &phrase, sent_first);
    add_role(coref, name->entity, &phrase, span);
    if (stacked < phrase.first_tok) return stacked;
    if (phrase.title.is_plural) add_role_to_list(coref, &phrase, name->end_tok, sent_end, span);
    /* "Prime Minister and Acting Foreign Minister Jane Doe" */
    uint32_t first = phrase.first_tok;
    if (first > sent_first + 1 && is(coref, first - 1, "and")) {
        PlRolePhrase other = {.of_mention = -1};
        other.title = title_before(coref, first - 1, sent_first);
        if (other.title.row >= 0 && !other.title.is_plural) {
            other.first_tok = other.title.first_tok;
            read_before(coref, &other, sent_first);
            if (phrase.of_mention >= 0 && other.of_mention < 0)
                other.of_mention = phrase.of_mention;
            span = pl_tokens_span(coref->tokens, other.first_tok, other.title.end_tok);
            add_role(coref, name->entity, &other, span);
            first = other.first_tok;
        }
    }
    return first;
}

/* One or several role phrases in a row: "a former spy and the head of the bank". */
static void read_phrases(PlCoref *coref, int32_t person, uint32_t tok, uint32_t sent_end, bool past)
{
    for (uint32_t n = 0; n < MAX_ROLES_A_PHRASE && tok < sent_end; n++) {
        PlRolePhrase phrase = pl_role_phrase_at(coref, tok, sent_end);
        if (phrase.title.row < 0 || phrase.title.is_plural || phrase.title.is_address) return;
        /* "Jane Doe, Foreign Minister John Roe": the next in a list. */
        if (phrase.end_tok < sent_end && coref->name_starting[phrase.end_tok] >= 0) {
            const PlMention *next = mention_at(coref, coref->name_starting[phrase.end_tok]);
            if (next->type == PL_ENTITY_PER && phrase.end_tok == phrase.title.end_tok) return;
        }
        if (past && phrase.title.status == PL_ROLE_CURRENT) phrase.title.status = PL_ROLE_FORMER;
        note_gender(coref, person, &phrase.title);
        add_role(coref, person, &phrase,
                 pl_tokens_span(coref->tokens, phrase.first_tok, phrase.end_tok));
        tok = phrase.end_tok;
        if (tok >= sent_end || !is(coref, tok, "and")) return;
        tok++;
    }
}

static void read_after(PlCoref *coref, const PlMention *name, uint32_t sent_end)
{
    uint32_t tok = name->end_tok;
    if (tok + 1 >= sent_end) return;
    if (is(coref, tok, ",") || is(coref, tok, "(")) {
        tok++;
        /* "Jane Doe, 52, the envoy" */
        if (coref->tokens->flags[tok] & PL_TOK_DIGIT) {
            tok++;
            if (tok < sent_end && is(coref, tok, ",")) tok++;
        }
        if (tok < sent_end && (is(coref, tok, "who") || is(coref, tok, "whose"))) tok++;
        bool copula = tok < sent_end && pl_slice_is(coref->syntax->lemma[tok], "be");
        bool past = copula && is(coref, tok, "was");
        if (copula) tok++;
        if (tok < sent_end) read_phrases(coref, name->entity, tok, sent_end, past);
        return;
    }
    PlSlice lemma = coref->syntax->lemma[tok];
    bool copula =
        pl_slice_is(lemma, "be") || pl_slice_is(lemma, "become") || pl_slice_is(lemma, "remain");
    if (!copula && is(coref, tok, "as")) copula = true;
    if (copula) read_phrases(coref, name->entity, tok + 1, sent_end, is(coref, tok, "was"));
}

/* "Norway's chief negotiator, Jane Doe,": a definite phrase that ends at the comma before. */
static void read_comma_before(PlCoref *coref, const PlMention *name, uint32_t first,
                              uint32_t sent_first)
{
    if (first < sent_first + 2 || !is(coref, first - 1, ",")) return;
    uint32_t comma = first - 1;
    uint32_t from = comma > sent_first + MAX_PHRASE_TOKS ? comma - MAX_PHRASE_TOKS : sent_first;
    for (uint32_t tok = from; tok < comma; tok++) {
        bool starts = is_definite_word(coref, tok) || coref->name_starting[tok] >= 0;
        if (!starts) continue;
        PlRolePhrase phrase = pl_role_phrase_at(coref, tok, comma);
        if (phrase.title.row < 0 || phrase.end_tok != comma || phrase.title.is_plural) continue;
        if (!phrase.is_definite && phrase.of_mention < 0) continue;
        add_role(coref, name->entity, &phrase,
                 pl_tokens_span(coref->tokens, phrase.first_tok, comma));
        note_gender(coref, name->entity, &phrase.title);
        return;
    }
}

void pl_roles_find(PlCoref *coref)
{
    const PlTokens *tokens = coref->tokens;
    uint32_t n = coref->mentions->mentions.n;
    for (uint32_t i = 0; i < n; i++) {
        PlMention name = *mention_at(coref, (int32_t)i);
        if (name.type != PL_ENTITY_PER || name.entity < 0) continue;
        uint32_t sent = tokens->sent[name.first_tok];
        uint32_t sent_first = tokens->sent_first_tok[sent];
        uint32_t sent_end = tokens->sent_first_tok[sent + 1];
        uint32_t first = read_prenominal(coref, &name, sent_first, sent_end);
        read_comma_before(coref, &name, first, sent_first);
        read_after(coref, &name, sent_end);
    }
}
