#include "quote/turns.h"

#include <stdlib.h>

#include "text/utf8.h"

enum {
    MAX_LABEL = 8,     /* words before the colon */
    MAX_NAME = 4,      /* words of a name that is a label */
    FEWEST_LABELS = 2, /* of a report that is a transcript */
    MAX_AUTHOR = 8,    /* words between the dash and the account of a post */
    MAX_GOING_ON = 6   /* paragraphs of one turn */
};

typedef enum LabelKind { LABEL_NONE, LABEL_QUESTION, LABEL_ANSWER, LABEL_NAME } LabelKind;

typedef struct Label {
    LabelKind kind;
    PlTokRange words;
    uint32_t after; /* the first token of what is said */
} Label;

typedef struct Block {
    uint32_t index;
    PlTokRange words;
    Label label;
} Block;

typedef struct Finder {
    const PlQuoteContext *context;
    PL_VEC(Block) blocks;
    PlSymbols last_names;    /* of persons, lower case */
    PL_VEC(int32_t) persons; /* by symbol of `last_names`: the first entity called so */
    int32_t interviewee;     /* entity */
} Finder;

static bool is_any(const PlQuoteContext *context, uint32_t tok, const char *const *words)
{
    for (; *words; words++)
        if (pl_quote_is(context, tok, *words)) return true;
    return false;
}

static bool is_dash(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const dashes[] = {"-", "--", "–", "—", "―", NULL};
    return is_any(context, tok, dashes);
}

/* ---- labels --------------------------------------------------------------------------------- */

static LabelKind letter_kind(const PlQuoteContext *context, uint32_t tok)
{
    static const char *const questions[] = {"q", "question", "interviewer", "reporter", NULL};
    static const char *const answers[] = {"a", "answer", NULL};
    if (!(context->tokens->flags[tok] & PL_TOK_CAPITAL)) return LABEL_NONE;
    if (is_any(context, tok, questions)) return LABEL_QUESTION;
    return is_any(context, tok, answers) ? LABEL_ANSWER : LABEL_NONE;
}

static bool is_in_capitals(const PlQuoteContext *context, PlTokRange words)
{
    bool found = false;
    for (uint32_t tok = words.first; tok < words.end; tok++) {
        uint8_t flags = context->tokens->flags[tok];
        if (flags & PL_TOK_PUNCT) continue;
        if (!(flags & PL_TOK_ALL_CAPS) && !pl_quote_is(context, tok, "mr.") &&
            !pl_quote_is(context, tok, "ms."))
            return false;
        found = true;
    }
    return found;
}

/* A name that ends at the colon; what stands before it is office. */
static bool is_name(const PlQuoteContext *context, PlTokRange words)
{
    const PlMention *mention = pl_quote_mention_at(context, words.end - 1);
    if (!mention || mention->kind != PL_MENTION_NAME || mention->end_tok != words.end) return false;
    if (mention->end_tok - mention->first_tok > MAX_NAME) return false;
    if (mention->type == PL_ENTITY_ORG) return mention->first_tok <= words.first + 1;
    return mention->type == PL_ENTITY_PER;
}

static Label label_at(const PlQuoteContext *context, PlTokRange block)
{
    Label label = {.kind = LABEL_NONE, .after = block.first};
    uint32_t first = block.first;
    if (first < block.end && pl_quote_is_mark(context, first)) first++;
    if (first >= block.end) return label;
    uint32_t colon = first;
    while (colon < block.end && colon - first < MAX_LABEL && !pl_quote_is(context, colon, ":"))
        colon++;
    LabelKind letter = letter_kind(context, first);
    bool has_stop = first + 1 < block.end && pl_quote_is(context, first + 1, ".");
    if (letter != LABEL_NONE && has_stop) colon = first + 1;
    if (colon >= block.end || colon - first >= MAX_LABEL || colon == first) return label;
    label.words = (PlTokRange){first, colon};
    label.after = colon + 1;
    if (colon == first + 1 && letter != LABEL_NONE)
        label.kind = letter;
    else if (is_name(context, label.words) ||
             (colon - first <= MAX_NAME && is_in_capitals(context, label.words)))
        label.kind = LABEL_NAME;
    return label;
}

/* ---- speakers ------------------------------------------------------------------------------- */

static void index_persons(Finder *finder)
{
    const PlMentions *mentions = finder->context->mentions;
    PlArena *arena = finder->context->arena;
    for (uint32_t i = 0; i < mentions->entities.n; i++) {
        const PlEntity *entity = &mentions->entities.items[i];
        if (entity->type != PL_ENTITY_PER || !entity->is_named) continue;
        PlSlice rest = pl_utf8_lower(arena, entity->name);
        PlSlice word;
        PlSlice last = {0};
        while (pl_slice_next(&rest, ' ', &word))
            if (word.len) last = word;
        int32_t symbol = pl_symbols_intern(arena, &finder->last_names, last);
        if ((uint32_t)symbol == finder->persons.n)
            *pl_vec_push(arena, &finder->persons) = (int32_t)i;
    }
}

/* The person of the report whose name ends in `word`, or -1. */
static int32_t person_called(const Finder *finder, PlSlice word)
{
    int32_t symbol = pl_symbols_find(&finder->last_names, word);
    return symbol < 0 ? -1 : finder->persons.items[symbol];
}

static int32_t entity_of_label(const Finder *finder, const Label *label)
{
    const PlQuoteContext *context = finder->context;
    switch (label->kind) {
    case LABEL_ANSWER:
        return finder->interviewee;
    case LABEL_NAME: {
        int32_t person = -1;
        if (is_in_capitals(context, label->words))
            person = person_called(finder, context->tokens->lower[label->words.end - 1]);
        if (person >= 0) return person;
        return pl_mentions_entity_in(context->mentions, label->words.first, label->words.end);
    }
    case LABEL_NONE:
    case LABEL_QUESTION:
        break;
    }
    return -1;
}

/* Whom the paragraphs without a label name most. */
static int32_t find_interviewee(const Finder *finder)
{
    const PlMentions *mentions = finder->context->mentions;
    PlArena *arena = finder->context->arena;
    uint32_t *n_named = pl_arena_array(arena, uint32_t, mentions->entities.n + 1u);
    int32_t best = -1;
    for (uint32_t b = 0; b < finder->blocks.n; b++) {
        const Block *block = &finder->blocks.items[b];
        if (block->label.kind != LABEL_NONE) continue;
        for (uint32_t tok = block->words.first; tok < block->words.end; tok++) {
            const PlMention *mention = pl_quote_mention_at(finder->context, tok);
            if (!mention || mention->first_tok != tok || mention->entity < 0) continue;
            const PlEntity *entity = &mentions->entities.items[mention->entity];
            if (entity->type != PL_ENTITY_PER || entity->is_group || !entity->is_named) continue;
            n_named[mention->entity]++;
            if (best < 0 || n_named[mention->entity] > n_named[best]) best = mention->entity;
        }
    }
    return best;
}

/* ---- turns ---------------------------------------------------------------------------------- */

static void list_blocks(Finder *finder)
{
    const PlTokens *tokens = finder->context->tokens;
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        uint32_t block = tokens->sent_block[sent];
        PlTokRange words = {tokens->sent_first_tok[sent], tokens->sent_first_tok[sent + 1]};
        uint32_t n = finder->blocks.n;
        if (n > 0 && finder->blocks.items[n - 1].index == block)
            finder->blocks.items[n - 1].words.end = words.end;
        else
            *pl_vec_push(finder->context->arena, &finder->blocks) =
                (Block){.index = block, .words = words};
    }
    for (uint32_t b = 0; b < finder->blocks.n; b++)
        finder->blocks.items[b].label = label_at(finder->context, finder->blocks.items[b].words);
}

static void add(const Finder *finder, PlTurns *turns, const Block *block, PlTokRange words,
                PlSpeaker speaker)
{
    /* The turn may be quoted as a whole, its label too. */
    bool quoted = pl_quote_is_mark(finder->context, block->words.first);
    if (!pl_tok_range_empty(words) && pl_quote_is_mark(finder->context, words.first)) {
        quoted = true;
        words.first++;
    }
    if (quoted && !pl_tok_range_empty(words) && pl_quote_closes(finder->context, words.end - 1))
        words.end--;
    if (pl_tok_range_empty(words)) return;
    *pl_vec_push(finder->context->arena, &turns->turns) = (PlTurn){words, speaker, block->index};
}

static bool is_heading(const Finder *finder, const Block *block)
{
    PlBlockKind kind = finder->context->article->blocks.items[block->index].kind;
    return kind == PL_BLOCK_TITLE;
}

/* The index of the next labelled block after `from`, if it is near; `from` when none is. */
static uint32_t next_label(const Finder *finder, uint32_t from)
{
    for (uint32_t b = from + 1; b < finder->blocks.n && b - from <= MAX_GOING_ON + 1u; b++)
        if (finder->blocks.items[b].label.kind != LABEL_NONE) return b;
    return from;
}

static void add_labelled(const Finder *finder, PlTurns *turns)
{
    for (uint32_t b = 0; b < finder->blocks.n; b++) {
        const Block *block = &finder->blocks.items[b];
        if (block->label.kind == LABEL_NONE || is_heading(finder, block)) continue;
        PlSpeaker speaker = {block->label.words, entity_of_label(finder, &block->label)};
        add(finder, turns, block, (PlTokRange){block->label.after, block->words.end}, speaker);
        bool is_alone = block->label.after >= block->words.end;
        uint32_t next = next_label(finder, b);
        if (next == b && is_alone && b + 1 < finder->blocks.n) next = b + 2;
        /* What follows a question is its answer, by whoever wrote that down. */
        if (block->label.kind == LABEL_QUESTION && !is_alone) continue;
        speaker.words = (PlTokRange){0, 0};
        for (uint32_t on = b + 1; on < next; on++)
            add(finder, turns, &finder->blocks.items[on], finder->blocks.items[on].words, speaker);
        if (next > b) b = next - 1;
    }
}

/* "... — Ada Moreau (@moreau) May 3, 2021": where the dash stands, the block's end when there is
 * none. */
static uint32_t author_dash(const PlQuoteContext *context, PlTokRange block, PlTokRange *author)
{
    for (uint32_t tok = block.end; tok > block.first + 1; tok--) {
        if (context->tokens->form[tok - 1].ptr[0] != '@') continue;
        if (!pl_quote_is(context, tok - 2, "(")) return block.end;
        for (uint32_t at = tok - 2; at > block.first && tok - at < MAX_AUTHOR; at--) {
            if (!is_dash(context, at - 1)) continue;
            *author = (PlTokRange){at, tok - 2};
            return at - 1;
        }
        return block.end;
    }
    return block.end;
}

static void add_posts(const Finder *finder, PlTurns *turns)
{
    const PlQuoteContext *context = finder->context;
    for (uint32_t b = 0; b < finder->blocks.n; b++) {
        const Block *block = &finder->blocks.items[b];
        PlTokRange author;
        uint32_t dash = author_dash(context, block->words, &author);
        if (dash >= block->words.end) continue;
        PlSpeaker speaker = {author,
                             pl_mentions_entity_in(context->mentions, author.first, author.end)};
        /* Where the name is in another script, the account may be the last name. */
        uint32_t account = author.end + 2;
        if (speaker.entity < 0 && account < block->words.end)
            speaker.entity = person_called(finder, context->tokens->lower[account]);
        PlTokRange words = {block->words.first, dash};
        if (!pl_tok_range_empty(words)) {
            add(finder, turns, block, words, speaker);
        } else if (b > 0 && !is_heading(finder, block - 1)) {
            add(finder, turns, block - 1, (block - 1)->words, speaker);
        }
    }
}

/* Labels enough, and one of them a person's or a letter: "READ MORE:" makes no transcript. */
static bool is_transcript(const Finder *finder)
{
    uint32_t n_labels = 0;
    bool is_sure = false;
    for (uint32_t b = 0; b < finder->blocks.n; b++) {
        const Label *label = &finder->blocks.items[b].label;
        if (label->kind == LABEL_NONE) continue;
        n_labels++;
        int32_t entity = label->kind == LABEL_NAME ? entity_of_label(finder, label) : -1;
        is_sure |= label->kind != LABEL_NAME;
        is_sure |=
            entity >= 0 && finder->context->mentions->entities.items[entity].type == PL_ENTITY_PER;
    }
    return n_labels >= FEWEST_LABELS && is_sure;
}

static int by_place(const void *a, const void *b)
{
    const PlTurn *one = a;
    const PlTurn *other = b;
    return (one->words.first > other->words.first) - (one->words.first < other->words.first);
}

void pl_turns_find(const PlQuoteContext *context, PlTurns *turns)
{
    *turns = (PlTurns){0};
    Finder finder = {.context = context, .interviewee = -1};
    list_blocks(&finder);
    index_persons(&finder);
    finder.interviewee = find_interviewee(&finder);
    if (is_transcript(&finder))
        add_labelled(&finder, turns);
    else
        add_posts(&finder, turns);
    if (turns->turns.n)
        qsort(turns->turns.items, turns->turns.n, sizeof *turns->turns.items, by_place);
}
