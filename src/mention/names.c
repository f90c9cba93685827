#include "mention/names.h"

#include <stdlib.h>
#include <string.h>

#include "mention/heading_names.h"
#include "mention/known_people.h"
#include "mention/name_forms.h"
#include "mention/name_types.h"
#include "mention/name_words.h"
#include "text/utf8.h"

enum {
    MAX_NAME_TOKS = 16,
    MAX_HEADING_WORDS = 4, /* names that only a headline has */
    MAX_PERSON_WORDS = 4   /* of names of known people */
};

typedef struct Finder {
    PlArena *arena;
    const PlMentionModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    PlNameWords words;
    PlNames *out;
    PlSymbols surnames; /* levelled last words of the persons named in full */
    uint32_t sent_first;
    uint32_t sent_end;
} Finder;

static bool is_capital(const Finder *finder, uint32_t tok)
{
    uint8_t flags = finder->tokens->flags[tok];
    return (flags & PL_TOK_CAPITAL) && !(flags & PL_TOK_PUNCT);
}

static bool is_not_name(const Finder *finder, uint32_t tok)
{
    return pl_lexicon_find(finder->model->not_names, finder->tokens->lower[tok]) >= 0;
}

/* The tagger of names sees one there. */
static bool is_tagged(const Finder *finder, uint32_t tok)
{
    return pl_name_tag_type(finder->syntax, tok) != PL_N_ENTITY_TYPES;
}

static bool starts_clause(const Finder *finder, uint32_t tok)
{
    if (tok == finder->sent_first) return true;
    uint8_t before = finder->tokens->flags[tok - 1];
    return (before & PL_TOK_QUOTE_OPEN) || pl_token_is(finder->tokens, tok - 1, ":");
}

static bool is_open_class(uint8_t upos)
{
    return upos == PL_UPOS_PROPN || upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ ||
           upos == PL_UPOS_X;
}

/* A word that can be a name by itself: something besides its capital says so. */
static bool is_known_word(const Finder *finder, uint32_t tok)
{
    PlSlice form = finder->tokens->form[tok];
    const PlPlaceRow *row = NULL;
    return pl_is_given_name(finder->model, form, NULL) || pl_is_family_name(finder->model, form) ||
           pl_places_match(finder->model->places, finder->tokens, tok, &row) > 0 ||
           (finder->tokens->flags[tok] & PL_TOK_ALL_CAPS);
}

/* "Ministry of Trade": a word for a body, "of" and a capital. */
static bool is_body_of(const Finder *finder, uint32_t tok)
{
    return tok + 2 < finder->sent_end && pl_token_is(finder->tokens, tok + 1, "of") &&
           is_capital(finder, tok + 2) &&
           pl_name_head_type(finder->model, finder->tokens, tok, false) == PL_ENTITY_ORG;
}

/* "Transport Workers' Union" at the start of a sentence: capitals up to the word for a body. */
static bool leads_to_body(const Finder *finder, uint32_t tok)
{
    uint8_t upos = finder->syntax->upos[tok];
    if (!is_open_class(upos) && upos != PL_UPOS_VERB) return false;
    if (is_body_of(finder, tok)) return true;
    if (pl_name_words_is_common(&finder->words, finder->tokens, tok)) return false;
    for (uint32_t at = tok + 1; at < finder->sent_end && at < tok + 6; at++) {
        bool clitic = pl_token_is(finder->tokens, at, "'");
        if (!is_capital(finder, at) && !clitic) return false;
        if (!clitic && pl_name_head_type(finder->model, finder->tokens, at, true) == PL_ENTITY_ORG)
            return true;
    }
    return false;
}

/* "Bergen Mayor Jane Doe": the end of a place before a title in capitals, 0 = none. */
static uint32_t place_of_office(const Finder *finder, uint32_t tok)
{
    const PlPlaceRow *row = NULL;
    uint32_t end = tok + pl_places_match(finder->model->places, finder->tokens, tok, &row);
    if (end == tok || end >= finder->sent_end) return 0;
    PlTitle title =
        pl_title_at(finder->model, finder->tokens, finder->syntax, end, finder->sent_end);
    bool office = title.row >= 0 && title.before_name && is_capital(finder, title.head_tok);
    return office ? end : 0;
}

/* The first word of a sentence is a name when the rest of the report says so, or when the tagger
 * does and the word is known or another capital follows. */
static bool is_name_at_start(const Finder *finder, uint32_t tok)
{
    uint8_t upos = finder->syntax->upos[tok];
    if (is_tagged(finder, tok) && (upos == PL_UPOS_PROPN || upos == PL_UPOS_NOUN)) return true;
    if (pl_name_words_is_proper(&finder->words, finder->tokens, tok)) return true;
    bool followed = tok + 1 < finder->sent_end && is_capital(finder, tok + 1);
    bool full = followed && pl_is_given_name(finder->model, finder->tokens->form[tok], NULL);
    if (full || leads_to_body(finder, tok) || (followed && place_of_office(finder, tok)))
        return true;
    if (finder->syntax->upos[tok] != PL_UPOS_PROPN) return false;
    if (!followed && !is_known_word(finder, tok)) return false;
    return !pl_name_words_is_common(&finder->words, finder->tokens, tok);
}

/* "We will NEVER yield": capitals for loudness. */
static bool is_loud(const Finder *finder, uint32_t tok)
{
    if (!(finder->tokens->flags[tok] & PL_TOK_ALL_CAPS)) return false;
    uint8_t upos = finder->syntax->upos[tok];
    return !is_open_class(upos) ||
           pl_name_words_is_written_small(&finder->words, finder->tokens, tok);
}

static bool is_nameable(const Finder *finder, uint32_t tok)
{
    if (!is_capital(finder, tok) || is_not_name(finder, tok) || is_loud(finder, tok)) return false;
    if (starts_clause(finder, tok)) return is_name_at_start(finder, tok);
    uint8_t upos = finder->syntax->upos[tok];
    return is_open_class(upos) || pl_name_words_is_proper(&finder->words, finder->tokens, tok);
}

static bool is_family_name(const Finder *finder, uint32_t tok)
{
    return is_capital(finder, tok) && pl_is_family_name(finder->model, finder->tokens->form[tok]);
}

/* A word that is mostly no name, behind one that promises a name: "Theresa May", "Liu He". */
static bool completes_name(const Finder *finder, uint32_t tok)
{
    if (tok == finder->sent_first || !is_capital(finder, tok) || !is_capital(finder, tok - 1))
        return false;
    /* "World War II", "Air Force One" */
    if (finder->syntax->upos[tok] == PL_UPOS_NUM) return true;
    if (finder->tokens->flags[tok] & PL_TOK_ALL_CAPS) return false;
    PlSlice before = finder->tokens->form[tok - 1];
    if (is_not_name(finder, tok))
        return pl_is_given_name(finder->model, before, NULL) && !is_not_name(finder, tok - 1) &&
               finder->tokens->form[tok].len <= 5;
    return pl_token_is(finder->tokens, tok, "he") && is_family_name(finder, tok - 1);
}

static bool is_joined(const Finder *finder, uint32_t tok)
{
    return !(finder->tokens->flags[tok] & PL_TOK_SPACE_BEFORE);
}

static bool is_particle(const Finder *finder, uint32_t tok)
{
    static const char *const particles[] = {
        "al",  "el",  "bin",   "ibn", "bint", "abu", "de", "da",   "do",  "di",
        "du",  "del", "della", "dos", "das",  "la",  "le", "van",  "von", "der",
        "den", "ter", "ben",   "ul",  "af",   "av",  "e",  "ould", "as",  "ar",
        "ad",  "ash", "at",    "an",  "az",   "y",   "zu", NULL};
    for (uint32_t i = 0; particles[i]; i++)
        if (pl_token_is(finder->tokens, tok, particles[i])) return true;
    return false;
}

/* Where a name goes on after a hyphen: "Ould-Abdallah", "al-Sham". The token behind it, or 0. */
static uint32_t after_hyphen(const Finder *finder, uint32_t tok)
{
    if (tok + 1 >= finder->sent_end || !pl_token_is(finder->tokens, tok, "-")) return 0;
    if (!is_joined(finder, tok) || !is_joined(finder, tok + 1)) return 0;
    if (is_capital(finder, tok + 1)) return tok + 1;
    /* "Moon Jae-in": the second half of a Korean given name. */
    bool korean = tok >= finder->sent_first + 2 && is_capital(finder, tok - 1) &&
                  is_family_name(finder, tok - 2) && finder->tokens->form[tok + 1].len <= 5 &&
                  pl_utf8_is_letter(pl_utf8_at(finder->tokens->form[tok + 1], 0));
    return korean ? tok + 1 : 0;
}

/* "al-" and "el-" are written small at the start of names. */
static bool starts_small(const Finder *finder, uint32_t tok)
{
    return tok + 2 < finder->sent_end && !is_capital(finder, tok) &&
           finder->tokens->form[tok].len <= 3 && after_hyphen(finder, tok + 1) != 0 &&
           is_particle(finder, tok);
}

/* The word that belongs to a name by the hyphen, the article or the particle at `tok`, 0 = none. */
static uint32_t joined_word(const Finder *finder, uint32_t tok)
{
    uint32_t next = after_hyphen(finder, tok);
    if (next == 0 && starts_small(finder, tok)) next = tok + 2;
    if (next == 0 && is_particle(finder, tok) && tok + 1 < finder->sent_end &&
        is_nameable(finder, tok + 1))
        next = tok + 1;
    return next;
}

static bool has_org_head(const Finder *finder, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        PlEntityType type = pl_name_head_type(finder->model, finder->tokens, tok, true);
        if (type == PL_ENTITY_ORG || type == PL_ENTITY_MISC) return true;
        type = pl_name_head_type(finder->model, finder->tokens, tok, false);
        if (type == PL_ENTITY_ORG || type == PL_ENTITY_LOC) return true;
    }
    return false;
}

static bool ends_with(const Finder *finder, uint32_t tok, const char *suffix)
{
    return pl_slice_ends(finder->tokens->lower[tok], suffix);
}

/* "Bakers' Union", "Fishermen's Association": many people's body, not "Norway's Trade Ministry".
 * The token behind the apostrophe, or 0. */
static uint32_t after_owners(const Finder *finder, uint32_t first, uint32_t tok)
{
    const PlTokens *tokens = finder->tokens;
    bool clitic = pl_token_is(tokens, tok, "'") || pl_token_is(tokens, tok, "'s");
    if (!clitic || tok + 1 >= finder->sent_end || !is_capital(finder, tok + 1)) return 0;
    if (!ends_with(finder, tok - 1, "s") && !ends_with(finder, tok - 1, "men") &&
        !ends_with(finder, tok - 1, "people"))
        return 0;
    if (pl_is_given_name(finder->model, tokens->form[first], NULL) ||
        pl_is_family_name(finder->model, tokens->form[tok - 1]))
        return 0;
    PlGazetteerHit hit = pl_gazetteer_match(&finder->model->gazetteer, tokens, tok - 1, tok);
    if (hit.subject >= 0) return 0;
    for (uint32_t at = tok + 1; at < finder->sent_end && at < tok + 4 && is_capital(finder, at);
         at++)
        if (pl_name_head_type(finder->model, tokens, at, true) == PL_ENTITY_ORG) return tok + 1;
    return 0;
}

static bool is_quote_mark(const Finder *finder, uint32_t tok)
{
    static const char *const marks[] = {"\"", "``", "''", "“", "”", "‘", "’", "'", NULL};
    for (uint32_t i = 0; marks[i]; i++)
        if (pl_token_is(finder->tokens, tok, marks[i])) return true;
    return false;
}

/* A nickname in quotation marks inside of a person's name: John "The Hat" Doe. The token behind
 * it, or 0. */
static uint32_t after_nickname(const Finder *finder, uint32_t first, uint32_t tok)
{
    enum { MOST_WORDS = 4 };
    if (!is_quote_mark(finder, tok) || is_joined(finder, tok) || !is_capital(finder, tok - 1) ||
        has_org_head(finder, first, tok))
        return 0;
    uint32_t end = tok + 1;
    while (end < finder->sent_end && end <= tok + MOST_WORDS && !is_quote_mark(finder, end))
        end++;
    /* and the surname in the same breath */
    if (end == tok + 1 || end + 1 >= finder->sent_end || !is_quote_mark(finder, end) ||
        !is_joined(finder, end) || is_joined(finder, end + 1) || !is_capital(finder, tok + 1))
        return 0;
    bool surname = is_capital(finder, end + 1) && is_nameable(finder, end + 1) &&
                   is_open_class(finder->syntax->upos[end + 1]);
    return surname ? end + 1 : 0;
}

/* "of", "for", "and", "of the" inside the name of an organisation; returns the token behind. */
static uint32_t after_link(const Finder *finder, uint32_t first, uint32_t tok)
{
    const PlTokens *tokens = finder->tokens;
    bool of = pl_token_is(tokens, tok, "of") || pl_token_is(tokens, tok, "for") ||
              pl_token_is(tokens, tok, "on");
    bool and = pl_token_is(tokens, tok, "and") || pl_token_is(tokens, tok, "&");
    if (!of && !and) return 0;
    uint32_t next = tok + 1;
    if (of && next < finder->sent_end && pl_token_is(tokens, next, "the")) next++;
    if (next >= finder->sent_end || !is_capital(finder, next) || is_not_name(finder, next))
        return 0;
    if (pl_token_is(tokens, tok, "&")) return next;
    if (!has_org_head(finder, first, tok)) return 0;
    for (uint32_t at = first; at < tok; at++)
        if (pl_is_given_name(finder->model, tokens->form[at], NULL) && !of) return 0;
    /* "Chairman Jane Doe of Texas" */
    if (of && tok > first + 1 && pl_is_given_name(finder->model, tokens->form[tok - 2], NULL) &&
        pl_name_head_type(finder->model, tokens, tok - 1, true) == PL_N_ENTITY_TYPES)
        return 0;
    if (of) return next;
    /* "Ministry of Trade and Industry", but not "the Trade Ministry and Jane Doe". */
    bool inside = false;
    for (uint32_t at = first; at < tok; at++)
        inside = inside || pl_token_is(tokens, at, "of") || pl_token_is(tokens, at, "for");
    if (!inside || pl_is_given_name(finder->model, tokens->form[next], NULL)) return 0;
    PlGazetteerHit hit =
        pl_gazetteer_match(&finder->model->gazetteer, tokens, next, finder->sent_end);
    return hit.subject < 0 ? next : 0;
}

/* A title in capitals that stands before a name, or at least is no name itself. */
static PlTitle title_at(const Finder *finder, uint32_t tok)
{
    PlTitle title =
        pl_title_at(finder->model, finder->tokens, finder->syntax, tok, finder->sent_end);
    if (title.row >= 0 && !is_capital(finder, title.head_tok) && tok != title.head_tok)
        title.row = -1;
    return title;
}

/* The end of the run of capitals, with what may stand between them, that starts at `first`. */
static uint32_t run_end(const Finder *finder, uint32_t first)
{
    uint32_t tok = first;
    if (starts_small(finder, first)) tok += 2;
    tok++;
    while (tok < finder->sent_end && tok - first < MAX_NAME_TOKS) {
        /* "Secretary of State" goes on to the name behind it. */
        PlTitle title = is_capital(finder, tok) ? title_at(finder, tok) : (PlTitle){.row = -1};
        if (title.row >= 0 && title.end_tok > tok + 1) {
            tok = title.end_tok;
            continue;
        }
        uint32_t next = joined_word(finder, tok);
        if (next == 0 && (is_nameable(finder, tok) || completes_name(finder, tok))) next = tok;
        if (next == 0) next = after_link(finder, first, tok);
        if (next == 0) next = after_owners(finder, first, tok);
        if (next == 0) next = after_nickname(finder, first, tok);
        if (next == 0) break;
        tok = next + 1;
    }
    return tok;
}

static PlName *emit(Finder *finder, uint32_t first, uint32_t end)
{
    PlSlice text = pl_slice_of(finder->tokens->text, pl_tokens_span(finder->tokens, first, end));
    PlName *name = pl_vec_push(finder->arena, &finder->out->names);
    *name = (PlName){.first_tok = first, .end_tok = end, .subject = -1};
    name->key =
        pl_symbols_intern(finder->arena, &finder->out->keys, pl_utf8_fold(finder->arena, text));
    return name;
}

static PlEntityType subject_type(const PlSubject *subject, uint8_t readings)
{
    if (subject->kind == PL_SUBJECT_ORG && !(readings & PL_READING_SEAT)) return PL_ENTITY_ORG;
    if (subject->kind == PL_SUBJECT_GROUP) return PL_ENTITY_NORP;
    if (readings & (PL_READING_NAME | PL_READING_SEAT | PL_READING_PALACE)) return PL_ENTITY_LOC;
    return PL_ENTITY_NORP;
}

static void emit_known(Finder *finder, uint32_t first, PlGazetteerHit hit, bool is_nested)
{
    uint32_t end = first + hit.n_toks;
    /* "the West Bank": the article, written small, is no part of the name. */
    if (hit.n_toks > 1 && pl_token_is(finder->tokens, first, "the") && !is_capital(finder, first))
        first++;
    PlName *name = emit(finder, first, end);
    name->subject = hit.subject;
    name->readings = hit.readings;
    name->is_nested = is_nested;
    name->type =
        (uint8_t)subject_type(&finder->model->gazetteer.subjects.items[hit.subject], hit.readings);
}

/* "Air Zimbabwe", "California National Guard": the state or region in the name of a known body. */
static void emit_state_inside(Finder *finder, uint32_t first, PlGazetteerHit hit)
{
    const PlSubject *subjects = finder->model->gazetteer.subjects.items;
    uint32_t end = first + hit.n_toks;
    if (subjects[hit.subject].kind != PL_SUBJECT_ORG) return;
    for (uint32_t tok = first; tok < end; tok++) {
        uint32_t limit = tok == first ? end - 1 : end;
        PlGazetteerHit inside =
            pl_gazetteer_match(&finder->model->gazetteer, finder->tokens, tok, limit);
        if (inside.subject < 0) continue;
        PlSubjectKind kind = subjects[inside.subject].kind;
        bool names = inside.readings & PL_READING_NAME;
        if (names && (kind == PL_SUBJECT_COUNTRY || kind == PL_SUBJECT_AREA)) {
            emit_known(finder, tok, inside, true);
            return;
        }
        tok += inside.n_toks - 1;
    }
}

static PlGazetteerHit known_at(const Finder *finder, uint32_t tok)
{
    return pl_gazetteer_match(&finder->model->gazetteer, finder->tokens, tok, finder->sent_end);
}

/* "Angus King", "John Major": a title that is a family name behind a given name. */
static bool is_surname_title(const Finder *finder, uint32_t tok)
{
    return tok > finder->sent_first && is_family_name(finder, tok) &&
           pl_is_given_name(finder->model, finder->tokens->form[tok - 1], NULL);
}

/* "Walter Bosch", behind a given name: the surname that a company is called after. */
static bool is_founder(const Finder *finder, uint32_t tok, PlGazetteerHit hit)
{
    const PlSubject *subject = &finder->model->gazetteer.subjects.items[hit.subject];
    return hit.n_toks == 1 && subject->kind == PL_SUBJECT_ORG &&
           !(finder->tokens->flags[tok] & PL_TOK_ALL_CAPS) &&
           pl_is_given_name(finder->model, finder->tokens->form[tok - 1], NULL);
}

static bool linked_by_of(const Finder *finder, uint32_t tok)
{
    return tok > finder->sent_first && (pl_token_is(finder->tokens, tok - 1, "of") ||
                                        pl_token_is(finder->tokens, tok - 1, "for"));
}

/* A body that many countries have: "National Assembly", which "Grand National Assembly" ends with.
 */
static bool is_open_body(const Finder *finder, PlGazetteerHit hit)
{
    if (hit.subject < 0) return false;
    const PlSubject *subject = &finder->model->gazetteer.subjects.items[hit.subject];
    return subject->kind == PL_SUBJECT_ORG && subject->country.len == 0;
}

/* The end of the words from `tok` on that are neither known nor titles: one name. */
static uint32_t plain_end(const Finder *finder, uint32_t tok, uint32_t end)
{
    uint32_t at = tok + 1;
    for (; at < end; at++) {
        if (!is_capital(finder, at)) continue;
        bool linked = !is_capital(finder, at - 1) && !pl_token_is(finder->tokens, at - 1, "-");
        if (linked) continue;
        PlGazetteerHit hit = known_at(finder, at);
        /* "National Union Congress" ends with a word that alone is a parliament. */
        bool is_head = (hit.n_toks == 1 || is_open_body(finder, hit)) &&
                       pl_name_head_type(finder->model, finder->tokens, at + hit.n_toks - 1,
                                         true) == PL_ENTITY_ORG;
        if (hit.subject >= 0 && !is_head && !is_founder(finder, at, hit)) break;
        PlTitle title = title_at(finder, at);
        /* "Ministry of Justice": an office is before a name. */
        bool office = title.row >= 0 && title.before_name && !is_surname_title(finder, at);
        if (office && !(linked_by_of(finder, at) && title.end_tok >= end)) break;
    }
    while (at > tok + 1 && !is_capital(finder, at - 1) &&
           !(at >= tok + 2 && pl_token_is(finder->tokens, at - 2, "-")))
        at--;
    return at;
}

/* The kind that the words of [first, end) speak for as one name, by their last or first word. */
static PlEntityType head_of(const Finder *finder, uint32_t first, uint32_t end)
{
    PlEntityType type = pl_name_head_type(finder->model, finder->tokens, end - 1, true);
    if (type != PL_N_ENTITY_TYPES) return type;
    for (uint32_t tok = first + 1; tok < end; tok++)
        if (pl_token_is(finder->tokens, tok, "of") || pl_token_is(finder->tokens, tok, "for"))
            return pl_name_head_type(finder->model, finder->tokens, tok - 1, true);
    return PL_N_ENTITY_TYPES;
}

static uint32_t emit_plain(Finder *finder, uint32_t first, uint32_t end, bool titled)
{
    PlName *name = emit(finder, first, end);
    name->is_titled = titled;
    pl_name_score(finder->model, finder->tokens, finder->syntax, name);
    return end;
}

/* "West Bengal": the end of a place's name that is longer than the known one it begins with, 0 =
 * none. */
static uint32_t longer_place_end(const Finder *finder, uint32_t first, PlGazetteerHit hit)
{
    enum { MOST_WORDS = 3 };
    uint32_t least = first + hit.n_toks + 1;
    for (uint32_t end = first + MOST_WORDS; end >= least; end--) {
        if (end > finder->sent_end || !is_capital(finder, end - 1)) continue;
        const PlPlaceRow *row = NULL;
        PlSlice text =
            pl_slice_of(finder->tokens->text, pl_tokens_span(finder->tokens, first, end));
        if (pl_places_lookup(finder->model->places, text, &row, 1)) return end;
    }
    return 0;
}

static uint32_t emit_place(Finder *finder, uint32_t first, uint32_t end)
{
    PlName *name = emit(finder, first, end);
    name->scores[PL_ENTITY_LOC] = 100;
    return end;
}

/* "Turkish Foreign Ministry", "Hamas Political Bureau": a name that begins with a known one.
 * Returns its end, or 0 when the known name stands alone. */
static uint32_t emit_longer(Finder *finder, uint32_t first, PlGazetteerHit hit, uint32_t end)
{
    uint32_t rest = first + hit.n_toks;
    uint32_t place = longer_place_end(finder, first, hit);
    if (place) return emit_place(finder, first, place);
    if (rest >= end || !is_capital(finder, rest)) return 0;
    PlTitle title = title_at(finder, rest);
    uint32_t rest_end = plain_end(finder, rest, end);
    if (title.row >= 0 && title.end_tok >= rest_end) return 0;
    PlEntityType head = head_of(finder, rest, rest_end);
    if (head != PL_N_ENTITY_TYPES) {
        emit_plain(finder, first, rest_end, false);
        emit_known(finder, first, hit, true);
        return rest_end;
    }
    /* "Jordan Smith", "Israel Katz": a country that is also a given name. */
    bool given = hit.n_toks == 1 && title.row < 0 && known_at(finder, rest).subject < 0 &&
                 pl_is_given_name(finder->model, finder->tokens->form[first], NULL);
    return given ? emit_plain(finder, first, rest_end, false) : 0;
}

static uint32_t emit_title(Finder *finder, const PlTitle *title, uint32_t end, bool *titled)
{
    *titled = title->before_name && !title->is_plural;
    (void)finder;
    return title->end_tok < end ? title->end_tok : end;
}

/* The end of a known person's full name that begins at `tok`, 0 = none. */
static uint32_t known_name_end(const Finder *finder, uint32_t tok, uint32_t end)
{
    /* "The Jane Doe Center", "As Jane Doe": the first word is one of the name's */
    if (pl_name_form_make(finder->arena, finder->tokens->form[tok]).n_words == 0) return 0;
    uint32_t stop = end < tok + MAX_PERSON_WORDS ? end : tok + MAX_PERSON_WORDS;
    for (; stop > tok + 1; stop--) {
        if (!is_capital(finder, stop - 1) || leads_to_body(finder, stop - 1)) continue;
        PlSlice text = pl_slice_of(finder->tokens->text, pl_tokens_span(finder->tokens, tok, stop));
        PlNameForm form = pl_name_form_make(finder->arena, text);
        if (pl_known_person_is_name(finder->arena, finder->model, &form)) return stop;
    }
    return 0;
}

/* "Lucky Doe": the end of a known person's name of words that could be others, 0 = none. */
static uint32_t unlikely_person_end(const Finder *finder, uint32_t tok)
{
    uint32_t end = tok;
    uint32_t limit =
        finder->sent_end < tok + MAX_PERSON_WORDS ? finder->sent_end : tok + MAX_PERSON_WORDS;
    while (end < limit && is_capital(finder, end) && !is_not_name(finder, end))
        end++;
    return end > tok + 1 ? known_name_end(finder, tok, end) : 0;
}

/* "Marine Le Pen", "Duma Boko": the end of a known person's name that begins with a word that alone
 * is a title or somebody else's name, 0 = none. */
static uint32_t known_person_end(const Finder *finder, uint32_t tok, uint32_t end)
{
    PlSlice first = finder->tokens->form[tok];
    bool is_title = title_at(finder, tok).row >= 0;
    if (!is_title && known_at(finder, tok).n_toks != 1) return 0;
    if (is_title && !pl_is_given_name(finder->model, first, NULL)) return 0;
    return known_name_end(finder, tok, end);
}

static uint32_t emit_person(Finder *finder, uint32_t first, uint32_t end, bool titled)
{
    emit_plain(finder, first, end, titled);
    finder->out->names.items[finder->out->names.n - 1].scores[PL_ENTITY_PER] = 100;
    return end;
}

/* Cuts a run of capitals into names. */
static void cut_run(Finder *finder, uint32_t first, uint32_t end)
{
    bool titled = false;
    for (uint32_t tok = first; tok < end;) {
        if (!is_capital(finder, tok) && !starts_small(finder, tok)) {
            tok++;
            continue;
        }
        uint32_t person = known_person_end(finder, tok, end);
        if (person) {
            tok = emit_person(finder, tok, person, titled);
            titled = false;
            continue;
        }
        PlGazetteerHit hit = known_at(finder, tok);
        if (hit.subject >= 0) {
            uint32_t longer = emit_longer(finder, tok, hit, end);
            if (longer == 0) {
                emit_known(finder, tok, hit, false);
                emit_state_inside(finder, tok, hit);
            }
            tok = longer ? longer : tok + hit.n_toks;
            titled = false;
            continue;
        }
        uint32_t stop = plain_end(finder, tok, end);
        PlTitle title = title_at(finder, tok);
        PlEntityType head = head_of(finder, tok, stop);
        bool swallows = title.row >= 0 && (head == PL_N_ENTITY_TYPES || title.end_tok >= stop);
        /* "Workers Union": people, and part of a name. */
        if (swallows && !title.before_name && title.end_tok < stop) swallows = false;
        if (swallows) {
            tok = emit_title(finder, &title, end, &titled);
            continue;
        }
        tok = emit_plain(finder, tok, stop, titled);
        titled = false;
    }
}

/* A known name whose first word is written small or is not tagged as a name: "the Hague". */
static bool emit_small(Finder *finder, uint32_t *tok)
{
    PlGazetteerHit hit = known_at(finder, *tok);
    if (hit.subject < 0) return false;
    bool any_capital = false;
    for (uint32_t at = *tok; at < *tok + hit.n_toks; at++)
        any_capital = any_capital || is_capital(finder, at);
    if (!any_capital && !(hit.readings & PL_READING_ADJECTIVE)) return false;
    uint32_t person = known_person_end(finder, *tok, run_end(finder, *tok));
    if (person) {
        *tok = emit_person(finder, *tok, person, false);
        return true;
    }
    uint32_t end = *tok + hit.n_toks;
    uint32_t run = end < finder->sent_end && is_nameable(finder, end) ? run_end(finder, *tok) : end;
    uint32_t longer = emit_longer(finder, *tok, hit, run);
    if (!longer) {
        emit_known(finder, *tok, hit, false);
        emit_state_inside(finder, *tok, hit);
    }
    *tok = longer ? longer : end;
    return true;
}

static bool precedes_by_title(const Finder *finder, uint32_t tok)
{
    /* "minister Jane Doe" with a small letter: the title ends right before. */
    if (tok == finder->sent_first) return false;
    uint32_t from = tok > finder->sent_first + 4 ? tok - 4 : finder->sent_first;
    for (uint32_t at = from; at < tok; at++) {
        PlTitle title =
            pl_title_at(finder->model, finder->tokens, finder->syntax, at, finder->sent_end);
        if (title.row >= 0 && title.end_tok == tok && title.before_name) return true;
    }
    return false;
}

static void find_in_sentence(Finder *finder)
{
    for (uint32_t tok = finder->sent_first; tok < finder->sent_end;) {
        if (emit_small(finder, &tok)) continue;
        PlTitle title = is_capital(finder, tok) ? title_at(finder, tok) : (PlTitle){.row = -1};
        bool nameable = is_nameable(finder, tok) || starts_small(finder, tok);
        if (title.row < 0 && !nameable) {
            uint32_t person = unlikely_person_end(finder, tok);
            tok =
                person ? emit_person(finder, tok, person, precedes_by_title(finder, tok)) : tok + 1;
            continue;
        }
        uint32_t from = tok;
        if (title.row >= 0) from = title.end_tok - 1;
        uint32_t end = run_end(finder, from);
        uint32_t n_before = finder->out->names.n;
        cut_run(finder, tok, end);
        if (finder->out->names.n > n_before && precedes_by_title(finder, tok)) {
            PlName *name = &finder->out->names.items[n_before];
            if (name->subject < 0 && name->first_tok == tok) {
                name->is_titled = true;
                name->scores[PL_ENTITY_PER] = (int8_t)(name->scores[PL_ENTITY_PER] + 6);
            }
        }
        tok = end > tok ? end : tok + 1;
    }
}

/* ---- what the whole report makes sure ---- */

static bool is_full_person(const Finder *finder, const PlName *name)
{
    if (name->subject >= 0 || name->end_tok - name->first_tok < 2) return false;
    int8_t person = name->scores[PL_ENTITY_PER];
    return person > 0 && person >= name->scores[PL_ENTITY_ORG] &&
           person >= name->scores[PL_ENTITY_LOC] && is_capital(finder, name->end_tok - 1);
}

static void collect_surnames(Finder *finder)
{
    for (uint32_t i = 0; i < finder->out->names.n; i++) {
        const PlName *name = &finder->out->names.items[i];
        if (!is_full_person(finder, name)) continue;
        PlNameForm form = pl_name_form_make(finder->arena, finder->tokens->form[name->end_tok - 1]);
        if (form.n_words == 1) pl_symbols_intern(finder->arena, &finder->surnames, form.words[0]);
    }
}

/* The word, in any spelling, is the surname of somebody named in full. */
static bool is_surname(const Finder *finder, uint32_t tok)
{
    PlSlice word = finder->tokens->form[tok];
    if (word.len < 2 || word.len > 32) return false;
    PlNameForm form = pl_name_form_make(finder->arena, word);
    return form.n_words == 1 && pl_symbols_find(&finder->surnames, form.words[0]) >= 0;
}

/* "Doe-Roe meeting": two persons, when the report names both elsewhere. */
static void split_pairs(Finder *finder)
{
    uint32_t n = finder->out->names.n;
    for (uint32_t i = 0; i < n; i++) {
        PlName *name = &finder->out->names.items[i];
        uint32_t first = name->first_tok;
        if (name->subject >= 0 || name->end_tok - first != 3) continue;
        if (!pl_token_is(finder->tokens, first + 1, "-")) continue;
        if (!is_surname(finder, first) || !is_surname(finder, first + 2)) continue;
        name->end_tok = first + 1;
        PlSlice text = finder->tokens->form[first];
        name->key =
            pl_symbols_intern(finder->arena, &finder->out->keys, pl_utf8_fold(finder->arena, text));
        emit_plain(finder, first + 2, first + 3, false);
    }
}

/* First words of sentences that the tagger took for common ones. */
static void find_surnames_at_starts(Finder *finder)
{
    uint8_t *covered = pl_arena_array(finder->arena, uint8_t, finder->tokens->n_tokens + 1);
    for (uint32_t i = 0; i < finder->out->names.n; i++)
        memset(covered + finder->out->names.items[i].first_tok, 1,
               finder->out->names.items[i].end_tok - finder->out->names.items[i].first_tok);
    for (uint32_t sent = 0; sent < finder->tokens->n_sents; sent++) {
        if (finder->out->is_heading[sent]) continue;
        finder->sent_first = finder->tokens->sent_first_tok[sent];
        finder->sent_end = finder->tokens->sent_first_tok[sent + 1];
        for (uint32_t tok = finder->sent_first; tok < finder->sent_end; tok++) {
            if (covered[tok] || !is_capital(finder, tok) || !starts_clause(finder, tok)) continue;
            if (!pl_name_words_is_common(&finder->words, finder->tokens, tok) &&
                is_surname(finder, tok))
                emit_plain(finder, tok, tok + 1, false);
        }
    }
}

/* The longest name of the body that starts at `tok`; 0 = none. */
static uint32_t body_name_at(const Finder *finder, uint32_t tok)
{
    uint32_t best = 0;
    uint32_t limit =
        tok + MAX_NAME_TOKS < finder->sent_end ? tok + MAX_NAME_TOKS : finder->sent_end;
    for (uint32_t end = tok + 1; end <= limit; end++) {
        PlSlice text = pl_slice_of(finder->tokens->text, pl_tokens_span(finder->tokens, tok, end));
        if (pl_symbols_find(&finder->out->keys, pl_utf8_fold(finder->arena, text)) >= 0) best = end;
    }
    return best;
}

/* A word of a headline that may be a name's: no known name, no word that the body has in small. */
static bool is_headline_name(const Finder *finder, uint32_t tok)
{
    return known_at(finder, tok).subject < 0 &&
           !pl_name_words_is_common(&finder->words, finder->tokens, tok);
}

/* Where a name of a headline goes on at `end`, 0 = nowhere; *n_words counts what is not joined to a
 * word before. */
static uint32_t headline_word(const Finder *finder, uint32_t end, uint32_t *n_words)
{
    uint32_t next = joined_word(finder, end);
    if (next) return is_headline_name(finder, next) ? next : 0;
    return *n_words < MAX_HEADING_WORDS && is_headline_name(finder, end) ? (++*n_words, end) : 0;
}

/* "Jane Doe" in a headline about whom the body says nothing. */
static uint32_t given_name_run(const Finder *finder, uint32_t tok)
{
    if (!pl_is_given_name(finder->model, finder->tokens->form[tok], NULL)) return 0;
    uint32_t end = tok + 1;
    uint32_t n_words = 1;
    while (end < finder->sent_end && end < tok + MAX_NAME_TOKS) {
        uint32_t next = headline_word(finder, end, &n_words);
        bool plain = next == end;
        if (next == 0 ||
            (plain && (!is_capital(finder, end) || finder->syntax->upos[end] != PL_UPOS_PROPN)))
            break;
        end = next + 1;
    }
    return end > tok + 1 ? end : 0;
}

/* What the tagger of names takes for one name in a headline, without common words; 0 where it runs
 * into a name of the body: in "Marek Blasts Okon" the word before is a verb. */
static uint32_t tagged_run(const Finder *finder, uint32_t tok)
{
    if (!is_tagged(finder, tok) || pl_name_words_is_common(&finder->words, finder->tokens, tok))
        return 0;
    uint32_t end = tok + 1;
    uint32_t n_words = 1;
    while (end < finder->sent_end && end < tok + MAX_NAME_TOKS) {
        uint32_t next = headline_word(finder, end, &n_words);
        bool goes_on = finder->syntax->name_tag[end] >= PL_NAME_TAG_I && is_tagged(finder, end);
        if (next == 0 || (next == end && !goes_on)) break;
        if (body_name_at(finder, next)) return 0;
        end = next + 1;
    }
    return end;
}

/* "Baltic Fleet Sails" in a headline: a known name and, one or two words on, a word that only a
 * body has. Returns its end, 0 = none. */
static uint32_t emit_body_in_heading(Finder *finder, uint32_t first, PlGazetteerHit hit)
{
    uint32_t rest = first + hit.n_toks;
    for (uint32_t tok = rest; tok < finder->sent_end && tok < rest + 3; tok++) {
        uint8_t upos = finder->syntax->upos[tok];
        if (!is_capital(finder, tok) || !is_open_class(upos) || known_at(finder, tok).subject >= 0)
            return 0;
        PlTitle title = title_at(finder, tok);
        if (title.row >= 0) return 0;
        if (pl_name_head_type(finder->model, finder->tokens, tok, true) != PL_ENTITY_ORG) continue;
        emit_plain(finder, first, tok + 1, false);
        emit_known(finder, first, hit, true);
        return tok + 1;
    }
    return 0;
}

/* "Grand Assembly of Norway": capitals and no verb, a label. A body is named in it as in running
 * text. */
static bool is_label(const Finder *finder)
{
    for (uint32_t tok = finder->sent_first; tok < finder->sent_end; tok++)
        if (finder->syntax->upos[tok] == PL_UPOS_VERB || finder->syntax->upos[tok] == PL_UPOS_AUX)
            return false;
    return finder->sent_end - finder->sent_first <= MAX_NAME_TOKS;
}

/* The name of a body, or of somebody behind a title, that is the rest of the label from `tok` on;
 * false: there is none. */
static bool emit_label(Finder *finder, uint32_t tok)
{
    uint32_t end = run_end(finder, tok);
    PlTitle first = title_at(finder, tok);
    bool titled = first.row >= 0 && first.before_name && first.end_tok < end;
    if (end < finder->sent_end || (!titled && head_of(finder, tok, end) != PL_ENTITY_ORG))
        return false;
    /* "Norwegian Minister Joins Party": somebody's title is no part of a body's name. */
    for (uint32_t at = titled ? first.end_tok : tok + 1; at < end; at++) {
        PlTitle title = title_at(finder, at);
        if (title.row >= 0 && title.before_name && !linked_by_of(finder, at)) return false;
    }
    cut_run(finder, tok, end);
    return true;
}

static void find_in_heading(Finder *finder)
{
    bool label = is_label(finder);
    for (uint32_t tok = finder->sent_first; tok < finder->sent_end;) {
        if (!is_capital(finder, tok) || is_not_name(finder, tok)) {
            tok++;
            continue;
        }
        if (label && emit_label(finder, tok)) return;
        uint32_t end = body_name_at(finder, tok);
        PlGazetteerHit hit = known_at(finder, tok);
        if (hit.subject >= 0 && tok + hit.n_toks >= end) {
            uint32_t place = longer_place_end(finder, tok, hit);
            uint32_t longer =
                place ? emit_place(finder, tok, place) : emit_body_in_heading(finder, tok, hit);
            if (longer == 0) emit_known(finder, tok, hit, false);
            tok = longer ? longer : tok + hit.n_toks;
            continue;
        }
        if (end == 0 && is_surname(finder, tok)) end = tok + 1;
        if (end == 0) end = given_name_run(finder, tok);
        if (end == 0) end = tagged_run(finder, tok);
        if (end == 0) end = place_of_office(finder, tok);
        uint32_t person = end ? 0 : unlikely_person_end(finder, tok);
        if (person) {
            tok = emit_person(finder, tok, person, false);
            continue;
        }
        tok = end ? emit_plain(finder, tok, end, false) : tok + 1;
    }
}

static void find_in(Finder *finder, bool in_headings)
{
    for (uint32_t sent = 0; sent < finder->tokens->n_sents; sent++) {
        if ((finder->out->is_heading[sent] != 0) != in_headings) continue;
        finder->sent_first = finder->tokens->sent_first_tok[sent];
        finder->sent_end = finder->tokens->sent_first_tok[sent + 1];
        if (in_headings)
            find_in_heading(finder);
        else
            find_in_sentence(finder);
    }
}

static int compare_names(const void *a, const void *b)
{
    const PlName *x = a;
    const PlName *y = b;
    if (x->first_tok != y->first_tok) return x->first_tok < y->first_tok ? -1 : 1;
    if (x->end_tok != y->end_tok) return x->end_tok > y->end_tok ? -1 : 1;
    return 0;
}

void pl_names_find(PlArena *arena, const PlMentionModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, PlNames *names)
{
    (void)article;
    memset(names, 0, sizeof *names);
    names->is_heading = pl_mention_headings_find(arena, tokens);
    Finder finder = {
        .arena = arena, .model = model, .tokens = tokens, .syntax = syntax, .out = names};
    pl_name_words_count(arena, tokens, names->is_heading, &finder.words);
    find_in(&finder, false);
    collect_surnames(&finder);
    split_pairs(&finder);
    find_surnames_at_starts(&finder);
    find_in(&finder, true);
    if (names->names.n)
        qsort(names->names.items, names->names.n, sizeof *names->names.items, compare_names);
    pl_name_types_settle(arena, tokens, names);
}
