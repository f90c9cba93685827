#include "story/article_words.h"

static bool is_word_byte(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* Curly quotation marks and dashes are U+2010 to U+206F: their first bytes are E2 80 or E2 81. */
static bool is_general_punctuation(PlSlice text, size_t at)
{
    return at + 2 < text.len && (unsigned char)text.ptr[at] == 0xe2 &&
           ((unsigned char)text.ptr[at + 1] & 0xfe) == 0x80;
}

static uint64_t add_byte(uint64_t hash, unsigned char c)
{
    if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + 32);
    return (hash ^ c) * 0x100000001b3u;
}

static const uint64_t no_bytes = 0xcbf29ce484222325u;

uint64_t pl_article_word_hash(PlSlice word)
{
    uint64_t hash = no_bytes;
    for (size_t i = 0; i < word.len; i++)
        hash = add_byte(hash, (unsigned char)word.ptr[i]);
    return hash ^ (hash >> 29);
}

static void hash_block(PlSlice text, PlArticleWords *words)
{
    size_t at = 0;
    while (at < text.len) {
        uint64_t hash = no_bytes;
        size_t start = at;
        while (at < text.len && is_word_byte((unsigned char)text.ptr[at]) &&
               !is_general_punctuation(text, at))
            hash = add_byte(hash, (unsigned char)text.ptr[at++]);
        if (at > start)
            words->hash[words->n++] = hash ^ (hash >> 29);
        else
            at += is_general_punctuation(text, at) ? 3 : 1;
    }
}

PlArticleWords pl_article_words_find(PlArena *arena, const PlArticle *article)
{
    size_t n_bytes = 0;
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        const PlBlock *block = &article->blocks.items[i];
        if (pl_block_is_article(block->kind))
            n_bytes += block->span.end_byte - block->span.start_byte;
    }
    /* Two bytes a word at the least, its separator counted. */
    PlArticleWords words = {
        .hash = pl_arena_array(arena, uint64_t, n_bytes / 2 + article->blocks.n + 1)};
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        const PlBlock *block = &article->blocks.items[i];
        if (pl_block_is_article(block->kind))
            hash_block(pl_slice_of(article->text, block->span), &words);
    }
    return words;
}
