#include "talks/stances.h"

const char *const pl_stance_names[PL_N_STANCES] = {"demands",  "offers",   "accepts", "rejects",
                                                   "concedes", "supports", "opposes"};

int8_t pl_stance_named(PlSlice name)
{
    for (int i = 0; i < PL_N_STANCES; i++)
        if (pl_slice_is(name, pl_stance_names[i])) return (int8_t)i;
    return PL_NO_STANCE;
}

static uint8_t need_named(PlSlice name)
{
    if (pl_slice_is(name, "issue")) return PL_STANCE_NEEDS_ISSUE;
    if (pl_slice_is(name, "must")) return PL_STANCE_NEEDS_MUST;
    if (pl_slice_is(name, "head")) return PL_STANCE_NEEDS_HEAD;
    if (pl_slice_is(name, "deed")) return PL_STANCE_NEEDS_DEED;
    if (pl_slice_is(name, "accord")) return PL_STANCE_NEEDS_ACCORD;
    if (pl_slice_is(name, "may")) return PL_STANCE_NEEDS_MAY;
    return PL_STANCE_NEEDS_NOTHING;
}

static void add_word(PlArena *arena, PlStanceTable *table, PlSlice lemma, PlStanceWord word)
{
    int32_t index = (int32_t)table->words.n;
    word.next = -1;
    *pl_vec_push(arena, &table->words) = word;
    int32_t symbol = pl_symbols_intern(arena, &table->lemmas, lemma);
    if ((uint32_t)symbol == table->first.n) {
        *pl_vec_push(arena, &table->first) = index;
        return;
    }
    int32_t at = table->first.items[symbol];
    while (table->words.items[at].next >= 0)
        at = table->words.items[at].next;
    table->words.items[at].next = index;
}

static void load_table(PlArena *arena, PlStanceTable *out, const char *file, const char *lemma,
                       bool has_negated)
{
    PlTable table = pl_table_load(arena, file);
    uint32_t lemma_column = pl_table_column(&table, lemma);
    uint32_t after = pl_table_column(&table, "after");
    uint32_t stance = pl_table_column(&table, "stance");
    uint32_t needs = pl_table_column(&table, "needs");
    uint32_t negated = has_negated ? pl_table_column(&table, "negated") : 0;
    for (uint32_t row = 0; row < table.n_rows; row++) {
        PlStanceWord word = {
            .after = pl_table_cell(&table, row, after),
            .stance = pl_stance_named(pl_table_cell(&table, row, stance)),
            .negated =
                has_negated ? pl_stance_named(pl_table_cell(&table, row, negated)) : PL_NO_STANCE,
            .need = need_named(pl_table_cell(&table, row, needs)),
        };
        add_word(arena, out, pl_table_cell(&table, row, lemma_column), word);
    }
}

const PlStances *pl_stances_load(PlArena *arena)
{
    PlStances *stances = pl_arena_new(arena, PlStances);
    load_table(arena, &stances->verbs, "stance_verbs.tsv", "verb", true);
    load_table(arena, &stances->nouns, "stance_nouns.tsv", "noun", false);
    stances->adjectives = pl_lexicon_load(arena, "stance_adjectives.tsv");
    stances->predicates = pl_lexicon_load(arena, "stance_predicates.tsv");
    stances->reactions = pl_lexicon_load(arena, "stance_reactions.tsv");
    stances->holders = pl_lexicon_load(arena, "stance_holders.tsv");
    return stances;
}

int32_t pl_stance_table_find(const PlStanceTable *table, PlSlice lemma)
{
    int32_t symbol = pl_symbols_find(&table->lemmas, lemma);
    return symbol == PL_NO_SYMBOL ? -1 : table->first.items[symbol];
}

int8_t pl_stance_of_row(const PlLexicon *lexicon, int32_t row, const char *column)
{
    return pl_stance_named(
        pl_lexicon_cell(lexicon, row, pl_table_column(pl_lexicon_table(lexicon), column)));
}
