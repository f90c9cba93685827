#include "mention/gazetteer.h"

#include <string.h>

enum {
    MAX_PHRASE_BYTES = 96,
    MAX_PHRASE_TOKS = 12 /* a hyphen is a token of its own */
};

/* White space runs become one space, curly apostrophes straight: the form in which phrases are
 * kept. Returns the length, 0 when it does not fit. */
static size_t write_key(char *key, PlSlice text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (n + 1 >= MAX_PHRASE_BYTES) return 0;
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            if (n && key[n - 1] != ' ') key[n++] = ' ';
        } else if (c == 0xe2 && i + 2 < text.len && (unsigned char)text.ptr[i + 1] == 0x80 &&
                   (unsigned char)text.ptr[i + 2] == 0x99) {
            key[n++] = '\'';
            i += 2;
        } else {
            key[n++] = (char)c;
        }
    }
    return n;
}

static bool ends_word(char c)
{
    return c == ' ' || c == '-' || c == '\'' || c == '+' || c == '/';
}

static PlSlice first_word(PlSlice phrase)
{
    size_t n = 0;
    while (n < phrase.len && !ends_word(phrase.ptr[n]))
        n++;
    return (PlSlice){phrase.ptr, n ? n : phrase.len};
}

static void add_first_word(PlArena *arena, PlGazetteer *gazetteer, PlSlice phrase)
{
    int32_t symbol = pl_symbols_intern(arena, &gazetteer->first_words, first_word(phrase));
    pl_signs_add(&gazetteer->starts, first_word(phrase));
    if ((uint32_t)symbol == gazetteer->longest.n) *pl_vec_push(arena, &gazetteer->longest) = 0;
    uint32_t *longest = &gazetteer->longest.items[symbol];
    if (phrase.len > *longest) *longest = (uint32_t)phrase.len;
}

static void add_phrase(PlArena *arena, PlGazetteer *gazetteer, PlSlice phrase, int32_t subject,
                       uint8_t reading)
{
    phrase = pl_slice_trim(phrase);
    if (phrase.len == 0) return;
    if (phrase.ptr[phrase.len - 1] == '-') {
        phrase.len--;
        reading = PL_READING_PREFIX;
    }
    int32_t symbol = pl_symbols_intern(arena, &gazetteer->phrases, phrase);
    if ((uint32_t)symbol == gazetteer->phrase_subject.n) {
        *pl_vec_push(arena, &gazetteer->phrase_subject) = subject;
        *pl_vec_push(arena, &gazetteer->phrase_readings) = 0;
        add_first_word(arena, gazetteer, phrase);
    }
    /* The table that comes first keeps a phrase that two subjects claim. */
    if (gazetteer->phrase_subject.items[symbol] == subject)
        gazetteer->phrase_readings.items[symbol] |= reading;
}

static void add_phrases(PlArena *arena, PlGazetteer *gazetteer, PlSlice cell, int32_t subject,
                        uint8_t reading)
{
    PlSlice phrase;
    while (pl_slice_next(&cell, '|', &phrase))
        add_phrase(arena, gazetteer, phrase, subject, reading);
}

static int32_t add_subject(PlArena *arena, PlGazetteer *gazetteer, PlSubject subject)
{
    subject.known = -1;
    *pl_vec_push(arena, &gazetteer->subjects) = subject;
    return (int32_t)gazetteer->subjects.n - 1;
}

static void name_country(PlArena *arena, PlGazetteer *gazetteer, PlSlice key, int32_t subject)
{
    int32_t symbol = pl_symbols_intern(arena, &gazetteer->countries, key);
    if ((uint32_t)symbol == gazetteer->country_subject.n)
        *pl_vec_push(arena, &gazetteer->country_subject) = subject;
}

static void load_countries(PlArena *arena, PlGazetteer *gazetteer)
{
    PlTable table = pl_table_load(arena, "countries.tsv");
    uint32_t iso3 = pl_table_column(&table, "iso3");
    uint32_t name = pl_table_column(&table, "name");
    uint32_t aliases = pl_table_column(&table, "aliases");
    uint32_t adjectives = pl_table_column(&table, "adjectives");
    uint32_t people = pl_table_column(&table, "people");
    uint32_t capital = pl_table_column(&table, "capital");
    uint32_t metonyms = pl_table_column(&table, "metonyms");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice code = pl_table_cell(&table, row, iso3);
        PlSlice usual = pl_table_cell(&table, row, name);
        int32_t subject = add_subject(arena, gazetteer,
                                      (PlSubject){PL_SUBJECT_COUNTRY, usual, code, code, true, -1});
        name_country(arena, gazetteer, code, subject);
        name_country(arena, gazetteer, usual, subject);
        add_phrase(arena, gazetteer, usual, subject, PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, aliases), subject,
                    PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, adjectives), subject,
                    PL_READING_ADJECTIVE);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, people), subject,
                    PL_READING_PEOPLE);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, capital), subject,
                    PL_READING_SEAT);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, metonyms), subject,
                    PL_READING_PALACE);
    }
}

static void load_organisations(PlArena *arena, PlGazetteer *gazetteer)
{
    PlTable table = pl_table_load(arena, "organisations.tsv");
    uint32_t name = pl_table_column(&table, "name");
    uint32_t aliases = pl_table_column(&table, "aliases");
    uint32_t country = pl_table_column(&table, "country");
    uint32_t code = pl_table_column(&table, "code");
    uint32_t seats = pl_table_column(&table, "seats");
    uint32_t kind = pl_table_column(&table, "kind");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice usual = pl_table_cell(&table, row, name);
        bool is_bloc = pl_slice_is(pl_table_cell(&table, row, kind), "bloc");
        int32_t subject =
            add_subject(arena, gazetteer,
                        (PlSubject){PL_SUBJECT_ORG, usual, pl_table_cell(&table, row, country),
                                    pl_table_cell(&table, row, code), is_bloc, -1});
        add_phrase(arena, gazetteer, usual, subject, PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, aliases), subject,
                    PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, seats), subject, PL_READING_SEAT);
    }
}

static void load_regions(PlArena *arena, PlGazetteer *gazetteer)
{
    PlTable table = pl_table_load(arena, "regions.tsv");
    uint32_t name = pl_table_column(&table, "name");
    uint32_t aliases = pl_table_column(&table, "aliases");
    uint32_t adjectives = pl_table_column(&table, "adjectives");
    uint32_t people = pl_table_column(&table, "people");
    uint32_t code = pl_table_column(&table, "code");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice usual = pl_table_cell(&table, row, name);
        PlSlice region = pl_table_cell(&table, row, code);
        int32_t subject = add_subject(
            arena, gazetteer, (PlSubject){PL_SUBJECT_REGION, usual, region, region, false, -1});
        add_phrase(arena, gazetteer, usual, subject, PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, aliases), subject,
                    PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, adjectives), subject,
                    PL_READING_ADJECTIVE);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, people), subject,
                    PL_READING_PEOPLE);
    }
}

static void load_areas(PlArena *arena, PlGazetteer *gazetteer)
{
    PlTable table = pl_table_load(arena, "areas.tsv");
    uint32_t name = pl_table_column(&table, "name");
    uint32_t aliases = pl_table_column(&table, "aliases");
    uint32_t adjectives = pl_table_column(&table, "adjectives");
    uint32_t country = pl_table_column(&table, "country");
    uint32_t role = pl_table_column(&table, "role");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice usual = pl_table_cell(&table, row, name);
        PlSlice state = pl_table_cell(&table, row, country);
        PlSlice own = pl_table_cell(&table, row, role);
        PlSlice code =
            own.len ? pl_arena_format(arena, "%.*s%.*s", PL_PRI(state), PL_PRI(own)) : state;
        int32_t subject = add_subject(arena, gazetteer,
                                      (PlSubject){PL_SUBJECT_AREA, usual, state, code, false, -1});
        add_phrase(arena, gazetteer, usual, subject, PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, aliases), subject,
                    PL_READING_NAME);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, adjectives), subject,
                    PL_READING_ADJECTIVE | PL_READING_PEOPLE);
    }
}

static void load_groups(PlArena *arena, PlGazetteer *gazetteer)
{
    PlTable table = pl_table_load(arena, "groups.tsv");
    uint32_t name = pl_table_column(&table, "name");
    uint32_t adjectives = pl_table_column(&table, "adjectives");
    uint32_t country = pl_table_column(&table, "country");
    uint32_t code = pl_table_column(&table, "code");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice nouns = pl_table_cell(&table, row, name);
        PlSlice rest = nouns;
        PlSlice usual = {0};
        pl_slice_next(&rest, '|', &usual);
        int32_t subject =
            add_subject(arena, gazetteer,
                        (PlSubject){PL_SUBJECT_GROUP, usual, pl_table_cell(&table, row, country),
                                    pl_table_cell(&table, row, code), false, -1});
        add_phrases(arena, gazetteer, nouns, subject, PL_READING_PEOPLE);
        add_phrases(arena, gazetteer, pl_table_cell(&table, row, adjectives), subject,
                    PL_READING_ADJECTIVE);
    }
}

void pl_gazetteer_load(PlArena *arena, PlGazetteer *gazetteer)
{
    load_countries(arena, gazetteer);
    load_organisations(arena, gazetteer);
    load_regions(arena, gazetteer);
    load_areas(arena, gazetteer);
    load_groups(arena, gazetteer);
}

static PlSubjectKind kind_of(PlEntityType type)
{
    return type == PL_ENTITY_ORG   ? PL_SUBJECT_ORG
           : type == PL_ENTITY_LOC ? PL_SUBJECT_AREA
                                   : PL_SUBJECT_GROUP;
}

static bool is_country(const PlGazetteer *gazetteer, PlSlice phrase)
{
    PlGazetteerHit hit = pl_gazetteer_find(gazetteer, phrase);
    return hit.subject >= 0 && gazetteer->subjects.items[hit.subject].kind == PL_SUBJECT_COUNTRY;
}

static void add_known_phrase(PlArena *arena, PlGazetteer *gazetteer, PlSlice phrase,
                             int32_t subject, const PlKnownActor *actor)
{
    uint8_t reading = actor->type == PL_ENTITY_NORP ? PL_READING_PEOPLE : PL_READING_NAME;
    int32_t symbol = pl_symbols_find(&gazetteer->phrases, phrase);
    if (symbol != PL_NO_SYMBOL && actor->origin == PL_KNOWN_USERS) {
        gazetteer->phrase_subject.items[symbol] = subject;
        gazetteer->phrase_readings.items[symbol] = reading;
    }
    add_phrase(arena, gazetteer, phrase, subject, reading);
}

bool pl_gazetteer_add_known(PlArena *arena, PlGazetteer *gazetteer, const PlKnownActors *known,
                            int32_t actor)
{
    const PlKnownActor *added = &known->actors.items[actor];
    if (is_country(gazetteer, added->name)) return false;
    for (int32_t at = added->first_alias; at >= 0; at = known->aliases.items[at].next)
        if (is_country(gazetteer, known->aliases.items[at].text)) return false;
    PlGazetteerHit hit = pl_gazetteer_find(gazetteer, added->name);
    PlSubjectKind kind = kind_of(added->type);
    int32_t subject = hit.subject;
    if (subject < 0 || gazetteer->subjects.items[subject].kind != kind) {
        const PlKnownTerm *term = &known->terms.items[added->first_term];
        subject = add_subject(arena, gazetteer,
                              (PlSubject){kind, added->name, term->country, term->code, false, -1});
    }
    gazetteer->subjects.items[subject].known = actor;
    add_known_phrase(arena, gazetteer, added->name, subject, added);
    for (int32_t at = added->first_alias; at >= 0; at = known->aliases.items[at].next)
        add_known_phrase(arena, gazetteer, known->aliases.items[at].text, subject, added);
    return true;
}

static PlGazetteerHit find_key(const PlGazetteer *gazetteer, PlSlice key)
{
    int32_t symbol = pl_symbols_find(&gazetteer->phrases, key);
    if (symbol == PL_NO_SYMBOL) return (PlGazetteerHit){-1, 0, 0};
    return (PlGazetteerHit){gazetteer->phrase_subject.items[symbol],
                            gazetteer->phrase_readings.items[symbol], 0};
}

/* "UKRAINE" to "Ukraine", "SAUDI ARABIA" to "Saudi Arabia"; acronyms were found before. */
static void lower_capitals(char *key, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        bool inside =
            (key[i - 1] >= 'A' && key[i - 1] <= 'Z') || (key[i - 1] >= 'a' && key[i - 1] <= 'z');
        if (inside && key[i] >= 'A' && key[i] <= 'Z') key[i] = (char)(key[i] + ('a' - 'A'));
    }
}

/* key[n] is lowered when nothing else finds it. */
static PlGazetteerHit find_written(const PlGazetteer *gazetteer, char *key, size_t n, bool all_caps)
{
    PlGazetteerHit hit = find_key(gazetteer, (PlSlice){key, n});
    if (hit.subject >= 0 || !all_caps || n < 4) return hit;
    lower_capitals(key, n);
    return find_key(gazetteer, (PlSlice){key, n});
}

PlGazetteerHit pl_gazetteer_find(const PlGazetteer *gazetteer, PlSlice name)
{
    char key[MAX_PHRASE_BYTES];
    size_t n = write_key(key, name);
    return n ? find_key(gazetteer, (PlSlice){key, n}) : (PlGazetteerHit){-1, 0, 0};
}

/* Bytes of the longest phrase that begins with this word, 0 = none does. */
static size_t longest_from(const PlGazetteer *gazetteer, PlSlice word)
{
    if (!pl_signs_may_hold(&gazetteer->starts, word)) return 0;
    int32_t symbol = pl_symbols_find(&gazetteer->first_words, word);
    return symbol == PL_NO_SYMBOL ? 0 : gazetteer->longest.items[symbol];
}

PlGazetteerHit pl_gazetteer_match(const PlGazetteer *gazetteer, const PlTokens *tokens,
                                  uint32_t tok, uint32_t end_tok)
{
    PlGazetteerHit best = {-1, 0, 0};
    bool all_caps = tokens->flags[tok] & PL_TOK_ALL_CAPS;
    PlSlice form = tokens->form[tok];
    char word[MAX_PHRASE_BYTES];
    size_t n_word = write_key(word, form);
    if (n_word == 0) return best;
    PlSlice start = first_word((PlSlice){word, n_word});
    size_t longest = longest_from(gazetteer, start);
    if (all_caps) {
        lower_capitals(word, n_word);
        size_t lowered = longest_from(gazetteer, start);
        if (lowered > longest) longest = lowered;
    }
    if (longest == 0) return best;
    if (end_tok > tok + MAX_PHRASE_TOKS) end_tok = tok + MAX_PHRASE_TOKS;
    for (uint32_t end = tok + 1; end <= end_tok; end++) {
        char key[MAX_PHRASE_BYTES];
        PlSlice text = pl_slice_of(tokens->text, pl_tokens_span(tokens, tok, end));
        size_t n = write_key(key, text);
        if (n == 0 || n > longest) break;
        PlGazetteerHit hit = find_written(gazetteer, key, n, all_caps);
        if (hit.subject < 0) continue;
        if (hit.readings == PL_READING_PREFIX &&
            (end >= tokens->n_tokens || tokens->form[end].ptr[0] != '-'))
            continue;
        best = hit;
        best.n_toks = end - tok;
    }
    return best;
}

int32_t pl_gazetteer_country(const PlGazetteer *gazetteer, PlSlice code)
{
    int32_t symbol = pl_symbols_find(&gazetteer->countries, code);
    return symbol == PL_NO_SYMBOL ? -1 : gazetteer->country_subject.items[symbol];
}
