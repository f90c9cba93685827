#include "claim/content_lemmas.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "text/utf8.h"

enum { MOST_LEMMAS = 48, MOST_WORDS = 120 };

/* Verbs that say nothing of what is said. */
static bool is_empty(PlSlice lemma)
{
    static const char *const empty[] = {"be",   "have", "do",   "say", "go",   "get",
                                        "make", "take", "come", "put", "tell", "let"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (pl_slice_is(lemma, empty[i])) return true;
    return false;
}

static bool carries_content(const PlTokens *tokens, const PlSyntax *syntax, uint32_t tok)
{
    switch (syntax->upos[tok]) {
    case PL_UPOS_NOUN:
    case PL_UPOS_PROPN:
    case PL_UPOS_VERB:
    case PL_UPOS_ADJ:
    case PL_UPOS_NUM:
        return !is_empty(syntax->lemma[tok]) && !(tokens->flags[tok] & PL_TOK_PUNCT);
    default:
        return false;
    }
}

static int compare(const void *a, const void *b)
{
    return pl_slice_compare(*(const PlSlice *)a, *(const PlSlice *)b);
}

static PlSlice join(PlArena *arena, const PlSlice *words, uint32_t n)
{
    PlSlice joined = {0};
    size_t len = 0;
    for (uint32_t i = 0; i < n; i++)
        len += words[i].len + 1;
    char *bytes = pl_arena_array(arena, char, len + 1);
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) bytes[joined.len++] = ' ';
        for (size_t b = 0; b < words[i].len; b++)
            bytes[joined.len++] = words[i].ptr[b];
    }
    joined.ptr = bytes;
    return joined;
}

/* Sorts `lemmas`, drops repeats and joins what is left, `*n` of them. */
static PlSlice join_set(PlArena *arena, PlSlice *lemmas, uint32_t n_lemmas, uint32_t *n)
{
    if (n_lemmas) qsort(lemmas, n_lemmas, sizeof *lemmas, compare);
    *n = 0;
    for (uint32_t i = 0; i < n_lemmas; i++)
        if (i == 0 || !pl_slice_equal(lemmas[i], lemmas[i - 1])) lemmas[(*n)++] = lemmas[i];
    return join(arena, lemmas, *n);
}

PlSlice pl_content_lemmas(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                          PlSpan span, uint32_t *n)
{
    PlSlice lemmas[MOST_LEMMAS];
    uint32_t n_lemmas = 0;
    for (uint32_t tok = pl_tokens_at(tokens, span.start_byte);
         tok < tokens->n_tokens && n_lemmas < MOST_LEMMAS; tok++) {
        if (pl_tokens_span(tokens, tok, tok + 1).start_byte >= span.end_byte) break;
        if (carries_content(tokens, syntax, tok))
            lemmas[n_lemmas++] = pl_utf8_fold(arena, syntax->lemma[tok]);
    }
    return join_set(arena, lemmas, n_lemmas, n);
}

/* The name that `tok` is part of, -1 = none. */
static int32_t name_at(const PlMentions *mentions, uint32_t tok)
{
    int32_t m = mentions->mention_of_tok[tok];
    return m >= 0 && mentions->mentions.items[m].kind == PL_MENTION_NAME ? m : -1;
}

/* The last word of what a name's bearer is called: "states" for "Washington" as well. */
static PlSlice last_name(PlArena *arena, const PlMentions *mentions, const PlMention *mention,
                         PlSlice otherwise)
{
    PlSlice name = mention->entity < 0 ? otherwise : mentions->entities.items[mention->entity].name;
    size_t from = name.len;
    while (from > 0 && name.ptr[from - 1] != ' ')
        from--;
    return pl_utf8_fold(arena, (PlSlice){name.ptr + from, name.len - from});
}

PlSlice pl_topic_lemmas(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax,
                        const PlMentions *mentions, const uint8_t *left_out, PlSpan span,
                        uint32_t *n)
{
    PlSlice lemmas[MOST_LEMMAS];
    uint32_t n_lemmas = 0;
    for (uint32_t tok = pl_tokens_at(tokens, span.start_byte);
         tok < tokens->n_tokens && n_lemmas < MOST_LEMMAS; tok++) {
        if (pl_tokens_span(tokens, tok, tok + 1).start_byte >= span.end_byte) break;
        int32_t name = name_at(mentions, tok);
        if (name >= 0) {
            const PlMention *mention = &mentions->mentions.items[name];
            if (mention->end_tok == tok + 1)
                lemmas[n_lemmas++] = last_name(arena, mentions, mention, syntax->lemma[tok]);
        } else if (!left_out[tok] && carries_content(tokens, syntax, tok)) {
            lemmas[n_lemmas++] = pl_utf8_fold(arena, syntax->lemma[tok]);
        }
    }
    return join_set(arena, lemmas, n_lemmas, n);
}

PlSlice pl_plain_words(PlArena *arena, const PlTokens *tokens, const PlSyntax *syntax, PlSpan span)
{
    PlSlice words[MOST_WORDS];
    uint32_t n = 0;
    for (uint32_t tok = pl_tokens_at(tokens, span.start_byte); tok < tokens->n_tokens; tok++) {
        if (pl_tokens_span(tokens, tok, tok + 1).start_byte >= span.end_byte || n == MOST_WORDS)
            break;
        if (!(tokens->flags[tok] & PL_TOK_PUNCT))
            words[n++] = pl_utf8_fold(arena, syntax->lemma[tok]);
    }
    return join(arena, words, n);
}
