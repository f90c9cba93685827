#include "quote/stretches.h"

#include <stdlib.h>

typedef struct Open {
    uint32_t tok; /* the opening mark, or the first word when the mark is lost */
    uint32_t first_word;
} Open;

typedef struct Finder {
    PlArena *arena;
    const PlTokens *tokens;
    PlStretches *out;
    PL_VEC(Open) open;
    uint32_t block;
    uint32_t block_first_tok;
    uint32_t last_end_tok; /* after the last mark paired in this block */
    int32_t going_on;      /* stretch of the block before that no mark closed, -1 = none */
    bool going_on_is_sure; /* it is a quotation even if nothing goes on from it */
} Finder;

static void add(Finder *finder, PlTokRange words, uint8_t depth, bool has_close, int32_t before)
{
    if (pl_tok_range_empty(words)) return;
    PlStretch *stretch = pl_vec_push(finder->arena, &finder->out->stretches);
    *stretch = (PlStretch){.words = words,
                           .block = finder->block,
                           .before = before,
                           .turn = -1,
                           .depth = depth,
                           .has_close = has_close};
}

/* "said," or "said:" or nothing stands before the mark. */
static bool begins_speech(const Finder *finder, uint32_t tok)
{
    if (tok == finder->block_first_tok) return true;
    return pl_token_is(finder->tokens, tok - 1, ",") || pl_token_is(finder->tokens, tok - 1, ":");
}

static bool ends_speech(const Finder *finder, uint32_t tok)
{
    static const char *const ends[] = {",", ".", "!", "?", "…"};
    if (tok == finder->block_first_tok) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pl_token_is(finder->tokens, tok - 1, ends[i])) return true;
    return false;
}

static void open_mark(Finder *finder, uint32_t tok)
{
    *pl_vec_push(finder->arena, &finder->open) = (Open){tok, tok + 1};
}

/* A closing mark with nothing open: the end of what a paragraph before began, or of a quotation
 * that lost its first mark. */
static void close_orphan(Finder *finder, uint32_t tok)
{
    uint32_t first = finder->block_first_tok;
    bool first_of_block = finder->last_end_tok == first;
    if (first_of_block && finder->going_on >= 0) {
        add(finder, (PlTokRange){first, tok}, 0, true, finder->going_on);
        finder->going_on = -1;
    } else if (first_of_block && ends_speech(finder, tok)) {
        uint32_t sentence = finder->tokens->sent_first_tok[finder->tokens->sent[tok]];
        add(finder, (PlTokRange){sentence, tok}, 0, true, -1);
    }
}

static void close_mark(Finder *finder, uint32_t tok)
{
    if (finder->open.n == 0) {
        close_orphan(finder, tok);
    } else {
        uint32_t depth = --finder->open.n;
        Open open = finder->open.items[depth];
        if (depth < PL_STRETCH_DEPTH) {
            bool goes_on = open.tok == finder->block_first_tok && depth == 0;
            int32_t before = goes_on ? finder->going_on : -1;
            add(finder, (PlTokRange){open.first_word, tok}, (uint8_t)depth, true, before);
            if (depth == 0) finder->going_on = -1;
        }
    }
    finder->last_end_tok = tok + 1;
}

/* Drops the stretch that waited for a paragraph to go on from it, unless it is sure. */
static void forget_going_on(Finder *finder)
{
    if (finder->going_on >= 0 && !finder->going_on_is_sure)
        finder->out->stretches.items[finder->going_on].words.end =
            finder->out->stretches.items[finder->going_on].words.first;
    finder->going_on = -1;
}

static void begin_block(Finder *finder, uint32_t tok, uint32_t block)
{
    finder->block = block;
    finder->block_first_tok = tok;
    finder->last_end_tok = tok;
    finder->open.n = 0;
}

static void end_block(Finder *finder, uint32_t end_tok)
{
    if (finder->open.n == 0) {
        forget_going_on(finder);
        return;
    }
    Open open = finder->open.items[0];
    bool goes_on = open.tok == finder->block_first_tok && finder->going_on >= 0;
    int32_t before = goes_on ? finder->going_on : -1;
    if (!goes_on) forget_going_on(finder);
    bool sure = goes_on || begins_speech(finder, open.tok);
    add(finder, (PlTokRange){open.first_word, end_tok}, 0, false, before);
    finder->going_on = open.first_word < end_tok ? (int32_t)finder->out->stretches.n - 1 : -1;
    finder->going_on_is_sure = sure;
}

static int by_place(const void *a, const void *b)
{
    const PlStretch *one = a;
    const PlStretch *other = b;
    if (one->words.first != other->words.first)
        return one->words.first < other->words.first ? -1 : 1;
    return (int)one->depth - (int)other->depth;
}

/* Sorts, drops what was emptied, and keeps `before` right: a stretch moves, so links go by the
 * first word, which is unique among those of depth 0. */
static void put_in_order(Finder *finder)
{
    PlStretches *out = finder->out;
    if (out->stretches.n == 0) return;
    uint32_t *before_first = pl_arena_array(finder->arena, uint32_t, finder->tokens->n_tokens + 1);
    for (uint32_t i = 0; i < out->stretches.n; i++) {
        const PlStretch *stretch = &out->stretches.items[i];
        if (stretch->before >= 0)
            before_first[stretch->words.first] =
                out->stretches.items[stretch->before].words.first + 1;
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < out->stretches.n; i++)
        if (!pl_tok_range_empty(out->stretches.items[i].words))
            out->stretches.items[n++] = out->stretches.items[i];
    out->stretches.n = n;
    if (n == 0) return;
    qsort(out->stretches.items, n, sizeof *out->stretches.items, by_place);
    for (uint32_t i = 0; i < n; i++) {
        PlStretch *stretch = &out->stretches.items[i];
        if (stretch->depth > 0) continue;
        uint32_t before = before_first[stretch->words.first];
        stretch->before = before ? out->of_tok[before - 1] : -1;
        for (uint32_t tok = stretch->words.first; tok < stretch->words.end; tok++)
            out->of_tok[tok] = (int32_t)i;
    }
}

/* A closing mark where an opening one belongs: white space before it, a word right after it. */
static bool opens_in_disguise(const Finder *finder, uint32_t tok)
{
    const uint8_t *flags = finder->tokens->flags;
    if (finder->open.n > 0 || !(flags[tok] & PL_TOK_QUOTE_CLOSE)) return false;
    bool space_after = tok + 1 >= finder->tokens->n_tokens ||
                       (flags[tok + 1] & (PL_TOK_SPACE_BEFORE | PL_TOK_PUNCT));
    return (flags[tok] & PL_TOK_SPACE_BEFORE) && !space_after;
}

/* The turn of the block that begins here, or -1. Blocks come in order. */
static int32_t begin_turn(Finder *finder, const PlTurns *turns, uint32_t *next)
{
    if (*next >= turns->turns.n || turns->turns.items[*next].block != finder->block) return -1;
    int32_t turn = (int32_t)(*next)++;
    add(finder, turns->turns.items[turn].words, 0, true, -1);
    finder->out->stretches.items[finder->out->stretches.n - 1].turn = turn;
    return turn;
}

void pl_stretches_find(PlArena *arena, const PlTokens *tokens, const PlTurns *turns,
                       PlStretches *stretches)
{
    *stretches = (PlStretches){.of_tok = pl_arena_array(arena, int32_t, tokens->n_tokens)};
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++)
        stretches->of_tok[tok] = -1;
    Finder finder = {.arena = arena, .tokens = tokens, .out = stretches, .going_on = -1};
    uint32_t next_turn = 0;
    int32_t turn = -1;
    for (uint32_t tok = 0; tok < tokens->n_tokens; tok++) {
        uint32_t block = tokens->sent_block[tokens->sent[tok]];
        if (tok == 0 || block != finder.block) {
            if (tok > 0) end_block(&finder, tok);
            begin_block(&finder, tok, block);
            turn = begin_turn(&finder, turns, &next_turn);
        }
        if (turn >= 0) continue;
        if (opens_in_disguise(&finder, tok))
            open_mark(&finder, tok);
        else if (tokens->flags[tok] & PL_TOK_QUOTE_CLOSE)
            close_mark(&finder, tok);
        else if (tokens->flags[tok] & PL_TOK_QUOTE_OPEN)
            open_mark(&finder, tok);
    }
    if (tokens->n_tokens > 0) end_block(&finder, tokens->n_tokens);
    forget_going_on(&finder);
    put_in_order(&finder);
}
