#include "mention/metonyms.h"

enum { MOVE_TOKS = 3 /* how far before "to" somebody goes: "sent an envoy to Oslo" */ };

/* A name, and where to look for signs. */
typedef struct Place {
    const PlMentionModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlName *name;
    uint32_t sent_first;
    uint32_t sent_end;
} Place;

static bool word_has_sign(const Place *place, PlSlice word, const char *sign)
{
    int32_t row = pl_lexicon_find(place->model->place_signs, word);
    if (row < 0) return false;
    PlSlice signs = pl_lexicon_cell(place->model->place_signs, row, place->model->sign_column);
    PlSlice one;
    while (pl_slice_next(&signs, ' ', &one))
        if (pl_slice_is(one, sign)) return true;
    return false;
}

static bool has_sign(const Place *place, uint32_t tok, const char *sign)
{
    return word_has_sign(place, place->syntax->lemma[tok], sign) ||
           word_has_sign(place, place->tokens->lower[tok], sign);
}

static bool is(const Place *place, uint32_t tok, const char *lower)
{
    return pl_token_is(place->tokens, tok, lower);
}

/* The word that the preposition before the name hangs from, a few tokens back at most. */
static bool moved_by(const Place *place, uint32_t preposition)
{
    uint32_t from =
        preposition > place->sent_first + MOVE_TOKS ? preposition - MOVE_TOKS : place->sent_first;
    for (uint32_t tok = from; tok < preposition; tok++)
        if (has_sign(place, tok, "goes")) return true;
    return false;
}

static bool is_hit_by(const Place *place, uint32_t verb)
{
    for (uint32_t tok = place->sent_first; tok < place->sent_end; tok++)
        if (place->syntax->head_tok[tok] == (int32_t)verb &&
            (place->syntax->deprel[tok] == PL_DEPREL_nsubj ||
             place->syntax->deprel[tok] == PL_DEPREL_obl) &&
            has_sign(place, tok, "blow"))
            return true;
    return false;
}

/* "shelled Oslo", "an earthquake struck Oslo". */
static bool undergoes(const Place *place, uint32_t verb)
{
    if (place->syntax->upos[verb] != PL_UPOS_VERB) return false;
    return has_sign(place, verb, "suffers") ||
           (has_sign(place, verb, "hits") && is_hit_by(place, verb));
}

/* "central Oslo", "the city of Oslo", "near Oslo", "flew to Oslo", "visited Oslo". */
static bool is_place_by_before(const Place *place)
{
    uint32_t before = place->name->first_tok;
    if (before > place->sent_first && is(place, before - 1, "the")) before--;
    if (before == place->sent_first) return false;
    before--;
    if (has_sign(place, before, "part") && place->syntax->upos[before] != PL_UPOS_VERB) return true;
    if (is(place, before, "of"))
        return before > place->sent_first && has_sign(place, before - 1, "of");
    if (has_sign(place, before, "inside") || undergoes(place, before)) return true;
    if (has_sign(place, before, "towards")) return moved_by(place, before);
    return false;
}

/* "Oslo airport", "the Oslo talks", "Oslo's streets", "Oslo, Norway", "Oslo, the capital". */
static bool is_place_by_after(const Place *place)
{
    uint32_t after = place->name->end_tok;
    if (after >= place->sent_end) return false;
    if (has_sign(place, after, "has") || has_sign(place, after, "held")) return true;
    if (is(place, after, "'s") && after + 1 < place->sent_end)
        return has_sign(place, after + 1, "has") || has_sign(place, after + 1, "of");
    if (!is(place, after, ",") || after + 1 >= place->sent_end) return false;
    PlGazetteerHit hit =
        pl_gazetteer_match(&place->model->gazetteer, place->tokens, after + 1, place->sent_end);
    if (hit.subject == place->name->subject && (hit.readings & PL_READING_NAME)) return true;
    uint32_t noun = after + 1;
    if (is(place, noun, "the") || is(place, noun, "a")) noun++;
    return noun > after + 1 && noun < place->sent_end && has_sign(place, noun, "isa");
}

/* What the sentence says of the name: "Oslo is a port", "Oslo lies", "Oslo was shelled". */
static bool is_place_by_clause(const Place *place)
{
    uint32_t last = place->name->end_tok - 1;
    uint8_t deprel = place->syntax->deprel[last];
    int32_t head = place->syntax->head_tok[last];
    if (head < 0) return false;
    uint32_t verb = (uint32_t)head;
    bool subject = deprel == PL_DEPREL_nsubj;
    if (subject || deprel == PL_DEPREL_nsubj_pass)
        if (has_sign(place, verb, "lies") ||
            (place->syntax->upos[verb] == PL_UPOS_NOUN && has_sign(place, verb, "isa")))
            return true;
    bool object = deprel == PL_DEPREL_obj || deprel == PL_DEPREL_nsubj_pass;
    return object && undergoes(place, verb);
}

bool pl_metonym_is_place(const PlMentionModel *model, const PlTokens *tokens,
                         const PlSyntax *syntax, const PlName *name)
{
    uint32_t sent = tokens->sent[name->first_tok];
    Place place = {model,
                   tokens,
                   syntax,
                   name,
                   tokens->sent_first_tok[sent],
                   tokens->sent_first_tok[sent + 1]};
    if (name->readings & PL_READING_PALACE) {
        /* "influence in the Kremlin" is about power, "at the White House" about a house. */
        uint32_t before = name->first_tok;
        if (before > place.sent_first && is(&place, before - 1, "the")) before--;
        return before > place.sent_first && has_sign(&place, before - 1, "inside") &&
               !is(&place, before - 1, "in");
    }
    return is_place_by_before(&place) || is_place_by_after(&place) || is_place_by_clause(&place);
}
