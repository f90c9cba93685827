#include "mention/mention_model.h"

#include <assert.h>
#include <stdlib.h>

#include "base/error.h"
#include "bytes/file.h"
#include "mention/link_features.h"
#include "text/utf8.h"

enum { MAX_GIVEN_BYTES = 48 };

const char *const pl_entity_type_names[PL_N_ENTITY_TYPES] = {"PER", "ORG", "LOC", "NORP", "MISC"};
const char *const pl_mention_kind_names[PL_N_MENTION_KINDS] = {"name", "description", "pronoun"};
const char *const pl_role_status_names[PL_N_ROLE_STATUSES] = {"current", "former", "acting",
                                                              "elect"};
const char *const pl_time_type_names[PL_N_TIME_TYPES] = {"DATE", "TIME", "DURATION", "SET"};

const PlKnownTable pl_known_tables[] = {{"actor_terms.tsv", PL_KNOWN_OURS},
                                        {"state_bodies.tsv", PL_KNOWN_LISTED},
                                        {NULL, PL_KNOWN_OURS}};

PlGender pl_gender_parse(PlSlice cell)
{
    if (pl_slice_is(cell, "m")) return PL_GENDER_MALE;
    if (pl_slice_is(cell, "f")) return PL_GENDER_FEMALE;
    return PL_GENDER_UNKNOWN;
}

static void load_titles(PlArena *arena, PlTitleTable *titles)
{
    titles->lexicon = pl_lexicon_load(arena, "titles.tsv");
    const PlTable *table = pl_lexicon_table(titles->lexicon);
    titles->title = pl_table_column(table, "title");
    titles->before = pl_table_column(table, "before");
    titles->sector = pl_table_column(table, "sector");
    titles->level = pl_table_column(table, "level");
    titles->gender = pl_table_column(table, "gender");
    titles->country = pl_table_column(table, "country");
    titles->words = pl_lexicon_load(arena, "title-words.tsv");
    table = pl_lexicon_table(titles->words);
    titles->word_kind = pl_table_column(table, "kind");
    titles->word_usual = pl_table_column(table, "usual");
}

static void load_given_names(PlArena *arena, PlMentionModel *model)
{
    PlTable table = pl_table_load(arena, "given-names.tsv");
    uint32_t names = pl_table_column(&table, "names");
    uint32_t gender = pl_table_column(&table, "gender");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice rest = pl_table_cell(&table, row, names);
        PlSlice name;
        while (pl_slice_next(&rest, ' ', &name)) {
            int32_t symbol =
                pl_symbols_intern(arena, &model->given_names, pl_utf8_fold(arena, name));
            PlGender g = pl_gender_parse(pl_table_cell(&table, row, gender));
            if ((uint32_t)symbol == model->given_genders.n)
                *pl_vec_push(arena, &model->given_genders) = (uint8_t)g;
            else if (model->given_genders.items[symbol] != g)
                model->given_genders.items[symbol] = PL_GENDER_UNKNOWN;
        }
    }
}

static void load_family_names(PlArena *arena, PlMentionModel *model)
{
    PlTable table = pl_table_load(arena, "family-names.tsv");
    uint32_t names = pl_table_column(&table, "names");
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlSlice rest = pl_table_cell(&table, row, names);
        PlSlice name;
        while (pl_slice_next(&rest, ' ', &name))
            pl_symbols_intern(arena, &model->family_names, pl_utf8_fold(arena, name));
    }
}

/* Our own tables of actors have no line that is refused: tests/unit/mention/known_actors_test.c. */
static void load_known(PlArena *arena, PlMentionModel *model)
{
    pl_actor_codes_load(arena, &model->actor_codes);
    for (const PlKnownTable *table = pl_known_tables; table->name; table++)
        pl_known_actors_add(arena, &model->known, &model->actor_codes, table->name,
                            pl_data_file(table->name), table->origin, NULL, NULL, NULL, NULL);
    for (uint32_t i = 0; i < model->known.actors.n; i++)
        if (model->known.actors.items[i].type != PL_ENTITY_PER)
            pl_gazetteer_add_known(arena, &model->gazetteer, &model->known, (int32_t)i);
}

ParleyStatus pl_mention_model_add_actors(PlArena *arena, PlMentionModel *model, const char *name,
                                         PlSlice text, PlInputNotice notice, void *context,
                                         uint32_t *n_refused, ParleyError *error)
{
    uint32_t n_before = model->known.actors.n;
    ParleyStatus status = pl_known_actors_add(arena, &model->known, &model->actor_codes, name, text,
                                              PL_KNOWN_USERS, notice, context, n_refused, error);
    for (uint32_t i = n_before; i < model->known.actors.n; i++) {
        const PlKnownActor *actor = &model->known.actors.items[i];
        if (actor->type == PL_ENTITY_PER) continue;
        if (pl_gazetteer_add_known(arena, &model->gazetteer, &model->known, (int32_t)i)) continue;
        ParleyError line;
        pl_error_set(&line, PARLEY_BAD_INPUT,
                     "%s, line %u: \"%.*s\" or one of its aliases is a country, whose code stays; "
                     "the line is not used",
                     pl_path_shown(name),
                     (unsigned)model->known.terms.items[actor->first_term].line,
                     PL_PRI(actor->name));
        if (notice) notice(context, PARLEY_NOTICE_WARNING, line.message);
        if (n_refused) (*n_refused)++;
    }
    return status;
}

static const int16_t *load_link_weights(PlArena *arena)
{
    PlTable table = pl_table_load(arena, "coreference.tsv");
    uint32_t facts = pl_table_column(&table, "facts");
    uint32_t values = pl_table_column(&table, "values");
    uint32_t weight = pl_table_column(&table, "weight");
    int16_t *weights = pl_arena_array(arena, int16_t, pl_link_n_rows());
    for (uint32_t i = 0; i < table.n_rows; i++) {
        int32_t row =
            pl_link_row_named(pl_table_cell(&table, i, facts), pl_table_cell(&table, i, values));
        assert(row >= 0 && "coreference.tsv names facts that the program does not have");
        weights[row] = (int16_t)strtol(pl_table_cell(&table, i, weight).ptr, NULL, 10);
    }
    return weights;
}

PlMentionModel *pl_mention_model_load(PlArena *arena)
{
    PlMentionModel *model = pl_arena_new(arena, PlMentionModel);
    pl_gazetteer_load(arena, &model->gazetteer);
    load_known(arena, model);
    load_titles(arena, &model->titles);
    model->heads = pl_lexicon_load(arena, "name-heads.tsv");
    model->head_type = pl_table_column(pl_lexicon_table(model->heads), "type");
    model->head_where = pl_table_column(pl_lexicon_table(model->heads), "where");
    model->head_sector = pl_table_column(pl_lexicon_table(model->heads), "sector");
    model->sectors = pl_lexicon_load(arena, "sectors.tsv");
    model->sector_sector = pl_table_column(pl_lexicon_table(model->sectors), "sector");
    model->sector_kind = pl_table_column(pl_lexicon_table(model->sectors), "kind");
    model->speech_verbs = pl_lexicon_load(arena, "speech-verbs.tsv");
    const PlTable *speech = pl_lexicon_table(model->speech_verbs);
    model->speech_frames = pl_table_column(speech, "frames");
    model->speech_things = pl_table_column(speech, "things");
    model->ship_prefixes = pl_lexicon_load(arena, "ship_prefixes.tsv");
    model->ship_country = pl_table_column(pl_lexicon_table(model->ship_prefixes), "country");
    model->place_signs = pl_lexicon_load(arena, "place_signs.tsv");
    model->sign_column = pl_table_column(pl_lexicon_table(model->place_signs), "signs");
    model->tellers = pl_lexicon_load(arena, "tellers.tsv");
    model->sides = pl_lexicon_load(arena, "sides.tsv");
    model->side_kind = pl_table_column(pl_lexicon_table(model->sides), "kind");
    model->not_names = pl_lexicon_load(arena, "not-names.tsv");
    load_given_names(arena, model);
    load_family_names(arena, model);
    pl_noun_sorts_load(arena, &model->noun_sorts);
    model->link_weights = load_link_weights(arena);
    model->times = pl_times_model_load(arena);
    model->quantities = pl_quantities_model_load(arena);
    model->places = pl_places_model_load(arena);
    return model;
}

/* The folded form of `word` in `folded`; 0 when it does not fit. */
static size_t fold_word(PlSlice word, char *folded)
{
    size_t n = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t point = pl_utf8_next(word, &at);
        const char *base = pl_utf8_base_letters(point);
        if (n + 4 >= MAX_GIVEN_BYTES) return 0;
        if (base)
            while (*base)
                folded[n++] = *base++;
        else
            n += pl_utf8_put(folded + n, pl_utf8_to_lower(point));
    }
    return n;
}

bool pl_is_given_name(const PlMentionModel *model, PlSlice word, PlGender *gender)
{
    char folded[MAX_GIVEN_BYTES];
    size_t n = fold_word(word, folded);
    int32_t symbol = pl_symbols_find(&model->given_names, (PlSlice){folded, n});
    if (symbol == PL_NO_SYMBOL) return false;
    if (gender) *gender = (PlGender)model->given_genders.items[symbol];
    return true;
}

bool pl_is_family_name(const PlMentionModel *model, PlSlice word)
{
    char folded[MAX_GIVEN_BYTES];
    size_t n = fold_word(word, folded);
    return pl_symbols_find(&model->family_names, (PlSlice){folded, n}) != PL_NO_SYMBOL;
}
