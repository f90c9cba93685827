#include "mention/known_actors.h"

#include <assert.h>
#include <string.h>

#include "mention/calendar.h"
#include "mention/name_agreement.h"
#include "text/user_table.h"

typedef enum Column {
    COLUMN_NAME,
    COLUMN_ALIASES,
    COLUMN_TYPE,
    COLUMN_CODE,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_NOTE,
    N_COLUMNS
} Column;

static const char *const column_names[N_COLUMNS] = {"name", "aliases", "type", "code",
                                                    "from", "to",      "note"};

enum { MAX_NAME_BYTES = 200, MAX_BLOCK = 256, RANK_IN_OFFICE = 4 };

typedef struct Parse {
    PlArena *arena;
    PlKnownActors *known;
    const PlActorCodes *codes;
    PlKnownOrigin origin;
    int32_t last_actor; /* of the line before, -1 = none */
} Parse;

/* ---- one line ---- */

/* "2021", "2021-01", "2021-01-07": the first or the last day of it; 0 = no date. */
static PlTableDay read_day(PlSlice text, bool is_end)
{
    static const size_t lens[] = {4, 7, 10};
    uint32_t parts[3] = {0, 0, 0};
    uint32_t n = 0;
    bool known_len = false;
    for (size_t i = 0; i < sizeof lens / sizeof *lens; i++)
        known_len = known_len || text.len == lens[i];
    if (!known_len) return 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (i == 4 || i == 7) {
            if (c != '-') return 0;
            n++;
        } else if (c < '0' || c > '9') {
            return 0;
        } else {
            parts[n] = parts[n] * 10 + (uint32_t)(c - '0');
        }
    }
    if (n < 1) parts[1] = is_end ? 12 : 1;
    if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12) return 0;
    int32_t year = (int32_t)parts[0];
    int32_t month = (int32_t)parts[1];
    if (n < 2) parts[2] = is_end ? (uint32_t)pl_calendar_month_days(year, month) : 1;
    if (!pl_calendar_is_date(year, month, (int32_t)parts[2])) return 0;
    return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

PlTableDay pl_table_day(PlSlice iso)
{
    if (iso.len > 10) iso.len = 10;
    return iso.len == 10 ? read_day(iso, false) : 0;
}

static bool parse_type(PlSlice name, PlEntityType *type)
{
    for (uint32_t i = 0; i < PL_ENTITY_MISC; i++)
        if (pl_slice_is(name, pl_entity_type_names[i])) {
            *type = (PlEntityType)i;
            return true;
        }
    return false;
}

static void add_spelling(Parse *parse, int32_t actor, PlSlice text)
{
    PlKnownActors *known = parse->known;
    char surname[PL_MAX_NAME_WORD_BYTES];
    size_t len = pl_name_surname(parse->arena, text, surname);
    if (len == 0) return;
    int32_t symbol = pl_symbols_intern(parse->arena, &known->surnames, (PlSlice){surname, len});
    if ((uint32_t)symbol == known->first_spelling.n)
        *pl_vec_push(parse->arena, &known->first_spelling) = -1;
    *pl_vec_push(parse->arena, &known->spellings) =
        (PlKnownSpelling){text, actor, known->first_spelling.items[symbol]};
    known->first_spelling.items[symbol] = (int32_t)known->spellings.n - 1;
}

static void add_alias(Parse *parse, int32_t actor, PlSlice text)
{
    PlKnownActors *known = parse->known;
    if (text.len == 0) return;
    *pl_vec_push(parse->arena, &known->aliases) =
        (PlKnownAlias){text, known->actors.items[actor].first_alias};
    known->actors.items[actor].first_alias = (int32_t)known->aliases.n - 1;
    if (known->actors.items[actor].type == PL_ENTITY_PER) add_spelling(parse, actor, text);
}

static int32_t actor_called(Parse *parse, PlSlice name, PlEntityType type)
{
    PlKnownActors *known = parse->known;
    /* The terms of one actor stand together. */
    if (parse->last_actor >= 0) {
        const PlKnownActor *last = &known->actors.items[parse->last_actor];
        if (last->type == type && pl_slice_equal(last->name, name)) return parse->last_actor;
    }
    char key[2 + MAX_NAME_BYTES];
    key[0] = parse->origin == PL_KNOWN_USERS ? 'u' : 'b';
    key[1] = (char)type;
    memcpy(key + 2, name.ptr, name.len);
    int32_t actor = pl_symbols_intern(parse->arena, &known->keys, (PlSlice){key, 2 + name.len});
    parse->last_actor = actor;
    if ((uint32_t)actor < known->actors.n) return actor;
    *pl_vec_push(parse->arena, &known->actors) = (PlKnownActor){name, type, parse->origin, -1, -1};
    if (type == PL_ENTITY_PER) add_spelling(parse, actor, name);
    return actor;
}

/* The line of a term of `actor` that shares a day with [from, to], 0 = none. */
static uint32_t overlapping_line(const PlKnownActors *known, int32_t actor, PlTableDay from,
                                 PlTableDay to)
{
    for (int32_t at = known->actors.items[actor].first_term; at >= 0;
         at = known->terms.items[at].next) {
        const PlKnownTerm *term = &known->terms.items[at];
        if (from <= term->to && term->from <= to) return term->line;
    }
    return 0;
}

/* Terms of an actor are kept by date. */
static void add_term(Parse *parse, int32_t actor, PlKnownTerm term)
{
    PlKnownActors *known = parse->known;
    *pl_vec_push(parse->arena, &known->terms) = term;
    int32_t made = (int32_t)known->terms.n - 1;
    int32_t *at = &known->actors.items[actor].first_term;
    while (*at >= 0 && known->terms.items[*at].from < term.from)
        at = &known->terms.items[*at].next;
    known->terms.items[made].next = *at;
    *at = made;
}

static bool read_dates(const PlSlice *cells, PlKnownTerm *term, PlRefusal *refusal)
{
    *refusal = (PlRefusal){cells[COLUMN_FROM], "is no date, as in 2021, 2021-05 or 2021-05-16", 0};
    term->from = cells[COLUMN_FROM].len ? read_day(cells[COLUMN_FROM], false) : 0;
    if (cells[COLUMN_FROM].len && term->from == 0) return false;
    refusal->words = cells[COLUMN_TO];
    term->to = cells[COLUMN_TO].len ? read_day(cells[COLUMN_TO], true) : UINT32_MAX;
    if (term->to == 0) return false;
    refusal->why = "is before the day from which it counts";
    return term->from <= term->to;
}

static bool is_name(PlSlice name)
{
    return name.len > 0 && name.len <= MAX_NAME_BYTES;
}

static bool check_names(const PlSlice *cells, PlRefusal *refusal)
{
    *refusal = (PlRefusal){cells[COLUMN_CODE], "has no name beside it", 0};
    if (cells[COLUMN_NAME].len == 0) return false;
    *refusal = (PlRefusal){cells[COLUMN_NAME], "is too long for a name", 0};
    if (!is_name(cells[COLUMN_NAME])) return false;
    PlSlice rest = cells[COLUMN_ALIASES];
    PlSlice alias;
    while (pl_slice_next(&rest, '|', &alias)) {
        refusal->words = pl_slice_trim(alias);
        if (refusal->words.len && !is_name(refusal->words)) return false;
    }
    return true;
}

static bool use_cells(Parse *parse, const PlSlice *cells, uint32_t line, PlRefusal *refusal)
{
    PlEntityType type = PL_ENTITY_MISC;
    PlKnownTerm term = {.code = cells[COLUMN_CODE], .line = line, .next = -1};
    if (!check_names(cells, refusal)) return false;
    *refusal = (PlRefusal){cells[COLUMN_TYPE], "is no type; it is PER, ORG, LOC or NORP", 0};
    if (!parse_type(cells[COLUMN_TYPE], &type)) return false;
    /* Those of our own tables are: tests/unit/mention/known_actors_test.c. */
    if (parse->origin == PL_KNOWN_USERS &&
        !pl_actor_code_is_valid(parse->codes, term.code, &refusal->why, &refusal->words))
        return false;
    if (!read_dates(cells, &term, refusal)) return false;
    term.country = pl_actor_code_country(parse->codes, term.code);
    int32_t actor = actor_called(parse, cells[COLUMN_NAME], type);
    *refusal = (PlRefusal){cells[COLUMN_NAME], "has dates that overlap those of line", 0};
    refusal->other_line = overlapping_line(parse->known, actor, term.from, term.to);
    if (refusal->other_line) return false;
    add_term(parse, actor, term);
    PlSlice rest = cells[COLUMN_ALIASES];
    PlSlice alias;
    while (pl_slice_next(&rest, '|', &alias))
        add_alias(parse, actor, pl_slice_trim(alias));
    return true;
}

bool pl_known_actors_add_line(PlArena *arena, PlKnownActors *known, const PlActorCodes *codes,
                              PlKnownOrigin origin, PlSlice line)
{
    Parse parse = {
        .arena = arena, .known = known, .codes = codes, .origin = origin, .last_actor = -1};
    PlSlice cells[N_COLUMNS] = {{0}};
    PlRefusal refusal;
    for (uint32_t i = 0; i < COLUMN_NOTE && pl_slice_next(&line, '\t', &cells[i]);)
        i++;
    return use_cells(&parse, cells, 0, &refusal);
}

static uint32_t count_lines(PlSlice text)
{
    uint32_t n = 0;
    PlSlice line;
    while (pl_slice_next(&text, '\n', &line))
        n++;
    return n;
}

static void reserve(PlArena *arena, PlKnownActors *known, uint32_t n_lines)
{
    pl_symbols_reserve(arena, &known->keys, known->keys.names.n + n_lines);
    pl_symbols_reserve(arena, &known->surnames, known->surnames.names.n + n_lines);
    pl_vec_reserve(arena, &known->actors, known->actors.n + n_lines);
    pl_vec_reserve(arena, &known->terms, known->terms.n + n_lines);
    pl_vec_reserve(arena, &known->spellings, known->spellings.n + n_lines + n_lines / 4);
}

ParleyStatus pl_known_actors_add(PlArena *arena, PlKnownActors *known, const PlActorCodes *codes,
                                 const char *name, PlSlice text, PlKnownOrigin origin,
                                 PlInputNotice notice, void *context, uint32_t *n_refused,
                                 ParleyError *error)
{
    Parse parse = {
        .arena = arena, .known = known, .codes = codes, .origin = origin, .last_actor = -1};
    PlUserTable table = {.arena = arena,
                         .file = name,
                         .columns = column_names,
                         .n_columns = N_COLUMNS,
                         .needed = 1u << COLUMN_NAME | 1u << COLUMN_TYPE | 1u << COLUMN_CODE,
                         .listed = "name, aliases, type, code, from, to, note",
                         .notice = notice,
                         .context = context};
    PlSlice cells[PL_USER_TABLE_COLUMNS];
    PlRefusal refusal;
    reserve(arena, known, count_lines(text));
    ParleyStatus status = pl_user_table_open(&table, text, error);
    while (!status && pl_user_table_next(&table, cells))
        if (!use_cells(&parse, cells, table.line, &refusal)) pl_user_table_refuse(&table, refusal);
    if (n_refused) *n_refused = table.n_refused;
    return status;
}

/* ---- look-ups ---- */

static const PlKnownTerm *term_at(const PlKnownActors *known, int32_t actor, PlTableDay day)
{
    for (int32_t at = known->actors.items[actor].first_term; at >= 0;
         at = known->terms.items[at].next) {
        const PlKnownTerm *term = &known->terms.items[at];
        if (term->from <= day && day <= term->to) return term;
    }
    return NULL;
}

/* The last of the terms that began on `day` or before, else NULL; day 0: the last of all. */
static const PlKnownTerm *last_term(const PlKnownActors *known, int32_t actor, PlTableDay day)
{
    const PlKnownTerm *last = NULL;
    for (int32_t at = known->actors.items[actor].first_term; at >= 0;
         at = known->terms.items[at].next)
        if (day == 0 || known->terms.items[at].from <= day) last = &known->terms.items[at];
    return last;
}

static bool governs(const PlKnownTerm *term)
{
    return pl_slice_find(term->code, PL_SLICE("GOV")) >= 0 || pl_slice_starts(term->code, "IGO");
}

/* The term for a report without a date: the last in which the actor governed, else the last. */
static const PlKnownTerm *usual_term(const PlKnownActors *known, int32_t actor)
{
    const PlKnownTerm *usual = NULL;
    for (int32_t at = known->actors.items[actor].first_term; at >= 0;
         at = known->terms.items[at].next) {
        const PlKnownTerm *term = &known->terms.items[at];
        if (!usual || governs(term) || !governs(usual)) usual = term;
    }
    return usual;
}

void pl_known_actors_code(PlArena *arena, const PlKnownActors *known, int32_t actor, PlTableDay day,
                          PlSlice *code, PlSlice *country)
{
    const PlKnownTerm *term = day ? term_at(known, actor, day) : usual_term(known, actor);
    if (term) {
        *code = term->code;
        *country = term->country;
        return;
    }
    bool is_person = known->actors.items[actor].type == PL_ENTITY_PER;
    term = last_term(known, actor, day);
    bool was = term != NULL;
    if (!term) term = last_term(known, actor, 0);
    assert(term); /* every actor has one */
    *country = term->country;
    *code =
        was && is_person ? pl_arena_format(arena, "%.*sELI", PL_PRI(term->country)) : term->country;
}

bool pl_known_actors_is_obscure(const PlKnownActors *known, int32_t actor)
{
    if (known->actors.items[actor].origin != PL_KNOWN_LISTED) return false;
    const PlKnownTerm *first = &known->terms.items[known->actors.items[actor].first_term];
    return first->from == 0 && first->to == UINT32_MAX;
}

bool pl_known_actors_has_short_name(const PlKnownActors *known, int32_t actor)
{
    const PlKnownActor *named = &known->actors.items[actor];
    PlSlice space = PL_SLICE(" ");
    if (pl_slice_find(named->name, space) < 0) return true;
    for (int32_t at = named->first_alias; at >= 0; at = known->aliases.items[at].next)
        if (pl_slice_find(known->aliases.items[at].text, space) < 0) return true;
    return false;
}

static bool is_same(const PlNameForm *a, const PlNameForm *b)
{
    if (a->n_words != b->n_words) return false;
    for (uint32_t i = 0; i < a->n_words; i++)
        if (!pl_slice_equal(a->words[i], b->words[i])) return false;
    return true;
}

/* Two that are the same on `day`, as where the tables know one person by two names. */
static bool are_alike(const PlKnownActors *known, int32_t a, int32_t b, PlTableDay day)
{
    const PlKnownTerm *one = day ? term_at(known, a, day) : usual_term(known, a);
    const PlKnownTerm *other = day ? term_at(known, b, day) : usual_term(known, b);
    return one && other && pl_slice_equal(one->code, other->code);
}

/* What speaks for a spelling: a user's before ours, who is in office before who is not, the whole
 * name or an alias before a part of it, who governs before who does not. */
static int rank(const PlKnownActors *known, const PlKnownSpelling *spelling, bool is_whole,
                PlTableDay day)
{
    const PlKnownActor *actor = &known->actors.items[spelling->actor];
    const PlKnownTerm *term =
        day ? term_at(known, spelling->actor, day) : usual_term(known, spelling->actor);
    return (actor->origin == PL_KNOWN_USERS ? 8 : 0) + (term ? RANK_IN_OFFICE : 0) +
           (is_whole ? 2 : 0) + (term && governs(term) ? 1 : 0);
}

bool pl_known_actors_has_name(PlArena *arena, const PlKnownActors *known, const PlNameForm *form)
{
    if (form->n_words < 2) return false;
    int32_t surname = pl_symbols_find(&known->surnames, form->words[form->n_words - 1]);
    int32_t at = surname >= 0 ? known->first_spelling.items[surname] : -1;
    for (uint32_t n = 0; at >= 0 && n < MAX_BLOCK; at = known->spellings.items[at].next, n++) {
        PlNameForm other = pl_name_form_make(arena, known->spellings.items[at].text);
        if (is_same(&other, form)) return true;
    }
    return false;
}

static bool has_initial(const PlNameForm *form)
{
    for (uint32_t i = 0; i < form->n_words; i++)
        if (form->words[i].len == 1) return true;
    return false;
}

bool pl_known_name_may_mean(const PlNameForm *other, const PlNameForm *form, bool by_surname)
{
    /* "John Doe" is not "A. J. Doe". */
    if (form->n_words > 1 && (has_initial(form) || has_initial(other)) &&
        form->words[0].ptr[0] != other->words[0].ptr[0])
        return false;
    if (form->n_words > 1) return pl_name_forms_agree(other, form);
    /* A surname is many people's: alone it is a name of whom a table calls so, and in a short table
     * of a user's of its bearer. */
    if (!by_surname && other->n_words > 1) return false;
    return pl_slice_equal(other->words[other->n_words - 1], form->words[0]);
}

int32_t pl_known_actors_person(PlArena *arena, const PlKnownActors *known, const PlNameForm *form,
                               PlTableDay day)
{
    if (form->n_words == 0) return -1;
    int32_t surname = pl_symbols_find(&known->surnames, form->words[form->n_words - 1]);
    int32_t best = -1;
    /* a surname alone is of somebody in office */
    int best_rank = form->n_words > 1 ? -1 : RANK_IN_OFFICE - 1;
    bool several = false;
    int32_t at = surname >= 0 ? known->first_spelling.items[surname] : -1;
    for (uint32_t n = 0; at >= 0 && n < MAX_BLOCK; at = known->spellings.items[at].next, n++) {
        const PlKnownSpelling *spelling = &known->spellings.items[at];
        PlNameForm other = pl_name_form_make(arena, spelling->text);
        bool is_users = known->actors.items[spelling->actor].origin == PL_KNOWN_USERS;
        if (!pl_known_name_may_mean(&other, form, is_users)) continue;
        int found = rank(known, spelling, is_same(&other, form), day);
        if (found > best_rank) {
            best = spelling->actor;
            best_rank = found;
            several = false;
        } else if (found == best_rank && best != spelling->actor) {
            several = several || !are_alike(known, best, spelling->actor, day);
        }
    }
    return several ? -1 : best;
}
