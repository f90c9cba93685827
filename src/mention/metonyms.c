#include "mention/metonyms.h"

static bool is_one_of(PlSlice word, const char *const *words)
{
    for (; *words; words++)
        if (pl_slice_is(word, *words)) return true;
    return false;
}

static const char *const inside[] = {"in",   "at",     "near",    "outside", "around", "inside",
                                     "into", "across", "through", "via",     "within", NULL};
static const char *const towards[] = {"to", "from", "for", "toward", "towards", "by", NULL};
static const char *const moves[] = {
    "arrive", "travel", "fly",   "go",     "return", "come",      "leave",     "head",   "depart",
    "land",   "trip",   "visit", "flight", "drive",  "journey",   "way",       "reach",  "route",
    "move",   "flee",   "bound", "tour",   "stop",   "train",     "road",      "invite", "bring",
    "stay",   "sail",   "march", "km",     "mile",   "kilometre", "kilometer", "back",   NULL};
static const char *const reaches[] = {"visit", "leave", "reach",   "enter",  "tour",
                                      "shell", "bomb",  "capture", "strike", NULL};
static const char *const place_nouns[] = {
    "region",  "suburb",     "airport", "resident", "street",   "hotel",      "time",  "province",
    "summit",  "meeting",    "talk",    "round",    "venue",    "university", "metro", "court",
    "station", "conference", "suburbs", "district", "hospital", "mayor",      NULL};

/* The word that the preposition before the name hangs from, a few tokens back at most. */
static bool moved_by(const PlTokens *tokens, const PlSyntax *syntax, uint32_t preposition,
                     uint32_t sent_first)
{
    uint32_t from = preposition > sent_first + 3 ? preposition - 3 : sent_first;
    for (uint32_t tok = from; tok < preposition; tok++)
        if (is_one_of(syntax->lemma[tok], moves) || is_one_of(tokens->lower[tok], moves))
            return true;
    return false;
}

bool pl_metonym_is_place(const PlMentionModel *model, const PlTokens *tokens,
                         const PlSyntax *syntax, const PlName *name)
{
    uint32_t sent = tokens->sent[name->first_tok];
    uint32_t sent_first = tokens->sent_first_tok[sent];
    uint32_t sent_end = tokens->sent_first_tok[sent + 1];
    bool palace = name->readings & PL_READING_PALACE;
    uint32_t after = name->end_tok;
    if (after < sent_end && !palace && is_one_of(syntax->lemma[after], place_nouns)) return true;
    if (after + 1 < sent_end && pl_token_is(tokens, after, ",")) {
        PlGazetteerHit hit = pl_gazetteer_match(&model->gazetteer, tokens, after + 1, sent_end);
        if (hit.subject == name->subject && (hit.readings & PL_READING_NAME)) return true;
    }
    uint32_t before = name->first_tok;
    if (before > sent_first && pl_token_is(tokens, before - 1, "the")) before--;
    if (before == sent_first) return false;
    before--;
    PlSlice word = tokens->lower[before];
    /* "influence in the Kremlin" is about power, "at the White House" about a house. */
    if (palace) return is_one_of(word, inside) && !pl_slice_is(word, "in");
    if (is_one_of(word, inside)) return true;
    if (is_one_of(word, towards)) return moved_by(tokens, syntax, before, sent_first);
    return is_one_of(syntax->lemma[before], reaches) && syntax->upos[before] == PL_UPOS_VERB;
}
