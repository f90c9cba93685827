#include "talks/holders.h"

#include "talks/position_rows.h"

enum {
    VERB_REACH = 6,  /* tokens from what the stance is on to "include" */
    LIST_REACH = 30, /* tokens of a list of names */
    NAME_REACH = 8   /* tokens from a name to "a critic of" */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

/* Where the names begin after "supporters of the pact": past "include", "are", "such as". 0 = no
 * list follows. */
static uint32_t list_after(const PlReading *reading, uint32_t tok, uint32_t end)
{
    for (uint32_t i = tok; i + 1 < end && i < tok + VERB_REACH; i++) {
        if (pl_word_in(reading->tokens->lower[i], "include|included|includes|including|are|were"))
            return i + 1;
        if (pl_reading_is(reading, i, "such") && pl_reading_is(reading, i + 1, "as")) return i + 2;
        if (pl_reading_is_verb(reading, i)) return 0;
    }
    return 0;
}

/* "California" in "a California senator": no item of the list. */
static bool is_inside_name(const PlReading *reading, const PlMention *mention)
{
    uint32_t top = mention->first_tok;
    while (top + 1 < mention->end_tok &&
           reading->syntax->head_tok[top] >= (int32_t)mention->first_tok &&
           reading->syntax->head_tok[top] < (int32_t)mention->end_tok)
        top++;
    uint8_t deprel = reading->syntax->deprel[top];
    return deprel == PL_DEPREL_compound || deprel == PL_DEPREL_amod || deprel == PL_DEPREL_nmod ||
           deprel == PL_DEPREL_nmod_poss || deprel == PL_DEPREL_appos;
}

static PlSides sides_in_list(const PlReading *reading, uint32_t first, uint32_t end, uint32_t *last)
{
    PlSides sides = {.n = 0};
    for (uint32_t i = first; i < end && i < first + LIST_REACH; i++) {
        if (pl_reading_is_verb(reading, i) && reading->syntax->xpos[i] != PL_XPOS_VBN) break;
        int32_t name = reading->name_of_tok[i];
        if (name < 0) continue;
        const PlMention *mention = &reading->mentions->mentions.items[name];
        if (mention->end_tok != i + 1 || is_inside_name(reading, mention)) continue;
        pl_sides_add(reading, &sides, mention->entity);
        *last = i + 1;
    }
    return sides;
}

/* "Vik, a fierce critic of", "Vik is a critic of": the name before the noun. */
static PlSides side_before(const PlReading *reading, uint32_t noun, uint32_t *first)
{
    PlSides sides = {.n = 0};
    PlToks sent = pl_reading_sent(reading, noun);
    bool linked = false;
    for (uint32_t k = 1; k <= NAME_REACH && noun >= sent.first + k; k++) {
        uint32_t i = noun - k;
        int32_t name = reading->name_of_tok[i];
        if (name >= 0 && linked) {
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[name].entity);
            *first = reading->mentions->mentions.items[name].first_tok;
            return sides;
        }
        bool comma = pl_slice_is(reading->tokens->form[i], ",");
        bool copula = pl_reading_lemma_is(reading, i, "be");
        if (linked && !copula) return sides;
        linked |= comma || copula;
        uint8_t upos = reading->syntax->upos[i];
        bool between = comma || copula || upos == PL_UPOS_DET || upos == PL_UPOS_ADJ ||
                       upos == PL_UPOS_ADV || upos == PL_UPOS_NUM ||
                       reading->syntax->deprel[i] == PL_DEPREL_compound ||
                       pl_word_in(reading->tokens->lower[i], "who|of|one|-|longtime|among");
        if (!between) return sides;
    }
    return sides;
}

static void at_holder(Search *search, uint32_t tok, uint32_t n_toks, int8_t stance)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t of = tok + n_toks;
    if (of + 1 >= sent.end || !pl_word_in(reading->tokens->lower[of], "of|to")) return;
    PlToks toks = pl_content_after(reading, tok, of + 1, true);
    uint32_t names = 0;
    for (uint32_t i = of + 1; i < toks.end && names == 0; i++)
        if (pl_word_in(reading->tokens->lower[i], "including|such")) names = toks.end = i;
    PlContent content = pl_content_read(reading, toks, pl_content_is_accord(reading, toks));
    if (content.n_issues == 0) return;
    uint32_t first = tok;
    uint32_t last = toks.end;
    uint32_t list = list_after(reading, toks.end, sent.end);
    PlSides sides =
        list ? sides_in_list(reading, list, sent.end, &last) : side_before(reading, tok, &first);
    pl_positions_add_content(reading, search->talks, &sides, stance, &content,
                             (PlToks){first, last});
}

void pl_holders_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    const PlLexicon *holders = reading->model->stances->holders;
    for (uint32_t i = 0; i < reading->tokens->n_tokens; i++) {
        if (!pl_reading_is_noun(reading, i)) continue;
        PlLexiconHit hit = pl_lexicon_match(holders, reading->tokens, reading->syntax, i);
        if (hit.row >= 0)
            at_holder(&search, i, hit.n_toks, pl_stance_of_row(holders, hit.row, "stance"));
    }
}
