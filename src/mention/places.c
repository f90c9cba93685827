#include "mention/places.h"

#include "base/data.h"
#include "base/symbols.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    MAX_NAME_BYTES = 64,
    MAX_NAME_TOKS = 7,         /* "Rostov-on-Don" is five */
    MAX_READINGS = 16,         /* cities of one name that are weighed */
    MAX_COUNTRIES = 64,        /* countries named in a report that are kept in mind */
    MAX_AREAS = 16,            /* areas named in a report that are kept in mind */
    LEAST_TOWN = 50000,        /* people: a smaller one lends no coordinates by its name alone */
    LEAST_PLAIN_TOWN = 200000, /* people: a smaller one does not tell a body's country */
    N_STARTS = 1 << 18,        /* ten times as many as first words of cities */
    NEARBY_TOKS = 3            /* "Paris, Texas": how far behind a name its country may stand */
};

/* What speaks for one reading of a name, in powers of ten of population. */
static const double CAPITAL_BONUS = 0.7;
static const double PROVINCE_PRIOR = 5.2; /* as a city of 150,000 */
static const double AREA_PRIOR = 6.5;     /* a state of the US against its small namesakes abroad */
static const double NAMED_COUNTRY_BONUS = 1.5;
static const double DATELINE_BONUS = 1;
static const double ENTITY_COUNTRY_BONUS = 6;
static const double FOLLOWING_COUNTRY_BONUS = 8;
static const double NEAR_AREA_BONUS = 1.5; /* a town in or near a state that the report names */
static const double NEAR_AREA_KM = 420;

struct PlPlacesModel {
    PlPlaceRow *rows; /* [n_rows] */
    uint32_t n_rows;
    PlSymbols names;                /* spellings */
    PL_VEC(int32_t) first_link;     /* by symbol of `names`: the best reading */
    PL_VEC(int32_t) link_row;       /* by link: row */
    PL_VEC(int32_t) link_next;      /* by link: the next link of the spelling, -1 = last */
    uint64_t starts[N_STARTS / 64]; /* bits, by hash: first words of the names of cities */
    PlSymbols sites;                /* words for what lies in a town: "street" */
    PlSymbols countries;            /* ISO codes */
    PL_VEC(int32_t) country_row;    /* by symbol of `countries`: row of kind country, -1 = none */
};

static PlPlaceKind kind_of(PlSlice name)
{
    if (pl_slice_is(name, "country")) return PL_PLACE_COUNTRY;
    return pl_slice_is(name, "capital") ? PL_PLACE_CAPITAL : PL_PLACE_CITY;
}

/* Decimal digits with sign and point, as the table has them. */
static double read_decimal(PlSlice text)
{
    bool is_negative = text.len > 0 && text.ptr[0] == '-';
    double value = 0;
    double scale = 0;
    for (size_t i = is_negative; i < text.len; i++) {
        if (text.ptr[i] == '.') {
            scale = 1;
        } else {
            assert(text.ptr[i] >= '0' && text.ptr[i] <= '9');
            value = value * 10 + (text.ptr[i] - '0');
            scale *= 10;
        }
    }
    if (scale > 0) value /= scale;
    return is_negative ? -value : value;
}

static bool is_city(const PlPlaceRow *row)
{
    return row->kind == PL_PLACE_CITY || row->kind == PL_PLACE_CAPITAL;
}

static double prior(const PlPlaceRow *row)
{
    if (row->kind == PL_PLACE_COUNTRY) return 9;
    if (row->kind == PL_PLACE_AREA) return AREA_PRIOR;
    if (row->kind == PL_PLACE_PROVINCE) return PROVINCE_PRIOR;
    double bonus = row->kind == PL_PLACE_CAPITAL ? CAPITAL_BONUS : 0;
    return log10((double)row->population + 1) + bonus;
}

/* The first word of a name, up to a space or hyphen. */
static PlSlice first_word(PlSlice name)
{
    size_t len = 0;
    while (len < name.len && name.ptr[len] != ' ' && name.ptr[len] != '-')
        len++;
    return (PlSlice){name.ptr, len};
}

/* The bit that says that a city's name may begin with the word. */
static uint32_t start_of(PlSlice word)
{
    return (uint32_t)(pl_slice_hash(first_word(word)) % N_STARTS);
}

/* Readings of a spelling are kept best first; on a tie the earlier row. */
static void add_spelling(PlArena *arena, PlPlacesModel *model, PlSlice spelling, int32_t row)
{
    int32_t symbol = pl_symbols_intern_lasting(arena, &model->names, spelling);
    if ((uint32_t)symbol == model->first_link.n) *pl_vec_push(arena, &model->first_link) = -1;
    int32_t link = (int32_t)model->link_row.n;
    *pl_vec_push(arena, &model->link_row) = row;
    *pl_vec_push(arena, &model->link_next) = -1;
    int32_t *at = &model->first_link.items[symbol];
    while (*at >= 0 && prior(&model->rows[model->link_row.items[*at]]) >= prior(&model->rows[row]))
        at = &model->link_next.items[*at];
    model->link_next.items[link] = *at;
    *at = link;
    if (!is_city(&model->rows[row])) return;
    uint32_t start = start_of(spelling);
    model->starts[start / 64] |= (uint64_t)1 << start % 64;
}

/* Columns of places.tsv; a row is cut where it lies: the table has tens of thousands. */
static const char places_file[] = "places.tsv";

typedef enum Column {
    COLUMN_KIND,
    COLUMN_COUNTRY,
    COLUMN_NAMES,
    COLUMN_LAT,
    COLUMN_LON,
    COLUMN_POPULATION,
    COLUMN_GEONAMEID,
    N_COLUMNS
} Column;

static void add_row(PlArena *arena, PlPlacesModel *model, PlSlice line, uint32_t row)
{
    PlSlice cells[N_COLUMNS] = {{0}};
    for (uint32_t i = 0; i < N_COLUMNS && pl_slice_next(&line, '\t', &cells[i]);)
        i++;
    PlPlaceRow *place = &model->rows[row];
    place->kind = kind_of(cells[COLUMN_KIND]);
    place->country = cells[COLUMN_COUNTRY];
    place->lat = read_decimal(cells[COLUMN_LAT]);
    place->lon = read_decimal(cells[COLUMN_LON]);
    place->population = (uint32_t)read_decimal(cells[COLUMN_POPULATION]);
    place->geonameid = (uint32_t)read_decimal(cells[COLUMN_GEONAMEID]);
    PlSlice rest = cells[COLUMN_NAMES];
    PlSlice spelling;
    while (pl_slice_next(&rest, '|', &spelling)) {
        if (place->name.len == 0) place->name = spelling;
        add_spelling(arena, model, spelling, (int32_t)row);
    }
    int32_t country = pl_symbols_intern_lasting(arena, &model->countries, place->country);
    if ((uint32_t)country == model->country_row.n) *pl_vec_push(arena, &model->country_row) = -1;
    if (place->kind == PL_PLACE_COUNTRY) model->country_row.items[country] = (int32_t)row;
}

static PlSlice without_article(PlSlice name)
{
    if (!pl_slice_starts(name, "the ") && !pl_slice_starts(name, "The ")) return name;
    return (PlSlice){name.ptr + 4, name.len - 4};
}

/* An area or region that has a point; the others are on no map. */
static void add_area(PlArena *arena, PlPlacesModel *model, const PlTable *table, uint32_t row,
                     bool in_country)
{
    PlSlice lat = pl_table_cell(table, row, pl_table_column(table, "lat"));
    PlSlice lon = pl_table_cell(table, row, pl_table_column(table, "lon"));
    if (lat.len == 0 || lon.len == 0) return;
    int32_t made = (int32_t)model->n_rows++;
    PlPlaceRow *area = &model->rows[made];
    area->kind = PL_PLACE_AREA;
    area->name = pl_table_cell(table, row, pl_table_column(table, "name"));
    area->lat = read_decimal(lat);
    area->lon = read_decimal(lon);
    if (in_country) area->country = pl_table_cell(table, row, pl_table_column(table, "country"));
    add_spelling(arena, model, area->name, made);
    PlSlice rest = pl_table_cell(table, row, pl_table_column(table, "aliases"));
    PlSlice alias;
    while (pl_slice_next(&rest, '|', &alias))
        if (alias.len) add_spelling(arena, model, without_article(alias), made);
}

static void add_province(PlArena *arena, PlPlacesModel *model, const PlTable *table, uint32_t row)
{
    int32_t made = (int32_t)model->n_rows++;
    PlPlaceRow *province = &model->rows[made];
    province->kind = PL_PLACE_PROVINCE;
    province->country = pl_table_cell(table, row, pl_table_column(table, "country"));
    province->lat = read_decimal(pl_table_cell(table, row, pl_table_column(table, "lat")));
    province->lon = read_decimal(pl_table_cell(table, row, pl_table_column(table, "lon")));
    PlSlice rest = pl_table_cell(table, row, pl_table_column(table, "names"));
    PlSlice spelling;
    while (pl_slice_next(&rest, '|', &spelling)) {
        if (province->name.len == 0) province->name = spelling;
        add_spelling(arena, model, spelling, made);
    }
}

/* What stands for a government is where it sits: "the White House" is in the capital. */
static void add_palaces(PlArena *arena, PlPlacesModel *model, const PlTable *countries)
{
    PlSymbols capitals = {0}; /* of countries, by ISO code */
    PL_VEC(int32_t) row_of = {0};
    for (uint32_t row = 0; row < model->n_rows; row++) {
        if (model->rows[row].kind != PL_PLACE_CAPITAL) continue;
        int32_t symbol = pl_symbols_intern(arena, &capitals, model->rows[row].country);
        if ((uint32_t)symbol == row_of.n) *pl_vec_push(arena, &row_of) = (int32_t)row;
    }
    for (uint32_t row = 0; row < countries->n_rows; row++) {
        PlSlice code = pl_table_cell(countries, row, pl_table_column(countries, "iso3"));
        PlSlice rest = pl_table_cell(countries, row, pl_table_column(countries, "metonyms"));
        int32_t symbol = pl_symbols_find(&capitals, code);
        PlSlice palace;
        assert(symbol == PL_NO_SYMBOL || row_of.items);
        while (symbol != PL_NO_SYMBOL && pl_slice_next(&rest, '|', &palace))
            if (palace.len)
                add_spelling(arena, model, without_article(palace), row_of.items[symbol]);
    }
}

/* The middle of a country's cities is not where a map has the country. */
static void move_countries(PlPlacesModel *model, const PlTable *points)
{
    for (uint32_t row = 0; row < points->n_rows; row++) {
        PlSlice code = pl_table_cell(points, row, pl_table_column(points, "country"));
        int32_t symbol = pl_symbols_find(&model->countries, code);
        if (symbol == PL_NO_SYMBOL || model->country_row.items[symbol] < 0) continue;
        PlPlaceRow *country = &model->rows[model->country_row.items[symbol]];
        country->lat = read_decimal(pl_table_cell(points, row, pl_table_column(points, "lat")));
        country->lon = read_decimal(pl_table_cell(points, row, pl_table_column(points, "lon")));
    }
}

static void add_sites(PlArena *arena, PlPlacesModel *model)
{
    PlTable heads = pl_table_load(arena, "name-heads.tsv");
    for (uint32_t row = 0; row < heads.n_rows; row++) {
        if (!pl_slice_is(pl_table_cell(&heads, row, pl_table_column(&heads, "sector")), "site"))
            continue;
        PlSlice rest = pl_table_cell(&heads, row, pl_table_column(&heads, "word"));
        PlSlice word;
        while (pl_slice_next(&rest, '|', &word))
            pl_symbols_intern(arena, &model->sites, word);
    }
}

static uint32_t count_places(void)
{
    uint32_t n = 0;
    PlSlice row;
    PlSlice rows = pl_data_file(places_file);
    pl_table_next_row(&rows, &row);
    assert(pl_slice_is(row, "kind\tcountry\tnames\tlat\tlon\tpopulation\tgeonameid"));
    while (pl_table_next_row(&rows, &row))
        n++;
    return n;
}

const PlPlacesModel *pl_places_model_load(PlArena *arena)
{
    PlPlacesModel *model = pl_arena_new(arena, PlPlacesModel);
    PlTable areas = pl_table_load(arena, "areas.tsv");
    PlTable regions = pl_table_load(arena, "regions.tsv");
    PlTable provinces = pl_table_load(arena, "provinces.tsv");
    PlTable points = pl_table_load(arena, "country_points.tsv");
    PlTable countries = pl_table_load(arena, "countries.tsv");
    uint32_t n_places = count_places();
    pl_symbols_reserve(arena, &model->names, n_places + n_places / 2);
    model->rows = pl_arena_array(
        arena, PlPlaceRow, (size_t)n_places + areas.n_rows + regions.n_rows + provinces.n_rows);
    PlSlice places = pl_table_rows(places_file);
    PlSlice row_text;
    while (pl_table_next_row(&places, &row_text))
        add_row(arena, model, row_text, model->n_rows++);
    for (uint32_t row = 0; row < areas.n_rows; row++)
        add_area(arena, model, &areas, row, true);
    for (uint32_t row = 0; row < regions.n_rows; row++)
        add_area(arena, model, &regions, row, false);
    for (uint32_t row = 0; row < provinces.n_rows; row++)
        add_province(arena, model, &provinces, row);
    add_sites(arena, model);
    add_palaces(arena, model, &countries);
    move_countries(model, &points);
    return model;
}

/* "LOS ANGELES" as "Los Angeles" in `key`; empty for what is not all in capitals. ASCII alone:
 * other letters have no place in datelines. */
static PlSlice in_title_case(PlSlice name, char *key)
{
    if (name.len < 3 || name.len >= MAX_NAME_BYTES) return (PlSlice){0};
    bool inside = false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'a' && c <= 'z') return (PlSlice){0};
        bool is_letter = c >= 'A' && c <= 'Z';
        key[i] = (char)(is_letter && inside ? c + ('a' - 'A') : c);
        inside = is_letter;
    }
    return (PlSlice){key, name.len};
}

uint32_t pl_places_lookup(const PlPlacesModel *model, PlSlice name, const PlPlaceRow **rows,
                          uint32_t max_rows)
{
    char key[MAX_NAME_BYTES];
    int32_t symbol = pl_symbols_find(&model->names, name);
    uint32_t n = 0;
    if (symbol == PL_NO_SYMBOL) symbol = pl_symbols_find(&model->names, in_title_case(name, key));
    if (symbol == PL_NO_SYMBOL) return 0;
    for (int32_t link = model->first_link.items[symbol]; link >= 0 && n < max_rows;
         link = model->link_next.items[link])
        rows[n++] = &model->rows[model->link_row.items[link]];
    return n;
}

uint32_t pl_places_match(const PlPlacesModel *model, const PlTokens *tokens, uint32_t tok,
                         const PlPlaceRow **row)
{
    if (!(tokens->flags[tok] & PL_TOK_CAPITAL)) return 0;
    uint32_t start = start_of(tokens->form[tok]);
    if (!(model->starts[start / 64] >> start % 64 & 1)) return 0;
    uint32_t sent_end = tokens->sent_first_tok[tokens->sent[tok] + 1];
    uint32_t end = tok + MAX_NAME_TOKS < sent_end ? tok + MAX_NAME_TOKS : sent_end;
    for (; end > tok; end--) {
        PlSlice name = pl_slice_of(tokens->text, pl_tokens_span(tokens, tok, end));
        const PlPlaceRow *rows[2];
        uint32_t n = name.len > 2 ? pl_places_lookup(model, name, rows, 2) : 0;
        for (uint32_t k = 0; k < n; k++) {
            if (!is_city(rows[k])) continue;
            *row = rows[k];
            return end - tok;
        }
    }
    return 0;
}

PlSlice pl_places_plain_country(const PlPlacesModel *model, const PlTokens *tokens, uint32_t tok)
{
    const PlPlaceRow *town = NULL;
    const PlPlaceRow *rows[MAX_READINGS];
    uint32_t n_toks = pl_places_match(model, tokens, tok, &town);
    if (n_toks == 0 || town->population < LEAST_PLAIN_TOWN) return (PlSlice){0};
    PlSlice name = pl_slice_of(tokens->text, pl_tokens_span(tokens, tok, tok + n_toks));
    uint32_t n = pl_places_lookup(model, name, rows, MAX_READINGS);
    for (uint32_t i = 0; i < n; i++) {
        bool abroad = !pl_slice_equal(rows[i]->country, town->country);
        bool rivals = !is_city(rows[i]) || rows[i]->population > town->population / 10;
        if (abroad && rivals) return (PlSlice){0};
    }
    return town->country;
}

/* Which place a name means. ---------------------------------------------------------------------*/

typedef struct Context {
    const PlPlacesModel *model;
    const PlTokens *tokens;
    PlMentions *mentions;
    PlSlice countries[MAX_COUNTRIES]; /* ISO codes of the countries that the report names */
    uint32_t n_countries;
    PlSlice dateline_country;
    const PlPlaceRow *areas[MAX_AREAS]; /* that the report names */
    uint32_t n_areas;
    const PlPlaceRow *town; /* that the report spoke of last, at first that of the dateline */
} Context;

static void note_country(Context *context, PlSlice country)
{
    if (country.len == 0 || context->n_countries == MAX_COUNTRIES) return;
    for (uint32_t i = 0; i < context->n_countries; i++)
        if (pl_slice_equal(context->countries[i], country)) return;
    context->countries[context->n_countries++] = country;
}

static bool is_noted(const Context *context, PlSlice country)
{
    for (uint32_t i = 0; i < context->n_countries; i++)
        if (pl_slice_equal(context->countries[i], country)) return true;
    return false;
}

static const PlPlaceRow *country_row(const PlPlacesModel *model, PlSlice country)
{
    int32_t symbol = pl_symbols_find(&model->countries, country);
    if (symbol == PL_NO_SYMBOL || model->country_row.items[symbol] < 0) return NULL;
    return &model->rows[model->country_row.items[symbol]];
}

static PlSlice mention_text(const Context *context, const PlMention *mention)
{
    return pl_slice_of(context->tokens->text, mention->span);
}

/* A name is not always said bare: "western Kent", "State of Assam", "Kaduna Province". */
static PlSlice bare_name(PlSlice name)
{
    static const char *const before[] = {
        "northern ",     "southern ",     "eastern ",      "western ",      "central ",
        "Northern ",     "Southern ",     "Eastern ",      "Western ",      "Central ",
        "northeastern ", "northwestern ", "southeastern ", "southwestern ", "north ",
        "south ",        "east ",         "west ",         "Greater ",      "greater ",
        "upstate ",      "State of ",     "Province of ",  "City of ",      "city of "};
    static const char *const behind[] = {" State", " Province", " City",   " province",
                                         " state", " region",   " Region", " city"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (pl_slice_starts(name, before[i])) {
            size_t n = strlen(before[i]);
            return (PlSlice){name.ptr + n, name.len - n};
        }
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (pl_slice_ends(name, behind[i]))
            return (PlSlice){name.ptr, name.len - strlen(behind[i])};
    return name;
}

/* The country in "Springfield, Freedonia": that of the place named right behind mention `i`. */
static PlSlice following_country(const Context *context, uint32_t i)
{
    const PlMention *mention = &context->mentions->mentions.items[i];
    for (uint32_t k = i + 1; k < context->mentions->mentions.n; k++) {
        const PlMention *next = &context->mentions->mentions.items[k];
        if (next->first_tok < mention->end_tok) continue;
        if (next->first_tok > mention->end_tok + NEARBY_TOKS) break;
        bool is_apposed = next->first_tok == mention->end_tok + 1 &&
                          pl_token_is(context->tokens, mention->end_tok, ",");
        if (!is_apposed || next->entity < 0) continue;
        assert(context->mentions->entities.items);
        const PlEntity *entity = &context->mentions->entities.items[next->entity];
        if (entity->is_state) return entity->country;
    }
    return (PlSlice){0};
}

/* On a map without projection: right to a tenth at these distances, and the same on every CPU, as
 * no function of libm is asked. */
static bool is_near(const PlPlaceRow *a, const PlPlaceRow *b)
{
    static const double KM_PER_DEGREE = 111.2;
    double lat = (a->lat - b->lat) * KM_PER_DEGREE;
    double middle = (a->lat + b->lat) / 2 * 0.017453292519943295;
    double square = middle * middle;
    double cosine = 1 - square / 2 + square * square / 24;
    double lon = (a->lon - b->lon) * KM_PER_DEGREE * cosine;
    return lat * lat + lon * lon <= NEAR_AREA_KM * NEAR_AREA_KM;
}

static bool is_near_area(const Context *context, const PlPlaceRow *row)
{
    for (uint32_t i = 0; i < context->n_areas; i++)
        if (is_near(row, context->areas[i])) return true;
    return false;
}

static double score(const Context *context, const PlPlaceRow *row, PlSlice entity_country,
                    PlSlice following)
{
    double sum = prior(row);
    if (is_noted(context, row->country)) sum += NAMED_COUNTRY_BONUS;
    if (pl_slice_equal(row->country, context->dateline_country)) sum += DATELINE_BONUS;
    if (is_city(row) && is_near_area(context, row)) sum += NEAR_AREA_BONUS;
    if (pl_slice_equal(row->country, entity_country)) sum += ENTITY_COUNTRY_BONUS;
    if (following.len && pl_slice_equal(row->country, following)) sum += FOLLOWING_COUNTRY_BONUS;
    return sum;
}

static const PlPlaceRow *choose(const Context *context, uint32_t i, const PlEntity *entity)
{
    const PlMention *mention = &context->mentions->mentions.items[i];
    const PlPlaceRow *rows[MAX_READINGS];
    PlSlice name = without_article(mention_text(context, mention));
    uint32_t n = pl_places_lookup(context->model, name, rows, MAX_READINGS);
    if (n == 0)
        n = pl_places_lookup(context->model, without_article(bare_name(name)), rows, MAX_READINGS);
    if (n == 0 && entity && !entity->is_state)
        n = pl_places_lookup(context->model, entity->name, rows, MAX_READINGS);
    const PlPlaceRow *state =
        entity && entity->is_state ? country_row(context->model, entity->country) : NULL;
    if (n == 0) return state;
    PlSlice following = following_country(context, i);
    PlSlice country = entity ? entity->country : (PlSlice){0};
    const PlPlaceRow *best = rows[0];
    double best_score = score(context, best, country, following);
    for (uint32_t k = 1; k < n; k++) {
        double other = score(context, rows[k], country, following);
        if (other <= best_score) continue;
        best = rows[k];
        best_score = other;
    }
    /* "Holland" is known as a country: no town called so is meant. */
    return state && !pl_slice_equal(best->country, state->country) ? state : best;
}

/* The place behind mention `i` in which it is said to be, "the fort in Accra", "Elmwood, Ontario";
 * NULL = none. */
static const PlPlaceRow *place_behind(const Context *context, uint32_t i)
{
    const PlMention *mention = &context->mentions->mentions.items[i];
    const PlMentions *mentions = context->mentions;
    for (uint32_t k = i + 1; k < mentions->mentions.n; k++) {
        const PlMention *next = &mentions->mentions.items[k];
        if (next->first_tok < mention->end_tok) continue;
        bool is_inside = next->first_tok == mention->end_tok + 1 &&
                         (pl_token_is(context->tokens, mention->end_tok, "in") ||
                          pl_token_is(context->tokens, mention->end_tok, ","));
        if (!is_inside || next->type != PL_ENTITY_LOC) break;
        const PlEntity *outer = next->entity >= 0 ? &mentions->entities.items[next->entity] : NULL;
        return choose(context, k, outer);
    }
    return NULL;
}

/* The country of a place that the gazetteer lacks: that of its entity when it is a country and no
 * region of the world, else of the place that it is said to be in. */
static PlSlice country_without_row(const Context *context, uint32_t i, const PlEntity *entity)
{
    if (entity && country_row(context->model, entity->country)) return entity->country;
    const PlPlaceRow *outer = place_behind(context, i);
    return outer ? outer->country : (PlSlice){0};
}

/* The town whose name is part of the name: "Accra Cathedral". */
static const PlPlaceRow *town_inside(const Context *context, const PlMention *mention)
{
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
        const PlPlaceRow *row = NULL;
        uint32_t n = pl_places_match(context->model, context->tokens, tok, &row);
        if (n && tok + n <= mention->end_tok && row->population >= LEAST_TOWN) return row;
    }
    return NULL;
}

/* Whether the name is of what lies in a town: "Mill Road", "Hotel Astoria". */
static bool is_site(const Context *context, const PlMention *mention)
{
    const PlTokens *tokens = context->tokens;
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++)
        if (pl_symbols_find(&context->model->sites, tokens->lower[tok]) != PL_NO_SYMBOL)
            return mention->end_tok - mention->first_tok > 1;
    return false;
}

/* A street, square or building that the gazetteer lacks is where the town is that it is said to be
 * in, is called after, or that the report spoke of last. */
static const PlPlaceRow *town_of_site(const Context *context, uint32_t i)
{
    const PlMention *mention = &context->mentions->mentions.items[i];
    const PlPlaceRow *outer = place_behind(context, i);
    if (outer && is_city(outer)) return outer;
    if (!is_site(context, mention)) return NULL;
    const PlPlaceRow *inside = town_inside(context, mention);
    return inside ? inside : context->town;
}

static void note_context(Context *context, const PlArticle *article)
{
    const PlMentions *mentions = context->mentions;
    for (uint32_t i = 0; i < mentions->entities.n; i++)
        if (mentions->entities.items[i].is_state)
            note_country(context, mentions->entities.items[i].country);
    for (uint32_t i = 0; i < mentions->mentions.n && context->n_areas < MAX_AREAS; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->type != PL_ENTITY_LOC) continue;
        const PlPlaceRow *area;
        PlSlice name = without_article(mention_text(context, mention));
        if (pl_places_lookup(context->model, name, &area, 1) && area->kind == PL_PLACE_AREA)
            context->areas[context->n_areas++] = area;
    }
    const PlPlaceRow *row;
    if (pl_places_lookup(context->model, article->dateline_place, &row, 1)) {
        context->dateline_country = row->country;
        if (is_city(row)) context->town = row;
    }
}

void pl_places_countries_find(const PlPlacesModel *model, const PlArticle *article,
                              const PlTokens *tokens, PlMentions *mentions)
{
    Context context = {.model = model, .tokens = tokens, .mentions = mentions};
    note_context(&context, article);
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->type != PL_ENTITY_LOC || mention->entity < 0) continue;
        PlEntity *entity = &mentions->entities.items[mention->entity];
        if (entity->type != PL_ENTITY_LOC || entity->country.len) continue;
        const PlPlaceRow *row = choose(&context, i, entity);
        if (row) entity->country = row->country;
    }
}

void pl_places_find(PlArena *arena, const PlPlacesModel *model, const PlArticle *article,
                    const PlTokens *tokens, PlMentions *mentions)
{
    Context context = {.model = model, .tokens = tokens, .mentions = mentions};
    note_context(&context, article);
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->type != PL_ENTITY_LOC) continue;
        PlEntity *entity = mention->entity >= 0 ? &mentions->entities.items[mention->entity] : NULL;
        const PlPlaceRow *row = choose(&context, i, entity);
        const PlPlaceRow *point = row ? row : town_of_site(&context, i);
        if (row && is_city(row)) context.town = row;
        PlPlace *place = pl_vec_push(arena, &mentions->places);
        place->span = mention->span;
        place->entity = mention->entity;
        place->name = row ? row->name : entity ? entity->name : mention_text(&context, mention);
        place->country = point ? point->country : country_without_row(&context, i, entity);
        place->lat = point ? point->lat : NAN;
        place->lon = point ? point->lon : NAN;
        place->geonameid = row ? row->geonameid : 0;
        if (entity && entity->country.len == 0) entity->country = place->country;
    }
}
